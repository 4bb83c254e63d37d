// Tender tables of many layouts are recognised; what is not sure is asked, never guessed.
#include "clausier/domain/mapping.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/cases.hpp"
#include "support/tender_table.hpp"

using namespace clausier;
using domain::Field;
using tests::Rows;

namespace {

const domain::Column& column(const domain::Mapping& mapping, std::string_view header) {
    for (const domain::Column& found : mapping.columns)
        if (found.header == header) return found;
    FAIL("no column " << header);
    return mapping.columns.front();
}

domain::Mapping recognise(std::string_view csv, std::string_view profile = {},
                          std::vector<domain::Choice> choices = {}) {
    return domain::recognise(Rows::csv(csv).head(), profile, choices);
}

std::string refusal(std::string_view csv, std::string_view profile = {}, std::vector<domain::Choice> choices = {}) {
    try {
        recognise(csv, profile, std::move(choices));
    } catch (const core::Error& error) {
        CHECK(error.kind() == core::ErrorKind::invalid);
        return error.what();
    }
    return "accepted";
}

}  // namespace

TEST_CASE("headers of real layouts find their profile and their fields") {
    for (const auto& one : tests::cases("mapping/headers.csv")) {
        INFO(one.at("name") << ": " << one.at("column"));
        std::string row = one.at("headers");
        std::replace(row.begin(), row.end(), '|', ';');
        const domain::Mapping mapping = recognise(row + "\n");
        CHECK(mapping.profile.name == one.at("profile"));
        CHECK(domain::info(column(mapping, one.at("column")).field).key == one.at("field"));
        CHECK(domain::text(column(mapping, one.at("column")).how) == one.at("how"));
    }
}

TEST_CASE("the header row is found under title rows") {
    const auto mapping = recognise(";;\n;MARCHÉS CONCLUS EN 2026;\n;;\nObjet;Titulaire;Montant HT\nA;B;1\n");
    CHECK(mapping.header_row == 4);
    CHECK(mapping.column(Field::amount)->index == 2);
    CHECK(mapping.column(Field::amount)->samples == std::vector<std::string>{"1"});
}

TEST_CASE("the wrong header of the State's export is put right by position") {
    const auto mapping = recognise(
        "Année de notification;Entité Publique;Entité d'Achat;Attributaire est une PME;Date de notification;"
        "Nature du Marché;Objet du Marché;Tranche Budgétaire;;Montant du marché si renseigné;Attributaire est une PME\n"
        "2012;CCI;CCI de la Lorne;SYSTEMES DU VAL;27/02/2012;Services;ABONNEMENT;4000;19999,99;13200;Non renseigné\n"
        "2012;CCI;CCI de la Lorne;FICTIVE SARL;02/04/2012;Services;CONSEIL;20000;49999,99;;Oui\n");
    CHECK(mapping.profile.name == "etat-place");
    CHECK(mapping.columns[3].field == Field::holder_name);
    CHECK(mapping.columns[10].field == Field::holder_sme);
    CHECK(mapping.columns[7].field == Field::bracket_min);
    CHECK(mapping.columns[8].field == Field::bracket_max);
    CHECK(mapping.unresolved().empty());
}

TEST_CASE("a known header whose values say otherwise is asked, not taken") {
    const auto mapping = recognise(
        "Objet;Montant HT;Titulaire;Titulaire PME\n"
        "Peinture;1 000;A;Couleurs du Val\nSols;2 000;B;Sols du Val\nToiture;3 000;C;Toits du Val\n",
        "table-region");
    const domain::Column& doubtful = column(mapping, "Titulaire PME");
    CHECK(doubtful.field == Field::ignored);
    CHECK(doubtful.unresolved());
    CHECK(doubtful.suggestions.front().score < domain::automatic_score);
    CHECK(mapping.unresolved().size() == 1);
}

TEST_CASE("dates under a vague header make it a date of notification") {
    const std::string header = "Objet;Montant HT;Titulaire;Jour de notification\n";
    const auto without = recognise(header, "table-region");
    CHECK(column(without, "Jour de notification").score < domain::automatic_score);
    const auto with = recognise(header + "A;1;B;01/02/2026\nC;2;D;03/02/2026\n", "table-region");
    CHECK(column(with, "Jour de notification").field == Field::notified_on);
    CHECK(column(with, "Jour de notification").how == domain::How::near_header);
}

TEST_CASE("values that only say missing do not speak against a header") {
    const auto mapping = recognise(
        "id;objet;montant;acheteur.id;titulaire_id_2\n1;A;10;73282932000074;CDL\n2;B;20;73282932000074;CDL\n");
    CHECK(mapping.column(Field::holder2_id) != nullptr);
}

TEST_CASE("an unknown column is left aside, and no field is given twice") {
    const auto mapping = recognise("Objet;Montant HT;Titulaire;Montant HT;Couleur\nA;1;B;2;bleu\n");
    CHECK(mapping.columns[1].field == Field::amount);
    CHECK(mapping.columns[3].field == Field::ignored);
    CHECK(mapping.columns[3].unresolved());
    CHECK(column(mapping, "Couleur").field == Field::ignored);
    CHECK_FALSE(column(mapping, "Couleur").unresolved());
}

TEST_CASE("the user decides by header, by letter or by number") {
    const std::string csv = "Prestation;Prix convenu;Société\nA;1;B\n";
    CHECK(refusal(csv).find("« Prix convenu »") != std::string::npos);
    const std::vector<domain::Choice> choices = {*domain::parse_choice("prestation=objet"),
                                                 *domain::parse_choice("Prix convenu=montant"),
                                                 *domain::parse_choice("3=titulaire_nom")};
    const auto mapping = recognise(csv, {}, choices);
    CHECK(mapping.columns[0].field == Field::object);
    CHECK(mapping.columns[1].how == domain::How::chosen);
    CHECK(mapping.columns[2].field == Field::holder_name);
    CHECK(recognise(csv, {}, {choices[0], choices[1], {"C", Field::holder_name}}).columns[2].field ==
          Field::holder_name);
}

TEST_CASE("a choice that cannot be read says how to write it") {
    CHECK(domain::parse_choice("montant").error().code == "colonne_syntaxe");
    CHECK(domain::parse_choice("=montant").error().code == "colonne_syntaxe");
    CHECK(domain::parse_choice("Prix=montnat").error().text.find("« montant »") != std::string::npos);
    CHECK(domain::parse_choice("a=b=montant")->header == "a=b");
}

TEST_CASE("a choice for a column that is not there lists the columns") {
    CHECK(refusal("Objet;Montant HT;Titulaire\n", {}, {{"Prix", Field::amount}}) ==
          "option --colonne : le fichier n’a pas de colonne « Prix » ; ses colonnes sont « Objet », « Montant HT », "
          "« Titulaire »");
}

TEST_CASE("a file no profile fits is refused with its headers and the profiles") {
    const std::string text = refusal("name;url;status\nx;y;z\n");
    CHECK(text.find("« name », « url », « status »") != std::string::npos);
    CHECK(text.find("decp-tabulaire, etat-place, lots-estimes, marches-conclus, table-region") != std::string::npos);
    CHECK(refusal("").find("aucune ligne lue") != std::string::npos);
}

TEST_CASE("a named profile that lacks a field says which one") {
    CHECK(refusal("Objet;Montant HT;CPV\nA;1;45000000\n", "marches-conclus")
              .find("il manque, pour le profil marches-conclus : nom du titulaire") != std::string::npos);
}

TEST_CASE("when the missing field is doubtful, the refusal says which column may be it") {
    const std::string text = refusal("Objet;Titulaire;Montant HT\nA;B;selon BPU\nC;D;au métré\n");
    CHECK(text.find("« Montant HT » (selon BPU) est peut-être montant ;") != std::string::npos);
}

TEST_CASE("the head keeps rows after their source has gone") {
    domain::Head head;
    {
        const std::string text = "Objet, a text long enough to leave the small buffer";
        const core::Cell cells[] = {{core::CellKind::text, text}, {}};
        head.add({7, cells});
    }
    CHECK(head.row(0).number == 7);
    CHECK(head.row(0).cell(0).text.starts_with("Objet, a text"));
    CHECK(head.row(0).cell(1).empty());
}

TEST_CASE("the published headers of the ministry and of the observatory are all known", "[real]") {
    for (const auto& [name, separator] : {std::pair{"tableurs/decp_augmente_valides_2022_test.csv", ';'},
                                          std::pair{"tableurs/decp_augmente_valides_2019_test.csv", ';'},
                                          std::pair{"tableurs/decp-table-schema_exemple-valide.csv", ','}}) {
        INFO(name);
        std::string text = tests::real_file(name);
        if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
        const auto mapping = domain::recognise(Rows::csv(text, separator).head());
        CHECK(mapping.profile.name == "decp-tabulaire");
        CHECK(mapping.unresolved().empty());
        for (const domain::Column& known : mapping.columns) {
            INFO(known.header);
            CHECK(known.how == domain::How::header);
        }
    }
}

TEST_CASE("a second column of a field is a question only when it shows values") {
    const std::string head = "id;acheteur.id;objet;montant;typesPrix;TypePrix\n";
    const auto empty = domain::recognise(Rows::csv(head + "A;21990001000014;Toit;5000;Définitif ferme;\n").head());
    CHECK(empty.unresolved().empty());
    const auto filled =
        domain::recognise(Rows::csv(head + "A;21990001000014;Toit;5000;Définitif ferme;Mixte\n").head());
    REQUIRE(filled.unresolved().size() == 1);
    CHECK(filled.unresolved().front()->header == "TypePrix");
}

TEST_CASE("a table that no profile fits is still shown, its columns waiting for a person") {
    const tests::Rows rows = tests::Rows::csv("Chose;Truc;Prix\nA;B;12\nC;D;13\n");
    const domain::Recognition found = domain::look(rows.head());
    CHECK_FALSE(found.missing.empty());
    REQUIRE(found.mapping.columns.size() == 3);
    CHECK(found.mapping.header_row == 1);
    CHECK(found.mapping.columns[0].samples == std::vector<std::string>{"A", "C"});
    const domain::Choice choices[] = {{"", domain::Field::object, 0}, {"", domain::Field::amount, 2}};
    const domain::Recognition decided = domain::look(rows.head(), "table-region", choices);
    CHECK(decided.missing.empty());
    CHECK(decided.mapping.column(domain::Field::amount)->header == "Prix");
    CHECK_THROWS_AS(domain::look(domain::Head()), core::Error);
}

TEST_CASE("the header row is the one a person says, among the first ones") {
    const tests::Rows rows = tests::Rows::csv("Objet;Montant HT\nObjet du marché;Prix\nÉcole;12\n");
    CHECK(domain::look(rows.head()).mapping.header_row == 1);
    CHECK(domain::look(rows.head(), {}, {}, 2).mapping.header_row == 2);
    const domain::Choice price[] = {{"Prix", domain::Field::amount}};
    CHECK(domain::recognise(rows.head(), "table-region", price, 2).header_row == 2);
    CHECK_THROWS_AS(domain::look(rows.head(), {}, {}, 9), core::Error);
}

TEST_CASE("the usual names of a lot's title are known, and a trade stays one beside a title") {
    for (const char* name : {"Désignation des travaux", "Désignation du lot", "Nature des travaux", "Libellé",
                             "Intitulé", "Prestations"}) {
        CAPTURE(name);
        const auto rows = tests::Rows::csv("N°;" + std::string(name) + ";Estimation HT\n1;Peinture;10\n2;Sol;20\n");
        const auto mapping = domain::recognise(rows.head());
        CHECK(mapping.profile.name == "lots-estimes");
        REQUIRE(mapping.column(domain::Field::lot_title));
        CHECK(mapping.column(domain::Field::lot_title)->index == 1);
    }
    const auto rows = tests::Rows::csv("N°;Corps d’état;Désignation;Estimation HT\n1;Peinture;Murs;10\n");
    const auto mapping = domain::recognise(rows.head());
    CHECK(mapping.column(domain::Field::trade)->index == 1);
    CHECK(mapping.column(domain::Field::lot_title)->index == 2);
}
