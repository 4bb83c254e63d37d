// Files checked as they are written.
#include "clausier/decp/check.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/decp/write.hpp"
#include "support/essential_lots.hpp"

using namespace clausier;
using decp::FileFormat;

namespace {

struct Checked {
    decp::CheckReport report;
    std::vector<decp::RefusedRecord> refused;
    [[nodiscard]] bool says(std::string_view where, std::string_view code) const {
        for (const decp::RefusedRecord& one : refused)
            for (const core::Issue& fault : one.faults)
                if (fault.where == where && fault.code == code) return true;
        return false;
    }
};

Checked check(std::string text, FileFormat format) {
    Checked out;
    bool given = false;
    out.report = decp::check(
        [&]() -> std::string_view { return std::exchange(given, true) ? std::string_view() : std::string_view(text); },
        format, "essai", [&](const decp::RefusedRecord& one) { out.refused.push_back(one); });
    CHECK(out.report.refused == out.refused.size());
    return out;
}

std::string file(FileFormat format) {
    std::string out;
    const auto take = [&](std::string_view piece) { out += piece; };
    const auto writer = format == FileFormat::json ? decp::json_writer(take) : decp::xml_writer(take);
    for (const domain::MarketSheet& sheet : {tests::full_market(), tests::full_concession()})
        writer->add(decp::entry_of(sheet.market, sheet.lots[0], sheet.buyer));
    writer->finish();
    return out;
}

// The file with one text in place of another.
Checked broken(FileFormat format, std::string_view from, std::string_view to) {
    std::string text = file(format);
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return check(text.replace(at, from.size(), to), format);
}

}  // namespace

TEST_CASE("what we write is accepted, in both formats") {
    for (const FileFormat format : {FileFormat::json, FileFormat::xml}) {
        const Checked checked = check(file(format), format);
        for (const decp::RefusedRecord& one : checked.refused)
            for (const core::Issue& fault : one.faults) FAIL_CHECK(fault.sentence());
        CHECK(checked.report.records == 2);
        CHECK(checked.report.issues.empty());
    }
}

TEST_CASE("nothing is corrected before it is judged") {
    CHECK(broken(FileFormat::json, "\"offresRecues\":4", "\"offresRecues\":\"4\"")
              .says("offresRecues", "decp_structure"));
    CHECK(broken(FileFormat::json, "\"marcheInnovant\":false", "\"marcheInnovant\":\"non\"")
              .says("marcheInnovant", "decp_structure"));
    CHECK(broken(FileFormat::json, "\"id\":\"2026_014\"", "\"source\":\"x\",\"id\":\"2026_014\"")
              .says("source", "decp_structure"));
    CHECK(broken(FileFormat::json, "Code commune", "code commune").says("lieuExecution.typeCode", "decp_liste"));
    CHECK(broken(FileFormat::json, "{\"technique\":[\"Accord-cadre\"]}", "\"Accord-cadre\"")
              .says("techniques", "decp_structure"));
    CHECK(broken(FileFormat::json, "modificationActeSousTraitance", "modificationActesSousTraitance")
              .says("modificationsActesSousTraitance", "decp_structure"));
    CHECK(broken(FileFormat::xml, "<offresRecues>4</offresRecues>", "").says("offresRecues", "decp_absent"));
    CHECK(broken(FileFormat::xml, "<ccag>", "<source>x</source><ccag>").says("source", "decp_structure"));
    CHECK(broken(FileFormat::json, "\"montant\":123456.89", "\"montant\":1.2345689E5").refused.empty());
}

TEST_CASE("a record is named by its rank, its id and its buyer") {
    const Checked checked = broken(FileFormat::json, "\"valeurGlobale\":123456.89", "\"valeurGlobale\":0");
    REQUIRE(checked.refused.size() == 1);
    CHECK(checked.refused[0].rank == 2);
    CHECK(checked.refused[0].concession);
    CHECK(checked.refused[0].id == "DSP2026");
    CHECK(checked.refused[0].buyer == "21990001300015");
    CHECK(checked.report.by_fault.at({"valeurGlobale", "decp_minimum"}) == 1);
}

TEST_CASE("where a document breaks off is told with what stands before") {
    std::string text = file(FileFormat::json);
    text.resize(text.size() - 10);
    const Checked checked = check(text, FileFormat::json);
    CHECK(checked.report.records == 1);
    CHECK(checked.report.issues.size() == 1);
}
