// A list of dossiers, one line each, as the store finds them.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "clausier/core/dates.hpp"
#include "clausier/domain/enquiry.hpp"

namespace clausier::domain {

// The date a dossier waits for; `name` is "question", "publication", "reponses" or "" when it waits for none.
struct EnquiryDeadline {
    std::optional<core::Date> date;
    std::string name;
};
// The earliest of awaited_deadlines(), whether it has passed or not: what is late comes first.
EnquiryDeadline deadline_of(const Enquiry& enquiry);

struct EnquiryLine {
    Enquiry enquiry;
    std::string buyer;
    std::int64_t lots = 0;
    std::optional<core::Date> deadline;
    std::string deadline_name;  // "question", "publication", "reponses" or ""
};

// `total`: of the whole filtered set.
struct EnquiryPage {
    std::vector<EnquiryLine> lines;
    std::int64_t total = 0;
};

}  // namespace clausier::domain
