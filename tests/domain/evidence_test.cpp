// Evidence: known by its content, never a payslip that is kept, never a scan that is not masked.
#include "clausier/domain/evidence.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/execution.hpp"

using namespace clausier;
using namespace clausier::domain;
using tests::codes_of;
using tests::date_of;

namespace {

const core::Date today = date_of("2026-11-21");

Evidence file(EvidenceKind kind) {
    Evidence e;
    e.kind = kind;
    e.piece = std::string(64, 'a');
    e.media_type = "application/pdf";
    e.size = 1'000;
    return e;
}

}  // namespace

TEST_CASE("the type of a file is what its first bytes say") {
    CHECK(evidence_type("%PDF-1.7\n%…") == "application/pdf");
    CHECK(evidence_type("\x89PNG\r\n\x1a\n....") == "image/png");
    CHECK(evidence_type("\xff\xd8\xff\xe0....") == "image/jpeg");
    for (const char* other : {"", "PK\x03\x04", "<html>", " %PDF-1.7", "\x89PNG", "MZ"}) {
        INFO(other);
        CHECK(evidence_type(other).empty());
    }
}

TEST_CASE("a signed statement is a file of a type and size that can be read") {
    CHECK(faults(file(EvidenceKind::signed_statement), today).empty());
    Evidence e = file(EvidenceKind::signed_statement);
    e.size = most_evidence_bytes + 1;
    e.media_type = "";
    CHECK(codes_of(faults(e, today)) == "fichier_lourd fichier_type");
    e.size = 0;
    CHECK(codes_of(faults(e, today)) == "fichier_vide fichier_type");
    CHECK(codes_of(faults(Evidence{}, today)) == "fichier_absent");
}

TEST_CASE("a payslip is seen by somebody on a day, and never kept") {
    Evidence e;
    e.kind = EvidenceKind::payslip_seen;
    CHECK(codes_of(faults(e, today)) == "champ_absent champ_absent");
    e.seen_by = "compte/3";
    e.seen_on = today;
    CHECK(faults(e, today).empty());
    e.seen_on = date_of("2026-11-22");
    CHECK(codes_of(faults(e, today)) == "date_future");
    e = file(EvidenceKind::payslip_seen);
    e.seen_by = "compte/3";
    e.seen_on = today;
    CHECK(codes_of(faults(e, today)) == "bulletin_conserve");
}

TEST_CASE("a scan is kept once its masking is confirmed, until a day") {
    static const Reference national = Reference::national();
    Evidence e = file(EvidenceKind::masked_scan);
    CHECK(codes_of(faults(e, today)) == "masquage champ_absent");
    e.masking_confirmed = true;
    e.destroy_on = today;
    CHECK(codes_of(faults(e, today)) == "date_passee");
    e.destroy_on = latest_destruction(today, national);
    CHECK(*e.destroy_on == date_of("2027-05-21"));
    CHECK(faults(e, today, latest_destruction(today, national)).empty());
    CHECK(codes_of(faults(e, today, date_of("2027-05-20"))) == "date_lointaine");
    CHECK_FALSE(destruction_due(e, date_of("2027-05-20")));
    CHECK(destruction_due(e, date_of("2027-05-21")));
    e.destroyed_on = date_of("2027-05-21");
    CHECK_FALSE(destruction_due(e, date_of("2027-06-01")));
    for (const EvidenceKind kind : all_evidence_kinds) CHECK(evidence_kind(code(kind)) == kind);
}
