// A buyer's table read once more: the same lots stay themselves.
#include <catch2/catch_test_macros.hpp>

#include "clausier/domain/enquiry.hpp"

using namespace clausier;
using namespace clausier::domain;

namespace {

EnquiryLot lot(std::int64_t id, std::string number, std::string title, std::int64_t estimate = 0) {
    EnquiryLot out;
    out.id = {id};
    out.number = std::move(number);
    out.title = std::move(title);
    if (estimate > 0) out.estimate = core::Euros::whole(estimate);
    return out;
}

// "id:number" of each.
std::string names(const std::vector<EnquiryLot>& lots) {
    std::string out;
    for (const EnquiryLot& one : lots)
        out += (out.empty() ? "" : " ") + std::to_string(one.id.value) + ":" + one.number;
    return out;
}

}  // namespace

TEST_CASE("a lot of the same number keeps its id and takes what the table says") {
    auto first = lot(1, "1", "Peinture", 100);
    first.trade = "painting";
    first.abandoned = true;
    const auto out = merged_lots({first, lot(2, "2", "Sols", 50)},
                                 {lot(0, "3", "Toiture", 30), lot(0, "1", "Peintures", 120)}, false);
    CHECK(names(out) == "1:1 2:2 0:3");
    CHECK(out[0].title == "Peintures");
    CHECK(out[0].estimate == core::Euros::whole(120));
    CHECK(out[0].trade == "painting");
    CHECK(out[0].abandoned);
    CHECK(out[1] == lot(2, "2", "Sols", 50));
}

TEST_CASE("what the table leaves out stays as it was; lots that it has not go when it stands alone") {
    const auto out = merged_lots({lot(1, "1", "Peinture", 100), lot(2, "2", "Sols", 50)},
                                 {lot(0, "3", "Toiture"), lot(0, "1", "")}, true);
    CHECK(names(out) == "0:3 1:1");
    CHECK(out[1].title == "Peinture");
    CHECK(out[1].estimate == core::Euros::whole(100));
}

TEST_CASE("a table without numbers is known by its titles, and takes the numbers that are free") {
    const auto out =
        merged_lots({lot(1, "1", "Peinture intérieure"), lot(2, "3", "Sols")},
                    {lot(0, "", "PEINTURE INTERIEURE", 9), lot(0, "", "Toiture"), lot(0, "", "Bardage")}, false);
    CHECK(names(out) == "1:1 2:3 0:2 0:4");
    CHECK(out[0].estimate == core::Euros::whole(9));
    CHECK(names(merged_lots({}, {lot(0, "", "Lot unique")}, false)) == "0:");
}

TEST_CASE("two lots of one title in the table are two lots, and reading twice changes nothing") {
    const std::vector<EnquiryLot> table{lot(0, "", "Peinture", 1), lot(0, "", "Peinture", 2)};
    auto once = merged_lots({}, table, false);
    CHECK(names(once) == "0:1 0:2");
    once[0].id = {1};
    once[1].id = {2};
    CHECK(merged_lots(once, table, false) == once);
    CHECK(merged_lots(once, table, true) == once);
}
