// docs/API.md lists the routes there are, and no other.
#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include "route.hpp"

using namespace clausier;

namespace {

const std::string path = std::string(CLAUSIER_SOURCE_DIR) + "/docs/API.md";

std::string read() {
    std::ifstream in(path);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string suffixes(const web::Route& route) {
    if (route.method != "GET" || !route.formats.html) return "";
    std::string out = "html";
    if (route.formats.json) out += ", json";
    if (route.formats.table) out += ", csv, xlsx";
    if (route.formats.document) out += ", docx, odt, pdf";
    return out;
}

std::string table() {
    std::string out = "\n| Method | Address | Shapes | Right | What it gives or does |\n|---|---|---|---|---|\n";
    for (const web::Route& route : web::routes()) {
        out.append("| ")
            .append(route.method)
            .append(" | `")
            .append(route.pattern)
            .append("` | ")
            .append(suffixes(route));
        out.append(" | ").append(domain::action_code(route.action)).append(" | ").append(route.summary).append(" |\n");
    }
    return out;
}

}  // namespace

TEST_CASE("docs/API.md tells every route, and no other") {
    const std::string text = read();
    const std::string begin = "<!-- routes -->\n";
    const std::size_t from = text.find(begin) + begin.size();
    const std::size_t to = text.find("<!-- /routes -->");
    REQUIRE(to != std::string::npos);
    REQUIRE(from <= to);
    const std::string wanted = text.substr(0, from) + table() + "\n" + text.substr(to);
    if (std::getenv("APPROVE")) std::ofstream(path) << wanted;
    CHECK(read() == wanted);
}
