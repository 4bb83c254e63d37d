// From what a handler answers to what a browser or a program reads.
#pragma once
#include "call.hpp"

namespace clausier::web {

// The answer in the format of the call: the page, its JSON twin, or its table as CSV (French: « ; », comma, BOM,
// formulas disarmed) or xlsx.
http::Response render(Call& call, Reply reply);

// An error as a page, or as application/problem+json (RFC 9457: type, title, status, detail, instance, erreurs[] of
// champ and texte) where JSON is wanted. `title` and `advice` are sentences.
struct Failure {
    unsigned status = 500;
    std::string title;
    std::vector<core::Issue> issues{};
};
http::Response render_failure(App& app, const http::Head& head, bool json, const Failure& failure);

// What a refused action answers: invalid 400, not_found 404, conflict 409, forbidden 403, unavailable 503.
Failure failure_of(const core::Error& error);

// The headers of every answer: content policy, no sniffing, no framing, and no keeping by caches unless it says so.
void add_safety_headers(http::Response& response, bool secure);

// A JSON document as bytes.
std::string json_text(const boost::json::value& document);

}  // namespace clausier::web
