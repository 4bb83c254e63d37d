// « importer » and « imports »: a file tried or applied, the list of imports, and their undoing.
#include <fmt/format.h>

#include <iostream>

#include "base_option.hpp"
#include "clausier/app/decisions.hpp"
#include "clausier/app/imports.hpp"
#include "clausier/cli/input.hpp"
#include "clausier/cli/output.hpp"
#include "clausier/cli/progress.hpp"
#include "clausier/cli/usage.hpp"
#include "clausier/core/measured_sink.hpp"
#include "clausier/present/imports.hpp"
#include "command_table.hpp"
#include "confirm.hpp"
#include "import_report.hpp"
#include "sheet_source.hpp"

namespace clausier::cli {
namespace {

// The buyer of a file that names none: asked once at a terminal, else the option is demanded.
domain::TenderParty ask_buyer(const Context& context) {
    const auto demand = [] {
        return core::Error(core::ErrorKind::invalid, "acheteur",
                           "le fichier ne nomme aucun acheteur ; ajoutez --acheteur « nom ou SIRET »");
    };
    if (!context.stdin_is_terminal || !context.stderr_is_terminal) throw demand();
    fmt::print(stderr, "\r\033[KCe fichier ne nomme aucun acheteur. Nom ou SIRET de l’acheteur : ");
    std::string line;
    if (!std::getline(std::cin, line) || line.empty()) throw demand();
    return domain::parse_buyer(line);
}

// The decisions of --decision. Throws UsageError.
std::vector<domain::Decision> value_decisions(const Arguments& arguments) {
    std::vector<domain::Decision> out;
    std::vector<core::Issue> issues;
    for (const std::string& text : arguments.all("--decision")) {
        auto decision = domain::parse_decision(text);
        if (decision) {
            out.push_back(*std::move(decision));
        } else {
            issues.push_back(decision.error());
            issues.back().where = "option --decision";
        }
    }
    if (!issues.empty()) throw UsageError(issues);
    return out;
}

// `profile` is used when --profil names none.
app::IntakeOptions intake_options(const Context& context, const Arguments& arguments, std::string_view profile) {
    Input input(arguments);
    app::IntakeOptions options;
    options.profile = arguments.get("--profil").value_or(std::string(profile));
    options.choices = column_choices(arguments);
    for (domain::Decision& decision : value_decisions(arguments)) options.tender.decisions.set(std::move(decision));
    if (const auto buyer = arguments.get("--acheteur")) options.tender.buyer = domain::parse_buyer(*buyer);
    if (const auto year = input.year("--annee")) options.tender.year = static_cast<int>(*year);
    options.tender.market_title = arguments.get("--objet").value_or("");
    options.tender.market_reference = arguments.get("--marche").value_or("");
    input.check();
    options.ask_buyer = [&context] { return ask_buyer(context); };
    return options;
}

// Removes a base just created unless it is kept.
class NewBase {
public:
    explicit NewBase(std::optional<std::filesystem::path> file) : file_(std::move(file)) {}
    ~NewBase() {
        std::error_code ignored;
        if (!file_) return;
        for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(file_->string() + suffix, ignored);
    }
    NewBase(const NewBase&) = delete;
    NewBase& operator=(const NewBase&) = delete;
    void keep() { file_.reset(); }

private:
    std::optional<std::filesystem::path> file_;
};

domain::ImportOutcome import_file(Context& context, const Arguments& arguments, const std::string& file,
                                  std::string_view profile) {
    const bool trial = arguments.has("--essai");
    const ChosenSheet chosen = chosen_sheet(file, arguments);
    const sheets::Source& source = chosen.source;
    sheets::open(source);  // a file that cannot be read makes no database
    const auto path = app::base_path(arguments.get("--base"));
    const bool in_memory = trial && (!path || !std::filesystem::exists(*path));
    // A base made for an import that then fails is not left behind.
    const bool fresh = !in_memory && path && !std::filesystem::exists(*path);
    NewBase made(fresh ? path : std::nullopt);
    const auto base = in_memory ? app::open_base(":memory:", true) : open_base(arguments, true);
    app::ImportSession session({context.clock, "cli"}, *base, source.path, intake_options(context, arguments, profile));
    core::MeasuredSink rows(session.sink());
    read_sheet(context, chosen, rows, "Import");
    // What cannot be written must fail before anything is applied.
    if (const auto report = arguments.get("--rapport")) {
        session.read();
        write_import_report(*report, source, chosen.name(), session.remarks(), session.mapping().header_row,
                            rows.columns());
        context.say("Écrit : " + *report);
    }
    domain::ImportOutcome outcome = trial ? app::outcome(session.preview(), source.name) : session.apply();
    if (trial) outcome.at = context.clock.now();
    made.keep();
    // What is decided here holds for the next files too.
    if (!trial) app::save_decisions({context.clock, "cli"}, *base, value_decisions(arguments));
    return outcome;
}

Outcome import(Context& context, const Arguments& arguments) {
    const domain::ImportOutcome outcome = import_file(context, arguments, arguments.positionals.at(0), {});
    Outcome out{present::answer(outcome)};
    for (const std::string& column : outcome.undecided)
        out.answer.remarks.push_back(
            core::warning("colonne_a_decider", "colonne non reconnue, laissée de côté : " + column));
    return out;
}

// One file after the other, each an import of its own: one that is refused does not stop the next ones.
Outcome import_essential(Context& context, const Arguments& arguments) {
    if (arguments.positionals.size() > 1 && arguments.has("--rapport"))
        throw UsageError("option --rapport", "elle ne vaut que pour un fichier ; importez-les un par un");
    std::vector<domain::ImportOutcome> done;
    std::vector<core::Issue> refused;
    int exit_with = Exit::ok;
    for (const std::string& file : arguments.positionals) {
        try {
            done.push_back(import_file(context, arguments, file, "decp-tabulaire"));
        } catch (const core::Error& error) {
            if (arguments.positionals.size() == 1 || was_interrupted()) throw;
            refused.insert(refused.end(), error.issues().begin(), error.issues().end());
            exit_with = exit_code(error.kind());
        }
    }
    Outcome out{arguments.positionals.size() == 1 ? present::answer(done.front()) : present::answer(done)};
    out.answer.remarks.insert(out.answer.remarks.end(), refused.begin(), refused.end());
    out.exit_code = exit_with;
    return out;
}

Outcome list(Context&, const Arguments& arguments) {
    Input input(arguments);
    const std::int64_t limit = input.whole("--limite").value_or(100);
    input.check();
    const auto base = open_base(arguments, false);
    return {present::answer(app::list_imports(*base, limit))};
}

Outcome undo(Context& context, const Arguments& arguments) {
    const auto id = core::parse_scaled(arguments.positionals.at(0), 1);
    if (!id)
        throw UsageError("NUMÉRO", "« " + arguments.positionals.at(0) +
                                       " » n’est pas un numéro d’import ; « clausier imports liste » les montre");
    const auto base = open_base(arguments, false);
    confirm(context, arguments, "Annuler l’import n° " + std::to_string(*id) + " ?");
    return {present::answer(app::undo_import({context.clock, "cli"}, *base, *id))};
}

}  // namespace

std::vector<CommandSpec> import_commands() {
    return {
        {"importer",
         "importe un tableau de marchés (xlsx, ods, xls, csv) ou des données essentielles (JSON, XML), une fois pour "
         "toutes",
         {{"FICHIER", "le tableur à importer"}},
         {kBase,
          kProfile,
          {"--acheteur", "ACHETEUR", "nom ou SIRET de l’acheteur, quand le fichier n’en nomme pas"},
          {"--essai", "", "montre ce qui changerait, sans rien enregistrer"},
          {"--rapport", "R.xlsx", "classeur à écrire : vos lignes et, à côté, ce qui en est dit"},
          kColumn,
          {"--decision",
           "CHAMP:VALEUR=SENS",
           "décide ce que veut dire une valeur inconnue : un mot de la liste, « ignorer » ou « garder » ; c’est retenu "
           "pour les prochains fichiers",
           false,
           {},
           true},
          kSheet,
          kEncoding,
          kSeparator,
          kPartial,
          {"--annee", "ANNÉE", "année des lignes qui n’ont pas de date"},
          {"--marche", "RÉFÉRENCE", "référence du marché, quand le fichier est celui d’un seul marché"},
          {"--objet", "TEXTE", "objet du marché, dans le même cas"}},
         import,
         "clausier importer marches.xlsx --base region.sqlite --rapport rapport.xlsx"},
        {"decp importer",
         "importe des fichiers de données essentielles (DECP : JSON, XML ou CSV), l’un après l’autre",
         {{"FICHIER", "le fichier ; autant qu’il le faut", true, true}},
         {kBase,
          {"--essai", "", "montre ce qui changerait, sans rien enregistrer"},
          kPartial,
          {"--rapport", "R.xlsx", "classeur à écrire, d’un seul fichier : ses lignes et, à côté, ce qui en est dit"},
          {"--acheteur", "ACHETEUR", "nom ou SIRET de l’acheteur, quand le fichier n’en nomme pas"},
          {"--decision",
           "CHAMP:VALEUR=SENS",
           "décide ce que veut dire une valeur inconnue, comme pour « importer »",
           false,
           {},
           true}},
         import_essential,
         "clausier decp importer decp-2024.json decp-2025.xml --base region.sqlite"},
        {"imports liste",
         "les imports faits, du plus récent au plus ancien",
         {},
         {kBase, {"--limite", "NOMBRE", "nombre d’imports (100 par défaut)"}},
         list,
         {}},
        {"imports annuler",
         "annule tout un import, tant que rien de ce qu’il a apporté n’a changé ni servi",
         {{"NUMÉRO", "numéro de l’import"}},
         {kBase, kYes},
         undo,
         "clausier imports annuler 3 --base region.sqlite --oui"},
    };
}

}  // namespace clausier::cli
