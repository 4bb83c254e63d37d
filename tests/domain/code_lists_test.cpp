// The lists of codes: complete, agreeing with each other, and found by the words people use.
#include "clausier/domain/code_lists.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <set>

#include "clausier/core/codes.hpp"
#include "clausier/core/text.hpp"
#include "clausier/domain/organisation.hpp"
#include "clausier/domain/reference.hpp"

using namespace clausier::domain;
using namespace std::chrono_literals;

namespace {

const CodeLists& lists() { return CodeLists::embedded(); }

std::string suggested(std::string_view title, std::string_view cpv = "") {
    const auto* trade = lists().suggest_trade(title, cpv);
    return trade == nullptr ? "" : trade->key;
}

}  // namespace

TEST_CASE("18 regions, 101 départements, and every region a département names exists") {
    REQUIRE(lists().regions.size() == 18);
    REQUIRE(std::count_if(lists().departments.begin(), lists().departments.end(),
                          [](const Department& entry) { return !entry.region_code.empty(); }) == 101);
    std::set<std::string> used;
    for (const auto& department : lists().departments) {
        INFO(department.code);
        if (department.region_code.empty()) continue;
        CHECK(lists().region(department.region_code) != nullptr);
        CHECK(clausier::core::parse_department(department.code).value() == department.code);
        used.insert(department.region_code);
    }
    REQUIRE(used.size() == 18);
}

TEST_CASE("a département is found by its code or by its name as typed") {
    REQUIRE(lists().department("54")->name == "Meurthe-et-Moselle");
    REQUIRE(lists().department("cote d'or")->code == "21");
    REQUIRE(lists().department("LA REUNION")->region_code == "04");
    REQUIRE(lists().department("20") == nullptr);
    REQUIRE(lists().region(lists().department("2A")->region_code)->name == "Corse");
}

TEST_CASE("GEIQ, EA and ESAT are structures but not SIAE, and EITI end with their experiment") {
    std::set<std::string> siae;
    for (const auto& kind : lists().structure_kinds)
        if (kind.siae) siae.insert(kind.code);
    REQUIRE(siae == std::set<std::string>{"ACI", "AI", "EI", "EITI", "ETTI"});

    const auto exists = [](std::string_view code, clausier::core::Date day) {
        const auto kinds = lists().structure_kinds_on(day);
        return std::any_of(kinds.begin(), kinds.end(), [code](const auto* kind) { return kind->code == code; });
    };
    REQUIRE(exists("EITI", 2026y / 12 / 22));
    REQUIRE_FALSE(exists("EITI", 2026y / 12 / 23));
    REQUIRE(exists("EI", 2026y / 12 / 23));
    const auto end = Reference::national().date("date.eiti_end", 2026y / 11 / 21).value;
    REQUIRE(lists().structure_kind("EITI")->valid_to == end);
}

TEST_CASE("« not filled in » is never « none », and what is unverified in law says so") {
    REQUIRE(lists().clause_kind("none")->decp == std::vector<std::string>{"Pas de considération sociale"});
    REQUIRE(lists().clause_kind("not_filled")->decp.empty());
    REQUIRE(lists().clause_kind("insertion_and_criterion")->decp.size() == 2);
    REQUIRE(lists().clause_kind("reserved_siae")->article == "L2113-13, R2113-7");
    for (const auto* code : {"reserved_joint", "reserved_ess", "insertion_services"})
        REQUIRE_FALSE(lists().clause_kind(code)->verified);
    const std::set<std::string> decp_words{"Clause sociale", "Critère social", "Marché réservé",
                                           "Pas de considération sociale"};
    for (const auto& kind : lists().clause_kinds)
        for (const auto& word : kind.decp) CHECK(decp_words.count(word) == 1);
}

TEST_CASE("a modality names kinds of structure that exist") {
    for (const auto& modality : lists().modalities)
        for (const auto& code : modality.structure_kinds) CHECK(lists().structure_kind(code) != nullptr);
    REQUIRE(lists().modality("secondment_etti")->structure_kinds.front() == "ETTI");
}

TEST_CASE("eligibility: four criteria of level 1 and fourteen of level 2, with the age of their proofs") {
    const auto& criteria = lists().eligibility_criteria;
    REQUIRE(std::count_if(criteria.begin(), criteria.end(), [](const auto& c) { return c.level == 1; }) == 4);
    REQUIRE(std::count_if(criteria.begin(), criteria.end(), [](const auto& c) { return c.level == 2; }) == 14);
    const auto reference = Reference::national();
    const auto age = [&](const char* key) { return reference.count(key, 2026y / 11 / 21).value; };
    REQUIRE(lists().criterion("former_ase")->proof_months == age("proof_age.ase"));
    REQUIRE(lists().criterion("qpv_resident")->proof_months == age("proof_age.qpv_address"));
    REQUIRE_FALSE(lists().criterion("disabled_worker")->proof_months);
}

TEST_CASE("the end of the Garantie jeunes is the eve of the CEJ") {
    const auto* before = lists().public_kind("youth_guarantee");
    const auto* after = lists().public_kind("cej");
    REQUIRE(std::chrono::sys_days(*before->valid_to) + std::chrono::days(1) ==
            std::chrono::sys_days(*after->valid_from));
}

TEST_CASE("a buyer's kind is one that organisations know") {
    for (const auto& kind : lists().buyer_kinds) CHECK(organisation_kind(kind.code));
    REQUIRE(lists().buyer_kind("public")->in_decp);
    REQUIRE_FALSE(lists().buyer_kind("prive")->in_decp);
}

TEST_CASE("45 CPV divisions; division 45 is works") {
    REQUIRE(lists().cpv_divisions.size() == 45);
    REQUIRE(lists().cpv_division("45262522")->sector == "works");
    REQUIRE(lists().cpv_division("90")->sector == "services");
    REQUIRE(lists().cpv_division("48")->sector == "supplies");
    REQUIRE(lists().cpv_division("99") == nullptr);
}

TEST_CASE("a trade's labour share exists, its CPV prefixes stand in known divisions, its words are its own") {
    const auto reference = Reference::national();
    std::set<std::string> words;
    std::set<std::string> prefixes;
    for (const auto& trade : lists().trades) {
        INFO(trade.key);
        CHECK_NOTHROW(reference.rate(trade.labour_share_key, 2026y / 11 / 21));
        CHECK_NOTHROW(reference.euros(trade.hourly_cost_key, 2026y / 11 / 21));
        for (const auto& prefix : trade.cpv_prefixes) {
            CHECK(std::all_of(prefix.begin(), prefix.end(), [](char c) { return c >= '0' && c <= '9'; }));
            CHECK(prefix.size() <= 8);
            CHECK(lists().cpv_division(prefix) != nullptr);
            CHECK(prefixes.insert(prefix).second);
        }
        CHECK(words.insert(clausier::core::fold(trade.label)).second);
        for (const auto& alias : trade.aliases) CHECK(words.insert(clausier::core::fold(alias)).second);
    }
    for (const auto* value : reference.list("labour_share.", 2026y / 11 / 21)) {
        INFO(value->key << " n’a pas de métier");
        CHECK(std::any_of(lists().trades.begin(), lists().trades.end(),
                          [&](const Trade& trade) { return trade.labour_share_key == value->key; }));
    }
}

TEST_CASE("a trade is found by key, label or alias, without accents or case") {
    REQUIRE(lists().trade("masonry")->label == "Maçonnerie");
    REQUIRE(lists().trade("MACONNERIE")->key == "masonry");
    REQUIRE(lists().trade("cvc")->key == "plumbing_hvac");
    REQUIRE(lists().trade("Maitrise d'oeuvre")->key == "studies");
    REQUIRE(lists().trade("chapellerie") == nullptr);
}

TEST_CASE("a lot's title points to a trade, its longest words first, else its CPV") {
    REQUIRE(suggested("Lot 9 : Peinture et revêtements muraux") == "interior_painting");
    REQUIRE(suggested("LOT N°3 – CHARPENTE METALLIQUE") == "metal_frame");
    REQUIRE(suggested("Menuiseries extérieures aluminium") == "exterior_joinery");
    REQUIRE(suggested("Entretien des espaces verts du centre") == "landscape_maintenance");
    REQUIRE(suggested("Repassage du linge").empty());
    REQUIRE(suggested("Lot 4", "45262522") == "building_average");
    REQUIRE(suggested("Lot 4", "45262520") == "masonry");
    REQUIRE(suggested("Lot 5", "90911200") == "cleaning");
    REQUIRE(suggested("Fourniture de papier", "30197630").empty());
}
