// Templates are strict: what the library would print as nothing is an error with its place.
#include "clausier/present/template.hpp"

#include <boost/json/parse.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <memory>
#include <stdexcept>
#include <thread>
#include <vector>

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

TEST_CASE("unescaped tags, other delimiters and broken syntax are refused") {
    for (const char* text : {"{{{x}}}", "{{&x}}", "{{=<% %>=}}", "{{#a}}", "{{/a}}", "{{a", "{{#a}}{{/b}}", "{{}}"}) {
        INFO(text);
        CHECK_THROWS_AS(Template("t", text), std::logic_error);
    }
    CHECK_THROWS_MATCHES(Template("t", "<p>\n {{#a}}"), std::logic_error,
                         MessageMatches(ContainsSubstring("t:2:2: Unclosed section")));
    CHECK_THROWS_AS(Template::embedded("absent.html"), std::logic_error);
}

TEST_CASE("a list or an object where a text is wanted is an error") {
    CHECK_THROWS_AS(Template("t", "{{a}}").render(parse(R"({"a":[1]})")), std::logic_error);
    CHECK(Template("t", "{{a.b}}").render(parse(R"({"a":{"b":"c"}})")) == "c");
    CHECK_THROWS_MATCHES(Template("t", "{{a.b}}").render(parse(R"({"a":{"c":1}})")), std::logic_error,
                         MessageMatches(ContainsSubstring("t:1:1: unknown name « a.b »")));
}

TEST_CASE("numbers and booleans show as they are, null as nothing; quotes are escaped for attributes") {
    CHECK(Template("t", "{{n}} {{b}} [{{z}}] {{q}}").render(parse(R"({"n":-12,"b":false,"z":null,"q":"\"'"})")) ==
          "-12 false [] &quot;&#39;");
}

TEST_CASE("sections nest, and a name is sought outwards") {
    const Template page("t", "{{#a}}{{#b}}{{x}}{{y}}{{/b}}{{^b}}-{{/b}}{{/a}}|{{#a}}{{.}}{{/a}}|");
    CHECK_THROWS_AS(page.render(parse(R"({"y":"1","a":[{"b":true,"x":"2"}]})")), std::logic_error);
    const Template simple("t", "{{#a}}{{#b}}{{x}}{{y}}{{/b}}{{^b}}-{{/b}};{{/a}}end");
    CHECK(simple.render(parse(R"({"y":"1","a":[{"b":true,"x":"2"},{"b":[]},{"b":{"x":"3"}}]})")) == "21;-;31;end");
    CHECK(simple.render(parse(R"({"a":null})")) == "end");
}

TEST_CASE("a line that holds only a section tag or a comment leaves no empty line") {
    const Template page("t", "<ul>\n  {{! rows }}\n  {{#a}}\n  <li>{{.}}</li>\n  {{/a}}\n</ul>\n");
    CHECK(page.render(parse(R"({"a":["x","y"]})")) == "<ul>\n  <li>x</li>\n  <li>y</li>\n</ul>\n");
}

TEST_CASE("a partial is read where it is named, with its own lines in errors") {
    const auto partials = [](std::string_view name) -> std::optional<std::string> {
        if (name == "cell") return "<td>{{nom}}</td>";
        if (name == "broken") return "\n{{#a}}";
        if (name == "deep") return "{{> loop}}";
        if (name == "loop") return "{{> deep}}";
        return std::nullopt;
    };
    const Template page("t", "{{#lots}}{{> cell}}{{/lots}}.", partials);
    CHECK(page.render(parse(R"({"lots":[{"nom":"a"},{"nom":"<"}]})")) == "<td>a</td><td>&lt;</td>.");
    CHECK_THROWS_MATCHES(page.render(parse(R"({"lots":[{}]})")), std::logic_error,
                         MessageMatches(ContainsSubstring("partials/cell.html:1:5: unknown name « nom »")));
    CHECK_THROWS_MATCHES(Template("t", "x {{> absent}}", partials), std::logic_error,
                         Message("t:1:3: unknown partial « absent »"));
    CHECK_THROWS_MATCHES(Template("t", "{{> broken}}", partials), std::logic_error,
                         MessageMatches(ContainsSubstring("partials/broken.html:2:1")));
    CHECK_THROWS_MATCHES(Template("t", "{{> loop}}", partials), std::logic_error,
                         MessageMatches(ContainsSubstring("partial that includes itself")));
    CHECK_THROWS_AS(Template("t", "{{> cell}}"), std::logic_error);
}

TEST_CASE("a copy outlives the template it was taken from, and threads render it together") {
    auto first = std::make_unique<Template>("t", "{{#a}}{{.}},{{/a}}");
    const Template copy = *first;
    first.reset();
    const auto document = parse(R"({"a":[1,2,3]})");
    std::vector<std::string> out(4);
    std::vector<std::thread> threads;
    for (std::string& one : out) threads.emplace_back([&] { one = copy.render(document); });
    for (std::thread& thread : threads) thread.join();
    for (const std::string& one : out) CHECK(one == "1,2,3,");
}

TEST_CASE("an empty text closes a section as null does") {
    const Template page("essai.html", "{{#nom}}[{{.}}]{{/nom}}{{^nom}}sans nom{{/nom}}");
    CHECK(page.render(boost::json::object{{"nom", ""}}) == "sans nom");
    CHECK(page.render(boost::json::object{{"nom", "Lot"}}) == "[Lot]");
}
