// What the pages of registers and of AGEC declarations share.
#pragma once
#include <boost/json/array.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "clausier/app/schemes.hpp"
#include "edit_form.hpp"
#include "entry_form.hpp"

namespace clausier::web {

using Choices = std::vector<std::pair<std::string, std::string>>;

inline constexpr std::string_view registers_home = "/spaser/registres";
inline const Crumb spaser_crumb{"/spaser", "SPASER"};

// The buyers to choose from; `none`: the choice of none of them, "" when there is no such choice.
Choices buyer_choices(Call& call, std::string_view none);
// The one of the query. Throws Error(invalid).
std::optional<domain::Id<domain::Organisation>> asked_buyer(const Call& call);
// The declarations as the partial « spaser_agec » shows them.
boost::json::array declaration_views(const domain::RegisterSheet& sheet);
std::vector<Parameter> with(std::vector<Parameter> first, const std::vector<Parameter>& fields);
std::vector<Route> reuse_routes();

// What a form was sent with, and what is wrong with it.
struct SentEntry {
    http::Fields fields;
    std::vector<core::Issue> issues{};
    bool conflict = false;
};

// Saves what was sent over `today`, or shows the page again with what is wrong.
template <class T>
Reply keep_entry(Call& call, const T& today, T (*read)(FormReader&, T), Reply (*page)(Call&, const T&, SentEntry),
                 std::string_view done) {
    FormReader reader(call.form.fields);
    const T edited = read(reader, today);
    if (!reader.sound()) return page(call, today, {call.form.fields, reader.issues()});
    try {
        app::save(call.session(), call.base(), edited);
        return Reply::see(std::string(registers_home), done);
    } catch (const core::Error& error) {
        if (!mendable(error) && error.kind() != core::ErrorKind::not_found) throw;
        return page(call, today, {call.form.fields, error.issues(), error.kind() == core::ErrorKind::conflict});
    }
}

}  // namespace clausier::web
