// Columns of a plain list are found by the names of their headers, wherever the header stands.
#include "clausier/domain/plain_table.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/refusal.hpp"
#include "support/rows.hpp"

using namespace clausier;
using domain::PlainChoice;
using domain::PlainField;

namespace {

const std::vector<PlainField> fields{{"nom", "Nom", true, {"nom", "raison sociale"}},
                                     {"ville", "Ville", false, {"ville"}}};

class Names final : public domain::PlainTable {
public:
    explicit Names(std::vector<PlainChoice> choices = {}) : PlainTable(fields, std::move(choices)) {}
    std::vector<std::string> read;

protected:
    void take(const core::Row& row) override {
        read.push_back(std::to_string(row.number) + " " + text(row, "nom") + "/" + text(row, "ville"));
    }
};

using Read = std::vector<std::string>;

}  // namespace

TEST_CASE("a title above the header and blank rows are passed over") {
    Names names;
    tests::feed(names, "Liste 2026;\n;\nVille;RAISON SOCIALE\nMetz;Les Tilleuls\n ; \nToul;Atelier\n");
    names.finish();
    CHECK(names.columns().header_row == 3);
    CHECK(names.read == Read{"4 Les Tilleuls/Metz", "6 Atelier/Toul"});
    CHECK(names.columns().of("ville")->samples == Read{"Metz", "Toul"});
}

TEST_CASE("of two headers that name a field, the surest is read") {
    Names names;
    tests::feed(names, "Raison sociale;Nom\nA;B\n");
    names.finish();
    CHECK(names.read == Read{"2 B/"});
}

TEST_CASE("a choice decides by header, by letter or by number, and takes the field from another column") {
    for (const char* column : {"Société", "B", "2"}) {
        Names names(std::vector<PlainChoice>{{column, "nom"}});
        tests::feed(names, "Nom;Société\nA;B\n");
        names.finish();
        CHECK(names.read == Read{"2 B/"});
    }
    CHECK(domain::parse_plain_choice("Société = nom", fields)->field == "nom");
    CHECK(domain::parse_plain_choice("C=ignorer", fields)->field.empty());
    CHECK(domain::parse_plain_choice("Société", fields).error().code == "colonne_syntaxe");
    CHECK(domain::parse_plain_choice("Société=cpv", fields).error().code == "champ_inconnu");
}

TEST_CASE("a required column that is nowhere is asked for with the headers seen") {
    Names names;
    tests::feed(names, "Société;Ville\nA;Metz\n");
    const auto error = tests::refusal([&] { names.finish(); });
    CHECK(error.issues().front().text.find("«\u00a0Société\u00a0»") != std::string::npos);
    Names chosen(std::vector<PlainChoice>{{"Siège", "nom"}});
    tests::feed(chosen, "Société;Ville\nA;Metz\n");
    CHECK(tests::refusal([&] { chosen.finish(); }).kind() == core::ErrorKind::invalid);
    Names empty;
    CHECK(tests::refusal([&] { empty.finish(); }).kind() == core::ErrorKind::invalid);
}

TEST_CASE("a long list is read to its end") {
    Names names;
    std::string text = "Nom\n";
    for (int i = 0; i < 500; ++i) text += "S" + std::to_string(i) + "\n";
    tests::feed(names, text);
    names.finish();
    CHECK(names.read.size() == 500);
    CHECK(names.read.back() == "501 S499/");
}

TEST_CASE("a file that holds a social security number is refused at its cell, which is repeated nowhere") {
    // An invented number: nobody is born in the month 99.
    const std::string nir = "1859978006084" + std::to_string(97 - 1'859'978'006'084 % 97);
    Names names;
    const auto refused =
        tests::refusal([&] { tests::feed(names, "Nom;Ville;Divers\nAtelier;Metz;voir " + nir + "\n"); });
    CHECK(refused.kind() == core::ErrorKind::invalid);
    CHECK(refused.issues().at(0).code == "nir");
    CHECK(refused.issues().at(0).where == "ligne 2, colonne C");
    CHECK(std::string(refused.what()).find("859978") == std::string::npos);
}
