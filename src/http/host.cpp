// Host, addresses, and what a trusted proxy says of its client.
#include "host.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "field_syntax.hpp"

namespace clausier::http {
namespace {

bool is_name_letter(char c) {
    return is_digit(c) || (lower(c) >= 'a' && lower(c) <= 'z') || c == '-' || c == '.' || c == '_' || c == '~';
}

bool is_port(std::string_view text) { return text.size() <= 5 && std::all_of(text.begin(), text.end(), is_digit); }

// The element of one "a, b, c" that stands furthest right without being the proxy; false when there is none.
bool rightmost(std::string_view list, std::string_view trusted, std::string_view& found) {
    while (!list.empty()) {
        const auto comma = list.rfind(',');
        const auto element = trim_blanks(comma == std::string_view::npos ? list : list.substr(comma + 1));
        list = list.substr(0, comma == std::string_view::npos ? 0 : comma);
        if (plain_address(element) == trusted) continue;
        found = element;
        return true;
    }
    return false;
}

}  // namespace

bool is_host(std::string_view text) {
    if (text.starts_with('[')) {
        const auto end = text.find(']');
        if (end == std::string_view::npos || plain_address(text.substr(1, end - 1)).empty()) return false;
        text.remove_prefix(end + 1);
        return text.empty() || (text.front() == ':' && is_port(text.substr(1)));
    }
    const auto colon = text.find(':');
    const auto name = text.substr(0, colon);
    return !name.empty() && name.size() <= 255 && std::all_of(name.begin(), name.end(), is_name_letter) &&
           (colon == std::string_view::npos || is_port(text.substr(colon + 1)));
}

std::string plain_address(std::string_view text) {
    if (text.size() >= INET6_ADDRSTRLEN) return {};
    const std::string copy(text);
    std::array<unsigned char, 16> bytes{};
    std::array<char, INET6_ADDRSTRLEN> out{};
    if (::inet_pton(AF_INET, copy.c_str(), bytes.data()) == 1)
        return ::inet_ntop(AF_INET, bytes.data(), out.data(), out.size());
    if (::inet_pton(AF_INET6, copy.c_str(), bytes.data()) != 1) return {};
    static constexpr std::array<unsigned char, 12> mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
    if (std::equal(mapped.begin(), mapped.end(), bytes.begin()))
        return ::inet_ntop(AF_INET, bytes.data() + mapped.size(), out.data(), out.size());
    return ::inet_ntop(AF_INET6, bytes.data(), out.data(), out.size());
}

std::string address_group(std::string_view address) {
    std::array<unsigned char, 16> bytes{};
    std::string copy(address);
    if (::inet_pton(AF_INET6, copy.c_str(), bytes.data()) != 1) return copy;
    std::memset(bytes.data() + 8, 0, 8);
    std::array<char, INET6_ADDRSTRLEN> out{};
    return ::inet_ntop(AF_INET6, bytes.data(), out.data(), out.size());
}

void believe_proxy(Head& head, std::string_view trusted) {
    if (trusted.empty() || head.peer != trusted) return;
    std::string_view client;
    for (const Header& field : head.headers)  // the last field that names somebody wins: it is the furthest right
        if (same_word(field.name, "X-Forwarded-For")) rightmost(field.value, trusted, client);
    if (auto address = plain_address(client); !address.empty()) head.peer = std::move(address);
    if (const auto scheme = head.headers.get("X-Forwarded-Proto")) head.secure = same_word(*scheme, "https");
}

}  // namespace clausier::http
