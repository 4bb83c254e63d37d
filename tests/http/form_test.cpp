// Targets, forms of both types and cookies: what browsers send is read, what is broken is refused with a sentence.
#include "clausier/http/form.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "http/multipart_body.hpp"
#include "http/test_server.hpp"

using namespace clausier;
using namespace clausier::http;
using tests::has;
using tests::multipart;

namespace {

Request request(std::string body, std::string type = "multipart/form-data; boundary=limite") {
    Request out;
    out.headers.add("Content-Type", std::move(type));
    out.body = std::move(body);
    return out;
}

// The form read from memory and from a file: the same.
Form read_each_way(const std::string& body) {
    auto whole = read_form(request(body));
    auto spooled = request("");
    spooled.file = std::make_shared<Spool>();
    spooled.file->write(body);
    const auto from_file = read_form(spooled);
    CHECK(from_file.fields.all("a") == whole.fields.all("a"));
    CHECK(from_file.files.size() == whole.files.size());
    return whole;
}

std::string content(const Spool& file) {
    std::string out(file.size(), '\0');
    REQUIRE(file.read(0, out) == out.size());
    return out;
}

// Why a form is refused, "" when it is not.
std::string refusal_of(std::string body, std::string type) {
    try {
        read_form(request(std::move(body), std::move(type)));
    } catch (const core::Error& error) {
        CHECK(error.kind() == core::ErrorKind::invalid);
        return error.what();
    }
    return {};
}

}  // namespace

TEST_CASE("a target gives its path, its segments and its query") {
    const auto got = parse_target("/marches/a%20b/?texte=%C3%A9t%C3%A9+x&page=2&vide=&seul&page=3").value();
    CHECK(got.path == "/marches/a%20b/");
    CHECK(got.segments == std::vector<std::string>{"marches", "a b", ""});
    CHECK(got.query.get("texte") == "été x");
    CHECK(got.query.all("page") == std::vector<std::string_view>{"2", "3"});
    CHECK(got.query.get("vide") == "");
    CHECK(got.query.has("seul"));
    CHECK(parse_target("/").value().segments.empty());
    CHECK(parse_target("/a+b").value().segments.front() == "a+b");
}

TEST_CASE("broken escapes, bytes that are no UTF-8, NUL and a crowd of fields are refused") {
    for (const auto* target :
         {"/%", "/%4", "/%zz", "/?a=%", "/?%zz=1", "/%ff", "/?a=%C3", "/?a=%00", "/%00", "a", ""}) {
        INFO(target);
        CHECK(parse_target(target).has_error());
    }
    std::string many;
    for (int i = 0; i < 1000; ++i) many += "a=1&";
    CHECK(parse_urlencoded(many).has_value());
    CHECK(parse_urlencoded(many + "a=1").has_error());
}

TEST_CASE("what is encoded reads back the same") {
    const Fields fields{{"nom & co", "été = 5 %, a+b/c?d#e"}, {"", "x"}, {"nom & co", "\r\n\t\"'<>"}};
    const auto text = encode_query(fields);
    CHECK(text.find_first_of(" <>\"\r\n") == std::string::npos);
    const auto again = parse_urlencoded(text).value();
    CHECK(std::equal(again.begin(), again.end(), fields.begin(), fields.end()));
}

TEST_CASE("a urlencoded form, from memory or from a file") {
    auto posted = request("a=1&b=x+y", "application/x-www-form-urlencoded; charset=UTF-8");
    CHECK(read_form(posted).fields.get("b") == "x y");
    posted.body.clear();
    posted.file = std::make_shared<Spool>();
    posted.file->write("a=1&b=x+y");
    CHECK(read_form(posted).fields.get("b") == "x y");
    CHECK(has(refusal_of("a=%zz", "application/x-www-form-urlencoded"), "mal codé"));
    CHECK(has(refusal_of("{}", "application/json"), "type"));
    CHECK(has(refusal_of("{}", "multipart/form-datax; boundary=limite"), "type"));
}

TEST_CASE("a multipart form gives its fields in order and its files") {
    const std::string data = "col1;col2\r\n--limit\r\n--\r\n" + std::string("\0\xff", 2);
    const auto form = read_each_way(
        multipart({{"name=\"a\"", "été"},
                   {"name=\"a\"", "deux\r\nlignes"},
                   {"name=\"vide\"", ""},
                   {"name=\"table\"; filename=\"C:\\dossier\\suivi.csv\"\r\nContent-Type: text/csv", data},
                   {"name=\"rien\"; filename=\"\"\r\nContent-Type: application/octet-stream", ""},
                   {"name=\"b\"; filename=\"../../vide.csv\"", ""}}));
    CHECK(form.fields.all("a") == std::vector<std::string_view>{"été", "deux\r\nlignes"});
    CHECK(form.fields.get("vide") == "");
    REQUIRE(form.files.size() == 2);
    CHECK(form.files[0].name == "table");
    CHECK(form.files[0].filename == "suivi.csv");
    CHECK(form.files[0].type == "text/csv");
    CHECK(content(*form.files[0].file) == data);
    CHECK(form.files[1].filename == "vide.csv");
    CHECK(form.files[1].file->size() == 0);
}

TEST_CASE("a form without a part is empty, a large file stays on the disk") {
    CHECK(read_form(request("--limite--\r\n")).fields.empty());
    CHECK(read_form(request("--limite--")).files.empty());
    const std::string data(3'000'000, '-');
    auto posted = request("");
    posted.file = std::make_shared<Spool>();
    posted.file->write(multipart({{"name=\"f\"; filename=\"f\"", data}}));
    CHECK(content(*read_form(posted).files.at(0).file) == data);
}

TEST_CASE("cookies are read, what cannot be is passed over") {
    const auto cookies = parse_cookies("__Host-session=abc; theme=sombre;=x; y; vide=; a=b=c");
    CHECK(cookies.get("__Host-session") == "abc");
    CHECK(cookies.get("theme") == "sombre");
    CHECK(cookies.get("vide") == "");
    CHECK(cookies.get("a") == "b=c");
    CHECK_FALSE(cookies.has("y"));
    CHECK_FALSE(cookies.has(""));
}
