// Words of names, folded, without particles, in one order.
#include "clausier/domain/person_key.hpp"

#include <algorithm>
#include <array>

#include "clausier/core/text.hpp"

namespace clausier::domain {
namespace {

constexpr std::array<std::string_view, 21> particles{"al",  "ben",   "bin", "d",   "da",  "das", "de",
                                                     "del", "della", "der", "des", "di",  "dos", "du",
                                                     "el",  "l",     "la",  "le",  "les", "van", "von"};

bool is_particle(const std::string& word) {
    return std::find(particles.begin(), particles.end(), word) != particles.end();
}

// Names made of nothing but particles keep them: « Le Du ».
void add_words(std::vector<std::string>& out, const PersonalText& name) {
    const std::string folded = core::fold(name.reveal());
    std::vector<std::string> words;
    for (const std::string_view word : core::split(folded, ' ')) words.emplace_back(word);
    const bool only_particles = std::all_of(words.begin(), words.end(), is_particle);
    for (std::string& word : words)
        if (only_particles || !is_particle(word)) out.push_back(std::move(word));
}

}  // namespace

std::optional<PersonalText> person_key(const PersonNames& names) {
    if (!names.born_on) return std::nullopt;
    std::vector<std::string> words;
    add_words(words, names.family);
    add_words(words, names.given);
    std::sort(words.begin(), words.end());
    // The rule has a number: another rule would make other tags.
    std::string key = "1";
    for (const std::string& word : words) key += "|" + word;
    return PersonalText(key + "|" + core::iso(*names.born_on));
}

}  // namespace clausier::domain
