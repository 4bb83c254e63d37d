// The sentence about a document that breaks off.
#include "fault.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/core/interrupted.hpp"

using namespace clausier;

namespace {

decp::Fault fault() {
    decp::Fault out;
    out.byte = 1'234;
    out.line = 12;
    out.column = 7;
    out.record = 3;
    out.record_id = "2024-03";
    out.format = "JSON";
    out.reason = "le fichier s’arrête avant sa fin";
    return out;
}

}  // namespace

TEST_CASE("the refusal says where, in which record, why, and how many stand before") {
    decp::ReadReport report;
    report.records = 2;
    decp::ReadOptions options;
    options.name = "decp.json";
    try {
        decp::break_off(fault(), options, report);
        FAIL("not refused");
    } catch (const core::Interrupted& error) {
        CHECK(error.complete() == 2);
        CHECK(error.kind() == core::ErrorKind::invalid);
        CHECK(std::string(error.what()) ==
              "decp.json, ligne 12, colonne 7 (octet 1234) : le JSON est invalide, dans l’enregistrement n° 3 (id "
              "« 2024-03 ») : le fichier s’arrête avant sa fin ; corrigez ce passage ou demandez un fichier valide, "
              "les 2 "
              "enregistrements entiers qui précèdent peuvent être gardés seuls");
    }
}

TEST_CASE("what precedes is kept with a warning when it is asked for, and refused when there is nothing") {
    decp::ReadReport report;
    report.records = 2;
    decp::ReadOptions options;
    options.keep_before_fault = true;
    decp::break_off(fault(), options, report);
    REQUIRE(report.issues.size() == 1);
    CHECK(report.issues[0].severity == core::Severity::warning);
    CHECK(report.issues[0].code == "fichier_interrompu");
    CHECK(report.issues[0].text.find("seuls les 2\u00a0enregistrements entiers") != std::string::npos);
    report.records = 1;
    decp::break_off(fault(), options, report);
    CHECK(report.issues[1].text.ends_with("seul l’enregistrement entier qui précède est lu, la suite ne l’est pas"));
    report.records = 0;
    CHECK_THROWS_AS(decp::break_off(fault(), options, report), core::Interrupted);
}
