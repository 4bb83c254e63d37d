// Reads considerations for whether there is one.
#include "clausier/domain/social_state.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "consideration_words.hpp"
#include "tender_lists.hpp"

namespace clausier::domain {
namespace {

constexpr std::string_view social_list = "considerations_sociales";
constexpr std::string_view environmental_list = "considerations_environnementales";

// The last of a list excludes the others.
std::string last_of(std::string_view list_name) {
    const CodeList list(list_name);
    return list.official(list.size() - 1);
}

std::vector<std::string> all_of(std::string_view list_name) {
    const CodeList list(list_name);
    std::vector<std::string> out;
    for (std::size_t i = 0; i < list.size(); ++i) out.push_back(list.official(i));
    return out;
}

core::Result<std::optional<std::string>> parse(std::string_view list_name, std::string_view text) {
    CodeList list(list_name);
    std::vector<bool> said(list.size());
    for (const std::string& word : consideration_words(text)) {
        const auto rank = list.find(word);
        if (!rank)
            return core::fault("consideration_inconnue",
                               fmt::format("« {} » n’est pas de la liste ; choisissez parmi {}", word, list.listing()));
        said[*rank] = true;
    }
    const auto count = std::count(said.begin(), said.end(), true);
    if (count == 0) return std::optional<std::string>();
    if (said.back() && count > 1)
        return core::fault(
            "considerations_contraires",
            fmt::format("« {} » exclut les autres ; gardez l’un ou les autres", list.official(said.size() - 1)));
    std::string joined;
    for (std::size_t i = 0; i < said.size(); ++i)
        if (said[i]) joined += (joined.empty() ? "" : ", ") + list.official(i);
    return std::optional<std::string>(std::move(joined));
}

}  // namespace

std::string_view code(SocialState state) {
    switch (state) {
        case SocialState::some:
            return "oui";
        case SocialState::none:
            return "aucune";
        case SocialState::not_filled:
            break;
    }
    return "non_renseignee";
}

std::string_view label(SocialState state) {
    switch (state) {
        case SocialState::some:
            return "Avec considération sociale";
        case SocialState::none:
            return "Sans considération sociale";
        case SocialState::not_filled:
            break;
    }
    return "Non renseignée";
}

std::optional<SocialState> social_state(std::string_view wanted) {
    for (const SocialState one : all_social_states)
        if (code(one) == wanted) return one;
    return std::nullopt;
}

const std::string& no_social_consideration() {
    static const std::string words = last_of(social_list);
    return words;
}

SocialState social_state_of(const std::optional<std::string>& considerations) {
    if (!considerations || considerations->empty()) return SocialState::not_filled;
    return *considerations == no_social_consideration() ? SocialState::none : SocialState::some;
}

std::vector<std::string> social_considerations() { return all_of(social_list); }

core::Result<std::optional<std::string>> parse_social_considerations(std::string_view text) {
    return parse(social_list, text);
}

const std::string& no_environmental_consideration() {
    static const std::string words = last_of(environmental_list);
    return words;
}

std::vector<std::string> environmental_considerations() { return all_of(environmental_list); }

core::Result<std::optional<std::string>> parse_environmental_considerations(std::string_view text) {
    return parse(environmental_list, text);
}

}  // namespace clausier::domain
