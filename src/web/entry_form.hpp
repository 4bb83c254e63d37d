// A form of its own page, which adds a thing, changes it or takes it away.
#pragma once
#include <boost/json/array.hpp>
#include <string>
#include <vector>

#include "call.hpp"
#include "form_view.hpp"
#include "route.hpp"

namespace clausier::web {

struct EntryForm {
    std::string title;
    std::vector<Crumb> trail;
    std::string action;
    std::string back;
    std::string back_text;
    std::string remove{};  // where it is taken away, "" for what is new
    std::string remove_text{};
    std::string revision{};
    std::vector<core::Issue> issues{};
    bool conflict = false;
    // What is typed or chosen in a list (FormView::field, FormView::choice), in the order in which it is read; then
    // boxes to tick, then long texts.
    boost::json::array fields{};
    boost::json::array boxes{};
    boost::json::array texts{};
};

// The page of the form, 422 or 409 when there are issues; programs are answered by the error itself. `view` made the
// fields from the same issues.
Reply entry_page(Call& call, EntryForm form, const FormView& view);

// A group of boxes to tick (partial « cases »): code and label of each, and those ticked.
boost::json::object box_field(const std::string& name, const std::string& label,
                              const std::vector<std::pair<std::string, std::string>>& options,
                              const std::vector<std::string>& ticked, const std::vector<core::Issue>& issues);

}  // namespace clausier::web
