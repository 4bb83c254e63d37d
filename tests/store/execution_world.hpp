// Two lots of a town and one of a port, who holds them, who follows them, who works there; all invented.
#pragma once
#include <string>

#include "clausier/store/commitments.hpp"
#include "clausier/store/execution_hours.hpp"
#include "clausier/store/hours_statements.hpp"
#include "clausier/store/markets.hpp"
#include "clausier/store/organisation_links.hpp"
#include "clausier/store/participants.hpp"
#include "clausier/store/placements.hpp"
#include "clausier/store/structures.hpp"
#include "store/tenders.hpp"

namespace clausier::tests {

// Lots A1 and A2 of Valbrume, held by the builders; B1 of the port, held by the painters. The OPCS leads A1 and A2, the
// other one B1. The garden employs people, the workshop is a member of the network.
struct ExecutionWorld {
    using Org = domain::Id<domain::Organisation>;
    store::Database whole{":memory:"};
    Org town{}, port{}, builders{}, painters{}, opcs{}, other_opcs{}, garden{}, workshop{}, network{}, mission{};
    domain::Id<domain::Lot> a1{}, a2{}, b1{};
    domain::Id<domain::Structure> sheet{};
    domain::Id<domain::Participant> person{}, stranger{};

    ExecutionWorld() {
        auto of_port = record(4, "B");
        of_port.buyer = {{"SIRET", "21990002000025"}, "Port de Grandrive"};
        of_port.holders = {{{"SIRET", "99900002000018"}, "Peintres du Littoral"}};
        import(whole, {record(2, "A", "1"), record(3, "A", "2"), of_port});
        auto tx = whole.write();
        store::Organisations organisations(tx);
        town = organisations.find(core::Identifier{"SIRET", "21990001000017"})->id;
        port = organisations.find(core::Identifier{"SIRET", "21990002000025"})->id;
        builders = organisations.find(core::Identifier{"SIRET", "99900001000019"})->id;
        painters = organisations.find(core::Identifier{"SIRET", "99900002000018"})->id;
        opcs = named(tx, "Maison de l’emploi inventée");
        other_opcs = named(tx, "PLIE inventé");
        garden = named(tx, "Jardins inventés");
        workshop = named(tx, "Ateliers inventés");
        network = named(tx, "Réseau inventé");
        mission = named(tx, "Mission inventée");
        store::Markets markets(tx);
        const auto lots = markets.lots(markets.find_by_reference("A").at(0).id);
        a1 = lots.at(0).id;
        a2 = lots.at(1).id;
        b1 = markets.lots(markets.find_by_reference("B").at(0).id).at(0).id;
        for (const auto lot : {a1, a2}) store::OrganisationLinks(tx).set_opcs(lot, {{opcs, true}});
        store::OrganisationLinks(tx).set_opcs(b1, {{other_opcs, true}});
        sheet = {
            tx.value<std::int64_t>("INSERT INTO structures (kind, name, folded) VALUES ('EI', 'Ateliers inventés', "
                                   "'ateliers inventes') RETURNING id")};
        store::OrganisationLinks(tx).set({sheet, workshop, {network}});
        person = participant(tx, "P-AAAA-01", opcs, garden);
        stranger = participant(tx, "P-BBBB-02", other_opcs, workshop);
        tx.commit();
    }
    static Org named(store::Transaction& tx, const std::string& name) {
        domain::Organisation o;
        o.name = name;
        return store::Organisations(tx).save(o).id;
    }
    static domain::Id<domain::Participant> participant(store::Transaction& tx, const char* pseudonym, Org opcs,
                                                       Org by) {
        domain::Participant one;
        one.pseudonym = pseudonym;
        one.opcs = opcs;
        one.declared_by = by;
        one.created_on = day(2026, 1, 5);
        return store::Participants(tx).add(one).id;
    }
    domain::Placement placement(store::Transaction& tx, domain::Id<domain::Lot> lot, Org employer,
                                std::optional<domain::Id<domain::Participant>> who) const {
        domain::Placement p;
        p.lot = lot;
        p.holder = lot == b1 ? painters : builders;
        p.employer = employer;
        p.participant = who;
        p.modality = "cdd";
        p.contract = "cdd";
        p.started_on = day(2026, 3, 1);
        p.criteria = {{domain::CriterionSource::market, "minimum_income", "attestation de RSA", day(2026, 2, 20),
                       "compte/1", day(2026, 2, 25)}};
        p.eligibility = {true, p.started_on, "Bénéficiaire du RSA ou ayant droit"};
        p.profile.sex = "female";
        return store::Placements(tx).save(p);
    }
    static domain::HoursStatement statement(store::Transaction& tx, const domain::Placement& p, const char* month,
                                            std::int64_t hours,
                                            domain::StatementState state = domain::StatementState::sent) {
        domain::HoursStatement s;
        s.placement = p.id;
        s.month = domain::Month::parse(month).value();
        s.state = state;
        s.declared_by = "compte/4";
        return store::HoursStatements(tx).save(
            s, {{p.lot, domain::HourNature::worked, core::Hours::whole(hours), "compte"}});
    }
    // The base as a member of that organisation sees it.
    store::Database as(domain::Role role, Org organisation) {
        return whole.as(
            {false,
             domain::Id<domain::Account>{9},
             {{organisation, role,
               role == domain::Role::facilitator ? std::vector<std::string>{"99"} : std::vector<std::string>{}}}});
    }
};

inline std::vector<std::string> kept_months(store::Transaction& tx) {
    return rows(tx, "SELECT * FROM execution_months ORDER BY lot_id, month, performer_id, stage", 10);
}
inline std::vector<std::string> kept_years(store::Transaction& tx) {
    return rows(tx, "SELECT * FROM execution_years ORDER BY lot_id, year, stage", 9);
}

}  // namespace clausier::tests
