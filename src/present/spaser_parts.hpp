// What the chapters of the SPASER report share.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "clausier/domain/spaser_report.hpp"
#include "clausier/present/document.hpp"

namespace clausier::present {

// The document being written: a report of several buyers puts its chapters one level down.
struct ReportPaper {
    const domain::SpaserReport& report;
    const domain::ReportBuyer& buyer;
    Document& out;
    int level = 1;

    void chapter(const std::string& text) const;
    void section(const std::string& text) const;
    void say(const std::string& text) const;
    void note(const std::string& text) const;
    // Left out when it has no row; told in words then.
    void table(DocTable table, const std::string& when_empty) const;
    // Left out when it shows nothing.
    void figure(boost::json::object chart) const;
    // Unique in the document: of this buyer.
    [[nodiscard]] std::string id(std::string_view name) const;
};

inline Runs plain(std::string text) { return {Run{std::move(text), false, false}}; }
inline Runs strong(std::string text) { return {Run{std::move(text), true, false}}; }
std::string rate_or(const std::optional<core::Rate>& rate);  // « 12,5 % » or « – »
std::string number_text(std::int64_t number);
// « S1. Contrats avec… ».
std::string indicator_name(const domain::IndicatorInfo& info);
// A key and what it is worth, on two columns.
DocTable facts(std::string caption, const std::vector<std::pair<std::string, std::string>>& rows);
// The families of indicators in a chapter; the official definitions go to the chapter they are about.
bool in_chapter(const domain::IndicatorInfo& info, std::string_view chapter);

// The chapters, in their order. `chapter` of an axis: "social", "environnement", "economique", "execution".
void add_buyer_chapter(const ReportPaper& paper);
void add_method_chapter(const ReportPaper& paper);
void add_axis_chapter(const ReportPaper& paper, std::string_view chapter, const std::string& title);
void add_registers(const ReportPaper& paper);
void add_reuse(const ReportPaper& paper);
void add_targets_chapter(const ReportPaper& paper);
void add_annex_chapter(const ReportPaper& paper);
void add_files_chapter(const ReportPaper& paper);

// A target, what was done, and how they compare.
struct TargetRow {
    const domain::Target* target;
    std::optional<std::int64_t> done;  // in the parts of the measure
    std::string gap;                   // « +3,2 points », "" when not known
    std::string_view state;            // « atteinte », « non atteinte », « à venir », « non disponible »
};
// Those of the years that the report shows, and of later ones.
std::vector<TargetRow> target_rows(const domain::SpaserReport& report, const domain::ReportBuyer& buyer);

}  // namespace clausier::present
