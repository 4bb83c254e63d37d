// The picture of a text: its size, its margin, the three marks of its corners.
#include "qr_code.hpp"

#include <catch2/catch_test_macros.hpp>

using clausier::web::QrCode;

namespace {

bool dark(const QrCode& code, int x, int y) {
    return code.path.find("M" + std::to_string(x) + " " + std::to_string(y) + "h1v1h-1z") != std::string::npos;
}

}  // namespace

TEST_CASE("a short text is a picture of 21 squares inside its margin, marked in three corners") {
    const QrCode code = clausier::web::qr_code("clausier");
    CHECK(code.side == 21 + 8);
    for (const auto& [x, y] : {std::pair{4, 4}, {24, 4}, {4, 24}}) CHECK(dark(code, x, y));
    CHECK_FALSE(dark(code, 5, 5));
    CHECK(dark(code, 7, 7));
    CHECK_FALSE(dark(code, 0, 0));
}

TEST_CASE("the link of an application fits, and two texts are two pictures") {
    const std::string uri = "otpauth://totp/Clausier:admin@clauses.example?secret=JBSWY3DPEHPK3PXP&issuer=Clausier";
    CHECK(clausier::web::qr_code(uri).path != clausier::web::qr_code(uri + "2").path);
    CHECK_THROWS_AS(clausier::web::qr_code(std::string(5000, 'a')), std::runtime_error);
}
