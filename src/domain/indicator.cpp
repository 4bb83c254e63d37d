// The list of indicators, and the rates of a figure.
#include "clausier/domain/indicator.hpp"

#include "clausier/core/asset.hpp"
#include "clausier/core/text.hpp"
#include "data_file.hpp"

namespace clausier::domain {
namespace {

std::vector<IndicatorInfo> read_indicators() {
    constexpr std::string_view file = "data/codes/indicators.csv";
    DataFile data(core::asset(file), file,
                  {"code", "family", "label", "unit", "numerator", "denominator", "source", "verified", "note"});
    std::vector<IndicatorInfo> out;
    for (std::size_t row = 0; row < data.size(); ++row)
        out.push_back(
            {data.unique(row, "code"),
             data.one_of(row, "family", {"social", "inclusif", "execution", "environnement", "economique", "officiel"}),
             data.required(row, "label"),
             data.one_of(row, "unit", {"contrats", "heures", "personnes", "offres", "depenses"}),
             data.required(row, "numerator"), data.required(row, "denominator"), data.required(row, "source"),
             data.yes(row, "verified"), data.text(row, "note")});
    data.finish();
    return out;
}

}  // namespace

const std::vector<IndicatorInfo>& indicators() {
    static const std::vector<IndicatorInfo> all = read_indicators();
    return all;
}

bool counts_contracts(const IndicatorInfo& info) {
    return info.unit == "contrats" && info.family != "execution" && info.code != "S9";
}

const IndicatorInfo* indicator_info(std::string_view code) {
    const std::string wanted = core::fold(code);
    for (const IndicatorInfo& one : indicators())
        if (core::fold(one.code) == wanted) return &one;
    return nullptr;
}

std::optional<core::Rate> rate_of(std::int64_t part, std::int64_t whole) {
    if (whole == 0) return std::nullopt;
    return core::Rate::of(core::mul_div(part, core::Rate::scale, whole, core::Rounding::nearest));
}

void Counted::add(const std::optional<core::Euros>& one) {
    ++contracts;
    if (one)
        amount += *one;
    else
        ++without_amount;
}

std::optional<core::Rate> IndicatorValue::rate_on_all() const { return rate_of(part.contracts, all.contracts); }

std::optional<core::Rate> IndicatorValue::rate_on_filled() const { return rate_of(part.contracts, filled.contracts); }

std::optional<core::Rate> IndicatorValue::fill_rate() const { return rate_of(filled.contracts, all.contracts); }

std::optional<core::Rate> IndicatorValue::amount_rate_on_all() const {
    return rate_of(part.amount.parts(), all.amount.parts());
}

std::optional<core::Rate> IndicatorValue::amount_rate_on_filled() const {
    return rate_of(part.amount.parts(), filled.amount.parts());
}

}  // namespace clausier::domain
