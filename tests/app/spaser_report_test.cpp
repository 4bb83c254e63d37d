// The report gathers what the indicators say, and what is published never changes.
#include "clausier/app/spaser_report.hpp"

#include <catch2/catch_test_macros.hpp>

#include "app/market_world.hpp"
#include "clausier/app/indicators.hpp"
#include "clausier/app/schemes.hpp"
#include "clausier/store/journal.hpp"

using namespace clausier;
using core::ErrorKind;
using tests::refusal;

namespace {

struct World : tests::MarketWorld {
    domain::Reference reference = domain::Reference::national();
    World() {
        put("Commune de Valbrume", "A", 100, 2025, "Clause sociale");
        put("Commune de Valbrume", "B", 300, 2026, "Pas de considération sociale");
        put("Commune de Valbrume", "C", 600, 2026, "Clause sociale");
        put("Commune de Valbrume", "D", 50, 0, "Clause sociale");
        put("Syndicat des Brumes", "E", 700, 2026, "");
    }
    void put(const std::string& buyer, const std::string& ref, std::int64_t euros, int year, const char* social) {
        const auto id = add(buyer, ref, euros);
        store::Transaction tx = base.write();
        domain::Lot lot = *store::Markets(tx).find_lot(id);
        if (year > 0) lot.notified_on = core::Date{std::chrono::year{year} / 5 / 4};
        if (*social) lot.considerations = social;
        store::Markets(tx).save(lot);
        tx.commit();
    }
    domain::Scheme scheme(std::vector<domain::Id<domain::Organisation>> buyers) {
        domain::Scheme out;
        out.title = "Schéma";
        out.first_year = 2024;
        out.last_year = 2028;
        out.buyers = std::move(buyers);
        return app::save(session, base, out);
    }
    domain::SpaserReport report(app::ReportRequest request) {
        return app::spaser_report(session, base, request, reference);
    }
};

}  // namespace

TEST_CASE("three years of a buyer, the same figures as the indicators, and every contract counted or left out") {
    World world;
    const domain::SpaserReport report = world.report({domain::Id<domain::Organisation>{1}, {}, 2026, {}});
    REQUIRE(report.buyers.size() == 1);
    const domain::ReportBuyer& buyer = report.buyers.front();
    REQUIRE(buyer.years.size() == 3);
    CHECK(buyer.years[0].year == 2024);
    CHECK(buyer.years[0].all.contracts == 0);
    CHECK(buyer.current().of("S1").part.contracts == 1);
    CHECK(buyer.current().of("S1").rate_on_all() == core::Rate::of(5000));
    app::ContractScope scope;
    scope.buyers = {{1}};
    scope.first_year = scope.last_year = 2026;
    const auto sheet = app::indicators(world.session, world.base, scope, {});
    CHECK(buyer.current().all == sheet.all);
    CHECK(static_cast<std::int64_t>(buyer.counted.size()) == sheet.all.contracts);
    std::int64_t excluded = 0;
    for (const auto& [reason, counted] : sheet.excluded) excluded += counted.contracts;
    CHECK(static_cast<std::int64_t>(buyer.excluded.size()) == excluded);
    CHECK_FALSE(report.scheme);
    CHECK(report.marks.size() == 2);
}

TEST_CASE("the scheme of the year is found, and a shared one reports each of its buyers") {
    World world;
    const domain::Scheme scheme = world.scheme({{1}, {2}});
    CHECK(world.report({domain::Id<domain::Organisation>{1}, {}, 2026, {}}).scheme->id == scheme.id);
    CHECK_FALSE(world.report({domain::Id<domain::Organisation>{1}, {}, 2030, {}}).scheme);
    const auto shared = world.report({{}, scheme.id, 2026, {}});
    REQUIRE(shared.buyers.size() == 2);
    CHECK(shared.buyers[0].current().all.contracts == 2);
    CHECK(shared.buyers[1].current().all.contracts == 1);
    CHECK(refusal([&] { app::publish_report(world.session, world.base, shared, "x", "{}", ""); }).kind() ==
          ErrorKind::invalid);
}

TEST_CASE("what cannot be reported is refused, by name") {
    World world;
    const domain::Scheme scheme = world.scheme({{1}});
    CHECK(refusal([&] { world.report({{}, {}, 2026, {}}); }).issues().front().where == "acheteur");
    CHECK(refusal([&] {
              world.report({domain::Id<domain::Organisation>{1}, {}, 12, {}});
          })
              .issues()
              .front()
              .where == "annee");
    CHECK(refusal([&] {
              world.report({domain::Id<domain::Organisation>{9}, {}, 2026, {}});
          }).kind() == ErrorKind::not_found);
    CHECK(refusal([&] { world.report({{}, domain::Id<domain::Scheme>{9}, 2026, {}}); }).kind() == ErrorKind::not_found);
    CHECK(refusal([&] {
              world.report({domain::Id<domain::Organisation>{2}, scheme.id, 2026, {}});
          }).kind() == ErrorKind::invalid);
}

TEST_CASE("a threshold that is not known for the year is named as such, never replaced by a later one") {
    World world;
    const auto known = [&](int year) {
        const auto report = world.report({domain::Id<domain::Organisation>{1}, {}, year, {}});
        return std::pair(report.thresholds.size(), report.unknown_thresholds.size());
    };
    // DECP and SPASER alone before 2020; the dispensation of works is known from 2022, social services from 2024.
    CHECK(known(2019) == std::pair<std::size_t, std::size_t>(3, 9));
    CHECK(known(2021) == std::pair<std::size_t, std::size_t>(10, 2));
    CHECK(known(2022) == std::pair<std::size_t, std::size_t>(11, 1));
    CHECK(known(2026).second == 0);
    const auto report = world.report({domain::Id<domain::Organisation>{1}, {}, 2021, {}});
    CHECK(report.unknown_thresholds.front() ==
          "Seuil de dispense de publicité et de mise en concurrence\u00a0: travaux");
}

TEST_CASE("the declarations of a year make its E4, and of no other year") {
    World world;
    domain::ReuseDeclaration declaration;
    declaration.buyer = {1};
    declaration.year = 2025;
    declaration.product = "papier";
    declaration.total = core::Euros::whole(1000);
    declaration.reused = core::Euros::whole(250);
    app::save(world.session, world.base, declaration);
    const auto report = world.report({domain::Id<domain::Organisation>{1}, {}, 2026, {}});
    CHECK(report.buyers.front().years[1].of("E4").amount_rate_on_all() == core::Rate::of(2500));
    CHECK_FALSE(report.buyers.front().current().of("E4").unavailable.empty());
}

TEST_CASE("a publication is the next version, told in the journal, and its content still has its fingerprint later") {
    World world;
    const auto report = world.report({domain::Id<domain::Organisation>{1}, {}, 2026, {}});
    const auto first = app::publish_report(world.session, world.base, report, "Rapport", "{\"a\":1}", "");
    const auto second = app::publish_report(world.session, world.base, report, "Rapport", "{\"a\":2}", "corrigé");
    CHECK(second.version == 2);
    world.put("Commune de Valbrume", "F", 900, 2026, "Clause sociale");
    const auto kept = app::published_report(world.base, first.id);
    CHECK(kept.content == "{\"a\":1}");
    CHECK(app::intact(kept));
    domain::PublishedReport altered = kept;
    altered.content += " ";
    CHECK_FALSE(app::intact(altered));
    CHECK(app::published_reports(world.base).size() == 2);
    CHECK(app::published_reports(world.base, domain::Id<domain::Organisation>{2}).empty());
    CHECK(refusal([&] { app::published_report(world.base, {9}); }).kind() == ErrorKind::not_found);
    store::Transaction tx = world.base.read();
    const auto row = store::Journal(tx).list(1).front();
    CHECK(row.entry.action == "rapport.publier");
    CHECK(row.entry.detail.find(second.sha256) != std::string::npos);
}

TEST_CASE("a scheme that is removed leaves what was published of it") {
    World world;
    const domain::Scheme scheme = world.scheme({{1}});
    const auto report = world.report({domain::Id<domain::Organisation>{1}, {}, 2026, {}});
    const auto made = app::publish_report(world.session, world.base, report, "Rapport", "{}", "");
    app::remove(world.session, world.base, scheme.id);
    CHECK_FALSE(app::published_report(world.base, made.id).scheme);
}
