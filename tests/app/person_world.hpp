// Two OPCS, two structures, a prescriber and a buyer around a base, and people invented plainly.
#pragma once
#include "clausier/app/people.hpp"
#include "clausier/app/privacy.hpp"
#include "clausier/store/journal.hpp"
#include "clausier/store/organisation_links.hpp"
#include "clausier/store/organisations.hpp"
#include "support/refusal.hpp"

namespace clausier::tests {

inline core::Date day(const char* text) { return core::parse_iso_date(text).value(); }

struct PersonWorld {
    using Org = domain::Id<domain::Organisation>;
    core::FixedClock clock{std::chrono::sys_days(day("2026-11-21"))};
    std::unique_ptr<store::Database> kept;
    store::Database& base;
    Org north, south, house, garden, mission, town;

    explicit PersonWorld(const std::filesystem::path& file = ":memory:")
        : kept(std::make_unique<store::Database>(file)), base(*kept) {
        store::Transaction tx = base.write();
        const auto make = [&](const char* name) {
            domain::Organisation one;
            one.name = name;
            return store::Organisations(tx).save(one).id;
        };
        north = make("OPCS du Nord inventé");
        south = make("OPCS du Sud inventé");
        house = make("Structure de la Maison");
        garden = make("Structure du Jardin");
        mission = make("Mission inventée");
        town = make("Commune de Valbrume");
        for (const Org opcs : {north, south})
            store::OrganisationLinks(tx).set_functions(opcs, {domain::OrganisationFunction::opcs});
        tx.commit();
    }
    // Somebody who acts for an organisation, and the base as they see it.
    struct Somebody {
        app::Session session;
        store::Database base;
    };
    Somebody as(domain::Role role, Org organisation) {
        domain::Viewer viewer;
        viewer.account = domain::Id<domain::Account>{organisation.value};
        viewer.memberships = {{organisation, role, {}}};
        return {{clock, "compte/" + std::to_string(organisation.value), viewer}, base.as(viewer)};
    }
    Somebody admin() {
        domain::Viewer viewer;
        viewer.account = domain::Id<domain::Account>{99};
        viewer.memberships = {{{}, domain::Role::admin, {}}};
        return {{clock, "compte/99", viewer}, base.as(viewer)};
    }
    [[nodiscard]] app::Session everybody() const { return {clock, "cli"}; }

    static domain::PersonNames named(const char* given, const char* born = "1990-02-28") {
        return {domain::PersonalText("Personne"), domain::PersonalText(given), day(born)};
    }
    domain::Participant declare(const char* given, Org opcs, Org by, std::optional<bool> disabled = {}) {
        return app::declare_person(everybody(), base, {named(given), disabled, opcs, by}).participant;
    }
    // Actions of the journal, oldest first, and everything it says.
    std::string journal(bool whole = false) {
        store::Transaction tx = base.read();
        std::string out;
        for (const auto& row : store::Journal(tx).list(1000)) {
            const auto& e = row.entry;
            out = (whole ? e.actor + " " + e.action + " " + e.subject + " " + e.detail : e.action) + "\n" + out;
        }
        return out;
    }
};

}  // namespace clausier::tests
