// The list of situations at an exit, and what is still to be asked.
#include "clausier/domain/exit_follow_up.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "clausier/core/asset.hpp"
#include "clausier/core/french.hpp"
#include "clausier/domain/retention.hpp"
#include "data_file.hpp"
#include "field_faults.hpp"

namespace clausier::domain {
namespace {

constexpr std::string_view file = "data/codes/exit_situations.csv";

std::vector<ExitSituation> read_situations() {
    DataFile data(core::asset(file), file, {"code", "label", "family", "note"});
    std::vector<ExitSituation> out;
    for (std::size_t row = 0; row < data.size(); ++row)
        out.push_back({data.unique(row, "code"), data.required(row, "label"),
                       data.one_of(row, "family", {"durable", "transition", "positive", "other", "unknown"})});
    data.finish();
    return out;
}

}  // namespace

const std::vector<ExitSituation>& exit_situations() {
    static const std::vector<ExitSituation> situations = read_situations();
    return situations;
}

const ExitSituation* exit_situation(std::string_view code) {
    const auto& all = exit_situations();
    const auto found = std::find_if(all.begin(), all.end(), [&](const ExitSituation& one) { return one.code == code; });
    return found == all.end() ? nullptr : &*found;
}

std::vector<int> exit_points(const Reference& reference, core::Date on) {
    std::vector<int> points{0};
    for (const std::string_view key : {"exit.first", "exit.second", "exit.third"})
        points.push_back(static_cast<int>(reference.count(key, on).value));
    return points;
}

std::vector<ExitPoint> exit_follow_up(const Placement& placement, const std::vector<Exit>& exits,
                                      const Reference& reference, core::Date today) {
    std::vector<ExitPoint> out;
    if (!placement.participant || !placement.ended_on || *placement.ended_on >= today) return out;
    for (const int months : exit_points(reference, today)) {
        ExitPoint point{months, months_later(*placement.ended_on, months), false, nullptr};
        point.due = point.due_on <= today;
        for (const Exit& one : exits)
            if (one.months == months) point.known = &one;
        out.push_back(point);
    }
    return out;
}

std::vector<core::Issue> faults(const Exit& exit, const Placement& placement, const Reference& reference,
                                core::Date today) {
    Issues issues;
    const auto points = exit_points(reference, today);
    if (!exit_situation(exit.situation))
        refuse(issues, "situation", "situation_inconnue",
               fmt::format("« {} » n’est pas une situation de la liste ; choisissez-en une", exit.situation));
    within(issues, "note", exit.note, longest_line);
    if (!placement.ended_on || *placement.ended_on > today)
        refuse(issues, "mois", "non_terminee", "la mise en œuvre n’est pas terminée ; donnez d’abord sa fin");
    else if (std::find(points.begin(), points.end(), exit.months) == points.end())
        refuse(issues, "mois", "point_inconnu",
               fmt::format("{} mois n’est pas un point de suivi ; choisissez-en un de la liste", exit.months));
    else if (const core::Date due_on = months_later(*placement.ended_on, exit.months); due_on > today)
        refuse(issues, "mois", "trop_tot",
               fmt::format("ce suivi se fait à partir du {} ; attendez ce jour", core::french::date(due_on)));
    if (!exit.asked_on.ok())
        refuse(issues, "date", "date_absente", "donnez le jour où la situation a été apprise");
    else if (exit.asked_on > today)
        refuse(issues, "date", "date_future", "cette date est dans l’avenir ; corrigez-la");
    else if (placement.ended_on && exit.asked_on < *placement.ended_on)
        refuse(issues, "date", "avant_la_fin", "cette date précède la fin de la mise en œuvre ; corrigez-la");
    return issues;
}

}  // namespace clausier::domain
