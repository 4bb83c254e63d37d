// A market of two lots, who holds, follows and works on it, and use cases run by each of them; all invented.
#pragma once
#include <algorithm>

#include "clausier/app/executions.hpp"
#include "clausier/app/hours.hpp"
#include "clausier/app/market_edits.hpp"
#include "clausier/app/placements.hpp"
#include "clausier/store/journal.hpp"
#include "clausier/store/markets.hpp"
#include "clausier/store/organisation_links.hpp"
#include "clausier/store/organisations.hpp"
#include "clausier/store/participants.hpp"
#include "support/refusal.hpp"

namespace clausier::tests {

inline core::Date day(const char* text) { return core::parse_iso_date(text).value(); }
inline domain::Month month(const char* text) { return domain::Month::parse(text).value(); }
inline std::vector<domain::StatementLine> worked(std::int64_t hours) {
    return {{domain::HourNature::worked, core::Hours::whole(hours)}};
}

// Today is the 21st of November 2026; the market was notified on the 1st of March.
struct ExecutionWorld {
    using Org = domain::Id<domain::Organisation>;
    core::FixedClock clock{std::chrono::sys_days(day("2026-11-21"))};
    store::Database base{":memory:"};
    domain::Reference reference = domain::Reference::national();
    Org town{}, builders{}, opcs{}, other_opcs{}, garden{};
    domain::Id<domain::Market> market{};
    domain::Id<domain::Lot> paint{}, walls{};
    domain::Id<domain::Participant> person{};

    ExecutionWorld() {
        store::Transaction tx = base.write();
        town = named(tx, "Commune de Valbrume");
        builders = named(tx, "Bâtisseurs inventés");
        opcs = named(tx, "OPCS inventé");
        other_opcs = named(tx, "Autre OPCS inventé");
        garden = named(tx, "Jardins inventés");
        domain::Market one;
        one.buyer = town;
        one.reference = "2026-01";
        one.object = "École des Tilleuls";
        one.notified_on = day("2026-03-01");
        market = store::Markets(tx).save(one).id;
        paint = lot(tx, "1", "Peinture");
        walls = lot(tx, "2", "Gros œuvre");
        domain::Participant p;
        p.pseudonym = "P-AAAA-01";
        p.opcs = opcs;
        p.declared_by = garden;
        p.created_on = day("2026-03-01");
        person = store::Participants(tx).add(p).id;
        tx.commit();
    }
    static Org named(store::Transaction& tx, const char* name) {
        domain::Organisation one;
        one.name = name;
        return store::Organisations(tx).save(one).id;
    }
    domain::Id<domain::Lot> lot(store::Transaction& tx, const char* number, const char* title) const {
        domain::Lot one;
        one.market = market;
        one.number = number;
        one.title = title;
        one.holders = {{builders, {}, "Bâtisseurs inventés"}};
        const auto id = store::Markets(tx).save(one).id;
        store::OrganisationLinks(tx).set_opcs(id, {{opcs, true}});
        return id;
    }
    // Somebody who acts for an organisation, and the base as they see it.
    struct Somebody {
        app::Session session;
        store::Database base;
    };
    Somebody as(domain::Role role, Org organisation, std::int64_t account = 7) {
        domain::Viewer viewer;
        viewer.account = domain::Id<domain::Account>{account};
        viewer.memberships = {{organisation, role, {}}};
        if (role == domain::Role::facilitator) viewer.memberships[0].departments = {"99"};
        return {{clock, "compte/" + std::to_string(account), viewer}, base.as(viewer)};
    }
    [[nodiscard]] app::Session everybody() const { return {clock, "cli"}; }

    domain::Commitment owes(domain::Id<domain::Lot> of, std::int64_t hours) {
        domain::Commitment one;
        one.lot = of;
        return app::add_commitment(everybody(), base, one, minimum(hours));
    }
    static domain::CommitmentVersion minimum(std::int64_t hours) {
        domain::CommitmentVersion out;
        out.quantity = domain::Committed::whole(hours);
        out.since = day("2026-03-01");
        return out;
    }
    [[nodiscard]] domain::Placement drafted(domain::Id<domain::Lot> of) const {
        domain::Placement p;
        p.lot = of;
        p.employer = garden;
        p.participant = person;
        p.modality = "cdd";
        p.contract = "cdd";
        p.started_on = day("2026-04-01");
        p.criteria = {{domain::CriterionSource::market, "minimum_income", "attestation de RSA", day("2026-03-20"),
                       "compte/7", day("2026-03-25")}};
        return p;
    }
    domain::Placement works(domain::Id<domain::Lot> of) {
        return app::open_placement(everybody(), base, drafted(of), reference).placement;
    }
    domain::HoursStatement declares(const domain::Placement& p, const char* when, std::int64_t hours) {
        return app::declare_hours(everybody(), base, {{p.id, month(when), worked(hours), "", "", true, {}}}, reference)
            .front()
            .statement;
    }
    domain::HoursStatement passes(const domain::HoursStatement& s, domain::StatementState to, const char* why = "") {
        return app::pass_statements(everybody(), base, {{s.id, s.revision}}, to, why).front();
    }
    domain::LotProgress progress(domain::Id<domain::Lot> of, const char* on = "2026-11-21") {
        return app::lot_execution(base, of, reference, day(on)).progress;
    }
    // Actions and subjects of the journal, oldest first.
    std::string journal() {
        store::Transaction tx = base.read();
        std::string out;
        for (const auto& row : store::Journal(tx).list(1000))
            out = row.entry.action + " " + row.entry.subject + "\n" + out;
        return out;
    }
};

}  // namespace clausier::tests
