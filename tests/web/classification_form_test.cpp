// What the form of classification reads, and the addresses it leads back to.
#include "classification_form.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier;
using domain::ClauseAxis;

namespace {

web::ClassificationForm read(const http::Fields& fields, std::string& faults) {
    web::FormReader reader(fields);
    const auto form = web::read_classification_form(reader);
    for (const core::Issue& issue : reader.issues()) faults += issue.where + " ";
    return form;
}

}  // namespace

TEST_CASE("ticks, a gesture and a clause make decisions; suggestions leave out who has none") {
    std::string faults;
    const auto form = read({{"contrat", "1"}, {"contrat", "2"}, {"geste", "suggestion"}}, faults);
    CHECK(faults.empty());
    domain::ChosenContracts chosen;
    chosen.lines.resize(2);
    chosen.lines[0].lot = {1};
    chosen.lines[1].lot = {2};
    chosen.lines[1].suggestion = domain::suggest_clause(ClauseAxis::social, "Nettoyage", "");
    const auto decisions = web::decisions_of(form, chosen);
    REQUIRE(decisions.size() == 1);
    CHECK(decisions[0].lot == domain::Id<domain::Lot>{2});
    const auto none = read({{"considerations", "environnementale"}, {"contrat", "1"}, {"geste", "aucune"}}, faults);
    CHECK(web::decisions_of(none, chosen).size() == 2);
    CHECK(none.given == domain::no_consideration(ClauseAxis::environmental));
}

TEST_CASE("the form of a clause is read for the kinds that have one, and passed over for the others") {
    std::string faults;
    const auto given = [&](const std::string& clause, const std::string& form) {
        return domain::text_of(
            read({{"contrat", "1"}, {"geste", "clause"}, {"clause", clause}, {"forme", form}}, faults).given);
    };
    CHECK(given("training", "les_deux") == "training:les_deux");
    CHECK(given("insertion", "critere") == "insertion");
    CHECK(faults.empty());
}

TEST_CASE("each fault bears its field") {
    const auto faults = [](const http::Fields& fields) {
        std::string out;
        read(fields, out);
        return out;
    };
    CHECK(faults({}) == "contrat geste ");
    CHECK(faults({{"contrat", "-1"}, {"geste", "aucune"}}) == "contrat ");
    CHECK(faults({{"contrat", "99999999999999999999"}, {"geste", "aucune"}}) == "contrat ");
    CHECK(faults({{"contrat", "1"}, {"geste", "clause"}, {"clause", "zz"}}) == "clause ");
    CHECK(faults({{"contrat", "1"}, {"geste", "clause"}, {"clause", "training"}, {"forme", "zz"}}) == "forme ");
    CHECK(faults({{"considerations", "zz"}, {"contrat", "1"}, {"geste", "aucune"}}) == "considerations ");
}

TEST_CASE("an address keeps the filters, and ticking keeps the page too") {
    const http::Fields fields{
        {"considerations", "sociale"}, {"texte", "a b"}, {"page", "2"}, {"contrat", "1"}, {"cocher", "tout"}};
    CHECK(web::classification_address(fields, "", "") == "/spaser/classer?considerations=sociale&texte=a%20b");
    CHECK(web::classification_address(fields, "cocher", "tout") ==
          "/spaser/classer?considerations=sociale&texte=a%20b&page=2&cocher=tout");
    CHECK(web::classification_address(fields, "page", "3") ==
          "/spaser/classer?considerations=sociale&texte=a%20b&page=3");
    CHECK(web::classification_address({}, "", "") == "/spaser/classer");
}
