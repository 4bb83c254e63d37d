// Reference values as documents: each with its source and whether it was checked.
#include "clausier/present/references.hpp"

#include <boost/json/object.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace clausier;

TEST_CASE("a value is never shown without its source and its state") {
    const domain::Reference reference = domain::Reference::national();
    const auto values = reference.list("", core::parse_iso_date("2026-11-21").value());
    const auto answer = present::answer(values, "Valeurs");
    for (const auto& value : answer.document.at("valeurs").as_array()) {
        INFO(value.at("cle").as_string());
        CHECK_FALSE(value.at("source").as_string().empty());
        CHECK(value.at("verifie").is_bool());
    }
    CHECK(answer.table.rows.size() == values.size());
}
