// Offers on a dossier side by side: the marking grid, the marks and ranks of each lot, the report.
#include <boost/json/array.hpp>

#include "clausier/present/enquiry_views.hpp"
#include "clausier/present/offer_report.hpp"
#include "edit_form.hpp"
#include "enquiry_pages.hpp"
#include "form_reader.hpp"
#include "row_form.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;
using domain::EnquirySheet;

constexpr std::size_t most_criteria = 20;

RowForm rows_of(const http::Fields& sent) {
    return {sent,
            {"poids", "note_max", "revision"},
            {{"critere", {"libelle", "poids", "attendu", "ident"}, most_criteria}}};
}

http::Fields fields_of(const domain::MarkingGrid& grid) {
    http::Fields out{{"poids", grid.criteria.empty() ? "" : typed(grid.weight)},
                     {"note_max", std::to_string(grid.best)}};
    for (std::size_t i = 0; i < grid.criteria.size(); ++i) {
        const domain::SubCriterion& one = grid.criteria[i];
        out.add(RowForm::name("libelle", i + 1), one.label);
        out.add(RowForm::name("poids", i + 1), typed(one.weight));
        out.add(RowForm::name("attendu", i + 1), one.expected);
        out.add(RowForm::name("ident", i + 1), std::to_string(one.id.value));
    }
    return out;
}

json::array criterion_rows(const RowForm& rows, const FormView& form) {
    json::array out;
    const std::size_t count = rows.rows("critere");
    for (std::size_t row = 1; row <= count; ++row) {
        const std::string which = " du sous-critère " + std::to_string(row);
        const auto cell = [&](std::string_view column, const std::string& label, bool figure) {
            return row_cell(rows, form, {"critere", column, row}, label + which, figure);
        };
        out.push_back({{"numero", row},
                       {"libelle", cell("libelle", "Libellé", false)},
                       {"poids", cell("poids", "Poids, en %,", true)},
                       {"attendu", cell("attendu", "Ce qui vaut la meilleure note", false)},
                       {"ident", rows.value("critere", "ident", row)},
                       {"plusieurs", count > 1}});
    }
    return out;
}

struct OffersPage {
    http::Fields shown;
    std::vector<core::Issue> issues{};
    bool conflict = false;
    bool grid_open = false;
};

Reply offers_page(Call& call, const EnquirySheet& sheet, OffersPage what) {
    const RowForm rows = rows_of(what.shown);
    for (const core::Issue& issue : rows.issues()) what.issues.push_back(issue);
    require_page(call, what.issues, what.conflict);
    const std::vector<domain::ScenarioStudy> studies = studies_of(call, sheet);
    const FormView form(what.issues);
    const FormReader typed_fields(what.shown);
    Reply out;
    out.status = edit_status(what.issues, what.conflict);
    out.title = "Offres";
    out.trail = enquiry_trail(sheet);
    out.page = "dossier_offres.html";
    out.filename = "analyse-des-offres-" + std::to_string(sheet.enquiry.id.value);
    out.answer = present::offers_answer(sheet, studies);
    out.document = present::offer_report(sheet, studies, call.app.identity()->name, call.app.clock.now());
    out.headers.set("Cache-Control", "no-store");
    if (!call.html()) return out;
    out.view = present::offers_view(sheet, studies);
    out.view["jeton"] = call.token();
    out.view["adresse"] = enquiry_url(sheet);
    out.view["revision"] = shown_revision(call.form.fields, sheet.enquiry.revision, what.conflict);
    out.view["conflit"] = written_since(what.issues);
    out.view["grille_ouverte"] = what.grid_open || sheet.grid.criteria.empty() || !what.issues.empty();
    out.view["nombre_criteres"] = rows.rows("critere");
    out.view["lignes"] = criterion_rows(rows, form);
    out.view["champs"] =
        json::array{form.field({"poids", "Poids du critère social (%)", "dans la note finale", "decimal"},
                               typed_fields.text("poids")),
                    form.field({"note_max", "Meilleure note", {}, "numeric"}, typed_fields.text("note_max"))};
    form.summarise(out.view);
    return out;
}

Reply see(Call& call) {
    const EnquirySheet sheet = enquiry_of(call);
    return offers_page(call, sheet, {fields_of(sheet.grid)});
}

domain::MarkingGrid read_grid(FormReader& reader, const RowForm& rows) {
    domain::MarkingGrid out;
    out.weight = reader.percent("poids").value_or(core::Rate{});
    out.best = reader.whole("note_max").value_or(out.best);
    for (std::size_t row = 1; row <= rows.rows("critere"); ++row) {
        const auto value = [&](std::string_view column) { return rows.value("critere", column, row); };
        if (value("libelle").empty() && value("poids").empty() && value("attendu").empty()) continue;
        domain::SubCriterion one;
        one.id = {reader.whole(RowForm::name("ident", row)).value_or(0)};
        one.label = value("libelle");
        one.weight = reader.percent(RowForm::name("poids", row)).value_or(core::Rate{});
        one.expected = value("attendu");
        out.criteria.push_back(std::move(one));
    }
    return out;
}

Reply save_grid(Call& call) {
    const EnquirySheet sheet = enquiry_of(call);
    const http::Fields& sent = call.form.fields;
    if (sent.has("ajouter") || sent.has("retirer_critere")) return offers_page(call, sheet, {sent, {}, false, true});
    const RowForm rows = rows_of(sent);
    FormReader reader(rows.fields());
    const domain::MarkingGrid grid = read_grid(reader, rows);
    if (!reader.sound() || !rows.issues().empty()) return offers_page(call, sheet, {sent, reader.issues()});
    try {
        app::save_grid(call.session(), call.base(), sheet.enquiry.id, reader.whole("revision").value_or(0), grid);
        return Reply::see(enquiry_url(sheet, "/offres"), "grille-enregistree");
    } catch (const core::Error& error) {
        if (!mendable(error)) throw;
        return offers_page(call, sheet,
                           {sent, placed_in_rows(error.issues()), error.kind() == core::ErrorKind::conflict});
    }
}

}  // namespace

std::vector<Route> marking_grid_routes() {
    constexpr Formats page{true, false, false};
    const Parameter id{"id", "numéro du dossier", "1"};
    return {{"GET",
             "/dossiers/{id}/offres",
             Action::enquiry_read,
             see,
             "La grille de notation, les offres de chaque lot, leurs notes et leurs rangs",
             {id},
             {true, true, true, true},
             "/dossiers/1/offres"},
            {"POST",
             "/dossiers/{id}/offres/grille",
             Action::enquiry_write,
             save_grid,
             "Enregistre la grille de notation du critère social",
             {id,
              {"poids", "poids du critère social dans la note finale, en %", "10"},
              {"note_max", "meilleure note", "10"},
              {"libelle_1", "libellé du premier sous-critère (puis _2, _3…)", "Encadrement"},
              {"poids_1", "son poids, en % ; leur somme est 100", "100"},
              {"attendu_1", "ce qui vaut la meilleure note", "Tuteur nommé"},
              {"ident_1", "son numéro dans la base, quand il y est déjà"},
              {"revision", "la version du dossier qui a été lue", "3", true}},
             page,
             "poids=10&note_max=10&libelle_1=Encadrement&poids_1=100&revision=5"}};
}

}  // namespace clausier::web
