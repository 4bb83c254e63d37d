// The documents of a dossier: which ones there are, each filled with its lots, and its exports kept in the history.
#include <fmt/format.h>

#include "clausier/app/documents.hpp"
#include "clausier/core/french.hpp"
#include "clausier/present/documents.hpp"
#include "document_pages.hpp"
#include "enquiry_pages.hpp"
#include "form_reader.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;

std::optional<domain::Id<domain::Scenario>> asked_scenario(const Call& call) {
    FormReader reader(call.query);
    const auto number = reader.whole("scenario");
    if (!reader.sound()) throw core::Error(core::ErrorKind::invalid, reader.issues());
    if (!number) return std::nullopt;
    return domain::Id<domain::Scenario>{*number};
}

// The scenario documents are written from, or why there is none.
void add_scenario(Call& call, const domain::EnquirySheet& sheet, json::object& view) {
    view["scenario"] = nullptr;
    view["manque"] = nullptr;
    try {
        const auto studies = studies_of(call, sheet);
        const domain::ScenarioStudy& study = app::study_to_write(studies, sheet, std::nullopt);
        view["scenario"] =
            fmt::format("«\u00a0{}\u00a0»\u00a0: {} sur {}", study.scenario.name, core::french::hours(study.hours),
                        core::french::count(study.with_clause, "lot avec clause", "lots avec clause"));
    } catch (const core::Error& error) {
        if (error.kind() != core::ErrorKind::conflict) throw;
        view["manque"] = error.issues().front().text;
    }
}

Reply list(Call& call) {
    const domain::EnquirySheet sheet = enquiry_of(call);
    const auto templates = app::document_templates(call.base());
    store::ProducedFilter filter;
    filter.enquiry = sheet.enquiry.id;
    Reply out;
    out.title = "Documents du dossier";
    out.trail = enquiry_trail(sheet);
    out.page = "dossier_documents.html";
    out.filename = fmt::format("documents-du-dossier-{}", sheet.enquiry.id.value);
    out.answer = present::answer(templates);
    out.headers.set("Cache-Control", "no-store");
    if (!call.html()) return out;
    json::array list;
    for (const domain::DocumentTemplate& one : templates)
        list.push_back({{"nom", one.name},
                        {"url", enquiry_url(sheet, "/documents/" + one.key)},
                        {"modele", "/documents/modeles/" + one.key}});
    out.view = {{"documents", std::move(list)},
                {"pdf", static_cast<bool>(call.app.config.engines.pdf)},
                {"scenarios", enquiry_url(sheet, "/scenarios")},
                {"sans_contact", call.app.identity()->contact.empty()}};
    add_scenario(call, sheet, out.view);
    add_history(call, filter, out.view);
    return out;
}

Reply see(Call& call) {
    const domain::EnquirySheet sheet = enquiry_of(call);
    const domain::DocumentTemplate from = app::document_template(call.base(), call.parts.at(1));
    const auto studies = studies_of(call, sheet);
    const domain::ScenarioStudy& study = app::study_to_write(studies, sheet, asked_scenario(call));
    const present::DocumentMaker maker = document_maker(call.app);
    const json::object values =
        present::document_values(sheet, study, *call.app.reference(), maker, call.app.clock.today());
    Reply out;
    out.document = present::make_document(from, values, maker, call.app.clock.today());
    out.title = out.document->title;
    out.trail = enquiry_trail(sheet);
    out.trail.push_back({enquiry_url(sheet, "/documents"), "Documents"});
    out.page = "dossier_document.html";
    out.filename = fmt::format("{}-dossier-{}", from.key, sheet.enquiry.id.value);
    out.answer = present::answer(*out.document);
    out.headers.set("Cache-Control", "no-store");
    out.produced = [&app = call.app, session = call.session(), from, id = sheet.enquiry.id,
                    title = present::document_name(from, values)](Format format, const std::string& bytes) {
        app::record_production(session, app.base, {from, id, title, std::string(suffix(format).substr(1))}, bytes);
    };
    if (!call.html()) return out;
    out.view = {{"document", present::document_view(*out.document)},
                {"texte", present::plain_text(*out.document)},
                {"scenario", study.scenario.name},
                {"modele", "/documents/modeles/" + from.key},
                {"adresse", enquiry_url(sheet, "/documents/" + from.key)},
                {"requete", call.query.empty() ? "" : "?" + http::encode_query(call.query)},
                {"pdf", static_cast<bool>(call.app.config.engines.pdf)}};
    return out;
}

}  // namespace

std::vector<Route> enquiry_document_routes() {
    const Parameter id{"id", "numéro du dossier", "1"};
    return {
        {"GET",
         "/dossiers/{id}/documents",
         Action::enquiry_read,
         list,
         "Les documents que l’on peut faire d’un dossier, et ceux qui ont été produits",
         {id},
         {true, true, true},
         "/dossiers/1/documents"},
        {"GET",
         "/dossiers/{id}/documents/{cle}",
         Action::enquiry_read,
         see,
         "Un document rempli avec les lots du dossier\u00a0; ses exports entrent dans l’historique",
         {id, {"cle", "clé du modèle", "ccap"}, {"scenario", "numéro du scénario, à défaut celui qui est retenu", "1"}},
         {true, true, false, true},
         "/dossiers/1/documents/ccap"}};
}

}  // namespace clausier::web
