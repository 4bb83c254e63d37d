// The sheet of a buyer or a company.
#include "clausier/app/organisation_links.hpp"
#include "clausier/app/organisations.hpp"
#include "clausier/present/organisations.hpp"
#include "follow_up_pages.hpp"
#include "permission.hpp"

namespace clausier::web {
namespace {

Reply see(Call& call) {
    const domain::Id<domain::Organisation> asked{call.id()};
    const domain::OrganisationSheet sheet = app::organisation_sheet(call.base(), asked);
    if (sheet.organisation.id != asked && call.html())
        return Reply::see("/organisations/" + std::to_string(sheet.organisation.id.value));
    Reply out;
    out.title = sheet.organisation.label();
    out.trail = {{"/marches", "Marchés"}};
    out.page = "organisation.html";
    out.headers.set("Cache-Control", "no-store");
    out.answer = present::answer(sheet, call.app.clock.today());
    if (!call.html()) return out;
    out.view = present::organisation_view(sheet);
    const std::string url = "/organisations/" + std::to_string(sheet.organisation.id.value);
    out.view["fonctions_url"] = if_may(call, Action::organisation_write, url + "/fonctions");
    std::string functions;
    for (const auto one : app::organisation_functions(call.base(), sheet.organisation.id).functions)
        functions += (functions.empty() ? "" : ", ") + std::string(domain::label(one));
    out.view["fonctions"] = std::move(functions);
    if (missing_right(call.visitor, Action::follow_up_read).empty())
        out.view["suivi"] = follow_up_region(call, sheet.follow_up);
    else
        out.view["suivi"] = nullptr;
    return out;
}

}  // namespace

std::vector<Route> organisation_routes() {
    return {{"GET",
             "/organisations/{id}",
             Action::organisation_read,
             see,
             "Un acheteur ou une entreprise : ses marchés, ses dossiers et son suivi",
             {{"id", "numéro de l’organisation dans la base", "1"}},
             {true, true, false},
             "/organisations/1"}};
}

}  // namespace clausier::web
