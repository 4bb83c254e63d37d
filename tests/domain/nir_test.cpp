// Social security numbers are found wherever they stand; other numbers are left alone.
#include "clausier/domain/nir.hpp"

#include <fmt/format.h>

#include <catch2/catch_test_macros.hpp>
#include <string>

using clausier::domain::holds_nir;

namespace {

// An invented number: born in a month that does not exist for people (99), so nobody's; its key made here.
std::string nir(std::int64_t thirteen) { return fmt::format("{}{:02}", thirteen, 97 - thirteen % 97); }

}  // namespace

TEST_CASE("a number with its key is found in one piece, spaced, and in the middle of a text") {
    const std::string one = nir(1'859'978'006'084);
    CHECK(holds_nir(one));
    CHECK(holds_nir("né en 85, n° " + one + ", à suivre"));
    CHECK(holds_nir("1 85 99 78 006 084 " + one.substr(13)));
    CHECK(holds_nir("1.85.99.78.006.084-" + one.substr(13)));
    CHECK(holds_nir("1\u00a085\u202f99\u00a078\u00a0006\u00a0084\u00a0" + one.substr(13)));
    CHECK(holds_nir("12 rue 4, " + one + "."));
}

TEST_CASE("Corsica's letters are counted as the number they stand for") {
    // 2A is 19 and 2B is 18: the key is that of the number with these.
    const std::int64_t south = 2'859'919'006'084;
    const std::int64_t north = 2'859'918'006'084;
    CHECK(holds_nir(fmt::format("285992A006084{:02}", 97 - south % 97)));
    CHECK(holds_nir(fmt::format("2 85 99 2b 006 084 {:02}", 97 - north % 97)));
    CHECK_FALSE(holds_nir(fmt::format("285992B006084{:02}", 97 - south % 97)));
}

TEST_CASE("a wrong key, another length and other numbers are not") {
    const std::string one = nir(1'859'978'006'084);
    for (int add = 1; add < 97; ++add) {
        const int key = (97 - static_cast<int>(1'859'978'006'084 % 97) + add - 1) % 97 + 1;
        CHECK_FALSE(holds_nir(fmt::format("1859978006084{:02}", key)));
    }
    CHECK_FALSE(holds_nir(one.substr(0, 14)));
    CHECK_FALSE(holds_nir(one + "3"));
    CHECK_FALSE(holds_nir("9" + one));
    CHECK_FALSE(holds_nir("FR" + one));
    CHECK_FALSE(holds_nir("21990001000017"));
    CHECK_FALSE(holds_nir("01 99 00 12 34"));
    // A point on a map whose figures, end to end, would make one.
    CHECK_FALSE(holds_nir("POINT (2.641195 48.524151)"));
    CHECK(holds_nir("264119548524151"));
    CHECK_FALSE(holds_nir(""));
}
