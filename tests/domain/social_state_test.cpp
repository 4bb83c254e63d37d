// Silence about considerations is not their absence.
#include "clausier/domain/social_state.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier::domain;

TEST_CASE("what is not filled in is never none") {
    CHECK(social_state_of(std::nullopt) == SocialState::not_filled);
    CHECK(social_state_of("") == SocialState::not_filled);
    CHECK(social_state_of("Pas de considération sociale") == SocialState::none);
    CHECK(social_state_of("Clause sociale, Critère social") == SocialState::some);
}

TEST_CASE("codes of states read back") {
    for (const SocialState one : all_social_states) CHECK(social_state(code(one)) == one);
    CHECK_FALSE(social_state("non").has_value());
}

TEST_CASE("considerations typed are those of the official list, in its order") {
    CHECK(social_considerations().back() == no_social_consideration());
    CHECK(parse_social_considerations("").value() == std::nullopt);
    CHECK(parse_social_considerations("critère social, clause d'insertion").value() ==
          "Clause sociale, Critère social");
    CHECK(parse_social_considerations("aucune").value() == no_social_consideration());
    CHECK(parse_social_considerations("clause sociale, aucune").error().code == "considerations_contraires");
    CHECK(parse_social_considerations("clause florale").error().code == "consideration_inconnue");
}
