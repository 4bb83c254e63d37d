// Queries on local reference values.
#include "clausier/store/references.hpp"

#include <fmt/format.h>

#include "clausier/core/issue.hpp"

namespace clausier::store {

using domain::ReferenceValue;

namespace {

ReferenceValue read_row(const Statement& row) {
    using Day = std::optional<core::Date>;
    using Parts = std::optional<std::int64_t>;
    ReferenceValue value;
    value.key = row.text(0);
    value.valid_from = row.get<Day>(1);
    const auto unit = domain::parse_unit(row.text(2));
    if (!unit)
        throw core::Error(core::ErrorKind::invalid, fmt::format("référence locale {}", value.key),
                          fmt::format("l’unité « {} » est inconnue ; saisissez de nouveau la valeur", row.text(2)));
    value.unit = *unit;
    value.label = row.text(3);
    value.parts = row.integer(4);
    value.min = row.get<Parts>(5);
    value.max = row.get<Parts>(6);
    value.citation = {row.text(7), row.text(8), row.get<Day>(9), row.get<bool>(10), row.text(11), domain::Layer::local};
    return value;
}

}  // namespace

std::vector<ReferenceValue> References::local() {
    auto rows = tx_.query(R"(
SELECT key, valid_from, unit, label, parts, min_parts, max_parts, source, url, checked_on, verified, note
FROM reference_local ORDER BY key, coalesce(valid_from, ''))");
    std::vector<ReferenceValue> values;
    while (rows.step()) values.push_back(read_row(rows));
    return values;
}

void References::save(const ReferenceValue& value) {
    remove(value.key, value.valid_from);
    const domain::Citation& c = value.citation;
    tx_.run(R"(
INSERT INTO reference_local (key, valid_from, unit, label, parts, min_parts, max_parts, source, url, checked_on, verified, note)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))",
            value.key, value.valid_from, domain::unit_name(value.unit), value.label, value.parts, value.min, value.max,
            c.source, c.url, c.checked_on, c.verified, c.note);
}

bool References::remove(const std::string& key, std::optional<core::Date> valid_from) {
    return tx_.run("DELETE FROM reference_local WHERE key = ? AND valid_from IS NOT DISTINCT FROM ?", key, valid_from) >
           0;
}

}  // namespace clausier::store
