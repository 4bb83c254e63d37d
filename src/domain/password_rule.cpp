// Takes out of a password what is guessed first, and looks at what remains.
#include "clausier/domain/password_rule.hpp"

#include <algorithm>

#include "clausier/core/asset.hpp"
#include "clausier/core/text.hpp"
#include "data_file.hpp"

namespace clausier::domain {
namespace {

// Characters that must remain once what is guessed first is taken out.
constexpr std::size_t least_of_ones_own = 6;
// A pattern of as many characters or fewer, repeated, is one pattern.
constexpr std::size_t longest_pattern = 7;
// Words of one's name or address shorter than this are in too many words to count.
constexpr std::size_t shortest_word = 4;

// For comparing: folded, without spaces; the text itself where nothing is left of it.
std::string compact(std::string_view text) {
    std::string out = core::fold(text);
    out.erase(std::remove(out.begin(), out.end(), ' '), out.end());
    return out.empty() ? std::string(text) : out;
}

std::vector<std::string_view> characters(std::string_view text) {
    std::vector<std::string_view> out;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i + 1;
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
        out.push_back(text.substr(i, end - i));
        i = end;
    }
    return out;
}

const std::vector<std::string>& common_words() {
    static const std::vector<std::string> words = [] {
        constexpr std::string_view name = "data/codes/common_passwords.csv";
        DataFile file(core::asset(name), name, {"word", "note"});
        std::vector<std::string> out;
        for (std::size_t i = 0; i < file.size(); ++i) out.push_back(compact(file.unique(i, "word")));
        file.finish();
        return out;
    }();
    return words;
}

bool is_one_pattern(const std::vector<std::string_view>& text) {
    for (std::size_t period = 1; period <= longest_pattern; ++period) {
        bool repeats = true;
        for (std::size_t i = period; i < text.size() && repeats; ++i) repeats = text[i] == text[i - period];
        if (repeats) return true;
    }
    return false;
}

bool follows(char a, char b) {
    if (b == a + 1 || b == a - 1 || a == b) return true;
    for (const std::string_view row : {"azertyuiopqsdfghjklmwxcvbn", "qwertyuiopasdfghjklzxcvbnm", "1234567890"}) {
        const std::size_t i = row.find(a), j = row.find(b);
        if (i != row.npos && j != row.npos && (j == i + 1 || i == j + 1)) return true;
    }
    return false;
}

// Runs through the alphabet, the digits or the keyboard, but for a few jumps.
bool is_sequence(const std::string& text) {
    std::size_t jumps = 0;
    for (std::size_t i = 1; i < text.size(); ++i) jumps += follows(text[i - 1], text[i]) ? 0U : 1U;
    return jumps <= 3;
}

void take_out(std::string& text, const std::string& word) {
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word)) text.erase(at, word.size());
}

// The address, its parts, the names; the longest first.
std::vector<std::string> own_words(const PasswordContext& context) {
    std::vector<std::string> out;
    const auto add = [&](std::string_view text) {
        const std::string word = compact(text);
        if (word.size() >= shortest_word) out.push_back(word);
    };
    add(context.email);
    for (const std::string_view part : core::split(context.email, '@')) {
        add(part);
        for (const std::string_view piece : core::split(part, '.')) add(piece);
    }
    for (const std::string* name : {&context.name, &context.instance}) {
        add(*name);
        for (const std::string_view piece : core::split(*name, ' ')) add(piece);
    }
    return out;
}

bool is_guessed_first(std::string_view password, const PasswordContext& context) {
    std::vector<std::string> words = own_words(context);
    words.insert(words.end(), common_words().begin(), common_words().end());
    std::sort(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
    std::string rest = compact(password);
    const std::size_t whole = rest.size();
    for (const std::string& word : words) take_out(rest, word);
    return rest.size() < least_of_ones_own && rest.size() < whole;
}

core::Issue refused(std::string_view code, std::string text) {
    return {core::Severity::error, std::string(code), "mot_de_passe", std::move(text)};
}

}  // namespace

std::vector<core::Issue> password_faults(std::string_view password, const PasswordContext& context) {
    if (!core::is_utf8(password))
        return {refused("mot_de_passe_illisible", "le mot de passe ne se lit pas\u00a0; tapez-le au clavier")};
    const auto letters = characters(password);
    if (letters.size() < shortest_password)
        return {
            refused("mot_de_passe_court",
                    "le mot de passe a moins de 15 caractères\u00a0; prenez par exemple une phrase de quelques mots")};
    if (letters.size() > longest_password)
        return {refused("mot_de_passe_long", "le mot de passe dépasse 256 caractères\u00a0; raccourcissez-le")};
    if (is_one_pattern(letters) || is_sequence(compact(password)))
        return {refused("mot_de_passe_motif",
                        "le mot de passe répète un motif ou suit l’alphabet ou le clavier\u00a0; prenez-en un autre")};
    if (is_guessed_first(password, context))
        return {
            refused("mot_de_passe_courant",
                    "le mot de passe est fait de mots trop courants, de votre nom ou de votre adresse\u00a0; prenez-en "
                    "un autre")};
    return {};
}

}  // namespace clausier::domain
