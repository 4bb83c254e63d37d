// The refusal of a file that breaks off.
#include "clausier/core/interrupted.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier::core;

TEST_CASE("it is a refusal like others, and knows how much stands whole") {
    const Interrupted fault({Severity::error, "fichier_interrompu", "f, ligne 2", "le fichier s’arrête"}, 12);
    CHECK(fault.complete() == 12);
    const Error& refusal = fault;
    CHECK(refusal.kind() == ErrorKind::invalid);
    CHECK(std::string(refusal.what()) == "f, ligne 2 : le fichier s’arrête");
    CHECK(dynamic_cast<const Interrupted*>(&refusal) == &fault);
}
