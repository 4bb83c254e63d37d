// A dossier opened during a call, alone or from the lots of a calculation, and its values changed later.
#include <boost/json/array.hpp>

#include "clausier/core/text.hpp"
#include "clausier/domain/tender.hpp"
#include "edit_form.hpp"
#include "enquiry_form.hpp"
#include "enquiry_pages.hpp"
#include "person_pages.hpp"
#include "row_form.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;

constexpr std::string_view from_calculation = "calcul";
// What a calculation or the legal adviser leaves in the form without a field of its own.
constexpr std::string_view carried[] = {"depuis", "taux", "cout_horaire", "arrondi", "defense"};

// The fields of the dossier, those that a calculation leaves here, and the lots. What a lot has of a calculation stands
// in hidden cells of its row.
RowForm rows_of(const http::Fields& sent) {
    return {sent,
            {"acheteur",
             "objet",
             "type",
             "cpv",
             "categorie_acheteur",
             "departement",
             "besoin_estime",
             "duree_mois",
             "referent",
             "date_question",
             "date_publication",
             "date_reponses",
             "note",
             "depuis",
             "taux",
             "cout_horaire",
             "arrondi",
             "date_consultation",
             "defense",
             "opcs"},
            {{"lot", {"intitule", "metier", "montant", "part_mo", "cout_horaire", "taux"}, domain::kMostLots}}};
}

json::array lot_rows(const RowForm& rows, const FormView& form) {
    json::array out;
    const std::size_t count = rows.rows("lot");
    for (std::size_t row = 1; row <= count; ++row) {
        const std::string which = " du lot " + std::to_string(row);
        const auto cell = [&](std::string_view column, const std::string& label, bool figure) {
            return row_cell(rows, form, {"lot", column, row}, label, figure);
        };
        json::array hidden;
        for (const std::string_view column : {"part_mo", "cout_horaire", "taux"})
            if (const std::string& value = rows.value("lot", column, row); !value.empty())
                hidden.push_back({{"nom", RowForm::name(column, row)}, {"valeur", value}});
        out.push_back({{"numero", row},
                       {"intitule", cell("intitule", "Intitulé" + which, false)},
                       {"metier", form.choice({RowForm::name("metier", row), "Métier" + which},
                                              rows.value("lot", "metier", row), trade_choices())},
                       {"montant", cell("montant", "Montant estimé HT" + which + ", en euros", true)},
                       {"caches", std::move(hidden)},
                       {"plusieurs", count > 1}});
    }
    return out;
}

// Whether a button of the rows was pressed: the form comes back with a row more or less.
bool rows_changed(const http::Fields& sent) { return sent.has("ajouter") || sent.has("retirer_lot"); }

Reply creation_page(Call& call, const http::Fields& sent, std::vector<core::Issue> issues) {
    const RowForm rows = rows_of(sent);
    for (const core::Issue& issue : rows.issues()) issues.push_back(issue);
    require_page(call, issues);
    const FormView form(issues);
    const http::Fields& shown = rows.fields();
    const std::string calculation = std::string(shown.get("depuis").value_or(""));
    Reply out;
    out.status = issues.empty() ? 200 : 422;
    out.title = "Créer un dossier";
    out.trail = {{"/dossiers", "Dossiers"}};
    out.page = "dossier_creer.html";
    out.headers.set("Cache-Control", "no-store");
    json::array kept;
    for (const std::string_view name : carried)
        if (const auto value = shown.get(name)) kept.push_back({{"nom", name}, {"valeur", *value}});
    out.view = enquiry_form_view(form, shown, call.app.clock.today(), opcs_choices(call, "Non précisée"));
    out.view["jeton"] = call.token();
    out.view["acheteur"] = form.field(
        {"acheteur", "Acheteur", "son nom ou son SIRET\u00a0; il est créé s’il est nouveau", {}, "text", true},
        shown.get("acheteur").value_or(""));
    out.view["lots"] = rows.rows("lot");
    out.view["lignes"] = lot_rows(rows, form);
    out.view["gardes"] = std::move(kept);
    out.view["depuis_calcul"] = calculation == from_calculation;
    form.summarise(out.view);
    return out;
}

Reply new_enquiry(Call& call) {
    http::Fields shown = call.query;
    // The calculator and the adviser have shorter names for the same things.
    if (shown.has("mois") && !shown.has("duree_mois")) shown.add("duree_mois", call.get("mois"));
    if (shown.has("categorie")) shown.add("categorie_acheteur", call.get("categorie"));
    return creation_page(call, shown, {});
}

struct Draft {
    app::EnquiryDraft enquiry;
    domain::Scenario scenario;  // of the calculation it comes from
    bool calculated = false;
};

domain::ScenarioLot read_choice(FormReader& reader, std::size_t row) {
    domain::ScenarioLot out;
    out.clause_kind = "insertion";
    out.labour_share = reader.percent(RowForm::name("part_mo", row));
    out.hourly_cost = reader.euros(RowForm::name("cout_horaire", row));
    out.effort = reader.percent(RowForm::name("taux", row));
    return out;
}

Draft read_draft(Call& call, FormReader& reader, const RowForm& rows) {
    Draft out;
    domain::Enquiry enquiry;
    enquiry.requested_on = call.app.clock.today();
    out.enquiry.enquiry = read_enquiry(reader, rows.fields(), enquiry);
    out.enquiry.enquiry.revision = 0;
    out.enquiry.buyer = domain::parse_buyer(reader.text("acheteur"));
    out.calculated = reader.text("depuis") == from_calculation;
    out.scenario.name = "Calcul";
    out.scenario.hypotheses.effort = reader.percent("taux");
    out.scenario.hypotheses.hourly_cost = reader.euros("cout_horaire");
    if (const std::string rounding = reader.text("arrondi"); !rounding.empty())
        if (const auto read = domain::HourRounding::parse(rounding)) out.scenario.hypotheses.rounding = *read;
    for (std::size_t row = 1; row <= rows.rows("lot"); ++row) {
        if (rows.blank("lot", row)) continue;
        domain::EnquiryLot lot;
        lot.number = std::to_string(row);
        lot.title = rows.value("lot", "intitule", row);
        lot.trade = rows.value("lot", "metier", row);
        lot.estimate = reader.euros(RowForm::name("montant", row));
        out.enquiry.lots.push_back(std::move(lot));
        out.scenario.lots.push_back(read_choice(reader, row));
    }
    return out;
}

// The calculation becomes the first scenario, which is chosen: its hours stand on the sheet at once.
void keep_calculation(Call& call, const domain::EnquirySheet& made, domain::Scenario scenario) {
    for (std::size_t i = 0; i < made.lots.size(); ++i) scenario.lots.at(i).lot = made.lots[i].id;
    const domain::EnquirySheet with = app::save_scenario(call.session(), call.base(), made.enquiry.id, scenario);
    app::choose_scenario(call.session(), call.base(), with.scenarios.back().id);
}

// What is wrong with the calculation is told before the dossier is made.
void require_sound_scenario(const Draft& draft) {
    std::vector<domain::EnquiryLot> lots = draft.enquiry.lots;
    domain::Scenario scenario = draft.scenario;
    for (std::size_t i = 0; i < lots.size(); ++i)
        scenario.lots.at(i).lot = lots[i].id = {static_cast<std::int64_t>(i) + 1};
    if (auto issues = domain::faults(scenario, lots); !issues.empty())
        throw core::Error(core::ErrorKind::invalid, std::move(issues));
}

Reply create(Call& call) {
    const http::Fields& sent = call.form.fields;
    if (rows_changed(sent)) return creation_page(call, sent, {});
    const RowForm rows = rows_of(sent);
    FormReader reader(rows.fields());
    if (reader.text("acheteur").empty()) reader.refuse("acheteur", "donnez le nom ou le SIRET de l’acheteur");
    if (reader.text("objet").empty()) reader.refuse("objet", "écrivez ce que l’acheteur veut acheter");
    Draft draft = read_draft(call, reader, rows);
    if (!reader.sound() || !rows.issues().empty()) return creation_page(call, sent, reader.issues());
    try {
        if (draft.calculated) require_sound_scenario(draft);
        const domain::EnquirySheet made = app::create_enquiry(call.session(), call.base(), std::move(draft.enquiry));
        if (draft.calculated && !made.lots.empty()) keep_calculation(call, made, std::move(draft.scenario));
        return Reply::see(enquiry_url(made), "dossier-cree");
    } catch (const core::Error& error) {
        if (!mendable(error)) throw;
        return creation_page(call, sent, placed_in_rows(error.issues()));
    }
}

Reply edit_form(Call& call, const domain::EnquirySheet& sheet, const http::Fields& shown,
                std::vector<core::Issue> issues, bool conflict) {
    require_page(call, issues, conflict);
    const FormView form(issues);
    Reply out;
    out.status = edit_status(issues, conflict);
    out.title = "Modifier le dossier";
    out.trail = enquiry_trail(sheet);
    out.page = "dossier_modifier.html";
    out.headers.set("Cache-Control", "no-store");
    out.view = enquiry_form_view(form, shown, call.app.clock.today(), opcs_choices(call, "Non précisée"));
    out.view["jeton"] = call.token();
    out.view["action"] = enquiry_url(sheet, "/modifier");
    out.view["retour"] = enquiry_url(sheet);
    out.view["acheteur"] = sheet.buyer.label();
    out.view["revision"] = shown_revision(call.form.fields, sheet.enquiry.revision, conflict);
    out.view["conflit"] = written_since(issues);
    form.summarise(out.view);
    return out;
}

Reply edit_page(Call& call) {
    const domain::EnquirySheet sheet = enquiry_of(call);
    return edit_form(call, sheet, fields_of(sheet.enquiry), {}, false);
}

Reply edit(Call& call) {
    const domain::EnquirySheet sheet = enquiry_of(call);
    FormReader reader(call.form.fields);
    const domain::Enquiry edited = read_enquiry(reader, call.form.fields, sheet.enquiry);
    if (!reader.sound()) return edit_form(call, sheet, call.form.fields, reader.issues(), false);
    try {
        app::update_enquiry(call.session(), call.base(), edited);
        return Reply::see(enquiry_url(sheet), "dossier-modifie");
    } catch (const core::Error& error) {
        if (!mendable(error)) throw;
        return edit_form(call, sheet, call.form.fields, error.issues(), error.kind() == core::ErrorKind::conflict);
    }
}

std::vector<Parameter> creation_parameters() {
    std::vector<Parameter> out{{"acheteur", "son SIRET ou son nom", "Commune de Valbrume", true}};
    for (const Parameter& one : enquiry_parameters()) out.push_back(one);
    out.push_back({"intitule_1", "intitulé du lot 1 (puis _2, _3…)", "Peinture intérieure"});
    out.push_back({"metier_1", "métier du lot 1", "interior_painting"});
    out.push_back({"montant_1", "montant estimé HT du lot 1", "200000"});
    out.push_back({"depuis", "« calcul » : le calcul dont viennent les lots devient un scénario"});
    return out;
}

std::vector<Parameter> edit_parameters() {
    std::vector<Parameter> out{{"id", "numéro du dossier", "1"}};
    for (const Parameter& one : enquiry_parameters()) out.push_back(one);
    for (const Parameter& one :
         {Parameter{"defense", "oui ou non"}, Parameter{"date_demande", "jour de la demande"},
          Parameter{"siae", "SIAE qui pourraient faire ce travail"},
          Parameter{"siae_chiffre_affaires", "leur chiffre d’affaires moyen"},
          Parameter{"ea_esat", "EA et ESAT qui pourraient faire ce travail"},
          Parameter{"ea_esat_chiffre_affaires", "leur chiffre d’affaires moyen"},
          Parameter{"publics", "codes des publics, une fois chacun", "long_unemployment"},
          Parameter{"publics_presents", "oui : la liste des publics est celle du formulaire", "oui"},
          Parameter{"modalites", "codes des modalités, une fois chacun"},
          Parameter{"modalites_presentes", "oui : la liste des modalités est celle du formulaire", "oui"},
          Parameter{"motif_exception", "pourquoi la condition sociale obligatoire n’est pas posée"},
          Parameter{"revision", "la version qui a été lue", "3", true}})
        out.push_back(one);
    return out;
}

}  // namespace

std::vector<Route> enquiry_creation_routes() {
    constexpr Formats page{true, false, false};
    constexpr std::uint64_t limit = 1ULL << 20;
    return {
        {"GET",
         "/dossiers/creer",
         Action::enquiry_write,
         new_enquiry,
         "Le formulaire d’un dossier, vide ou rempli des lots d’un calcul",
         {{"montant_1", "les lots, comme à /calcul", "200000"}},
         page,
         "/dossiers/creer"},
        {"POST", "/dossiers/creer", Action::enquiry_write, create, "Crée un dossier et ses lots", creation_parameters(),
         page, "acheteur=Commune%20de%20Valbrume&objet=R%C3%A9novation&intitule_1=Peinture&montant_1=200000", false,
         limit},
        {"GET",
         "/dossiers/{id}/modifier",
         Action::enquiry_write,
         edit_page,
         "Le formulaire d’un dossier",
         {{"id", "numéro du dossier", "1"}},
         page,
         "/dossiers/1/modifier"},
        {"POST", "/dossiers/{id}/modifier", Action::enquiry_write, edit, "Change les valeurs d’un dossier",
         edit_parameters(), page, "objet=R%C3%A9novation&revision=5"}};
}

}  // namespace clausier::web
