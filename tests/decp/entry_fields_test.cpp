// The tables of the formats: each name once, each list known, and what is required.
#include "entry_fields.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <set>

#include "schema_lists.hpp"

using namespace clausier;

namespace {

template <class T>
std::set<std::string_view> names(std::span<const decp::Field<T>> table) {
    std::set<std::string_view> out;
    for (const auto& field : table) {
        INFO(field.name);
        CHECK(out.insert(field.name).second);
        CHECK_FALSE(field.label.empty());
    }
    return out;
}

}  // namespace

TEST_CASE("a market and a concession name their values each in its own way") {
    const auto market = names(decp::entry_fields(false));
    const auto concession = names(decp::entry_fields(true));
    CHECK(market.contains("acheteur.id"));
    CHECK_FALSE(concession.contains("acheteur.id"));
    CHECK(concession.contains("autoriteConcedante.id"));
    CHECK_FALSE(concession.contains("codeCPV"));
    CHECK(decp::words_fields(false).size() == 5);
    CHECK(decp::words_fields(true).size() == 2);
    CHECK(names(decp::modification_fields(false)).contains("montant"));
    CHECK(names(decp::modification_fields(true)).contains("valeurGlobale"));
    CHECK(names(decp::subcontract_fields()).size() == names(decp::subcontract_change_fields()).size() + 1);
    CHECK(names(decp::party_fields()).size() == 2);
    CHECK(names(decp::year_fields()).size() == names(decp::tariff_fields()).size());
}

TEST_CASE("numbers and booleans are written bare, dates and codes are not") {
    using decp::Shape;
    for (const Shape bare :
         {Shape::boolean, Shape::rank, Shape::months, Shape::amount, Shape::free_amount, Shape::share})
        CHECK(decp::is_bare(bare));
    for (const Shape quoted : {Shape::text, Shape::identifier, Shape::siret, Shape::cpv, Shape::date})
        CHECK_FALSE(decp::is_bare(quoted));
}
