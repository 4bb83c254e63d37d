// What a record of a file spells, as it stands, and what of it is not laid out as the formats ask.
#include "raw_entry.hpp"

#include <catch2/catch_test_macros.hpp>

#include "json_tree.hpp"

using namespace clausier;
using decp::Entry;
using decp::FileFormat;

namespace {

struct Raw {
    Entry entry;
    std::vector<core::Issue> faults;
    explicit Raw(std::string_view json, FileFormat format = FileFormat::json) {
        decp::Record record(100'000);
        REQUIRE(decp::read_value(json, record));
        entry = decp::raw_entry(record, format, faults);
    }
    // Where each fault is, in order.
    [[nodiscard]] std::string where() const {
        std::string out;
        for (const core::Issue& one : faults) {
            CHECK(one.code == "decp_structure");
            out += (out.empty() ? "" : " ") + one.where;
        }
        return out;
    }
};

}  // namespace

TEST_CASE("values, objects, words and lists go where they belong") {
    const Raw raw(R"({"id":"2026_1","acheteur":{"id":"21990001300015"},"objet":"École","montant":1500.50,
        "marcheInnovant":false,"techniques":{"technique":["Accord-cadre","Concours"]},
        "titulaires":[{"titulaire":{"id":"1","typeIdentifiant":"SIRET"}},{"titulaire":{"id":"2","typeIdentifiant":"TVA"}}],
        "considerationsSociales":{"considerationSociale":["Clause sociale"]}})");
    CHECK(raw.faults.empty());
    CHECK_FALSE(raw.entry.concession);
    CHECK(raw.entry.id == "2026_1");
    CHECK(raw.entry.buyer == "21990001300015");
    CHECK(raw.entry.amount == "1500.5");
    CHECK(raw.entry.innovative == "false");
    CHECK(raw.entry.techniques == std::vector<std::string>{"Accord-cadre", "Concours"});
    CHECK(raw.entry.holders == std::vector<decp::Party>{{"SIRET", "1"}, {"TVA", "2"}});
    CHECK(raw.entry.social == std::vector<std::string>{"Clause sociale"});
}

TEST_CASE("numbers are the same however JSON writes them") {
    CHECK(Raw(R"({"montant":1.5e3})").entry.amount == "1500");
    CHECK(Raw(R"({"montant":1500.00})").entry.amount == "1500");
    CHECK(Raw(R"({"montant":1500})").entry.amount == "1500");
    CHECK(Raw(R"({"tauxAvance":0.050})").entry.advance_rate == "0.05");
}

TEST_CASE("JSON writes a number without quotes, a text with them, a boolean as such") {
    CHECK(Raw(R"({"montant":"1500"})").where() == "montant");
    CHECK(Raw(R"({"objet":12})").where() == "objet");
    CHECK(Raw(R"({"marcheInnovant":"oui"})").where() == "marcheInnovant");
    CHECK(Raw(R"({"montant":"1500"})").entry.amount == "1500");
    // XML has texts alone.
    CHECK(Raw(R"({"montant":"1500","marcheInnovant":"oui"})", FileFormat::xml).faults.empty());
    CHECK(Raw(R"({"montant":null})").faults.empty());
}

TEST_CASE("a key that the format does not have is told where it stands") {
    CHECK(Raw(R"({"_type":"Marché","id":"1"})").where() == "_type");
    const std::string inner = R"({"acheteur":{"id":"1","nom":"Valbrume"}})";
    CHECK(Raw(inner).faults.empty());  // the schema lets objects hold more
    CHECK(Raw(inner, FileFormat::xml).where() == "acheteur.nom");
}

TEST_CASE("an object written as a text, a text as an object, a list of something else") {
    CHECK(Raw(R"({"acheteur":"21990001300015"})").where() == "acheteur");
    CHECK(Raw(R"({"objet":{"texte":"École"}})").where() == "objet");
    CHECK(Raw(R"({"techniques":["Accord-cadre"]})").where() == "techniques");
    CHECK(Raw(R"({"techniques":{"technique":"Accord-cadre"}})").where() == "techniques");
    CHECK(Raw(R"({"techniques":{"technique":"Accord-cadre"}})", FileFormat::xml).entry.techniques ==
          std::vector<std::string>{"Accord-cadre"});
    CHECK(Raw(R"({"titulaires":{"titulaire":{"id":"1"}}})").where() == "titulaires");
    CHECK(Raw(R"({"titulaires":[{"id":"1","typeIdentifiant":"SIRET"}]})").where() == "titulaires");
    CHECK(Raw(R"({"modifications":[]})").where() == "modifications");
}

TEST_CASE("modifications, subcontracts and their changes keep their own holders and amounts") {
    const Raw raw(R"({"modifications":[{"modification":{"id":1,"montant":10,
          "titulaires":[{"titulaire":{"id":"9","typeIdentifiant":"SIRET"}}]}}],
        "actesSousTraitance":[{"acteSousTraitance":{"id":2,"montant":5,"sousTraitant":{"id":"8","typeIdentifiant":"SIRET"}}}],
        "modificationsActesSousTraitance":[{"modificationActeSousTraitance":{"id":3,"montant":6}}]})");
    CHECK(raw.faults.empty());
    REQUIRE(raw.entry.modifications.size() == 1);
    CHECK(raw.entry.modifications[0].amount == "10");
    CHECK(raw.entry.modifications[0].holders == std::vector<decp::Party>{{"SIRET", "9"}});
    REQUIRE(raw.entry.subcontracts.size() == 1);
    CHECK(raw.entry.subcontracts[0].subcontractor == decp::Party{"SIRET", "8"});
    REQUIRE(raw.entry.subcontract_changes.size() == 1);
    CHECK(raw.entry.subcontract_changes[0].amount == "6");
}

TEST_CASE("each format spells the change of a subcontract in its own way") {
    const std::string json = R"({"modificationsActesSousTraitance":[{"modificationActeSousTraitance":{"id":3}}]})";
    const std::string xml = R"({"modificationsActesSousTraitance":[{"modificationActesSousTraitance":{"id":3}}]})";
    CHECK(Raw(json).faults.empty());
    CHECK(Raw(json, FileFormat::xml).where() == "modificationsActesSousTraitance");
    CHECK(Raw(xml, FileFormat::xml).faults.empty());
    CHECK(Raw(xml).where() == "modificationsActesSousTraitance");
}

TEST_CASE("a concession is told by its authority, its concessionnaires or its nature, wherever they stand") {
    const Raw raw(R"({"id":"DSP1","valeurGlobale":900,"dateSignature":"2026-05-01",
        "concessionnaires":[{"concessionnaire":{"id":"1","typeIdentifiant":"SIRET"}}],
        "donneesExecution":[{"donneesAnnuelles":{"datePublicationDonneesExecution":"2027-03-01","depensesInvestissement":10,
          "tarifs":[{"tarif":{"intituleTarif":"Abonnement","tarif":14.29}}]}}]})");
    CHECK(raw.where().empty());
    CHECK(raw.entry.concession);
    CHECK(raw.entry.amount == "900");
    CHECK(raw.entry.notified_on == "2026-05-01");
    CHECK(raw.entry.holders.size() == 1);
    REQUIRE(raw.entry.years.size() == 1);
    CHECK(raw.entry.years[0].investment == "10");
    CHECK(raw.entry.years[0].tariffs == std::vector<decp::Tariff>{{"Abonnement", "14.29"}});
    CHECK(Raw(R"({"id":"1","nature":"Délégation de service public"})").entry.concession);
    CHECK(Raw(R"({"autoriteConcedante":{"id":"1"}})").entry.buyer == "1");
    // A contract has no value of a concession.
    CHECK(Raw(R"({"valeurGlobale":900})").where() == "valeurGlobale");
}
