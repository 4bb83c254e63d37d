// Implements the xlsx workbook: which parts it is made of, by its relationships and never by their usual names.
#include "workbook.hpp"

#include <string>
#include <unordered_map>

#include "package.hpp"
#include "row_builder.hpp"
#include "xlsx_sheet.hpp"
#include "xlsx_strings.hpp"
#include "xlsx_styles.hpp"
#include "xml.hpp"

namespace clausier::sheets {
namespace {

constexpr std::uint64_t workbook_limit = 16 << 20;  // bytes of workbook.xml

struct Workbook {
    std::vector<SheetInfo> sheets;
    std::vector<std::string> parts;  // of each sheet
    std::string styles;
    std::string strings;
    bool epoch_1904 = false;
};

class WorkbookReader final : public XmlHandler {
public:
    WorkbookReader(Workbook& workbook, const std::unordered_map<std::string, Relation>& relations)
        : workbook_(workbook), relations_(relations) {}

    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "workbookPr") {
            const auto value = attributes.get("date1904");
            workbook_.epoch_1904 = value == "1" || value == "true";
        } else if (name == "sheets") {
            in_sheets_ = true;
        } else if (name == "sheet" && in_sheets_) {
            add_sheet(attributes);
        }
    }
    void end(std::string_view name) override {
        if (name == "sheets") in_sheets_ = false;
    }
    [[nodiscard]] bool wants_text() const override { return false; }

private:
    void add_sheet(const XmlAttributes& attributes) {
        const auto found = relations_.find(std::string(attributes.get("id")));
        if (found == relations_.end() || found->second.type != "worksheet") return;
        const auto state = attributes.get("state");
        workbook_.sheets.push_back({std::string(attributes.get("name")), state == "hidden" || state == "veryHidden"});
        workbook_.parts.push_back(found->second.target);
    }

    Workbook& workbook_;
    const std::unordered_map<std::string, Relation>& relations_;
    bool in_sheets_ = false;
};

Workbook read_workbook(Archive& archive) {
    const std::string main = main_part(archive);
    if (main.empty())
        throw archive.refusal("l’archive ne contient pas de classeur ; enregistrez-le de nouveau depuis un tableur");
    Workbook workbook;
    std::unordered_map<std::string, Relation> by_id;
    for (auto& relation : relations(archive, main)) {
        if (relation.type == "styles") workbook.styles = relation.target;
        if (relation.type == "sharedStrings") workbook.strings = relation.target;
        by_id.emplace(relation.id, std::move(relation));
    }
    WorkbookReader reader(workbook, by_id);
    parse_xml(archive, main, reader, workbook_limit);
    if (workbook.sheets.empty())
        throw archive.refusal("le classeur ne contient aucune feuille de cellules ; choisissez un autre fichier");
    return workbook;
}

}  // namespace

std::vector<SheetInfo> xlsx_sheets(Archive& archive) { return std::move(read_workbook(archive).sheets); }

void read_xlsx(Archive& archive, std::size_t sheet_index, core::RowSink& sink, Report& report, const Limits& limits,
               const core::Progress& progress) {
    archive.watch(progress);
    const Workbook workbook = read_workbook(archive);
    const auto shapes =
        archive.has(workbook.styles) ? read_styles(archive, workbook.styles) : std::vector<NumberShape>();
    const SharedStrings strings =
        archive.has(workbook.strings) ? SharedStrings(archive, workbook.strings) : SharedStrings();
    RowBuilder row(archive, workbook.sheets.at(sheet_index).name, limits, sink, report);
    read_xlsx_sheet(archive, workbook.parts.at(sheet_index), {strings, shapes, workbook.epoch_1904}, row, report);
}

}  // namespace clausier::sheets
