// Tags, 304 and gzip on answers as values; compressed bytes are inflated again by zlib.
#include "clausier/http/filter.hpp"

#include <zlib.h>

#include <catch2/catch_test_macros.hpp>
#include <string>

using namespace clausier::http;

namespace {

Response text(std::size_t size = 5000) {
    Response out{.headers = {{"Content-Type", "text/html; charset=utf-8"}}};
    for (std::size_t i = 0; out.body.size() < size; ++i) out.body += std::to_string(i) + " ";
    return out;
}

Preferences wants(bool gzip, std::string if_none_match = "") { return {true, gzip, std::move(if_none_match)}; }

std::string inflated(std::string_view bytes) {
    z_stream stream{};
    REQUIRE(inflateInit2(&stream, 15 + 16) == Z_OK);
    std::string out(10 << 20, '\0');
    std::string in(bytes);
    stream.next_in = reinterpret_cast<Bytef*>(in.data());
    stream.avail_in = static_cast<uInt>(in.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const int end = inflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    inflateEnd(&stream);
    CHECK(end == Z_STREAM_END);
    return out;
}

std::string tag_of(const Response& response) { return std::string(response.headers.get("ETag").value_or("")); }

}  // namespace

TEST_CASE("Accept-Encoding is read with its qualities") {
    for (const auto* yes :
         {"gzip", "GZIP", "deflate, gzip", "gzip;q=0.5", "gzip; q=1.000", "x-gzip", "*", "br, *;q=0.1", "gzip;q=0.001"})
        CHECK(accepts_gzip(yes));
    for (const auto* no :
         {"", "br", "gzip;q=0", "gzip; q=0.0", "gzip;q=0.000, *", "*;q=0", "identity", "gzipx", "gzip;q=x", "gzip;q="})
        CHECK_FALSE(accepts_gzip(no));
}

TEST_CASE("If-None-Match is a list, compared weakly") {
    for (const auto* yes : {"\"a\"", "W/\"a\"", "\"x\", \"a\"", "\"x\",W/\"a\"", "*", " * ", "\"x,y\", \"a\""}) {
        CHECK(names_tag(yes, "\"a\""));
        CHECK(names_tag(yes, "W/\"a\""));
    }
    for (const auto* no : {"", "a", "\"b\"", "\"A\"", "\"a", "\"x, a\"", "\"*\""}) CHECK_FALSE(names_tag(no, "\"a\""));
}

TEST_CASE("an answer that may be kept gets a tag from its content, and 304 when it is held") {
    Filter filter;
    auto first = text(), second = text(), other = text(6000);
    for (auto* answer : {&first, &second, &other}) filter.apply(wants(false), *answer);
    CHECK(tag_of(first).size() == 34);
    CHECK(tag_of(first) == tag_of(second));
    CHECK(tag_of(first) != tag_of(other));
    auto again = text();
    filter.apply(wants(false, tag_of(first)), again);
    CHECK(again.status == 304);
    CHECK(again.size() == 0);
    CHECK_FALSE(again.headers.has("Content-Type"));
    CHECK(tag_of(again) == tag_of(first));
    auto changed = text(6000);
    filter.apply(wants(false, tag_of(first)), changed);
    CHECK(changed.status == 200);
}

TEST_CASE("no tag for what must not be kept, for other statuses and other methods") {
    Filter filter;
    auto personal = text();
    personal.headers.add("Cache-Control", "private, no-store");
    filter.apply(wants(false, "*"), personal);
    CHECK(personal.status == 200);
    CHECK(tag_of(personal).empty());
    auto missing = text();
    missing.status = 404;
    filter.apply(wants(false, "*"), missing);
    CHECK(missing.status == 404);
    CHECK(tag_of(missing).empty());
    auto posted = text();
    filter.apply({false, false, "*"}, posted);
    CHECK(posted.status == 200);
    CHECK(tag_of(posted).empty());
}

TEST_CASE("the handler's own tag is kept and compared") {
    Filter filter;
    auto answer = text();
    answer.headers.add("ETag", "\"v1\"");
    filter.apply(wants(false, "W/\"v1\""), answer);
    CHECK(answer.status == 304);
    CHECK(tag_of(answer) == "\"v1\"");
}

TEST_CASE("text is sent as gzip where it is accepted, its tag weak, and inflates to itself") {
    Filter filter;
    auto plain = text(), small = text();
    filter.apply(wants(false), plain);
    filter.apply(wants(true), small);
    CHECK(plain.headers.get("Vary") == "Accept-Encoding");
    CHECK(small.headers.get("Vary") == "Accept-Encoding");
    CHECK(small.headers.get("Content-Encoding") == "gzip");
    CHECK(small.body.size() < plain.body.size() / 2);
    CHECK(inflated(small.body) == plain.body);
    CHECK(tag_of(small) == "W/" + tag_of(plain));
    auto again = text();
    filter.apply(wants(true, tag_of(small)), again);
    CHECK(again.status == 304);
    CHECK(tag_of(again) == tag_of(small));
    CHECK(again.headers.get("Vary") == "Accept-Encoding");
}

TEST_CASE("small bodies, other types and what is already encoded are left alone") {
    Filter filter;
    auto small = text(500);
    auto image = text();
    image.headers.set("Content-Type", "image/png");
    auto encoded = text();
    encoded.headers.add("Content-Encoding", "br");
    for (auto* answer : {&small, &image, &encoded}) {
        const auto before = answer->body;
        filter.apply(wants(true), *answer);
        CHECK(answer->body == before);
        CHECK(answer->headers.get("Content-Encoding").value_or("br") == "br");
    }
    CHECK_FALSE(image.headers.has("Vary"));
}

TEST_CASE("every textual type is compressed, and Vary is added to what stands there") {
    Filter filter;
    for (const auto* type :
         {"text/csv", "application/json", "application/problem+json", "image/svg+xml", "text/javascript"}) {
        auto answer = text();
        answer.headers.set("Content-Type", type);
        answer.headers.add("Vary", "Cookie");
        filter.apply(wants(true), answer);
        CHECK(answer.headers.get("Content-Encoding") == "gzip");
        CHECK(answer.headers.get("Vary") == "Cookie, Accept-Encoding");
    }
}

TEST_CASE("a shared body is compressed once for all") {
    Filter filter;
    const auto body = std::make_shared<const std::string>(text().body);
    std::shared_ptr<const std::string> seen;
    for (int i = 0; i < 3; ++i) {
        auto answer = text();
        answer.body.clear();
        answer.shared = body;
        filter.apply(wants(true), answer);
        CHECK(inflated(*answer.shared) == *body);
        if (seen) CHECK(answer.shared == seen);
        seen = answer.shared;
    }
    CHECK(*body == text().body);
}

TEST_CASE("a text file is compressed to another file on a worker only, and the head says the same") {
    Filter filter;
    const auto whole = text(300'000).body;
    for (const bool worker : {true, false}) {
        auto answer = text();
        answer.headers.set("Content-Type", "text/csv");
        answer.file = std::make_shared<Spool>();
        answer.file->write(whole);
        filter.apply(wants(true), answer, worker);
        std::string bytes(answer.file->size(), '\0');
        REQUIRE(answer.file->read(0, bytes) == bytes.size());
        CHECK(answer.headers.has("Content-Encoding") == worker);
        CHECK((worker ? inflated(bytes) : bytes) == whole);
        CHECK(tag_of(answer).empty());
    }
}

TEST_CASE("an answer that holds a secret is never gzipped") {
    Filter filter;
    Response answer;
    answer.headers.set("Content-Type", "text/html; charset=utf-8");
    answer.body = std::string(5000, 'a');
    answer.uncompressed = true;
    filter.apply(wants(true), answer);
    CHECK_FALSE(answer.headers.has("Content-Encoding"));
    CHECK(answer.body.size() == 5000);
}
