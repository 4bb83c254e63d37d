// The adviser, case by case, and what it must never say.
#include "clausier/domain/adviser.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "clausier/core/text.hpp"
#include "support/cases.hpp"

using namespace clausier::domain;
using namespace clausier::core;

namespace {

const Date day = parse_iso_date("2026-11-21").value();

template <class T, class Parse>
std::optional<T> given(const std::string& text, Parse parse) {
    return text.empty() ? std::nullopt : std::optional<T>(parse(text).value());
}

Purchase purchase_of(const clausier::tests::Case& c) {
    const auto euros = [](const std::string& text) {
        return given<Euros>(text, [](auto t) { return parse_euros(t); });
    };
    const auto whole = [](const std::string& text) {
        return given<std::int64_t>(text, [](auto t) { return parse_scaled(t, 1); });
    };
    Purchase out;
    out.object = c.at("objet");
    out.cpv = c.at("cpv");
    out.type = purchase_type(c.at("type")).value();
    out.buyer_category = buyer_category(c.at("categorie")).value();
    out.defence = c.at("defense") == "oui";
    out.estimated_need = euros(c.at("besoin"));
    out.duration_months = whole(c.at("duree"));
    out.consultation_on = given<Date>(c.at("date"), [](auto t) { return parse_iso_date(t); });
    out.insertion = {whole(c.at("siae")), euros(c.at("siae_ca"))};
    out.disability = {whole(c.at("ea_esat")), euros(c.at("ea_esat_ca"))};
    return out;
}

const KindAdvice& kind_of(const Advice& advice, std::string_view code) {
    return *std::find_if(advice.kinds.begin(), advice.kinds.end(), [&](const auto& one) { return one.kind == code; });
}

std::string joined(const std::vector<std::string>& parts) {
    std::string out;
    for (const std::string& part : parts) out += (out.empty() ? "" : ";") + part;
    return out;
}

}  // namespace

TEST_CASE("the adviser, case by case") {
    const Reference reference = Reference::national();
    for (const auto& c : clausier::tests::cases("adviser.csv")) {
        INFO(c.at("cas"));
        const Advice advice = advise(purchase_of(c), reference, day);
        CHECK(code(advice.social.status) == c.at("condition"));
        CHECK(code(advice.environmental.status) == c.at("environnement"));
        std::vector<std::string> missing;
        for (const Issue& issue : advice.social.missing) missing.push_back(issue.where);
        CHECK(joined(missing) == c.at("manque"));
        std::vector<std::string> apparent;
        for (const auto& one : advice.social.exceptions)
            if (one.apparent) apparent.push_back(one.statement.key);
        CHECK(joined(apparent) == c.at("exception"));
        if (!c.at("premiere").empty()) CHECK(advice.kinds.front().kind == c.at("premiere"));
        if (c.at("clauses").empty()) continue;
        for (const auto expected : split(c.at("clauses"), ';')) {
            const auto parts = split(expected, '=');
            INFO(expected);
            CHECK(code(kind_of(advice, parts.at(0)).fit) == parts.at(1));
        }
    }
}

TEST_CASE("whatever is missing is to be checked, never held against the buyer") {
    const Reference reference = Reference::national();
    for (const auto& c : clausier::tests::cases("adviser.csv")) {
        const Purchase known = purchase_of(c);
        if (known.defence) continue;
        Purchase purchase = known;
        purchase.estimated_need.reset();
        const Advice advice = advise(purchase, reference, day);
        const bool before =
            known.consultation_on && *known.consultation_on < reference.date("date.social_condition", day).value;
        CHECK(advice.social.status == (before ? ConditionStatus::not_required : ConditionStatus::to_check));
        CHECK(advice.social.missing.empty() == before);
        CHECK(advice.social.exceptions.empty());
    }
}

TEST_CASE("all the kinds are answered once, those advised first, each with its law") {
    const Reference reference = Reference::national();
    for (const auto& c : clausier::tests::cases("adviser.csv")) {
        INFO(c.at("cas"));
        const Advice advice = advise(purchase_of(c), reference, day);
        REQUIRE(advice.kinds.size() == 14);
        CHECK(std::is_sorted(advice.kinds.begin(), advice.kinds.end(),
                             [](const auto& a, const auto& b) { return a.fit < b.fit; }));
        for (const KindAdvice& kind : advice.kinds) {
            INFO(kind.kind);
            CHECK_FALSE(kind.statements.empty());
            CHECK_FALSE(kind.articles.empty());
            CHECK_FALSE(kind.why.empty());
        }
    }
}

TEST_CASE("a reservation is never recommended by a count: it asks for named structures") {
    const Reference reference = Reference::national();
    Purchase purchase;
    purchase.type = PurchaseType::services;
    purchase.object = "Entretien des espaces verts";
    purchase.estimated_need = Euros::whole(100'000);
    for (const std::int64_t count : {1, 2, 11, 31, 500}) {
        purchase.insertion = purchase.disability = {count, Euros::whole(2'000'000)};
        const Advice advice = advise(purchase, reference, day);
        for (const char* code : {"reserved_siae", "reserved_disabled", "reserved_joint"}) {
            const KindAdvice& kind = kind_of(advice, code);
            CHECK(kind.fit != Fit::recommended);
            CHECK(joined(kind.checks).find("Nommez les structures") != std::string::npos);
        }
        CHECK(joined(kind_of(advice, "reserved_joint").checks).find("en concurrence") != std::string::npos);
        CHECK(kind_of(advice, "insertion").fit == Fit::recommended);
    }
}

TEST_CASE("with little known, no kind stands out and what is missing is said") {
    const Reference reference = Reference::national();
    Purchase purchase;
    purchase.estimated_need = Euros::whole(6'200'000);
    const Advice vague = advise(purchase, reference, day);
    CHECK(first_advised(vague) == nullptr);
    std::vector<std::string> missing;
    for (const Issue& issue : vague.missing) missing.push_back(issue.where);
    CHECK(joined(missing) == "type;objet;duree_mois");
    purchase.object = "Nettoyage des locaux";
    purchase.type = PurchaseType::services;
    purchase.duration_months = 36;
    const Advice known = advise(purchase, reference, day);
    REQUIRE(first_advised(known) != nullptr);
    CHECK(first_advised(known)->kind != "equality");
    CHECK(known.missing.empty());
    CHECK(joined(kind_of(known, "insertion").checks).find("Reprise de personnel") != std::string::npos);
}

TEST_CASE("the lots of a dossier tell their trades, those abandoned left out") {
    const Reference reference = Reference::national();
    Purchase purchase;
    purchase.object = "Marché de la médiathèque";
    purchase.type = PurchaseType::services;
    CHECK_FALSE(advise(purchase, reference, day).labour);
    std::vector<EnquiryLot> lots(3);
    lots[0].number = "1";
    lots[0].title = "Fourniture de rayonnages";
    lots[1].number = "2";
    lots[1].title = "Nettoyage des locaux";
    lots[2].number = "3";
    lots[2].title = "Peinture intérieure";
    lots[2].abandoned = true;
    const Advice advice = advise(purchase, lots, reference, day);
    REQUIRE(advice.labour);
    REQUIRE(advice.labour->rich_lots.size() == 1);
    const KindAdvice& insertion = kind_of(advice, "insertion");
    CHECK(insertion.fit == Fit::recommended);
    CHECK(insertion.why.front().find("lot\u00a02, Nettoyage et propreté (80\u00a0%") != std::string::npos);
    CHECK(joined(insertion.checks).find("Reprise de personnel") != std::string::npos);
    lots[1].abandoned = true;
    CHECK_FALSE(advise(purchase, lots, reference, day).labour);
}

TEST_CASE("the environmental criterion is told apart from the condition, its article not verified") {
    Purchase purchase;
    purchase.consultation_on = day;
    const auto& statements = advise(purchase, Reference::national(), day).environmental.statements;
    CHECK(statements[0].article == "L2112-2");
    CHECK(statements[0].citation.verified);
    CHECK(statements[1].article == "L2152-7");
    CHECK_FALSE(statements[1].citation.verified);
}

TEST_CASE("a concession has its own articles and its own two exceptions") {
    Purchase purchase;
    purchase.type = PurchaseType::concession;
    purchase.estimated_need = Euros::whole(9'000'000);
    purchase.duration_months = 3;
    purchase.consultation_on = day;
    const Advice advice = advise(purchase, Reference::national(), day);
    CHECK(advice.social.thresholds.front().amount.key == "threshold.eu.concessions");
    CHECK(advice.social.exceptions.size() == 2);
    CHECK(kind_of(advice, "reserved_siae").articles == std::vector<std::string>{"L3113-1"});
    CHECK(kind_of(advice, "insertion").articles == std::vector<std::string>{"L3114-2"});
}

TEST_CASE("the threshold is the one of the day of the consultation, with its source") {
    Purchase purchase;
    purchase.type = PurchaseType::works;
    purchase.estimated_need = Euros::whole(5'500'000);
    purchase.consultation_on = day;
    Reference reference = Reference::national();
    ReferenceValue later = reference.value("threshold.eu.works", day);
    later.valid_from = parse_iso_date("2028-01-01").value();
    later.parts = 560'000'000;
    later.citation.layer = Layer::local;
    reference.add_layer({later});
    const Advice now = advise(purchase, reference, day);
    CHECK(now.social.status == ConditionStatus::required);
    CHECK(now.social.thresholds.front().amount.citation.source == "seuils européens de procédure 2026-2027");
    purchase.consultation_on = parse_iso_date("2028-02-01").value();
    CHECK(advise(purchase, reference, day).social.status == ConditionStatus::not_required);
}

TEST_CASE("impossible values are refused together, each in its field") {
    Purchase purchase;
    purchase.cpv = "peinture";
    purchase.department = "999";
    purchase.estimated_need = Euros::whole(-1);
    purchase.duration_months = 0;
    purchase.insertion = {-2, Euros()};
    purchase.disability = {-1, Euros::whole(-1)};
    try {
        (void)advise(purchase, Reference::national(), day);
        FAIL("accepted");
    } catch (const Error& error) {
        std::vector<std::string> fields;
        for (const Issue& issue : error.issues()) fields.push_back(issue.where);
        std::sort(fields.begin(), fields.end());
        CHECK(joined(fields) == "besoin_estime;cpv;departement;duree_mois;ea_esat;ea_esat_ca;siae;siae_ca");
    }
}
