// The mandatory conditions asked for directly, without the rest of the adviser.
#include "clausier/domain/mandatory_condition.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier::domain;
using namespace clausier::core;

namespace {

const Date day = parse_iso_date("2026-11-21").value();

Purchase works(std::string_view consultation) {
    Purchase out;
    out.cpv = "45210000";
    out.estimated_need = Euros::whole(5'404'000);
    out.consultation_on = parse_iso_date(consultation).value();
    return out;
}

}  // namespace

TEST_CASE("the type of a purchase is the one given, else that of its CPV") {
    Purchase purchase = works("2026-09-01");
    CHECK(type_of(purchase) == PurchaseType::works);
    purchase.type = PurchaseType::concession;
    CHECK(type_of(purchase) == PurchaseType::concession);
    CHECK(type_of(Purchase{}) == PurchaseType::unknown);
}

TEST_CASE("the thresholds are those of the consultation, not of the question") {
    static const Reference reference = Reference::national();
    const auto status = [](std::string_view consultation, PurchaseType type) {
        return social_condition(works(consultation), type, reference, day).status;
    };
    CHECK(status("2026-08-22", PurchaseType::works) == ConditionStatus::required);
    CHECK(status("2026-08-21", PurchaseType::works) == ConditionStatus::not_required);
    const auto used = social_condition(works("2026-08-22"), PurchaseType::works, reference, day).thresholds;
    REQUIRE(used.size() == 1);
    CHECK(used[0].amount.value == Euros::whole(5'404'000));
}

TEST_CASE("the environmental condition has two days of entry, by source") {
    static const Reference reference = Reference::national();
    const auto status = [](std::string_view consultation) {
        return environmental_condition(works(consultation), reference, day).status;
    };
    CHECK(status("2026-08-20") == ConditionStatus::not_required);
    CHECK(status("2026-08-21") == ConditionStatus::to_check);
    CHECK(status("2026-08-22") == ConditionStatus::required);
}
