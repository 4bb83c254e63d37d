// Every template of the program is well formed, and a folder may stand in for them while they are edited.
#include "clausier/present/templates.hpp"

#include <unistd.h>

#include <boost/json/parse.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <fstream>
#include <stdexcept>

using boost::json::parse;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;
using clausier::present::Templates;

namespace {

// A folder that lives as long as the test.
struct Folder {
    std::filesystem::path path =
        std::filesystem::temp_directory_path() / ("clausier-templates-" + std::to_string(::getpid()));
    Folder() { std::filesystem::create_directories(path / "templates/partials"); }
    ~Folder() { std::filesystem::remove_all(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    void write(const char* name, const char* text) const { std::ofstream(path / "templates" / name) << text; }
};

}  // namespace

TEST_CASE("the templates of the program are all well formed") {
    const Templates templates;
    CHECK_NOTHROW(templates.get("heures.html"));
    CHECK_THROWS_AS(templates.get("absent.html"), std::logic_error);
}

TEST_CASE("a folder of templates is read again at each use") {
    const Folder folder;
    folder.write("page.html", "{{> mot}} {{x}}");
    folder.write("partials/mot.html", "un");
    const Templates templates(folder.path);
    CHECK(templates.get("page.html").render(parse(R"({"x":1})")) == "un 1");
    folder.write("partials/mot.html", "deux");
    CHECK(templates.get("page.html").render(parse(R"({"x":2})")) == "deux 2");
    folder.write("page.html", "{{#x}}");
    CHECK_THROWS_MATCHES(templates.get("page.html"), std::logic_error,
                         MessageMatches(ContainsSubstring("templates/page.html:1:1")));
    CHECK_THROWS_AS(Templates(folder.path), std::logic_error);
}

TEST_CASE("a folder without templates is refused at once") {
    CHECK_THROWS_AS(Templates(std::filesystem::temp_directory_path() / "clausier-absent"), std::logic_error);
}
