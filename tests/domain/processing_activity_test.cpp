// The program's own register is whole, tells the delays in force, and takes sound texts only.
#include "clausier/domain/processing_activity.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier;

TEST_CASE("each activity of the program says every part, with the delays in force") {
    const auto all = domain::own_activities({36, 6, 30});
    REQUIRE(all.size() >= 4);
    for (const auto& one : all) {
        for (const auto& part : domain::activity_parts()) {
            INFO(one.code << " " << part.name);
            CHECK_FALSE((one.*part.text).empty());
            CHECK((one.*part.text).find('{') == std::string::npos);
        }
        CHECK(domain::faults(one).empty());
    }
    CHECK(all[0].retention.find("36\u00a0mois") == 0);
    CHECK(all[3].retention == "6\u00a0mois");
}

TEST_CASE("an activity has a name, and no text is endless") {
    domain::ProcessingActivity one;
    one.purpose = std::string(2001, 'a');
    const auto issues = domain::faults(one);
    REQUIRE(issues.size() == 2);
    CHECK(issues[0].where == "nom");
    CHECK(issues[1].where == "finalite");
}
