// The codes of organisations go to the store and come back the same.
#include "clausier/domain/organisation.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier::domain;

TEST_CASE("every kind of organisation comes back from its code") {
    for (const auto kind : {OrganisationKind::unknown, OrganisationKind::public_body, OrganisationKind::social_landlord,
                            OrganisationKind::mixed_company, OrganisationKind::concessionaire,
                            OrganisationKind::developer, OrganisationKind::private_client, OrganisationKind::company})
        CHECK(organisation_kind(code(kind)) == kind);
    CHECK_FALSE(organisation_kind("association").has_value());
}

TEST_CASE("an organisation known by its identifier only is shown by it") {
    Organisation buyer;
    buyer.identifier = {"SIRET", "21990001000017"};
    CHECK(buyer.label() == "21990001000017");
    buyer.name = "Commune de Valbrume";
    CHECK(buyer.label() == "Commune de Valbrume");
}
