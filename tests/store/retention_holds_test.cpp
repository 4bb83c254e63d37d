// Holds of those whom the viewer sees, and erasures that find what they are about.
#include "clausier/store/retention_holds.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/store/database.hpp"
#include "clausier/store/organisations.hpp"
#include "clausier/store/participants.hpp"

using namespace clausier;

namespace {
core::Date day(const char* text) { return core::parse_iso_date(text).value(); }
}  // namespace

TEST_CASE("a hold is kept, lifted, and hidden from who does not see the person") {
    store::Database database(":memory:");
    domain::Participant one;
    {
        store::Transaction tx = database.write();
        domain::Organisation opcs;
        opcs.name = "OPCS du Nord inventé";
        one.opcs = one.declared_by = store::Organisations(tx).save(opcs).id;
        one.pseudonym = "P-7F3K-29";
        one.created_on = day("2026-01-05");
        one = store::Participants(tx).add(one);
        store::Participants(tx).set_names(
            one.id, {domain::PersonalText("Personne"), domain::PersonalText("Un"), day("1990-02-28")},
            std::string(64, 'a'));
        tx.commit();
    }
    domain::Hold hold;
    hold.participant = one.id;
    hold.kind = domain::HoldKind::funding;
    hold.reason = "convention 2024-17";
    hold.until = day("2031-12-31");
    hold.set_on = day("2026-11-21");
    hold.set_by = "compte/3";
    {
        store::Transaction tx = database.write();
        hold = store::RetentionHolds(tx).add(hold);
        tx.commit();
    }
    auto nobody = database.as({});
    {
        store::Transaction tx = nobody.read();
        CHECK_FALSE(store::RetentionHolds(tx).find(hold.id).has_value());
        CHECK(store::RetentionHolds(tx).standing(day("2026-11-21")).empty());
    }
    store::Transaction tx = database.write();
    store::RetentionHolds holds(tx);
    CHECK(holds.find(hold.id)->until == day("2031-12-31"));
    CHECK(holds.standing(day("2031-12-31")).size() == 1);
    CHECK(holds.standing(day("2032-01-01")).empty());
    holds.lift(hold.id, day("2026-11-22"));
    CHECK(holds.of(one.id).at(0).lifted_on == day("2026-11-22"));
    CHECK(holds.standing(day("2026-11-23")).empty());

    store::Erasures erasures(tx);
    const core::Instant at = std::chrono::sys_days(day("2026-11-22"));
    const domain::Erasure by_tag{"P-XXXX-11", std::string(64, 'a'), domain::Gone::erasure, at, "compte/3"};
    const domain::Erasure by_name{"P-7F3K-29", "", domain::Gone::retention, at, "compte/3"};
    const domain::Erasure other{"P-XXXX-11", std::string(64, 'b'), domain::Gone::erasure, at, "compte/3"};
    CHECK(erasures.still_named(by_tag).size() == 1);
    CHECK(erasures.still_named(by_name).size() == 1);
    CHECK(erasures.still_named(other).empty());
    CHECK_FALSE(erasures.known(by_name));
    erasures.add(by_name);
    CHECK(erasures.known(by_name));
    CHECK(erasures.list().at(0).because == domain::Gone::retention);
}
