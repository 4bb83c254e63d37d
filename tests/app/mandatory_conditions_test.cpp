// The mandatory condition of the markets of a base: states, exceptions recorded, and figures that sum up.
#include "clausier/app/mandatory_conditions.hpp"

#include <catch2/catch_test_macros.hpp>

#include "app/market_world.hpp"
#include "clausier/app/market_edits.hpp"
#include "clausier/app/markets.hpp"
#include "clausier/store/journal.hpp"

using namespace clausier;
using core::ErrorKind;
using domain::ConditionState;

namespace {

const domain::Reference& national() {
    static const domain::Reference values = domain::Reference::national();
    return values;
}

core::Date day(std::string_view text) { return core::parse_iso_date(text).value(); }

struct World : tests::MarketWorld {
    // Works over the threshold, its lot says `words`.
    domain::Id<domain::Market> works(const std::string& reference, std::optional<std::string> words,
                                     std::string_view consultation = "2026-09-01", std::int64_t need = 6'000'000) {
        const auto lot_id = add("Commune de Valbrume", reference, 100'000);
        store::Transaction tx = base.write();
        store::Markets markets(tx);
        domain::Lot lot = *markets.find_lot(lot_id);
        lot.considerations = std::move(words);
        lot = markets.save(lot);
        domain::Market market = *markets.find(lot.market);
        market.cpv = "45210000";
        if (!consultation.empty()) market.consultation_on = day(consultation);
        if (need > 0) market.estimated_need = core::Euros::whole(need);
        market = markets.save(market);
        tx.commit();
        return market.id;
    }
    domain::MarketConditionSheet of(domain::Id<domain::Market> market) {
        return app::condition_of(session, base, market, national());
    }
    domain::MarketConditionSheet record(domain::Id<domain::Market> market, domain::RecordedException exception) {
        return app::record_exception(session, base, market, of(market).sheet.market.revision, exception, national());
    }
    domain::ConditionPage list(app::ConditionQuery query = {}) {
        return app::list_conditions(session, base, query, national());
    }
};

const std::string none = "Pas de considération sociale";
const domain::RecordedException no_link{"condition.exception.link", "Achat de fournitures sans pose."};

}  // namespace

TEST_CASE("the detail of a lot wins over its summary") {
    World world;
    const auto market = world.works("R1", none);
    CHECK(world.of(market).condition.state == ConditionState::without);
    domain::Lot lot = world.of(market).sheet.lots.at(0);
    lot = app::update_lot(world.session, world.base, lot, domain::parse_lot_clauses("insertion").value());
    lot.considerations = none;  // as a later import would
    app::update_lot(world.session, world.base, lot);
    CHECK(world.of(market).condition.state == ConditionState::conforming);
    CHECK(world.list().counts.of(ConditionState::conforming).markets == 1);
}

TEST_CASE("an exception is recorded with who and when, replaced, and taken back") {
    World world;
    const auto market = world.works("R1", none);
    const auto kept = world.record(market, no_link);
    CHECK(kept.condition.state == ConditionState::exception);
    REQUIRE(kept.exception);
    CHECK(kept.exception->actor == "test");
    CHECK(kept.sheet.market.revision == world.of(market).sheet.market.revision);
    const auto again = world.record(market, {"condition.exception.available", "  Solution sur étagère. "});
    CHECK(again.exception->exception.motive == "Solution sur étagère.");
    CHECK(world.record(market, again.exception->exception).sheet.market.revision == again.sheet.market.revision);
    {
        store::Transaction tx = world.base.read();
        CHECK(store::Journal(tx).list(1).at(0).entry.action == "condition.motiver");
        CHECK(tx.value<std::int64_t>("SELECT edits FROM markets WHERE id = ?", market) == 3);
    }
    CHECK(world.record(market, {}).condition.state == ConditionState::without);
    CHECK_FALSE(world.of(market).exception);
}

TEST_CASE("an exception that is no case of the law, says nothing, or comes late is refused, and nothing is kept") {
    World world;
    const auto market = world.works("R1", none);
    CHECK(tests::refusal([&] { world.record(market, {"condition.social", "x"}); }).issues()[0].where == "motif");
    CHECK(tests::refusal([&] { world.record(market, {no_link.statement, " "}); }).issues()[0].where == "texte");
    CHECK(tests::refusal([&] { world.record(market, {"", "x"}); }).issues()[0].where == "motif");
    CHECK(tests::refusal([&] {
              app::record_exception(world.session, world.base, market, 1, no_link, national());
          }).kind() == ErrorKind::conflict);
    CHECK(tests::refusal([&] { world.of({999}); }).kind() == ErrorKind::not_found);
    CHECK_FALSE(world.of(market).exception);
}

TEST_CASE("every market is in one state, those settled by their date counted too") {
    World world;
    world.works("R1", "Clause sociale");
    world.works("R2", none);
    world.record(world.works("R3", none), no_link);
    world.works("R4", none, "2026-08-21");
    world.works("R5", none, "");
    world.works("R6", none, "2026-09-01", 0);
    world.works("R7", std::nullopt);
    const auto page = world.list();
    std::int64_t markets = 0, lots = 0;
    for (const ConditionState state : domain::all_condition_states) {
        markets += page.counts.of(state).markets;
        lots += page.counts.of(state).lots;
    }
    CHECK(markets == 7);
    CHECK(lots == 7);
    CHECK(page.counts.subject().markets == 3);
    CHECK(page.counts.of(ConditionState::to_check).markets == 3);
    CHECK(page.counts.of(ConditionState::not_subject).markets == 1);
    CHECK(page.total == 6);
    CHECK(page.lines.front().market.reference == "R2");
    const auto counts = app::condition_counts(world.session, world.base, {}, national());
    CHECK(counts.of(ConditionState::without).lots == 1);
}

TEST_CASE("the list is filtered by state, buyer, years and words") {
    World world;
    world.works("R1", "Clause sociale");
    world.works("R2", none);
    app::ConditionQuery query;
    query.state = ConditionState::without;
    CHECK(world.list(query).total == 1);
    CHECK(world.list(query).counts.of(ConditionState::conforming).markets == 1);
    query = {};
    query.scope.first_year = 2027;
    CHECK(world.list(query).total == 0);
    query.scope.first_year = 2026;
    query.scope.last_year = 2026;
    CHECK(world.list(query).total == 2);
    query = {};
    query.buyer = "Valbrume";
    query.scope.text = "peinture";
    CHECK(world.list(query).total == 2);
    query.buyer = "Inconnue";
    CHECK(tests::refusal([&] { world.list(query); }).kind() == ErrorKind::not_found);
    query = {};
    query.limit = 1;
    query.offset = 1;
    CHECK(world.list(query).lines.size() == 1);
    query.offset = 50;
    CHECK(world.list(query).lines.empty());
}
