// The ways contracts are broken down: their codes, and the value of a contract in each.
#include <algorithm>
#include <array>
#include <utility>

#include "clausier/domain/code_lists.hpp"
#include "clausier/domain/indicator.hpp"

namespace clausier::domain {
namespace {

using Word = std::pair<std::string_view, std::string_view>;  // code, label
constexpr std::array<Word, 9> dimensions{{{"annee", "Année"},
                                          {"secteur", "Secteur"},
                                          {"tranche", "Tranche de montant"},
                                          {"procedure", "Procédure"},
                                          {"departement", "Département d’exécution"},
                                          {"service", "Service acheteur"},
                                          {"acheteur", "Acheteur"},
                                          {"social", "Considérations sociales"},
                                          {"environnemental", "Considérations environnementales"}}};

constexpr std::string_view nothing = "non_renseignee";
constexpr std::array<std::pair<unsigned, Word>, 4> bit_words{{{consideration::clause, {"clause", "clause"}},
                                                              {consideration::criterion, {"critere", "critère"}},
                                                              {consideration::reserved, {"reserve", "réservé"}},
                                                              {consideration::none, {"aucune", "aucune"}}}};

// "clause_critere": what is said, each contract having one code.
std::string consideration_code(unsigned bits) {
    std::string out;
    for (const auto& [bit, word] : bit_words)
        if ((bits & bit) != 0) (out += out.empty() ? "" : "_") += word.first;
    return out.empty() ? std::string(nothing) : out;
}

// « Clause et critère »
std::string consideration_label(std::string_view value) {
    if (value == nothing) return "Non renseignée";
    std::string out;
    for (unsigned bits = 1; bits < 16; ++bits) {
        if (consideration_code(bits) != value) continue;
        for (const auto& [bit, word] : bit_words)
            if ((bits & bit) != 0) (out += out.empty() ? "" : " et ") += word.second;
    }
    if (out.empty()) return std::string(value);
    out.front() = static_cast<char>(out.front() - 'a' + 'A');  // every word begins with a plain letter
    return out;
}

}  // namespace

std::string_view code(Dimension dimension) { return dimensions[static_cast<std::size_t>(dimension)].first; }

std::string_view label(Dimension dimension) { return dimensions[static_cast<std::size_t>(dimension)].second; }

std::optional<Dimension> dimension(std::string_view wanted) {
    for (std::size_t i = 0; i < dimensions.size(); ++i)
        if (dimensions[i].first == wanted) return static_cast<Dimension>(i);
    return std::nullopt;
}

std::string value_of(const Contract& contract, Dimension dimension) {
    switch (dimension) {
        case Dimension::year:
            return contract.year == 0 ? "" : std::to_string(contract.year);
        case Dimension::sector:
            return contract.sector ? std::string(code(*contract.sector)) : "";
        case Dimension::band:
            return std::string(code(contract.band));
        case Dimension::procedure:
            return contract.procedure;
        case Dimension::department:
            return contract.department;
        case Dimension::unit:
            return contract.unit;
        case Dimension::buyer:
            return std::to_string(contract.buyer.value);
        case Dimension::social:
            return consideration_code(contract.social);
        case Dimension::environmental:
            break;
    }
    return consideration_code(contract.environmental);
}

std::string value_label(Dimension dimension, std::string_view value) {
    if (value.empty()) return "Non renseigné";
    switch (dimension) {
        case Dimension::sector:
            if (const auto known = sector(value)) return std::string(label(*known));
            break;
        case Dimension::band:
            for (const Band band :
                 {Band::below_decp, Band::below_dispensation, Band::below_european, Band::european, Band::unknown})
                if (code(band) == value) return std::string(label(band));
            break;
        case Dimension::department:
            if (const Department* known = CodeLists::embedded().department(value))
                return known->code + "\u00a0" + known->name;
            break;
        case Dimension::social:
        case Dimension::environmental:
            return consideration_label(value);
        default:
            break;
    }
    return std::string(value);
}

bool begins_places(std::string_view code) {
    return std::all_of(code.begin(), code.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    });
}

}  // namespace clausier::domain
