// One decision for each unknown value: given, checked against the lists, applied to every row that holds it.
#include "clausier/domain/import_decision.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/tender_table.hpp"

using namespace clausier;
using domain::Decision;
using domain::Field;
using domain::Ruling;

namespace {

constexpr std::string_view table =
    "Acheteur;N° marché;Objet;Procédure;Clause sociale;Département;Métier;Montant HT\n"
    "Valbrume;A;Toit;MAPA 2;Clause sociale;Lorne;Toiture zinc;100\n"
    "Valbrume;B;Sols;mapa-2;insertion;39;Carrelage;200\n"
    "Valbrume;C;Murs;Gré à gré;oui;Jura;peinture;300\n";

domain::TenderOptions decided(const std::vector<Decision>& decisions) {
    domain::TenderOptions options;
    for (const Decision& decision : decisions) options.decisions.set(decision);
    return options;
}

domain::UnknownValues unknown(std::string_view csv, const domain::TenderOptions& options = {}) {
    const tests::Rows rows = tests::Rows::csv(csv);
    domain::TenderReader reader(domain::recognise(rows.head()), options);
    for (std::size_t i = 0; i < rows.size(); ++i) reader.read(rows[i]);
    return reader.unknown();
}

const domain::UnknownValue& value_of(const domain::UnknownValues& unknown, Field field) {
    for (const auto& value : unknown.values)
        if (value.field == field) return value;
    FAIL("no unknown value of " << domain::info(field).key);
    return unknown.values.front();
}

}  // namespace

TEST_CASE("each value that no list knows is told once, with its count, its first line and what it may mean") {
    const domain::UnknownValues found = unknown(table);
    CHECK(found.values.size() == 5);
    CHECK(found.undecided() == 5);
    const domain::UnknownValue& procedure = value_of(found, Field::procedure);
    CHECK(procedure.value == "MAPA 2");
    CHECK(procedure.count == 2);
    CHECK(procedure.first_line == 2);
    CHECK(procedure.column == "Procédure");
    CHECK(procedure.near.at(0).value == "Procédure adaptée");
    CHECK(value_of(found, Field::social).value == "insertion");
    CHECK(value_of(found, Field::social).near.at(0).value == "Clause sociale");
    CHECK(value_of(found, Field::place_code).value == "Lorne");
    CHECK(value_of(found, Field::trade).near.at(0).value == "roofing");
}

TEST_CASE("a decision is applied to every row and said as a remark; nothing decided leaves the value as it is") {
    const auto options = decided({{Field::procedure, "MAPA 2", Ruling::replace, "Procédure adaptée", {}, {}},
                                  {Field::procedure, "Gré à gré", Ruling::ignore, "", {}, {}},
                                  {Field::social, "insertion", Ruling::replace, "Clause sociale", {}, {}},
                                  {Field::place_code, "Lorne", Ruling::keep, "", {}, {}}});
    const tests::TenderResult read = tests::read_tenders(table, options);
    REQUIRE(read.records.size() == 3);
    CHECK(read.records[0].procedure == "Procédure adaptée");
    CHECK(read.records[1].procedure == "Procédure adaptée");
    CHECK(read.records[2].procedure.empty());
    CHECK(read.records[1].considerations == "Clause sociale");
    CHECK(read.records[0].place_code == "Lorne");
    CHECK(read.records[0].trade == "Toiture zinc");
    CHECK(read.codes.at("valeur_decidee") == 4);
    CHECK_FALSE(read.codes.contains("valeur_hors_liste"));
    const domain::UnknownValues found = unknown(table, options);
    CHECK(found.undecided() == 1);
    CHECK(value_of(found, Field::procedure).decision->meaning == "Procédure adaptée");
}

TEST_CASE("a département by its name becomes its code, and is no question") {
    const tests::TenderResult read = tests::read_tenders(table);
    CHECK(read.records.at(2).place_code == "39");
}

TEST_CASE("a buyer's name that comes near a known one is asked about, others are new buyers") {
    domain::TenderOptions options;
    options.buyers = {{{"SIRET", "21990001000017"}, "Commune de Valbrume"}, {{}, "Région Hautes-Terres"}};
    const std::string csv =
        "Acheteur;N° marché;Objet;Montant HT\nCommune de Valbrume;A;Toit;1\nValbrume;B;Toit;1\n"
        "Région Hautes-Terres;C;Toit;1\nOffice du Causse;D;Toit;1\n";
    const domain::UnknownValues found = unknown(csv, options);
    REQUIRE(found.values.size() == 2);
    CHECK(found.values[0].value == "Commune de Valbrume");
    CHECK(found.values[1].value == "Valbrume");
    REQUIRE(found.values[1].near.size() == 1);
    CHECK(found.values[1].near[0].value == "21990001000017");
    options.decisions.set({Field::buyer_name, "VALBRUME", Ruling::replace, "21990001000017", {}, {}});
    const tests::TenderResult read = tests::read_tenders(csv, options);
    CHECK(read.records.at(1).buyer.identifier.text == "21990001000017");
    CHECK(read.records.at(0).buyer.identifier.empty());
}

TEST_CASE("more distinct values than a person can decide are counted, not listed") {
    std::string csv = "Acheteur;N° marché;Objet;Procédure;Montant HT\n";
    for (int i = 0; i < 300; ++i) csv += "A;M" + std::to_string(i) + ";O;Forme " + std::to_string(i) + ";1\n";
    const domain::UnknownValues found = unknown(csv);
    CHECK(found.values.size() == 200);
    CHECK(found.more == 100);
}

TEST_CASE("a decision reads champ:valeur=code, and is refused with what to write instead") {
    const Decision read = domain::parse_decision("procedure:MAPA 2=procedure adaptee").value();
    CHECK(read.field == Field::procedure);
    CHECK(read.value == "MAPA 2");
    CHECK(read.ruling == Ruling::replace);
    CHECK(read.meaning == "Procédure adaptée");
    CHECK(domain::parse_decision("procedure:a=b=garder")->value == "a=b");
    CHECK(domain::parse_decision("metier:Toiture=Couverture et charpente")->meaning == "roofing");
    CHECK(domain::parse_decision("acheteur_nom:Valbrume=219 900 010 00017")->meaning == "21990001000017");
    CHECK(domain::parse_decision("procedure:x=ignorer")->ruling == Ruling::ignore);
    const auto code = [](std::string_view text) { return domain::parse_decision(text).error().code; };
    CHECK(code("procedure=x") == "decision_syntaxe");
    CHECK(code("procedure:=x") == "decision_syntaxe");
    CHECK(code("procedur:a=x") == "champ_inconnu");
    CHECK(code("montant:a=1") == "champ_non_decidable");
    CHECK(code("considerations_sociales:a=garder") == "garder_impossible");
    CHECK(code("procedure:a=x") == "decision_inconnue");
    CHECK(domain::parse_decision("procedure:a=Procédure adapté").error().text ==
          "« Procédure adapté » n’est pas de la liste (procédure) ; vouliez-vous dire « Procédure adaptée » ?");
}

TEST_CASE("decisions are found whatever the case and the accents, the last one given wins") {
    domain::Decisions decisions;
    decisions.set({Field::procedure, "MAPA 2", Ruling::ignore, "", {}, {}});
    decisions.set({Field::procedure, "mapa-2", Ruling::keep, "", {}, {}});
    REQUIRE(decisions.list().size() == 1);
    CHECK(decisions.find(Field::procedure, "Mapa 2")->ruling == Ruling::keep);
    CHECK(decisions.find(Field::nature, "Mapa 2") == nullptr);
    decisions.set({Field::holder2_scheme, "***", Ruling::keep, "", {}, {}});
    CHECK(decisions.find(Field::holder_scheme, "***") != nullptr);
}
