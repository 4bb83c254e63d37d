// Lots of a dossier put together with those of a buyer's table.
#include <set>

#include "clausier/core/text.hpp"
#include "clausier/domain/enquiry.hpp"

namespace clausier::domain {
namespace {

bool same_lot(const EnquiryLot& kept, const EnquiryLot& read) {
    if (!read.number.empty()) return kept.number == read.number;
    return !read.title.empty() && core::fold(kept.title) == core::fold(read.title);
}

// What the table says of a lot; what it leaves out stays.
void take(EnquiryLot& kept, const EnquiryLot& read) {
    if (!read.title.empty()) kept.title = read.title;
    if (!read.trade.empty()) kept.trade = read.trade;
    if (!read.cpv.empty()) kept.cpv = read.cpv;
    if (!read.estimate) return;
    kept.estimate = read.estimate;
    kept.maximum = read.maximum;
}

void number(std::vector<EnquiryLot>& lots) {
    if (lots.size() < 2) return;
    std::set<std::string> taken;
    for (const EnquiryLot& lot : lots) taken.insert(lot.number);
    std::size_t next = 1;
    for (EnquiryLot& lot : lots) {
        if (!lot.number.empty()) continue;
        while (taken.contains(std::to_string(next))) ++next;
        lot.number = std::to_string(next++);
    }
}

}  // namespace

std::vector<EnquiryLot> merged_lots(std::vector<EnquiryLot> kept, const std::vector<EnquiryLot>& read, bool only) {
    std::vector<EnquiryLot> table;  // as the dossier will have them, in the table's order
    std::vector<EnquiryLot> fresh;
    std::vector<bool> met(kept.size());
    for (const EnquiryLot& one : read) {
        std::size_t at = 0;
        while (at < kept.size() && (met[at] || !same_lot(kept[at], one))) ++at;
        if (at == kept.size()) {
            fresh.push_back(one);
            table.push_back(one);
            continue;
        }
        met[at] = true;
        take(kept[at], one);
        table.push_back(kept[at]);
    }
    if (only) kept = std::move(table);
    if (!only) kept.insert(kept.end(), fresh.begin(), fresh.end());
    number(kept);
    return kept;
}

}  // namespace clausier::domain
