// Reservations: only where structures are known to be, and never without naming them.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "adviser_parts.hpp"

using namespace clausier;
using domain::Advice;
using domain::Fit;
using domain::KindAdvice;
using domain::Purchase;
using domain::PurchaseType;

namespace {

const core::Date day = core::parse_iso_date("2026-11-21").value();

const domain::Reference& reference() {
    static const domain::Reference values = domain::Reference::national();
    return values;
}

Purchase green_spaces() {
    Purchase out;
    out.type = PurchaseType::services;
    out.object = "Entretien des espaces verts";
    out.cpv = "77310000";
    out.estimated_need = core::Euros::whole(100'000);
    return out;
}

std::vector<KindAdvice> reserved(const Purchase& purchase) {
    const Advice advice = domain::advise(purchase, reference(), day);
    return domain::reserved_kinds({advice, reference()});
}

const KindAdvice& of(const std::vector<KindAdvice>& kinds, std::string_view code) {
    const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const auto& one) { return one.kind == code; });
    REQUIRE(found != kinds.end());
    return *found;
}

bool says(const std::vector<std::string>& sentences, std::string_view part) {
    return std::any_of(sentences.begin(), sentences.end(),
                       [&](const std::string& one) { return one.find(part) != std::string::npos; });
}

}  // namespace

TEST_CASE("nobody said how many structures are near: to be checked, and they are to be named") {
    const auto kinds = reserved(green_spaces());
    for (const char* code : {"reserved_siae", "reserved_disabled", "reserved_joint"}) {
        INFO(code);
        CHECK(of(kinds, code).fit == Fit::to_check);
        CHECK(says(of(kinds, code).why, "n’est pas donné"));
        CHECK(says(of(kinds, code).checks, "Nommez les structures"));
    }
}

TEST_CASE("no structure of the family near: the reservation does not fit, and no structure is asked for") {
    Purchase purchase = green_spaces();
    purchase.insertion = {0, {}};
    purchase.disability = {40, core::Euros::whole(2'000'000)};
    const auto kinds = reserved(purchase);
    CHECK(of(kinds, "reserved_siae").fit == Fit::unsuitable);
    CHECK(says(of(kinds, "reserved_siae").why, "(SIAE)"));
    CHECK(of(kinds, "reserved_siae").checks.empty());
    CHECK(of(kinds, "reserved_disabled").fit == Fit::possible);
    CHECK(says(of(kinds, "reserved_disabled").why, "chiffre d’affaires moyen"));
    CHECK(of(kinds, "reserved_joint").fit == Fit::unsuitable);
    CHECK_FALSE(says(of(kinds, "reserved_joint").checks, "Nommez les structures"));
}

TEST_CASE("both families near may answer a joint reservation, which makes them compete") {
    Purchase purchase = green_spaces();
    purchase.insertion = purchase.disability = {40, core::Euros::whole(2'000'000)};
    const KindAdvice joint = of(reserved(purchase), "reserved_joint");
    CHECK(joint.fit == Fit::possible);
    CHECK(says(joint.checks, "en concurrence"));
    purchase.disability.structures = 1;
    CHECK(of(reserved(purchase), "reserved_joint").fit == Fit::possible);
    purchase.insertion.structures = 1;
    CHECK(of(reserved(purchase), "reserved_joint").fit == Fit::to_check);
}

TEST_CASE("a concession rests on the article of reserved concessions alone") {
    Purchase purchase = green_spaces();
    purchase.type = PurchaseType::concession;
    const auto kinds = reserved(purchase);
    for (const char* code : {"reserved_siae", "reserved_disabled", "reserved_joint", "reserved_prison"}) {
        INFO(code);
        REQUIRE(of(kinds, code).statements.size() == 1);
        CHECK(of(kinds, code).statements.front().key == "kind.reserved_concession");
    }
    CHECK(of(kinds, "insertion_services").fit == Fit::unsuitable);
}

TEST_CASE("enterprises of the ESS: certain services, within three years") {
    Purchase purchase = green_spaces();
    CHECK(of(reserved(purchase), "reserved_ess").fit == Fit::unsuitable);
    purchase.cpv = "85312000";
    purchase.duration_months = 36;
    const auto kinds = reserved(purchase);
    CHECK(of(kinds, "reserved_ess").fit == Fit::possible);
    CHECK(says(of(kinds, "reserved_ess").checks, "mission de service public"));
    purchase.duration_months = 37;
    CHECK(of(reserved(purchase), "reserved_ess").fit == Fit::to_check);
    CHECK(says(of(reserved(purchase), "reserved_ess").checks, "dépasse 3"));
    purchase.duration_months = {};
    purchase.cpv = "";
    CHECK(of(reserved(purchase), "reserved_ess").fit == Fit::to_check);
    purchase.type = PurchaseType::works;
    CHECK(of(reserved(purchase), "reserved_ess").fit == Fit::unsuitable);
}

TEST_CASE("prison work is of workshops, never of a building site") {
    Purchase purchase = green_spaces();
    purchase.type = PurchaseType::works;
    CHECK(of(reserved(purchase), "reserved_prison").fit == Fit::unsuitable);
    purchase.type = PurchaseType::supplies;
    purchase.cpv = "39130000";
    CHECK(of(reserved(purchase), "reserved_prison").fit == Fit::to_check);
    CHECK(says(of(reserved(purchase), "reserved_prison").why, "mobilier"));
    purchase.cpv = "09100000";
    CHECK(says(of(reserved(purchase), "reserved_prison").why, "rarement"));
}

TEST_CASE("a market of insertion services needs an activity that supports it, and never is a supply") {
    Purchase purchase = green_spaces();
    CHECK(of(reserved(purchase), "insertion_services").fit == Fit::possible);
    CHECK(says(of(reserved(purchase), "insertion_services").checks, "Changez l’objet"));
    purchase.cpv = "79100000";
    CHECK(of(reserved(purchase), "insertion_services").fit == Fit::to_check);
    purchase.type = PurchaseType::supplies;
    CHECK(of(reserved(purchase), "insertion_services").fit == Fit::unsuitable);
}
