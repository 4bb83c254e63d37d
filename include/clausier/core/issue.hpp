// What goes wrong, in three words: an Issue is a remark about one place, a Result carries a value or one Issue,
// an Error refuses an action.
#pragma once
#include <boost/system/result.hpp>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace clausier::core {

// `error` stops the row or the action; `warning` keeps the value and tells; `info` only tells.
enum class Severity { info, warning, error };

// A remark in French about one place. `code` names the kind of fault (stable, lower case with underscores, such as
// "siret_luhn") so that faults can be counted; `where` is the place as the reader knows it ("ligne 12, colonne
// « Montant »", "option --taux"); `text` says what is wrong and what to do.
struct Issue {
    Severity severity = Severity::error;
    std::string code;
    std::string where;
    std::string text;

    bool operator==(const Issue&) const = default;
    // "where : text", or the text alone when there is no place.
    [[nodiscard]] std::string sentence() const { return where.empty() ? text : where + " : " + text; }
};

// Why an action was refused; the doors turn it into an HTTP status or an exit code.
enum class ErrorKind { invalid, not_found, conflict, forbidden, unavailable };

// Thrown to refuse an action as a whole. Nothing has been changed when it is thrown.
class Error : public std::runtime_error {
public:
    Error(ErrorKind kind, std::vector<Issue> issues)
        : std::runtime_error(issues.empty() ? std::string() : issues.front().sentence()),
          kind_(kind),
          issues_(std::move(issues)) {}
    Error(ErrorKind kind, std::string_view where, std::string_view text)
        : Error(kind, {Issue{Severity::error, "", std::string(where), std::string(text)}}) {}

    [[nodiscard]] ErrorKind kind() const { return kind_; }
    [[nodiscard]] const std::vector<Issue>& issues() const { return issues_; }

private:
    ErrorKind kind_;
    std::vector<Issue> issues_;
};

// boost::system::result asks how to throw when value() is called on a fault: as an Error of kind invalid.
[[noreturn]] inline void throw_exception_from_error(const Issue& issue, const boost::source_location&) {
    throw Error(ErrorKind::invalid, {issue});
}

// The value read from one untrusted text, or the Issue that says why it could not be.
template <class T>
using Result = boost::system::result<T, Issue>;

// A fault without a place yet: the caller who knows the place adds it.
inline Issue fault(std::string_view code, std::string text) {
    return Issue{Severity::error, std::string(code), "", std::move(text)};
}
inline Issue warning(std::string_view code, std::string text) {
    return Issue{Severity::warning, std::string(code), "", std::move(text)};
}

}  // namespace clausier::core
