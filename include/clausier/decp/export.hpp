// Awarded lots sorted into what a file takes and what is left out, with the reasons: lots in = taken + left out.
#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "clausier/core/issue.hpp"
#include "clausier/decp/entry.hpp"
#include "clausier/domain/market_list.hpp"

namespace clausier::decp {

// What a file asks of a lot. `strict`: everything the formats of 2022 do; `named`: to be told from others (an id of its
// own, a buyer), which is all that OCDS and tables need. Neither takes the lots of private buyers.
enum class Gate { strict, named };

struct TakenLot {
    const domain::Lot* lot;
    Entry entry;
};

struct LeftOutLot {
    const domain::Market* market;
    const domain::Organisation* buyer;
    const domain::Lot* lot;
    std::vector<core::Issue> faults;  // never empty
};

struct Tally {
    std::uint64_t lots = 0, taken = 0, left_out = 0;
    // Lots by (field, code) of their faults, each once.
    std::map<std::pair<std::string, std::string>, std::uint64_t> by_fault;
};

// Judges the lots of markets one market after the other. Two entries of one buyer with the same id: the first is taken,
// the others have the fault "decp_double". Others of its own: "decp_derive" (the market's reference is ours),
// "decp_prive" (a private buyer).
class Sorter {
public:
    // Calls `taken` for each market with the lots that pass, when there are any, and `left_out` for each of the others.
    Sorter(Gate gate, std::function<void(const domain::MarketSheet&, std::span<const TakenLot>)> taken,
           std::function<void(const LeftOutLot&)> left_out);
    void add(const domain::MarketSheet& sheet);
    [[nodiscard]] const Tally& tally() const { return tally_; }

private:
    std::vector<core::Issue> judge(const domain::MarketSheet& sheet, const domain::Lot& lot, const Entry& entry);
    Gate gate_;
    std::function<void(const domain::MarketSheet&, std::span<const TakenLot>)> taken_;
    std::function<void(const LeftOutLot&)> left_out_;
    std::unordered_set<std::string> known_{};  // buyer and id
    Tally tally_{};
};

// What people read for a code of fault: « valeur manquante ».
std::string_view fault_label(std::string_view code);

}  // namespace clausier::decp
