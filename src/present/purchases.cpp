// Gives purchases their documents.
#include "clausier/present/purchases.hpp"

#include "clausier/core/french.hpp"
#include "json_values.hpp"
#include "purchase_figures.hpp"
#include "structure_words.hpp"

namespace clausier::present {
namespace {

namespace french = core::french;

json::object year_json(const domain::PurchaseYear& year) {
    const domain::PurchaseFile& f = year.file;
    return {{"achat_id", f.id.empty() ? json::value(nullptr) : json::value(f.id.value)},
            {"acheteur_id", year.buyer.id.value},
            {"acheteur", year.buyer.label()},
            {"annee", f.year},
            {"fichier", f.file_name},
            {"lues", f.rows_read},
            {"retenues", f.rows_kept},
            {"ecartees", f.rows_rejected},
            {"depense_mandatee", year.spending ? json_of(year.spending->mandated) : json::value(nullptr)},
            {"depense_source", year.spending ? json::value(year.spending->source) : json::value(nullptr)}};
}

json::object figure_json(std::string_view group, std::string_view code, const std::string& name,
                         const domain::Spent& all, const domain::Spent& inclusive,
                         const std::optional<core::Rate>& share) {
    return {{"groupe", group},
            {"code", code},
            {"nom", name},
            {"lignes", all.lines},
            {"fournisseurs", all.suppliers},
            {"montant", json_of(all.amount)},
            {"inclusif_lignes", inclusive.lines},
            {"inclusif_fournisseurs", inclusive.suppliers},
            {"inclusif_montant", json_of(inclusive.amount)},
            {"part", json_of(share)}};
}

void add_row(Answer& out, const std::string& name, const domain::Spent& spent, const std::optional<core::Rate>& share) {
    out.table.rows.push_back({name, std::to_string(spent.lines), std::to_string(spent.suppliers),
                              french::euros(spent.amount), share ? french::percent(*share) : "—"});
}

}  // namespace

std::vector<PurchaseFigure> purchase_figures(const domain::PurchaseShare& s) {
    return {{"total", "Tous les achats", s.all},
            {"avec_siret", "dont fournisseurs avec SIRET", s.with_siret},
            {"inclusif", "Achats inclusifs", s.inclusive},
            {"insertion", "dont insertion (SIAE, GEIQ…)", s.insertion},
            {"handicap", "dont handicap (EA, EATT, ESAT)", s.handicap},
            {"agreees", "dont structures dont la convention est datée", s.approved},
            {"siret_partage", "dont SIRET de plusieurs structures", s.shared},
            {"ess", "Achats à l’économie sociale et solidaire", s.ess},
            {"esus", "Achats à des entreprises agréées ESUS", s.esus}};
}

Answer answer(const std::vector<domain::PurchaseYear>& years) {
    Answer out;
    json::array lines;
    out.table.columns = {"N°", "Année", "Acheteur", "Fichier", "Lignes", "Dépense de l’année", "Source"};
    for (const domain::PurchaseYear& one : years) {
        lines.emplace_back(year_json(one));
        out.table.rows.push_back(
            {one.file.id.empty() ? "" : std::to_string(one.file.id.value), std::to_string(one.file.year),
             one.buyer.label(), one.file.file_name, one.file.id.empty() ? "" : std::to_string(one.file.rows_kept),
             one.spending ? french::euros(one.spending->mandated) : "", one.spending ? one.spending->source : ""});
    }
    out.numeric = {true, true, false, false, true, true, false};
    out.document = json::object{{"achats", std::move(lines)}};
    out.rows = "achats";
    out.title = "Achats";
    return out;
}

Answer answer(const domain::PurchaseSheet& sheet) {
    Answer out;
    const domain::PurchaseShare& share = sheet.share;
    json::object document = year_json(sheet.year);
    document["juge_le"] = json_of(share.on);
    json::array figures;
    out.table.columns = {"Achats", "Lignes", "Fournisseurs", "Montant", "Part du total"};
    out.numeric = {false, true, true, true, true};
    for (const PurchaseFigure& one : purchase_figures(share)) {
        const auto part = domain::rate(one.spent, share.all);
        figures.emplace_back(figure_json("ensemble", one.code, one.label, one.spent, share.inclusive, part));
        add_row(out, one.label, one.spent, part);
    }
    for (const domain::SpentGroup& one : share.by_kind) {
        const auto part = domain::rate(one.all, share.all);
        figures.emplace_back(figure_json("type", one.name, kind_text(one.name), one.all, one.inclusive, part));
        add_row(out, kind_text(one.name), one.all, part);
    }
    const auto add_groups = [&](std::string_view group, const std::vector<domain::SpentGroup>& list) {
        for (const domain::SpentGroup& one : list)
            figures.emplace_back(
                figure_json(group, "", one.name, one.all, one.inclusive, domain::rate(one.inclusive, one.all)));
    };
    add_groups("categorie", share.by_category);
    add_groups("entite", share.by_unit);
    json::array rejects;
    for (const domain::PurchaseReject& one : sheet.rejects)
        rejects.push_back({{"ligne", one.line}, {"code", one.code}, {"message", one.message}});
    document["chiffres"] = std::move(figures);
    document["rejets"] = std::move(rejects);
    out.document = std::move(document);
    out.rows = "chiffres";
    out.title = "Part d’achat inclusif " + std::to_string(sheet.year.file.year) + ", " + sheet.year.buyer.label();
    for (const domain::PurchaseReject& one : sheet.rejects)
        out.lines.push_back("Ligne " + std::to_string(one.line) + " écartée : " + one.message);
    out.remarks = sheet.remarks;
    return out;
}

std::vector<std::string> purchase_note_titles() {
    return {"Structure inclusive", "Famille", "Type", "Nom de la structure", "Agréée à la date"};
}

std::vector<std::string> purchase_note_cells(const domain::PurchaseNote& note) {
    return {note.inclusive, note.family, note.kind, note.name, note.approved};
}

}  // namespace clausier::present
