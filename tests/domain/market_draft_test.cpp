// A market typed by hand is kept only when it makes sense, and each fault names its field.
#include "clausier/domain/market_draft.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier;
using namespace clausier::domain;

namespace {

MarketDraft school() {
    MarketDraft draft;
    draft.buyer.name = "Commune de Valbrume";
    draft.market.object = "École";
    Lot lot;
    lot.number = "1";
    lot.amount = core::Euros::whole(100'000);
    draft.lots = {lot};
    return draft;
}

std::vector<std::string> places(const std::vector<core::Issue>& issues) {
    std::vector<std::string> out;
    for (const core::Issue& issue : issues) out.push_back(issue.where);
    return out;
}

using Places = std::vector<std::string>;
const core::Date today = core::parse_iso_date("2026-11-21").value();

}  // namespace

TEST_CASE("a sound draft has no fault, an empty one says what is missing") {
    CHECK(faults(school()).empty());
    CHECK(places(faults(MarketDraft{})) == Places{"acheteur", "objet", "lots"});
}

TEST_CASE("each impossible value is a fault beside its field, in its lot") {
    MarketDraft draft = school();
    draft.market.cpv = "4521420";
    draft.market.duration_months = -1;
    draft.market.estimated_need = core::Euros::of(0);
    Lot bad = draft.lots[0];
    bad.amount = core::Euros::of(-1);
    bad.labour_share = core::Rate::of(10'001);
    bad.effort = core::Rate::of(0);
    bad.hourly_cost = core::Euros::of(0);
    bad.hours = core::Hours::of(-1);
    bad.amount_min = core::Euros::of(2);
    bad.amount_max = core::Euros::of(1);
    draft.lots.push_back(bad);
    CHECK(places(faults(draft)) == Places{"cpv", "duree_mois", "besoin_estime", "lots.2.lot", "lots.2.montant",
                                          "lots.2.montant_max", "lots.2.part_mo", "lots.2.taux", "lots.2.cout_horaire",
                                          "lots.2.heures"});
}

TEST_CASE("a market that exists needs its reference") {
    Market market = school().market;
    CHECK(places(faults(market)) == Places{"marche"});
    market.reference = "2026-01";
    CHECK(faults(market).empty());
}

TEST_CASE("a derived reference is the same for the same buyer, object and year only") {
    const std::string first = derived_reference(school(), today);
    CHECK(first.size() == 16);
    CHECK(derived_reference(school(), today) == first);
    MarketDraft other = school();
    other.market.object = "Crèche";
    CHECK(derived_reference(other, today) != first);
    MarketDraft later = school();
    later.market.consultation_on = core::parse_iso_date("2027-01-05").value();
    CHECK(derived_reference(later, today) != first);
}
