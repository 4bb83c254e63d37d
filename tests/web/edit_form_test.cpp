// Forms that change a market or a lot: figures as they are typed, considerations, and when the form comes back.
#include "edit_form.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier;
using web::typed;

TEST_CASE("money has two decimals or none, other figures those they need, and each reads back as it was") {
    CHECK(typed(core::Euros::of(128475050)) == "1284750,50");
    CHECK(typed(core::Euros::of(128475005)) == "1284750,05");
    CHECK(typed(core::Euros::whole(1284750)) == "1284750");
    CHECK(typed(core::Euros::of(-50)) == "-0,50");
    CHECK(typed(core::Hours::of(3550)) == "35,5");
    CHECK(typed(core::Hours::of(3505)) == "35,05");
    CHECK(typed(core::Rate::of(750)) == "7,5");
    CHECK(typed(std::optional<core::Euros>()).empty());
    for (const std::int64_t parts : {1, 10, 99, 100, 12'345'670})
        CHECK(core::parse_euros(typed(core::Euros::of(parts))).value() == core::Euros::of(parts));
}

TEST_CASE("considerations: none said is not none, and what is not in the list is refused by its field") {
    const auto read = [](const char* text) {
        const http::Fields fields{{"considerations_sociales", text}};
        web::FormReader reader(fields);
        const auto out = web::read_considerations(reader);
        return reader.sound() ? out.value_or("nothing") : reader.issues().at(0).where;
    };
    CHECK(read("Clause sociale") == "Clause sociale");
    CHECK(read("Clause sociale, Critère social") == "Clause sociale, Critère social");
    CHECK(read("Troc") == "considerations_sociales");
}

TEST_CASE("a value that is several considerations stays one more choice, chosen") {
    const web::FormView form({});
    const auto chosen = [&](const std::string& value) {
        const boost::json::object field = web::considerations_field(form, value);
        std::pair<std::string, std::size_t> out;
        for (const auto& option : field.at("options").as_array()) {
            ++out.second;
            if (option.at("choisie").as_bool()) out.first = std::string(option.at("valeur").as_string());
        }
        return out;
    };
    const auto [one, known] = chosen("Clause sociale");
    CHECK(one == "Clause sociale");
    const auto [both, more] = chosen("Clause sociale, Critère social");
    CHECK(both == "Clause sociale, Critère social");
    CHECK(more == known + 1);
    CHECK(chosen("").first.empty());
}

TEST_CASE("the form comes back for what can be mended, with the status of what is wrong") {
    const std::vector<core::Issue> wrong{core::fault("", "x")};
    CHECK(web::edit_status({}, false) == 200);
    CHECK(web::edit_status(wrong, false) == 422);
    CHECK(web::edit_status(wrong, true) == 409);
    using core::Error;
    using core::ErrorKind;
    CHECK(web::mendable(Error(ErrorKind::invalid, "", "x")));
    CHECK(web::mendable(Error(ErrorKind::conflict, "", "x")));
    CHECK_FALSE(web::mendable(Error(ErrorKind::not_found, "", "x")));
    CHECK_FALSE(web::mendable(Error(ErrorKind::unavailable, "", "x")));
}
