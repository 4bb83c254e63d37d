// Names of servers and addresses of clients, as they stand in headers.
#pragma once
#include <string>
#include <string_view>

#include "clausier/http/message.hpp"

namespace clausier::http {

// Whether the text may be the value of Host: a name or an address, IPv6 in brackets, then maybe a port.
bool is_host(std::string_view text);

// An IP address in its usual writing, IPv4 inside IPv6 as IPv4 ("::ffff:10.0.0.1" → "10.0.0.1"); empty when it is none.
std::string plain_address(std::string_view text);

// What connections of one address are counted under: IPv4 whole, IPv6 by its first 64 bits, which one household holds.
std::string address_group(std::string_view address);

// When the connection comes from the trusted proxy, believes its X-Forwarded-For (the rightmost element that is not the
// proxy) and X-Forwarded-Proto; otherwise changes nothing. An unreadable element leaves the proxy's own address.
void believe_proxy(Head& head, std::string_view trusted);

}  // namespace clausier::http
