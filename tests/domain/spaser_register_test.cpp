// Registers and AGEC declarations: who is counted when, and parts never over their total.
#include "clausier/domain/spaser_register.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier;
using namespace clausier::domain;

namespace {

core::Date day(const char* text) { return core::parse_iso_date(text).value(); }

RegisterEntry entry(RegisterKind kind, const char* begins, const char* ends = nullptr, const char* unit = "Achats") {
    RegisterEntry out;
    out.kind = kind;
    out.begins_on = day(begins);
    if (ends) out.ends_on = day(ends);
    out.unit = unit;
    out.title = "Intitulé";
    return out;
}

ReuseDeclaration declaration(std::int64_t total, std::int64_t reused, std::int64_t donated, std::int64_t recycled) {
    ReuseDeclaration out;
    out.year = 2025;
    out.product = "mobilier";
    out.total = core::Euros::whole(total);
    out.reused = core::Euros::whole(reused);
    out.donated = core::Euros::whole(donated);
    out.recycled = core::Euros::whole(recycled);
    return out;
}

std::string places(const std::vector<core::Issue>& issues) {
    std::string out;
    for (const core::Issue& one : issues) out += one.where + " ";
    return out;
}

}  // namespace

TEST_CASE("an action without an end is of its day, a referent lasts until told otherwise") {
    CHECK(stands_in(entry(RegisterKind::awareness, "2025-06-01"), 2025));
    CHECK_FALSE(stands_in(entry(RegisterKind::awareness, "2025-06-01"), 2026));
    CHECK(stands_in(entry(RegisterKind::referent, "2024-06-01"), 2026));
    CHECK_FALSE(stands_in(entry(RegisterKind::referent, "2024-06-01", "2025-12-31"), 2026));
    CHECK_FALSE(stands_in(entry(RegisterKind::partnership, "2027-01-01"), 2026));
}

TEST_CASE("a year counts entries, distinct services and people") {
    std::vector<RegisterEntry> all{entry(RegisterKind::awareness, "2026-01-01"),
                                   entry(RegisterKind::awareness, "2026-02-01", nullptr, "achats "),
                                   entry(RegisterKind::awareness, "2026-03-01", nullptr, "Voirie"),
                                   entry(RegisterKind::awareness, "2025-03-01", nullptr, "Culture"),
                                   entry(RegisterKind::referent, "2024-03-01", nullptr, "Culture")};
    all[0].people = 12;
    all[2].people = 6;
    all[3].people = 100;
    CHECK(count_in(all, RegisterKind::awareness, 2026) == RegisterCount{3, 2, 18});
    CHECK(count_in(all, RegisterKind::referent, 2026) == RegisterCount{1, 1, 0});
    CHECK(count_in(all, RegisterKind::partnership, 2026) == RegisterCount{});
}

TEST_CASE("a referent is a service and a function; only a referent may be named") {
    CHECK(faults(entry(RegisterKind::referent, "2026-01-01")).empty());
    RegisterEntry wrong = entry(RegisterKind::referent, "2026-01-01", "2025-01-01", "");
    wrong.title = "";
    CHECK(places(faults(wrong)) == "fin service titre ");
    RegisterEntry named = entry(RegisterKind::awareness, "2026-01-01");
    named.person = "Quelqu’un";
    CHECK(places(faults(named)) == "nom ");
    named.kind = RegisterKind::referent;
    CHECK(faults(named).empty());
    named.begins_on = {};
    CHECK(places(faults(named)) == "debut ");
}

TEST_CASE("no part of a declaration is over its total, nor gifts over what is reused") {
    CHECK(faults(declaration(1000, 600, 200, 400)).empty());
    CHECK(faults(declaration(1000, 1000, 1000, 1000)).empty());
    CHECK(places(faults(declaration(1000, 1001, 0, 0))) == "reemploi ");
    CHECK(places(faults(declaration(1000, 0, 0, 1001))) == "recycles ");
    CHECK(places(faults(declaration(1000, 100, 200, 0))) == "dons ");
    ReuseDeclaration wrong = declaration(-1, 0, 0, 0);
    wrong.product = "fusées";
    wrong.year = 12;
    CHECK(places(faults(wrong)).find("annee produit total") == 0);
}

TEST_CASE("a product is known by its code or its name, and there are seventeen of them") {
    CHECK(reuse_products().size() == 17);
    CHECK(reuse_product("mobilier urbain")->code == "mobilier_urbain");
    CHECK(reuse_product("papier")->label == "Papier");
    CHECK(reuse_product("fusées") == nullptr);
    ReuseDeclaration typed = declaration(1, 0, 0, 0);
    typed.product = "Mobilier Urbain";
    tidy(typed);
    CHECK(typed.product == "mobilier_urbain");
}

TEST_CASE("E4 is what is reused or recycled on the total of the declarations, and says so when there is none") {
    IndicatorValue value;
    value.code = "E4";
    fill_reuse(value, {});
    CHECK_FALSE(value.unavailable.empty());
    fill_reuse(value, {declaration(1000, 300, 100, 200), declaration(3000, 500, 0, 0)});
    CHECK(value.unavailable.empty());
    CHECK(value.part.amount == core::Euros::whole(1000));
    CHECK(value.amount_rate_on_all() == core::Rate::of(2500));
}
