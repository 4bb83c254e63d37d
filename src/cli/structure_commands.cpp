// « structures »: listed, opened, added, changed, imported as lists, and their contracts.
#include "base_option.hpp"
#include "changes.hpp"
#include "clausier/app/markets.hpp"
#include "clausier/app/structure_imports.hpp"
#include "clausier/app/structures.hpp"
#include "clausier/cli/usage.hpp"
#include "clausier/present/structures.hpp"
#include "command_table.hpp"
#include "confirm.hpp"
#include "plain_source.hpp"

namespace clausier::cli {
namespace {

using domain::ApprovalKind;
using domain::Structure;

constexpr PositionalSpec kStructure = {"STRUCTURE", "son numéro (« structures liste »)"};
const FieldOptions kOptions = {{"agrements", "--convention"}};

app::Session session(const Context& context) { return {context.clock, "cli"}; }

template <class T>
domain::Id<T> id_of(const Arguments& arguments, const char* name) {
    const std::string& text = arguments.positionals.at(0);
    const auto id = core::parse_scaled(text, 1);
    if (!id || *id <= 0)
        throw UsageError(name, "« " + text + " » n’est pas un numéro ; « clausier structures liste » les montre");
    return {*id};
}

// « 2025-01-01/2026-12-31 »; a bound that is not known is left out.
domain::Approval parse_approval(ApprovalKind kind, const std::string& option, const std::string& text) {
    const std::size_t cut = text.find('/');
    const auto refuse = [&](const std::string& why) { throw UsageError("option " + option, why); };
    if (cut == std::string::npos)
        refuse("«\u00a0" + text +
               "\u00a0»\u00a0: écrivez «\u00a02025-01-01/2026-12-31\u00a0», une borne inconnue vide");
    domain::Approval out{kind, {}, {}, ""};
    const auto bound = [&](const std::string& part) -> std::optional<core::Date> {
        if (part.empty()) return std::nullopt;
        const auto date = core::parse_date(part);
        if (!date) refuse(date.error().text);
        return date->date;
    };
    out.from = bound(text.substr(0, cut));
    out.to = bound(text.substr(cut + 1));
    return out;
}

// The approvals of a kind given by its option replace those of that kind; « aucune » takes them away.
void change_approvals(const Arguments& arguments, Structure& structure, ApprovalKind kind, const std::string& option) {
    if (!arguments.has(option)) return;
    std::erase_if(structure.approvals, [&](const domain::Approval& one) { return one.kind == kind; });
    for (const std::string& text : arguments.all(option))
        if (text != "aucune") structure.approvals.push_back(parse_approval(kind, option, text));
}

void change(const Arguments& arguments, Structure& s) {
    Changes changes(arguments);
    changes.set(s.kind, "--type");
    changes.set(s.name, "--nom");
    changes.set(s.siret, "--siret");
    changes.set(s.department, "--departement");
    changes.set(s.post_code, "--code-postal");
    changes.set(s.city, "--commune");
    changes.set(s.naf, "--naf");
    changes.set(s.source, "--source");
    changes.set(s.closed_on, "--fermee-le");
    changes.check();
    if (const auto siret = core::Siret::parse(s.siret)) s.siret = siret->text();
    change_approvals(arguments, s, ApprovalKind::convention, "--convention");
    change_approvals(arguments, s, ApprovalKind::esus, "--esus");
    change_approvals(arguments, s, ApprovalKind::ess, "--ess");
}

Outcome list(Context& context, const Arguments& arguments) {
    Input input(arguments);
    store::StructureFilter filter;
    filter.text = arguments.get("--texte").value_or("");
    filter.kind = arguments.get("--type").value_or("");
    filter.family = arguments.get("--famille").value_or("");
    filter.department = input.department("--departement").value_or("");
    filter.approved_on = input.date("--conventionnees-le");
    filter.closed = arguments.has("--fermees");
    filter.limit = input.whole("--limite").value_or(100);
    filter.offset = input.whole("--debut").value_or(0);
    input.check();
    const auto base = open_base(arguments, false);
    return {present::answer(app::list_structures(*base, filter), context.clock.today())};
}

Outcome see(Context& context, const Arguments& arguments) {
    const auto id = id_of<Structure>(arguments, "STRUCTURE");
    const auto base = open_base(arguments, false);
    return {present::answer(app::structure_sheet(session(context), *base, id), context.clock.today())};
}

Outcome add(Context& context, const Arguments& arguments) {
    Structure structure;
    change(arguments, structure);
    const auto base = open_base(arguments, true);
    return by_option(kOptions, [&]() -> Outcome {
        return {present::answer(app::add_structure(session(context), *base, structure), context.clock.today())};
    });
}

Outcome modify(Context& context, const Arguments& arguments) {
    const auto id = id_of<Structure>(arguments, "STRUCTURE");
    const auto base = open_base(arguments, false);
    Structure structure = app::structure_sheet(session(context), *base, id).structure;
    change(arguments, structure);
    return by_option(kOptions, [&]() -> Outcome {
        return {present::answer(app::update_structure(session(context), *base, structure), context.clock.today())};
    });
}

Outcome import(Context& context, const Arguments& arguments) {
    const ChosenSheet chosen = chosen_sheet(arguments.positionals.at(0), arguments);
    domain::StructureTable table({arguments.get("--type").value_or(""), arguments.get("--source").value_or("")},
                                 plain_choices(arguments, domain::structure_columns()));
    read_plain(context, chosen, table, "Lecture");
    const bool trial = arguments.has("--essai");
    const auto path = app::base_path(arguments.get("--base"));
    const bool in_memory = trial && (!path || !std::filesystem::exists(*path));
    const auto base = in_memory ? app::open_base(":memory:", true) : open_base(arguments, true);
    return {present::answer(
        trial ? app::try_structures(session(context), *base, table, chosen.source.name)
              : app::import_structures(session(context), *base, table, chosen.source.name, chosen.source.path))};
}

Outcome imports(Context&, const Arguments& arguments) {
    const auto base = open_base(arguments, false);
    return {present::answer(app::list_structure_imports(*base))};
}

Outcome undo(Context& context, const Arguments& arguments) {
    const auto id = id_of<domain::StructureImport>(arguments, "NUMÉRO");
    const auto base = open_base(arguments, false);
    confirm(context, arguments, "Annuler l’import de structures n° " + std::to_string(id.value) + "\u00a0?");
    return {present::answer(app::undo_structure_import(session(context), *base, id))};
}

Outcome contracts(Context& context, const Arguments& arguments) {
    Input input(arguments);
    app::SupplierContractQuery query;
    if (const auto year = input.year("--annee")) query.year = static_cast<int>(*year);
    query.limit = input.whole("--limite").value_or(query.limit);
    input.check();
    const auto base = open_base(arguments, false);
    if (const auto buyer = arguments.get("--acheteur")) query.buyer = app::find_buyer(*base, *buyer).id;
    return {present::answer(app::supplier_contracts(session(context), *base, query))};
}

constexpr std::string_view kKinds =
    "EI|ACI|AI|ETTI|EITI|GEIQ|SEP|EA|EATT|ESAT|RQ|ASSO|SCOP|SCIC|MUT|FOND|ESUS|CAE|PTCE";

std::vector<OptionSpec> with_values(std::vector<OptionSpec> before, std::vector<OptionSpec> after) {
    const std::vector<OptionSpec> values = {
        {"--siret", "SIRET", "le SIRET en usage ; le précédent reste dans l’historique"},
        {"--departement", "CODE", "département"},
        {"--code-postal", "CODE", "code postal"},
        {"--commune", "NOM", "commune"},
        {"--naf", "CODE", "code NAF"},
        {"--source", "TEXTE", "d’où vient l’information"},
        {"--fermee-le", "DATE", "premier jour où la structure est fermée"},
        {"--convention", "DU/AU", "convention de son type, « 2025-01-01/2026-12-31 », ou « aucune »", false, {}, true},
        {"--esus", "DU/AU", "agrément ESUS, ou « aucune »", false, {}, true},
        {"--ess", "DU/AU", "inscription ESS, ou « aucune »", false, {}, true}};
    before.insert(before.end(), values.begin(), values.end());
    before.insert(before.end(), after.begin(), after.end());
    return before;
}

std::vector<CommandSpec> own_commands() {
    return {
        {"structures liste",
         "les structures (SIAE, EA, ESAT, ESS), par nom",
         {},
         {kBase,
          {"--texte", "TEXTE", "mots du nom ou de la commune, ou début d’un SIRET"},
          {"--type", "TYPE", "type de structure", false, kKinds},
          {"--famille", "FAMILLE", "insertion, handicap, ess ou other", false, "insertion|handicap|ess|other"},
          {"--departement", "CODE", "département"},
          {"--conventionnees-le", "DATE", "celles dont une convention datée court ce jour-là"},
          {"--fermees", "", "avec celles qui ont fermé"},
          {"--limite", "NOMBRE", "nombre de structures (100 par défaut)"},
          {"--debut", "NOMBRE", "structures à passer avant la première"}},
         list,
         "clausier structures liste --base region.sqlite --famille insertion --departement 57"},
        {"structures voir",
         "une structure, ses SIRET, ses agréments et ses contrats",
         {kStructure},
         {kBase},
         see,
         "clausier structures voir 12 --base region.sqlite"},
        {"structures ajouter",
         "ajoute une structure",
         {},
         with_values(
             {kBase, {"--type", "TYPE", "type de structure", true, kKinds}, {"--nom", "NOM", "raison sociale", true}},
             {}),
         add,
         "clausier structures ajouter --base region.sqlite --type ACI --nom \"Les Tilleuls\" --departement 57"},
        {"structures modifier",
         "change une structure ; un autre SIRET vaut à partir d’aujourd’hui",
         {kStructure},
         with_values(
             {kBase, {"--type", "TYPE", "type de structure", false, kKinds}, {"--nom", "NOM", "raison sociale"}},
             {kEmpty}),
         modify,
         "clausier structures modifier 12 --base region.sqlite --convention 2025-01-01/2026-12-31"}};
}

}  // namespace

std::vector<CommandSpec> structure_commands() {
    std::vector<CommandSpec> out = own_commands();
    out.push_back({"structures importer",
                   "importe une liste de structures (xlsx, ods, xls, csv), une fois pour toutes",
                   {{"FICHIER", "la liste à importer"}},
                   {kBase,
                    {"--essai", "", "montre ce qui changerait, sans rien enregistrer"},
                    {"--type", "TYPE", "type des lignes qui n’en disent pas", false, kKinds},
                    {"--source", "TEXTE", "d’où vient la liste"},
                    kColumn,
                    kSheet,
                    kEncoding,
                    kSeparator},
                   import,
                   "clausier structures importer siae.csv --base region.sqlite --essai"});
    out.push_back({"structures imports",
                   "les imports de structures, les derniers d’abord",
                   {},
                   {kBase},
                   imports,
                   "clausier structures imports --base region.sqlite"});
    out.push_back({"structures annuler-import",
                   "annule un import de structures en entier, si rien n’en a été modifié depuis",
                   {{"NUMÉRO", "son numéro (« structures imports »)"}},
                   {kBase, kYes},
                   undo,
                   "clausier structures annuler-import 1 --base region.sqlite --oui"});
    out.push_back({"structures contrats",
                   "les contrats dont un titulaire ou un sous-traitant est une structure, et si elle était agréée",
                   {},
                   {kBase,
                    {"--acheteur", "ACHETEUR", "nom ou SIRET de l’acheteur"},
                    {"--annee", "ANNÉE", "année de notification"},
                    {"--limite", "NOMBRE", "nombre de lignes (1 000 par défaut)"}},
                   contracts,
                   "clausier structures contrats --base region.sqlite --annee 2025"});
    return out;
}

}  // namespace clausier::cli
