// Requests to other servers by libcurl, within limits: TLS but on this machine, no redirect, 10 s, 1 MiB.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace clausier::outside {

using Pairs = std::vector<std::pair<std::string, std::string>>;

struct WebRequest {
    std::string url;
    std::optional<Pairs> form{};         // posts these fields
    std::string user{}, password{};      // Basic, each already encoded as the server wants it
    std::vector<std::string> headers{};  // "Accept: application/json"
};

struct WebAnswer {
    long status = 0;
    std::string type;  // "application/json", in lower case, without its parameters
    std::string body;
};

// Throws Error(unavailable) in `where` when no whole answer comes, or when the address is neither https nor this
// machine's.
WebAnswer fetch(const WebRequest& request, std::string_view where);

// Whether the address is https, or http on this machine.
bool is_safe_address(const std::string& url);
// Whether what that issuer publishes may be believed to be there: a safe address, and one of this machine only when the
// issuer is here itself. A provider elsewhere must not make the server talk to its own neighbours.
bool may_name(const std::string& issuer, const std::string& url);

std::string url_encode(std::string_view text);
// "a=1&b=2"
std::string form_text(const Pairs& fields);

// Once for the process, before anything else of libcurl.
void ready_curl();

}  // namespace clausier::outside
