// The kinds that rest on the work inside a purchase, and those that rest on what is bought.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "adviser_parts.hpp"
#include "clausier/core/text.hpp"

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

Purchase services(const std::string& object, std::optional<std::int64_t> need = {}) {
    Purchase out;
    out.type = PurchaseType::services;
    out.object = object;
    if (need) out.estimated_need = core::Euros::whole(*need);
    return out;
}

std::vector<KindAdvice> work(const Purchase& purchase) {
    const Advice advice = domain::advise(purchase, reference(), day);
    return domain::work_kinds({advice, reference()});
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

TEST_CASE("supplies alone have no hours to give: what goes with them is looked at, another aspect is looked for") {
    Purchase purchase = services("Fourniture de papier", 200'000);
    purchase.type = PurchaseType::supplies;
    purchase.cpv = "30197630";
    const auto kinds = work(purchase);
    CHECK(of(kinds, "insertion").fit == Fit::unsuitable);
    CHECK(says(of(kinds, "insertion").checks, "la pose, la livraison et l’entretien"));
    CHECK(of(kinds, "training").fit == Fit::unsuitable);
    CHECK(of(kinds, "social_criterion").fit == Fit::to_check);
    CHECK(says(of(kinds, "social_criterion").why, "un autre aspect social"));
}

TEST_CASE("a trade that usage gives much work is recommended, with its share and the hours of the whole need") {
    const auto kinds = work(services("Nettoyage des locaux", 500'000));
    const KindAdvice& hours = of(kinds, "insertion");
    CHECK(hours.fit == Fit::recommended);
    CHECK(says(hours.why, "80\u00a0%"));
    CHECK(says(hours.why, "Ordre de grandeur"));
    CHECK(says(hours.checks, "Reprise de personnel"));
    CHECK(says(hours.checks, "Donnez la durée"));
    CHECK(of(kinds, "training").fit == Fit::possible);
}

TEST_CASE("without a need there is no order of magnitude, and it is asked for") {
    const auto kinds = work(services("Nettoyage des locaux"));
    CHECK_FALSE(says(of(kinds, "insertion").why, "Ordre de grandeur"));
    CHECK(says(of(kinds, "insertion").checks, "Donnez la valeur estimée du besoin"));
    CHECK(of(kinds, "training").why.size() == 1);
}

TEST_CASE("a purchase whose trade nobody can tell is to be checked, never unsuitable") {
    const auto kinds = work(services("Prestation diverse", 100'000));
    CHECK(of(kinds, "insertion").fit == Fit::to_check);
    CHECK(says(of(kinds, "insertion").checks, "Précisez l’objet ou le CPV"));
}

TEST_CASE("clause and criterion together come first only past a year of work, for a duration that is known") {
    Purchase large = services("Nettoyage des locaux", 5'000'000);
    CHECK(work(large).front().kind == "insertion");
    large.duration_months = 24;
    const auto kinds = work(large);
    CHECK(kinds.front().kind == "insertion_and_criterion");
    CHECK(says(kinds.front().why, "Plus d’une année de travail"));
    Purchase small = services("Nettoyage des locaux", 100'000);
    small.duration_months = 24;
    const auto others = work(small);
    CHECK(others.front().kind == "insertion");
    CHECK(of(others, "insertion_and_criterion").fit == Fit::possible);
}

TEST_CASE("too short a contract is not for hiring, but for staff put at disposal") {
    Purchase purchase = services("Nettoyage des locaux", 500'000);
    purchase.duration_months = 3;
    CHECK(of(work(purchase), "insertion").fit == Fit::recommended);
    purchase.duration_months = 2;
    const auto kinds = work(purchase);
    CHECK(of(kinds, "insertion").fit == Fit::possible);
    CHECK(says(of(kinds, "insertion").checks, "mise à disposition de personnel"));
}

TEST_CASE("no structure nearby is no reason to leave the clause out") {
    Purchase purchase = services("Nettoyage des locaux", 500'000);
    purchase.duration_months = 12;
    purchase.insertion.structures = 0;
    const auto kinds = work(purchase);
    CHECK(of(kinds, "insertion").fit == Fit::recommended);
    CHECK(says(of(kinds, "insertion").checks, "l’embauche directe n’en demande aucune"));
}

TEST_CASE("kinds that go by what is bought fit its family, and are left open without a CPV") {
    const auto others = [](const std::string& cpv) {
        const Purchase purchase = [&] {
            Purchase out = services("Achat");
            out.cpv = cpv;
            return out;
        }();
        const Advice advice = domain::advise(purchase, reference(), day);
        return domain::other_kinds({advice, reference()});
    };
    CHECK(of(others("55520000"), "fair_trade").fit == Fit::possible);
    CHECK(says(of(others("55520000"), "fair_trade").why, "restauration"));
    CHECK(of(others("71000000"), "fair_trade").fit == Fit::to_check);
    CHECK(says(of(others("71000000"), "fair_trade").why, "rarement liée"));
    CHECK(says(of(others(""), "fair_trade").why, "Le CPV n’est pas donné"));
    CHECK(of(others("71000000"), "accessibility").fit == Fit::possible);
    CHECK(of(others(""), "equality").fit == Fit::possible);
}

TEST_CASE("where the law asks a social condition of supplies, what is bought answers it first") {
    Purchase purchase;
    purchase.type = PurchaseType::supplies;
    purchase.object = "Vêtements de travail";
    purchase.cpv = "18110000";
    purchase.buyer_category = domain::BuyerCategory::authority;
    purchase.estimated_need = core::Euros::whole(300'000);
    purchase.consultation_on = core::parse_iso_date("2026-09-01").value();
    Advice advice = domain::advise(purchase, reference(), day);
    REQUIRE(advice.social.status == domain::ConditionStatus::required);
    CHECK(of(domain::other_kinds({advice, reference()}), "fair_trade").fit == Fit::recommended);
    CHECK(of(domain::other_kinds({advice, reference()}), "accessibility").fit == Fit::to_check);
    purchase.estimated_need = core::Euros::whole(30'000);
    advice = domain::advise(purchase, reference(), day);
    CHECK(of(domain::other_kinds({advice, reference()}), "fair_trade").fit == Fit::possible);
}
