// Workbooks of lots open again with what was put in.
#include "market_workbook.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/sheets/read.hpp"
#include "command_world.hpp"

using namespace clausier;

TEST_CASE("each lot is a row, its figures typed") {
    tests::CommandWorld world;
    domain::MarketSheet sheet;
    sheet.buyer.name = "Commune de Valbrume";
    sheet.market.reference = "2026-01";
    sheet.market.notified_on = core::parse_iso_date("2026-03-01").value();
    domain::Lot lot;
    lot.title = "Peinture";
    lot.amount = core::Euros::of(1234550);
    sheet.lots.push_back(lot);
    cli::write_lots(world.file("l.xlsx"), {sheet});

    struct Second final : core::RowSink {
        bool row(const core::Row& row) override {
            for (const core::Cell& cell : row.cells) last.emplace_back(cell.text);
            if (row.number == 1) last.clear();
            return true;
        }
        std::vector<std::string> last;
    } got;
    sheets::Source source;
    source.path = world.file("l.xlsx");
    sheets::read(source, got);
    REQUIRE(got.last.size() >= 8);
    CHECK(got.last[0] == "Commune de Valbrume");
    CHECK(got.last[6] == "2026-03-01");
    CHECK(got.last[7] == "12345.5");
}
