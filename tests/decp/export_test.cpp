// Lots sorted into what is written and what is left out.
#include "clausier/decp/export.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/essential_lots.hpp"

using namespace clausier;

namespace {

struct Sorted {
    std::vector<std::string> taken;     // ids
    std::vector<std::string> left_out;  // "reference: code code"
    decp::Tally tally;
};

Sorted sort(decp::Gate gate, const std::vector<domain::MarketSheet>& sheets) {
    Sorted out;
    decp::Sorter sorter(
        gate,
        [&](const domain::MarketSheet&, std::span<const decp::TakenLot> lots) {
            for (const decp::TakenLot& lot : lots) out.taken.push_back(lot.entry.id);
        },
        [&](const decp::LeftOutLot& one) {
            std::string line = one.market->reference + ":";
            for (const core::Issue& fault : one.faults) line += " " + fault.code;
            out.left_out.push_back(line);
        });
    for (const domain::MarketSheet& sheet : sheets) sorter.add(sheet);
    out.tally = sorter.tally();
    CHECK(out.tally.lots == out.tally.taken + out.tally.left_out);
    CHECK(out.tally.taken == out.taken.size());
    CHECK(out.tally.left_out == out.left_out.size());
    return out;
}

}  // namespace

TEST_CASE("a complete lot is taken, one with a fault is left out with its reasons") {
    domain::MarketSheet faulty = tests::two_lots();
    faulty.lots[1].essential.offers.reset();
    faulty.lots[1].amount = core::Euros::of(0);
    const Sorted out = sort(decp::Gate::strict, {tests::full_market(), faulty, tests::full_concession()});
    CHECK(out.taken == std::vector<std::string>{"2026_014", "2026-ECOLE-1", "DSP2026"});
    CHECK(out.left_out == std::vector<std::string>{"2026-ECOLE: decp_absent decp_minimum"});
    CHECK(out.tally.by_fault.at({"offresRecues", "decp_absent"}) == 1);
    CHECK(out.tally.by_fault.at({"montant", "decp_minimum"}) == 1);
}

TEST_CASE("tables and OCDS take what can be told apart, filled or not") {
    domain::MarketSheet bare = tests::full_market();
    bare.lots[0].essential = {};
    bare.market.considerations.reset();
    CHECK(sort(decp::Gate::named, {bare}).taken.size() == 1);
    bare.market.reference_derived = true;
    CHECK(sort(decp::Gate::named, {bare}).left_out == std::vector<std::string>{"2026_014: decp_derive"});
}

TEST_CASE("one id stands once for one buyer") {
    domain::MarketSheet other = tests::two_lots();
    other.market.reference = "20260000000000014";
    domain::MarketSheet same = other;
    same.market.reference = "20260000000000099";
    const Sorted out = sort(decp::Gate::strict, {other, same});
    CHECK(out.taken == std::vector<std::string>{"20260000000000-1", "20260000000000-2"});
    CHECK(out.left_out.size() == 2);
    CHECK(out.tally.by_fault.at({"id", "decp_double"}) == 2);
    same.buyer.identifier.text = "21990002100014";
    CHECK(sort(decp::Gate::strict, {other, same}).left_out.empty());
}

TEST_CASE("private buyers stay outside essential data") {
    domain::MarketSheet sheet = tests::full_market();
    sheet.buyer.kind = domain::OrganisationKind::private_client;
    CHECK(sort(decp::Gate::strict, {sheet}).left_out == std::vector<std::string>{"2026_014: decp_prive"});
}

TEST_CASE("each code of fault has words for people") {
    CHECK(decp::fault_label("decp_absent") == "valeur manquante");
    CHECK(decp::fault_label("inconnu") == "inconnu");
}
