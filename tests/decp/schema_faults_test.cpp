// What the formats of 2022 refuse.
#include "clausier/decp/schema_faults.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "support/essential_lots.hpp"

using namespace clausier;
using decp::Entry;

namespace {

Entry entry(const domain::MarketSheet& sheet) { return decp::entry_of(sheet.market, sheet.lots[0], sheet.buyer); }
Entry market() { return entry(tests::full_market()); }
Entry concession() { return entry(tests::full_concession()); }

// The codes of the faults of one field.
std::vector<std::string> codes(const Entry& entry, std::string_view where) {
    std::vector<std::string> out;
    for (const core::Issue& fault : decp::faults(entry))
        if (fault.where == where) out.push_back(fault.code);
    return out;
}
using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("complete contracts have no fault") {
    CHECK(decp::faults(market()).empty());
    CHECK(decp::faults(concession()).empty());
}

TEST_CASE("each value that is required and missing is a fault of its own, none is invented") {
    const auto found = decp::faults(Entry{});
    CHECK(found.size() == 25);
    CHECK(
        std::all_of(found.begin(), found.end(), [](const core::Issue& fault) { return fault.code == "decp_absent"; }));
    Entry empty_concession;
    empty_concession.concession = true;
    CHECK(decp::faults(empty_concession).size() == 14);
}

TEST_CASE("« not filled » is refused where « none » would be a legal answer") {
    Entry one = market();
    one.social.clear();
    one.techniques.clear();
    CHECK(codes(one, "considerationsSociales") == Codes{"decp_absent"});
    CHECK(codes(one, "techniques") == Codes{"decp_absent"});
    one.social = {"Pas de considération sociale"};
    one.techniques = {"Sans objet"};
    CHECK(decp::faults(one).empty());
}

TEST_CASE("words must be those of the official list, to the letter") {
    Entry one = market();
    one.nature = "Accord-cadre";
    one.place_type = "Code departement";
    one.price_form = "Ferme";
    one.holders[0].scheme = "SIREN";
    one.social = {"Concession réservée"};
    for (const char* where :
         {"nature", "lieuExecution.typeCode", "formePrix", "titulaires.typeIdentifiant", "considerationsSociales"})
        CHECK(codes(one, where) == Codes{"decp_liste"});
    const auto found = decp::faults(one);
    const auto nature =
        std::find_if(found.begin(), found.end(), [](const core::Issue& fault) { return fault.where == "nature"; });
    CHECK(nature->text ==
          "« Accord-cadre » n’est pas admis pour la nature du marché ; choisissez parmi « Marché », « Marché de "
          "partenariat », « Marché de défense ou de sécurité »");
    Entry other = concession();
    other.social = {"Marché réservé"};
    CHECK(codes(other, "considerationsSociales") == Codes{"decp_liste"});
}

TEST_CASE("what is written otherwise than the format is refused") {
    Entry one = market();
    one.buyer = "2199000130001";
    one.cpv = "452142";
    one.notified_on = "2026-03-02+01:00";
    one.months = "NC";
    one.amount = "12 000";
    one.innovative = "peut-être";
    for (const char* where : {"acheteur.id", "codeCPV", "dateNotification", "dureeMois", "montant", "marcheInnovant"})
        CHECK(codes(one, where) == Codes{"decp_format"});
    one.cpv = "45214200-0";
    one.innovative = "non";
    CHECK(codes(one, "codeCPV").empty());
    CHECK(codes(one, "marcheInnovant").empty());
}

TEST_CASE("numbers stay within their bounds") {
    Entry one = market();
    one.offers = "0";
    one.amount = "0.99";
    one.advance_rate = "1.2";
    one.months = "0";
    one.modifications[0].id = "0";
    for (const char* where : {"offresRecues", "montant", "tauxAvance", "dureeMois", "modifications.id"})
        CHECK(codes(one, where) == Codes{"decp_minimum"});
    one.amount = "123456789012345678901234567890";
    CHECK(codes(one, "montant").empty());
    Entry other = concession();
    other.subsidy = "-0.01";
    CHECK(codes(other, "montantSubventionPublique") == Codes{"decp_minimum"});
    other.subsidy = "0";
    CHECK(decp::faults(other).empty());
}

TEST_CASE("lengths are counted in characters") {
    Entry one = market();
    one.id = "1234567890123456";
    one.object = std::string();
    for (int i = 0; i < 1000; ++i) one.object += "é";
    CHECK(decp::faults(one).empty());
    one.id += "7";
    one.object += "é";
    CHECK(codes(one, "id") == Codes{"decp_longueur"});
    CHECK(codes(one, "objet") == Codes{"decp_longueur"});
}

TEST_CASE("« Pas de… » excludes the others, and nothing is said twice") {
    Entry one = market();
    one.social = {"Pas de considération sociale", "Clause sociale"};
    one.environmental = {"Critère environnemental", "Critère environnemental"};
    one.holders.push_back(one.holders[0]);
    CHECK(codes(one, "considerationsSociales") == Codes{"decp_exclusif"});
    CHECK(codes(one, "considerationsEnvironnementales") == Codes{"decp_repetition", "decp_repetition"});
    CHECK(codes(one, "titulaires") == Codes{"decp_repetition"});
}

TEST_CASE("France is part of the European Union") {
    Entry one = market();
    one.origin_eu = "0.5";
    one.origin_france = "0.6";
    CHECK(codes(one, "origineUE") == Codes{"decp_origine"});
    one.origin_eu = "0.6";
    CHECK(decp::faults(one).empty());
}

TEST_CASE("modifications, subcontracts and years of execution are checked one by one") {
    Entry one = market();
    one.modifications[1].notified_on.clear();
    one.subcontracts[0].price_variation = "Fixe";
    one.subcontracts[0].subcontractor.id.clear();
    const auto found = decp::faults(one);
    REQUIRE(found.size() == 3);
    CHECK(found[0].where == "modifications.dateNotificationModification");
    CHECK(found[0].text.starts_with("modification n° 2 : il manque la date de notification"));
    CHECK(found[1].where == "actesSousTraitance.variationPrix");
    CHECK(found[2].where == "actesSousTraitance.sousTraitant.id");
    Entry other = concession();
    other.years[0].tariffs.clear();
    other.modifications[0].holders = {{"SIRET", "33333333300003"}};
    CHECK(codes(other, "donneesExecution.tarifs") == Codes{"decp_absent"});
    CHECK(codes(other, "modifications.titulaires") == Codes{"decp_titulaires"});
}
