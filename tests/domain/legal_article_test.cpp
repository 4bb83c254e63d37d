// Articles are cited as lawyers write them, and never surer than what was read.
#include "clausier/domain/legal_article.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier::domain;

TEST_CASE("an article has one answer wherever it is cited") {
    CHECK(article_verified("L2112-2"));
    CHECK(article_verified("L2152-7"));
    CHECK(article_verified("L2112-2-1"));
    CHECK_FALSE(article_verified("L2113-14"));
    CHECK_FALSE(article_verified("L2113"));
    CHECK_FALSE(article_verified(""));
}

TEST_CASE("articles are written with their letter apart, and told when they are to be verified") {
    const std::string code = " du code de la commande publique";
    CHECK(cited("L2112-2") == "article\u00a0L.\u00a02112-2" + code);
    CHECK(cited("L2112-2, L2152-7, R2152-7") ==
          "articles\u00a0L.\u00a02112-2, L.\u00a02152-7 et R.\u00a02152-7" + code);
    CHECK(cited("L2113-14") == "article\u00a0L.\u00a02113-14" + code + " (à vérifier sur Légifrance)");
    CHECK(cited("L2113-14, R2113-7") ==
          "articles\u00a0L.\u00a02113-14 (à vérifier sur Légifrance) et R.\u00a02113-7" + code);
    CHECK(cited("loi 2021-1104, article 35") == "loi 2021-1104, article 35");
    CHECK(cited("").empty());
}
