// Shows the columns of a buyer's spreadsheet, reads what is said of them, and keeps the rows in between.
#include "lot_table_form.hpp"

#include <algorithm>
#include <array>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "clausier/core/text.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;
using domain::Field;

constexpr std::size_t kept_bytes = 60'000;  // a field of a form holds 64 KiB
constexpr std::size_t shown_columns = 60;
constexpr std::string_view kinds = "etndbx";  // by core::CellKind
constexpr std::string_view estimate_profile = "lots-estimes";
constexpr std::array meanings = {Field::lot_number, Field::lot_title, Field::object,          Field::trade,
                                 Field::cpv,        Field::amount,    Field::amount_estimated};

std::string name_of(std::size_t index) { return "colonne_" + std::to_string(index + 1); }

std::string key_of(Field field) { return field == Field::ignored ? "" : std::string(domain::info(field).key); }

[[noreturn]] void refuse_rows() {
    throw core::Error(core::ErrorKind::invalid, "fichier",
                      "les lignes lues ne sont pas revenues entières\u00a0; choisissez le fichier de nouveau");
}

void replay_row(const json::array& cells, core::RowSink& sink) {
    const std::string_view letters = cells.at(1).as_string();
    if (cells.size() != letters.size() + 2) refuse_rows();
    std::vector<core::Cell> out;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const std::size_t kind = kinds.find(letters[i]);
        if (kind == std::string_view::npos) refuse_rows();
        out.push_back({static_cast<core::CellKind>(kind), cells.at(i + 2).as_string()});
    }
    sink.row({cells.at(0).to_number<std::uint64_t>(), out});
}

std::vector<std::pair<std::string, std::string>> options(const domain::Column& column) {
    std::vector<std::pair<std::string, std::string>> out{{"", "(ne pas lire cette colonne)"}};
    for (const Field field : meanings) out.emplace_back(key_of(field), std::string(domain::info(field).label));
    const bool listed = std::find(meanings.begin(), meanings.end(), column.field) != meanings.end();
    if (!listed && column.field != Field::ignored)
        out.emplace_back(key_of(column.field), std::string(domain::info(column.field).label) + " (non reprise)");
    return out;
}

json::object column_view(const domain::Column& column, const FormView& form, const http::Fields& typed) {
    const std::string name = name_of(column.index);
    const std::string letters = core::column_letters(column.index);
    const std::string value(typed.get(name).value_or(key_of(column.field)));
    std::string samples;
    for (const std::string& sample : column.samples) samples += (samples.empty() ? "" : " · ") + sample;
    return {{"lettre", letters},
            {"libelle", column.header},
            {"exemples", samples},
            {"a_decider", column.unresolved()},
            {"champ", form.choice({name, "Colonne " + letters + ", comprise comme"}, value, options(column))}};
}

}  // namespace

bool RowKeeper::row(const core::Row& row) {
    if (!full_) {
        std::size_t width = row.cells.size();
        while (width > 0 && row.cells[width - 1].empty()) --width;
        json::array kept{row.number, ""};
        std::string letters;
        for (const core::Cell& cell : row.cells.first(width)) {
            letters += kinds[static_cast<std::size_t>(cell.kind)];
            kept.emplace_back(json::string(cell.text));
        }
        kept[1] = letters;
        const std::string line = json::serialize(kept);
        full_ = text_.size() + line.size() + 3 > kept_bytes;
        if (!full_) text_ += (text_.empty() ? "" : ",") + line;
    }
    if (fault_) return !full_;
    try {
        return next_.row(row);
    } catch (const core::Error&) {
        fault_ = std::current_exception();
        return !full_;
    }
}

void RowKeeper::finish() const {
    if (fault_) std::rethrow_exception(fault_);
}

void replay(std::string_view text, core::RowSink& sink) {
    boost::system::error_code broken;
    const json::value rows = json::parse(text, broken);
    if (broken || !rows.is_array()) refuse_rows();
    try {
        for (const json::value& row : rows.get_array()) replay_row(row.as_array(), sink);
    } catch (const core::Error&) {
        throw;
    } catch (const std::exception&) {
        refuse_rows();
    }
}

LotTableChoices read_table_choices(const http::Fields& fields, FormReader& reader) {
    LotTableChoices out;
    const auto header = reader.whole("ligne_titres");
    if (header) out.header_row = static_cast<std::uint64_t>(*header);
    if (out.header_row) out.profile = estimate_profile;
    if (reader.text("ligne_titres") != reader.text("ligne_lue")) return out;
    for (std::size_t i = 0; i < shown_columns; ++i) {
        const std::string name = name_of(i);
        if (!fields.has(name)) continue;
        const std::string key = reader.text(name);
        const auto field = key.empty() ? core::Result<Field>(Field::ignored) : domain::parse_field(key);
        if (!field) {
            reader.refuse(name, field.error().text);
            continue;
        }
        const auto same = std::find_if(out.columns.begin(), out.columns.end(), [&](const domain::Choice& one) {
            return one.field == *field && one.field != Field::ignored;
        });
        if (same != out.columns.end())
            reader.refuse(name,
                          "la colonne " + core::column_letters(*same->index) + " a déjà ce sens\u00a0; gardez-en une");
        else
            out.columns.push_back({"", *field, i});
    }
    if (!out.columns.empty()) out.profile = estimate_profile;
    return out;
}

json::object table_form(const LotTable& table, const FormView& form, const http::Fields& typed) {
    const FormReader reader(typed);
    const std::string header =
        table.mapping && table.mapping->header_row > 0 ? std::to_string(table.mapping->header_row) : "";
    const bool moved = reader.text("ligne_titres") != reader.text("ligne_lue");
    static const http::Fields none;
    json::array columns;
    bool doubtful = table.doubtful;
    for (const domain::Column& column : table.mapping ? table.mapping->columns : std::vector<domain::Column>()) {
        if (column.index >= shown_columns) break;
        columns.push_back(column_view(column, form, moved ? none : typed));
        doubtful = doubtful || column.unresolved();
    }
    return {
        {"table", table.rows},
        {"a_redonner", table.rows.empty()},
        {"fichier", table.file},
        {"feuille", reader.text("feuille")},
        {"mode", reader.text("mode")},
        {"ligne_lue", header},
        {"ligne", form.field({"ligne_titres", "Ligne des titres", "son numéro dans le fichier", "numeric"}, header)},
        {"doute", doubtful},
        {"colonnes", std::move(columns)}};
}

}  // namespace clausier::web
