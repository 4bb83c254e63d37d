// Links between the pages of a list.
#include "page_links.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier;
using web::page_links;

namespace {

http::Fields query() { return {{"texte", "école"}, {"etat", ""}, {"page", "2"}, {"fait", "retire"}}; }

}  // namespace

TEST_CASE("a page in the middle leads both ways and keeps what was asked") {
    const auto links = page_links({2, 250, 100}, "/journal", query());
    CHECK(links.at("plusieurs") == true);
    CHECK(links.at("avant") == "/journal?texte=%C3%A9cole&page=1");
    CHECK(links.at("apres") == "/journal?texte=%C3%A9cole&page=3");
    CHECK(links.at("ici") == "page 2 sur 3");
}

TEST_CASE("the ends lead one way, a single page nowhere") {
    CHECK(page_links({1, 101, 100}, "/a", {}).at("avant").is_null());
    CHECK(page_links({1, 101, 100}, "/a", {}).at("apres") == "/a?page=2");
    CHECK(page_links({2, 101, 100}, "/a", {}).at("apres").is_null());
    for (const std::int64_t total : {0, 1, 100}) {
        const auto links = page_links({1, total, 100}, "/a", {});
        CHECK(links.at("plusieurs") == false);
        CHECK(links.at("avant").is_null());
        CHECK(links.at("apres").is_null());
        CHECK(links.at("ici") == "page 1 sur 1");
    }
}

TEST_CASE("the links of a page beyond the last lead to the last") {
    const auto links = page_links({9, 150, 100}, [](std::int64_t to) { return "#" + std::to_string(to); });
    CHECK(links.at("plusieurs") == true);
    CHECK(links.at("avant") == "#2");
    CHECK(links.at("apres").is_null());
}
