// What a dossier, its lots and its scenarios must be: every fault at once, each on its field.
#include <catch2/catch_test_macros.hpp>

#include "clausier/domain/enquiry.hpp"
#include "support/enquiry_sheet.hpp"

using namespace clausier;
using namespace clausier::domain;

namespace {

std::string fields(const std::vector<core::Issue>& issues) {
    std::string out;
    for (const core::Issue& issue : issues) out += (out.empty() ? "" : " ") + issue.where;
    return out;
}

}  // namespace

TEST_CASE("a dossier is kept when it says who buys what, and its codes are of the lists") {
    Enquiry e = tests::painting().enquiry;
    CHECK(faults(e).empty());
    e.purchase.department = "2A";
    e.publics = {"minimum_income", "qpv_resident"};
    e.modalities = {"cdd"};
    CHECK(faults(e).empty());
    e.buyer = {};
    e.purchase.object = "\t";
    e.purchase.cpv = "4521";
    e.purchase.duration_months = -1;
    e.purchase.estimated_need = core::Euros::of(0);
    e.purchase.department = "99";
    e.purchase.insertion.structures = -2;
    e.publics = {"rsa"};
    e.modalities = {"cdd", "stage"};
    CHECK(fields(faults(e)) == "acheteur objet cpv duree_mois besoin_estime departement siae publics modalites");
}

TEST_CASE("lots have numbers of their own, a title or a number, and a trade that is known") {
    auto lots = tests::painting().lots;
    lots.push_back(lots.front());
    lots.push_back({});
    lots[2].estimate = core::Euros::whole(-1);
    lots[2].cpv = "abc";
    lots[2].trade = "astrologie";
    CHECK(fields(faults(lots)) == "lots.2.lot lots.3.intitule lots.3.cpv lots.3.montant lots.3.metier");
}

TEST_CASE("a scenario has a name, possible figures, and clauses of the list on lots of the dossier") {
    const auto lots = tests::painting().lots;
    Scenario s = tests::scenario(1, "5 %", "insertion");
    CHECK(faults(s, lots).empty());
    s.lots.front().clause_kind = "";
    CHECK(faults(s, lots).empty());
    s.name = "";
    s.hypotheses.effort = core::Rate::of(10'001);
    s.lots.front().clause_kind = "not_filled";
    s.lots.front().hours = core::Hours::of(0);
    s.lots.push_back(s.lots.front());
    s.lots.push_back({});
    s.lots.back().lot = {7};
    CHECK(fields(faults(s, lots)) == "nom taux lots.1.clause lots.1.heures lots lots");
}

TEST_CASE("a day does not come before the one it follows") {
    Enquiry e = tests::painting().enquiry;
    e.publication_due_on = e.requested_on;
    e.purchase.consultation_on = tests::day("2026-12-01");
    e.answers_due_on = tests::day("2026-12-01");
    CHECK(faults(e).empty());
    e.answers_due_on = tests::day("2026-11-30");
    CHECK(fields(faults(e)) == "date_reponses");
    e.purchase.consultation_on.reset();
    e.publication_due_on = tests::day("2026-11-01");
    CHECK(fields(faults(e)) == "date_publication");
    e.publication_due_on = tests::day("2027-01-01");
    CHECK(fields(faults(e)) == "date_reponses");
}
