// Implements the reading of a worksheet part: the hot path, where a cell costs no allocation.
#include "xlsx_sheet.hpp"

#include <fmt/format.h>

#include <charconv>
#include <string>

#include "cell_values.hpp"
#include "xml.hpp"

namespace clausier::sheets {
namespace {

using core::CellKind;

enum class CellType : std::uint8_t { number, shared, text, boolean, error, date };

CellType cell_type(std::string_view t) {
    if (t == "n") return CellType::number;
    if (t == "s") return CellType::shared;
    if (t == "b") return CellType::boolean;
    if (t == "e") return CellType::error;
    return t == "d" ? CellType::date : CellType::text;  // "str", "inlineStr"
}

class SheetReader final : public XmlHandler {
public:
    SheetReader(const CellContext& context, RowBuilder& row) : context_(context), row_(row) {}

    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (!in_data_) {
            in_data_ = name == "sheetData";
        } else if (name == "c") {
            start_cell(attributes);
        } else if (name == "v" || (name == "t" && phonetic_ == 0)) {
            collecting_ = in_cell_;
            valued_ = true;
        } else if (name == "row") {
            start_row(attributes);
        } else if (name == "f") {
            formula_ = true;
        } else if (name == "rPh") {
            ++phonetic_;
        }
    }

    void end(std::string_view name) override {
        if (!in_data_) return;
        if (name == "v" || name == "t") {
            collecting_ = false;
        } else if (name == "c") {
            end_cell();
        } else if (name == "row") {
            if (!row_.give()) return stop();
            row_.clear();
        } else if (name == "rPh") {
            --phonetic_;
        } else if (name == "sheetData") {
            in_data_ = false;
        }
    }

    void text(std::string_view piece) override {
        if (collecting_) row_.append(piece);
    }

    // Formulas that the file stores without a value: how many, and where the first one is.
    std::uint64_t unvalued = 0;
    std::string first_unvalued;

private:
    void start_row(const XmlAttributes& attributes) {
        next_column_ = 0;
        const auto r = attributes.get("r");
        std::uint64_t number = row_seen_ ? row_.number() + 1 : 1;
        if (!r.empty()) {
            const auto read = std::from_chars(r.data(), r.data() + r.size(), number);
            if (read.ptr != r.data() + r.size() || read.ec != std::errc() || number == 0)
                throw row_.refusal(
                    fmt::format("le numéro de ligne « {:.20} » est illisible ; enregistrez le classeur de "
                                "nouveau depuis un tableur",
                                r));
        }
        row_seen_ = true;
        row_.number(number);
    }

    void start_cell(const XmlAttributes& attributes) {
        type_ = CellType::number;
        shape_ = NumberShape::number;
        formula_ = valued_ = false;
        in_cell_ = true;
        column_ = next_column_;
        attributes.each([this](XmlName name, std::string_view value) {
            if (name.local == "r") {
                column_ = column_of(value);
            } else if (name.local == "t") {
                type_ = cell_type(value);
            } else if (name.local == "s") {
                std::size_t style = 0;
                std::from_chars(value.data(), value.data() + value.size(), style);
                if (style < context_.shapes.size()) shape_ = context_.shapes[style];
            }
        });
        next_column_ = column_ + 1;
        begin_ = row_.text().size();
    }

    // The column that a reference such as "BC12" names.
    std::size_t column_of(std::string_view reference) const {
        std::size_t column = 0;
        for (const char c : reference) {
            const char upper = static_cast<char>(c & ~0x20);
            if (upper < 'A' || upper > 'Z' || column > 1'000'000) break;
            column = column * 26 + static_cast<std::size_t>(upper - 'A' + 1);
        }
        if (column == 0)
            throw row_.refusal(
                fmt::format("la référence de cellule « {:.20} » est illisible ; enregistrez le classeur de "
                            "nouveau depuis un tableur",
                            reference));
        return column - 1;
    }

    void end_cell() {
        in_cell_ = false;
        std::string& text = row_.text();
        if (text.size() == begin_) {
            if (formula_ && !valued_ && unvalued++ == 0) first_unvalued = row_.where(column_);
            return;
        }
        if (type_ == CellType::shared) return put_shared();
        CellKind kind = CellKind::text;
        if (type_ == CellType::text) {
            unescape(text, begin_);
        } else if (type_ == CellType::number) {
            kind = settle_number(text, begin_, shape_, context_.epoch_1904);
        } else if (type_ == CellType::boolean) {
            kind = settle_boolean(text, begin_);
        } else if (type_ == CellType::date) {
            kind = settle_date(text, begin_);
        } else {
            kind = CellKind::error;
        }
        row_.put(column_, kind, begin_, text.size() - begin_);
    }

    void put_shared() {
        std::string& text = row_.text();
        const auto written = trimmed(std::string_view(text).substr(begin_));
        std::uint64_t index = 0;
        const auto read = std::from_chars(written.data(), written.data() + written.size(), index);
        const auto item = context_.strings.at(index);
        if (read.ptr != written.data() + written.size() || read.ec != std::errc() || !item)
            throw row_.refusal(
                fmt::format("le texte partagé n° {:.20} manque dans le classeur ; ouvrez-le dans un tableur "
                            "et enregistrez-le de nouveau",
                            written),
                column_);
        text.resize(begin_);
        row_.put_outside(column_, CellKind::text, *item);
    }

    const CellContext& context_;
    RowBuilder& row_;
    std::size_t next_column_ = 0;
    std::size_t column_ = 0;
    std::size_t begin_ = 0;
    int phonetic_ = 0;
    CellType type_ = CellType::number;
    NumberShape shape_ = NumberShape::number;
    bool in_data_ = false;
    bool row_seen_ = false;
    bool in_cell_ = false;
    bool collecting_ = false;
    bool valued_ = false;
    bool formula_ = false;
};

}  // namespace

void read_xlsx_sheet(Archive& archive, std::string_view entry, const CellContext& context, RowBuilder& row,
                     Report& report) {
    SheetReader reader(context, row);
    parse_xml(archive, entry, reader);
    if (reader.unvalued != 0) report.issues.push_back(unvalued_formulas(reader.unvalued, reader.first_unvalued));
}

}  // namespace clausier::sheets
