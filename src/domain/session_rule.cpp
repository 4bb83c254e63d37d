// When a session has ended, and how little is kept of where it comes from.
#include "clausier/domain/session_rule.hpp"

#include <algorithm>
#include <utility>

namespace clausier::domain {
namespace {

// What clocks of one machine may differ by.
constexpr std::chrono::seconds tolerance{60};

bool is_ipv4(std::string_view text) {
    return std::count(text.begin(), text.end(), '.') == 3 &&
           text.find_first_not_of("0123456789.") == std::string_view::npos;
}

using Words = std::pair<std::string_view, std::string_view>;
// The first word found names it: the others are in the User-Agents of many.
constexpr Words browsers[] = {{"Edg", "Edge"},      {"OPR/", "Opera"}, {"Firefox", "Firefox"}, {"Chrome", "Chrome"},
                              {"Safari", "Safari"}, {"curl", "curl"},  {"Wget", "wget"},       {"Python", "Python"}};
constexpr Words systems[] = {{"Windows", "Windows"}, {"Android", "Android"}, {"iPhone", "iPhone"}, {"iPad", "iPad"},
                             {"Mac OS", "macOS"},    {"CrOS", "ChromeOS"},   {"Linux", "Linux"}};

template <std::size_t N>
std::string_view first_of(std::string_view text, const Words (&words)[N]) {
    for (const auto& [word, name] : words)
        if (text.find(word) != std::string_view::npos) return name;
    return {};
}

}  // namespace

bool SessionRule::holds(core::Instant created, core::Instant seen, bool awaiting_code, core::Instant now) const {
    if (now + tolerance < created || now + tolerance < seen) return false;
    if (awaiting_code) return now - created < code;
    return now - created < absolute && now - seen < idle;
}

std::string shortened_peer(std::string_view address) {
    if (address.empty()) return {};
    if (is_ipv4(address)) return std::string(address.substr(0, address.rfind('.'))) + ".x";
    if (address.find(':') == std::string_view::npos ||
        address.find_first_not_of("0123456789abcdefABCDEF:.") != std::string_view::npos)
        return "autre";
    if (const auto mapped = address.rfind(':'); is_ipv4(address.substr(mapped + 1)))
        return shortened_peer(address.substr(mapped + 1));
    if (address == "::1") return "::1";
    std::size_t end = 0;
    for (int groups = 0; groups < 3 && end != std::string_view::npos; ++groups) end = address.find(':', end + 1);
    const std::size_t gap = address.find("::");
    return std::string(address.substr(0, std::min({end, gap, address.size()}))) + "::x";
}

std::string shortened_agent(std::string_view user_agent) {
    if (user_agent.empty()) return {};
    const std::string_view browser = first_of(user_agent, browsers);
    const std::string_view system = first_of(user_agent, systems);
    if (browser.empty() && system.empty()) return "autre programme";
    if (browser.empty() || system.empty()) return std::string(browser.empty() ? system : browser);
    return std::string(browser) + ", " + std::string(system);
}

}  // namespace clausier::domain
