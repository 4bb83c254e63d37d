// Who a clause is for, judged on the day of the entry.
#include "clausier/domain/eligibility.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/domain/code_lists.hpp"
#include "support/cases.hpp"
#include "support/execution.hpp"

using namespace clausier;
using namespace clausier::domain;
using tests::date_of;

namespace {

// "iae/rsa@2026-02-01": source, criterion, day of the proof; seen when it has one.
CriterionProof proof_of(std::string_view text) {
    const auto slash = text.find('/');
    const auto at = text.find('@');
    CriterionProof proof;
    proof.source = criterion_source(text.substr(0, slash)).value();
    proof.criterion = std::string(text.substr(slash + 1, at == std::string_view::npos ? at : at - slash - 1));
    if (at == std::string_view::npos) return proof;
    proof.proof_on = date_of(text.substr(at + 1));
    proof.proof = "justificatif";
    proof.checked_by = "compte/3";
    return proof;
}

const Reference& national() {
    static const Reference reference = Reference::national();
    return reference;
}

}  // namespace

TEST_CASE("eligibility, case by case") {
    for (const auto& c : tests::cases("execution/eligibilite.csv")) {
        INFO(c.at("criteres") << ", " << c.at("structure") << " : " << c.at("source"));
        EligibilityQuestion question;
        question.entry = date_of(c.at("entree"));
        question.structure_kind = c.at("structure");
        question.rule.publics = tests::words_of(c.at("publics"));
        question.rule.iae = c.at("sans_iae") != "oui";
        for (const std::string& word : tests::words_of(c.at("criteres"))) question.criteria.push_back(proof_of(word));
        const EligibilityAnswer answer = judge(question, national());
        CHECK(answer.eligibility.eligible == (c.at("eligible") == "oui"));
        CHECK(answer.eligibility.judged_for == question.entry);
        CHECK_FALSE(answer.eligibility.because.empty());
        CHECK(tests::codes_of(answer.remarks) == c.at("remarques"));
    }
}

TEST_CASE("a proof that nobody has seen is told, and every criterion of the lists has an age that is known") {
    CriterionProof proof = proof_of("marche/qpv_resident@2026-02-01");
    proof.checked_by.clear();
    const auto answer = judge({date_of("2026-03-01"), "", {proof}, {}}, national());
    CHECK(tests::codes_of(answer.remarks) == "preuve_non_vue");
    CHECK(answer.remarks.front().text.find("personne n’a vu la preuve") != std::string::npos);
    const auto known = [](const std::string& age) {
        return age.empty() || national().count("proof_age." + age, date_of("2026-03-01")).value > 0;
    };
    for (const EligibilityCriterion& one : CodeLists::embedded().eligibility_criteria) CHECK(known(one.proof_age));
    for (const Public& one : CodeLists::embedded().publics) CHECK(known(one.proof_age));
}

TEST_CASE("how long a proof is recent enough comes from the reference, then from the list") {
    CHECK(proof_valid_until(proof_of("iae/rsa@2026-01-31"), national()) == date_of("2026-04-30"));
    CHECK(proof_valid_until(proof_of("marche/court_supervision@2026-01-31"), national()) == date_of("2026-07-31"));
    CHECK(proof_valid_until(proof_of("iae/homeless@2026-01-31"), national()) == date_of("2026-04-30"));
    CHECK_FALSE(proof_valid_until(proof_of("iae/disabled_worker@2026-01-31"), national()));
    CHECK_FALSE(proof_valid_until(proof_of("marche/qpv_resident"), national()));
    auto local = Reference::national();
    ReferenceValue value = national().value("proof_age.benefit", date_of("2026-01-01"));
    value.parts = 1;
    value.citation.layer = Layer::local;
    local.add_layer({value});
    CHECK(proof_valid_until(proof_of("iae/rsa@2026-01-31"), local) == date_of("2026-02-28"));
}

TEST_CASE("a criterion is one of a list, proved before today") {
    const core::Date today = date_of("2026-11-21");
    CHECK(faults(proof_of("iae/rsa@2026-11-21"), today).empty());
    CHECK(tests::codes_of(faults(proof_of("iae/rsa@2026-11-22"), today)) == "date_future");
    CHECK(tests::codes_of(faults(proof_of("marche/rsa@2026-11-21"), today)) == "critere_inconnu");
    CHECK(criterion_label(proof_of("iae/rsa")) == "Bénéficiaire du RSA");
    CHECK(criterion_label(proof_of("marche/inconnu")) == "inconnu");
}
