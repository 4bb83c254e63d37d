// Rows of a form: read in order, added, taken away, and written again as the address should have them.
#include "row_form.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier;
using web::RowForm;

namespace {

RowForm form(const http::Fields& sent) { return {sent, {"taux"}, {{"lot", {"intitule", "part_mo"}, 4}}}; }

std::string address(const http::Fields& sent) { return http::encode_query(form(sent).fields()); }

}  // namespace

TEST_CASE("empty values and unknown names leave the address, rows keep their number") {
    CHECK(address({{"part_mo_2", " 40 "}, {"taux", "5"}, {"intitule_1", ""}, {"autre", "x"}, {"intitule_2", "A"}}) ==
          "taux=5&intitule_2=A&part_mo_2=40");
    CHECK(form({{"part_mo_2", "40"}}).rows("lot") == 2);
    CHECK(form({{"part_mo_2", "40"}}).blank("lot", 1));
    CHECK(form({}).rows("lot") == 1);
    CHECK(form({}).empty());
}

TEST_CASE("a row is added at the end and is where one types next") {
    const RowForm one = form({{"intitule_1", "A"}, {"lots", "1"}, {"ajouter", "lot"}});
    CHECK(one.rows("lot") == 2);
    CHECK(one.focus() == "intitule_2");
    CHECK(http::encode_query(one.fields()) == "intitule_1=A&lots=2");
    CHECK(form({{"lots", "4"}, {"ajouter", "lot"}}).rows("lot") == 4);
    CHECK(form({{"lots", "4"}, {"ajouter", "embauche"}}).focus().empty());
}

TEST_CASE("a row taken away closes the gap, and the last one stays") {
    CHECK(
        address({{"intitule_1", "A"}, {"intitule_2", "B"}, {"intitule_3", "C"}, {"lots", "3"}, {"retirer_lot", "2"}}) ==
        "intitule_1=A&intitule_2=C");
    CHECK(form({{"intitule_1", "A"}, {"retirer_lot", "1"}}).rows("lot") == 1);
    CHECK(address({{"intitule_1", "A"}, {"retirer_lot", "9"}}) == "intitule_1=A");
    CHECK(address({{"intitule_1", "A"}, {"retirer_lot", "x"}}) == "intitule_1=A");
}

TEST_CASE("more rows than a page holds are told, absurd numbers are passed over") {
    CHECK(form({{"intitule_5", "A"}}).issues().size() == 1);
    CHECK(form({{"intitule_99999999999999999999", "A"}, {"intitule_0", "B"}, {"intitule_-1", "C"}}).empty());
    CHECK(form({{"lots", "1000000"}}).rows("lot") == 4);
}
