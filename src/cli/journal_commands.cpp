// « journal » : its rows, the chain that holds them, and their end.
#include <fmt/format.h>

#include "base_option.hpp"
#include "clausier/app/journal.hpp"
#include "clausier/cli/input.hpp"
#include "clausier/cli/usage.hpp"
#include "clausier/core/french.hpp"
#include "clausier/present/journal.hpp"
#include "command_table.hpp"
#include "confirm.hpp"

namespace clausier::cli {
namespace {

Outcome list(Context&, const Arguments& arguments) {
    Input input(arguments);
    domain::JournalFilter filter;
    filter.action = arguments.get("--action").value_or("");
    filter.actor = arguments.get("--acteur").value_or("");
    filter.subject = arguments.get("--sujet").value_or("");
    if (const auto day = input.date("--du")) filter.from = std::chrono::sys_days(*day);
    if (const auto day = input.date("--au")) filter.until = std::chrono::sys_days(*day) + std::chrono::days(1);
    filter.limit = input.whole("--limite").value_or(filter.limit);
    input.check();
    const auto base = open_base(arguments, false);
    return {present::answer(app::list_journal(*base, filter))};
}

// A broken chain is told in the answer, as a remark and by the exit code.
Outcome verify(Context&, const Arguments& arguments) {
    const auto base = open_base(arguments, false);
    const domain::JournalCheck check = app::check_journal(*base);
    Outcome out{present::answer(check)};
    if (!check.fault) return out;
    out.answer.remarks.push_back(app::journal_fault(*check.fault));
    out.exit_code = Exit::invalid_data;
    return out;
}

Outcome purge(Context& context, const Arguments& arguments) {
    Input input(arguments);
    const auto asked = input.date("--avant");
    input.check();
    const auto base = open_base(arguments, false);
    const core::Date before = asked ? *asked : app::journal_kept_from(*base, context.clock);
    confirm(context, arguments, "Oublier les lignes du journal d’avant le " + core::french::date(before) + " ?");
    const std::int64_t gone = app::purge_journal({context.clock, "cli"}, *base, before);
    Outcome out;
    out.answer.document = boost::json::object{{"avant", core::iso(before)}, {"lignes_oubliees", gone}};
    out.answer.lines.push_back(fmt::format(
        "{} avant le {}.", core::french::count(static_cast<std::uint64_t>(gone), "ligne oubliée", "lignes oubliées"),
        core::french::date(before)));
    return out;
}

}  // namespace

std::vector<CommandSpec> journal_commands() {
    return {
        {"journal liste",
         "qui a fait quoi et quand, du plus récent au plus ancien",
         {},
         {kBase,
          {"--action", "ACTION", "une action (import.appliquer), ou le début de plusieurs (import)"},
          {"--acteur", "ACTEUR", "« compte/3 », « cli », ou « compte » pour tous"},
          {"--sujet", "SUJET", "« marche/12 », ou « marche » pour tous"},
          {"--du", "DATE", "premier jour"},
          {"--au", "DATE", "dernier jour"},
          {"--limite", "NOMBRE", "nombre de lignes (100 par défaut)"}},
         list,
         "clausier journal liste --base region.sqlite --action import --du 2026-11-01"},
        {"journal verifier",
         "relit toute la chaîne d’empreintes et nomme la première ligne changée ou disparue",
         {},
         {kBase},
         verify,
         "clausier journal verifier --base region.sqlite"},
        {"journal purger",
         "oublie les lignes plus vieilles que leur durée de conservation ; la chaîne se vérifie encore ensuite",
         {},
         {kBase, {"--avant", "DATE", "jour avant lequel oublier, au lieu de la durée de conservation"}, kYes},
         purge,
         "clausier journal purger --base region.sqlite --oui"},
    };
}

}  // namespace clausier::cli
