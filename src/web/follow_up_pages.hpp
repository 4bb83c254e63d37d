// What the pages of contacts, exchanges, tasks and weeks share.
#pragma once
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/domain/follow_up.hpp"
#include "form_reader.hpp"
#include "form_view.hpp"
#include "route.hpp"

namespace clausier::web {

// The region « Suivi » of a subject, as the partial « suivi » shows it: present::follow_up_view(), with the token, the
// address of the forms and the three forms that add, each closed but the one of `open` ("tache", "echange", "contact"),
// which shows what was sent with its faults.
struct SentForm {
    std::string_view open;
    const http::Fields* fields = nullptr;
    std::vector<core::Issue> issues;
};
boost::json::object follow_up_region(Call& call, const domain::FollowUp& follow_up, const SentForm& sent = {});

// Where one comes back to: the page that holds the follow-up of a subject.
std::string follow_up_home(domain::Subject subject);

// What stands in a form, over what is kept. Faults are those of the reader.
domain::Task read(FormReader& reader, domain::Task task);
domain::Exchange read(FormReader& reader, domain::Exchange exchange);
domain::Contact read(FormReader& reader, domain::Contact contact);
http::Fields fields_of(const domain::Task& task);
http::Fields fields_of(const domain::Exchange& exchange);
http::Fields fields_of(const domain::Contact& contact);

// The fields of a form ("tache", "echange" or "contact"): choix[], champs[] and longs[], the ids of which begin with
// `prefix`. The contacts to choose from are those of the follow-up.
boost::json::object form_fields(std::string_view word, const FormView& form, const http::Fields& shown,
                                const domain::FollowUp& follow_up, std::string_view prefix);

// The pages of each part.
std::vector<Route> follow_up_edit_routes();
std::vector<Route> week_routes();
std::vector<Route> organisation_routes();

// The dossiers that a market was made from: numero, lien (of the sheet) and suivi (of its contacts and exchanges).
boost::json::array origins_of_market(const Call& call, domain::Id<domain::Market> market);

}  // namespace clausier::web
