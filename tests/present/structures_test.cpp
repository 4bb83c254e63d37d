// Structures as documents and as pages: what is approved, deemed so, or neither.
#include "clausier/present/structures.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier;
using domain::Structure;

namespace {

core::Date day(const char* text) { return core::parse_iso_date(text).value(); }
const core::Date today = day("2026-11-21");

Structure site() {
    Structure out;
    out.id = {4};
    out.kind = "ACI";
    out.name = "Les Tilleuls";
    out.siret = "21990001000022";
    out.department = "57";
    out.city = "Metz";
    out.sirets = {{"21990001000014", std::nullopt, day("2026-02-28")}, {out.siret, day("2026-03-01"), std::nullopt}};
    out.approvals = {{domain::ApprovalKind::convention, day("2020-01-01"), day("2022-12-31"), ""},
                     {domain::ApprovalKind::convention, day("2025-01-01"), day("2026-12-31"), "arrêté"}};
    return out;
}

domain::SupplierContract contract() {
    domain::SupplierContract out;
    out.market = {7};
    out.reference = "M1";
    out.object = "Espaces verts";
    out.buyer = "Commune de Valbrume";
    out.amount = core::Euros::whole(1000);
    out.notified_on = day("2024-05-01");
    out.structure = site();
    out.standing.deemed = true;
    return out;
}

}  // namespace

TEST_CASE("a structure tells its last convention and whether it is approved today") {
    const auto document = present::answer(domain::StructurePage{{site()}, 1, 3}, today).document;
    CHECK(document.at("structures_connues").as_int64() == 3);
    const auto& line = document.at("structures").as_array().at(0).as_object();
    CHECK(line.at("convention_au").as_string() == "2026-12-31");
    CHECK(line.at("agreee").as_string() == "oui");
    CHECK(line.at("fermee_le").is_null());
    CHECK(present::structure_line_views({{site()}, 1, 1}, today).at(0).at("lieu").as_string() == "Metz (57)");
}

TEST_CASE("a sheet tells the former SIRETs, who shares the present one, and the contracts") {
    const domain::StructureSheet sheet{site(), {site()}, {contract()}};
    const auto answer = present::answer(sheet, today);
    CHECK(answer.document.at("sirets").as_array().size() == 2);
    CHECK(answer.document.at("contrats").as_array().at(0).at("agreee_a_la_notification").as_string() == "réputée");
    CHECK(answer.lines.at(0) == "Ancien SIRET : 21990001000014 (jusqu’au 2026-02-28)");
    const auto view = present::structure_view(sheet, today);
    CHECK(view.at("a_des_partages").as_bool());
    CHECK(view.at("sirets").as_array().at(1).at("actuel").as_bool());
    CHECK(view.at("contrats").as_array().at(0).at("role").as_string() == "titulaire");
}

TEST_CASE("an import says what became of its lines, those left out first") {
    domain::StructureImportOutcome outcome;
    outcome.import.file_name = "liste.csv";
    outcome.import.rows_read = 3;
    outcome.import.created = 2;
    outcome.import.listed = 1;
    outcome.remarks = {{2, "siret_cle", true, "clé fausse"}, {4, "nom_absent", false, "le nom manque"}};
    const auto answer = present::answer(outcome);
    CHECK(answer.document.at("etat").as_string() == "essai");
    CHECK(answer.lines.at(0) ==
          "3\u00a0lignes lues\u00a0: 2\u00a0créées, 0\u00a0modifiée, 0\u00a0identique, 1\u00a0écartée.");
    const auto view = present::structure_import_view(outcome);
    CHECK(view.at("remarques").as_array().at(0).at("ligne").to_number<int>() == 4);
    CHECK(view.at("en_plus").is_null());
    outcome.import.id = {1};
    outcome.import.undone_at = core::Instant{};
    CHECK(present::answer(std::vector{outcome.import}).document.at("imports").as_array().at(0).at("etat").as_string() ==
          "annulé");
}
