// Commitments, placements and statements for tests, written in a few words.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "clausier/core/dates.hpp"
#include "clausier/core/text.hpp"
#include "clausier/domain/commitment.hpp"
#include "clausier/domain/hours_statement.hpp"
#include "clausier/domain/placement.hpp"

namespace clausier::tests {

inline core::Date date_of(std::string_view iso) { return core::parse_iso_date(iso).value(); }
inline std::optional<core::Date> maybe_date(std::string_view iso) {
    return iso.empty() ? std::nullopt : std::optional(date_of(iso));
}
inline domain::Month month_of(std::string_view text) { return domain::Month::parse(text).value(); }
inline core::Hours hours_in(std::string_view text) { return core::parse_hours(text).value(); }

inline std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> out;
    for (const std::string_view word : core::split(text, ' '))
        if (!word.empty()) out.emplace_back(word);
    return out;
}

// Of a commitment, "minimum:1000@2026-01-01 offre:1200@2026-01-01": kind, quantity, first day; "?" after the day: not
// confirmed; "!1" after the day: replaces version 1. Transfers and carries have their agreement, amendments their
// reference.
inline domain::Commitment commitment_of(std::string_view text) {
    domain::Commitment out;
    out.id = {1};
    out.lot = {1};
    for (std::string word : words_of(text)) {
        domain::CommitmentVersion v;
        v.rank = static_cast<int>(out.versions.size()) + 1;
        if (const auto bang = word.find('!'); bang != std::string::npos) {
            v.replaces = std::stoi(word.substr(bang + 1));
            word.resize(bang);
        }
        v.confirmed = word.back() != '?';
        if (!v.confirmed) word.pop_back();
        const auto colon = word.find(':');
        const auto at = word.find('@');
        v.kind = domain::version_kind(word.substr(0, colon)).value();
        v.quantity = domain::committed(hours_in(word.substr(colon + 1, at - colon - 1)));
        v.since = date_of(word.substr(at + 1));
        v.agreed_on = v.since;
        v.reference = "accord n° 1";
        v.reason = "convenu en réunion";
        out.versions.push_back(v);
    }
    return out;
}

// One person, direct fixed-term hire from 1 January to 30 June 2026, eligible.
inline domain::Placement placement() {
    domain::Placement p;
    p.id = {1};
    p.lot = {1};
    p.holder = {10};
    p.employer = {10};
    p.participant = domain::Id<domain::Participant>{100};
    p.modality = "cdd";
    p.contract = "cdd";
    p.started_on = date_of("2026-01-01");
    p.ended_on = date_of("2026-06-30");
    p.criteria = {{domain::CriterionSource::market, "qpv_resident", "justificatif d’adresse", date_of("2025-12-01"),
                   "compte/3", date_of("2026-01-02")}};
    p.eligibility = domain::Eligibility{true, p.started_on, "Habitant d’un quartier prioritaire (QPV)"};
    return p;
}

// "travaillees:100 formation:7" of a month, of placement 1.
inline domain::HoursStatement statement_of(std::string_view month, std::string_view lines) {
    domain::HoursStatement s;
    s.id = {1};
    s.placement = {1};
    s.month = month_of(month);
    for (const std::string& word : words_of(lines)) {
        const auto colon = word.find(':');
        s.lines.push_back({domain::hour_nature(word.substr(0, colon)).value(), hours_in(word.substr(colon + 1))});
    }
    return s;
}

// The codes of issues, in order, one space between them.
inline std::string codes_of(const std::vector<core::Issue>& issues) {
    std::string out;
    for (const core::Issue& issue : issues) out += (out.empty() ? "" : " ") + issue.code;
    return out;
}

}  // namespace clausier::tests
