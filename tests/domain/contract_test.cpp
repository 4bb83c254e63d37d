// What a lot becomes for indicators, each case a row of tests/cases/spaser/contrats.csv.
#include "clausier/domain/contract.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/core/text.hpp"
#include "clausier/domain/code_lists.hpp"
#include "clausier/domain/indicator.hpp"
#include "support/cases.hpp"

using namespace clausier;
using domain::Dimension;

namespace {

std::optional<std::string> maybe(const std::string& text) { return text.empty() ? std::nullopt : std::optional(text); }

std::optional<core::Euros> amount(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(core::parse_euros(text).value());
}

std::string text(const std::optional<core::Euros>& value) {
    return value ? std::to_string(value->parts() / core::Euros::scale) : "";
}

domain::Contract contract_of(const tests::Case& c, const domain::Reference& reference) {
    domain::Market market;
    market.nature = c.at("nature");
    market.considerations = maybe(c.at("marche"));
    market.place_code = "57000";
    market.place_type = "Code postal";
    domain::Lot lot;
    lot.section = c.at("section");
    lot.cpv = c.at("cpv");
    lot.amount = amount(c.at("montant"));
    if (!c.at("date").empty()) lot.notified_on = core::parse_iso_date(c.at("date")).value();
    lot.considerations = maybe(c.at("lot"));
    lot.environmental = maybe(c.at("environnement"));
    lot.essential.techniques = c.at("techniques");
    lot.essential.execution_modes = c.at("modes");
    lot.essential.framework_reference = c.at("accord_cadre");
    if (const auto amended = amount(c.at("modifie"))) {
        domain::Modification one;
        one.number = "1";
        one.notified_on = core::parse_iso_date("2026-09-01").value();
        one.amount = amended;
        lot.essential.modifications = domain::canonical(std::vector{one});
    }
    const auto clauses = domain::parse_lot_clauses(c.at("detail")).value();
    const auto buyer = domain::organisation_kind(c.at("acheteur"));
    REQUIRE(buyer);
    return domain::contract_of(market, lot, *buyer, clauses, reference);
}

}  // namespace

TEST_CASE("a lot becomes the contract that indicators count") {
    const domain::Reference reference = domain::Reference::national();
    for (const tests::Case& c : tests::cases("spaser/contrats.csv")) {
        INFO(c.at("cas"));
        const domain::Contract contract = contract_of(c, reference);
        CHECK(domain::value_of(contract, Dimension::sector) == c.at("secteur"));
        CHECK(domain::value_of(contract, Dimension::band) == c.at("tranche"));
        CHECK(domain::value_of(contract, Dimension::social) == c.at("social"));
        CHECK(domain::value_of(contract, Dimension::environmental) == c.at("env"));
        CHECK(domain::exclusion(contract, {}) == c.at("exclu"));
        CHECK(text(contract.amount) == c.at("compte"));
        CHECK(text(contract.amended) == c.at("apres"));
        CHECK(contract.department == "57");
    }
}

TEST_CASE("a market of insertion and qualification counts by the words of the setting") {
    const domain::Reference reference = domain::Reference::national();
    const domain::Market market;
    const domain::Lot lot;
    const auto clauses = domain::parse_lot_clauses("insertion_services").value();
    const auto social = [&](const std::string& words) {
        return domain::ContractRules(reference, words)
            .contract({market, lot, domain::OrganisationKind::public_body, clauses})
            .social;
    };
    CHECK(social("") == domain::consideration::clause);
    CHECK(social("Marché réservé") == domain::consideration::reserved);
}

TEST_CASE("options bring concessions in, or count call-offs instead of their frameworks") {
    domain::Contract contract;
    contract.year = 2026;
    domain::IndicatorOptions options;
    contract.flags = domain::contract_flag::concession;
    CHECK(domain::exclusion(contract, options) == "concession");
    options.concessions = true;
    CHECK(domain::exclusion(contract, options).empty());
    options.framework = domain::FrameworkRule::call_offs;
    contract.flags = domain::contract_flag::framework;
    CHECK(domain::exclusion(contract, options) == "accord_cadre");
    contract.flags = domain::contract_flag::call_off;
    CHECK(domain::exclusion(contract, options).empty());
    options.framework = domain::FrameworkRule::both;
    contract.flags = domain::contract_flag::framework;
    CHECK(domain::exclusion(contract, options).empty());
}

TEST_CASE("whom a contract is worked on by: holders and subcontractors known by SIRET") {
    domain::Lot lot;
    lot.id = {7};
    lot.holders = {{{1}, {"SIRET", "99900001000019"}, "Bâtisseurs"}, {{2}, {"TVA", "FR00999000010"}, "Autre"}};
    domain::Subcontract sub;
    sub.number = "1";
    sub.subcontractor = {"SIRET", "99900002000018"};
    sub.amount = core::Euros::whole(500);
    lot.essential.subcontracts = domain::canonical(std::vector{sub});
    const auto suppliers = domain::suppliers_of(lot);
    REQUIRE(suppliers.size() == 2);
    CHECK(suppliers[0].siret == "99900001000019");
    CHECK_FALSE(suppliers[0].subcontractor);
    CHECK(suppliers[1].siret == "99900002000018");
    CHECK(suppliers[1].subcontractor);
    CHECK(suppliers[1].amount == core::Euros::whole(500));
}

TEST_CASE("every kind of clause but silence has a bit of its own") {
    std::uint64_t seen = 0;
    for (const domain::ClauseKind& kind : domain::CodeLists::embedded().clause_kinds) {
        const std::uint64_t bit = domain::clause_bit(kind.code);
        CHECK((seen & bit) == 0);
        CHECK((bit == 0) == (kind.code == "not_filled"));
        seen |= bit;
    }
    CHECK(domain::clause_bit("inconnu") == 0);
}
