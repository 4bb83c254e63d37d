// The share of inclusive purchases: each rate has its denominator, each supplier counts once.
#include "clausier/domain/purchases.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier;
using core::Euros;
using domain::PurchaseLine;
using domain::Structure;

namespace {

const std::string aci = "21990001000014";
const std::string ea = "21990001000022";
const std::string scop = "21990001000030";
const core::Date today = core::parse_iso_date("2026-11-21").value();

Structure structure(std::int64_t id, const std::string& kind, const std::string& siret) {
    Structure out;
    out.id = {id};
    out.kind = kind;
    out.name = "Structure " + std::to_string(id);
    out.siret = siret;
    return out;
}

PurchaseLine line(std::uint64_t number, const std::string& siret, std::int64_t euros, const std::string& category = {},
                  const std::string& supplier = "Fournisseur") {
    return {number, supplier, siret, Euros::whole(euros), category, ""};
}

domain::StructuresBySiret known() {
    return {{aci, {structure(1, "ACI", aci)}},
            {ea, {structure(2, "SCIC", ea), structure(3, "EA", ea)}},
            {scop, {structure(4, "SCOP", scop)}}};
}

}  // namespace

TEST_CASE("purchases are summed by family and by kind, and suppliers counted once") {
    const auto share =
        domain::purchase_share({line(2, aci, 100), line(3, aci, 50), line(4, ea, 30), line(5, scop, 20),
                                line(6, "", 700, "", "Sans numéro"), line(7, "", 100, "", "SANS NUMERO")},
                               known(), 2025, today);
    CHECK(share.all.lines == 6);
    CHECK(share.all.suppliers == 4);
    CHECK(share.all.amount == Euros::whole(1000));
    CHECK(share.with_siret.amount == Euros::whole(200));
    CHECK(share.inclusive.amount == Euros::whole(180));
    CHECK(share.inclusive.suppliers == 2);
    CHECK(share.insertion.amount == Euros::whole(150));
    CHECK(share.handicap.amount == Euros::whole(30));
    CHECK(share.ess.amount == Euros::whole(20));
    CHECK(share.approved.amount == Euros::whole(0));
    CHECK(share.shared.amount == Euros::whole(30));
    CHECK(core::percent(domain::rate(share.inclusive, share.all).value()) == "18.00");
    REQUIRE(share.by_kind.size() == 2);
    CHECK(share.by_kind[0].name == "ACI");
    CHECK(share.by_kind[1].inclusive.amount == Euros::whole(30));
    CHECK(share.on == core::parse_iso_date("2025-12-31").value());
    CHECK(domain::judged_on(2026, today) == today);
}

TEST_CASE("nothing spent gives no rate") { CHECK_FALSE(domain::rate({}, {}).has_value()); }

TEST_CASE("an approval that ended before the year makes a purchase ordinary") {
    auto structures = known();
    structures[aci][0].approvals = {{domain::ApprovalKind::convention, core::parse_iso_date("2020-01-01").value(),
                                     core::parse_iso_date("2023-12-31").value(), ""}};
    const auto share = domain::purchase_share({line(2, aci, 100)}, structures, 2025, today);
    CHECK(share.inclusive.lines == 0);
    const auto note = domain::note_of(line(2, aci, 100), domain::match(structures, aci, share.on, today));
    CHECK(note.inclusive == "NON");
    CHECK(note.approved == "non");
    CHECK(note.name == "Structure 1");
}

TEST_CASE("beside the user's line: whether it is inclusive, and the structure it is") {
    const auto structures = known();
    const auto note = [&](const std::string& siret) {
        return domain::note_of(line(2, siret, 1), domain::match(structures, siret, today, today));
    };
    CHECK(note(ea).inclusive == "OUI");
    CHECK(note(ea).family == "handicap");
    CHECK(note(ea).kind == "Entreprise adaptée");
    CHECK(note(ea).approved == "réputée");
    CHECK(note("").inclusive == "SIRET absent");
    CHECK(note("11111111111111").inclusive == "NON");
    CHECK(note("11111111111111").name.empty());
    CHECK(note(scop).inclusive == "NON");
    CHECK(note(scop).family == "économie sociale et solidaire");
}

TEST_CASE("categories come by amount, and those beyond the fortieth together, so that the total is whole") {
    std::vector<PurchaseLine> lines;
    for (int i = 1; i <= 45; ++i)
        lines.push_back(line(static_cast<std::uint64_t>(i), i == 1 ? aci : "", i, "Catégorie " + std::to_string(i)));
    lines.push_back(line(46, "", 1000, "CATEGORIE 45"));
    const auto share = domain::purchase_share(lines, known(), 2025, today);
    REQUIRE(share.by_category.size() == 41);
    CHECK(share.by_category[0].name == "Catégorie 45");
    CHECK(share.by_category[0].all.amount == Euros::whole(1045));
    CHECK(share.by_category[40].name == "(autres)");
    CHECK(share.by_category[40].all.amount == Euros::whole(1 + 2 + 3 + 4 + 5));
    CHECK(share.by_category[40].inclusive.amount == Euros::whole(1));
}
