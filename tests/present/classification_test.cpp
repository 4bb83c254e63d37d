// What people read of contracts to classify and of classifications.
#include "clausier/present/classification.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier;
using domain::ClauseAxis;

namespace {

domain::UnclassifiedContract school() {
    domain::UnclassifiedContract out{{7}, {3}, "Commune de Valbrume", "2026-01", "2", "Nettoyage", "90910000", {},
                                     0,   {}};
    out.suggestion = domain::suggest_clause(ClauseAxis::social, out.object, out.cpv);
    return out;
}

domain::Classification made() {
    domain::Classification out;
    out.id = {4};
    out.at = core::Instant(std::chrono::seconds(1'790'000'000));
    out.actor = "test";
    out.contracts = 1;
    return out;
}

}  // namespace

TEST_CASE("what remains is said of how many, in good French") {
    const auto phrase = [](std::int64_t left, std::int64_t all) {
        domain::UnclassifiedPage page;
        page.left = left;
        page.all = all;
        return present::progress_phrase(page);
    };
    CHECK(phrase(0, 0) == "0\u00a0contrat reste à classer sur 0");
    CHECK(phrase(1, 2) == "1\u00a0contrat reste à classer sur 2");
    CHECK(phrase(2, 4509) == "2\u00a0contrats restent à classer sur 4\u202f509");
    CHECK(present::progress_gauge({{}, 0, 0}).is_null());
    CHECK(present::progress_gauge({{}, 1, 4}).at("phrase").as_string() == "3 sur 4\u00a0contrats renseignés");
}

TEST_CASE("a line says its suggestion and leaves its decision empty") {
    domain::UnclassifiedPage page{{school()}, 1, 1};
    const auto answer = present::answer(page, ClauseAxis::social);
    const auto& line = answer.document.at("lignes").at(0);
    CHECK(line.at("lot_id").as_int64() == 7);
    CHECK(line.at("suggestion").as_string() == "insertion");
    CHECK(line.at("decision").as_string().empty());
    CHECK(line.at("annee").is_null());
    CHECK(line.at("montant").is_null());
    CHECK(answer.table.rows.at(0).size() == answer.table.columns.size());
    CHECK(answer.numeric.size() == answer.table.columns.size());
    page.lines[0].suggestion.reset();
    CHECK(present::answer(page, ClauseAxis::social).document.at("lignes").at(0).at("suggestion").is_null());
    CHECK_FALSE(present::unclassified_views(page.lines).at(0).at("a_suggestion").as_bool());
}

TEST_CASE("a classification says whether it can be undone") {
    domain::ClassificationSheet sheet{made(), {{{7}, {3}, "2026-01", "2", "Nettoyage", "Clause sociale", false}}};
    CHECK(present::classification_view(sheet).at("annulable").as_bool());
    sheet.contracts[0].changed = true;
    CHECK_FALSE(present::classification_view(sheet).at("annulable").as_bool());
    CHECK(present::classification_view(sheet).at("bloque").as_bool());
    CHECK(present::answer(sheet).table.rows.at(0).at(4) == "oui");
    sheet.contracts[0].changed = false;
    sheet.classification.undone_at = sheet.classification.at;
    CHECK_FALSE(present::classification_view(sheet).at("annulable").as_bool());
    CHECK(present::answer(sheet).title.find("annulé le") != std::string::npos);
}

TEST_CASE("an outcome tells what was left out, by number") {
    domain::ClassificationOutcome outcome{made(), {{1}, {2}}, {{9}}};
    const auto answer = present::answer(outcome, ClauseAxis::social);
    CHECK(answer.title == "1\u00a0contrat classé (classement n°\u00a04)");
    REQUIRE(answer.remarks.size() == 2);
    CHECK(answer.remarks[0].text == "lots laissés de côté, ils disent déjà quelque chose\u00a0: 1, 2");
    CHECK(present::answer(domain::ClassificationOutcome{}, ClauseAxis::social).document.at("classement").is_null());
}
