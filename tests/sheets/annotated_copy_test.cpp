// The user's sheet copied with our columns beside it.
#include "clausier/sheets/annotated_copy.hpp"

#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <vector>

#include "clausier/sheets/read.hpp"

using namespace clausier;

namespace {

struct Collected final : core::RowSink {
    bool row(const core::Row& row) override {
        std::vector<std::string> cells;
        for (const core::Cell& cell : row.cells) cells.emplace_back(cell.text);
        numbers.push_back(row.number);
        rows.push_back(cells);
        return true;
    }
    std::vector<std::uint64_t> numbers;
    std::vector<std::vector<std::string>> rows;
};

}  // namespace

TEST_CASE("rows keep their number and values, ours stand in the same column whatever the row's width") {
    const std::string file = (std::filesystem::temp_directory_path() / "clausier-annotated-test.xlsx").string();
    {
        sheets::XlsxWriter writer(file);
        writer.sheet("Copie", {}, 0);
        sheets::AnnotatedCopy copy(writer, 3, [](std::uint64_t line, std::uint32_t row) {
            CHECK(line == row);
            return std::vector<sheets::OutCell>{{"remarque " + std::to_string(line)}};
        });
        const core::Cell wide[] = {
            {core::CellKind::text, "=a"}, {core::CellKind::number, "12.5"}, {core::CellKind::date, "2026-03-01"}};
        const core::Cell narrow[] = {{core::CellKind::boolean, "true"}};
        copy.row({1, wide});
        copy.row({3, narrow});
        CHECK(copy.last() == 3);
        writer.close();
    }
    Collected got;
    sheets::Source source;
    source.path = file;
    source.name = "copie";
    sheets::read(source, got);
    CHECK(got.rows == std::vector<std::vector<std::string>>{{"=a", "12.5", "2026-03-01", "remarque 1"},
                                                            {"true", "", "", "remarque 3"}});
    CHECK(got.numbers == std::vector<std::uint64_t>{1, 3});
    std::filesystem::remove(file);
}
