// Files of purchases, one a buyer and year, and what a year's spending is known from.
#include "clausier/store/purchases.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/store/database.hpp"
#include "clausier/store/organisations.hpp"
#include "support/refusal.hpp"

using namespace clausier;
using core::Euros;

namespace {

struct World {
    store::Database database{":memory:"};
    store::Transaction tx = database.write();
    store::Purchases purchases{tx};
    domain::Id<domain::Organisation> buyer = make();

    domain::Id<domain::Organisation> make(const std::string& name = "Commune de Valbrume") {
        domain::Organisation organisation;
        organisation.name = name;
        return store::Organisations(tx).save(organisation).id;
    }
    domain::PurchaseFile save(std::int64_t euros) {
        domain::PurchaseFile file;
        file.buyer = buyer;
        file.year = 2025;
        file.file_name = "achats.csv";
        file.file_sha256 = std::string(64, 'b');
        file.rows_read = 2;
        file.rows_kept = 1;
        file.rows_rejected = 1;
        return purchases.save(file, {{2, "Les Tilleuls", "21990001000014", Euros::whole(euros), "Travaux", ""}},
                              {{3, "montant_nul", "montant nul"}});
    }
};

}  // namespace

TEST_CASE("a file comes back with its lines and its rejects, and another takes its stead") {
    World world;
    const auto first = world.save(100);
    const auto lines = world.purchases.lines(first.id);
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].siret == "21990001000014");
    CHECK(world.purchases.rejects(first.id) == std::vector<domain::PurchaseReject>{{3, "montant_nul", "montant nul"}});
    const auto second = world.save(200);
    CHECK_FALSE(world.purchases.find(first.id).has_value());
    CHECK(world.purchases.find(world.buyer, 2025)->id == second.id);
    CHECK(world.purchases.uses(std::string(64, 'b')));
    world.purchases.remove(second.id);
    CHECK_FALSE(world.purchases.uses(std::string(64, 'b')));
    CHECK(world.purchases.list().empty());
}

TEST_CASE("the spending of a year is the typed one, else the sum of the file, which says so") {
    World world;
    CHECK_FALSE(world.purchases.spending(world.buyer, 2025).has_value());
    world.save(100);
    const auto summed = world.purchases.spending(world.buyer, 2025).value();
    CHECK(summed.mandated == Euros::whole(100));
    CHECK(summed.from_purchases);
    CHECK(summed.source.find("achats.csv") != std::string::npos);
    world.purchases.save_spending(world.buyer, 2025, {Euros::whole(900), "compte administratif", false}, {}, "test");
    world.purchases.save_spending(world.buyer, 2024, {Euros::whole(800), "compte administratif", false}, {}, "test");
    CHECK(world.purchases.spending(world.buyer, 2025)->mandated == Euros::whole(900));
    CHECK_FALSE(world.purchases.spending(world.buyer, 2025)->from_purchases);
    const auto years = world.purchases.list();
    REQUIRE(years.size() == 2);
    CHECK(years[0].file.year == 2025);
    CHECK_FALSE(years[0].file.id.empty());
    CHECK(years[1].file.id.empty());
    CHECK(years[1].spending->mandated == Euros::whole(800));
    world.purchases.remove_spending(world.buyer, 2025);
    CHECK(world.purchases.spending(world.buyer, 2025)->from_purchases);
}

TEST_CASE("what buyers spent over years is known when it is for each in each year, and says where from") {
    World world;
    const std::vector town{world.buyer};
    world.purchases.save_spending(world.buyer, 2024, {Euros::whole(800), "compte administratif", false}, {}, "test");
    CHECK_FALSE(world.purchases.spent(town, 2024, 2025));
    CHECK_FALSE(world.purchases.spent({}, 2024, 2024));
    world.save(100);
    using Origin = domain::SpendingOrigin;
    CHECK(world.purchases.spent(town, 2024, 2024) == domain::SpendingSum{Euros::whole(800), Origin::typed});
    CHECK(world.purchases.spent(town, 2025, 2025) == domain::SpendingSum{Euros::whole(100), Origin::purchases});
    CHECK(world.purchases.spent(town, 2024, 2025) == domain::SpendingSum{Euros::whole(900), Origin::both});
    CHECK_FALSE(world.purchases.spent(std::vector{world.buyer, world.make("Commune de Montclair")}, 2024, 2024));
}

TEST_CASE("two buyers that are one bring their years together, unless both have the same") {
    World world;
    world.save(100);
    domain::Organisation other;
    other.name = "Ville de Valbrume";
    const auto into = store::Organisations(world.tx).save(other).id;
    world.purchases.save_spending(into, 2024, {Euros::whole(800), "compte administratif", false}, {}, "test");
    store::Organisations(world.tx).merge(world.buyer, into);
    CHECK(world.purchases.find(into, 2025).has_value());
    world.buyer = world.make("Mairie de Valbrume");
    world.save(200);
    CHECK(tests::refusal([&] { store::Organisations(world.tx).merge(world.buyer, into); }).issues().front().where ==
          "achats 2025");
}
