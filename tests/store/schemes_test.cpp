// Schemes and targets are kept, changed by one hand at a time, and removed together.
#include "clausier/store/schemes.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/store/database.hpp"
#include "clausier/store/organisations.hpp"

using namespace clausier;
using domain::Scheme;
using domain::Target;
using store::Schemes;

namespace {

struct World {
    store::Database base{":memory:"};
    store::Transaction tx = base.write();
    domain::Id<domain::Organisation> town = add("Commune de Valbrume");
    domain::Id<domain::Organisation> union_ = add("Syndicat des Brumes");

    domain::Id<domain::Organisation> add(std::string name) {
        domain::Organisation out;
        out.name = std::move(name);
        return store::Organisations(tx).save(out).id;
    }
    Scheme scheme(int first, std::vector<domain::Id<domain::Organisation>> buyers) {
        Scheme out;
        out.title = "Schéma " + std::to_string(first);
        out.first_year = first;
        out.last_year = first + 4;
        out.buyers = std::move(buyers);
        return Schemes(tx).save(out);
    }
    Target target(domain::Id<Scheme> scheme, const char* indicator, domain::TargetMeasure measure, int year) {
        Target out;
        out.scheme = scheme;
        out.indicator = indicator;
        out.measure = measure;
        out.year = year;
        out.parts = 3000;
        return Schemes(tx).save(out);
    }
};

}  // namespace

TEST_CASE("a scheme comes back with its buyers, the latest first, and those of one buyer alone") {
    World world;
    world.scheme(2020, {world.town});
    const Scheme shared = world.scheme(2024, {world.town, world.union_});
    Schemes schemes(world.tx);
    REQUIRE(schemes.list().size() == 2);
    CHECK(schemes.list().front().id == shared.id);
    CHECK(schemes.of_buyer(world.union_).size() == 1);
    CHECK(schemes.find(shared.id)->buyers.size() == 2);
    CHECK_FALSE(schemes.find({99}));
}

TEST_CASE("what somebody else saved since is not overwritten") {
    World world;
    Scheme first = world.scheme(2024, {world.town});
    Scheme second = first;
    first.buyers = {world.union_};
    CHECK(Schemes(world.tx).save(first).revision == 2);
    CHECK_THROWS_AS(Schemes(world.tx).save(second), core::Error);
    CHECK(Schemes(world.tx).find(first.id)->buyers.front() == world.union_);
    Target target = world.target(first.id, "S1", domain::TargetMeasure::number, 2026);
    Target stale = target;
    target.parts = 5000;
    Schemes(world.tx).save(target);
    CHECK_THROWS_AS(Schemes(world.tx).save(stale), core::Error);
    CHECK(Schemes(world.tx).find_target(target.id)->parts == 5000);
}

TEST_CASE("targets stand in the order of the indicators, once by measure and year, and go with their scheme") {
    World world;
    const Scheme scheme = world.scheme(2024, {world.town});
    using enum domain::TargetMeasure;
    world.target(scheme.id, "E1", number, 2026);
    world.target(scheme.id, "S10", number, 2026);
    world.target(scheme.id, "S2", amount, 2026);
    world.target(scheme.id, "S2", amount, 2025);
    const Target kept = world.target(scheme.id, "S1", number, 2026);
    std::string order;
    for (const Target& one : Schemes(world.tx).targets(scheme.id))
        order += one.indicator + "/" + std::to_string(one.year) + " ";
    CHECK(order == "S1/2026 S2/2025 S2/2026 S10/2026 E1/2026 ");
    CHECK(Schemes(world.tx).same_target(kept)->id == kept.id);
    CHECK_THROWS_AS(world.target(scheme.id, "S1", number, 2026), core::Error);
    Schemes(world.tx).remove(kept.id);
    CHECK(Schemes(world.tx).targets(scheme.id).size() == 4);
    Schemes(world.tx).remove(scheme.id);
    CHECK(Schemes(world.tx).targets(scheme.id).empty());
    CHECK(Schemes(world.tx).list().empty());
}
