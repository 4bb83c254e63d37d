// Templates are strict: what the library would print as nothing is an error with its place.
#include "clausier/present/template.hpp"

#include <boost/json/parse.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <stdexcept>

using boost::json::parse;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::Message;
using Catch::Matchers::MessageMatches;
using clausier::present::Template;

TEST_CASE("values are escaped, lists repeat, empty things close their section") {
    const Template page(
        "t", "<b>{{titre}}</b>{{#lots}}[{{nom}} {{titre}}]{{/lots}}{{^lots}}aucun{{/lots}}{{#note}}({{.}}){{/note}}");
    CHECK(page.render(parse(R"({"titre":"<i>&","lots":[{"nom":"a"},{"nom":"b"}],"note":null})")) ==
          "<b>&lt;i&gt;&amp;</b>[a &lt;i&gt;&amp;][b &lt;i&gt;&amp;]");
    CHECK(page.render(parse(R"({"titre":"x","lots":[],"note":"n"})")) == "<b>x</b>aucun(n)");
}

TEST_CASE("an unknown name is an error with line and column") {
    const Template page("t", "{{titre}}\n  {{#lots}}{{absent}}{{/lots}}");
    CHECK_THROWS_MATCHES(page.render(parse(R"({"titre":"x","lots":[{"nom":"a"}]})")), std::logic_error,
                         MessageMatches(ContainsSubstring("t:2:12: unknown name « absent »")));
    CHECK_THROWS_AS(page.render(parse(R"({"lots":[]})")), std::logic_error);
    CHECK_NOTHROW(page.render(parse(R"({"titre":"x","lots":[]})")));
}

TEST_CASE("unescaped tags, partials, other delimiters and broken syntax are refused") {
    for (const char* text : {"{{{x}}}", "{{&x}}", "{{>p}}", "{{=<% %>=}}", "{{#a}}", "{{/a}}", "{{a", "{{#a}}{{/b}}"}) {
        INFO(text);
        CHECK_THROWS_AS(Template("t", text), std::logic_error);
    }
    CHECK_THROWS_AS(Template::embedded("absent.html"), std::logic_error);
}

TEST_CASE("a list or an object where a text is wanted is an error") {
    CHECK_THROWS_AS(Template("t", "{{a}}").render(parse(R"({"a":[1]})")), std::logic_error);
    CHECK(Template("t", "{{a.b}}").render(parse(R"({"a":{"b":"c"}})")) == "c");
}
