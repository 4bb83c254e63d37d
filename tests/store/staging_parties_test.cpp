// An organisation that a file names many times is one.
#include "staging_parties.hpp"

#include <catch2/catch_test_macros.hpp>

#include "store/tenders.hpp"

using namespace clausier;
using store::party_key;

namespace {

std::vector<std::string> parties(const tests::Records& records, store::Aliases aliases = {}) {
    auto staging = tests::staged(records, std::move(aliases));
    store::Database database(":memory:");
    auto tx = database.read(staging->attachment());
    return tests::rows(tx, "SELECT kind, name, scheme, identifier FROM staging.parties ORDER BY id", 4);
}

domain::TenderRecord bought_by(std::uint64_t line, domain::TenderParty buyer) {
    auto record = tests::record(line, "2026-" + std::to_string(line));
    record.buyer = std::move(buyer);
    record.holders.clear();
    return record;
}

}  // namespace

TEST_CASE("an identifier makes the organisation, however its name is written") {
    CHECK(parties({bought_by(2, {{"SIRET", "21990001000017"}, "Commune de Valbrume"}),
                   bought_by(3, {{"SIRET", "21990001000017"}, "VALBRUME (mairie)"}),
                   bought_by(4, {{"SIREN", "219900010"}, "Commune de Valbrume"})}) ==
          std::vector<std::string>{"public|Commune de Valbrume|SIRET|21990001000017",
                                   "public|Commune de Valbrume|SIREN|219900010"});
}

TEST_CASE("without an identifier the name makes it, case, accents and punctuation passed over") {
    CHECK(parties({bought_by(2, {{}, "Commune de Val-Brumé"}), bought_by(3, {{}, "COMMUNE DE VAL BRUME"}),
                   bought_by(4, {{}, "***"}), bought_by(5, {{}, "---"})}) ==
          std::vector<std::string>{"public|Commune de Val-Brumé||-", "public|***||-", "public|---||-"});
}

TEST_CASE("an organisation first met without a name takes the first name given") {
    CHECK(parties({bought_by(2, {{"SIRET", "21990001000017"}, ""}),
                   bought_by(3, {{"SIRET", "21990001000017"}, "Commune de Valbrume"}),
                   bought_by(4, {{"SIRET", "21990001000017"}, "Autre nom"})}) ==
          std::vector<std::string>{"public|Commune de Valbrume|SIRET|21990001000017"});
}

TEST_CASE("a merged organisation is the one it was merged into") {
    const domain::TenderParty old{{}, "Mairie de Valbrume"};
    const domain::TenderParty kept{{"SIRET", "21990001000017"}, "Commune de Valbrume"};
    CHECK(parties({bought_by(2, old), bought_by(3, kept)}, {{party_key(old), kept}}) ==
          std::vector<std::string>{"public|Commune de Valbrume|SIRET|21990001000017"});
}

TEST_CASE("a name is never taken for an identifier") {
    CHECK(party_key({{"", "valbrume"}, ""}) != party_key({{}, "Valbrume"}));
    CHECK(party_key({{"SIRET", "1"}, "Valbrume"}) == party_key({{"SIRET", "1"}, "Autre"}));
}
