// The form of an import's columns: only what differs from what was recognised is a choice, and nothing typed is lost.
#include "import_column_form.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier;
using domain::Field;
using web::FormReader;

namespace {

domain::ImportDraft draft() {
    domain::ImportDraft out;
    out.step = domain::ImportStep::columns;
    out.header_row = 1;
    out.columns.push_back({0, "A", "Objet", {}, Field::object, 100, domain::How::header, {}});
    out.columns.push_back({1, "B", "Chose", {}, Field::ignored, 0, domain::How::none, {}});
    return out;
}

domain::ImportChoices read(const http::Fields& fields, const domain::ImportDraft& on = draft()) {
    FormReader reader(fields);
    domain::ImportChoices out = web::read_choices(fields, reader, on);
    CHECK(reader.sound());
    return out;
}

}  // namespace

TEST_CASE("a form sent as it was shown chooses nothing") {
    const domain::ImportChoices choices = read({{"ligne_entetes", "1"}, {"colonne_1", "objet"}, {"colonne_2", ""}});
    CHECK(choices.columns.empty());
    CHECK_FALSE(choices.header_row);
    CHECK_FALSE(choices.year);
}

TEST_CASE("a column given another meaning, or none, is a choice; one that was chosen before stays one") {
    const domain::ImportChoices choices = read({{"colonne_1", ""}, {"colonne_2", "montant"}});
    REQUIRE(choices.columns.size() == 2);
    CHECK(choices.columns[0].field == Field::ignored);
    CHECK(choices.columns[1].field == Field::amount);
    domain::ImportDraft chosen = draft();
    chosen.columns[0].how = domain::How::chosen;
    CHECK(read({{"colonne_1", "objet"}}, chosen).columns.size() == 1);
}

TEST_CASE("columns of another row of titles, profile or sheet are others: what was said of the old ones is dropped") {
    CHECK(read({{"ligne_entetes", "3"}, {"colonne_2", "montant"}}).columns.empty());
    CHECK(read({{"ligne_entetes", "3"}}).header_row == 3);
    CHECK(read({{"profil", "table-region"}, {"colonne_2", "montant"}}).columns.empty());
    domain::ImportDraft sheet = draft();
    sheet.choices.sheet = "Lots";
    CHECK(read({{"feuille", "Autres"}, {"colonne_2", "montant"}}, sheet).columns.empty());
    CHECK(read({{"feuille", "Lots"}, {"colonne_2", "montant"}}, sheet).columns.size() == 1);
}

TEST_CASE("what cannot be read is a fault of its field, a meaning that does not exist included") {
    const http::Fields fields{{"annee", "bientôt"}, {"ligne_entetes", "-1"}, {"colonne_2", "couleur"}};
    FormReader reader(fields);
    web::read_choices(fields, reader, draft());
    REQUIRE(reader.issues().size() == 3);
    CHECK(reader.issues()[0].where == "annee");
    CHECK(reader.issues()[1].where == "ligne_entetes");
    CHECK(reader.issues()[2].where == "colonne_2");
}

TEST_CASE("the form shown again has the columns as they were chosen, and the figures as they were typed") {
    domain::ImportDraft shown = draft();
    const http::Fields typed{{"annee", "bientôt"}, {"colonne_1", ""}, {"colonne_2", "montant"}};
    web::show_chosen_columns(shown, typed);
    CHECK(shown.columns[0].field == Field::ignored);
    CHECK(shown.columns[1].field == Field::amount);
    CHECK(shown.columns[1].how == domain::How::chosen);
    const auto fields = web::column_fields(web::FormView({}), typed);
    CHECK(fields.at(3).at("valeur").as_string() == "bientôt");
    domain::ImportDraft kept = draft();
    kept.choices.year = 2026;
    CHECK(web::choice_fields(kept).get("annee") == "2026");
    CHECK(web::choice_fields(kept).get("ligne_entetes") == "1");
}

TEST_CASE("what keeps a file from being read stands beside what would mend it") {
    domain::ImportDraft lacking = draft();
    lacking.needs_buyer = true;
    lacking.missing = "montant";
    const auto issues = web::unreadable(lacking);
    REQUIRE(issues.size() == 2);
    CHECK(issues[0].where == "acheteur");
    CHECK(issues[1].text.find("montant") != std::string::npos);
    CHECK(web::unreadable(draft()).empty());
    lacking.faults = {{core::Severity::error, "ligne_des_titres_absente", "ligne d’en-têtes", "la ligne 99…"},
                      {core::Severity::error, "autre", "", "x"}};
    REQUIRE(web::header_faults(lacking).size() == 1);
    CHECK(web::header_faults(lacking)[0].where == "ligne_entetes");
}
