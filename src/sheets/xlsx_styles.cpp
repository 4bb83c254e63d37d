// Implements the reading of styles.xml.
#include "xlsx_styles.hpp"

#include <charconv>
#include <cstdint>
#include <unordered_map>

#include "xml.hpp"

namespace clausier::sheets {
namespace {

constexpr std::uint64_t styles_limit = 32 << 20;  // bytes of styles.xml

std::uint32_t to_number(std::string_view text) {
    std::uint32_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

class StylesReader final : public XmlHandler {
public:
    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "cellXfs") {
            in_cell_formats_ = true;
        } else if (name == "numFmt" && !in_differential_) {
            defined_[to_number(attributes.get("numFmtId"))] = shape_of_code(attributes.get("formatCode"));
        } else if (name == "dxfs") {
            in_differential_ = true;
        } else if (name == "xf" && in_cell_formats_) {
            const auto id = to_number(attributes.get("numFmtId"));
            const auto found = defined_.find(id);
            shapes.push_back(found != defined_.end() ? found->second : built_in_shape(id));
        }
    }
    void end(std::string_view name) override {
        if (name == "cellXfs") in_cell_formats_ = false;
        if (name == "dxfs") in_differential_ = false;
    }
    [[nodiscard]] bool wants_text() const override { return false; }

    std::vector<NumberShape> shapes;

private:
    std::unordered_map<std::uint32_t, NumberShape> defined_;
    bool in_cell_formats_ = false;
    bool in_differential_ = false;
};

}  // namespace

std::vector<NumberShape> read_styles(Archive& archive, std::string_view entry) {
    StylesReader reader;
    parse_xml(archive, entry, reader, styles_limit);
    return std::move(reader.shapes);
}

}  // namespace clausier::sheets
