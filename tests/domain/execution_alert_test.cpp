// Alerts, from the facts of a day.
#include "clausier/domain/execution_alert.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/execution.hpp"

using namespace clausier;
using namespace clausier::domain;
using tests::date_of;
using tests::month_of;

namespace {

const Reference& national() {
    static const Reference reference = Reference::national();
    return reference;
}

std::string kinds_of(const std::vector<ExecutionAlert>& alerts) {
    std::string out;
    for (const ExecutionAlert& alert : alerts) {
        CHECK_FALSE(alert.sentence.empty());
        out += (out.empty() ? "" : " ") + std::string(code(alert.kind));
    }
    return out;
}

PlacementAlertFacts quiet(std::string_view last_stated) {
    PlacementAlertFacts f;
    f.placement = tests::placement();
    for (Month month = month_of("2026-01"); month <= month_of(last_stated); month = month.next())
        f.stated.push_back(month);
    return f;
}

LotAlertFacts lot_of(std::string_view on, std::int64_t validated) {
    LotAlertFacts f;
    f.lot = {1};
    f.has_plan = true;
    f.execution.on = date_of(on);
    f.execution.notified_on = date_of("2025-12-01");
    f.execution.time.started_on = date_of("2026-01-01");
    f.execution.time.ends_on = date_of("2026-12-31");
    ProgressInput in;
    in.due = Committed::whole(1'000);
    in.time = f.execution.time;
    in.on = f.execution.on;
    in.done = {{month_of("2026-01"), Committed::whole(validated), Committed::whole(validated)}};
    f.execution.whole = progress(in);
    return f;
}

std::string lot_kinds(const LotAlertFacts& f) { return kinds_of(lot_alerts(f, national(), f.execution.on)); }

}  // namespace

TEST_CASE("a placement whose statements came has no alert; a month is missing fifteen days after its end") {
    CHECK(kinds_of(placement_alerts(quiet("2026-02"), national(), date_of("2026-04-15"))).empty());
    const auto missing = placement_alerts(quiet("2026-02"), national(), date_of("2026-04-16"));
    REQUIRE(missing.size() == 1);
    CHECK(missing[0].kind == AlertKind::statement_missing);
    CHECK(missing[0].month == month_of("2026-03"));
    CHECK(missing[0].due_on == date_of("2026-04-15"));
    CHECK(missing[0].severity == core::Severity::error);
    CHECK(missing[0].sentence == "le relevé de mars 2026 n’est pas transmis ; demandez-le à l’employeur");
}

TEST_CASE("nothing is asked for months before hours were taken over, nor on a closed lot") {
    PlacementAlertFacts f = quiet("2026-01");
    f.stated.clear();
    f.placement.taken_over_on = date_of("2026-02-28");
    const auto alerts = placement_alerts(f, national(), date_of("2026-04-20"));
    REQUIRE(alerts.size() == 1);
    CHECK(alerts[0].month == month_of("2026-03"));
    f.closed = true;
    CHECK(placement_alerts(f, national(), date_of("2026-04-20")).empty());
}

TEST_CASE("the end of a placement calls for a chained contract under 45 days before") {
    const Placement p = tests::placement();
    CHECK_FALSE(to_chain(p, national(), date_of("2026-05-16")));
    CHECK(to_chain(p, national(), date_of("2026-05-17")));
    CHECK(to_chain(p, national(), date_of("2026-06-30")));
    CHECK_FALSE(to_chain(p, national(), date_of("2026-07-01")));
    CHECK(kinds_of(placement_alerts(quiet("2026-05"), national(), date_of("2026-06-10"))) == "fin_de_mise_en_oeuvre");
}

TEST_CASE("proofs, eligibility and the cap after a hire") {
    PlacementAlertFacts f = quiet("2026-03");
    const core::Date today = date_of("2026-04-10");
    f.placement.criteria.front().proof_on.reset();
    CHECK(kinds_of(placement_alerts(f, national(), today)) == "preuve_manquante");
    f.placement.criteria.front().proof_on = date_of("2025-01-01");
    CHECK(kinds_of(placement_alerts(f, national(), today)) == "preuve_ancienne");
    f = quiet("2026-03");
    f.placement.eligibility->eligible = false;
    CHECK(kinds_of(placement_alerts(f, national(), today)) == "non_eligible");
    f = quiet("2026-03");
    f.placement.hired_on = date_of("2026-01-10");
    f.rules.months_after_hire = 3;
    CHECK(kinds_of(placement_alerts(f, national(), today)) == "plafond_comptage");
    CHECK(kinds_of(placement_alerts(f, national(), date_of("2026-04-09"))).empty());
}

TEST_CASE("the same hours twice, a missing evidence and a scan to destroy") {
    PlacementAlertFacts f = quiet("2026-03");
    f.same_hours = {month_of("2026-02")};
    f.without_evidence = {month_of("2026-01")};
    f.scan_destroy_on = date_of("2026-04-01");
    CHECK(kinds_of(placement_alerts(f, national(), date_of("2026-04-10"))) ==
          "heures_en_double scan_a_detruire justificatif_manquant");
    f.closed = true;
    CHECK(kinds_of(placement_alerts(f, national(), date_of("2026-04-10"))) == "scan_a_detruire");
}

TEST_CASE("exits are asked for, even of a closed lot, until they are known") {
    PlacementAlertFacts f = quiet("2026-06");
    f.closed = true;
    CHECK(kinds_of(placement_alerts(f, national(), date_of("2026-09-30"))) == "sortie_manquante sortie_manquante");
    Exit known;
    known.months = 3;
    f.exits = {known};
    CHECK(kinds_of(placement_alerts(f, national(), date_of("2026-09-30"))) == "sortie_manquante");
}

TEST_CASE("a lot behind its time, near its end, or as it should be") {
    CHECK(lot_kinds(lot_of("2026-07-01", 500)).empty());
    CHECK(lot_kinds(lot_of("2026-07-01", 430)) == "en_retard");
    CHECK(lot_alerts(lot_of("2026-07-01", 430), national(), date_of("2026-07-01"))[0].severity ==
          core::Severity::warning);
    CHECK(lot_alerts(lot_of("2026-07-01", 100), national(), date_of("2026-07-01"))[0].severity ==
          core::Severity::error);
    CHECK(lot_kinds(lot_of("2026-10-02", 790)) == "fin_proche");
    CHECK(lot_kinds(lot_of("2026-10-02", 800)).empty());
    CHECK(lot_kinds(lot_of("2026-12-15", 1'000)).empty());
    LotAlertFacts dropped = lot_of("2026-07-01", 0);
    dropped.execution.dropped = true;
    CHECK(lot_kinds(dropped).empty());
}

TEST_CASE("invoices that grew, and a plan that did not come") {
    LotAlertFacts f = lot_of("2026-07-01", 500);
    f.invoiced_due = Committed::whole(900);
    f.written_due = Committed::whole(900);
    CHECK(lot_kinds(f).empty());
    f.invoiced_due = Committed::whole(901);
    CHECK(lot_kinds(f) == "facture_sans_engagement");
    f = lot_of("2026-07-01", 500);
    f.has_plan = false;
    CHECK(lot_kinds(f).empty());
    f.preparation_from = date_of("2025-12-01");
    REQUIRE(lot_kinds(f) == "plan_manquant");
    CHECK(lot_alerts(f, national(), f.execution.on)[0].severity == core::Severity::error);
    f.execution.time.started_on.reset();
    CHECK(lot_alerts(f, national(), f.execution.on)[0].severity == core::Severity::warning);
}

TEST_CASE("alerts go from the most serious, then by the day to act by") {
    std::vector<ExecutionAlert> alerts(4);
    alerts[0] = {
        AlertKind::exit_missing, core::Severity::info, AlertSubject::placement, 1, {}, date_of("2026-01-01"), "a"};
    alerts[1] = {AlertKind::plan_missing, core::Severity::warning, AlertSubject::lot, 2, {}, {}, "b"};
    alerts[2] = {AlertKind::ending_soon, core::Severity::warning, AlertSubject::lot, 3, {}, date_of("2026-05-01"), "c"};
    alerts[3] = {AlertKind::statement_missing,
                 core::Severity::error,
                 AlertSubject::placement,
                 4,
                 {},
                 date_of("2027-01-01"),
                 "d"};
    sort_alerts(alerts);
    CHECK(alerts[0].sentence + alerts[1].sentence + alerts[2].sentence + alerts[3].sentence == "dcba");
    CHECK(reference_alerts(national(), date_of("2026-11-21")).empty());
    CHECK(reference_alerts(national(), date_of("2030-01-01")).size() ==
          national().list("", date_of("2030-01-01")).size());
    for (const AlertKind kind : all_alert_kinds) CHECK(alert_kind(code(kind)) == kind);
}
