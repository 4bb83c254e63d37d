// Placements: what they must hold, and what no longer changes once the eligibility is frozen.
#include "clausier/domain/placement.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/execution.hpp"

using namespace clausier;
using namespace clausier::domain;
using tests::codes_of;
using tests::date_of;
using tests::month_of;

namespace {

const PlacementFacts facts{date_of("2026-11-21"), date_of("2026-01-01")};

std::string fields_of(const std::vector<core::Issue>& issues) {
    std::string out;
    for (const core::Issue& issue : issues) out += (out.empty() ? "" : " ") + issue.where;
    return out;
}

}  // namespace

TEST_CASE("a placement that says who, how and when is kept without a remark") {
    CHECK(faults(tests::placement(), facts).empty());
    CHECK(warnings(tests::placement(), facts).empty());
}

TEST_CASE("every part that a placement lacks is named") {
    Placement p;
    CHECK(fields_of(faults(p, facts)) == "lot titulaire employeur personne modalite debut");
    p = tests::placement();
    p.ended_on = date_of("2025-12-31");
    p.hired_on = date_of("2025-12-31");
    p.job_code = "1703F";
    p.contract = "contrat_moral";
    p.people = 2;
    p.profile.sex = "autre";
    p.criteria.push_back({CriterionSource::iae, "licorne", "", {}, "", {}});
    CHECK(fields_of(faults(p, facts)) == "personnes contrat fin embauche rome sexe criteres.2.critere");
}

TEST_CASE("a modality asks for its kind of structure") {
    Placement p = tests::placement();
    p.modality = "secondment_etti";
    CHECK(codes_of(faults(p, facts)) == "modalite_structure");
    p.structure_kind = "ETTI";
    CHECK(faults(p, facts).empty());
    p.structure_kind = "GEIQ";
    CHECK(codes_of(faults(p, facts)) == "modalite_structure");
    p.structure_kind = "XYZ";
    CHECK(codes_of(faults(p, facts)) == "structure_inconnue modalite_structure");
}

TEST_CASE("hours taken over at a cut-off date need no person") {
    Placement p = tests::placement();
    p.participant.reset();
    CHECK(fields_of(faults(p, facts)) == "personne");
    p.taken_over_on = date_of("2026-06-30");
    p.people = 12;
    CHECK(faults(p, facts).empty());
    p.taken_over_on = date_of("2026-11-22");
    CHECK(codes_of(faults(p, facts)) == "date_future");
    p.taken_over_on = date_of("2025-11-22");
    CHECK(codes_of(faults(p, facts)) == "arrete_avant_debut");
}

TEST_CASE("the unusual is told and kept") {
    Placement p = tests::placement();
    p.criteria.clear();
    p.started_on = date_of("2025-12-15");
    CHECK(codes_of(warnings(p, facts)) == "avant_notification critere_absent");
    p = tests::placement();
    p.started_on = date_of("2028-01-01");
    p.structure_kind = "EITI";
    CHECK(codes_of(warnings(p, facts)) == "debut_lointain structure_hors_dates");
}

TEST_CASE("once the eligibility is frozen, what it was judged on stays; proofs may still come") {
    const Placement before = tests::placement();
    Placement after = before;
    after.ended_on = date_of("2026-09-30");
    after.job = "Peintre";
    after.criteria.front().proof_on = date_of("2025-12-20");
    CHECK(frozen_faults(before, after).empty());
    after.started_on = date_of("2026-02-01");
    after.criteria.front().criterion = "minimum_income";
    after.participant = Id<Participant>{7};
    CHECK(fields_of(frozen_faults(before, after)) == "debut personne criteres");
    Placement open = before;
    open.eligibility.reset();
    CHECK(frozen_faults(open, after).empty());
}

TEST_CASE("days of a month within a placement") {
    Placement p = tests::placement();
    CHECK(days_in(p, month_of("2025-12")) == 0);
    CHECK(days_in(p, month_of("2026-02")) == 28);
    CHECK(days_in(p, month_of("2026-06")) == 30);
    CHECK(days_in(p, month_of("2026-07")) == 0);
    p.started_on = date_of("2026-03-10");
    p.ended_on = date_of("2026-03-12");
    CHECK(days_in(p, month_of("2026-03")) == 3);
    p.ended_on.reset();
    CHECK(runs_in(p, month_of("2031-03")));
    CHECK_FALSE(runs_on(p, date_of("2026-03-09")));
}

TEST_CASE("age bands change on the birthday") {
    const core::Date born = date_of("2000-02-29");
    CHECK(age_band(born, date_of("2026-02-28")) == "under_26");
    CHECK(age_band(born, date_of("2026-03-01")) == "26_40");
    CHECK(age_band(born, date_of("2041-02-28")) == "26_40");
    CHECK(age_band(born, date_of("2041-03-01")) == "41_50");
    CHECK(age_band(born, date_of("2051-03-01")) == "over_50");
    for (const char* band : {"under_26", "26_40", "41_50", "over_50"}) CHECK(entry_value("age", band));
}

TEST_CASE("what is typed is tidied") {
    Placement p = tests::placement();
    p.job = "  peintre   en bâtiment ";
    p.job_code = " f1606 ";
    tidy(p);
    CHECK(p.job == "peintre en bâtiment");
    CHECK(p.job_code == "F1606");
}
