// The workbook to fill in: every import recognises it, and its two lots are plainly examples.
#include <catch2/catch_test_macros.hpp>
#include <set>

#include "clausier/domain/tender.hpp"
#include "clausier/present/import_drafts.hpp"

using namespace clausier;
using domain::Field;

TEST_CASE("every column of the template is recognised as the field it is made for, and its examples are read") {
    const present::TypedTable table = present::import_template();
    const auto row_of = [](std::vector<core::Cell>& cells, std::uint64_t number) { return core::Row{number, cells}; };
    std::vector<std::vector<core::Cell>> cells(1);
    for (const std::string& title : table.titles) cells[0].push_back({core::CellKind::text, title});
    for (const auto& row : table.rows)
        for (auto& out = cells.emplace_back(); const present::TypedCell& cell : row) out.push_back(cell.cell());
    domain::Head head;
    for (std::size_t i = 0; i < cells.size(); ++i) head.add(row_of(cells[i], i + 1));
    const domain::Mapping mapping = domain::recognise(head);
    CHECK(mapping.profile.name == "table-region");
    for (const domain::Column& column : mapping.columns) {
        INFO(column.header);
        CHECK(column.field != Field::ignored);
        CHECK(domain::parse_field(column.header).value() == column.field);
    }
    domain::TenderReader reader(mapping, {});
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const domain::RowReading& reading = reader.read(row_of(cells[i], i + 1));
        for (const core::Issue& issue : reading.issues) INFO(issue.sentence());
        CHECK(reading.issues.empty());
    }
    CHECK(reader.counts().kept == 2);
    CHECK(reader.unknown().values.empty());
}

TEST_CASE("titles begin by a capital, each stands once, and columns are wide enough to be read") {
    const present::TypedTable table = present::import_template();
    CHECK(std::set<std::string>(table.titles.begin(), table.titles.end()).size() == table.titles.size());
    REQUIRE(table.widths.size() == table.titles.size());
    for (std::size_t i = 0; i < table.titles.size(); ++i) {
        INFO(table.titles[i]);
        CHECK_FALSE((table.titles[i].front() >= 'a' && table.titles[i].front() <= 'z'));
        CHECK(table.widths[i] >= 8);
        CHECK(table.widths[i] <= 60);
    }
    for (const auto& row : table.rows) CHECK(row.size() == table.titles.size());
}
