// What a value must be for it to be kept.
#include "value_faults.hpp"

#include <algorithm>

#include "clausier/core/codes.hpp"

namespace clausier::domain {

void ValueFaults::refuse(std::string_view field, std::string_view code, std::string_view text) {
    issues_.push_back({core::Severity::error, std::string(code), prefix_ + std::string(field), std::string(text)});
}

void ValueFaults::refuse_not_positive(std::string_view field) {
    refuse(field, "valeur_non_positive", "la valeur doit être plus grande que 0\u00a0; corrigez-la ou videz-la");
}

void ValueFaults::refuse_negative(std::string_view field) {
    refuse(field, "valeur_negative", "la valeur ne peut pas être négative\u00a0; corrigez-la");
}

void ValueFaults::refuse_too_great(std::string_view field) {
    refuse(field, "valeur_trop_grande", "la valeur dépasse mille milliards\u00a0; corrigez-la");
}

void ValueFaults::length(std::string_view field, const std::string& text, std::size_t longest) {
    const auto characters = std::count_if(text.begin(), text.end(),
                                          [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
    if (static_cast<std::size_t>(characters) > longest)
        refuse(field, "texte_trop_long",
               "le texte dépasse " + std::to_string(longest) + " caractères\u00a0; raccourcissez-le");
}

void ValueFaults::share(std::string_view field, const std::optional<core::Rate>& value) {
    positive(field, value);
    if (value && *value > core::Rate::whole(1))
        refuse(field, "taux_impossible", "un pourcentage ne dépasse pas 100\u00a0; corrigez-le");
}

void ValueFaults::cpv(std::string_view field, const std::string& code) {
    if (code.empty()) return;
    const auto read = core::Cpv::parse(code);
    if (!read || read->cpv.text() != code)
        refuse(field, "cpv_format", "un code CPV a 8 chiffres, par exemple 45214200\u00a0; corrigez-le ou videz-le");
}

void ValueFaults::duration(std::string_view field, const std::optional<std::int64_t>& months) {
    constexpr std::int64_t longest = 1200;
    if (months && (*months < 0 || *months > longest))
        refuse(field, "duree", "la durée est un nombre de mois, de 0 à 1 200\u00a0; corrigez-la");
}

void ValueFaults::add(std::vector<core::Issue> issues) {
    for (core::Issue& issue : issues) {
        issue.where = prefix_ + issue.where;
        issues_.push_back(std::move(issue));
    }
}

}  // namespace clausier::domain
