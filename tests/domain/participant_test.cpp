// Names are whole, of somebody alive, and hold no social security number; faults repeat nothing of them.
#include "clausier/domain/participant.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier;
using domain::PersonalText;
using domain::PersonNames;

namespace {

core::Date day(const char* text) { return core::parse_iso_date(text).value(); }
const core::Date today = day("2026-11-21");

std::string codes(const PersonNames& names) {
    std::string out;
    for (const core::Issue& issue : domain::faults(names, today)) out += issue.where + ":" + issue.code + " ";
    return out;
}

}  // namespace

TEST_CASE("sound names have no fault, and lose their spare spaces") {
    PersonNames names{PersonalText("  Personne   Essai "), PersonalText("Un\n"), day("1990-02-28")};
    domain::tidy(names);
    CHECK(names.family.reveal() == "Personne Essai");
    CHECK(names.given.reveal() == "Un");
    CHECK(codes(names).empty());
}

TEST_CASE("each missing or impossible part is told by its field") {
    CHECK(codes({}) == "nom:obligatoire prenom:obligatoire naissance:obligatoire ");
    CHECK(codes({PersonalText("***"), PersonalText("Un"), day("2026-11-22")}) ==
          "nom:nom_illisible naissance:naissance ");
    CHECK(codes({PersonalText("Personne"), PersonalText("Un"), today}).empty());
    CHECK(codes({PersonalText(std::string(121, 'a')), PersonalText("Un"), today}) == "nom:longueur ");
}

TEST_CASE("a social security number is refused without being repeated") {
    // 97 - 1859978006084 % 97 is the key.
    const auto key = 97 - 1'859'978'006'084 % 97;
    const PersonNames with{
        PersonalText("Personne 1859978006084" + std::string(key < 10 ? "0" : "") + std::to_string(key)),
        PersonalText("Un"), today};
    const auto refused = domain::faults(with, today);
    REQUIRE(refused.size() == 1);
    CHECK(refused[0].code == "nir");
    CHECK(refused[0].text.find("18599") == std::string::npos);
}

TEST_CASE("why names are gone is a word") {
    for (const auto why : {domain::Gone::retention, domain::Gone::erasure, domain::Gone::merge})
        CHECK(domain::gone(domain::code(why)) == why);
    CHECK_FALSE(domain::gone("autre").has_value());
}
