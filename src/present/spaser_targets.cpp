// Chapter 7 of the SPASER report: targets beside what was done, and historic marks.
#include <fmt/format.h>

#include "clausier/core/french.hpp"
#include "spaser_parts.hpp"

namespace clausier::present {
namespace {

namespace french = core::french;
using domain::TargetMeasure;

// « +3,2 points », « −120 000 € ».
std::string gap_text(const domain::Target& target, std::string_view unit, std::int64_t done) {
    const std::int64_t gap = done - target.parts;
    const std::string sign = gap > 0 ? "+" : gap < 0 ? "−" : "";
    const std::int64_t size = gap < 0 ? -gap : gap;
    const bool rate = target.measure == TargetMeasure::number || target.measure == TargetMeasure::amount;
    if (!rate) return sign + domain::target_text(target.measure, unit, size);
    constexpr std::int64_t two_points = 200;
    return sign + french::number(size, 100) + (size < two_points ? "\u00a0point" : "\u00a0points");
}

const domain::ReportFigures* figures_of(const domain::ReportBuyer& buyer, int year) {
    for (const domain::ReportFigures& one : buyer.years)
        if (one.year == year) return &one;
    return nullptr;
}

std::string unit_of(const std::string& indicator) {
    const domain::IndicatorInfo* info = domain::indicator_info(indicator);
    return info ? info->unit : "";
}
std::string name_of(const std::string& indicator) {
    const domain::IndicatorInfo* info = domain::indicator_info(indicator);
    return info ? indicator_name(*info) : indicator;
}

DocTable targets_table(const ReportPaper& paper) {
    DocTable out;
    out.caption = "Cibles et réalisé";
    out.headers = {plain("Indicateur"), plain("Mesure"), plain("Année"), plain("Cible"),
                   plain("Réalisé"),    plain("Écart"),  plain("État")};
    out.align = {Align::left, Align::left, Align::right, Align::right, Align::right, Align::right, Align::left};
    out.widths = {6, 3, 2, 3, 3, 3, 3};
    for (const TargetRow& row : target_rows(paper.report, paper.buyer)) {
        const std::string unit = unit_of(row.target->indicator);
        Runs name = plain(name_of(row.target->indicator));
        if (!row.target->note.empty()) name.push_back({"\n" + row.target->note, false, true});
        out.rows.push_back({std::move(name), plain(std::string(domain::label(row.target->measure))),
                            plain(std::to_string(row.target->year)),
                            plain(domain::target_text(row.target->measure, unit, row.target->parts)),
                            plain(row.done ? domain::target_text(row.target->measure, unit, *row.done) : "–"),
                            plain(row.gap.empty() ? "–" : row.gap), plain(std::string(row.state))});
    }
    return out;
}

DocTable marks_table(const ReportPaper& paper) {
    DocTable out;
    out.caption = "Repères historiques, part en nombre sur tous les contrats";
    out.headers = {plain("Repère"), plain("Taux")};
    out.align = {Align::left, Align::right};
    for (const domain::ReportFigures& year : paper.buyer.years) {
        out.headers.push_back(plain("Réalisé " + std::to_string(year.year)));
        out.align.push_back(Align::right);
    }
    out.headers.push_back(plain("Ce que c’est"));
    out.align.push_back(Align::left);
    for (const domain::HistoricMark& mark : paper.report.marks) {
        std::vector<Runs> row{plain(name_of(mark.indicator)), plain(french::percent(mark.rate))};
        for (const domain::ReportFigures& year : paper.buyer.years)
            row.push_back(plain(rate_or(year.of(mark.indicator).rate_on_all())));
        row.push_back(plain(mark.source + "\u00a0: " + mark.note + (mark.verified ? "" : " (à vérifier)")));
        out.rows.push_back(std::move(row));
    }
    return out;
}

}  // namespace

std::vector<TargetRow> target_rows(const domain::SpaserReport& report, const domain::ReportBuyer& buyer) {
    std::vector<TargetRow> out;
    for (const domain::Target& target : report.targets) {
        if (target.year < buyer.years.front().year) continue;
        TargetRow row{&target, std::nullopt, "", "à venir"};
        if (const domain::ReportFigures* figures = figures_of(buyer, target.year)) {
            row.done = domain::achieved(target.measure, figures->of(target.indicator));
            row.state = !row.done ? "non disponible" : *row.done >= target.parts ? "atteinte" : "non atteinte";
            if (row.done) row.gap = gap_text(target, unit_of(target.indicator), *row.done);
        }
        out.push_back(std::move(row));
    }
    return out;
}

void add_targets_chapter(const ReportPaper& paper) {
    paper.chapter(fmt::format("7. Cibles et réalisé, {}-{}", paper.buyer.years.front().year, paper.report.year));
    paper.table(targets_table(paper), paper.report.scheme
                                          ? "Aucune cible n’est posée pour ces années dans le schéma."
                                          : "Aucun schéma n’est enregistré\u00a0: il n’y a pas de cible à comparer.");
    paper.table(marks_table(paper), "Aucun repère national n’est connu à cette date.");
    if (!paper.report.marks.empty())
        paper.note("Un repère n’est pas une obligation\u00a0: il est rappelé pour situer les chiffres.");
}

}  // namespace clausier::present
