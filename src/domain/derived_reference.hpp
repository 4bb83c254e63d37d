// References for markets whose file has none: made from their content, the same for the same content.
#pragma once
#include <string>
#include <string_view>

#include "clausier/domain/tender_record.hpp"
#include "tender_lists.hpp"

namespace clausier::domain {

// "D-" and 14 hexadecimal digits of the text's digest: 16 characters, as long as DECP allows.
std::string derived_reference(std::string_view content);

// The content that tells a market which several rows share: buyer, object, year.
std::string shared_content(const TenderRecord& record, int year);
// The content of one row, all of it; its holders only where they tell markets apart.
std::string row_content(const TenderRecord& record, bool with_holders);

// The lots seen under derived references, so that two different rows never become one lot.
class SeenLots {
public:
    // The lot's number, changed ("2 (2)") when another content already has it; empty text when nothing had to change.
    std::string settle(const TenderRecord& record);

private:
    TextMap<std::string> content_by_lot_;
};

}  // namespace clausier::domain
