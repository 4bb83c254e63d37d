// Faults of values, each with its field and what to do.
#include "value_faults.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier;
using domain::ValueFaults;

namespace {

std::string fields(ValueFaults faults) {
    std::string out;
    for (const core::Issue& issue : std::move(faults).take()) out += (out.empty() ? "" : " ") + issue.where;
    return out;
}

}  // namespace

TEST_CASE("what is left out is never a fault") {
    ValueFaults faults;
    faults.positive("montant", std::optional<core::Euros>());
    faults.not_negative("heures", std::optional<core::Hours>());
    faults.share("taux", std::nullopt);
    faults.cpv("cpv", "");
    faults.duration("duree", std::nullopt);
    CHECK(fields(faults).empty());
}

TEST_CASE("each bound is told at the field, below the place of its list") {
    ValueFaults faults("lots.2.");
    faults.positive("montant", std::optional(core::Euros::of(0)));
    faults.positive("ok", std::optional(core::Euros::of(1)));
    faults.not_negative("heures", std::optional(core::Hours::of(-1)));
    faults.not_negative("ok", std::optional(core::Hours::of(0)));
    faults.share("taux", core::Rate::of(10'001));
    faults.share("ok", core::Rate::whole(1));
    faults.share("part_mo", core::Rate::of(0));
    faults.cpv("cpv", "45214200-8");
    faults.cpv("ok", "45214200");
    faults.duration("duree", 1201);
    faults.duration("ok", 1200);
    CHECK(fields(faults) == "lots.2.montant lots.2.heures lots.2.taux lots.2.part_mo lots.2.cpv lots.2.duree");
    ValueFaults all;
    all.add(std::move(faults).take());
    all.refuse("objet", "objet_absent", "écrivez-le");
    CHECK(std::move(all).take().size() == 7);
}
