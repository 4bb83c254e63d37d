// « semaine » and « semaine calendrier »: what there is to do, and the same for a calendar.
#include "week_commands.hpp"

#include "base_option.hpp"
#include "clausier/app/follow_up.hpp"
#include "clausier/app/settings.hpp"
#include "clausier/cli/input.hpp"
#include "clausier/cli/output.hpp"
#include "clausier/present/calendar.hpp"
#include "clausier/present/follow_up.hpp"

namespace clausier::cli {
namespace {

constexpr OptionSpec kOwner = {"--referent", "NOM", "les tâches, échanges et dossiers de qui ; tous sans elle"};

Outcome week(Context& context, const Arguments& arguments) {
    Input input(arguments);
    const core::Date day = input.date("--jour").value_or(context.clock.today());
    input.check();
    const auto base = open_base(arguments, false);
    return {present::answer(app::week({context.clock, "cli"}, *base, day, arguments.get("--referent").value_or("")))};
}

Outcome calendar(Context& context, const Arguments& arguments) {
    const std::string owner = arguments.get("--referent").value_or("");
    const auto base = open_base(arguments, false);
    const std::string name = app::identity(*base).name + (owner.empty() ? "" : " – " + owner);
    const domain::Agenda agenda = app::calendar({context.clock, "cli"}, *base, owner);
    const auto file = arguments.get("--sortie");
    write_output(present::calendar(agenda, context.clock.now(), name), file);
    if (file) context.say("Écrit : " + *file);
    return {{}, true};
}

}  // namespace

std::vector<CommandSpec> week_commands() {
    return {
        {"semaine",
         "la semaine : retards, tâches, rendez-vous, échanges et échéances des dossiers",
         {},
         {kBase, {"--jour", "DATE", "un jour de la semaine ; aujourd’hui par défaut"}, kOwner},
         week,
         "clausier semaine --referent \"Équipe insertion\" --base region.sqlite"},
        {"semaine calendrier",
         "écrit un calendrier (iCalendar) des tâches à faire, des rendez-vous et des échéances",
         {},
         {kBase, kOwner},
         calendar,
         "clausier semaine calendrier --base region.sqlite --sortie semaine.ics",
         Sortie::own},
    };
}

}  // namespace clausier::cli
