// Members of essential data, whatever the nesting and the spelling of the file.
#include "essential_json.hpp"

#include <array>
#include <catch2/catch_test_macros.hpp>

using namespace clausier;
using domain::MemberReader;

namespace {

// An object read by members, with what was remarked.
struct Reading {
    boost::json::value value;
    std::vector<core::Issue> issues;
    MemberReader reader;
    explicit Reading(std::string_view text)
        : value(domain::parse_essential(text).value()), reader(value.get_object(), issues) {}
    [[nodiscard]] std::string code() const { return issues.empty() ? "" : issues.back().code; }
};

std::string ids(std::string_view text) {
    constexpr std::array<std::string_view, 2> wrappers{"modification", "modifications"};
    const auto value = domain::parse_essential(text).value();
    std::string out;
    domain::each_item(value, wrappers, [&](const boost::json::object& one) {
        std::vector<core::Issue> issues;
        out += MemberReader(one, issues).text({"id"}) + ";";
    });
    return out;
}

}  // namespace

TEST_CASE("a text that is no JSON is a fault, not an exception") {
    CHECK(domain::parse_essential("[1, 2").error().code == "json_illisible");
    CHECK(domain::parse_essential("").error().code == "json_illisible");
    CHECK(domain::parse_essential("[]").has_value());
}

TEST_CASE("the objects of a list are found under every wrapping, in their order") {
    CHECK(ids(R"([{"id":1},{"id":2}])") == "1;2;");
    CHECK(ids(R"([{"modification":{"id":1}},{"modification":{"id":2}}])") == "1;2;");
    CHECK(ids(R"({"modification":[{"id":1},{"id":2}]})") == "1;2;");
    CHECK(ids(R"({"id":1})") == "1;");
    CHECK(ids(R"([[{"id":1}],{"modifications":{"modification":{"id":2}}}])") == "1;2;");
    CHECK(ids(R"(["texte", 3, null])").empty());
    // A wrapper that holds a text is a member as any other.
    CHECK(ids(R"({"id":1,"modification":"oui"})") == "1;");
}

TEST_CASE("a member goes by any of its names, the first that says something") {
    Reading one(R"({"a":null,"b":"  deux   mots ","c":"trois","nombre":12,"vrai":true,"liste":[1]})");
    CHECK(one.reader.text({"a", "b", "c"}) == "deux mots");
    CHECK(one.reader.text({"nombre"}) == "12");
    CHECK(one.reader.text({"vrai"}) == "true");
    CHECK(one.reader.text({"liste"}).empty());
    CHECK(one.reader.text({"absent"}).empty());
    CHECK(one.reader.member({"a"}) == nullptr);
}

TEST_CASE("markers of missing data are not values") {
    Reading one(R"({"a":"NC","b":"MQ","c":"CDL","montant":"NC","dureeMois":"MQ"})");
    for (const char* name : {"a", "b", "c"}) CHECK(one.reader.text({name}).empty());
    CHECK_FALSE(one.reader.amount({"montant"}));
    CHECK_FALSE(one.reader.months({"dureeMois"}));
    CHECK(one.issues.empty());
}

TEST_CASE("dates are read with or without a zone; a year that cannot be is told apart from a text") {
    CHECK(Reading(R"({"d":"2024-05-01+01:00"})").reader.date({"d"}) == core::parse_iso_date("2024-05-01").value());
    Reading year(R"({"d":"0218-05-01"})");
    CHECK_FALSE(year.reader.date({"d"}));
    CHECK(year.code() == domain::info(domain::Remark::date_year).code);
    Reading text(R"({"d":"bientôt"})");
    CHECK_FALSE(text.reader.date({"d"}));
    CHECK(text.code() == domain::info(domain::Remark::date_unreadable).code);
    CHECK(text.issues.back().where == "d");
}

TEST_CASE("months are whole and not negative") {
    CHECK(Reading(R"({"m":"18"})").reader.months({"m"}) == 18);
    CHECK(Reading(R"({"m":0})").reader.months({"m"}) == 0);
    for (const char* text : {R"({"m":"-1"})", R"({"m":"un an"})"}) {
        INFO(text);
        Reading one(text);
        CHECK_FALSE(one.reader.months({"m"}));
        CHECK(one.code() == domain::info(domain::Remark::duration_unreadable).code);
    }
}

TEST_CASE("an amount of zero or less is unknown, an absurd one is kept and remarked") {
    CHECK(Reading(R"({"a":"1234.5"})").reader.amount({"a"}) == core::Euros::of(123'450));
    Reading zero(R"({"a":0})");
    CHECK_FALSE(zero.reader.amount({"a"}));
    CHECK(zero.code() == domain::info(domain::Remark::amount_not_positive).code);
    Reading any(R"({"a":-5})");
    CHECK(any.reader.amount({"a"}, true) == core::Euros::whole(-5));
    CHECK(any.issues.empty());
    Reading absurd(R"({"a":999999999})");
    CHECK(absurd.reader.amount({"a"}) == core::Euros::whole(999'999'999));
    CHECK(absurd.code() == domain::info(domain::Remark::amount_aberrant).code);
    Reading beyond(R"({"a":1e30})");
    CHECK_FALSE(beyond.reader.amount({"a"}));
    CHECK(beyond.code() == domain::info(domain::Remark::amount_aberrant).code);
    Reading text(R"({"a":"beaucoup"})");
    CHECK_FALSE(text.reader.amount({"a"}));
    CHECK(text.code() == domain::info(domain::Remark::amount_unreadable).code);
}

TEST_CASE("an organisation has its scheme in the official spelling, or by the shape of its code") {
    const auto of = [](std::string_view text) { return Reading(text).reader.identifier(); };
    CHECK(of(R"({"id":"219 900 013 00015","typeIdentifiant":"Siret"})") == core::Identifier{"SIRET", "21990001300015"});
    CHECK(of(R"({"id":"21990001300015"})") == core::Identifier{"SIRET", "21990001300015"});
    CHECK(of(R"({"id":"HORS_UE_123","typeIdentifiant":"HORS_UE"})").scheme == "HORS-UE");
    CHECK(of(R"({"id":"X9"})") == core::Identifier{"", "X9"});
    CHECK(of(R"({"typeIdentifiant":"SIRET"})") == core::Identifier{});
}
