// The date that a dossier waits for.
#include "clausier/domain/enquiry_list.hpp"

#include "clausier/domain/week.hpp"

namespace clausier::domain {

EnquiryDeadline deadline_of(const Enquiry& enquiry) {
    EnquiryDeadline out;
    for (const Deadline& one : awaited_deadlines(enquiry, {}))
        if (!out.date || one.on < *out.date) out = {one.on, std::string(code(one.kind))};
    return out;
}

}  // namespace clausier::domain
