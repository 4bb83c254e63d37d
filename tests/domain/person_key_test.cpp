// One person has one key, however her names are written; two persons have two.
#include "clausier/domain/person_key.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

using namespace clausier;
using domain::PersonalText;

namespace {

std::string key(std::string family, std::string given, const char* born = "1990-02-28") {
    domain::PersonNames names{PersonalText(std::move(family)), PersonalText(std::move(given)), {}};
    if (born) names.born_on = core::parse_iso_date(born).value();
    const auto out = domain::person_key(names);
    return out ? out->reveal() : "";
}

}  // namespace

TEST_CASE("accents, case, hyphens, particles and the order of names do not make another person") {
    const std::string one = key("Personne-Essai", "Éloïse Anne");
    CHECK_FALSE(one.empty());
    CHECK(key("PERSONNE ESSAI", "ELOISE ANNE") == one);
    CHECK(key("  de Personne  Essai ", "Éloïse-Anne") == one);
    CHECK(key("Éloïse Anne", "Personne Essai") == one);
    CHECK(key("d’Essai Personne", "anne éloïse") == one);
    CHECK(key("E\u0301loi\u0308se", "Anne Personne Essai") == one);  // accents as marks of their own
}

TEST_CASE("another birth date, another name or one name more make another person") {
    const std::string one = key("Personne", "Un");
    CHECK(key("Personne", "Un", "1990-02-27") != one);
    CHECK(key("Personne", "Deux") != one);
    CHECK(key("Personne", "Un Bis") != one);
    CHECK(key("Personn", "eUn") != one);
    CHECK(key("Personne", "Un", nullptr).empty());
}

TEST_CASE("names of particles alone and names without Latin letters keep their words") {
    CHECK(key("Le Du", "Un") != key("La", "Un"));
    CHECK(key("Essayé", "Une") != key("", "Une"));
    CHECK(key("Проба", "Одна") != key("Проба", "Другая"));
}

TEST_CASE("property: no shuffle of words, case or separators changes the key") {
    const std::vector<std::string> words{"Essai", "Épreuve", "Modèle", "Témoin", "Invention"};
    std::uint64_t seed = 20261122;
    const auto draw = [&](std::uint64_t below) {
        seed = seed * 6364136223846793005U + 1442695040888963407U;
        return (seed >> 33U) % below;
    };
    for (int round = 0; round < 200; ++round) {
        std::vector<std::string> chosen = words;
        for (std::size_t i = chosen.size(); i > 1; --i) std::swap(chosen[i - 1], chosen[draw(i)]);
        chosen.resize(2 + draw(4));
        std::vector<std::string> other = chosen;
        for (std::size_t i = other.size(); i > 1; --i) std::swap(other[i - 1], other[draw(i)]);
        const auto joined = [&](const std::vector<std::string>& all, std::size_t from, std::size_t to) {
            static constexpr std::string_view between[] = {" ", "-", "’", " de ", "  "};
            std::string out;
            for (std::size_t i = from; i < to; ++i) out += (i == from ? "" : std::string(between[draw(5)])) + all[i];
            return out;
        };
        const std::size_t a = 1 + draw(chosen.size() - 1);
        const std::size_t b = 1 + draw(other.size() - 1);
        CHECK(key(joined(chosen, 0, a), joined(chosen, a, chosen.size())) ==
              key(joined(other, 0, b), joined(other, b, other.size())));
    }
}
