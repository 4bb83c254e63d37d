// Each kind of remark has one code, and the documentation tells every one.
#include "clausier/domain/import_remarks.hpp"

#include <catch2/catch_test_macros.hpp>
#include <set>
#include <string>

#include "support/tender_table.hpp"

using namespace clausier;

TEST_CASE("codes are unique, and found again") {
    std::set<std::string_view> codes;
    for (const domain::RemarkInfo& known : domain::import_remarks()) {
        INFO(known.code);
        CHECK(codes.insert(known.code).second);
        CHECK(domain::find_remark(known.code) == &known);
        CHECK(!known.meaning.empty());
    }
    CHECK(domain::find_remark("inconnu") == nullptr);
}

TEST_CASE("docs/IMPORT.md tells every code with its severity, and no other") {
    const std::string doc = tests::file_text(std::filesystem::path(CLAUSIER_SOURCE_DIR) / "docs" / "IMPORT.md");
    static constexpr std::string_view severities[] = {"info", "warning", "error"};
    for (const domain::RemarkInfo& known : domain::import_remarks()) {
        const std::string row = "| `" + std::string(known.code) + "` | " +
                                std::string(severities[static_cast<std::size_t>(known.severity)]) + " |";
        INFO(row);
        CHECK(doc.find(row) != std::string::npos);
    }
    std::size_t rows = 0;
    for (std::size_t at = doc.find("\n| `"); at != std::string::npos; at = doc.find("\n| `", at + 1)) {
        const std::string_view code = std::string_view(doc).substr(at + 4, doc.find('`', at + 4) - at - 4);
        const std::size_t severity = doc.find("| ", at + 4) + 2;
        const bool is_remark = doc.compare(severity, 4, "info") == 0 || doc.compare(severity, 7, "warning") == 0 ||
                               doc.compare(severity, 5, "error") == 0;
        if (!is_remark) continue;
        ++rows;
        INFO(code);
        CHECK(domain::find_remark(code) != nullptr);
    }
    CHECK(rows == domain::import_remarks().size());
}
