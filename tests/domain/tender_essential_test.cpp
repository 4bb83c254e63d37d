// Essential data of a row: how the lot was bought, its modifications in all the shapes of published tables.
#include <catch2/catch_test_macros.hpp>

#include "support/tender_table.hpp"

using namespace clausier;
using domain::AmendedRow;

namespace {

const std::string head = "id;acheteur.id;objet;montant;dateNotification;";
const std::string row = "A;21990001000014;Toit;5000;2024-03-01;";

tests::TenderResult one(const std::string& columns, const std::string& cells) {
    return tests::read_tenders(head + columns + "\n" + row + cells + "\n");
}

}  // namespace

TEST_CASE("how a lot was bought is kept in the words of the official lists") {
    const auto result = one(
        "attributionAvance;tauxAvance;ccag;offresRecues;typeGroupementOperateurs;modalitesExecution;typesPrix;"
        "formePrix;"
        "idAccordCadre;sousTraitanceDeclaree;origineUE;titulaire_departement_code",
        "oui;0.05;maitrise d'oeuvre;4;SOLIDAIRE;Tranches|Bons de commande;Définitif révisable;Mixte;2023-AC1;non;1;2A");
    CHECK(result.faults() == "valeur_normalisee=2");
    const domain::EssentialData& e = result.records.at(0).essential;
    CHECK(e.advance == true);
    CHECK(e.advance_rate == core::Rate::of(500));
    CHECK(e.ccag == "Maitrise d'œuvre");
    CHECK(e.offers == 4);
    CHECK(e.consortium == "Solidaire");
    CHECK(e.execution_modes == "Tranches, Bons de commande");
    CHECK(e.price_types == "Définitif révisable");
    CHECK(e.price_form == "Mixte");
    CHECK(e.framework_reference == "2023-AC1");
    CHECK(e.subcontracting == false);
    CHECK(e.origin_eu == core::Rate::whole(1));
    CHECK(e.holder_department == "2A");
}

TEST_CASE("an advance of rate 0 that was granted has an unknown rate") {
    CHECK_FALSE(one("attributionAvance;tauxAvance", "oui;0").records.at(0).essential.advance_rate);
    CHECK(one("attributionAvance;tauxAvance", "non;0").records.at(0).essential.advance_rate == core::Rate());
}

TEST_CASE("nested modifications become canonical, and their faults remarks of the row") {
    const auto result =
        one("modifications", R"("[{""id"":1,""montant"":6000,""dateNotificationModification"":""2024-01-01""},)"
                             R"({""dureeMois"":""NC"",""objetModification"":""délai"",""montant"":0}]")");
    CHECK(
        result.records.at(0).essential.modifications ==
        R"([{"id":"1","dateNotificationModification":"2024-01-01","montant":"6000.00"},{"objetModification":"délai"}])");
    CHECK(result.faults() == "modification_anterieure=1 montant_nul_ou_negatif=1");
    CHECK(result.first("montant_nul_ou_negatif").where == "ligne 2, colonne « modifications »");
    CHECK(one("modifications", "avenant").faults() == "json_illisible=1");
    CHECK(one("modifications", "[]").records.at(0).essential.modifications.empty());
}

TEST_CASE("one modification spread over columns is added to the lot, not taken for its present state") {
    const auto result =
        one("objetModification;dureeMoisModification;datePublicationDonneesModification;montantModification;"
            "dateNotificationModification;idModification",
            "AVENANT 1;9;CDL;45579.37;2024-05-01;1");
    const domain::TenderRecord& record = result.records.at(0);
    CHECK(record.amount == core::Euros::whole(5000));
    CHECK(record.amended == AmendedRow::no);
    CHECK(record.added.modifications ==
          R"([{"id":"1","dateNotificationModification":"2024-05-01","dureeMois":9,"montant":"45579.37",)"
          R"("objetModification":"AVENANT 1"}])");
    CHECK(one("idModification;montantModification;dateNotificationModification", "CDL;CDL;CDL")
              .records.at(0)
              .added.empty());
}

TEST_CASE("one subcontract and one change of it spread over columns are added to the lot") {
    const auto record =
        one("idActeSousTraitance;montantActeSousTraitance;variationPrixActeSousTraitance;idSousTraitant;"
            "typeIdentifiantSousTraitant;idModificationActeSousTraitance;montantModificationActeSousTraitance",
            "1;1200;Ferme;99900001000010;SIRET;1;1300")
            .records.at(0);
    CHECK(record.added.subcontracts ==
          R"([{"id":"1","sousTraitant":{"typeIdentifiant":"SIRET","id":"99900001000010"},"montant":"1200.00",)"
          R"("variationPrix":"Ferme"}])");
    CHECK(record.added.subcontract_changes == R"([{"id":"1","montant":"1300.00"}])");
}

TEST_CASE("a row of decp.info after a modification is that modification") {
    const std::string columns = "modification_id;donneesActuelles;titulaire_id;titulaire_typeIdentifiant";
    const auto initial = one(columns, "0;false;99900001000010;SIRET").records.at(0);
    CHECK(initial.amended == AmendedRow::no);
    CHECK(initial.added.empty());
    const auto amended = one(columns, "2;true;99900001000010;SIRET").records.at(0);
    CHECK(amended.amended == AmendedRow::yes);
    CHECK(amended.added.modifications ==
          R"([{"id":"2","dateNotificationModification":"2024-03-01","montant":"5000.00","titulaires":)"
          R"([{"typeIdentifiant":"SIRET","id":"99900001000010"}]}])");
    CHECK(one("donneesActuelles", "oui").records.at(0).amended == AmendedRow::beside_another);
    CHECK(one("donneesActuelles", "non").records.at(0).amended == AmendedRow::no);
}

TEST_CASE("the traps of DECP files are named: key of CPV, spaces, empty scheme, characters, tests") {
    const auto result = tests::read_tenders(
        "enregistrement;id;acheteur.id;objet;montant;codeCPV;titulaire_id;titulaire_typeIdentifiant;"
        "titulaire_denominationSociale\n"
        "7;2024/07 a;21990001000014;Toit;987654.32;45000000-7;999 000 010 00010;;APPLE RETAIL FRANCE\n");
    CHECK(result.faults() ==
          "cpv_cle=1 donnee_de_test=1 reference_caracteres=1 siret_espaces=1 type_identifiant_absent=1");
    CHECK(result.counts.kept == 1);
    CHECK(result.first("cpv_cle").where == "enregistrement 7, id 2024/07 a, colonne « codeCPV »");
}
