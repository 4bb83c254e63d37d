// Forms of the OPCS that follow a lot, and of what an organisation does.
#include <algorithm>

#include "clausier/app/lot_hours.hpp"
#include "clausier/app/organisation_links.hpp"
#include "edit_form.hpp"
#include "entry_form.hpp"
#include "form_reader.hpp"

namespace clausier::web {
namespace {

using domain::LotOpcs;
using domain::OrganisationFunction;
using Choices = std::vector<std::pair<std::string, std::string>>;

domain::Id<domain::Lot> lot_id(const Call& call) { return {call.id()}; }

std::string number(const LotOpcs& one) { return std::to_string(one.organisation.value); }

// Those that may follow, and those that do already though they are no OPCS any more.
Choices opcs_choices(const Call& call, const std::vector<LotOpcs>& today) {
    Choices out;
    std::vector<LotOpcs> all = app::known_opcs(call.base());
    all.insert(all.end(), today.begin(), today.end());
    for (const LotOpcs& one : all)
        if (std::find(out.begin(), out.end(), std::pair(number(one), one.name)) == out.end())
            out.emplace_back(number(one), one.name);
    return out;
}

struct Sent {
    std::string lead;
    std::vector<std::string> associated;
};

Reply opcs_page(Call& call, const Sent& sent, std::vector<core::Issue> issues) {
    const domain::LotSheet sheet = app::lot_sheet(call.base(), lot_id(call));
    const std::string url = "/lots/" + std::to_string(sheet.lot.id.value);
    const FormView view(issues);
    const Choices choices = opcs_choices(call, app::lot_opcs(call.base(), sheet.lot.id));
    Choices leads{{"", "aucune"}};
    leads.insert(leads.end(), choices.begin(), choices.end());
    EntryForm form;
    form.title = "OPCS qui suivent le lot";
    form.trail = {{"/marches", "Marchés"},
                  {"/marches/" + std::to_string(sheet.market.id.value),
                   sheet.market.object.empty() ? sheet.market.reference : sheet.market.object},
                  {url, sheet.lot.title.empty() ? "Lot " + sheet.lot.number : sheet.lot.title}};
    form.action = url + "/opcs";
    form.back = url;
    form.back_text = "revenir au lot";
    form.issues = issues;
    form.fields = {
        view.choice({"pilote", "OPCS pilote",
                     choices.empty() ? "donnez d’abord la fonction «\u00a0OPCS\u00a0» à une organisation, sur sa "
                                       "fiche"
                                     : "elle répond du lot devant l’acheteur"},
                    sent.lead, leads)};
    if (!choices.empty()) form.boxes = {box_field("associes", "OPCS associées", choices, sent.associated, issues)};
    return entry_page(call, std::move(form), view);
}

Reply see_opcs(Call& call) {
    Sent today;
    for (const LotOpcs& one : app::lot_opcs(call.base(), lot_id(call)))
        one.lead ? static_cast<void>(today.lead = number(one)) : today.associated.push_back(number(one));
    return opcs_page(call, today, {});
}

Reply set_opcs(Call& call) {
    FormReader reader(call.form.fields);
    const Sent sent{reader.text("pilote"), reader.all("associes")};
    std::vector<LotOpcs> opcs;
    const auto read = [&](const std::string& text, std::string_view field, bool lead) {
        const http::Fields one{{std::string(field), text}};
        FormReader alone(one);
        if (const auto value = alone.whole(field))
            opcs.push_back({{*value}, lead, ""});
        else
            reader.refuse(field, "choisissez une organisation de la liste");
    };
    if (!sent.lead.empty()) read(sent.lead, "pilote", true);
    for (const std::string& text : sent.associated) read(text, "associes", false);
    if (!reader.sound()) return opcs_page(call, sent, reader.issues());
    try {
        app::set_lot_opcs(call.session(), call.base(), lot_id(call), opcs);
        return Reply::see("/lots/" + std::to_string(call.id()), "opcs-enregistrees");
    } catch (const core::Error& error) {
        if (!mendable(error)) throw;
        return opcs_page(call, sent, error.issues());
    }
}

Reply functions_page(Call& call, const std::vector<std::string>& ticked, std::vector<core::Issue> issues) {
    const auto known = app::organisation_functions(call.base(), {call.id()});
    const std::string url = "/organisations/" + std::to_string(call.id());
    Choices all;
    for (const OrganisationFunction one : domain::all_organisation_functions)
        all.emplace_back(domain::code(one), domain::label(one));
    std::vector<std::string> shown = ticked;
    if (call.request.method == "GET")
        for (const OrganisationFunction one : known.functions) shown.emplace_back(domain::code(one));
    const FormView view(issues);
    EntryForm form;
    form.title = "Fonctions de l’organisation";
    form.trail = {{"/marches", "Marchés"}, {url, known.organisation.label()}};
    form.action = url + "/fonctions";
    form.back = url;
    form.back_text = "revenir à l’organisation";
    form.issues = issues;
    form.boxes = {box_field("fonction", "Ce que fait " + known.organisation.label(), all, shown, issues)};
    return entry_page(call, std::move(form), view);
}

Reply see_functions(Call& call) { return functions_page(call, {}, {}); }

Reply set_functions(Call& call) {
    FormReader reader(call.form.fields);
    const std::vector<std::string> ticked = reader.all("fonction");
    std::vector<OrganisationFunction> functions;
    for (const OrganisationFunction one : domain::all_organisation_functions)
        if (std::find(ticked.begin(), ticked.end(), domain::code(one)) != ticked.end()) functions.push_back(one);
    for (const std::string& code : ticked)
        if (!domain::organisation_function(code)) reader.refuse("fonction", "cochez des fonctions de la liste");
    if (!reader.sound()) return functions_page(call, ticked, reader.issues());
    app::set_organisation_functions(call.session(), call.base(), {call.id()}, functions);
    return Reply::see("/organisations/" + std::to_string(call.id()), "fonctions-enregistrees");
}

}  // namespace

std::vector<Route> organisation_link_routes() {
    constexpr Formats page{true, false, false};
    const Parameter lot{"id", "numéro du lot dans la base", "1"};
    const Parameter organisation{"id", "numéro de l’organisation dans la base", "1"};
    return {
        {"GET",
         "/lots/{id}/opcs",
         Action::market_write,
         see_opcs,
         "Le formulaire des OPCS qui suivent un lot",
         {lot},
         page,
         "/lots/1/opcs"},
        {"POST",
         "/lots/{id}/opcs",
         Action::market_write,
         set_opcs,
         "Dit quelles OPCS suivent un lot\u00a0: la pilote et les associées",
         {lot,
          {"pilote", "numéro de l’organisation qui pilote"},
          {"associes", "numéro d’une organisation associée\u00a0; autant de fois qu’il y en a"}},
         page,
         ""},
        {"GET",
         "/organisations/{id}/fonctions",
         Action::organisation_write,
         see_functions,
         "Le formulaire des fonctions d’une organisation",
         {organisation},
         page,
         "/organisations/1/fonctions"},
        {"POST",
         "/organisations/{id}/fonctions",
         Action::organisation_write,
         set_functions,
         "Dit ce que fait une organisation\u00a0: OPCS, acheteur, entreprise…",
         {organisation,
          {"fonction",
           "opcs, acheteur, entreprise, structure, reseau ou prescripteur\u00a0; autant de fois qu’elle en a", "opcs"}},
         page,
         "fonction=acheteur"}};
}

}  // namespace clausier::web
