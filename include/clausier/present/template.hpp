// Pages from templates and a JSON document, strictly: a name the document does not have is an error, never an empty
// gap.
#pragma once
#include <boost/json/value.hpp>
#include <memory>
#include <string>
#include <string_view>

namespace clausier::present {

// One template in Mustache. Every value is escaped for HTML: unescaped tags, partials and delimiter changes are
// refused.
class Template {
public:
    // Throws std::logic_error with name, line and column when the text is not well formed or uses what is refused.
    Template(std::string name, std::string_view text);
    // The embedded file templates/<name>. Throws std::logic_error when there is none.
    static Template embedded(std::string_view name);
    ~Template();
    Template(Template&&) noexcept;
    Template& operator=(Template&&) noexcept;

    // Strings and booleans show as they are; lists and objects open sections; null, false and empty lists close them.
    // Throws std::logic_error with name, line and column when the template names what the document does not have.
    [[nodiscard]] std::string render(const boost::json::value& document) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace clausier::present
