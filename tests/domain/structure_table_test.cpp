// Lists of structures: what a row becomes, what is said of it, and what it changes.
#include "clausier/domain/structure_table.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/rows.hpp"

using namespace clausier;
using domain::ApprovalKind;
using domain::Structure;
using domain::StructureRow;

namespace {

core::Date day(const char* text) { return core::parse_iso_date(text).value(); }

std::vector<StructureRow> read(const std::string& csv, domain::StructureTableOptions options = {}) {
    domain::StructureTable table(std::move(options));
    tests::feed(table, csv);
    table.finish();
    return table.rows();
}

std::vector<std::string> codes(const StructureRow& row) {
    std::vector<std::string> out;
    for (const core::Issue& issue : row.issues) out.push_back(issue.code);
    return out;
}
using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("a row gives its kind by code or in words, its SIRET with spaces, its département from its post code") {
    const auto rows = read(
        "Raison sociale;Type;SIRET;Code postal;Ville;Convention du;Convention au;Fin agrément ESUS\n"
        "Les Tilleuls;Atelier et chantier d'insertion;219 900 010 000 14;57000;Metz;01/01/2025;2026-12-31;30/06/2027\n"
        "Atelier du Val;ea;21990001000022;1000;Bourg;;;\n");
    REQUIRE(rows.size() == 2);
    const Structure& first = rows[0].structure;
    CHECK(first.kind == "ACI");
    CHECK(first.siret == "21990001000014");
    CHECK(first.department == "57");
    REQUIRE(first.approvals.size() == 2);
    CHECK(first.approvals[0] == domain::Approval{ApprovalKind::convention, day("2025-01-01"), day("2026-12-31"), ""});
    CHECK(first.approvals[1] == domain::Approval{ApprovalKind::esus, std::nullopt, day("2027-06-30"), ""});
    CHECK(rows[1].structure.kind == "EA");
    CHECK(rows[1].structure.department == "01");
    CHECK(rows[1].structure.post_code == "01000");
}

TEST_CASE("what cannot be kept leaves the row out, what is doubtful is told") {
    const auto rows = read(
        "type;nom;siret;departement\n"
        "EI;;21990001000014;57\n"
        "XX;A;21990001000014;57\n"
        ";B;21990001000014;57\n"
        "EI;C;1234;57\n"
        "EI;D;11111111111111;\n"
        "EI;E;;Moselle\n"
        "EI;F;21990001000014;Ailleurs\n");
    CHECK(codes(rows[0]) == Codes{"nom_absent"});
    CHECK(codes(rows[1]) == Codes{"structure_type"});
    CHECK(codes(rows[2]) == Codes{"type_absent"});
    CHECK(codes(rows[3]) == Codes{"siret_format"});
    for (std::size_t i = 0; i < 4; ++i) CHECK_FALSE(rows[i].sound());
    CHECK(codes(rows[4]) == Codes{"siret_cle"});
    CHECK(codes(rows[5]) == Codes{"siret_absent"});
    CHECK(rows[5].structure.department == "57");
    CHECK(codes(rows[6]) == Codes{"departement_inconnu"});
    for (std::size_t i = 4; i < 7; ++i) CHECK(rows[i].sound());
}

TEST_CASE("a bound that cannot be read leaves the approval out, for it would hold without limit") {
    const auto rows = read(
        "type;nom;siret;convention du;convention au\n"
        "EI;A;21990001000014;2025-01-01;bientôt\n"
        "EI;B;21990001000014;2025-01-01;2024-01-01\n");
    CHECK(rows[0].structure.approvals.empty());
    CHECK(codes(rows[0]) == Codes{"date_illisible"});
    CHECK(codes(rows[1]) == Codes{"dates_inversees"});
}

TEST_CASE("the kind and the source of a whole file may be said once") {
    const auto rows = read("nom;siret\nA;21990001000014\n", {"ESUS", "liste de la préfecture"});
    CHECK(rows[0].structure.kind == "ESUS");
    CHECK(rows[0].structure.source == "liste de la préfecture");
}

TEST_CASE("a row completes what is kept and effaces nothing") {
    Structure kept;
    kept.kind = "EI";
    kept.name = "Ancien nom";
    kept.siret = "21990001000014";
    kept.sirets = {{kept.siret, std::nullopt, std::nullopt}};
    kept.city = "Metz";
    kept.approvals = {{ApprovalKind::convention, day("2025-01-01"), day("2025-12-31"), ""}};
    const auto rows = read(
        "type;nom;siret;ancien siret;convention du;convention au\n"
        "EI;Nouveau nom;21990001000022;21990001000014;2025-01-01;2026-12-31\n");
    const Structure next = domain::merged(kept, rows[0], day("2026-11-21"));
    CHECK(next.name == "Nouveau nom");
    CHECK(next.city == "Metz");
    CHECK(next.siret == "21990001000022");
    REQUIRE(next.sirets.size() == 2);
    CHECK(next.sirets[0].to == day("2026-11-20"));
    REQUIRE(next.approvals.size() == 1);
    CHECK(next.approvals[0].to == day("2026-12-31"));
}
