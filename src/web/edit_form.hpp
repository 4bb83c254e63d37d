// What the forms that change a market or a lot share.
#pragma once
#include <boost/json/object.hpp>
#include <optional>
#include <string>
#include <vector>

#include "clausier/core/quantity.hpp"
#include "form_reader.hpp"
#include "form_view.hpp"

namespace clausier::web {

// A figure as it is typed, "" for none: money with two decimals or none ("12000,50", "35"), the others with those they
// need ("35,5").
std::string typed(const std::optional<core::Euros>& value);
std::string typed(const std::optional<core::Hours>& value);
std::string typed(const std::optional<core::Rate>& value);  // in percent

// The social considerations of a form ("considerations_sociales"): absent, one of the list, or several separated by
// commas. Faults are kept by the reader.
std::optional<std::string> read_considerations(FormReader& reader);
// The list to choose from; a value that is several stays one more choice.
boost::json::object considerations_field(const FormView& form, const std::string& value);
// The same of the environmental ones ("considerations_environnementales").
std::optional<std::string> read_environmental(FormReader& reader);
boost::json::object environmental_field(const FormView& form, const std::string& value);

// The revision a form shown again carries: the one it was sent with, so that what somebody else has written since is
// still a conflict; `today` on a first visit, and once the conflict has been shown.
std::string shown_revision(const http::Fields& sent, std::int64_t today, bool conflict);

// 200, 422 when something is to be mended, 409 when somebody else has written since.
unsigned edit_status(const std::vector<core::Issue>& issues, bool conflict);
// Whether the form is shown again with what the error says.
bool mendable(const core::Error& error);

}  // namespace clausier::web
