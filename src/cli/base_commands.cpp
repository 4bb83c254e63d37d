// « sauvegarder » and « restaurer ».
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

Outcome told(std::string_view key, const std::string& file, std::string_view label) {
    Outcome out;
    boost::json::object document;
    document[key] = file;
    out.answer.document = std::move(document);
    out.answer.lines.push_back(std::string(label) + " : " + file);
    return out;
}

Outcome backup(Context& context, const Arguments& arguments) {
    const std::string& to = arguments.positionals.at(0);
    const auto base = open_base(arguments, false);
    app::backup(*base, to, progress_bar(context, "Sauvegarde"));
    finish_progress(context);
    return told("sauvegarde", to, "Sauvegardé");
}

Outcome restore(Context& context, const Arguments& arguments) {
    const auto to = app::base_path(arguments.get("--base"));
    if (!to)
        throw core::Error(core::ErrorKind::invalid, "option --base",
                          "aucune base n’est nommée ; ajoutez --base FICHIER ou fixez CLAUSIER_BASE");
    const bool exists = std::filesystem::exists(*to);
    if (exists) confirm(context, arguments, "Remplacer « " + to->string() + " » par la sauvegarde ?");
    app::restore(arguments.positionals.at(0), *to, exists);
    return told("base", to->string(), "Restauré");
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
         {kBase, kYes},
         restore,
         "clausier restaurer 2026-11-21.sqlite --base region.sqlite"},
    };
}

}  // namespace clausier::cli
