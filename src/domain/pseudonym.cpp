// Signs and check digits of pseudonyms.
#include "clausier/domain/pseudonym.hpp"

#include <fmt/format.h>

namespace clausier::domain {
namespace {

// Without vowels, which would make words, nor 0, 1, L, which are taken for others.
constexpr std::string_view signs = "23456789BCDFGHJKMNPQRSTVWXYZ";
static_assert(signs.size() == 28);
constexpr std::size_t length = 4;
// A prime above the base: one wrong sign, or two exchanged, always change the remainder.
constexpr std::uint32_t modulus = 97;

std::string written(std::string_view four, std::uint32_t number) {
    return fmt::format("P-{}-{:02}", four, modulus - number % modulus);
}

}  // namespace

std::string pseudonym_of(std::uint32_t draw) {
    draw %= pseudonym_count;
    std::string four(length, '2');
    std::uint32_t rest = draw;
    for (std::size_t i = length; i-- > 0; rest /= static_cast<std::uint32_t>(signs.size()))
        four[i] = signs[rest % signs.size()];
    return written(four, draw);
}

core::Result<std::string> parse_pseudonym(std::string_view text) {
    std::string bare;
    for (const char c : text)
        if (c != ' ' && c != '-') bare += c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    const auto wrong = [] {
        return core::fault("pseudonyme", "ce n’est pas un pseudonyme ; il s’écrit comme P-7F3K-29");
    };
    if (bare.size() != length + 3 || bare.front() != 'P') return wrong();
    std::uint32_t number = 0;
    for (const char c : bare.substr(1, length)) {
        const auto at = signs.find(c);
        if (at == std::string_view::npos) return wrong();
        number = number * static_cast<std::uint32_t>(signs.size()) + static_cast<std::uint32_t>(at);
    }
    std::string out = written(bare.substr(1, length), number);
    if (out.substr(out.size() - 2) != bare.substr(bare.size() - 2))
        return core::fault("pseudonyme_cle",
                           "les deux derniers chiffres ne vont pas avec le reste ; relisez le pseudonyme");
    return out;
}

}  // namespace clausier::domain
