// A record while it is built: its order, its names, its weight.
#include "record.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier::decp;

namespace {

void add(Record& record, std::string_view name, std::string_view text, ValueKind kind = ValueKind::text) {
    record.append(name);
    record.name();
    record.append(text);
    record.scalar(kind);
}

}  // namespace

TEST_CASE("values come back in their order, each with its name, its kind and what it contains") {
    Record record(10'000);
    record.open(ValueKind::object);
    add(record, "id", "A1");
    record.append("titu");
    record.append("laires");
    record.name();
    record.open(ValueKind::list);
    record.append("12");
    record.scalar(ValueKind::number);
    record.open(ValueKind::object);
    record.close();
    record.close();
    add(record, "montant", "", ValueKind::null);
    CHECK_FALSE(record.complete());
    record.close();
    REQUIRE(record.complete());
    std::vector<std::string> names;
    for (const auto value : record.root()) names.emplace_back(value.name());
    CHECK(names == std::vector<std::string>{"id", "titulaires", "montant"});
    auto at = record.root().begin();
    CHECK((*at).text() == "A1");
    const auto list = *++at;
    CHECK(list.contains());
    CHECK((*list.begin()).text() == "12");
    CHECK((*list.begin()).name().empty());
    CHECK((*++list.begin()).blank());
    CHECK((*++at).blank());
}

TEST_CASE("what an open record has so far can be read") {
    Record record(10'000);
    record.open(ValueKind::object);
    add(record, "id", "A1");
    record.append("lieu");
    record.name();
    record.open(ValueKind::object);
    int values = 0;
    for (const auto value : record.root()) values += value.name() == "id" || value.contains();
    CHECK(values == 2);
}

TEST_CASE("an element without child becomes the text appended since it was opened") {
    Record record(10'000);
    record.open(ValueKind::object);
    record.append("objet");
    record.name();
    record.open(ValueKind::object);
    CHECK(record.childless());
    record.append("École");
    record.close_as_text();
    CHECK_FALSE(record.childless());
    record.close();
    CHECK((*record.root().begin()).kind() == ValueKind::text);
    CHECK((*record.root().begin()).text() == "École");
}

TEST_CASE("a record weighs its text and its places, and is refused beyond") {
    Record text(100);
    text.append(std::string(100, 'x'));
    CHECK_THROWS_AS(text.append("x"), RecordTooLarge);
    Record places(1'000);
    CHECK_THROWS_AS(
        [&] {
            for (int i = 0; i < 1'000; ++i) places.open(ValueKind::list);
        }(),
        RecordTooLarge);
    places.clear();
    CHECK(places.empty());
    CHECK_NOTHROW(places.open(ValueKind::list));
}
