// Checks files as they are read.
#include "clausier/decp/check.hpp"

#include <set>

#include "clausier/decp/schema_faults.hpp"
#include "raw_entry.hpp"

namespace clausier::decp {
namespace {

// Rows are made and thrown away: only records count.
class NoRows final : public core::RowSink {
public:
    bool row(const core::Row&) override { return true; }
};

}  // namespace

CheckReport check(const Pieces& pieces, FileFormat format, const std::string& name,
                  const std::function<void(const RefusedRecord&)>& refused) {
    CheckReport out;
    ReadOptions options;
    options.name = name;
    options.keep_before_fault = true;
    options.inspect = [&](const Record& record) {
        RefusedRecord one;
        one.rank = ++out.records;
        Entry entry = raw_entry(record, format, one.faults);
        for (core::Issue& fault : faults(entry)) one.faults.push_back(std::move(fault));
        if (one.faults.empty()) return;
        ++out.refused;
        std::set<std::pair<std::string, std::string>> kinds;
        for (const core::Issue& fault : one.faults) kinds.emplace(fault.where, fault.code);
        for (const auto& kind : kinds) ++out.by_fault[kind];
        one.concession = entry.concession;
        one.id = std::move(entry.id);
        one.buyer = std::move(entry.buyer);
        refused(one);
    };
    NoRows rows;
    const ReadReport report =
        format == FileFormat::json ? read_json(pieces, options, rows) : read_xml(pieces, options, rows);
    for (const core::Issue& issue : report.issues)
        if (issue.severity == core::Severity::warning && issue.code == "fichier_interrompu")
            out.issues.push_back(issue);
    return out;
}

}  // namespace clausier::decp
