// Implements the OpenDocument spreadsheet over its streamed content.xml.
#include "ods.hpp"

#include <string>
#include <unordered_set>

#include "ods_rows.hpp"
#include "xml.hpp"

namespace clausier::sheets {
namespace {

constexpr std::size_t names_limit = 16 << 20;  // bytes of the names of sheets and hidden styles

// Lists the tables that stand directly in the spreadsheet, and the table styles that hide them.
class SheetsReader final : public XmlHandler {
public:
    explicit SheetsReader(Archive& archive) : archive_(archive) {}

    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (in_spreadsheet_) {
            if (depth_++ == 0 && name == "table") add_sheet(attributes);
        } else if (name == "style") {
            style_ = attributes.get("family") == "table" ? attributes.get("name") : std::string_view();
        } else if (name == "table-properties") {
            if (attributes.get("display") == "false" && !style_.empty()) hide(style_);
        } else if (name == "spreadsheet") {
            in_spreadsheet_ = true;
            depth_ = 0;
        }
    }
    void end(std::string_view) override {
        if (in_spreadsheet_ && depth_-- == 0) in_spreadsheet_ = false;
    }
    [[nodiscard]] bool wants_text() const override { return false; }

    std::vector<SheetInfo> sheets;

private:
    void add_sheet(const XmlAttributes& attributes) {
        const auto name = attributes.get("name");
        weigh(name);
        sheets.push_back({std::string(name), hidden_.count(std::string(attributes.get("style-name"))) != 0});
    }
    void hide(const std::string& style) {
        weigh(style);
        hidden_.insert(style);
    }
    void weigh(std::string_view name) {
        names_ += name.size() + sizeof(SheetInfo);
        if (names_ > names_limit)
            throw archive_.refusal("le classeur a bien trop de feuilles ; partagez-le en plusieurs fichiers");
    }

    Archive& archive_;
    std::unordered_set<std::string> hidden_;
    std::string style_;
    std::size_t names_ = 0;
    int depth_ = 0;
    bool in_spreadsheet_ = false;
};

}  // namespace

std::vector<SheetInfo> ods_sheets(Archive& archive) {
    SheetsReader reader(archive);
    parse_xml(archive, "content.xml", reader);
    if (reader.sheets.empty())
        throw archive.refusal("le classeur ne contient aucune feuille de cellules ; choisissez un autre fichier");
    return std::move(reader.sheets);
}

void read_ods(Archive& archive, std::size_t sheet_index, core::RowSink& sink, Report& report, const Limits& limits,
              const core::Progress& progress) {
    archive.watch(progress);
    read_ods_rows(archive, sheet_index, limits, sink, report);
}

}  // namespace clausier::sheets
