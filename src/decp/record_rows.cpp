// Implements the rows of records.
#include "record_rows.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "clausier/core/french.hpp"
#include "clausier/core/text.hpp"
#include "clausier/decp/columns.hpp"
#include "json_tree.hpp"
#include "record_text.hpp"

namespace clausier::decp {
namespace {

using core::Cell;
using core::CellKind;
using core::Severity;

constexpr std::size_t most_keys = 500;    // counted one by one
constexpr std::size_t longest_key = 100;  // bytes

CellKind cell_kind(ValueKind kind) {
    if (kind == ValueKind::number) return CellKind::number;
    return kind == ValueKind::boolean ? CellKind::boolean : CellKind::text;
}

bool is_digits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789 ") == std::string_view::npos;
}

const std::array<std::size_t, 3>& holder_columns() {
    static const std::array places = {place_of("titulaire_id"), place_of("titulaire_typeIdentifiant"),
                                      place_of("titulaire_denominationSociale")};
    return places;
}

// Which of the three a key of a holder is; past them, none.
std::size_t holder_part(std::string_view key) {
    if (key == "id" || key == "siret") return 0;
    if (key == "typeIdentifiant" || key == "typeidentifiant") return 1;
    return key == "denominationSociale" || key == "denominationsociale" || key == "nom" ? 2 : 3;
}

}  // namespace

RecordRows::RecordRows(const ReadOptions& options, core::RowSink& sink, ReadReport& report)
    : options_(options), sink_(sink), report_(report), slots_(columns().size()), cells_(columns().size()) {}

RecordRows::Seen& RecordRows::seen(std::string_view path) {
    const std::string key(path);
    const auto found = seen_.find(key);
    if (found != seen_.end()) return found->second;
    const Key known = find_key(path);
    if (known.use == KeyUse::unknown && (path.size() > longest_key || seen_.size() >= most_keys)) return others_;
    return seen_.emplace(key, Seen{known}).first->second;
}

void RecordRows::put(Seen& seen, std::size_t column, Cell cell) {
    if (cell.empty()) return;
    Slot& slot = slots_[column];
    if (slot.cell.empty()) {
        slot = {cell, seen.key.rank, &seen};
        return;
    }
    // The same key twice: as every reader of JSON, the last one counts.
    const bool wins = seen.key.rank <= slot.rank;
    if (slot.cell.text != cell.text) ++(wins ? *slot.from : seen).covered;
    if (wins) slot = {cell, seen.key.rank, &seen};
}

Cell RecordRows::value_cell(Record::Value value) {
    if (!value.contains()) return {cell_kind(value.kind()), value.text()};
    std::string& text = texts_.emplace_back();
    append_words(value, text);
    return {CellKind::text, text};
}

Cell RecordRows::json_cell(Record::Value value) {
    if (!value.contains()) return {cell_kind(value.kind()), value.text()};
    std::string& text = texts_.emplace_back();
    append_json(value, text);
    return {CellKind::text, text};
}

// Files once flattened hold JSON in their texts; null when this one is no list and no object.
const Record* RecordRows::embedded(Record::Value value) {
    const std::string_view text = core::trim(value.text());
    if (value.kind() != ValueKind::text || text.empty() || (text.front() != '{' && text.front() != '[')) return nullptr;
    Record& inner = embedded_.emplace_back(options_.record_bytes);
    return read_value(text, inner) ? &inner : nullptr;
}

void RecordRows::read_inside(Seen& seen, std::string_view key, Record::Value value) {
    if (value.contains()) {
        for (const auto inner : value) {
            if (value.kind() == ValueKind::object)
                read_key(key, inner);
            else
                read_inside(seen, key, inner);
        }
        return;
    }
    if (value.blank()) return;
    if (const Record* inner = embedded(value)) return read_inside(seen, key, inner->root());
    const std::string_view text = value.text();
    put(seen, is_digits(text) ? seen.key.digits_column : seen.key.scalar_column, {cell_kind(value.kind()), text});
}

void RecordRows::read_holder(std::string_view key, Record::Value value) {
    Holder holder;
    bool any = false;
    for (const auto inner : value) {
        const std::size_t part = holder_part(inner.name());
        const Cell cell = value_cell(inner);
        if (part >= holder.size()) {
            if (!cell.empty()) ++seen(fmt::format("{}.{}", key, inner.name())).unknown;
        } else if (!cell.empty()) {
            holder[part] = cell;
            any = true;
        }
    }
    if (any)
        holders_.push_back(holder);
    else
        ++empty_holders_;
}

// Holders stand in lists, in lists of lists, in objects of one key, or alone.
void RecordRows::read_holders(std::string_view key, Record::Value value) {
    if (value.kind() == ValueKind::list) {
        for (const auto inner : value) read_holders(key, inner);
        return;
    }
    if (value.kind() == ValueKind::object) {
        bool wrapped = false;
        for (const auto inner : value) {
            if (find_key(inner.name()).use != KeyUse::holders) continue;
            read_holders(key, inner);
            wrapped = true;
        }
        if (!wrapped) read_holder(key, value);
        return;
    }
    if (value.blank()) {
        if (value.kind() == ValueKind::null) ++empty_holders_;
        return;
    }
    if (const Record* inner = embedded(value)) return read_holders(key, inner->root());
    const std::string_view text = value.text();
    if (is_digits(text) && text.size() > 8)
        holders_.push_back({Cell{cell_kind(value.kind()), text}, Cell{}, Cell{}});
    else
        ++seen(key).unknown;
}

void RecordRows::read_key(std::string_view prefix, Record::Value value) {
    const std::string path = prefix.empty() ? std::string(value.name()) : fmt::format("{}.{}", prefix, value.name());
    Seen& known = seen(path);
    switch (known.key.use) {
        case KeyUse::unknown:
            if (!value.blank()) ++known.unknown;
            return;
        case KeyUse::value:
            put(known, known.key.column, value_cell(value));
            return;
        case KeyUse::json:
            put(known, known.key.column, json_cell(value));
            return;
        case KeyUse::inside:
            read_inside(known, path, value);
            return;
        case KeyUse::holders:
            read_holders(path, value);
            return;
    }
}

bool RecordRows::give_row(std::span<const Cell> cells) {
    ++report_.rows;
    report_.cells += static_cast<std::uint64_t>(
        std::count_if(cells.begin(), cells.end(), [](const Cell& cell) { return !cell.empty(); }));
    return sink_.row({report_.rows, cells});
}

bool RecordRows::give_header() {
    for (std::size_t i = 0; i < cells_.size(); ++i) cells_[i] = {CellKind::text, columns()[i]};
    return give_row(cells_);
}

bool RecordRows::give_rows() {
    std::uint64_t weight = 0;
    for (std::size_t i = 0; i < cells_.size(); ++i) {
        cells_[i] = slots_[i].cell;
        weight += cells_[i].text.size();
    }
    if (holders_.empty()) return give_row(cells_);
    if (weight * holders_.size() > options_.record_rows)
        throw core::Error(core::ErrorKind::invalid,
                          fmt::format("{}, enregistrement {}", options_.name, report_.records),
                          fmt::format("{} pour un seul contrat : ce n’est pas crédible, vérifiez le fichier",
                                      core::french::count(holders_.size(), "titulaire")));
    for (const Holder& holder : holders_) {
        for (std::size_t i = 0; i < holder.size(); ++i) cells_[holder_columns()[i]] = holder[i];
        if (!give_row(cells_)) return false;
    }
    return true;
}

bool RecordRows::give(const Record& record) {
    if (report_.records == 0 && !give_header()) return false;
    ++report_.records;
    if (options_.inspect) options_.inspect(record);
    std::fill(slots_.begin(), slots_.end(), Slot{});
    holders_.clear();
    texts_.clear();
    embedded_.clear();
    for (const auto value : record.root()) read_key({}, value);
    static const std::size_t rank = place_of("enregistrement");
    slots_[rank].cell = {CellKind::number, texts_.emplace_back(std::to_string(report_.records))};
    return give_rows();
}

namespace {

void count_key(std::map<std::string, std::uint64_t>& counts, std::string_view key) {
    ++counts[std::string(key.size() > longest_key || counts.size() >= most_keys ? std::string_view() : key)];
}

}  // namespace

void RecordRows::stray(std::string_view key) { count_key(strays_, key); }

void RecordRows::beside(std::string_view key) { count_key(beside_, key); }

void RecordRows::tell(std::string_view code, Severity severity, std::string where, std::string text) {
    report_.issues.push_back({severity, std::string(code), std::move(where), std::move(text)});
}

void RecordRows::finish() {
    const auto times = [](std::uint64_t n) { return core::french::count(n, "enregistrement"); };
    const std::map<std::string_view, const Seen*> sorted = [&] {
        std::map<std::string_view, const Seen*> out;
        for (const auto& [key, seen] : seen_) out.emplace(key, &seen);
        return out;
    }();
    for (const auto& [key, seen] : sorted) {
        if (seen->unknown != 0)
            tell("cle_sans_colonne", Severity::info, fmt::format("clé « {} »", key),
                 fmt::format("aucune colonne ne la reprend ; ce qu’elle dit dans {} n’est pas lu",
                             times(seen->unknown)));
        if (seen->covered != 0)
            tell("cle_en_double", Severity::warning, fmt::format("clé « {} »", key),
                 fmt::format("une autre clé dit autre chose dans {}, c’est elle qui est lue", times(seen->covered)));
    }
    if (others_.unknown != 0)
        tell("cle_sans_colonne", Severity::info, "autres clés",
             fmt::format("{} trop longues ou trop diverses pour être citées ne sont pas lues",
                         core::french::count(others_.unknown, "clé")));
    if (empty_holders_ != 0)
        tell("titulaire_vide", Severity::info, options_.name,
             fmt::format("{} sans aucun contenu", core::french::count(empty_holders_, "titulaire")));
    for (const auto& [key, count] : beside_)
        tell("hors_enregistrement", Severity::info, key.empty() ? options_.name : fmt::format("clé « {} »", key),
             "elle est à côté des enregistrements ; elle n’est pas lue");
    for (const auto& [key, count] : strays_)
        tell("hors_enregistrement", Severity::warning, key.empty() ? options_.name : fmt::format("clé « {} »", key),
             fmt::format("{} hors de tout enregistrement ; vérifiez que rien n’y manque",
                         core::french::count(count, "valeur")));
}

}  // namespace clausier::decp
