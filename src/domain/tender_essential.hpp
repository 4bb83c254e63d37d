// Reads of a row what DECP says beside market and lot: how it was bought, and what became of it.
#pragma once
#include <string>

#include "clausier/core/issue.hpp"
#include "tender_values.hpp"

namespace clausier::domain {

class EssentialReader {
public:
    // The values live longer.
    explicit EssentialReader(TenderValues& values) : values_(values) {}

    // Everything but what needs the amounts of the record; its dates and holders are read.
    void read(TenderRecord& record);
    // What the row says of one modification or subcontract, of the contract after a modification, and of tests.
    void read_history(TenderRecord& record);

private:
    // A cell of nested JSON: rows of one contract repeat it.
    struct Nested {
        std::string text;
        std::string canonical;
    };
    void read_purchase(EssentialData& out);
    void read_holder(EssentialData& out);
    // The canonical text of a nested list, as `read_list` understands it.
    template <class Read>
    void nested(Field field, Read read_list, Nested& last, std::string& out);
    void tell(Field field, const std::vector<core::Issue>& issues);
    void remark_early(Field field, const std::string& modifications, const TenderRecord& record);
    void read_change(TenderRecord& record);
    void read_version(TenderRecord& record);
    void read_acts(TenderRecord& record);
    void remark_tests(const TenderRecord& record);

    TenderValues& values_;
    CodeList techniques_{"technique"}, modes_{"modalite_execution"}, ccags_{"ccag"}, consortia_{"groupement"};
    CodeList price_forms_{"forme_prix"}, price_types_{"type_prix"}, variations_{"variation_prix"};
    Nested modifications_, subcontracts_, changes_, years_;
    std::vector<core::Issue> issues_;
    std::string scratch_;
};

}  // namespace clausier::domain
