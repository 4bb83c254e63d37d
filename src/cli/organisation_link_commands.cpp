// « lots opcs », « organisations fonctions »: who follows a lot, and what organisations do.
#include "base_option.hpp"
#include "changes.hpp"
#include "clausier/app/organisation_links.hpp"
#include "clausier/cli/usage.hpp"
#include "clausier/core/quantity.hpp"
#include "clausier/present/organisation_links.hpp"
#include "command_table.hpp"

namespace clausier::cli {
namespace {

using domain::LotOpcs;
using domain::OrganisationFunction;

template <class T>
domain::Id<T> number(const std::string& text, const std::string& where) {
    const auto id = core::parse_scaled(text, 1);
    if (!id || *id <= 0) throw UsageError(where, "«\u00a0" + text + "\u00a0» n’est pas un numéro de la base");
    return {*id};
}

// The names of fields that are not those of their options.
const FieldOptions kOptions = {{"associes", "--associee"}};

app::Session session(const Context& context) { return {context.clock, "cli"}; }

Outcome lot_opcs(Context& context, const Arguments& arguments) {
    const auto lot = number<domain::Lot>(arguments.positionals.at(0), "LOT");
    std::vector<LotOpcs> opcs;
    if (const auto lead = arguments.get("--pilote"))
        opcs.push_back({number<domain::Organisation>(*lead, "option --pilote"), true, ""});
    for (const std::string& text : arguments.all("--associee"))
        opcs.push_back({number<domain::Organisation>(text, "option --associee"), false, ""});
    const bool none = arguments.has("--aucune");
    if (none && !opcs.empty())
        throw UsageError("option --aucune",
                         "elle retire toutes les OPCS\u00a0: ne donnez pas avec elle --pilote ou --associee");
    const auto base = open_base(arguments, false);
    return by_option(kOptions, [&] {
        if (none || !opcs.empty()) app::set_lot_opcs(session(context), *base, lot, opcs);
        return Outcome{present::answer(lot, app::lot_opcs(*base, lot))};
    });
}

Outcome functions(Context& context, const Arguments& arguments) {
    const auto id = number<domain::Organisation>(arguments.positionals.at(0), "ORGANISATION");
    std::vector<OrganisationFunction> wanted;
    for (const OrganisationFunction one : domain::all_organisation_functions)
        for (const std::string& text : arguments.all("--fonction"))
            if (text == domain::code(one) && (wanted.empty() || wanted.back() != one)) wanted.push_back(one);
    const auto base = open_base(arguments, false);
    if (arguments.has("--fonction") || arguments.has("--aucune"))
        app::set_organisation_functions(session(context), *base, id, wanted);
    const auto known = app::organisation_functions(*base, id);
    return {present::answer(known.organisation, known.functions)};
}

Outcome structure_links(Context& context, const Arguments& arguments) {
    app::StructureLinks links;
    links.structure = number<domain::Structure>(arguments.positionals.at(0), "STRUCTURE");
    if (const auto text = arguments.get("--organisation"))
        links.organisation = number<domain::Organisation>(*text, "option --organisation");
    for (const std::string& text : arguments.all("--reseau"))
        links.networks.push_back(number<domain::Organisation>(text, "option --reseau"));
    const auto base = open_base(arguments, false);
    if (links.organisation || !links.networks.empty() || arguments.has("--aucun"))
        app::set_structure_links(session(context), *base, links);
    return {present::answer(app::structure_links(*base, links.structure))};
}

}  // namespace

std::vector<CommandSpec> organisation_link_commands() {
    return {{"lots opcs",
             "les OPCS qui suivent un lot\u00a0; --pilote et --associee les remplacent",
             {{"LOT", "le numéro du lot dans la base"}},
             {{"--pilote", "N", "numéro de l’organisation qui répond du lot"},
              {"--associee", "N", "numéro d’une organisation associée, une fois par organisation", false, {}, true},
              {"--aucune", "", "retire toutes les OPCS du lot"},
              kBase},
             lot_opcs,
             "clausier lots opcs 1"},
            {"organisations fonctions",
             "ce que fait une organisation\u00a0; --fonction le remplace",
             {{"ORGANISATION", "le numéro de l’organisation dans la base"}},
             {{"--fonction", "SORTE", "une fois par fonction", false,
               "opcs|acheteur|entreprise|structure|reseau|prescripteur", true},
              {"--aucune", "", "retire toutes les fonctions"},
              kBase},
             functions,
             "clausier organisations fonctions 1 --fonction opcs"},
            {"structures liens",
             "l’organisation qui est cette structure, et ses réseaux\u00a0; les options les remplacent",
             {{"STRUCTURE", "le numéro de la structure dans l’annuaire"}},
             {{"--organisation", "N", "numéro de l’organisation qui est cette structure"},
              {"--reseau", "N", "numéro d’un réseau dont elle est membre, une fois par réseau", false, {}, true},
              {"--aucun", "", "retire l’organisation et les réseaux qui ne sont pas donnés"},
              kBase},
             structure_links,
             "clausier structures liens 1"}};
}

}  // namespace clausier::cli
