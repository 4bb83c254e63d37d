// The sheet of a dossier, and its passages from one state to another.
#include "clausier/app/markets.hpp"
#include "clausier/present/enquiries.hpp"
#include "clausier/present/enquiry_views.hpp"
#include "edit_form.hpp"
#include "enquiry_pages.hpp"
#include "form_reader.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;

// Each lack leads to the field that mends it.
void link_lacks(json::object& view, const domain::EnquirySheet& sheet) {
    for (json::value& next : view.at("suites").as_array())
        for (json::value& lack : next.as_object().at("manques").as_array()) {
            json::object& one = lack.as_object();
            one["url"] = mending_url(sheet, std::string(one.at("champ").as_string()));
        }
}

json::array refusal_views(const domain::EnquirySheet& sheet, const std::vector<core::Issue>& issues) {
    json::array out;
    for (const core::Issue& issue : issues)
        out.push_back({{"texte", issue.text}, {"url", mending_url(sheet, issue.where)}});
    return out;
}

Reply sheet_page(Call& call, const domain::EnquirySheet& sheet, const std::vector<core::Issue>& issues, bool conflict) {
    require_page(call, issues, conflict);
    const std::vector<domain::ScenarioStudy> studies = studies_of(call, sheet);
    Reply out;
    out.status = edit_status(issues, conflict);
    out.title = sheet.enquiry.purchase.object;
    out.trail = {{"/dossiers", "Dossiers"}};
    out.page = "dossier.html";
    out.filename = "dossier-" + std::to_string(sheet.enquiry.id.value);
    out.answer = present::answer(sheet, studies);
    out.headers.set("Cache-Control", "no-store");
    if (!call.html()) return out;
    const FormReader typed(call.form.fields);
    const FormView form({});
    std::optional<domain::MarketSheet> market;
    if (sheet.enquiry.market) market = app::market_sheet(call.base(), *sheet.enquiry.market);
    out.view = present::enquiry_view(sheet, studies, facts_of(call, sheet), market ? &*market : nullptr);
    link_lacks(out.view, sheet);
    out.view["jeton"] = call.token();
    out.view["adresse"] = enquiry_url(sheet);
    out.view["revision"] = std::to_string(sheet.enquiry.revision);
    out.view["note_champ"] =
        form.field({"note", "Ce qui a été dit", "facultatif, gardé dans l’historique"}, typed.text("note"));
    out.view["motif_champ"] =
        form.field({"motif_refus", "Motif du refus", {}, {}, "text", true},
                   typed.text("motif_refus").empty() ? sheet.enquiry.refusal_reason : typed.text("motif_refus"));
    out.view["a_des_refus"] = !issues.empty();
    out.view["refus"] = refusal_views(sheet, issues);
    return out;
}

Reply see(Call& call) { return sheet_page(call, enquiry_of(call), {}, false); }

Reply move(Call& call) {
    domain::EnquirySheet sheet = enquiry_of(call);
    FormReader reader(call.form.fields);
    const auto target = domain::enquiry_state(reader.text("etat"));
    if (!target) {
        reader.refuse("etat", "cet état n’existe pas\u00a0; choisissez-le dans la liste");
        return sheet_page(call, sheet, reader.issues(), false);
    }
    try {
        sheet.enquiry.revision = reader.whole("revision").value_or(0);
        const bool refused = *target == domain::EnquiryState::refused;
        const std::string said = reader.text(refused ? "motif_refus" : "note");
        app::move_enquiry(call.session(), call.base(), sheet.enquiry.id, sheet.enquiry.revision, *target, said);
        return Reply::see(enquiry_url(sheet), "etat-change");
    } catch (const core::Error& error) {
        if (!mendable(error)) throw;
        return sheet_page(call, enquiry_of(call), error.issues(), error.kind() == core::ErrorKind::conflict);
    }
}

Reply remove(Call& call) {
    const domain::EnquirySheet sheet = enquiry_of(call);
    FormReader reader(call.form.fields);
    try {
        app::remove_enquiry(call.session(), call.base(), sheet.enquiry.id, reader.whole("revision").value_or(0));
        return Reply::see("/dossiers", "dossier-retire");
    } catch (const core::Error& error) {
        if (!mendable(error)) throw;
        return sheet_page(call, enquiry_of(call), error.issues(), error.kind() == core::ErrorKind::conflict);
    }
}

}  // namespace

std::vector<Route> enquiry_sheet_routes() {
    constexpr Formats page{true, false, false};
    const Parameter id{"id", "numéro du dossier", "1"};
    return {{"GET",
             "/dossiers/{id}",
             Action::enquiry_read,
             see,
             "Un dossier : son état, ses lots, ses scénarios, ses offres et son historique",
             {id},
             {true, true, true},
             "/dossiers/1"},
            {"POST",
             "/dossiers/{id}/etat",
             Action::enquiry_write,
             move,
             "Fait passer un dossier à un autre état ; dit ce qui manque quand c’est trop tôt",
             {id,
              {"etat",
               "etudie, preconise, accepte, modifie, refuse, en_consultation, offres_analysees ; ou un état "
               "antérieur, pour revenir",
               "etudie", true},
              {"motif_refus", "pourquoi l’acheteur refuse"},
              {"note", "ce qui a été dit"},
              {"revision", "la version qui a été lue", "3", true}},
             page,
             "etat=etudie&revision=5"},
            {"POST",
             "/dossiers/{id}/retirer",
             Action::enquiry_write,
             remove,
             "Retire un dossier qui n’est pas attribué, avec ce qui en dépend",
             {id, {"revision", "la version qui a été lue", "3", true}},
             page,
             ""}};
}

}  // namespace clausier::web
