// One export, whatever its format: markets in, a file or a package out, and the count of what was taken and left out.
#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "clausier/decp/export.hpp"
#include "clausier/decp/ocds.hpp"
#include "clausier/decp/package.hpp"
#include "clausier/decp/write.hpp"

namespace clausier::decp {

enum class ExportFormat { json, xml, ocds, csv, package };
// "json", "xml", "ocds", "csv", "paquet".
std::optional<ExportFormat> export_format(std::string_view code);
// ".json", ".xml", ".csv", ".zip".
std::string_view extension(ExportFormat format);
std::string_view media_type(ExportFormat format);
// DECP asks for complete contracts, the others for those that can be told apart.
Gate gate_of(ExportFormat format);

struct ExportTarget {
    Output out{};       // of every format but the package
    FileMaker files{};  // of the package
};

class Exporter {
public:
    Exporter(ExportFormat format, ExportTarget target, OcdsSettings ocds, PackageInfo package,
             std::function<void(const LeftOutLot&)> left_out = {});
    ~Exporter();
    Exporter(const Exporter&) = delete;
    Exporter& operator=(const Exporter&) = delete;
    void add(const domain::MarketSheet& sheet, const ClausesByLot& clauses);
    // Once, after the last market.
    Tally finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace clausier::decp
