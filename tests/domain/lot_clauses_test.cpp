// Detailed clauses read, written, and summed up in the words of DECP.
#include "clausier/domain/lot_clauses.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/domain/social_state.hpp"

using namespace clausier::domain;

namespace {

std::string summary(std::string_view clauses, const SummaryRules& rules = {}) {
    return summary_of(parse_lot_clauses(clauses).value(), rules).value_or("(rien)");
}

std::string fault(std::string_view clauses) {
    const auto read = parse_lot_clauses(clauses);
    return read ? "" : read.error().code;
}

}  // namespace

TEST_CASE("each kind has its words, and the detail is summed up once") {
    CHECK(summary("insertion") == "Clause sociale");
    CHECK(summary("social_criterion") == "Critère social");
    CHECK(summary("insertion_and_criterion") == "Clause sociale, Critère social");
    CHECK(summary("reserved_siae, reserved_disabled") == "Marché réservé");
    CHECK(summary("insertion, reserved_siae, fair_trade:critere") == "Clause sociale, Critère social, Marché réservé");
    CHECK(summary("none") == "Pas de considération sociale");
    CHECK(summary("") == "(rien)");
}

TEST_CASE("kinds that may be a clause, a criterion or both say which, the clause by default") {
    CHECK(summary("training") == "Clause sociale");
    CHECK(summary("training:clause") == "Clause sociale");
    CHECK(summary("training:critere") == "Critère social");
    CHECK(summary("training:les_deux") == "Clause sociale, Critère social");
}

TEST_CASE("a reserved concession has its own words, and a market of insertion those of the setting") {
    CHECK(summary("reserved_siae", SummaryRules::of("Concession de service", "")) == "Concession réservée");
    CHECK(summary("reserved_siae", SummaryRules::of("Marché", "")) == "Marché réservé");
    CHECK(summary("insertion_services") == "Clause sociale");
    CHECK(summary("insertion_services", SummaryRules::of("Marché", "Marché réservé")) == "Marché réservé");
    for (const std::string& words : insertion_services_words())
        CHECK(social_state_of(parse_social_considerations(words).value()) == SocialState::some);
}

TEST_CASE("every kind of the list sums up to words that files can hold") {
    for (const ClauseKind* kind : lot_clause_kinds()) {
        INFO(kind->code);
        const auto words = summary_of({{kind->code, ClauseForm::clause}}, {});
        REQUIRE(words);
        CHECK(social_state_of(words) == (kind->code == "none" ? SocialState::none : SocialState::some));
    }
    CHECK(lot_clause_kinds().back()->code == "none");
}

TEST_CASE("clauses are kept in the order of the list, each once, and read back as written") {
    const auto clauses = parse_lot_clauses(" equality:critere ,insertion,, insertion ").value();
    CHECK(text_of(clauses) == "insertion, equality:critere");
    CHECK(parse_lot_clauses(text_of(clauses)).value() == clauses);
    CHECK(label_of(clauses) ==
          "Clause d’insertion, condition d’exécution\u00a0; Clause d’égalité entre les femmes et les hommes (critère)");
    CHECK(label_of({}).empty());
    CHECK(no_clause() == parse_lot_clauses("none").value().at(0));
}

TEST_CASE("what is no clause is refused, with what to write") {
    CHECK(fault("insertions") == "clause_inconnue");
    CHECK(fault("not_filled") == "clause_inconnue");
    CHECK(fault("Clause sociale") == "clause_inconnue");
    CHECK(fault("training:autre") == "clause_forme");
    CHECK(fault("training:") == "clause_forme");
    CHECK(fault("insertion:critere") == "clause_forme");
    CHECK(fault("training:clause, training:critere") == "clause_forme");
    CHECK(fault("none, insertion") == "clauses_contraires");
    CHECK(fault("none,none").empty());
    CHECK(parse_lot_clauses("insertions").error().text.find("insertion_and_criterion") != std::string::npos);
}
