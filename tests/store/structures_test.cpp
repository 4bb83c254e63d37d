// Structures are found by every SIRET they have had, listed by page, and saved with their history.
#include "clausier/store/structures.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/store/database.hpp"
#include "support/refusal.hpp"

using namespace clausier;
using domain::ApprovalKind;
using domain::Structure;
using store::Structures;

namespace {

core::Date day(const char* text) { return core::parse_iso_date(text).value(); }

Structure site(const std::string& name, const std::string& kind = "ACI", const std::string& siret = {}) {
    Structure out;
    out.kind = kind;
    out.name = name;
    out.siret = siret;
    out.department = "57";
    out.city = "Metz";
    return out;
}

}  // namespace

TEST_CASE("a structure comes back with its SIRETs and its approvals") {
    store::Database database(":memory:");
    auto tx = database.write();
    Structures structures(tx);
    Structure draft = site("Les Tilleuls", "ACI", "21990001000014");
    draft.approvals = {{ApprovalKind::convention, day("2025-01-01"), std::nullopt, "arrêté"},
                       {ApprovalKind::esus, std::nullopt, day("2027-12-31"), ""}};
    const auto id = structures.save(draft).id;
    const Structure kept = structures.find(id).value();
    CHECK(kept.revision == 1);
    CHECK(kept.approvals == draft.approvals);
    REQUIRE(kept.sirets.size() == 1);
    CHECK(kept.sirets[0].siret == "21990001000014");
    structures.save(domain::with_siret(kept, "21990001000022", day("2026-03-01")));
    const std::vector<std::string> asked{"21990001000014", "21990001000022", "21990001000030", ""};
    const auto found = structures.by_sirets(asked);
    CHECK(found.size() == 2);
    CHECK(found.at("21990001000014").at(0).siret == "21990001000022");
}

TEST_CASE("a structure saved by somebody else since is a conflict") {
    store::Database database(":memory:");
    auto tx = database.write();
    Structures structures(tx);
    const Structure kept = structures.save(site("Les Tilleuls"));
    structures.save(kept);
    CHECK(tests::refusal([&] { structures.save(kept); }).kind() == core::ErrorKind::conflict);
}

TEST_CASE("two structures may share a SIRET, and each is told of the other") {
    store::Database database(":memory:");
    auto tx = database.write();
    Structures structures(tx);
    const auto a = structures.save(site("Chantier", "ACI", "21990001000014"));
    const auto b = structures.save(site("Entreprise", "EI", "21990001000014"));
    REQUIRE(structures.sharing("21990001000014", a.id).size() == 1);
    CHECK(structures.sharing("21990001000014", a.id)[0].id == b.id);
    const std::vector<std::string> asked{"21990001000014"};
    CHECK(structures.by_sirets(asked).at("21990001000014").size() == 2);
}

TEST_CASE("the list is narrowed by words, SIRET, kind, family, département and a day of convention") {
    store::Database database(":memory:");
    auto tx = database.write();
    Structures structures(tx);
    Structure first = site("Les Tilleuls d'été", "ACI", "21990001000014");
    first.approvals = {{ApprovalKind::convention, day("2025-01-01"), day("2025-12-31"), ""}};
    structures.save(first);
    structures.save(site("Atelier du Val", "EA"));
    Structure closed = site("Régie fermée", "RQ");
    closed.closed_on = day("2024-01-01");
    closed.department = "54";
    structures.save(closed);
    const auto names = [&](const store::StructureFilter& filter) {
        std::string out;
        for (const Structure& one : structures.list(filter).lines) out += one.name + ";";
        return out;
    };
    CHECK(names({}) == "Atelier du Val;Les Tilleuls d'été;");
    CHECK(structures.list({}).known == 3);
    CHECK(names({.text = "ETE metz"}) == "Les Tilleuls d'été;");
    CHECK(names({.text = "219 900 010"}) == "Les Tilleuls d'été;");
    CHECK(names({.kind = "EA"}) == "Atelier du Val;");
    CHECK(names({.family = "handicap"}) == "Atelier du Val;");
    CHECK(names({.department = "54", .closed = true}) == "Régie fermée;");
    CHECK(names({.approved_on = day("2025-12-31")}) == "Les Tilleuls d'été;");
    CHECK(names({.approved_on = day("2026-01-01")}).empty());
    const auto second = structures.list({.limit = 1, .offset = 1});
    CHECK(second.total == 2);
    REQUIRE(second.lines.size() == 1);
    CHECK(second.lines[0].name == "Les Tilleuls d'été");
}
