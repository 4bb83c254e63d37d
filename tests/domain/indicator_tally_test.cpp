// A set of contracts summed: each counted once or left out for one reason, nothing dropped.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "clausier/domain/indicator.hpp"

using namespace clausier;
using domain::Contract;
using domain::FrameworkRule;
using domain::IndicatorOptions;
using domain::IndicatorTally;
using domain::IndicatorValue;

namespace {

namespace flag = domain::contract_flag;

Contract contract(unsigned flags = 0, std::int64_t euros = 10) {
    Contract out;
    out.year = 2026;
    out.flags = flags;
    out.amount = out.amended = core::Euros::whole(euros);
    return out;
}

IndicatorValue of(const IndicatorTally& tally, std::string_view code) {
    const auto values = tally.values();
    const auto found = std::find_if(values.begin(), values.end(), [&](const auto& one) { return one.code == code; });
    REQUIRE(found != values.end());
    return *found;
}

}  // namespace

TEST_CASE("a contract is left out for one reason, in this order, or counted") {
    const IndicatorOptions usual;
    CHECK(domain::exclusion(contract(), usual).empty());
    CHECK(domain::exclusion(contract(flag::private_buyer | flag::concession), usual) == "prive");
    Contract undated = contract(flag::concession);
    undated.year = 0;
    CHECK(domain::exclusion(undated, usual) == "annee_inconnue");
    CHECK(domain::exclusion(contract(flag::concession), usual) == "concession");
    CHECK(domain::exclusion(contract(flag::call_off), usual) == "marche_subsequent");
    CHECK(domain::exclusion(contract(flag::framework), usual).empty());
}

TEST_CASE("frameworks or their call-offs, never the same purchase twice unless both are asked for") {
    IndicatorOptions options;
    options.framework = FrameworkRule::call_offs;
    CHECK(domain::exclusion(contract(flag::framework), options) == "accord_cadre");
    CHECK(domain::exclusion(contract(flag::call_off), options).empty());
    options.framework = FrameworkRule::both;
    CHECK(domain::exclusion(contract(flag::framework), options).empty());
    CHECK(domain::exclusion(contract(flag::call_off), options).empty());
    options.concessions = true;
    CHECK(domain::exclusion(contract(flag::concession), options).empty());
}

TEST_CASE("what comes in is what is counted and what is left out") {
    IndicatorTally tally({});
    std::int64_t put_in = 0;
    for (const unsigned flags : {0U, flag::aberrant, flag::concession, flag::call_off, flag::private_buyer, 0U}) {
        tally.add(contract(flags), {});
        ++put_in;
    }
    std::int64_t out = 0;
    for (const auto& [why, counted] : tally.excluded()) out += counted.contracts;
    CHECK(out == 3);
    CHECK(tally.all().contracts + out == put_in);
    CHECK(tally.aberrant().contracts == 1);
}

TEST_CASE("every indicator has a value in the order of the list; those that are not of contracts say why not") {
    IndicatorTally tally({});
    tally.add(contract(), {});
    const auto values = tally.values();
    REQUIRE(values.size() == domain::indicators().size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        INFO(values[i].code);
        CHECK(values[i].code == domain::indicators()[i].code);
        if (domain::indicators()[i].family == "execution") CHECK_FALSE(values[i].unavailable.empty());
    }
    CHECK(of(tally, "E4").unavailable.find("réemployés") != std::string::npos);
    CHECK(of(tally, "S1").unavailable.empty());
}

TEST_CASE("contracts summed together are those that each rule takes one by one, alike or not") {
    constexpr unsigned any_flag = (1U << 19U) - 1U;
    const IndicatorOptions options;
    IndicatorTally tally(options);
    std::vector<Contract> counted;
    for (unsigned i = 0; i < 3000; ++i) {
        Contract one = contract((i * 2'654'435'761U >> 7U) & any_flag, i % 97);
        one.social = i % 16;
        one.environmental = i / 16 % 16;
        one.kinds = i % 4 == 0 ? std::uint64_t{1} << (i % 20) : 0;
        if (i % 3 != 0) one.offers = i % 9;
        if (i % 11 == 0) one.amount.reset();
        for (int twice = 0; twice < 2; ++twice) {
            tally.add(one, {});
            if (domain::exclusion(one, options).empty()) counted.push_back(one);
        }
    }
    REQUIRE(counted.size() > 500);
    for (const IndicatorValue& value : tally.values()) {
        domain::Counted part;
        domain::Counted filled;
        for (const Contract& one : counted) {
            if (domain::counts_in(value.code, one, {}, options))
                part.add(domain::amount_in(value.code, one, {}, options));
            if (domain::filled_for(value.code, one)) filled.add(one.amount);
        }
        INFO(value.code);
        CHECK(value.part == part);
        CHECK(value.filled == filled);
    }
}

TEST_CASE("a structure that works on several contracts is one structure") {
    domain::Standing siae;
    siae.family = "insertion";
    siae.approved = true;
    IndicatorTally tally({});
    for (const std::int64_t structure : {4, 4, 9}) tally.add(contract(flag::holder_siret), {{siae}, {}, {structure}});
    CHECK(of(tally, "S6").part.contracts == 3);
    CHECK(of(tally, "S6").structures == 2);
    CHECK(of(tally, "S7").structures == 0);
}

TEST_CASE("no contract subject to the condition: nothing to check is said, and what is to check is told apart") {
    IndicatorTally none({});
    none.add(contract(), {});
    CHECK(of(none, "S9").unavailable == "aucun contrat n’est soumis à la condition sociale obligatoire");
    IndicatorTally two({});
    for (int i = 0; i < 2; ++i) two.add(contract(flag::condition_to_check), {});
    CHECK(of(two, "S9").unavailable.starts_with("à vérifier"));
    CHECK(of(two, "S9").note.starts_with("2\u00a0contrats à vérifier"));
    CHECK(of(two, "S9").all.contracts == 0);
}
