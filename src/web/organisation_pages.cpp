// The sheet of a buyer or a company.
#include "clausier/app/organisations.hpp"
#include "clausier/present/organisations.hpp"
#include "follow_up_pages.hpp"

namespace clausier::web {
namespace {

Reply see(Call& call) {
    const domain::Id<domain::Organisation> asked{call.id()};
    const domain::OrganisationSheet sheet = app::organisation_sheet(call.app.base, asked);
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
    out.view["suivi"] = follow_up_region(call, sheet.follow_up);
    return out;
}

}  // namespace

std::vector<Route> organisation_routes() {
    return {{"GET",
             "/organisations/{id}",
             Right::consult,
             see,
             "Un acheteur ou une entreprise : ses marchés, ses dossiers et son suivi",
             {{"id", "numéro de l’organisation dans la base", "1"}},
             {true, true, false},
             "/organisations/1"}};
}

}  // namespace clausier::web
