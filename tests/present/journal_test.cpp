// The journal in words: the hour in UTC, the page of a subject, the ends of the chain.
#include "clausier/present/journal.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier;

namespace {

domain::JournalRow row(const std::string& subject) {
    const auto at = std::chrono::sys_days(std::chrono::year(2026) / 11 / 1) + std::chrono::hours(10);
    return {3, {at, "compte/3", "marche.modifier", subject, "objet"}, "abc"};
}

boost::json::value link(const std::string& subject) {
    return present::journal_views({1, {row(subject)}}).at(0).at("lien");
}

}  // namespace

TEST_CASE("a row has its hour in UTC and the page of its subject, where there is one") {
    const auto view = present::journal_views({1, {row("marche/12")}}).at(0);
    CHECK(view.at("quand").as_string() == "1er novembre 2026, 10:00:00 UTC");
    CHECK(view.at("lien").as_string() == "/marches/12");
    CHECK(link("personne/P-7F3K-29").as_string() == "/personnes/P-7F3K-29");
    CHECK(link("import/2").is_null());
    CHECK(link("marche/1?x").is_null());
    CHECK(link("compte/inconnu").is_null());
    CHECK(link("reference/hourly_cost.construction").as_string() == "/references/hourly_cost.construction");
    const auto answer = present::answer(domain::JournalPage{7, {row("marche/12")}});
    CHECK(answer.document.at("lignes_total").to_number<int>() == 7);
    CHECK(answer.document.at("lignes").at(0).at("date").as_string() == "2026-11-01T10:00:00Z");
}

TEST_CASE("a check has the ends of the chain, and where it breaks") {
    domain::JournalCheck check;
    CHECK(present::answer(check).document.at("intact").as_bool());
    CHECK(present::answer(check).document.at("derniere").is_null());
    check.rows = 2;
    check.first = check.last = row("marche/12");
    check.fault = domain::JournalBreak{domain::JournalBreak::Kind::missing, 2};
    const auto answer = present::answer(check);
    CHECK_FALSE(answer.document.at("intact").as_bool());
    CHECK(answer.document.at("ligne_fautive").to_number<int>() == 2);
    CHECK(answer.document.at("faute").as_string() == "disparue");
    CHECK(answer.document.at("derniere_empreinte").as_string() == "abc");
    const auto view = present::journal_check_view(check);
    CHECK(view.at("ligne").as_string() == "2");
    CHECK_FALSE(view.at("alteree").as_bool());
    CHECK(view.at("lignes").as_string() == "2\u00a0lignes");
}
