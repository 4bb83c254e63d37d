// People of each role around a web door, and records they have declared.
#pragma once
#include "clausier/app/organisation_links.hpp"
#include "clausier/app/people.hpp"
#include "logged_world.hpp"

namespace clausier::testing {

struct PersonPages : LoggedWorld {
    using Org = domain::Id<domain::Organisation>;
    Org north = organisation("OPCS du Nord inventé", domain::Role::facilitator);
    Org south = organisation("OPCS du Sud inventé", domain::Role::facilitator);
    Org house = organisation("Structure de la Maison", domain::Role::structure);
    Person facilitator = person(domain::Role::facilitator, north);
    Person other = person(domain::Role::facilitator, south);
    Person structure = person(domain::Role::structure, house);
    Person buyer = person(domain::Role::buyer, organisation("Commune de Valbrume"));
    Person admin = person(domain::Role::admin);

    PersonPages() {
        for (const Org opcs : {north, south})
            app::set_organisation_functions({fixed_day(), "cli"}, base, opcs, {domain::OrganisationFunction::opcs});
    }
    // Declared by the structure for the north, under this given name; gives her pseudonym.
    std::string declare(const std::string& given) {
        domain::PersonDraft draft;
        draft.names = {domain::PersonalText("Personne"), domain::PersonalText(given),
                       core::parse_iso_date("1990-02-28").value()};
        draft.disabled_worker = true;
        draft.opcs = north;
        draft.declared_by = house;
        return app::declare_person({fixed_day(), "cli"}, base, draft).participant.pseudonym;
    }
};

}  // namespace clausier::testing
