// Tells the rows of a tender table apart: blank, title, header, section, total, group of lots, data.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/core/quantity.hpp"
#include "clausier/core/rows.hpp"
#include "clausier/domain/mapping.hpp"
#include "tender_lists.hpp"

namespace clausier::domain {

enum class RowClass : std::uint8_t { blank, title, header, section, total, group, data };

struct RowClassInfo {
    std::string_view reason;  // "vide", "titre", "en_tete", "section", "total", "groupe"; "" for data
    std::string_view text;    // in French
};
const RowClassInfo& info(RowClass row_class);

// A row that names the lots that follow, with their total: « Transport par autocars | TOTAL : 176 585,29 ».
struct LotGroup {
    std::string name;
    std::optional<core::Euros> total;
};

class RowClassifier {
public:
    // The mapping lives longer.
    explicit RowClassifier(const Mapping& mapping);

    RowClass classify(const core::Row& row);

    // What the section rows met so far say of the rows that follow; "" before any.
    [[nodiscard]] const std::string& section() const { return section_; }
    [[nodiscard]] const std::string& bracket() const { return bracket_; }
    // The texts above the header row, joined.
    [[nodiscard]] const std::string& titles() const { return titles_; }
    // Of the row just classified as a group.
    [[nodiscard]] const LotGroup& group() const { return group_; }

private:
    [[nodiscard]] bool repeats_header(const core::Row& row) const;
    [[nodiscard]] std::string_view cell(const core::Row& row, Field field) const;
    void note_title(const core::Row& row);
    RowClass classify_alone(std::string_view text);
    // In a table of lots, what no lot is: a sum or a tax, whatever its column, and a note where numbers stand.
    [[nodiscard]] std::optional<RowClass> beside_lots(const core::Row& row, const core::Cell& first, bool alone) const;
    bool read_group(const core::Row& row);

    const Mapping& mapping_;
    std::vector<const Column*> named_;  // the columns that have a field, in order
    CodeList sections_{"section"};
    std::string section_;
    std::string bracket_;
    std::string titles_;
    LotGroup group_;
};

}  // namespace clausier::domain
