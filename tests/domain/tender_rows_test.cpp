// Rows are told apart: only those of data make records, sections hold for those below, totals are not counted.
#include "tender_rows.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/tender_table.hpp"

using namespace clausier;
using domain::RowClass;

namespace {

struct Classified {
    std::vector<RowClass> classes;
    std::vector<std::string> sections, brackets;
    std::string titles;
};

Classified classify(const std::string& csv, std::string_view profile) {
    const tests::Rows rows = tests::Rows::csv(csv);
    const domain::Mapping mapping = domain::recognise(rows.head(), profile);
    domain::RowClassifier classifier(mapping);
    Classified out;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].number == mapping.header_row) continue;
        out.classes.push_back(classifier.classify(rows[i]));
        out.sections.push_back(classifier.section());
        out.brackets.push_back(classifier.bracket());
    }
    out.titles = classifier.titles();
    return out;
}

const std::string header = "Objet;Date;Titulaire;Montant HT\n";

RowClass alone(const std::string& row) {
    return classify(header + "Peinture;01/02/2026;Couleurs;10\n" + row + "\n", "marches-conclus").classes.back();
}

}  // namespace

TEST_CASE("titles above the header are noted, blanks are blank") {
    const auto read = classify(";;;\nVille de Valbrume;;;\nMarchés;;2026;\n" + header, "marches-conclus");
    CHECK(read.classes == std::vector{RowClass::blank, RowClass::title, RowClass::title});
    CHECK(read.titles == "Ville de Valbrume — Marchés — 2026");
}

TEST_CASE("a section holds until the next, and a new bracket ends it") {
    const auto read = classify(header +
                                   "Tranche 1 : 0 à 19 999,99 € HT;;;\nSERVICES;;;\nA;01/02/2026;B;1\nTRAVAUX;;;\n"
                                   "C;01/02/2026;D;1\nTranche 2 : 20 000 à 49 999 €;;;\nE;01/02/2026;F;1\n",
                               "marches-conclus");
    CHECK(read.classes == std::vector{RowClass::section, RowClass::section, RowClass::data, RowClass::section,
                                      RowClass::data, RowClass::section, RowClass::data});
    CHECK(read.sections[2] == "Services");
    CHECK(read.sections[4] == "Travaux");
    CHECK(read.sections[6].empty());
    CHECK(read.brackets[4] == "Tranche 1 : 0 à 19 999,99 € HT");
    CHECK(read.brackets[6] == "Tranche 2 : 20 000 à 49 999 €");
}

TEST_CASE("words alone on their row are sections, brackets, totals or notes") {
    CHECK(alone("FOURNITURE;;;") == RowClass::section);
    CHECK(alone("Marchés de travaux;;;") == RowClass::section);
    CHECK(alone("De 25 000 à 89 999 € HT;;;") == RowClass::section);
    CHECK(alone("90 000 et plus;;;") == RowClass::section);
    CHECK(alone("Montants hors taxes, avenants compris;;;") == RowClass::title);
    CHECK(alone("TOTAL;;;") == RowClass::total);
}

TEST_CASE("a total has no holder and no date; a market that begins like one has") {
    CHECK(alone("TOTAL SERVICES;;;236 628,38") == RowClass::total);
    CHECK(alone("Sous-total;;;100") == RowClass::total);
    CHECK(alone("Total nettoyage du site;03/02/2026;Net du Val;100") == RowClass::data);
}

TEST_CASE("a row whose amount begins with « total » names the lots below") {
    const auto rows = tests::Rows::csv(header + "Transport par autocars;;;TOTAL : 176 585,29\n");
    const auto mapping = domain::recognise(rows.head(), "marches-conclus");
    domain::RowClassifier classifier(mapping);
    CHECK(classifier.classify(rows[1]) == RowClass::group);
    CHECK(classifier.group().name == "Transport par autocars");
    CHECK(classifier.group().total == core::Euros::of(17658529));
}

TEST_CASE("the header repeated below is not data") {
    const auto read = classify(header + "A;01/02/2026;B;1\n" + header + "C;01/02/2026;D;1\n", "marches-conclus");
    CHECK(read.classes == std::vector{RowClass::data, RowClass::header, RowClass::data});
}

TEST_CASE("in a DECP table every filled row is data, even one whose object is « Total »") {
    const auto read =
        classify("id;acheteur_id;objet;montant\n1;73282932000074;Total;5\n;;Services;\n", "decp-tabulaire");
    CHECK(read.classes == std::vector{RowClass::data, RowClass::data});
}

TEST_CASE("each class of row not kept says its reason in French") {
    for (const RowClass row_class :
         {RowClass::blank, RowClass::title, RowClass::header, RowClass::section, RowClass::total, RowClass::group}) {
        CHECK(!domain::info(row_class).reason.empty());
        CHECK(!domain::info(row_class).text.empty());
    }
    CHECK(domain::info(RowClass::data).reason.empty());
}

TEST_CASE("in a table of lots taxes, provisions and sums are totals wherever their word stands") {
    for (const char* word : {"TVA", "TVA 20 %", "T.V.A. (20 %)", "Total TTC", "Montant TTC", "Sous-total", "S/Total",
                             "Aléas", "Imprévus", "Provision pour aléas (3 %)", "TOTAL GÉNÉRAL HT"}) {
        CAPTURE(word);
        const std::string lots = "N°;Désignation des travaux;Estimation HT\n1;Peinture;10\n";
        CHECK(classify(lots + ";" + word + ";10\n", "lots-estimes").classes.back() == RowClass::total);
        CHECK(classify(lots + word + ";;10\n", "lots-estimes").classes.back() == RowClass::total);
        CHECK(classify(lots + "9;" + word + ";10\n", "lots-estimes").classes.back() == RowClass::total);
    }
    const std::string lots = "N°;Désignation des travaux;Estimation HT\n";
    CHECK(classify(lots + "1;Totem et signalétique;10\n", "lots-estimes").classes.back() == RowClass::data);
    CHECK(classify(lots + "Prix valeur juin 2026;;\n", "lots-estimes").classes.back() == RowClass::title);
    CHECK(classify(lots + "2;;\n", "lots-estimes").classes.back() == RowClass::data);
}
