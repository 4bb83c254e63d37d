// Addresses of lists of markets: read into filters, and written again with one thing changed.
#include "market_query.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier;
using web::FormReader;

namespace {

app::MarketQuery read(const http::Fields& query) {
    FormReader reader(query);
    app::MarketQuery out = web::read_market_query(reader);
    CHECK(reader.sound());
    return out;
}

// The fields that are refused.
std::vector<std::string> refused(const http::Fields& query) {
    FormReader reader(query);
    web::read_market_query(reader);
    std::vector<std::string> out;
    for (const core::Issue& issue : reader.issues()) out.push_back(issue.where);
    return out;
}

}  // namespace

TEST_CASE("a short number is a buyer of the base, a longer one is its SIREN or SIRET, a text its name") {
    CHECK(read({{"acheteur", "12"}}).filter.buyer->value == 12);
    CHECK(read({{"acheteur", "219900010"}}).buyer == "219900010");
    CHECK_FALSE(read({{"acheteur", "219900010"}}).filter.buyer);
    CHECK(read({{"acheteur", "Commune"}}).buyer == "Commune");
    CHECK(read({{"acheteur", "0"}}).buyer == "0");
}

TEST_CASE("the order is the newest first; one that is asked for begins by the smallest") {
    CHECK(read({}).filter.descending);
    CHECK_FALSE(read({{"sens", "croissant"}}).filter.descending);
    CHECK_FALSE(read({{"tri", "montant"}}).filter.descending);
    const app::MarketQuery query = read({{"tri", "montant"}, {"sens", "decroissant"}});
    CHECK(query.filter.descending);
    CHECK(query.filter.sort == store::MarketSort::amount);
}

TEST_CASE("whether hours are known is yes or no, and nothing is neither") {
    CHECK_FALSE(read({}).filter.has_hours);
    CHECK(read({{"heures", "oui"}}).filter.has_hours == true);
    CHECK(read({{"heures", "non"}}).filter.has_hours == false);
}

TEST_CASE("what does not exist is refused by the name of its parameter, and people read a label") {
    CHECK(refused({{"secteur", "mines"},
                   {"consideration", "peut-être"},
                   {"heures", "peut-être"},
                   {"tri", "couleur"},
                   {"annee", "bientôt"},
                   {"montant_min", "beaucoup"}}) ==
          std::vector<std::string>{"annee", "montant_min", "secteur", "consideration", "heures", "tri"});
    for (const web::Parameter& parameter : web::market_parameters()) {
        INFO(parameter.name);
        const bool plain = parameter.name == "sens" || parameter.name == "page";
        CHECK((web::filter_label(parameter.name) == parameter.name) == plain);
    }
    CHECK(web::filter_label("annee") == "Année de notification");
}

TEST_CASE("an address with one thing changed is back on the first page and forgets what was done") {
    const http::Fields query{{"texte", "école & co"}, {"annee", "2026"}, {"page", "3"}, {"fait", "x"}, {"cpv", ""}};
    CHECK(web::with(query, "annee", "2025") == "/marches?texte=%C3%A9cole%20%26%20co&annee=2025");
    CHECK(web::with(query, "annee", "") == "/marches?texte=%C3%A9cole%20%26%20co");
    CHECK(web::with({{"annee", "2026"}}, "annee", "") == "/marches");
}

TEST_CASE("order and page are no filters; an absurd page is one that can be counted") {
    CHECK_FALSE(web::filtered({{"tri", "montant"}, {"page", "2"}, {"annee", ""}}));
    CHECK(web::filtered({{"annee", "2026"}}));
    CHECK(web::page_of({}) == 1);
    for (const char* odd : {"0", "-1", "x", "", "99999999999999999999"}) CHECK(web::page_of({{"page", odd}}) == 1);
    CHECK(web::page_of({{"page", "9999999999"}}) == 1'000'000);
}
