// The opportunity note of a dossier: one page to read, print and send.
#include "adviser_pages.hpp"
#include "calculation_frame.hpp"
#include "clausier/present/opportunity_note.hpp"
#include "enquiry_pages.hpp"
#include "form_reader.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;

// The number of the scenario asked for.
std::optional<domain::Id<domain::Scenario>> asked_scenario(const Call& call) {
    FormReader reader(call.query);
    const auto number = reader.whole("scenario");
    if (!reader.sound()) throw core::Error(core::ErrorKind::invalid, reader.issues());
    return number ? std::optional(domain::Id<domain::Scenario>{*number}) : std::nullopt;
}

json::object scenario_choice(const std::vector<domain::ScenarioStudy>& studies, const domain::ScenarioStudy* shown) {
    std::vector<std::pair<std::string, std::string>> options;
    for (const domain::ScenarioStudy& one : studies)
        options.emplace_back(std::to_string(one.scenario.id.value), one.scenario.name);
    return FormView({}).choice({"scenario", "Scénario"}, shown ? std::to_string(shown->scenario.id.value) : "",
                               options);
}

Reply note(Call& call) {
    const domain::EnquirySheet sheet = enquiry_of(call);
    const auto reference = call.app.reference();
    const auto studies = studies_of(call, sheet);
    const domain::ScenarioStudy* study = present::study_for_note(sheet, studies, asked_scenario(call));
    const domain::Advice advice =
        domain::advise(sheet.enquiry.purchase, sheet.lots, *reference, call.app.clock.today());
    const present::OpportunityNote made{sheet, study, advice, {}, {}, call.app.identity()->name, call.app.clock.now()};
    Reply out;
    out.title = "Note d’opportunité";
    out.trail = enquiry_trail(sheet);
    out.page = "dossier_note.html";
    out.filename = "note-d-opportunite-" + std::to_string(sheet.enquiry.id.value);
    out.headers.set("Cache-Control", "no-store");
    out.answer = present::answer(made);
    out.document = present::opportunity_note(made);
    if (!call.html()) return out;
    const std::string here = enquiry_url(sheet, "/note");
    const http::Fields query =
        call.get("scenario").empty() ? http::Fields{} : http::Fields{{"scenario", call.get("scenario")}};
    const bool pdf = static_cast<bool>(call.app.config.engines.pdf);
    out.view = {{"titre", out.document->title},
                {"adresse", here},
                {"docx", address(here + ".docx", query)},
                {"odt", address(here + ".odt", query)},
                {"pdf", pdf ? json::value(address(here + ".pdf", query)) : json::value(nullptr)},
                {"conseil", adviser_address(sheet.enquiry.purchase)},
                {"a_choisir", studies.size() > 1},
                {"scenario", scenario_choice(studies, study)},
                {"document", present::document_view(*out.document)}};
    return out;
}

}  // namespace

std::string adviser_address(const domain::Purchase& purchase) {
    http::Fields out;
    const auto add = [&](const char* name, const std::string& value) {
        if (!value.empty()) out.add(name, value);
    };
    const auto decimal = [](const auto& value) { return value ? core::decimal(*value) : std::string(); };
    const auto whole = [](const auto& value) { return value ? std::to_string(*value) : std::string(); };
    add("objet", purchase.object);
    add("cpv", purchase.cpv);
    if (purchase.type != domain::PurchaseType::unknown) add("type", std::string(domain::code(purchase.type)));
    if (purchase.buyer_category != domain::BuyerCategory::unknown)
        add("categorie", std::string(domain::code(purchase.buyer_category)));
    if (purchase.defence) add("defense", "oui");
    add("besoin_estime", decimal(purchase.estimated_need));
    add("duree_mois", whole(purchase.duration_months));
    if (purchase.consultation_on) add("date_consultation", core::iso(*purchase.consultation_on));
    add("departement", purchase.department);
    add("siae", whole(purchase.insertion.structures));
    add("siae_ca", decimal(purchase.insertion.mean_turnover));
    add("ea_esat", whole(purchase.disability.structures));
    add("ea_esat_ca", decimal(purchase.disability.mean_turnover));
    return address("/conseiller", out);
}

std::vector<Route> opportunity_note_routes() {
    return {{"GET",
             "/dossiers/{id}/note",
             Action::enquiry_read,
             note,
             "La note d’opportunité d’un dossier, sur une page : heures, conseil, structures, clause et suites",
             {{"id", "numéro du dossier", "1"},
              {"scenario", "numéro du scénario qui répond ; celui qui est retenu par défaut"}},
             Formats{true, true, true, true},
             "/dossiers/1/note"}};
}

}  // namespace clausier::web
