// Implements shared strings.
#include "xlsx_strings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <limits>

#include "xml.hpp"

namespace clausier::sheets {
namespace {

constexpr std::size_t escape_length = 7;  // _xHHHH_

// The UTF-16 unit written at `at`, if an escape stands there.
std::optional<std::uint32_t> escaped_unit(std::string_view text, std::size_t at) {
    const auto escape = text.substr(std::min(at, text.size()), escape_length);
    if (escape.size() < escape_length || escape[0] != '_' || escape[1] != 'x' || escape[6] != '_') return {};
    std::uint32_t unit = 0;
    const auto read = std::from_chars(escape.data() + 2, escape.data() + 6, unit, 16);
    if (read.ec != std::errc() || read.ptr != escape.data() + 6) return {};
    return unit;
}

void append_utf8(std::string& out, std::uint32_t code) {
    const auto tail = [&](unsigned shift) { out += static_cast<char>(0x80U | ((code >> shift) & 0x3FU)); };
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += static_cast<char>(0xC0U | (code >> 6U));
        tail(0);
    } else if (code < 0x10000) {
        out += static_cast<char>(0xE0U | (code >> 12U));
        tail(6);
        tail(0);
    } else {
        out += static_cast<char>(0xF0U | (code >> 18U));
        tail(12);
        tail(6);
        tail(0);
    }
}

// Appends the character of the escape at `at` and answers how many bytes it was written in; 0 when none stands there.
std::size_t take_escape(std::string& out, std::string_view text, std::size_t at) {
    const auto unit = escaped_unit(text, at);
    if (!unit || *unit == 0 || (*unit >= 0xDC00 && *unit <= 0xDFFF)) return 0;
    if (*unit < 0xD800 || *unit > 0xDFFF) {
        append_utf8(out, *unit);
        return escape_length;
    }
    const auto low = escaped_unit(text, at + escape_length);
    if (!low || *low < 0xDC00 || *low > 0xDFFF) return 0;
    append_utf8(out, 0x10000 + ((*unit - 0xD800) << 10U) + (*low - 0xDC00));
    return 2 * escape_length;
}

class StringsReader final : public XmlHandler {
public:
    StringsReader(Archive& archive, std::string_view entry, std::string& texts, std::vector<std::uint32_t>& ends)
        : archive_(archive),
          entry_(entry),
          texts_(texts),
          ends_(ends),
          limit_(std::min<std::uint64_t>(archive.limits().shared_text, std::numeric_limits<std::uint32_t>::max())) {}

    void start(std::string_view name, const XmlAttributes&) override {
        if (name == "t") {
            collecting_ = phonetic_ == 0;
        } else if (name == "rPh") {
            ++phonetic_;
        }
    }

    void end(std::string_view name) override {
        if (name == "t") {
            collecting_ = false;
        } else if (name == "rPh") {
            --phonetic_;
        } else if (name == "si") {
            unescape(texts_, ends_.empty() ? 0 : ends_.back());
            check(sizeof(std::uint32_t));
            ends_.push_back(static_cast<std::uint32_t>(texts_.size()));
        }
    }

    void text(std::string_view piece) override {
        if (!collecting_) return;
        check(piece.size());
        texts_ += piece;
    }

private:
    void check(std::size_t more) const {
        if (texts_.size() + ends_.size() * sizeof(std::uint32_t) + more > limit_)
            throw archive_.refusal(
                fmt::format("les textes du classeur dépassent {} Mio ; partagez-le en plusieurs fichiers",
                            limit_ >> 20),
                entry_);
    }

    Archive& archive_;
    std::string_view entry_;
    std::string& texts_;
    std::vector<std::uint32_t>& ends_;
    std::uint64_t limit_;
    int phonetic_ = 0;
    bool collecting_ = false;
};

}  // namespace

void unescape(std::string& text, std::size_t from) {
    auto at = text.find("_x", from);
    if (at == std::string::npos) return;
    const std::string written = text.substr(at);
    text.resize(at);
    for (std::size_t i = 0; i < written.size();) {
        const auto taken = take_escape(text, written, i);
        if (taken == 0) text += written[i];
        i += std::max<std::size_t>(taken, 1);
    }
}

SharedStrings::SharedStrings(Archive& archive, std::string_view entry) {
    // The declared size bounds the texts of a UTF-8 part: reserved once, only the pages really filled cost memory.
    const auto declared = archive.open(entry).declared_size();
    texts_.reserve(static_cast<std::size_t>(std::min(declared, archive.limits().shared_text)));
    StringsReader reader(archive, entry, texts_, ends_);
    parse_xml(archive, entry, reader);
}

}  // namespace clausier::sheets
