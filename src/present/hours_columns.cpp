// Writes the hours of lots as cells and formulas.
#include "clausier/present/hours_columns.hpp"

#include <fmt/format.h>

#include "clausier/core/rows.hpp"

namespace clausier::present {
namespace {

using core::Formula;
using core::OutCell;
using core::Style;

// The same rounding as ours, in a spreadsheet's words.
std::string rounded(const domain::HourRounding& rounding, const std::string& value) {
    if (rounding.multiple != 1) return fmt::format("ROUND({}/{},0)*{}", value, rounding.multiple, rounding.multiple);
    if (rounding.mode == core::Rounding::down) return fmt::format("ROUNDDOWN({},0)", value);
    return rounding.mode == core::Rounding::up ? fmt::format("ROUNDUP({},0)", value)
                                               : fmt::format("ROUND({},0)", value);
}

std::string remark(const domain::LotHours& lot) {
    if (lot.issue) return lot.issue->text;
    std::string values;
    const auto add = [&](domain::HypothesisSource source, std::string_view name, bool verified) {
        if (source == domain::HypothesisSource::reference)
            values += (values.empty() ? "Valeur de référence : " : ", ") + std::string(name) +
                      (verified ? "" : " (à vérifier)");
    };
    add(lot.labour_share.source, "part de main-d’œuvre", lot.labour_share.citation.verified);
    add(lot.effort.source, "taux d’effort", lot.effort.citation.verified);
    add(lot.hourly_cost.source, "coût horaire", lot.hourly_cost.citation.verified);
    if (!lot.figures.maximum) return values;
    return "Montant maximum d’un accord-cadre : heures indicatives" + (values.empty() ? "" : ". " + values);
}

}  // namespace

std::vector<OutCell> HoursColumns::header() const {
    std::vector<OutCell> out;
    for (const char* title : {"Montant HT retenu", "Part de main-d’œuvre", "Taux d’effort", "Coût horaire chargé",
                              "Heures d’insertion", "Jours", "Remarque"})
        out.push_back({std::string(title), Style::header});
    return out;
}

std::vector<OutCell> HoursColumns::lot(const domain::LotHours& lot, std::uint32_t row) {
    if (!lot.result) {
        std::vector<OutCell> out(6);
        out.push_back({remark(lot), Style::error});
        return out;
    }
    seen(row);
    const auto cell = [&](std::size_t offset) { return core::column_letters(first_ + offset) + std::to_string(row); };
    const domain::AmountResult& r = *lot.result;
    const std::string hours =
        rounded(r.estimate.rounding, fmt::format("{}*{}*{}/{}", cell(0), cell(1), cell(2), cell(3)));
    const auto& e = r.estimate.equivalents;
    const std::string day = core::decimal(e.day.value);
    const std::string said = remark(lot);
    return {{r.amount, Style::input},
            {r.labour_share, Style::input},
            {r.effort, Style::input},
            {r.hourly_cost, Style::input},
            {Formula{hours, r.estimate.hours}, Style::plain},
            {Formula{cell(4) + "/" + day, core::Hours::of(e.days_centi)}, Style::plain},
            {said, said.empty() ? Style::plain : Style::warning}};
}

std::vector<OutCell> HoursColumns::lots(Lots begin, Lots end, std::uint32_t row) {
    core::Euros amount;
    core::Hours hours;
    std::int64_t days = 0;
    for (auto at = begin; at != end; ++at) {
        if (!at->second->result) continue;
        amount += at->second->result->amount;
        hours += at->second->result->estimate.hours;
        days += at->second->result->estimate.equivalents.days_centi;
    }
    seen(row);
    return {{amount, Style::plain},
            {},
            {},
            {},
            {hours, Style::plain},
            {core::Hours::of(days), Style::plain},
            {std::string("Plusieurs lots sur cette ligne : leur somme"), Style::warning}};
}

std::vector<OutCell> HoursColumns::said(const std::string& text) const {
    std::vector<OutCell> out(6);
    out.push_back({text, Style::warning});
    return out;
}

std::vector<OutCell> HoursColumns::total(const domain::TenderHours& tender) const {
    std::vector<OutCell> out(first_);
    const OutCell title{std::string("Total"), Style::total};
    if (first_ > 0) out.front() = title;
    if (last_row_ == 0) return out;
    out.push_back({Formula{sum(0), tender.amount}, Style::total});
    for (int i = 0; i < 3; ++i) out.push_back({{}, Style::total});
    out.push_back({Formula{sum(4), tender.hours}, Style::total});
    return out;
}

void HoursColumns::seen(std::uint32_t row) {
    if (first_row_ == 0) first_row_ = row;
    last_row_ = row;
}

std::string HoursColumns::sum(std::size_t column) const {
    const std::string letters = core::column_letters(first_ + column);
    return fmt::format("SUM({}{}:{}{})", letters, first_row_, letters, last_row_);
}

}  // namespace clausier::present
