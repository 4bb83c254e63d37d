// Cuts searches into words.
#include "search_words.hpp"

#include <fmt/format.h>

#include "clausier/core/issue.hpp"
#include "clausier/core/text.hpp"

namespace clausier::store {
namespace {

constexpr std::size_t most_words = 16;

}  // namespace

std::vector<std::string> search_patterns(std::string_view text) {
    std::vector<std::string> out;
    const std::string spaced = core::collapse(text);
    for (const std::string_view word : core::split(spaced, ' ')) {
        // Folding leaves no mark of LIKE.
        const std::string folded = core::fold(word);
        if (folded.empty()) continue;
        if (out.size() == most_words)
            throw core::Error(core::ErrorKind::invalid, "recherche",
                              fmt::format("elle a plus de {} mots ; gardez les plus rares", most_words));
        out.push_back("%" + folded + "%");
    }
    return out;
}

}  // namespace clausier::store
