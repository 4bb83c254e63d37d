// Pseudonyms: one writing each, and no slip of the hand that gives another person.
#include "clausier/domain/pseudonym.hpp"

#include <catch2/catch_test_macros.hpp>
#include <set>

using namespace clausier;

TEST_CASE("a pseudonym is read as it was written, whatever the case and the hyphens") {
    std::set<std::string> seen;
    for (std::uint32_t draw = 0; draw < domain::pseudonym_count; draw += 61) {
        const std::string one = domain::pseudonym_of(draw);
        CHECK(seen.insert(one).second);
        CHECK(domain::parse_pseudonym(one).value() == one);
    }
    const std::string one = domain::pseudonym_of(123'456);
    CHECK(domain::parse_pseudonym(" p " + one.substr(2, 4) + one.substr(7)).value() == one);
}

TEST_CASE("one sign taken for another, or two exchanged, is told") {
    for (std::uint32_t draw = 7; draw < domain::pseudonym_count; draw += 4'001) {
        const std::string one = domain::pseudonym_of(draw);
        for (std::size_t i = 2; i < 6; ++i) {
            std::string slip = one;
            slip[i] = slip[i] == 'K' ? 'M' : 'K';
            CHECK(domain::parse_pseudonym(slip).error().code == "pseudonyme_cle");
            if (i == 5 || one[i] == one[i + 1]) continue;
            slip = one;
            std::swap(slip[i], slip[i + 1]);
            CHECK(domain::parse_pseudonym(slip).error().code == "pseudonyme_cle");
        }
    }
}

TEST_CASE("what has not the shape of a pseudonym is refused") {
    for (const char* text : {"", "P", "P-7F3K", "X-7F3K-29", "P-7FIK-29", "P-7F3K-2", "Personne Un"})
        CHECK(domain::parse_pseudonym(text).error().code == "pseudonyme");
}
