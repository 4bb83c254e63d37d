// The SPASER report: its figures gathered, and its publications kept.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "clausier/app/app.hpp"
#include "clausier/domain/reference.hpp"
#include "clausier/domain/spaser_report.hpp"

namespace clausier::app {

// Either a buyer, or a scheme, or both (the buyer is then one of the scheme's).
struct ReportRequest {
    std::optional<domain::Id<domain::Organisation>> buyer{};
    std::optional<domain::Id<domain::Scheme>> scheme{};
    int year = 0;
    domain::IndicatorOptions options{};
};

// Everything a report is written from. Without a scheme, the latest of the buyer that holds the year. Throws
// Error(invalid) when neither a buyer nor a scheme is asked for, or the year is none; Error(not_found).
domain::SpaserReport spaser_report(const Session& session, store::Database& base, const ReportRequest& request,
                                   const domain::Reference& reference);

// Keeps a report for good under the next version of its buyer and year. `content` is what is frozen; the rest is told
// beside it. Throws Error(invalid) when the report is of several buyers: each is published by itself.
domain::PublishedReport publish_report(const Session& session, store::Database& base,
                                       const domain::SpaserReport& report, const std::string& title,
                                       const std::string& content, const std::string& note);

// Without their content, the latest first.
std::vector<domain::PublishedReport> published_reports(store::Database& base,
                                                       std::optional<domain::Id<domain::Organisation>> buyer = {});
// Throws Error(not_found).
domain::PublishedReport published_report(store::Database& base, domain::Id<domain::PublishedReport> id);

// Whether the content still has the fingerprint it was published under.
bool intact(const domain::PublishedReport& report);

}  // namespace clausier::app
