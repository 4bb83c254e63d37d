// What the figures of the SPASER pages are compared to: historic marks and the targets of schemes.
#include "clausier/app/schemes.hpp"
#include "clausier/core/french.hpp"
#include "spaser_pages.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;

core::Date last_day(int year) {
    return core::Date(std::chrono::year(year), std::chrono::December, std::chrono::day(31));
}

std::optional<domain::HistoricMark> mark_in(const domain::Reference& reference, std::string_view code, int year) {
    for (domain::HistoricMark& mark : domain::historic_marks(reference, last_day(year)))
        if (mark.indicator == code && mark.stands_in(year)) return std::move(mark);
    return std::nullopt;
}

// « Repère PNAD 2022-2025 », of « Repère PNAD 2022-2025 : contrats avec… ».
std::string name_of(const domain::HistoricMark& mark) { return mark.label.substr(0, mark.label.find(" : ")); }

std::optional<core::Rate> target_in(const std::vector<domain::Target>& targets, std::string_view code,
                                    domain::TargetMeasure measure, int year) {
    for (const domain::Target& target : targets)
        if (target.indicator == code && target.measure == measure && target.year == year)
            return core::Rate::of(target.parts);
    return std::nullopt;
}

}  // namespace

std::vector<domain::Target> targets_for(const Call& call, const SpaserQuery& query) {
    if (!query.buyer) return {};
    std::vector<domain::Target> out;
    for (const app::SchemeSheet& sheet : app::schemes(call.base(), query.buyer->id))
        out.insert(out.end(), sheet.targets.begin(), sheet.targets.end());
    return out;
}

std::vector<present::YearLine> lines_for(const Call& call, const std::vector<domain::Target>& targets,
                                         std::string_view code, const std::vector<present::YearFigure>& years) {
    const auto reference = call.app.reference();
    const auto measure = present::on_amounts(code) ? domain::TargetMeasure::amount : domain::TargetMeasure::number;
    present::YearLine marks{"Repère historique", {}};
    present::YearLine aims{"Cible du schéma", {}};
    for (const present::YearFigure& one : years) {
        const auto mark = mark_in(*reference, code, one.year);
        if (mark) marks.name = name_of(*mark);
        marks.rates.push_back(mark ? std::optional(mark->rate) : std::nullopt);
        aims.rates.push_back(target_in(targets, code, measure, one.year));
    }
    return {std::move(marks), std::move(aims)};
}

json::array mark_views(const Call& call) {
    json::array out;
    for (const domain::HistoricMark& mark : domain::historic_marks(*call.app.reference(), call.app.clock.today()))
        out.push_back({{"code", mark.indicator},
                       {"libelle", mark.label},
                       {"taux", core::french::percent(mark.rate)},
                       {"source", mark.source},
                       {"note", mark.note}});
    return out;
}

}  // namespace clausier::web
