// The steps of an import and its columns as they are shown.
#include "clausier/domain/import_draft.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/tender_table.hpp"

using namespace clausier;
using domain::ImportStep;

TEST_CASE("each step has its word; those in which work goes on are not at rest") {
    CHECK(domain::text(ImportStep::deposited) == "déposé");
    CHECK(domain::text(ImportStep::failed) == "échoué");
    CHECK_FALSE(domain::is_at_rest(ImportStep::reading));
    CHECK_FALSE(domain::is_at_rest(ImportStep::applying));
    CHECK(domain::is_at_rest(ImportStep::values));
    CHECK(domain::is_at_rest(ImportStep::abandoned));
}

TEST_CASE("a column is shown with its letter, its values cut to be read, and what it may be when that is asked") {
    const tests::Rows rows =
        tests::Rows::csv("Objet;Montant HT;Montant initial\n" + std::string(300, 'x') + ";12;13\nSols;14;15\n");
    const auto previews = domain::column_previews(domain::recognise(rows.head()));
    REQUIRE(previews.size() == 3);
    CHECK(previews[0].letters == "A");
    CHECK(previews[0].samples.at(0).size() < 100);
    CHECK(previews[1].field == domain::Field::amount);
    CHECK(previews[1].suggestions.empty());
    CHECK(previews[2].undecided());
    CHECK(previews[2].suggestions.front().field == domain::Field::amount);
}

TEST_CASE("a file is read once its fields are there and somebody buys") {
    domain::ImportDraft draft;
    CHECK_FALSE(draft.can_be_read());
    draft.columns.resize(1);
    CHECK(draft.can_be_read());
    draft.needs_buyer = true;
    CHECK_FALSE(draft.can_be_read());
}
