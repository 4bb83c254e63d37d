// Whole tables become records: every row is kept, ignored or rejected, and every fault has its name.
#include "clausier/domain/tender.hpp"

#include <catch2/catch_test_macros.hpp>
#include <set>

#include "clausier/core/french.hpp"
#include "clausier/domain/import_remarks.hpp"
#include "support/tender_table.hpp"

using namespace clausier;
using tests::read_tenders;

namespace {

const std::string town =
    ";;;;;;\n"
    ";LISTE DES MARCHES CONCLUS EN 2026;;;;;\n"
    ";OBJET;DATE;TITULAIRE;CODE POSTAL;MONTANT € HT;\n"
    ";Tranche 1 : 0 à 19 999,99 € HT;;;;;\n"
    ";SERVICES;;;;;\n"
    ";Audit des marchés forains;26/03/2026;Conseil du Val;75 014;14 237.50;\n"
    ";Impression du journal;31/12/2026;Imprimerie Fictive;Londres;11 520,88;\n"
    ";;;;;;\n"
    ";TRAVAUX;;;;;\n"
    ";Rénovation du gymnase;;;;Total : 33 500,00;\n"
    ";Rénovation du gymnase - Lot 1: menuiserie;09/08/2026;Bois du Val;91 160;20 000,00;\n"
    ";Rénovation du gymnase - Lot 2 : électricité;31/08/2026;Courant Fictif;91 310;13 500,00;\n"
    ";;;;;;\n"
    ";TOTAL TRAVAUX;;;;33 500,00;\n"
    ";Réfection de la place;10/09/2026;Routes du Val;91 310;selon BPU;\n";

}  // namespace

TEST_CASE("a town's list keeps its markets, lists the other rows, and adds up") {
    const auto result = read_tenders(town, tests::for_buyer("Ville de Valbrume"));
    CHECK(result.counts.read == 14);
    CHECK(result.counts.kept == 5);
    CHECK(result.counts.ignored == 9);
    CHECK(result.counts.rejected == 0);
    CHECK(result.reasons ==
          std::map<std::string, int>{{"groupe", 1}, {"section", 3}, {"titre", 1}, {"total", 1}, {"vide", 3}});
    CHECK(result.records[0].section == "Services");
    CHECK(result.records[0].bracket == "Tranche 1 : 0 à 19 999,99 € HT");
    CHECK(result.records[0].buyer.name == "Ville de Valbrume");
    CHECK(result.records[1].amount == core::Euros::of(1152088));
    CHECK(result.records[2].object == "Rénovation du gymnase");
    CHECK(result.records[3].section == "Travaux");
    CHECK_FALSE(result.records[4].amount);
    CHECK(result.faults() == "identifiant_derive=4 montant_illisible=1");
}

TEST_CASE("the same file read twice gives the same references") {
    const auto once = read_tenders(town, tests::for_buyer("Ville de Valbrume"));
    const auto twice = read_tenders(town, tests::for_buyer("Ville de Valbrume"));
    REQUIRE(once.records.size() == twice.records.size());
    std::set<std::string> keys;
    for (std::size_t i = 0; i < once.records.size(); ++i) {
        CHECK(once.records[i].reference == twice.records[i].reference);
        keys.insert(once.records[i].reference + " " + once.records[i].lot_number);
    }
    CHECK(keys.size() == once.records.size());
}

TEST_CASE("the header row is not among the rows read, a repeated one is ignored") {
    const tests::Rows rows = tests::Rows::csv("Objet;Titulaire;Montant HT\nA;B;1\nObjet;Titulaire;Montant HT\n");
    domain::TenderReader reader(domain::recognise(rows.head()), tests::for_buyer("Ville"));
    CHECK(reader.read(rows[0]).status == domain::RowStatus::header);
    CHECK(reader.counts().read == 0);
    CHECK(reader.read(rows[1]).status == domain::RowStatus::kept);
    CHECK(reader.read(rows[2]).reason == "en_tete");
    CHECK(reader.counts().read == 2);
}

TEST_CASE("without a buyer a row is rejected and says how to give one; with one it is kept") {
    const std::string table = "Objet;Titulaire;Montant HT\nPeinture;Couleurs du Val;1000\n";
    const auto rejected = read_tenders(table);
    CHECK(rejected.counts.rejected == 1);
    CHECK(rejected.records.empty());
    CHECK(rejected.first("acheteur_absent").severity == core::Severity::error);
    CHECK(rejected.first("acheteur_absent").text.find("donnez celui du fichier") != std::string::npos);
    const auto kept = read_tenders(table, tests::for_buyer("732 829 320 00074"));
    CHECK(kept.records.at(0).buyer.identifier == core::Identifier{"SIRET", "73282932000074"});
}

TEST_CASE("a buyer in the row wins over the user's") {
    const auto result = read_tenders("Acheteur;N° marché;Objet;Montant HT\nRégion;1;Sols;5\n;2;Murs;6\n",
                                     tests::for_buyer("Ville de Valbrume"));
    CHECK(result.records[0].buyer.name == "Région");
    CHECK(result.records[1].buyer.name == "Ville de Valbrume");
}

TEST_CASE("a row that designates no market is rejected; one without object only is told") {
    const auto result = read_tenders(
        "id;acheteur_id;nature;objet;montant;titulaire_id\n;73282932000074;Marché;;;\n"
        ";73282932000074;Concession de travaux;;7789456,56;73282932000074\n");
    CHECK(result.counts.rejected == 1);
    CHECK(result.counts.kept == 1);
    CHECK(result.codes.contains("ligne_incomplete"));
    CHECK(result.codes.contains("objet_absent"));
    CHECK(result.records[0].reference_derived);
}

TEST_CASE("rows of one DECP contract without id, one per holder, share their derived reference") {
    const std::string row = ";73282932000074;Halle;5000;";
    const auto result = read_tenders("id;acheteur_id;objet;montant;titulaire_id\n" + row + "73282932000074\n" + row +
                                     "35600000000048\n;73282932000074;Halle;6000;73282932000074\n");
    CHECK(result.records[0].reference == result.records[1].reference);
    CHECK(result.records[2].reference != result.records[0].reference);
}

TEST_CASE("an awarded lot without holder is told, an estimated one is not") {
    CHECK(read_tenders("id;acheteur_id;objet;montant;titulaire_id\n1;73282932000074;Sols;5000;\n")
              .codes.contains("titulaire_absent"));
    CHECK_FALSE(read_tenders("N° lot;Intitulé du lot;Montant estimé HT\n1;Sols;5000\n", tests::for_buyer("Ville"))
                    .codes.contains("titulaire_absent"));
}

TEST_CASE("the operation, the place and the figures of the clause are read") {
    const auto result = read_tenders(
        "Acheteur;N° marché;Lot;Intitulé du lot;Opération;Département;Montant HT;Montant minimum;Montant maximum;Part "
        "main-d'œuvre;Taux d'effort;Coût horaire;Métier;Heures d'insertion\n"
        "Ville;1;1;Peinture;ANRU nord;88;50 000;10 000;90 000;70 %;5 %;35,20;Peintre;497,16\n");
    const domain::TenderRecord& record = result.records.at(0);
    CHECK(record.operation == "ANRU nord");
    CHECK(record.place_code == "88");
    CHECK(record.amount_min == core::Euros::whole(10000));
    CHECK(record.amount_max == core::Euros::whole(90000));
    CHECK(record.labour_share == core::Rate::of(7000));
    CHECK(record.effort == core::Rate::of(500));
    CHECK(record.hourly_cost == core::Euros::of(3520));
    CHECK(record.trade == "Peintre");
    CHECK(record.hours == core::Hours::of(49716));
    CHECK(result.codes.empty());
}

TEST_CASE("the State's export gives the holder under its wrong header, and unknown amounts stay unknown") {
    const auto result = read_tenders(
        "Année de notification;Entité Publique;Entité d'Achat;Attributaire est une PME;Date de notification;Code "
        "Postal "
        "Attributaire;Nature du Marché;Objet du Marché;Tranche Budgétaire;;Montant du marché si renseigné;Attributaire "
        "est "
        "une PME\n"
        "2012;CCI;CCI de la Lorne;SYSTEMES DU VAL;27/02/2012;26300;Services;ABONNEMENT;4000;19999,99;13200;Non "
        "renseigné\n"
        "2012;CCI;CCI de la Lorne;FICTIVE SARL;02/04/2012;;Services;CONSEIL;20000;49999,99;;Oui\n"
        "2012;CCI;CCI de la Lorne;IMAGINAIRE SA;02/04/2012;;Services;CONSEIL;20000;49999,99;;Oui\n");
    REQUIRE(result.counts.kept == 3);
    CHECK(result.records[0].buyer.name == "CCI de la Lorne");
    CHECK(result.records[0].holders.at(0).name == "SYSTEMES DU VAL");
    CHECK(result.records[0].section == "Services");
    CHECK(result.records[1].bracket ==
          core::french::euros(core::Euros::whole(20000)) + " à " + core::french::euros(core::Euros::of(4999999)));
    CHECK_FALSE(result.records[1].amount);
    CHECK(result.records[1].reference != result.records[2].reference);
}

TEST_CASE("the flattened DECP of 2019: every row counted, every contract kept, every fault named", "[real]") {
    const auto rows = tests::Rows::csv(tests::real_file("tableurs/decp2019_flat_real.csv"));
    const domain::Mapping mapping = domain::recognise(rows.head());
    const auto result = tests::read_tenders(rows, mapping);
    CHECK(result.counts.read == 12020);
    CHECK(result.counts.kept == 12019);
    CHECK(result.counts.rejected == 1);
    std::set<std::string> raw_keys;
    for (std::size_t i = 1; i < rows.size(); ++i)
        raw_keys.insert(std::string(rows[i].cell(2).text) + "|" + std::string(rows[i].cell(1).text));
    CHECK(raw_keys.size() == 10170);
    // The four buyers of rows without id hold five contracts among those rows; the row without buyer is rejected.
    std::set<std::string> contracts;
    for (const auto& record : result.records)
        contracts.insert(record.buyer.identifier.text + record.buyer.name + "|" + record.reference);
    CHECK(contracts.size() >= 10170);

    // Counted by a script of its own (csv, regular expressions, Luhn), not by this reader.
    const std::map<std::string, int> counted = {{"accents_perdus", 4879},
                                                {"acheteur_absent", 1},
                                                {"cpv_cle", 1523},
                                                {"cpv_format", 4},
                                                {"cpv_zero_perdu", 119},
                                                {"date_annee", 2},
                                                {"date_fuseau", 2912},
                                                {"donnee_de_test", 9},
                                                {"entite_html", 371},
                                                {"identifiant_derive", 7},
                                                {"marqueur_manquant", 1},  // a holder named « NEANT »
                                                {"montant_aberrant", 14},
                                                {"montant_maximum_estime", 3808},
                                                {"montant_nul_ou_negatif", 115},
                                                {"objet_absent", 32},
                                                {"reference_caracteres", 58},
                                                {"siret_espaces", 39},
                                                {"siret_format", 82 + 7},  // of holders, of buyers (all zeros)
                                                {"siret_luhn", 138 + 87},
                                                {"titulaire_absent", 5 + 1},  // no holder; « NEANT » with zeros
                                                {"valeur_normalisee", 26 + 455 + 26 + 36}};
    CHECK(result.codes == counted);
    for (const auto& [code, count] : result.codes) CHECK(domain::find_remark(code) != nullptr);
}

TEST_CASE("the town's list of 2010: rows in are rows kept and rows listed", "[real]") {
    const std::string bytes = tests::real_file("tableurs/etalab-etat-2010-2012_c261d3e227080170ff14ac658b1062f5.csv");
    std::string text;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80)
            text += c;
        else if (byte == 0x80)
            text += "€";
        else if (byte == 0x9C)
            text += "œ";
        else if (byte == 0x92)
            text += "’";
        else if (byte >= 0xA0) {
            text += static_cast<char>(0xC0 | (byte >> 6U));
            text += static_cast<char>(0x80 | (byte & 0x3FU));
        }
    }
    const auto rows = tests::Rows::csv(text);
    std::uint64_t with_holder = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) with_holder += !rows[i].cell(3).text.empty();
    const auto result = tests::read_tenders(rows, domain::recognise(rows.head()), tests::for_buyer("Ville"));
    CHECK(result.counts.read == rows.size() - 1);
    CHECK(result.counts.kept == with_holder - 1);  // the header has one too
    CHECK(result.counts.kept + result.counts.ignored == result.counts.read);
    CHECK(result.records.size() == result.counts.kept + 1);  // one cell holds two lots
    CHECK(result.codes.at("montant_multiple") == 1);
    CHECK(result.codes.at("total_different") == 1);  // the coaches: 176 585,29 said, 175 585,29 summed
    CHECK(result.codes.size() == 3);
    std::set<std::string> keys;
    std::int64_t cents = 0;
    for (const auto& record : result.records) {
        keys.insert(record.reference + "|" + record.lot_number);
        REQUIRE(record.amount);
        cents += record.amount->parts();
    }
    CHECK(keys.size() == result.records.size());
    CHECK(cents == 457854751);
}
