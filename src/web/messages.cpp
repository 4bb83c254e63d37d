// The sentences of what was done.
#include "messages.hpp"

#include <algorithm>
#include <array>

namespace clausier::web {
namespace {

struct Message {
    std::string_view word;
    std::string_view sentence;
};
constexpr std::array<Message, 10> messages{{
    {"calcul-enregistre", "Le calcul est gardé, avec ses étapes et ses sources."},
    {"calculs-enregistres", "Le calcul de chaque lot est gardé, avec ses étapes et ses sources."},
    {"decision-oubliee", "La décision est oubliée : la valeur sera redemandée au prochain import."},
    {"import-abandonne", "L’import est abandonné : rien n’a été écrit dans la base."},
    {"import-annule", "L’import est annulé : la base est revenue à ce qu’elle était."},
    {"lot-modifie", "Le lot est modifié."},
    {"marche-cree", "Le marché est créé, avec ses lots et leurs heures."},
    {"marche-modifie", "Le marché est modifié."},
    {"reference-ajoutee", "La valeur locale est enregistrée ; elle passe devant la valeur nationale."},
    {"reglages-enregistres", "Les réglages sont enregistrés."},
}};

}  // namespace

std::string_view message(std::string_view word) {
    const auto* found =
        std::find_if(messages.begin(), messages.end(), [&](const Message& m) { return m.word == word; });
    return found == messages.end() ? std::string_view() : found->sentence;
}

}  // namespace clausier::web
