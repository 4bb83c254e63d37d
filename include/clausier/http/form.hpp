// What browsers send in words: targets, query strings, forms with or without files, cookies.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/core/issue.hpp"
#include "clausier/http/message.hpp"

namespace clausier::http {

// Named values in the order they came; a name may come several times.
class Fields {
public:
    Fields() = default;
    Fields(std::initializer_list<Header> pairs) : pairs_(pairs) {}

    // The first value of that name.
    [[nodiscard]] std::optional<std::string_view> get(std::string_view name) const;
    [[nodiscard]] std::vector<std::string_view> all(std::string_view name) const;
    [[nodiscard]] bool has(std::string_view name) const { return get(name).has_value(); }
    void add(std::string name, std::string value) { pairs_.push_back({std::move(name), std::move(value)}); }
    [[nodiscard]] bool empty() const { return pairs_.empty(); }
    [[nodiscard]] auto begin() const { return pairs_.begin(); }
    [[nodiscard]] auto end() const { return pairs_.end(); }

private:
    std::vector<Header> pairs_;
};

// A target in origin form taken apart: the segments of its path, decoded ("/marches/12" gives "marches", "12"; a
// trailing slash gives a last empty segment; "/" gives none), and its query.
struct Target {
    std::string path;  // as it came, without the query
    std::vector<std::string> segments;
    Fields query;
};

// Faults "adresse" when an escape is broken, the text is not UTF-8 or there are more than 1 000 fields.
core::Result<Target> parse_target(std::string_view target);
core::Result<Fields> parse_urlencoded(std::string_view text);
// What cannot be read in a Cookie field is passed over.
Fields parse_cookies(std::string_view text);

// Percent-encoded so that it can stand as a segment of a path or as a name or value of a query.
std::string encode_component(std::string_view text);
// "a=1&b=x%20y".
std::string encode_query(const Fields& fields);

// A file of a form. `filename` is what the browser said, without any folder; `type` is what it claims, never to be
// believed.
struct FilePart {
    std::string name;
    std::string filename;
    std::string type;
    std::shared_ptr<Spool> file;
};

struct Form {
    Fields fields;
    std::vector<FilePart> files;
};

// The form of a request, urlencoded or multipart by its Content-Type. Throws Error(invalid) when it is broken or over a
// limit, and Error(invalid) with code "type_inconnu" when it is of another type.
Form read_form(const Request& request);

}  // namespace clausier::http
