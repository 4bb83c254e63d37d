// Fingerprints agree with published vectors.
#include "clausier/core/digest.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier::core;

TEST_CASE("SHA-256 of the standard's example") {
    CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    Sha256 pieces;
    pieces.update("a");
    pieces.update("bc");
    CHECK(pieces.finish() == sha256("abc"));
}

TEST_CASE("short digests tell contents apart") {
    CHECK(short_digest("a").size() == 32);
    CHECK(short_digest("a") != short_digest("b"));
}
