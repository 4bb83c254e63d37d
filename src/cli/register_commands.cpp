// The commands of registers and AGEC declarations.
#include "changes.hpp"
#include "clausier/app/schemes.hpp"
#include "clausier/present/schemes.hpp"
#include "command_table.hpp"
#include "confirm.hpp"
#include "spaser_arguments.hpp"

namespace clausier::cli {
namespace {

using domain::RegisterEntry;
using domain::ReuseDeclaration;

const FieldOptions entry_options{{"titre", "TITRE"}, {"acheteur", "--acheteur"}};
const FieldOptions reuse_options{{"produit", "PRODUIT"}};

domain::Id<domain::Organisation> required_buyer(store::Database& base, const Arguments& arguments) {
    return asked_buyer(base, arguments).value_or(domain::Id<domain::Organisation>{});
}

Outcome list_entries(Context&, const Arguments& arguments) {
    Input input(arguments);
    const auto year = input.year("--annee");
    input.check();
    const auto base = open_base(arguments, false);
    domain::RegisterSheet sheet = app::registers(*base, asked_buyer(*base, arguments));
    if (year)
        std::erase_if(sheet.entries,
                      [&](const auto& one) { return !domain::stands_in(one.entry, static_cast<int>(*year)); });
    return {present::register_answer(sheet)};
}

void read(const Arguments& arguments, RegisterEntry& entry) {
    Changes changes(arguments);
    changes.must(entry.begins_on, "--debut");
    changes.set(entry.ends_on, "--fin");
    changes.set(entry.unit, "--service");
    changes.set(entry.person, "--nom");
    changes.set(entry.people, "--personnes");
    changes.set(entry.note, "--note");
    changes.check();
}

present::Answer entries_of(store::Database& base, domain::Id<domain::Organisation> buyer) {
    return present::register_answer(app::registers(base, buyer));
}

Outcome add_entry(Context& context, const Arguments& arguments) {
    RegisterEntry entry;
    entry.kind = domain::register_kind(arguments.get("--genre").value_or("")).value();
    entry.title = arguments.positionals.at(0);
    entry.begins_on = context.clock.today();
    read(arguments, entry);
    const auto base = open_base(arguments, false);
    entry.buyer = required_buyer(*base, arguments);
    const RegisterEntry kept =
        by_option(entry_options, [&] { return app::save(spaser_session(context), *base, entry); });
    return {entries_of(*base, kept.buyer)};
}

Outcome change_entry(Context& context, const Arguments& arguments) {
    const auto id = number_of<RegisterEntry>(arguments, "LIGNE");
    const auto base = open_base(arguments, false);
    RegisterEntry entry = app::find_entry(*base, id);
    if (const auto title = arguments.get("--titre")) entry.title = *title;
    read(arguments, entry);
    by_option({}, [&] { return app::save(spaser_session(context), *base, entry); });
    return {entries_of(*base, entry.buyer)};
}

Outcome remove_entry(Context& context, const Arguments& arguments) {
    const auto id = number_of<RegisterEntry>(arguments, "LIGNE");
    const auto base = open_base(arguments, false);
    confirm(context, arguments, "Retirer la ligne n° " + std::to_string(id.value) + " du registre ?");
    return {entries_of(*base, app::remove(spaser_session(context), *base, id).buyer)};
}

present::Answer declarations_of(store::Database& base, std::optional<domain::Id<domain::Organisation>> buyer) {
    return present::reuse_answer(app::registers(base, buyer));
}

Outcome list_declarations(Context&, const Arguments& arguments) {
    const auto base = open_base(arguments, false);
    return {declarations_of(*base, asked_buyer(*base, arguments))};
}

// The declaration of that year and product, changed when there is one: what is not given stays.
Outcome declare(Context& context, const Arguments& arguments) {
    ReuseDeclaration declared;
    Input input(arguments);
    declared.year = static_cast<int>(input.year("--annee").value_or(0));
    const auto total = input.euros("--total");
    const auto reused = input.euros("--reemploi");
    const auto donated = input.euros("--dons");
    const auto recycled = input.euros("--recycles");
    input.check();
    const auto base = open_base(arguments, false);
    declared.buyer = required_buyer(*base, arguments);
    declared.product = arguments.positionals.at(0);
    const domain::ReuseProduct* product = domain::reuse_product(declared.product);
    for (const auto& [known, buyer] : app::registers(*base, declared.buyer).declarations)
        if (product && known.product == product->code && known.year == declared.year) declared = known;
    declared.total = total.value_or(declared.total);
    declared.reused = reused.value_or(declared.reused);
    declared.donated = donated.value_or(declared.donated);
    declared.recycled = recycled.value_or(declared.recycled);
    declared.note = arguments.get("--note").value_or(declared.note);
    by_option(reuse_options, [&] { return app::save(spaser_session(context), *base, declared); });
    return {declarations_of(*base, declared.buyer)};
}

Outcome remove_declaration(Context& context, const Arguments& arguments) {
    const auto id = number_of<ReuseDeclaration>(arguments, "DÉCLARATION");
    const auto base = open_base(arguments, false);
    confirm(context, arguments, "Retirer la déclaration n° " + std::to_string(id.value) + " ?");
    return {declarations_of(*base, app::remove(spaser_session(context), *base, id).buyer)};
}

std::vector<OptionSpec> entry_fields() {
    return {kBase,
            {"--debut", "DATE", "le jour, ou le premier jour ; aujourd’hui par défaut"},
            {"--fin", "DATE", "le dernier jour"},
            {"--service", "TEXTE", "le service"},
            {"--personnes", "N", "combien de personnes, sans aucun nom"},
            {"--nom", "TEXTE", "nom d’un référent, facultatif et jamais publié"},
            {"--note", "TEXTE", "note"},
            kEmpty};
}

std::vector<CommandSpec> reuse_commands() {
    return {{"spaser agec liste",
             "les dépenses déclarées de biens réemployés ou recyclés, aux colonnes du schéma national",
             {},
             {kBase, kBuyer},
             list_declarations,
             "clausier spaser agec liste --base region.sqlite --sortie agec.csv"},
            {"spaser agec declarer",
             "déclare un produit pour une année, ou change sa déclaration",
             {{"PRODUIT", "son code ou son nom (mobilier, papier, « Mobilier urbain »…)"}},
             {kBase,
              {"--acheteur", "ACHETEUR", "nom, SIRET ou numéro de l’acheteur", true},
              {"--annee", "ANNÉE", "année des dépenses", true},
              {"--total", "EUROS", "dépenses HT de ce produit"},
              {"--reemploi", "EUROS", "dont biens réemployés ou réutilisés, dons compris"},
              {"--dons", "EUROS", "dont dons, en valeur"},
              {"--recycles", "EUROS", "dont biens qui contiennent des matières recyclées"},
              {"--note", "TEXTE", "commentaire"}},
             declare,
             "clausier spaser agec declarer mobilier --acheteur \"Commune de Valbrume\" --annee 2025 --total 15000 "
             "--reemploi 5000 --base region.sqlite"},
            {"spaser agec retirer",
             "retire une déclaration",
             {{"DÉCLARATION", "son numéro (« spaser agec liste »)"}},
             {kBase, kYes},
             remove_declaration,
             "clausier spaser agec retirer 2 --oui --base region.sqlite"}};
}

}  // namespace

std::vector<CommandSpec> register_commands() {
    const PositionalSpec number{"LIGNE", "son numéro (« spaser registre liste »)"};
    std::vector<OptionSpec> added = entry_fields();
    added.push_back({"--acheteur", "ACHETEUR", "nom, SIRET ou numéro de l’acheteur", true});
    added.push_back(
        {"--genre", "GENRE", "referent, sensibilisation ou partenariat", true, "referent|sensibilisation|partenariat"});
    std::vector<OptionSpec> changed = entry_fields();
    changed.push_back({"--titre", "TEXTE", "la fonction, l’action ou le partenariat"});
    std::vector<CommandSpec> out{
        {"spaser registre liste",
         "les référents, les actions de sensibilisation et les partenariats",
         {},
         {kBase, kBuyer, {"--annee", "ANNÉE", "ceux de cette année"}},
         list_entries,
         "clausier spaser registre liste --annee 2026 --base region.sqlite"},
        {"spaser registre ajouter",
         "ajoute un référent, une action ou un partenariat",
         {{"TITRE", "la fonction du référent, l’action menée, l’entreprise et l’objet du partenariat"}},
         added,
         add_entry,
         "clausier spaser registre ajouter \"Atelier clauses sociales\" --genre sensibilisation --acheteur \"Commune "
         "de "
         "Valbrume\" --debut 2026-03-12 --personnes 18 --base region.sqlite"},
        {"spaser registre modifier",
         "change une ligne d’un registre",
         {number},
         changed,
         change_entry,
         "clausier spaser registre modifier 4 --personnes 21 --base region.sqlite"},
        {"spaser registre retirer",
         "retire une ligne d’un registre",
         {number},
         {kBase, kYes},
         remove_entry,
         "clausier spaser registre retirer 4 --oui --base region.sqlite"}};
    for (CommandSpec& command : reuse_commands()) out.push_back(std::move(command));
    return out;
}

}  // namespace clausier::cli
