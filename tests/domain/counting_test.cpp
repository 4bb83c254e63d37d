// Which hours count on a lot, and why the others do not.
#include "clausier/domain/counting.hpp"

#include <catch2/catch_test_macros.hpp>
#include <random>

#include "support/cases.hpp"
#include "support/execution.hpp"

using namespace clausier;
using namespace clausier::domain;
using tests::date_of;

namespace {

const Reference& national() {
    static const Reference reference = Reference::national();
    return reference;
}

std::string value_after(const std::string& word) { return word.substr(word.find(':') + 1); }

Placement placement_of(std::string_view words) {
    Placement p = tests::placement();
    p.ended_on.reset();
    for (const std::string& word : tests::words_of(words)) {
        if (word == "encadrant") p.permanent_staff = true;
        if (word == "non_eligible") p.eligibility->eligible = false;
        if (word == "non_jugee") p.eligibility.reset();
        if (word == "cdi") p.contract = "cdi";
        if (word.starts_with("embauche:")) p.hired_on = date_of(value_after(word));
        if (word == "repris") {
            p.participant.reset();
            p.eligibility.reset();
            p.taken_over_on = date_of("2026-06-30");
        }
    }
    return p;
}

CountingRules rules_of(std::string_view words) {
    CountingRules rules;
    for (const std::string& word : tests::words_of(words)) {
        if (word == "payees") rules.paid_not_worked = true;
        if (word == "sans_formation") rules.training = false;
        if (word.starts_with("plafond:")) rules.months_after_hire = std::stoll(value_after(word));
    }
    return rules;
}

LotWindow window_of(std::string_view words) {
    LotWindow window;
    for (const std::string& word : tests::words_of(words)) {
        if (word == "reserve") window.reserved = true;
        if (word.starts_with("notifie:")) window.notified_on = date_of(value_after(word));
        if (word.starts_with("fin:")) window.ends_on = date_of(value_after(word));
    }
    return window;
}

}  // namespace

TEST_CASE("whether an hour counts, case by case") {
    for (const auto& c : tests::cases("execution/comptage.csv")) {
        INFO(c.at("mois") << " " << c.at("nature") << " : " << c.at("source"));
        const StatementLine line{hour_nature(c.at("nature")).value(), core::Hours::whole(10)};
        const CountedLine found = count_line(line, tests::month_of(c.at("mois")), placement_of(c.at("mise")),
                                             window_of(c.at("lot")), rules_of(c.at("regles")), national());
        CHECK(found.code == c.at("verdict"));
        CHECK_FALSE(found.sentence.empty());
        CHECK((found.verdict == CountVerdict::counts) == (found.code == "compte"));
        CHECK((found.verdict == CountVerdict::apart) == (found.code == "reserve"));
    }
}

TEST_CASE("an hour is never counted twice: what counts, apart and not at all sum to what is declared") {
    std::mt19937 random(11);
    for (int round = 0; round < 500; ++round) {
        HoursStatement s = tests::statement_of("2026-03", "");
        for (const HourNature nature : all_hour_natures)
            s.lines.push_back({nature, core::Hours::of(static_cast<std::int64_t>(random() % 20'000))});
        CountingRules rules;
        rules.worked = random() % 2 == 0;
        rules.training = random() % 2 == 0;
        rules.paid_not_worked = random() % 2 == 0;
        LotWindow window;
        window.reserved = random() % 2 == 0;
        Placement p = tests::placement();
        p.permanent_staff = random() % 8 == 0;
        const CountedHours found = count_hours(s, p, window, rules, national());
        CHECK(found.counting + found.apart + found.not_counting == s.total());
        CHECK(found.lines.size() == s.lines.size());
        if (window.reserved) CHECK(found.counting == core::Hours());
        if (!window.reserved) CHECK(found.apart == core::Hours());
    }
}

TEST_CASE("a reverse entry is counted as what it takes back, so that both leave nothing") {
    HoursStatement s = tests::statement_of("2026-03", "travaillees:140 payees:7");
    s.state = StatementState::validated;
    const CountedHours one = count_hours(s, tests::placement(), {}, {}, national());
    const CountedHours other = count_hours(reverse_of(s, "erreur"), tests::placement(), {}, {}, national());
    CHECK(one.counting == core::Hours::whole(140));
    CHECK(one.counting + other.counting == core::Hours());
    CHECK(one.not_counting + other.not_counting == core::Hours());
}

TEST_CASE("rules of a market count at least one nature") {
    CHECK(faults(CountingRules{}).empty());
    CountingRules rules;
    rules.worked = rules.training = false;
    rules.months_after_hire = -1;
    rules.penalty_per_hour = core::Euros::of(-1);
    rules.publics.publics = {"licornes"};
    CHECK(tests::codes_of(faults(rules)) == "aucune_nature negatif negatif public_inconnu");
    CHECK_FALSE(counting_ends_on(tests::placement(), {}, national()));
}
