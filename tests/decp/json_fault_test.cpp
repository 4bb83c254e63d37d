// Where JSON breaks off, as an editor shows it, and why.
#include "json_fault.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier::decp;
using boost::json::error;

TEST_CASE("lines and columns are counted over pieces, columns in characters") {
    Position position;
    position.pass("{\n  \"ob");
    position.pass("jet\": \"é");
    Fault fault;
    position.tell(fault);
    CHECK(fault.byte == 16);
    CHECK(fault.line == 2);
    CHECK(fault.column == 14);
    position.pass("\n\n");
    position.tell(fault);
    CHECK(fault.line == 4);
    CHECK(fault.column == 1);
}

TEST_CASE("each reason names what is there") {
    const auto reason = [](error code, std::string_view rest = {}) { return json_reason(code, rest); };
    CHECK(reason(error::incomplete) == "le fichier s’arrête avant sa fin");
    CHECK(reason(error::extra_data) == "du texte suit la fin du document");
    CHECK(reason(error::too_deep).find("64 niveaux") != std::string::npos);
    CHECK(reason(error::syntax, "\tb").find("caractère de contrôle (code 9)") != std::string::npos);
    CHECK(reason(error::syntax, "\xE9").find("octet E9") != std::string::npos);
    CHECK(reason(error::syntax, "NaN,").find("« NaN »") != std::string::npos);
    CHECK(reason(error::syntax, "Jaurès").find("« J » n’est pas attendu") != std::string::npos);
    CHECK(reason(error::illegal_leading_surrogate).find("« \\… »") != std::string::npos);
}
