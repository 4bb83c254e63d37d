// Finding the value that holds on a day among dated and layered ones.
#include "clausier/domain/reference.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <tuple>

#include "clausier/core/asset.hpp"
#include "clausier/core/digest.hpp"
#include "clausier/core/text.hpp"

namespace clausier::domain {
namespace {

constexpr std::string_view folder = "data/reference/";
constexpr std::string_view grids_file = "data/reference/grids.csv";

bool holds(const std::optional<core::Date>& valid_from, core::Date on) { return !valid_from || *valid_from <= on; }

// nullopt, "from the beginning", comes before any day.
auto order(const ReferenceValue& value) { return std::tie(value.key, value.citation.layer, value.valid_from); }

bool by_order(const ReferenceValue& a, const ReferenceValue& b) { return order(a) < order(b); }

bool is_money(Unit unit) {
    return unit == Unit::eur || unit == Unit::eur_per_hour || unit == Unit::eur_per_day || unit == Unit::eur_per_month;
}

bool is_whole(Unit unit) {
    return unit == Unit::days || unit == Unit::months || unit == Unit::years || unit == Unit::count;
}

std::string where(std::string_view key) { return fmt::format("valeur de référence « {} »", key); }

[[noreturn]] void throw_unknown(std::string_view key, const std::vector<std::string_view>& known) {
    const auto near = core::nearest(key, known);
    throw core::Error(core::ErrorKind::not_found, where(key),
                      near.empty()
                          ? std::string("elle n’existe pas ; la liste est donnée par « clausier reference liste ».")
                          : fmt::format("elle n’existe pas ; vouliez-vous dire « {} » ?", near));
}

// The values with others among them, sorted; refused when two hold from the same day or a key changes unit.
std::vector<ReferenceValue> merged(std::vector<ReferenceValue> values, std::vector<ReferenceValue> others) {
    values.insert(values.end(), std::make_move_iterator(others.begin()), std::make_move_iterator(others.end()));
    std::stable_sort(values.begin(), values.end(), by_order);
    for (std::size_t i = 1; i < values.size(); ++i) {
        const auto& a = values[i - 1];
        const auto& b = values[i];
        if (a.key != b.key) continue;
        if (a.unit != b.unit)
            throw core::Error(core::ErrorKind::conflict, where(a.key),
                              fmt::format("deux unités, {} et {} ; gardez celle de la valeur nationale.",
                                          unit_name(a.unit), unit_name(b.unit)));
        if (order(a) == order(b))
            throw core::Error(core::ErrorKind::conflict, where(a.key),
                              "deux valeurs valent depuis le même jour ; changez la date de l’une.");
    }
    return values;
}

std::string_view family(std::string_view key) { return key.substr(0, key.find('.')); }

}  // namespace

Reference::Reference(std::vector<ReferenceValue> values, std::vector<Grid> grids)
    : values_(merged({}, std::move(values))), grids_(std::move(grids)) {
    const auto grid_order = [](const Grid& a, const Grid& b) {
        return std::tie(a.name, a.valid_from) < std::tie(b.name, b.valid_from);
    };
    std::stable_sort(grids_.begin(), grids_.end(), grid_order);
    digest_ = core::sha256(canonical());
}

Reference Reference::national() {
    std::vector<ReferenceValue> values;
    for (const auto file : core::assets(folder)) {
        if (file == grids_file) continue;
        auto read = parse_reference_csv(core::asset(file), file, Layer::national);
        values.insert(values.end(), std::make_move_iterator(read.begin()), std::make_move_iterator(read.end()));
    }
    return Reference(std::move(values), parse_grids_csv(core::asset(grids_file), grids_file, Layer::national));
}

void Reference::add_layer(std::vector<ReferenceValue> values) {
    values_ = merged(values_, std::move(values));
    digest_ = core::sha256(canonical());
}

const ReferenceValue* Reference::find(std::string_view key, core::Date on) const {
    const ReferenceValue* found = nullptr;
    auto at = std::lower_bound(values_.begin(), values_.end(), key,
                               [](const ReferenceValue& value, std::string_view wanted) { return value.key < wanted; });
    for (; at != values_.end() && at->key == key; ++at)
        if (holds(at->valid_from, on)) found = &*at;
    return found;
}

const ReferenceValue& Reference::value(std::string_view key, core::Date on) const {
    if (const auto* found = find(key, on)) return *found;
    const auto rows = history(key);
    throw core::Error(core::ErrorKind::not_found, where(key),
                      fmt::format("aucune valeur connue avant le {}, et le calcul porte sur le {} ; ajoutez la valeur "
                                  "ancienne ou changez la date.",
                                  core::iso(*rows.front()->valid_from), core::iso(on)));
}

const ReferenceValue& Reference::value_in(std::string_view key, core::Date on, bool fits(Unit),
                                          std::string_view wanted) const {
    const auto& found = value(key, on);
    if (!fits(found.unit))
        throw core::Error(
            core::ErrorKind::invalid, where(key),
            fmt::format("son unité est {}, il faut {} ; corrigez la valeur ou la clé.", unit_name(found.unit), wanted));
    return found;
}

Cited<core::Rate> Reference::rate(std::string_view key, core::Date on) const {
    const auto& found = value_in(
        key, on, [](Unit unit) { return unit == Unit::percent; }, "un pourcentage");
    return {core::Rate::of(found.parts), found.key, found.citation};
}

Cited<core::Euros> Reference::euros(std::string_view key, core::Date on) const {
    const auto& found = value_in(key, on, is_money, "un montant");
    return {core::Euros::of(found.parts), found.key, found.citation};
}

Cited<core::Hours> Reference::hours(std::string_view key, core::Date on) const {
    const auto& found = value_in(
        key, on, [](Unit unit) { return unit == Unit::hours; }, "des heures");
    return {core::Hours::of(found.parts), found.key, found.citation};
}

Cited<core::Date> Reference::date(std::string_view key, core::Date on) const {
    const auto& found = value_in(
        key, on, [](Unit unit) { return unit == Unit::date; }, "une date");
    return {found.day(), found.key, found.citation};
}

Cited<std::int64_t> Reference::count(std::string_view key, core::Date on) const {
    const auto& found = value_in(key, on, is_whole, "un nombre entier");
    return {found.parts, found.key, found.citation};
}

Cited<core::Fraction> Reference::number(std::string_view key, core::Date on) const {
    const auto& found = value_in(
        key, on, [](Unit unit) { return unit != Unit::date; }, "un nombre");
    const std::int64_t den = found.unit == Unit::percent ? core::Rate::scale : unit_scale(found.unit);
    return {core::Fraction(found.parts, den), found.key, found.citation};
}

const Grid& Reference::grid(std::string_view name, core::Date on) const {
    const Grid* found = nullptr;
    std::vector<std::string_view> names;
    for (const auto& grid : grids_) {
        names.emplace_back(grid.name);
        if (grid.name == name && holds(grid.valid_from, on)) found = &grid;
    }
    if (found != nullptr) return *found;
    const auto near = core::nearest(name, names);
    throw core::Error(core::ErrorKind::not_found, fmt::format("grille « {} »", name),
                      near.empty() ? fmt::format("elle n’existe pas à cette date ; les grilles connues sont « {} »",
                                                 fmt::join(names, " », « "))
                                   : fmt::format("elle n’existe pas à cette date ; vouliez-vous dire « {} » ?", near));
}

std::vector<const ReferenceValue*> Reference::list(std::string_view prefix, core::Date on) const {
    std::vector<const ReferenceValue*> found;
    for (const auto key : keys()) {
        if (key.substr(0, prefix.size()) != prefix) continue;
        if (const auto* value = find(key, on)) found.push_back(value);
    }
    return found;
}

std::vector<const ReferenceValue*> Reference::history(std::string_view key) const {
    std::vector<const ReferenceValue*> found;
    for (const auto& value : values_)
        if (value.key == key) found.push_back(&value);
    if (found.empty()) throw_unknown(key, keys());
    return found;
}

std::vector<std::string_view> Reference::keys() const {
    std::vector<std::string_view> found;
    for (const auto& value : values_)
        if (found.empty() || found.back() != value.key) found.emplace_back(value.key);
    return found;
}

std::vector<const ReferenceValue*> Reference::stale(core::Date on) const {
    const std::chrono::months age(count("alert.reference_age", on).value);
    auto found = list("", on);
    const auto fresh = [&](const ReferenceValue* value) {
        const auto& checked = value->citation.checked_on;
        return checked && std::chrono::sys_days(*checked + age) > std::chrono::sys_days(on);
    };
    found.erase(std::remove_if(found.begin(), found.end(), fresh), found.end());
    return found;
}

std::optional<ReferenceValue> Reference::read_local(ReferenceTexts texts, const Place& place,
                                                    std::vector<core::Issue>& issues) const {
    const auto same = std::find_if(values_.begin(), values_.end(), [&](const auto& v) { return v.key == texts.key; });
    if (same != values_.end()) {
        if (texts.label.empty()) texts.label = same->label;
        if (texts.unit.empty()) texts.unit = unit_name(same->unit);
    }
    auto value = parse_reference_value(texts, Layer::local, place, issues);
    if (!value) return std::nullopt;
    if (same != values_.end() && same->unit != value->unit) {
        issues.push_back({core::Severity::error, "reference_unite", place("unit"),
                          fmt::format("la valeur nationale est en {} ; donnez la même unité.", unit_name(same->unit))});
        return std::nullopt;
    }
    const auto known = keys();
    if (std::none_of(known.begin(), known.end(), [&](auto key) { return family(key) == family(value->key); })) {
        const auto near = core::nearest(value->key, known);
        issues.push_back({core::Severity::error, "reference_famille", place("key"),
                          fmt::format("aucune valeur ne commence par « {}. » ; {}.", family(value->key),
                                      near.empty() ? "reprenez une famille de « clausier reference liste »"
                                                   : fmt::format("vouliez-vous dire « {} » ?", near))});
        return std::nullopt;
    }
    return value;
}

std::string Reference::canonical() const {
    std::string text;
    const auto day = [](const std::optional<core::Date>& date) { return date ? core::iso(*date) : std::string(); };
    const auto bound = [](const ReferenceValue& value, const std::optional<std::int64_t>& parts) {
        return parts ? value.written(*parts) : std::string();
    };
    for (const auto& value : values_)
        text +=
            fmt::format("{};{};{};{};{};{};{}\n", value.key, layer_name(value.citation.layer), day(value.valid_from),
                        unit_name(value.unit), value.text(), bound(value, value.min), bound(value, value.max));
    for (const auto& grid : grids_)
        for (const auto& step : grid.steps)
            text += fmt::format("grid {};{};{};{}\n", grid.name, day(grid.valid_from),
                                step.below ? core::decimal(*step.below) : std::string(), core::decimal(step.hours));
    return text;
}

std::string Reference::digest() const { return digest_.empty() ? core::sha256(canonical()) : digest_; }

}  // namespace clausier::domain
