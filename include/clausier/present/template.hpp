// Pages from templates and a JSON document, strictly: a name the document does not have is an error, never an empty
// gap.
#pragma once
#include <boost/json/value.hpp>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace clausier::present {

// One template in Mustache, parsed once; copies share what was parsed, and any number of threads may render it. Every
// value is escaped for HTML: unescaped tags and delimiter changes are refused.
class Template {
public:
    // The text of the partial {{> name}}, nothing when there is none.
    using Partials = std::function<std::optional<std::string>(std::string_view name)>;

    // Throws std::logic_error with name, line and column (in the partial where it stands, when it stands in one) when
    // the text is not well formed, uses what is refused, or includes a partial that is absent or includes itself.
    Template(std::string name, std::string text, const Partials& partials = {});
    // The embedded file templates/<name>, whose partials are templates/partials/<name>.html. Throws std::logic_error
    // when there is none.
    static Template embedded(std::string_view name);

    // Strings, numbers and booleans show as they are and null as nothing; texts, lists and objects open sections;
    // null, false, empty texts and empty lists close them. Throws std::logic_error with name, line and column when the
    // template names what the document does not have.
    [[nodiscard]] std::string render(const boost::json::value& document) const;

private:
    struct State;
    std::shared_ptr<const State> state_;
};

}  // namespace clausier::present
