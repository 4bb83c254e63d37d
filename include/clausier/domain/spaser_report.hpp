// What a SPASER report is written from: the figures of a buyer over three years, its targets, registers and contracts.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "clausier/core/clock.hpp"
#include "clausier/domain/contract.hpp"
#include "clausier/domain/indicator.hpp"
#include "clausier/domain/purchases.hpp"
#include "clausier/domain/reference_value.hpp"
#include "clausier/domain/scheme.hpp"
#include "clausier/domain/spaser_register.hpp"

namespace clausier::domain {

// The options as one text, always the same for the same options ("montant=initial;partage=entier;…"), and back:
// nothing when it is not one.
std::string options_text(const IndicatorOptions& options);
std::optional<IndicatorOptions> options_of(std::string_view text);

// The figures of a year, or of a part of it.
struct ReportFigures {
    int year = 0;
    std::vector<IndicatorValue> values;  // in the order of indicators()
    std::map<std::string, Counted, std::less<>> excluded;
    Counted all;
    Counted aberrant;
    std::optional<SpendingSum> mandated;
    std::optional<core::Rate> coverage;

    // Throws std::logic_error when the indicator is not among them.
    [[nodiscard]] const IndicatorValue& of(std::string_view code) const;
};

// The figures of the report's year, part by part: by sector, by band.
struct ReportBreakdown {
    Dimension by{};
    std::vector<std::pair<std::string, ReportFigures>> parts;  // label, figures
};

// A contract as the annex lists it, counted or left out.
struct ReportContract {
    Contract contract;
    std::string reference;
    std::string lot_number;
    std::string object;
    std::string holders;
    std::string considerations;  // as kept, "" when not filled in
    std::string environmental;
    std::optional<core::Euros> amount_read;  // as the file gives it, aberrant or not
    std::string exclusion;                   // why it is left out, "" when it is counted
};

struct ReportBuyer {
    Organisation buyer;
    std::vector<ReportFigures> years;  // N-2, N-1, N
    std::vector<ReportBreakdown> breakdowns;
    std::vector<RegisterEntry> register_entries;
    std::vector<ReuseDeclaration> reuse;
    std::vector<ReportContract> counted;   // of year N
    std::vector<ReportContract> excluded;  // of year N, or without a year

    [[nodiscard]] const ReportFigures& current() const { return years.back(); }
};

// What is asked for, and everything found. A shared scheme has several buyers, each with its own figures.
struct SpaserReport {
    int year = 0;
    IndicatorOptions options;
    core::Instant made_at{};
    std::optional<Scheme> scheme;
    std::vector<Target> targets;
    std::vector<HistoricMark> marks;
    std::vector<ReferenceValue> thresholds;       // those the method cites
    std::vector<std::string> unknown_thresholds;  // labels of those of them not known for the year
    std::vector<ReportBuyer> buyers;
};

// A report as it was published: content is the whole of it as JSON, sha256 its fingerprint.
struct PublishedReport {
    Id<PublishedReport> id{};
    std::optional<Id<Scheme>> scheme;
    Id<Organisation> buyer{};
    int year = 0;
    std::int64_t version = 0;
    std::string options;  // options_text()
    std::string title;
    std::string content;  // "" in lists
    std::string sha256;
    core::Instant at{};
    std::string actor;
    std::string note;
    std::string buyer_name;  // as lists tell it
};

}  // namespace clausier::domain
