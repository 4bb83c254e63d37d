// The SPASER report of one buyer and year, gathered, written in every format and put on the disk, each step timed in
// milliseconds. Usage: bench_spaser_report BASE BUYER YEAR FOLDER
#include "clausier/app/spaser_report.hpp"

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <functional>

#include "clausier/app/references.hpp"
#include "clausier/core/clock.hpp"
#include "clausier/outside/raster.hpp"
#include "clausier/present/document.hpp"
#include "clausier/present/frozen_report.hpp"
#include "clausier/sheets/write.hpp"

using namespace clausier;

namespace {

double total = 0;

void timed(const char* step, const std::function<std::size_t()>& work) {
    const auto start = std::chrono::steady_clock::now();
    const std::size_t size = work();
    const double taken = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    total += taken;
    std::printf("report %s ms %.1f size %zu\n", step, taken, size);
}

std::size_t write(const std::filesystem::path& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary) << bytes;
    return bytes.size();
}

}  // namespace

int main(int count, char** argument) {
    if (count != 5) {
        std::fprintf(stderr, "usage: bench_spaser_report BASE BUYER YEAR FOLDER\n");
        return 2;
    }
    store::Database base(argument[1]);
    const std::filesystem::path folder(argument[4]);
    const core::FixedClock clock{std::chrono::sys_days(std::chrono::year(2026) / 11 / 22)};
    const app::Session session{clock, "bench"};
    app::ReportRequest request;
    request.buyer = {{std::stoll(argument[2])}};
    request.year = std::stoi(argument[3]);
    const domain::Reference reference = app::reference(base);
    domain::SpaserReport gathered;
    present::FrozenReport report;
    const auto raster = outside::rasteriser();
    timed("gathered", [&] {
        gathered = app::spaser_report(session, base, request, reference);
        return gathered.buyers.front().counted.size();
    });
    timed("frozen", [&] {
        report = present::freeze(gathered, "Banc d’essai");
        return write(folder / "rapport.json", present::frozen_text(report));
    });
    timed("html", [&] { return write(folder / "rapport.html", present::print_page(report.document)); });
    timed("docx", [&] { return write(folder / "rapport.docx", present::docx(report.document, raster)); });
    timed("odt", [&] { return write(folder / "rapport.odt", present::odt(report.document, raster)); });
    timed("xlsx", [&] {
        sheets::write_workbook(folder / "rapport.xlsx", present::workbook(report));
        return static_cast<std::size_t>(std::filesystem::file_size(folder / "rapport.xlsx"));
    });
    timed("package", [&] { return write(folder / "paquet.zip", present::data_package(report, "")); });
    std::printf("report total ms %.1f size 0\n", total);
    return 0;
}
