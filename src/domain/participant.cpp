// What a person's names may be.
#include "clausier/domain/participant.hpp"

#include <algorithm>
#include <array>

#include "clausier/core/text.hpp"
#include "clausier/domain/nir.hpp"
#include "coded_words.hpp"

namespace clausier::domain {
namespace {

constexpr std::array<CodedWord<Gone>, 3> words{{{Gone::retention, "conservation", "délai de conservation atteint"},
                                                {Gone::erasure, "effacement", "effacement demandé"},
                                                {Gone::merge, "fusion", "réunie à une autre fiche"}}};
constexpr std::size_t longest = 120;

void check_name(std::vector<core::Issue>& issues, std::string_view field, std::string_view label,
                const PersonalText& text) {
    const auto refuse = [&](std::string_view code, std::string said) {
        issues.push_back({core::Severity::error, std::string(code), std::string(field), std::move(said)});
    };
    if (text.empty()) return refuse("obligatoire", std::string(label) + " est obligatoire ; écrivez-le");
    if (holds_nir(text.reveal())) return refuse("nir", std::string(nir_refusal));
    if (text.reveal().size() > longest) return refuse("longueur", "le texte dépasse 120 caractères ; raccourcissez-le");
    if (!core::is_utf8(text.reveal()) || core::fold(text.reveal()).empty())
        refuse("nom_illisible", "il n’y a là aucune lettre ; écrivez le nom en toutes lettres");
}

}  // namespace

std::string_view code(Gone why) { return word_of(words, why).code; }
std::string_view label(Gone why) { return word_of(words, why).label; }
std::optional<Gone> gone(std::string_view code) { return value_of_code(words, code); }

void tidy(PersonNames& names) {
    names.family = PersonalText(core::collapse(names.family.reveal()));
    names.given = PersonalText(core::collapse(names.given.reveal()));
}

std::vector<core::Issue> faults(const PersonNames& names, core::Date today) {
    std::vector<core::Issue> issues;
    check_name(issues, "nom", "le nom", names.family);
    check_name(issues, "prenom", "le prénom", names.given);
    const auto refuse = [&](std::string_view code, std::string_view text) {
        issues.push_back({core::Severity::error, std::string(code), "naissance", std::string(text)});
    };
    if (!names.born_on)
        refuse("obligatoire",
               "la date de naissance est obligatoire : sans elle deux homonymes se confondent ; écrivez-la");
    else if (*names.born_on > today)
        refuse("naissance", "cette date est dans l’avenir ; corrigez-la");
    return issues;
}

}  // namespace clausier::domain
