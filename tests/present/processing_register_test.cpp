// The register of processing: every part of what takes place here.
#include "clausier/present/processing_register.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier;

TEST_CASE("withdrawn activities are told to programs and left out of what is printed") {
    auto all = domain::own_activities({24, 12, 30});
    all[1].withdrawn = true;
    const auto answer = present::answer(all);
    CHECK(answer.document.at("traitements").as_array().size() == all.size());
    CHECK(answer.table.rows.size() == all.size() - 1);
    const auto paper = present::plain_text(
        present::register_document(all, "Région inventée", std::chrono::sys_days(std::chrono::year(2026) / 11 / 21)));
    CHECK(paper.find(all[0].purpose) != std::string::npos);
    CHECK(paper.find(all[1].purpose) == std::string::npos);
    CHECK(paper.find("21 novembre 2026") != std::string::npos);
}
