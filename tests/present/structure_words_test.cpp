// Words on structures, their conventions and the lists that brought them.
#include "structure_words.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier;
using domain::Approval;
using domain::ApprovalKind;

namespace {

core::Date day(const char* text) { return core::parse_iso_date(text).value(); }

Approval convention(const char* from, const char* to) {
    Approval out;
    out.kind = ApprovalKind::convention;
    out.from = day(from);
    if (to) out.to = day(to);
    return out;
}

}  // namespace

TEST_CASE("the last convention is the one that ends last; one without end, after all others") {
    domain::Structure structure;
    CHECK(present::last_convention(structure) == nullptr);
    Approval esus = convention("2020-01-01", nullptr);
    esus.kind = ApprovalKind::esus;
    structure.approvals = {esus, convention("2025-01-01", "2025-12-31"), convention("2023-01-01", "2027-12-31")};
    CHECK(present::last_convention(structure)->to == day("2027-12-31"));
    structure.approvals.push_back(convention("2021-01-01", nullptr));
    structure.approvals.push_back(convention("2028-01-01", "2029-12-31"));
    REQUIRE(present::last_convention(structure));
    CHECK_FALSE(present::last_convention(structure)->to);
}

TEST_CASE("a period says the bounds that are known") {
    CHECK(present::period_of({}, {}).empty());
    CHECK(present::period_of(day("2025-01-01"), day("2026-12-31")) == " (du 2025-01-01 au 2026-12-31)");
    CHECK(present::period_of(day("2025-01-01"), {}) == " (du 2025-01-01)");
    CHECK(present::period_of({}, day("2026-12-31")) == " (jusqu’au 2026-12-31)");
}

TEST_CASE("a contract is held or subcontracted") {
    domain::SupplierContract contract;
    CHECK(present::role_of(contract) == "titulaire");
    contract.subcontractor = true;
    CHECK(present::role_of(contract) == "sous-traitant");
}

TEST_CASE("an import says its state, and every line it read") {
    domain::StructureImport import;
    CHECK(present::state_of(import) == "essai");
    import.id = {1};
    CHECK(present::state_of(import) == "appliqué");
    import.undone_at = core::Instant{};
    CHECK(present::state_of(import) == "annulé");
    import.rows_read = 3;
    import.created = 2;
    import.listed = 1;
    CHECK(present::counts_text(import) ==
          "3\u00a0lignes lues\u00a0: 2\u00a0créées, 0\u00a0modifiée, 0\u00a0identique, 1\u00a0écartée.");
}

TEST_CASE("a kind is told by its code and its label, or by the code that the list has no more") {
    CHECK(present::kind_text("AI").starts_with("AI – "));
    CHECK(present::kind_text("XX") == "XX");
}
