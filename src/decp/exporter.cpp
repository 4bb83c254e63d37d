// Joins the sorting of lots to the writing of each format.
#include "clausier/decp/exporter.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace clausier::decp {
namespace {

struct Known {
    ExportFormat format;
    std::string_view code, extension, media_type;
};
constexpr std::array<Known, 5> formats{{{ExportFormat::json, "json", ".json", "application/json"},
                                        {ExportFormat::xml, "xml", ".xml", "application/xml"},
                                        {ExportFormat::ocds, "ocds", ".json", "application/json"},
                                        {ExportFormat::csv, "csv", ".csv", "text/csv; charset=utf-8"},
                                        {ExportFormat::package, "paquet", ".zip", "application/zip"}}};

const Known& known(ExportFormat format) { return formats.at(static_cast<std::size_t>(format)); }

}  // namespace

std::optional<ExportFormat> export_format(std::string_view code) {
    const auto* found =
        std::find_if(formats.begin(), formats.end(), [&](const Known& one) { return one.code == code; });
    return found == formats.end() ? std::nullopt : std::optional(found->format);
}
std::string_view extension(ExportFormat format) { return known(format).extension; }
std::string_view media_type(ExportFormat format) { return known(format).media_type; }

Gate gate_of(ExportFormat format) {
    return format == ExportFormat::json || format == ExportFormat::xml ? Gate::strict : Gate::named;
}

// Exactly one of the writers is there.
struct Exporter::State {
    std::unique_ptr<EntryWriter> entries{};
    std::unique_ptr<OcdsWriter> ocds{};
    std::unique_ptr<TableWriter> table{};
    std::unique_ptr<Package> package{};
    const ClausesByLot* clauses = nullptr;  // of the market being added
    std::optional<Sorter> sorter{};

    void take(const domain::MarketSheet& sheet, std::span<const TakenLot> lots) {
        if (ocds) return ocds->add(sheet, lots, *clauses);
        if (package) return package->add(lots);
        for (const TakenLot& lot : lots) {
            if (entries) entries->add(lot.entry);
            if (table) table->add(lot);
        }
    }
};

Exporter::Exporter(ExportFormat format, ExportTarget target, OcdsSettings ocds, PackageInfo package,
                   std::function<void(const LeftOutLot&)> left_out)
    : state_(std::make_unique<State>()) {
    State& s = *state_;
    switch (format) {
        case ExportFormat::json:
            s.entries = json_writer(std::move(target.out));
            break;
        case ExportFormat::xml:
            s.entries = xml_writer(std::move(target.out));
            break;
        case ExportFormat::ocds:
            s.ocds = std::make_unique<OcdsWriter>(std::move(target.out), std::move(ocds));
            break;
        case ExportFormat::csv:
            s.table = std::make_unique<TableWriter>(std::move(target.out));
            break;
        case ExportFormat::package:
            s.package = std::make_unique<Package>(target.files, std::move(package));
            break;
    }
    s.sorter.emplace(
        gate_of(format),
        [&s](const domain::MarketSheet& sheet, std::span<const TakenLot> lots) { s.take(sheet, lots); },
        [&s, told = std::move(left_out)](const LeftOutLot& one) {
            if (s.package) s.package->leave_out(one);
            if (told) told(one);
        });
}

Exporter::~Exporter() = default;

void Exporter::add(const domain::MarketSheet& sheet, const ClausesByLot& clauses) {
    state_->clauses = &clauses;
    state_->sorter->add(sheet);
}

Tally Exporter::finish() {
    State& s = *state_;
    if (s.entries) s.entries->finish();
    if (s.ocds) s.ocds->finish();
    if (s.package) s.package->finish();
    return s.sorter->tally();
}

}  // namespace clausier::decp
