// « achats »: a buyer's purchases of a year imported, the share of inclusive ones, and its annual spending.
#include <filesystem>
#include <fstream>

#include "base_option.hpp"
#include "changes.hpp"
#include "clausier/app/markets.hpp"
#include "clausier/app/purchases.hpp"
#include "clausier/cli/output.hpp"
#include "clausier/cli/usage.hpp"
#include "clausier/domain/tender.hpp"
#include "clausier/present/purchases.hpp"
#include "clausier/sheets/annotated_copy.hpp"
#include "clausier/sheets/annotated_csv.hpp"
#include "command_table.hpp"
#include "confirm.hpp"
#include "plain_source.hpp"

namespace clausier::cli {
namespace {

constexpr OptionSpec kBuyer = {"--acheteur", "ACHETEUR", "nom ou SIRET de l’acheteur", true};
constexpr OptionSpec kYear = {"--annee", "ANNÉE", "année des achats", true};
constexpr OptionSpec kAnnotated = {"--annote", "F.xlsx",
                                   "votre fichier, ses colonnes et celles qui disent de chaque ligne si elle est "
                                   "inclusive (xlsx ou csv)"};
const FieldOptions kOptions = {{"depense", "--montant"}, {"fichier", "--remplacer"}};

app::Session session(const Context& context) { return {context.clock, "cli"}; }

int year_of(const Arguments& arguments) {
    Input input(arguments);
    const auto year = input.year("--annee");
    input.check();
    return static_cast<int>(year.value_or(0));
}

// What stands beside a line of the user's file: the titles on the row of headers, the note of the others.
std::vector<std::string> beside(const app::AnnotatedPurchases& annotated, std::uint64_t header_row,
                                std::uint64_t line) {
    if (line == header_row) return present::purchase_note_titles();
    const auto note = annotated.notes.find(line);
    return note == annotated.notes.end() ? std::vector<std::string>{} : present::purchase_note_cells(note->second);
}

void annotate(const Context& context, const std::string& file, const ChosenSheet& chosen,
              const app::AnnotatedPurchases& annotated, const domain::PurchaseTable& table) {
    const std::uint64_t header_row = table.columns().header_row;
    if (std::filesystem::path(file).extension() == ".csv") {
        const char separator = sheets::open(chosen.source).separator;
        OutputFile out(file);
        sheets::AnnotatedCsv copy(
            separator ? separator : ';', table.width(),
            [&](std::uint64_t line) { return beside(annotated, header_row, line); },
            [&](std::string_view text) { out.write(text); });
        sheets::read(chosen.source, copy, chosen.name());
        out.close();
    } else {
        sheets::XlsxWriter writer(file);
        writer.sheet("Achats annotés", {}, static_cast<int>(header_row));
        sheets::AnnotatedCopy copy(writer, table.width(), [&](std::uint64_t line, std::uint32_t) {
            std::vector<core::OutCell> cells;
            for (std::string& text : beside(annotated, header_row, line))
                cells.push_back({std::move(text), line == header_row ? core::Style::header : core::Style::plain});
            return cells;
        });
        sheets::read(chosen.source, copy, chosen.name());
        writer.close();
    }
    context.say("Écrit : " + file);
}

Outcome import(Context& context, const Arguments& arguments) {
    app::PurchaseDraft draft;
    draft.buyer = domain::parse_buyer(arguments.get("--acheteur").value_or(""));
    draft.year = year_of(arguments);
    draft.replace = arguments.has("--remplacer");
    draft.sheet = arguments.get("--feuille").value_or("");
    const ChosenSheet chosen = chosen_sheet(arguments.positionals.at(0), arguments);
    draft.file_name = chosen.source.name;
    domain::PurchaseTable table(plain_choices(arguments, domain::purchase_columns()));
    read_plain(context, chosen, table, "Lecture");
    const bool trial = arguments.has("--essai");
    const auto base = open_base(arguments, !trial);
    return by_option(kOptions, [&]() -> Outcome {
        if (const auto file = arguments.get("--annote"))
            annotate(context, *file, chosen,
                     app::annotated_purchases(session(context), *base, draft, table, chosen.source.path), table);
        return {
            present::answer(trial ? app::try_purchases(session(context), *base, draft, table)
                                  : app::import_purchases(session(context), *base, draft, table, chosen.source.path))};
    });
}

Outcome list(Context&, const Arguments& arguments) {
    const auto base = open_base(arguments, false);
    return {present::answer(app::list_purchases(*base))};
}

domain::Id<domain::PurchaseFile> asked(store::Database& base, const Arguments& arguments) {
    const int year = year_of(arguments);
    return app::find_purchases(base, app::find_buyer(base, arguments.get("--acheteur").value_or("")).id, year);
}

// The user's file as it was kept, read once more.
void annotate_kept(const Context& context, const std::string& file, const app::AnnotatedPurchases& annotated) {
    ChosenSheet chosen;
    chosen.source.path = annotated.path;
    chosen.source.name = annotated.file.file_name;
    if (!annotated.file.sheet.empty()) chosen.asked = annotated.file.sheet;
    domain::PurchaseTable table;
    sheets::read(chosen.source, table, chosen.name());
    table.finish();
    annotate(context, file, chosen, annotated, table);
}

Outcome share(Context& context, const Arguments& arguments) {
    const auto base = open_base(arguments, false);
    const auto id = asked(*base, arguments);
    if (const auto file = arguments.get("--annote"))
        annotate_kept(context, *file, app::annotated_purchases(session(context), *base, id));
    return {present::answer(app::purchase_sheet(session(context), *base, id))};
}

Outcome remove(Context& context, const Arguments& arguments) {
    const auto base = open_base(arguments, false);
    const auto id = asked(*base, arguments);
    confirm(context, arguments, "Retirer ce fichier d’achats\u00a0?");
    const auto gone = app::remove_purchases(session(context), *base, id);
    context.say("Fichier d’achats «\u00a0" + gone.file_name + "\u00a0» retiré.");
    return {present::answer(app::list_purchases(*base))};
}

Outcome spending(Context& context, const Arguments& arguments) {
    Input input(arguments);
    const auto amount = input.euros("--montant");
    input.check();
    const int year = year_of(arguments);
    const std::string buyer = arguments.get("--acheteur").value_or("");
    const auto base = open_base(arguments, true);
    if (arguments.has("--effacer")) {
        app::remove_spending(session(context), *base, app::find_buyer(*base, buyer).id, year);
    } else {
        by_option(kOptions, [&] {
            app::save_spending(session(context), *base, domain::parse_buyer(buyer), year,
                               {amount.value_or(core::Euros{}), arguments.get("--source").value_or(""), false});
        });
    }
    return {present::answer(app::list_purchases(*base))};
}

}  // namespace

std::vector<CommandSpec> purchase_commands() {
    return {
        {"achats importer",
         "importe les achats d’un acheteur et d’une année, et en donne la part inclusive",
         {{"FICHIER", "le fichier d’achats : fournisseur, SIRET, dépense, catégorie, entité"}},
         {kBase,
          kBuyer,
          kYear,
          {"--remplacer", "", "à la place du fichier de cette année"},
          {"--essai", "", "donne la part inclusive sans rien enregistrer"},
          kAnnotated,
          kColumn,
          kSheet,
          kEncoding,
          kSeparator},
         import,
         "clausier achats importer achats.csv --acheteur \"Commune de Valbrume\" --annee 2025 --base region.sqlite"},
        {"achats liste",
         "les fichiers d’achats et les dépenses par acheteur et par année",
         {},
         {kBase},
         list,
         "clausier achats liste --base region.sqlite"},
        {"achats bilan",
         "« Ma part d’achat inclusif » : total, insertion, handicap, types, catégories, entités",
         {},
         {kBase, kBuyer, kYear, kAnnotated},
         share,
         "clausier achats bilan --acheteur \"Commune de Valbrume\" --annee 2025 --base region.sqlite --format csv"},
        {"achats retirer",
         "retire le fichier d’achats d’une année, avec ses lignes et son original",
         {},
         {kBase, kBuyer, kYear, kYes},
         remove,
         "clausier achats retirer --acheteur \"Commune de Valbrume\" --annee 2025 --base region.sqlite --oui"},
        {"achats depense",
         "enregistre ce qu’un acheteur a dépensé dans l’année civile, ou l’efface",
         {},
         {kBase,
          kBuyer,
          kYear,
          {"--montant", "EUROS", "montant mandaté dans l’année"},
          {"--source", "TEXTE", "d’où vient ce montant"},
          {"--effacer", "", "efface le montant saisi"}},
         spending,
         "clausier achats depense --acheteur \"Commune de Valbrume\" --annee 2025 --montant 61000000 --source "
         "\"compte administratif 2025\" --base region.sqlite"}};
}

}  // namespace clausier::cli
