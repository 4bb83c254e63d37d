// Where markets stand towards the mandatory condition, case by case: what is missing is never held against the buyer.
#include "clausier/domain/market_condition.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/core/text.hpp"
#include "clausier/domain/contract.hpp"
#include "support/cases.hpp"

using namespace clausier::domain;
using namespace clausier::core;

namespace {

const Date day = parse_iso_date("2026-11-21").value();

std::optional<Date> date_of(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(parse_iso_date(text).value());
}

MarketSheet sheet_of(const clausier::tests::Case& c) {
    MarketSheet out;
    out.buyer.kind = organisation_kind(c.at("acheteur")).value();
    out.market.nature = c.at("nature");
    out.market.cpv = c.at("cpv");
    if (!c.at("besoin").empty()) out.market.estimated_need = parse_euros(c.at("besoin")).value();
    out.market.consultation_on = date_of(c.at("consultation"));
    out.market.notified_on = date_of(c.at("notification"));
    if (c.at("lots") == "-") return out;
    for (const auto words : split(c.at("lots"), '|')) {
        out.lots.emplace_back();
        if (!words.empty()) out.lots.back().considerations = std::string(words);
    }
    return out;
}

std::optional<RecordedException> exception_of(const clausier::tests::Case& c) {
    if (c.at("motif").empty()) return std::nullopt;
    return RecordedException{c.at("motif"), "Sans lien avec l’objet."};
}

MarketCondition judged(const clausier::tests::Case& c) {
    static const Reference reference = Reference::national();
    return market_condition(sheet_of(c), exception_of(c), reference, day);
}

std::string missing(const MarketCondition& condition) {
    std::string out;
    for (const Issue& issue : condition.missing) out += (out.empty() ? "" : ";") + issue.where;
    return out;
}

}  // namespace

TEST_CASE("the mandatory condition of a market, case by case") {
    for (const auto& c : clausier::tests::cases("spaser/condition.csv")) {
        INFO(c.at("cas"));
        const MarketCondition found = judged(c);
        CHECK(code(found.state) == c.at("etat"));
        CHECK(missing(found) == c.at("manque"));
        CHECK((!found.why.empty() || !found.missing.empty()));
    }
}

TEST_CASE("no market is without condition while its need, its date or its considerations are not known") {
    static const Reference reference = Reference::national();
    for (const auto& c : clausier::tests::cases("spaser/condition.csv")) {
        INFO(c.at("cas"));
        for (const int hidden : {0, 1, 2}) {
            MarketSheet sheet = sheet_of(c);
            if (hidden == 0) sheet.market.estimated_need.reset();
            if (hidden == 1) sheet.market.consultation_on.reset();
            if (hidden == 2)
                for (Lot& lot : sheet.lots) lot.considerations.reset();
            const ConditionState state = market_condition(sheet, std::nullopt, reference, day).state;
            CHECK(state != ConditionState::without);
            if (hidden < 2) CHECK_FALSE(is_subject(state));
        }
    }
}

TEST_CASE("a contract of the index is bound when the sheet of its market says so") {
    static const Reference reference = Reference::national();
    for (const auto& c : clausier::tests::cases("spaser/condition.csv")) {
        INFO(c.at("cas"));
        const MarketSheet sheet = sheet_of(c);
        if (sheet.lots.size() != 1 || sheet.lots.front().considerations.value_or("").empty()) continue;
        const Contract contract = contract_of(sheet.market, sheet.lots.front(), sheet.buyer.kind, {}, reference);
        if (contract.has(contract_flag::private_buyer) && sheet.buyer.kind != OrganisationKind::concessionaire)
            continue;
        const ConditionState state = judged(c).state;
        CHECK(contract.has(contract_flag::condition_required) == is_subject(state));
        CHECK(contract.has(contract_flag::condition_to_check) == (state == ConditionState::to_check));
    }
}

TEST_CASE("a lot that says nothing stands as its market says") {
    static const Reference reference = Reference::national();
    MarketSheet sheet = sheet_of(clausier::tests::cases("spaser/condition.csv").at(0));
    sheet.lots.at(0).considerations.reset();
    sheet.market.considerations = "Clause sociale";
    CHECK(market_condition(sheet, std::nullopt, reference, day).state == ConditionState::conforming);
}

TEST_CASE("the type of a market is that of its nature, its CPV, else of all its lots") {
    Market market;
    Lot works, services;
    works.section = "Travaux";
    services.cpv = "90910000";
    CHECK(purchase_of(market, {}, {works, works}).type == PurchaseType::works);
    CHECK(purchase_of(market, {}, {works, services}).type == PurchaseType::unknown);
    CHECK(purchase_of(market, {}, {Lot{}, services}).type == PurchaseType::services);
    market.cpv = "15000000";
    CHECK(purchase_of(market, {}, {works}).type == PurchaseType::supplies);
    market.nature = "Concession de travaux";
    CHECK(purchase_of(market, {}, {works}).type == PurchaseType::concession);
}

TEST_CASE("an exception names a case of the law and says why") {
    const auto fields = [](const RecordedException& one, PurchaseType type) {
        std::string out;
        for (const Issue& issue : faults(one, type)) out += issue.where + " ";
        return out;
    };
    CHECK(fields({"condition.exception.link", "Achat de logiciels."}, PurchaseType::services).empty());
    CHECK(fields({"condition.exception.short_works", "Trois mois."}, PurchaseType::works).empty());
    CHECK(fields({"condition.exception.short_works", "Trois mois."}, PurchaseType::services) == "motif ");
    CHECK(fields({"condition.exception.link", "x"}, PurchaseType::concession) == "motif ");
    CHECK(fields({"concession.exception.link", "x"}, PurchaseType::concession).empty());
    CHECK(fields({"condition.social", " \u00a0"}, PurchaseType::works) == "motif texte ");
    CHECK(fields({"condition.exception.link", std::string(2001, 'a')}, PurchaseType::works) == "texte ");
    CHECK(fields({"", ""}, PurchaseType::unknown) == "motif texte ");
}

TEST_CASE("states have codes that read back, and only three bind") {
    int bound = 0;
    for (const ConditionState state : all_condition_states) {
        CHECK(condition_state(code(state)) == state);
        CHECK_FALSE(label(state).empty());
        bound += is_subject(state) ? 1 : 0;
    }
    CHECK(bound == 3);
    CHECK_FALSE(condition_state("inconnu"));
}
