// Published reports: versions by buyer and year, the content kept as it was.
#include "clausier/store/published_reports.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/core/digest.hpp"
#include "clausier/store/database.hpp"
#include "clausier/store/organisations.hpp"

using namespace clausier;
using domain::PublishedReport;
using store::PublishedReports;

namespace {

struct World {
    store::Database base{":memory:"};
    store::Transaction tx = base.write();
    domain::Id<domain::Organisation> town = add("Commune de Valbrume");
    domain::Id<domain::Organisation> other = add("Mairie de Valbrume");

    domain::Id<domain::Organisation> add(std::string name) {
        domain::Organisation out;
        out.name = std::move(name);
        return store::Organisations(tx).save(out).id;
    }
    PublishedReport report(domain::Id<domain::Organisation> buyer, int year) {
        PublishedReport out;
        out.buyer = buyer;
        out.year = year;
        out.options = "montant=initial";
        out.title = "Rapport";
        out.content = "{\"texte\":\"é \\u0000 ’\"}";
        out.sha256 = core::sha256(out.content);
        out.actor = "test";
        return PublishedReports(tx).add(out);
    }
};

}  // namespace

TEST_CASE("each publication is the next version of its buyer and year, and keeps its content") {
    World world;
    CHECK(world.report(world.town, 2026).version == 1);
    const PublishedReport second = world.report(world.town, 2026);
    CHECK(second.version == 2);
    CHECK(world.report(world.town, 2025).version == 1);
    CHECK(world.report(world.other, 2026).version == 1);
    PublishedReports reports(world.tx);
    const auto found = reports.find(second.id);
    REQUIRE(found);
    CHECK(found->content == second.content);
    CHECK(core::sha256(found->content) == found->sha256);
    CHECK(found->buyer_name == "Commune de Valbrume");
    CHECK(reports.list({}).size() == 4);
    CHECK(reports.list({}).front().content.empty());
    CHECK_FALSE(reports.find({99}));
}

TEST_CASE("what a buyer published under another name is found under the one it was merged into") {
    World world;
    world.report(world.other, 2026);
    store::Organisations(world.tx).merge(world.other, world.town);
    CHECK(PublishedReports(world.tx).list(world.town).size() == 1);
}
