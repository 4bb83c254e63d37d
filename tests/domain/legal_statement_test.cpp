// What is said of the law is data: read, with its figures written out, and never surer than its sources.
#include "clausier/domain/legal_statement.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "clausier/domain/code_lists.hpp"

using namespace clausier::domain;
using namespace clausier::core;

namespace {

const Date day = parse_iso_date("2026-11-21").value();

}  // namespace

TEST_CASE("every sentence has a source, and its figures can be written out") {
    const Reference reference = Reference::national();
    REQUIRE(legal_statements().size() > 30);
    for (const LegalStatement& one : legal_statements()) {
        INFO(one.key);
        const LegalStatement said = legal_statement(one.key, reference, day);
        CHECK(said.text.find('{') == std::string::npos);
        CHECK(said.text.ends_with("."));
        CHECK_FALSE(said.citation.source.empty());
        CHECK((!said.citation.url.empty() || !said.citation.verified || said.key == "kind.reserved_concession"));
        CHECK((one.citation.verified || !said.citation.verified));
    }
}

TEST_CASE("figures are reference values, and one that is not verified leaves the sentence unverified") {
    Reference reference = Reference::national();
    const auto said = [&](std::string_view key) { return legal_statement(key, reference, day); };
    CHECK(said("kind.reserved_siae").text.find("au moins 50\u00a0% de travailleurs") != std::string::npos);
    CHECK(said("condition.exception.short_works").text.find("moins de 6\u00a0mois") != std::string::npos);
    CHECK(said("condition.environmental.since").text.find("21 août 2026 ou le 22 août 2026") != std::string::npos);
    CHECK(said("condition.social.since").citation.verified);
    ReferenceValue local = reference.value("date.social_condition", day);
    local.parts += 30;
    local.citation.layer = Layer::local;
    local.citation.verified = false;
    reference.add_layer({local});
    CHECK(said("condition.social.since").text.find("21 septembre 2026") != std::string::npos);
    CHECK_FALSE(said("condition.social.since").citation.verified);
}

TEST_CASE("an unknown sentence is refused with the nearest key") {
    try {
        (void)legal_statement("condition.socail", Reference::national(), day);
        FAIL("unknown");
    } catch (const Error& error) {
        CHECK(error.kind() == ErrorKind::not_found);
        CHECK(error.issues().front().text.find("condition.social") != std::string::npos);
    }
}

TEST_CASE("the law of a kind is not surer than the list of kinds says, and quotes its articles") {
    for (const ClauseKind& kind : CodeLists::embedded().clause_kinds) {
        if (kind.article.empty()) continue;
        INFO(kind.code);
        const auto law = std::find_if(legal_statements().begin(), legal_statements().end(),
                                      [&](const auto& one) { return one.key == "kind." + kind.code; });
        REQUIRE(law != legal_statements().end());
        CHECK(law->article == kind.article);
        CHECK((kind.verified || !law->citation.verified));
    }
}
