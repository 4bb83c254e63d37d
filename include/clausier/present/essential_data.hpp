// What an export of essential data took and left out, and what a file has of faults, as people and programs read it.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "clausier/core/issue.hpp"
#include "clausier/present/answer.hpp"

namespace clausier::present {

struct ExportCounts {
    std::uint64_t lots = 0, taken = 0, left_out = 0;
};
// « 12 contrats : 10 écrits, 2 laissés de côté »
std::string export_sentence(const ExportCounts& counts);

// The records of a file that the format refuses. Document: enregistrements, refuses, valides, refus[] (enregistrement,
// nature: « marché » or « concession », id, acheteur, champ, faute, raison), one a fault.
class CheckAnswer {
public:
    void add(std::uint64_t rank, bool concession, const std::string& id, const std::string& buyer,
             const std::vector<core::Issue>& faults);
    Answer finish(std::uint64_t records, std::uint64_t refused);

private:
    boost::json::value rows_ = boost::json::value(boost::json::array_kind);
    core::Table table_{};
};

}  // namespace clausier::present
