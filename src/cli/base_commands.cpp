// « sauvegarder », « restaurer », « verifier » and « entretien ».
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "base_option.hpp"
#include "clausier/app/app.hpp"
#include "clausier/app/jobs.hpp"
#include "clausier/cli/progress.hpp"
#include "clausier/cli/usage.hpp"
#include "command_table.hpp"
#include "confirm.hpp"

namespace clausier::cli {
namespace {

Outcome told(std::string_view key, const std::string& file, std::string_view label, std::vector<core::Issue> remarks) {
    Outcome out;
    boost::json::object document;
    document[key] = file;
    document["pieces_fautives"] = remarks.size();
    out.answer.document = std::move(document);
    out.answer.lines.push_back(std::string(label) + " : " + file);
    out.answer.remarks = std::move(remarks);
    return out;
}

Outcome backup(Context& context, const Arguments& arguments) {
    const std::string& to = arguments.positionals.at(0);
    const auto base = open_base(arguments, false);
    auto remarks = app::backup({context.clock, "cli"}, *base, to, progress_bar(context, "Sauvegarde"));
    finish_progress(context);
    return told("sauvegarde", to, "Sauvegardé et relu", std::move(remarks));
}

Outcome restore(Context& context, const Arguments& arguments) {
    const auto to = app::base_path(arguments.get("--base"));
    if (!to)
        throw core::Error(core::ErrorKind::invalid, "option --base",
                          "aucune base n’est nommée ; ajoutez --base FICHIER ou fixez CLAUSIER_BASE");
    if (arguments.has("--lecture-seule"))
        throw UsageError("option --lecture-seule", "une sauvegarde ne se restaure pas sans écrire ; retirez l’option");
    const bool exists = std::filesystem::exists(*to);
    if (exists) confirm(context, arguments, "Remplacer « " + to->string() + " » par la sauvegarde ?");
    auto remarks =
        app::restore({context.clock, "cli"}, arguments.positionals.at(0), *to, exists, arguments.get("--effacements"));
    return told("base", to->string(), "Restauré", std::move(remarks));
}

Outcome check(Context&, const Arguments& arguments) {
    const auto base = open_base(arguments, false);
    const std::vector<core::Issue> faults = app::faults_of_base(*base);
    Outcome out;
    out.answer.document = boost::json::object{{"saine", faults.empty()}, {"fautes", faults.size()}};
    if (faults.empty())
        out.answer.lines.emplace_back("Base saine : fichier, liens, pièces et journal.");
    else
        out.exit_code = Exit::invalid_data;
    out.answer.remarks = faults;
    return out;
}

// Works done by this call, or all of them with the day each was last done.
Outcome upkeep(Context& context, const Arguments& arguments) {
    const auto base = open_base(arguments, false);
    const auto runs = app::run_daily_jobs({context.clock, "cli"}, *base, app::daily_jobs(), arguments.has("--tout"));
    Outcome out;
    out.answer.rows = "travaux";
    out.answer.title = "Travaux du jour";
    out.answer.table.columns = {"Travail", "Fait le", "Maintenant", "Ce qui a été fait"};
    out.answer.numeric = {false, false, false, false};
    boost::json::array list;
    for (const app::JobRun& run : runs) {
        const std::string last = run.last ? core::iso(*run.last) : "";
        const std::string_view state = run.failed ? "remis" : run.done ? "fait" : "déjà fait";
        list.push_back({{"travail", run.name}, {"fait_le", last}, {"etat", state}, {"dit", run.said}});
        out.answer.table.rows.push_back({std::string(run.name), last, std::string(state), run.said});
        if (run.failed) out.exit_code = Exit::failure;
    }
    out.answer.document = boost::json::object{{"travaux", std::move(list)}};
    return out;
}

}  // namespace

std::vector<CommandSpec> base_commands() {
    return {
        {"sauvegarder",
         "copie la base et ses pièces, même pendant qu’on y travaille",
         {{"FICHIER", "la sauvegarde à écrire"}},
         {kBase},
         backup,
         "clausier sauvegarder 2026-11-21.sqlite --base region.sqlite"},
        {"restaurer",
         "remet une sauvegarde en place, une fois reconnue saine",
         {{"SAUVEGARDE", "la sauvegarde"}},
         {kBase,
          {"--effacements", "BASE",
           "base dont les effacements de personnes sont refaits, au lieu de la base remplacée"},
          kYes},
         restore,
         "clausier restaurer 2026-11-21.sqlite --base region.sqlite"},
        {"verifier",
         "relit toute la base : fichier, liens, pièces et journal",
         {},
         {kBase},
         check,
         "clausier verifier --base region.sqlite"},
        {"entretien",
         "fait les travaux du jour (conservation, sessions finies…) qu’un serveur ferait de lui-même",
         {},
         {kBase, {"--tout", "", "aussi ceux qui ont déjà été faits aujourd’hui"}},
         upkeep,
         "clausier entretien --base region.sqlite"},
    };
}

}  // namespace clausier::cli
