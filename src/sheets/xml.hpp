// A small layer over expat: local names, no DTD, bounded depth and tokens, a part of an archive parsed as it inflates.
#pragma once
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>

#include "archive.hpp"

namespace clausier::sheets {

// "office:value" is the name "value" with the prefix "office". Read in one pass: every tag and attribute comes here.
struct XmlName {
    explicit XmlName(const char* qualified) {
        const char* begin = qualified;
        const char* end = qualified;
        for (; *end != '\0'; ++end) {
            if (*end != ':') continue;
            prefix = {begin, static_cast<std::size_t>(end - begin)};
            begin = end + 1;
        }
        local = {begin, static_cast<std::size_t>(end - begin)};
    }
    std::string_view prefix;
    std::string_view local;
};

// The attributes of one element, valid during the call that gives them.
class XmlAttributes {
public:
    explicit XmlAttributes(const char** pairs) : pairs_(pairs) {}
    // The value of the first attribute of that local name, whatever its prefix; "" when there is none.
    [[nodiscard]] std::string_view get(std::string_view local) const;
    // Calls f(XmlName, std::string_view value) for each attribute.
    template <class F>
    void each(F&& f) const {
        for (const char** pair = pairs_; *pair != nullptr; pair += 2) f(XmlName(pair[0]), std::string_view(pair[1]));
    }

private:
    const char** pairs_;
};

// Who receives a document, element by element, by local names.
class XmlHandler {
public:
    virtual ~XmlHandler() = default;
    virtual void start(std::string_view name, const XmlAttributes& attributes) = 0;
    virtual void end(std::string_view name) = 0;
    // Character data, in pieces cut anywhere. Asked for only when wants_text().
    virtual void text(std::string_view) {}
    [[nodiscard]] virtual bool wants_text() const { return true; }
    [[nodiscard]] bool stopped() const { return stopped_; }

protected:
    // Nothing more is received, and the rest of the part is not read.
    void stop() { stopped_ = true; }

private:
    bool stopped_ = false;
};

// Parses one entry to its end or until the handler stops. Throws Error(invalid) when it is not well-formed, declares a
// DOCTYPE, nests deeper than any spreadsheet, holds one tag of more than 1 MiB, inflates beyond `at_most` bytes, or as
// Archive does; what the handler throws passes through.
void parse_xml(Archive& archive, std::string_view entry, XmlHandler& handler,
               std::uint64_t at_most = std::numeric_limits<std::uint64_t>::max());

}  // namespace clausier::sheets
