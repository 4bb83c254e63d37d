// The table of routes: what OpenAPI, rights, the router and the tests are made from.
#pragma once
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

#include "call.hpp"
#include "clausier/domain/rights.hpp"

namespace clausier::web {

using domain::Action;

// One value a route reads from its path, its query or its form.
struct Parameter {
    std::string_view name;
    std::string_view description;  // in French
    std::string_view example = {};
    bool required = false;
};

// How a route answers besides HTML (every page) : the suffixes it accepts.
struct Formats {
    bool html = true;
    bool json = true;
    bool table = false;     // .csv and .xlsx
    bool document = false;  // .docx, .odt and .pdf
};

// The right that a route asks for. It has no default, so that a route that leaves it out does not compile.
class Right {
public:
    // NOLINTNEXTLINE(google-explicit-constructor): a row of the table is written with its action.
    constexpr Right(Action action) : action_(action) {}
    // NOLINTNEXTLINE(google-explicit-constructor): a right is read as its action.
    constexpr operator Action() const { return action_; }

private:
    Action action_;
};

struct Route {
    std::string_view method;   // "GET" (HEAD with it) or "POST"
    std::string_view pattern;  // "/marches/{id}"
    Right action;              // in domain/rights
    Reply (*run)(Call& call) = nullptr;
    std::string_view summary;  // one French sentence: what it gives or does
    std::vector<Parameter> parameters{};
    Formats formats{};
    // An address (with its query) that answers 200 on the base of the tests; for POST, the fields of a form that is
    // accepted. Empty: the route is shown without example.
    std::string_view example{};
    bool direct = false;           // indexed reads only: answered on the network thread
    std::uint64_t body_limit = 0;  // of a POST, in bytes; 0 = 64 KiB
    bool to_file = false;          // the body goes to a temporary file (uploads)
};

static_assert(!std::is_default_constructible_v<Route>, "a route says its right");

// Every route, pages in the order of the sitemap.
std::span<const Route> routes();

// A route found: its values, or why not.
struct Match {
    const Route* route = nullptr;
    std::vector<std::string> parts{};
    std::string allowed{};  // the methods of that path, when the method was wrong ("GET, HEAD, POST")
};

// The route of a method and of decoded path segments (suffix removed).
Match match(std::string_view method, std::span<const std::string> segments);

// The pages of each feature, defined in their own file and gathered by routes.cpp.
std::vector<Route> base_routes();
std::vector<Route> calculation_routes();
std::vector<Route> market_routes();
std::vector<Route> enquiry_routes();
std::vector<Route> adviser_routes();
std::vector<Route> follow_up_routes();
std::vector<Route> document_routes();
std::vector<Route> import_routes();
std::vector<Route> reference_routes();
std::vector<Route> decp_routes();
std::vector<Route> structure_routes();
std::vector<Route> purchase_routes();
std::vector<Route> spaser_routes();
std::vector<Route> classification_routes();
std::vector<Route> spaser_report_routes();
std::vector<Route> scheme_routes();
std::vector<Route> register_routes();
std::vector<Route> person_routes();
std::vector<Route> privacy_routes();
std::vector<Route> journal_routes();
std::vector<Route> organisation_link_routes();
std::vector<Route> about_routes();
std::vector<Route> login_routes();
std::vector<Route> identity_routes();
std::vector<Route> invitation_routes();
std::vector<Route> own_account_routes();
std::vector<Route> second_factor_routes();
std::vector<Route> account_routes();
std::vector<Route> outbox_routes();

}  // namespace clausier::web
