// Reads the choices made of columns, and shows them again.
#include "import_column_form.hpp"

namespace clausier::web {
namespace {

using domain::ImportDraft;

std::string name_of(const domain::ColumnPreview& column) { return "colonne_" + std::to_string(column.index + 1); }

// "" leaves the column unread.
core::Result<domain::Field> field_named(const std::string& key) {
    return key.empty() ? core::Result<domain::Field>(domain::Field::ignored) : domain::parse_field(key);
}

}  // namespace

http::Fields choice_fields(const ImportDraft& draft) {
    const domain::ImportChoices& choices = draft.choices;
    return {{"acheteur", choices.buyer},
            {"objet", choices.market_title},
            {"marche", choices.market_reference},
            {"annee", choices.year ? std::to_string(*choices.year) : ""},
            {"ligne_entetes", draft.header_row ? std::to_string(draft.header_row) : ""}};
}

boost::json::array column_fields(const FormView& form, const http::Fields& typed) {
    const auto field = [&](const FieldView& spec) { return form.field(spec, typed.get(spec.name).value_or("")); };
    return {field({"acheteur", "Acheteur", "nom ou SIRET, pour les lignes qui n’en nomment pas"}),
            field({"objet", "Objet du marché", "quand le fichier est celui d’un seul marché"}),
            field({"marche", "Référence du marché", "quand le fichier est celui d’un seul marché"}),
            field({"annee", "Année", "des lignes sans date", "numeric"}),
            field({"ligne_entetes", "Ligne des titres", "", "numeric"})};
}

domain::ImportChoices read_choices(const http::Fields& fields, FormReader& reader, const ImportDraft& draft) {
    domain::ImportChoices out;
    out.keep_before_fault = draft.choices.keep_before_fault;
    out.sheet = reader.text("feuille");
    out.profile = reader.text("profil");
    out.buyer = reader.text("acheteur");
    out.market_title = reader.text("objet");
    out.market_reference = reader.text("marche");
    out.year = reader.year("annee");
    const auto header = reader.whole("ligne_entetes");
    const bool moved = header && static_cast<std::uint64_t>(*header) != draft.header_row;
    if (moved || draft.choices.header_row)
        out.header_row = header ? std::optional<std::uint64_t>(*header) : std::nullopt;
    // Columns of another sheet, profile or header row are others: they are recognised anew.
    if (moved || out.profile != draft.choices.profile ||
        (!draft.choices.sheet.empty() && out.sheet != draft.choices.sheet))
        return out;
    for (const domain::ColumnPreview& column : draft.columns) {
        const std::string name = name_of(column);
        const std::string_view known = column.field == domain::Field::ignored ? "" : domain::info(column.field).key;
        const std::string key = fields.has(name) ? reader.text(name) : std::string(known);
        if (key == known && column.how != domain::How::chosen) continue;
        const auto field = field_named(key);
        if (!field)
            reader.refuse(name, field.error().text);
        else
            out.columns.push_back({column.header, *field, column.index});
    }
    return out;
}

void show_chosen_columns(ImportDraft& draft, const http::Fields& fields) {
    const FormReader reader(fields);
    for (domain::ColumnPreview& column : draft.columns) {
        if (!fields.has(name_of(column))) continue;
        const auto field = field_named(reader.text(name_of(column)));
        if (!field || *field == column.field) continue;
        column.field = *field;
        column.how = domain::How::chosen;
    }
}

std::vector<core::Issue> unreadable(const ImportDraft& draft) {
    std::vector<core::Issue> out;
    if (draft.needs_buyer)
        out.push_back({core::Severity::error, "", "acheteur",
                       "aucune colonne ne nomme l’acheteur\u00a0; donnez son nom ou son SIRET"});
    if (!draft.missing.empty())
        out.push_back({core::Severity::error, "", "colonnes",
                       "aucune colonne ne donne\u00a0: " + draft.missing +
                           "\u00a0; dites laquelle, ou choisissez une autre forme de tableau"});
    return out;
}

std::vector<core::Issue> header_faults(const ImportDraft& draft) {
    std::vector<core::Issue> out;
    for (const core::Issue& issue : draft.faults)
        if (issue.code == "ligne_des_titres_absente")
            out.push_back({issue.severity, issue.code, "ligne_entetes", issue.text});
    return out;
}

}  // namespace clausier::web
