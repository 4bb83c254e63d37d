// Statements: the way they go, what they cannot say, and how one is taken back.
#include "clausier/domain/hours_statement.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "support/cases.hpp"
#include "support/execution.hpp"
#include "support/refusal.hpp"

using namespace clausier;
using namespace clausier::domain;
using S = StatementState;
using A = StatementActor;
using tests::date_of;
using tests::statement_of;

namespace {

const Reference& national() {
    static const Reference reference = Reference::national();
    return reference;
}

core::ErrorKind refused(S from, S to, A actor, std::string_view reason = "motif") {
    HoursStatement s = statement_of("2026-03", "travaillees:100");
    s.state = from;
    return tests::refusal([&] { require_passage(s, to, actor, reason); }).kind();
}

std::string value_after(const std::string& word) { return word.substr(word.find(':') + 1); }

}  // namespace

TEST_CASE("what a statement cannot say and what is unusual, case by case") {
    for (const auto& c : tests::cases("execution/releves.csv")) {
        INFO(c.at("mois") << " " << c.at("heures") << " : " << c.at("source"));
        HoursStatement s = statement_of(c.at("mois"), c.at("heures"));
        Placement p = tests::placement();
        StatementFacts facts;
        facts.today = date_of("2026-11-21");
        if (!c.at("mise").empty()) p.ended_on = date_of(value_after(c.at("mise")));
        for (const std::string& word : tests::words_of(c.at("faits"))) {
            if (word == "raison") s.unusual_reason = "chantier de nuit";
            if (word == "inverse") s.reverse_of = Id<HoursStatement>{9};
            if (word == "repris") facts.taken_back = true;
            if (word.starts_with("autres:")) facts.other_hours = tests::hours_in(value_after(word));
            if (word.starts_with("ailleurs:")) facts.elsewhere = tests::hours_in(value_after(word));
            if (word.starts_with("dernier:")) facts.last_month = tests::hours_in(value_after(word));
            if (word.starts_with("atteste:")) facts.certified_until = date_of(value_after(word));
        }
        CHECK(tests::codes_of(faults(s, p, facts)) == c.at("refus"));
        CHECK(tests::codes_of(warnings(s, p, facts, national())) == c.at("avertissements"));
    }
}

TEST_CASE("a refusal says the figure, the month and what to do") {
    const auto issues = faults(statement_of("2026-02", "travaillees:700"), tests::placement(),
                               {date_of("2026-11-21"), {}, false, {}, {}, {}});
    REQUIRE(issues.size() == 1);
    CHECK(issues[0].sentence() ==
          "heures : 700\u00a0h dépassent les 672\u00a0h que compte la mise en œuvre en février 2026 ; corrigez-les");
}

TEST_CASE("cumulated hours taken over are not judged by the month") {
    HoursStatement s = statement_of("2026-06", "travaillees:12000");
    s.taken_over = true;
    const StatementFacts facts{date_of("2026-11-21"), {}, false, {}, {}, {}};
    CHECK(faults(s, tests::placement(), facts).empty());
    CHECK(warnings(s, tests::placement(), facts, national()).empty());
}

TEST_CASE("who may take which step") {
    CHECK(next_states(S::entered, A::performer) == std::vector{S::sent});
    CHECK(next_states(S::sent, A::performer) == std::vector{S::entered});
    CHECK(next_states(S::sent, A::facilitator) == std::vector{S::checked, S::validated, S::to_correct, S::rejected});
    CHECK(next_states(S::validated, A::performer).empty());
    CHECK(next_states(S::rejected, A::facilitator).empty());
    CHECK(refused(S::sent, S::validated, A::performer) == core::ErrorKind::forbidden);
    CHECK(refused(S::entered, S::validated, A::facilitator) == core::ErrorKind::conflict);
    CHECK(refused(S::validated, S::rejected, A::facilitator) == core::ErrorKind::conflict);
    CHECK(refused(S::sent, S::rejected, A::facilitator, "  ") == core::ErrorKind::invalid);
}

TEST_CASE("the table is the whole rule: every passage that it does not hold is refused") {
    for (const S from : all_statement_states)
        for (const S to : all_statement_states)
            for (const A actor : {A::performer, A::facilitator}) {
                HoursStatement s = statement_of("2026-03", "travaillees:100");
                s.state = from;
                const auto next = next_states(from, actor);
                if (std::find(next.begin(), next.end(), to) != next.end())
                    CHECK_NOTHROW(require_passage(s, to, actor, "motif"));
                else
                    CHECK_THROWS_AS(require_passage(s, to, actor, "motif"), core::Error);
                s.certificate = Id<Certificate>{1};
                CHECK_THROWS_AS(require_passage(s, to, actor, "motif"), core::Error);
                CHECK_FALSE(writable(s));
            }
}

TEST_CASE("what each state counts as: validated never exceeds declared, a rejected one counts nowhere") {
    for (const bool reverse : {false, true})
        for (const S state : all_statement_states) {
            if (state == S::validated) CHECK(is_declared(state, reverse));
            if (is_pending(state, reverse)) CHECK((is_declared(state, reverse) && state != S::validated));
            if (reverse) CHECK(is_declared(state, true) == (state == S::validated));
        }
    CHECK_FALSE(is_declared(S::rejected));
}

TEST_CASE("a reverse entry takes a validated statement back, exactly") {
    HoursStatement s = statement_of("2026-03", "travaillees:140.25 formation:7");
    s.state = S::validated;
    s.certificate = Id<Certificate>{1};
    const HoursStatement reverse = reverse_of(s, " heures d’une autre personne ");
    CHECK(reverse.reverse_of == s.id);
    CHECK(reverse.month == s.month);
    CHECK(reverse.note == "heures d’une autre personne");
    CHECK(reverse.state == S::entered);
    for (const HourNature nature : all_hour_natures) CHECK(reverse.hours(nature) + s.hours(nature) == core::Hours());
    CHECK(tests::refusal([&] { reverse_of(reverse, "encore"); }).kind() == core::ErrorKind::conflict);
    CHECK(tests::refusal([&] { reverse_of(s, " "); }).kind() == core::ErrorKind::invalid);
    s.state = S::sent;
    CHECK(tests::refusal([&] { reverse_of(s, "motif"); }).kind() == core::ErrorKind::conflict);
}
