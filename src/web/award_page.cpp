// The end of a dossier: what it will become is said, then it becomes a market.
#include <boost/json/array.hpp>

#include "clausier/present/enquiry_views.hpp"
#include "edit_form.hpp"
#include "enquiry_pages.hpp"
#include "form_reader.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;
using domain::EnquirySheet;

// What the award still lacks; that a dossier cannot be awarded at all is one of them.
std::vector<core::Issue> lacks_of(const Call& call, const EnquirySheet& sheet) {
    try {
        return domain::missing(sheet, domain::EnquiryState::awarded, facts_of(call, sheet));
    } catch (const core::Error& error) {
        if (error.kind() != core::ErrorKind::conflict) throw;
        return error.issues();
    }
}

json::array lack_views(const Call& call, const EnquirySheet& sheet) {
    json::array out;
    for (const core::Issue& issue : lacks_of(call, sheet))
        out.push_back({{"texte", issue.text}, {"url", mending_url(sheet, issue.where)}});
    return out;
}

// The field of the form of a clause, by the place of its lot: "lots.2.forme" is "forme_2".
std::string form_name(std::size_t place) { return "forme_" + std::to_string(place + 1); }

const domain::ScenarioStudy* chosen_of(const EnquirySheet& sheet, const std::vector<domain::ScenarioStudy>& studies) {
    for (const domain::ScenarioStudy& study : studies)
        if (study.scenario.id == sheet.enquiry.chosen) return &study;
    return nullptr;
}

// A list for each clause that may be of several forms; none is chosen for who awards.
json::array form_views(const EnquirySheet& sheet, const domain::ScenarioStudy& study, const FormView& form,
                       const FormReader& typed) {
    std::vector<std::pair<std::string, std::string>> options{{"", "à choisir"}};
    for (const domain::ClauseForm one : domain::all_clause_forms)
        options.emplace_back(std::string(code(one)), std::string(label(one)));
    json::array out;
    for (const std::size_t place : domain::lots_to_form(sheet, study)) {
        const domain::LotStudy& lot = study.lots[place];
        const std::string name = form_name(place);
        const std::string label =
            "Forme\u00a0: " + domain::CodeLists::embedded().clause_kind(lot.choice.clause_kind)->label + ", lot " +
            (lot.lot.number.empty() ? std::to_string(place + 1) : lot.lot.number);
        out.push_back(form.choice({name, label, "ce que le marché écrit"}, typed.text(name), options));
    }
    return out;
}

domain::ClauseForms read_forms(FormReader& reader, const EnquirySheet& sheet) {
    domain::ClauseForms out;
    for (std::size_t place = 0; place < sheet.lots.size(); ++place) {
        const std::string name = form_name(place);
        const std::string text = reader.text(name);
        if (text.empty()) continue;
        if (const auto form = domain::clause_form(text))
            out[sheet.lots[place].id] = *form;
        else
            reader.refuse(name, "cette forme n’existe pas\u00a0; choisissez-en une dans la liste");
    }
    return out;
}

Reply form_page(Call& call, const EnquirySheet& sheet, std::vector<core::Issue> issues, bool conflict) {
    require_page(call, issues, conflict);
    const FormView form(issues);
    const FormReader typed_fields(call.form.fields);
    const auto field = [&](FieldView spec) { return form.field(spec, typed_fields.text(spec.name)); };
    Reply out;
    out.status = edit_status(issues, conflict);
    out.title = "Attribuer";
    out.trail = enquiry_trail(sheet);
    out.page = "dossier_attribuer.html";
    out.headers.set("Cache-Control", "no-store");
    json::array lacks = lack_views(call, sheet);
    const auto studies = studies_of(call, sheet);
    const domain::ScenarioStudy* chosen = chosen_of(sheet, studies);
    out.view = present::award_view(sheet, studies);
    out.view["formes"] = chosen ? form_views(sheet, *chosen, form, typed_fields) : json::array();
    out.view["jeton"] = call.token();
    out.view["adresse"] = enquiry_url(sheet);
    out.view["acheteur"] = sheet.buyer.label();
    out.view["revision"] = std::to_string(sheet.enquiry.revision);
    out.view["possible"] = lacks.empty();
    out.view["manques"] = std::move(lacks);
    out.view["champs"] = json::array{
        field({"marche", "Référence du marché",
               "vide\u00a0: une référence «\u00a0D-…\u00a0» est formée, à "
               "changer dans le marché"}),
        field({"date_notification", "Notifié le", "vide\u00a0: le marché attend sa date de notification", {}, "date"}),
        field({"note", "Note", "facultative, gardée dans l’historique"})};
    form.summarise(out.view);
    return out;
}

Reply see(Call& call) { return form_page(call, enquiry_of(call), {}, false); }

Reply award(Call& call) {
    const EnquirySheet sheet = enquiry_of(call);
    FormReader reader(call.form.fields);
    const app::Award said{reader.text("marche"), reader.date("date_notification"), reader.text("note"),
                          read_forms(reader, sheet)};
    if (!reader.sound()) return form_page(call, sheet, reader.issues(), false);
    try {
        const auto reference = call.app.reference();
        const EnquirySheet made = app::award(call.session(), call.base(), sheet.enquiry.id,
                                             reader.whole("revision").value_or(0), said, *reference);
        return Reply::see(enquiry_url(made), "dossier-attribue");
    } catch (const core::Error& error) {
        if (!mendable(error)) throw;
        std::vector<core::Issue> issues = error.issues();
        for (core::Issue& issue : issues) {
            if (issue.code == "clause_forme")
                issue.where = "forme_" + issue.where.substr(5, issue.where.rfind('.') - 5);
            else if (issue.where != "marche" && issue.where != "date_notification")
                issue.where.clear();
        }
        return form_page(call, sheet, std::move(issues), error.kind() == core::ErrorKind::conflict);
    }
}

}  // namespace

std::vector<Route> award_routes() {
    constexpr Formats page{true, false, false};
    const Parameter id{"id", "numéro du dossier", "1"};
    return {{"GET",
             "/dossiers/{id}/attribuer",
             Action::enquiry_write,
             see,
             "Ce que l’attribution fera d’un dossier",
             {id},
             page,
             "/dossiers/1/attribuer"},
            {"POST",
             "/dossiers/{id}/attribuer",
             Action::enquiry_write,
             award,
             "Attribue un dossier : il devient un marché, avec ses lots et leurs heures",
             {id,
              {"marche", "référence du marché ; vide : une référence est formée"},
              {"date_notification", "date de notification", "2026-11-20"},
              {"forme_1",
               "clause, critere ou les_deux : ce qu’est la clause du lot 1, si elle peut l’être de plusieurs façons"},
              {"note", "note gardée dans l’historique"},
              {"revision", "la version qui a été lue", "3", true}},
             page,
             ""}};
}

}  // namespace clausier::web
