// Which participants a viewer may ever see, told as conditions.
#include "person_visibility.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier;
using domain::Role;
using domain::Viewer;

namespace {
Viewer with(std::vector<domain::Membership> memberships) { return {false, std::nullopt, std::move(memberships)}; }
}  // namespace

TEST_CASE("everything for the machine's owner, pseudonyms for the admin, nothing for buyers, networks and nobody") {
    CHECK(store::named_participants(Viewer::everything()) == "1");
    CHECK(store::visible_participants(with({{{}, Role::admin, {}}})) == "1");
    CHECK(store::named_participants(with({{{}, Role::admin, {}}})) == "0");
    CHECK(store::visible_participants(with({})) == "0");
    CHECK(store::visible_participants(with({{{4}, Role::buyer, {}}, {{5}, Role::network, {}}})) == "0");
}

TEST_CASE("a facilitator by who follows, a structure, a company and a prescriber by who declared") {
    const std::string followed = store::named_participants(with({{{4}, Role::facilitator, {}}}));
    CHECK(followed.find("p.opcs_id IN") == 0);
    CHECK(followed.find("declared_by") == std::string::npos);
    for (const Role role : {Role::structure, Role::company, Role::prescriber}) {
        const std::string declared = store::named_participants(with({{{4}, role, {}}}), "q");
        CHECK(declared.find("q.declared_by IN") == 0);
        CHECK(declared.find("opcs_id") == std::string::npos);
    }
    const std::string both =
        store::visible_participants(with({{{4}, Role::facilitator, {}}, {{5}, Role::structure, {}}}));
    CHECK(both.find(" OR ") != std::string::npos);
}
