// Multipart bodies taken apart as they come: whatever the pieces, within limits, and nothing loose is let through.
#include "multipart.hpp"

#include <catch2/catch_test_macros.hpp>

#include "http/multipart_body.hpp"
#include "http/test_server.hpp"

using namespace clausier;
using namespace clausier::http;
using tests::has;
using tests::multipart;
using tests::Part;

namespace {

Form read(std::string_view body, std::size_t piece, const std::string& boundary = "limite") {
    Form form;
    MultipartReader reader(boundary, form);
    for (std::size_t at = 0; at < body.size(); at += piece) reader.feed(body.substr(at, piece));
    reader.finish();
    return form;
}

// Why the body is refused, "" when it is not.
std::string refusal_of(const std::string& body, const std::string& type = "multipart/form-data; boundary=limite") {
    try {
        read(body, 50, multipart_boundary(type));
    } catch (const core::Error& error) {
        CHECK(error.kind() == core::ErrorKind::invalid);
        return error.what();
    }
    return {};
}

}  // namespace

TEST_CASE("a body is the same form whatever the pieces it comes in") {
    const std::string data = "a\r\n--limit\r\n--\r\n" + std::string("\0\xff", 2);
    const std::string body = multipart(
        {{"name=\"a\"", "deux\r\nlignes"}, {"name=\"f\"; filename=\"f\"", data}, {"name=\"rien\"; filename=\"\"", ""}});
    for (const std::size_t piece : {1U, 2U, 7U, 50U, 5000U}) {
        INFO(piece);
        const Form form = read(body, piece);
        CHECK(form.fields.get("a") == "deux\r\nlignes");
        REQUIRE(form.files.size() == 1);
        CHECK(form.files[0].file->size() == data.size());
    }
}

TEST_CASE("a type that is not multipart has no boundary, and is no fault") {
    CHECK(multipart_boundary("application/x-www-form-urlencoded").empty());
    CHECK(multipart_boundary("multipart/mixed; boundary=a").empty());
    CHECK(multipart_boundary("multipart/form-data; boundary=\"a b\"; charset=utf-8") == "a b");
}

TEST_CASE("multipart that is cut, hostile or loose is refused") {
    const auto good = multipart({{"name=\"a\"", "1"}, {"name=\"f\"; filename=\"f\"", "data"}});
    for (std::size_t n = 0; n < good.size() - 2; ++n) {
        INFO(n);
        CHECK_FALSE(refusal_of(good.substr(0, n)).empty());
    }
    CHECK(has(refusal_of(good.substr(0, good.size() - 6)), "arrêté avant la fin"));
    for (const auto* body :
         {"preamble\r\n--limite--\r\n", "\r\n--limite--\r\n", "--limite \r\n", "--limitex\r\n", "--limite\n",
          "--limite--\r\nrest", "--limite\r\n\r\nno head\r\n--limite--",
          "--limite\r\nX: y\r\n\r\nno name\r\n--limite--",
          "--limite\r\nContent-Disposition: form-data\r\n\r\nno name\r\n--limite--",
          "--limite\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\n1\r\n--limite--",
          "--limite\r\nContent-Disposition: form-data; name=\"a\r\n\r\n1\r\n--limite--",
          "--limite\r\nContent-Disposition: form-data; name=\"a\"; name=\"b\"\r\n\r\n1\r\n--limite--",
          "--limite\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Disposition: form-data; "
          "name=\"b\"\r\n\r\n1\r\n--limite--",
          "--limite\r\nContent-Disposition : form-data; name=\"a\"\r\n\r\n1\r\n--limite--",
          "--limite\r\nContent-Disposition: form-data; name=\"\xff\"\r\n\r\n1\r\n--limite--",
          "--limite\r\nContent-Disposition: form-data; name=\"a\nb\"\r\n\r\n1\r\n--limite--",
          "--limite\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\xff\r\n--limite--"}) {
        INFO(body);
        CHECK_FALSE(refusal_of(body).empty());
    }
}

TEST_CASE("a boundary must be announced and of the right letters") {
    for (const auto* type : {"multipart/form-data", "multipart/form-data; boundary=",
                             "multipart/form-data; boundary=\"a", "multipart/form-data; boundary=a\x7f",
                             "multipart/form-data; boundary=\"a \"", "multipart/form-data; boundary=a; boundary=b"}) {
        INFO(type);
        CHECK(has(refusal_of("--a--\r\n", type), "séparateur"));
    }
    CHECK(refusal_of("--a--\r\n", "multipart/form-data; boundary=" + std::string(71, 'a')) != "");
    CHECK(refusal_of("--a b--\r\n", "Multipart/Form-Data; charset=utf-8; boundary=\"a b\"").empty());
}

TEST_CASE("multipart within limits") {
    CHECK(has(refusal_of(multipart({{"name=\"a\"", std::string((64 << 10) + 1, 'x')}})), "trop long"));
    CHECK(refusal_of(multipart({{"name=\"a\"", std::string(64 << 10, 'x')}})).empty());
    CHECK(has(refusal_of(multipart(std::vector<Part>(17, {"name=\"a\"", std::string(64 << 10, 'x')}))), "trop long"));
    CHECK(has(refusal_of(multipart({{"name=\"" + std::string(9 << 10, 'x') + "\"", ""}})), "trop long"));
    CHECK(has(refusal_of(multipart(std::vector<Part>(1001, {"name=\"a\"", ""}))), "1 000 parties"));
    CHECK(has(refusal_of(multipart(std::vector<Part>(21, {"name=\"a\"; filename=\"f\"", "x"}))), "20 fichiers"));
}

TEST_CASE("no file stays behind, whether the form was read or refused") {
    const tests::TempFolder folder;
    { CHECK(read(multipart({{"name=\"f\"; filename=\"f\"", "x"}}), 7).files.size() == 1); }
    CHECK_FALSE(
        refusal_of("--limite\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f\"\r\n\r\nabcdefghijklmnop")
            .empty());
    CHECK(folder.files() == 0);
}
