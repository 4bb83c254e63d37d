// What each indicator counts, each case a row of tests/cases/spaser/indicateurs.csv, and the rates of a set.
#include "clausier/domain/indicator.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "clausier/core/text.hpp"
#include "support/cases.hpp"

using namespace clausier;
using domain::Contract;
using domain::ContractStandings;
using domain::IndicatorOptions;
using domain::IndicatorTally;
using domain::IndicatorValue;

namespace {

namespace flag = domain::contract_flag;

domain::Standing standing(std::string_view words) {
    domain::Standing out;
    const auto parts = core::split(words, ':');
    out.family = parts.front();
    for (const std::string_view word : parts) {
        out.approved = out.approved || word == "convention";
        out.deemed = out.deemed || word == "reputee";
        out.esus = out.esus || word == "esus";
        out.ess = out.ess || (word == "ess" && parts.size() > 1);
    }
    return out;
}

struct Made {
    Contract contract;
    ContractStandings standings;
    IndicatorOptions options;
};

void add_suppliers(Made& made, const tests::Case& c) {
    for (const std::string_view word : core::split(c.at("titulaires"), ' ')) {
        ++made.contract.holders;
        made.contract.flags |= flag::holder_siret;
        if (word == "1" || word == "autre") continue;
        made.standings.holders.push_back(standing(word));
        made.standings.structures.push_back(made.contract.holders);
    }
    if (c.at("sous_traitants").empty()) return;
    const auto parts = core::split(c.at("sous_traitants"), ':');
    std::optional<core::Euros> amount;
    if (parts.size() > 2) amount = core::parse_euros(parts[2]).value();
    made.standings.subcontractors.emplace_back(standing(c.at("sous_traitants")), amount);
    made.standings.structures.push_back(99);
}

Made made_of(const tests::Case& c, const domain::Reference& reference) {
    domain::Market market;
    domain::Lot lot;
    lot.notified_on = core::parse_iso_date("2026-03-01").value();
    if (!c.at("social").empty()) lot.considerations = c.at("social");
    if (!c.at("environnement").empty()) lot.environmental = c.at("environnement");
    if (!c.at("montant").empty()) lot.amount = core::parse_euros(c.at("montant")).value();
    const auto clauses = domain::parse_lot_clauses(c.at("detail")).value();
    Made made;
    made.contract = domain::contract_of(market, lot, domain::OrganisationKind::public_body, clauses, reference);
    add_suppliers(made, c);
    if (c.at("option") == "part") made.options.share = domain::ShareRule::per_holder;
    if (c.at("option") == "aujourdhui") made.options.approval = domain::ApprovalRule::today;
    if (c.at("option") == "sous_traitants") made.options.subcontractors = true;
    return made;
}

const IndicatorValue& find(const std::vector<IndicatorValue>& values, std::string_view code) {
    const auto found = std::find_if(values.begin(), values.end(), [&](const auto& v) { return v.code == code; });
    REQUIRE(found != values.end());
    return *found;
}

Contract contract(unsigned social, std::int64_t euros, unsigned flags = 0) {
    Contract out;
    out.year = 2026;
    out.social = social;
    out.flags = flags;
    if (euros > 0) out.amount = out.amended = core::Euros::whole(euros);
    return out;
}

}  // namespace

TEST_CASE("a contract counts in an indicator, or does not") {
    const domain::Reference reference = domain::Reference::national();
    for (const tests::Case& c : tests::cases("spaser/indicateurs.csv")) {
        INFO(c.at("cas"));
        const Made made = made_of(c, reference);
        const std::string& code = c.at("indicateur");
        const bool wanted = c.at("compte") == "oui";
        CHECK(domain::counts_in(code, made.contract, made.standings, made.options) == wanted);
        CHECK(domain::filled_for(code, made.contract) == (c.at("renseignes") == "1"));
        IndicatorTally tally(made.options);
        tally.add(made.contract, made.standings);
        const auto values = tally.values();
        const IndicatorValue& value = find(values, code);
        CHECK(value.part.contracts == (wanted ? 1 : 0));
        CHECK(value.part.amount == core::parse_euros(c.at("euros")).value());
        CHECK(value.filled.contracts == std::stoll(c.at("renseignes")));
        CHECK(value.structures == std::stoll(c.at("structures")));
        CHECK(value.all.contracts == 1);
    }
}

TEST_CASE("not filled in is never none: three rates, each with its denominator") {
    IndicatorTally tally({});
    tally.add(contract(domain::consideration::clause, 100), {});
    tally.add(contract(domain::consideration::none, 300), {});
    tally.add(contract(0, 600), {});
    tally.add(contract(domain::consideration::clause, 0, flag::aberrant), {});
    tally.add(contract(domain::consideration::clause, 50, flag::private_buyer), {});
    const auto values = tally.values();
    const IndicatorValue& s1 = find(values, "S1");
    CHECK(s1.rate_on_all() == core::Rate::of(5000));
    CHECK(s1.rate_on_filled() == core::Rate::of(6667));
    CHECK(s1.fill_rate() == core::Rate::of(7500));
    CHECK(s1.amount_rate_on_all() == core::Rate::of(1000));
    CHECK(s1.amount_rate_on_filled() == core::Rate::of(2500));
    CHECK(s1.part.without_amount == 1);
    CHECK(tally.all().contracts == 4);
    CHECK(tally.aberrant().contracts == 1);
    CHECK(tally.excluded().at("prive").amount == core::Euros::whole(50));
}

TEST_CASE("without a contract there is no rate") {
    const IndicatorTally tally({});
    const auto values = tally.values();
    CHECK_FALSE(find(values, "S1").rate_on_all());
    CHECK_FALSE(find(values, "P3").value);
    CHECK(find(values, "I1").unavailable == "aucune exécution n’est encore suivie ici");
}

TEST_CASE("the mean of offers is of the contracts that say them") {
    IndicatorTally tally({});
    for (const std::int64_t offers : {1, 4}) {
        Contract one = contract(0, 10);
        one.offers = offers;
        tally.add(one, {});
    }
    tally.add(contract(0, 10), {});
    const auto values = tally.values();
    CHECK(find(values, "P3").value == core::Fraction(5, 2));
    CHECK(find(values, "P3").filled.contracts == 2);
}

TEST_CASE("the mandatory condition: subject contracts alone, what is missing is to check and never a fault") {
    IndicatorTally tally({});
    tally.add(contract(domain::consideration::clause, 10, flag::condition_required), {});
    tally.add(contract(domain::consideration::none, 10, flag::condition_required | flag::condition_excepted), {});
    tally.add(contract(0, 10, flag::condition_to_check), {});
    const auto values = tally.values();
    const IndicatorValue& s9 = find(values, "S9");
    CHECK(s9.all.contracts == 2);
    CHECK(s9.part.contracts == 1);
    CHECK(s9.note.find("1\u00a0dérogation motivée") != std::string::npos);
    CHECK(s9.note.find("1\u00a0contrat à vérifier") != std::string::npos);
    IndicatorTally unknown({});
    unknown.add(contract(0, 10, flag::condition_to_check), {});
    const auto others = unknown.values();
    CHECK(find(others, "S9").unavailable.find("à vérifier") == 0);
}

TEST_CASE("amounts after modifications are an option, which the official definitions do not follow") {
    IndicatorOptions options;
    options.amount = domain::AmountRule::amended;
    IndicatorTally tally(options);
    Contract one = contract(domain::consideration::clause, 100);
    one.amended = core::Euros::whole(150);
    tally.add(one, {});
    const auto values = tally.values();
    CHECK(find(values, "S1").part.amount == core::Euros::whole(150));
    CHECK(find(values, "O1").part.amount == core::Euros::whole(100));
    CHECK(find(values, "O1").all.amount == core::Euros::whole(100));
}

TEST_CASE("every indicator of contracts has its rule, and codes are found whatever the case") {
    for (const domain::IndicatorInfo& info : domain::indicators()) {
        INFO(info.code);
        CHECK(domain::indicator_info(info.code) == &info);
    }
    CHECK(domain::indicator_info("s1") == &domain::indicators().front());
    CHECK(domain::indicator_info("Z9") == nullptr);
}

TEST_CASE("dimensions are found by their code, and their values are read in French") {
    using domain::Dimension;
    for (int i = 0; i <= static_cast<int>(Dimension::environmental); ++i)
        CHECK(domain::dimension(domain::code(static_cast<Dimension>(i))) == static_cast<Dimension>(i));
    CHECK_FALSE(domain::dimension("canton"));
    CHECK(domain::value_label(Dimension::social, "clause_critere") == "Clause et critère");
    CHECK(domain::value_label(Dimension::social, "non_renseignee") == "Non renseignée");
    CHECK(domain::value_label(Dimension::sector, "travaux") == "Travaux");
    CHECK(domain::value_label(Dimension::department, "57") == "57\u00a0Moselle");
    CHECK(domain::value_label(Dimension::year, "") == "Non renseigné");
}

TEST_CASE("contracts are listed and crossed for the indicators that count them among all") {
    CHECK(domain::counts_contracts(*domain::indicator_info("S1")));
    for (const char* code : {"S9", "I1", "E4"}) CHECK_FALSE(domain::counts_contracts(*domain::indicator_info(code)));
}
