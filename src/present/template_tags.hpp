// The tags of a template as their author wrote them, each with what is wrong with it, and the text made readable again.
#pragma once
#include <cstddef>
#include <limits>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace clausier::present {

inline constexpr std::size_t deepest_sections = 12;  // in each other

struct TemplateTag {
    enum class Kind { value, section, closing, comment };
    static constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
    Kind kind = Kind::value;
    std::size_t position = 0;  // bytes of the template
    std::size_t size = 0;      // to « }} », or the opening braces alone when nothing closes them on their line
    std::size_t sign = 0;      // the byte of #, ^, / or !
    std::string name;
    bool broken = false;         // nothing closes its braces
    std::string fault;           // in French; empty when sound
    std::size_t partner = none;  // the tag that closes this section, or the one that this closes
    std::size_t end = 0;         // of a section: the byte where it ends, closed or not
};

// A text made from the template, and the byte of the template each of its bytes comes from.
struct RepairedTemplate {
    struct Edit {
        std::size_t position = 0;
        std::size_t removed = 0;
        std::string text;
    };
    std::string text;
    std::vector<Edit> edits;

    [[nodiscard]] std::size_t source(std::size_t offset) const;
};

class TemplateTags {
public:
    // Takes a time that grows as the text. It must hold no change of delimiters.
    explicit TemplateTags(std::string_view text);

    [[nodiscard]] const std::vector<TemplateTag>& all() const { return tags_; }
    // Whether tags nest so deep that no library may see the text.
    [[nodiscard]] bool too_deep() const { return too_deep_; }
    // Every section closed where it should be, so that names can be sought in it.
    [[nodiscard]] RepairedTemplate closed() const;
    // Without the faulty tags, nor those at the bytes `refused`, nor what their sections name: « x » instead of values,
    // comments instead of sections, so that each byte keeps its place.
    [[nodiscard]] std::string readable(const std::set<std::size_t>& refused) const;

private:
    TemplateTag read(std::size_t at) const;
    void pair();
    void close(std::size_t index, std::vector<std::size_t>& open);
    void leave_open(std::size_t index, std::size_t end, std::string_view before);
    [[nodiscard]] bool refused(const TemplateTag& tag, const std::set<std::size_t>& refused) const;

    std::string_view text_;
    std::vector<TemplateTag> tags_;
    std::vector<RepairedTemplate::Edit> closings_;  // what sections left open lack
    bool too_deep_ = false;
};

}  // namespace clausier::present
