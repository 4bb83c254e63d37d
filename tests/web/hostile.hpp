// What is sent to hurt the door, and what every answer must hold to whatever was sent.
#pragma once
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "route.hpp"
#include "web_world.hpp"

namespace clausier::testing {

// Texts that markup, scripts, addresses, spreadsheets, SQL or templates could take for something else. Each that could
// break out of HTML has its dangerous character right after "zq", which no page of ours writes (and none ends with it,
// so that an address made of the text does not either).
inline const std::vector<std::string>& hostile_texts() {
    static const std::vector<std::string> texts{
        "zq<script>alert(1)</script>",
        "zq\"zq'zq<zq>zq&zq.b",
        "zq\" onfocus=\"alert(1)\" autofocus=\"",
        "zq'><img src=x onerror=alert(1)>",
        "javascript:alert(1)//zq<b",
        "//autre.example/zq<b",
        "{{zq}}{{{zq<}}}{{>tete}}{{#cadre}}",
        "=cmd|' /C calc'!A0",
        "+1+HYPERLINK(\"http://autre.example\")",
        "@SUM(1)",
        "-2+3",
        "\t=1+1",
        "'; DROP TABLE markets; --",
        "%_%' OR '1'='1",
        "\u202Ezq\u2066txt.exe\u200F",
        "😀🧱é\u0301",
        "a\r\nSet-Cookie: zq=1",
        std::string(10'000, 'a'),
        "..%2f..%2fetc/passwd",
        "%00%ff%",
    };
    return texts;
}

// Values where a figure, a date, a page or a code is expected.
inline const std::vector<std::string>& hostile_figures() {
    static const std::vector<std::string> texts{"",
                                                "0",
                                                "-1",
                                                "1e9",
                                                "9000000000000000000",
                                                "-9000000000000000000",
                                                "99999999999999999999",
                                                "1e400",
                                                "0,000001",
                                                "NaN",
                                                "0x10",
                                                "2026-02-30",
                                                "0001-01-01",
                                                "9999-12-31",
                                                "90000000000000000",
                                                "1,2,3;4",
                                                "１２",
                                                "oui"};
    return texts;
}

inline std::string body_of(const http::Response& response) {
    if (response.file) {
        std::string out(response.file->size(), '\0');
        out.resize(response.file->read(0, {out.data(), out.size()}));
        return out;
    }
    return response.shared ? *response.shared : response.body;
}

// What an address, a form or a link of a page leads to: our own pages, a place of the page, or a site by its full name.
inline void check_links(std::string_view body) {
    for (const std::string_view name :
         {" href=\"", " action=\"", " src=\"", " hx-get=\"", " hx-post=\"", " formaction=\""})
        for (std::size_t at = body.find(name); at != std::string_view::npos; at = body.find(name, at + 1)) {
            const std::string_view rest = body.substr(at + name.size());
            const std::string_view link = rest.substr(0, rest.find('"'));
            const bool ours = link.starts_with('/') && !link.starts_with("//") && !link.starts_with("/\\");
            const bool sound =
                ours || link.starts_with('#') || link.starts_with("https://") || link.starts_with("http://");
            if (!sound) FAIL_CHECK("link to " << link.substr(0, 100));
        }
}

inline void check_headers(const http::Response& answer) {
    for (const http::Header& field : answer.headers) {
        CAPTURE(field.name, field.value);
        bool plain = true;
        for (const char c : field.value) plain = plain && c >= ' ' && c != 0x7f;
        if (!plain) FAIL_CHECK("a header that is not plain ASCII");
    }
    const auto location = answer.headers.get("location");
    if (location && (!location->starts_with('/') || location->starts_with("//") || location->starts_with("/\\")))
        FAIL_CHECK("leads elsewhere: " << *location);
    if (!answer.headers.has("content-security-policy")) FAIL_CHECK("no content policy");
    // A page with a token is of one browser, and goes nowhere else.
    const bool personal =
        answer.headers.has("set-cookie") || body_of(answer).find("name=\"jeton\"") != std::string::npos;
    if (personal && answer.headers.get("cache-control") != "no-store") FAIL_CHECK("a personal page may be kept");
}

// No page says what only programmers or libraries say.
inline void check_french(std::string sentence) {
    // What the reader wrote is quoted.
    static constexpr std::string_view opening = "«", closing = "»";
    for (auto at = sentence.find(opening); at != std::string::npos; at = sentence.find(opening, at + 1))
        sentence.erase(at + opening.size(), sentence.find(closing, at) - at - opening.size());
    static constexpr std::string_view foreign[] = {
        "SQL",   "constraint", " exception", "Exception", "std::",  "invalid", "failed",  "error",
        "logic", "bad_",       "vector",     "boost",     "store:", "no such", "template"};
    for (const std::string_view word : foreign)
        if (sentence.find(word) != std::string_view::npos) FAIL_CHECK("in English: " << sentence.substr(0, 300));
}

// An answer to anything: never a fault of ours, a page or a problem document that says what to do, nothing let through.
inline void check_answer(const http::Response& answer) {
    check_headers(answer);
    CHECK(answer.status < 500);
    const std::string_view type = answer.headers.get("content-type").value_or("");
    const std::string body = body_of(answer);
    if (type.starts_with("text/html")) {
        for (const char c : {'<', '>', '"', '\''})
            if (const auto at = body.find(std::string("zq") + c); at != std::string::npos)
                FAIL_CHECK("raw markup: " << body.substr(at < 60 ? 0 : at - 60, 100));
        if (body.find("zq&zq") != std::string::npos) FAIL_CHECK("raw ampersand");
        check_links(body);
    }
    if (type == "application/problem+json") {
        const boost::json::value problem = boost::json::parse(body);
        CHECK(problem.at("status").to_number<unsigned>() == answer.status);
        CHECK_FALSE(problem.at("detail").as_string().empty());
        check_french(std::string(problem.at("detail").as_string()));
    } else if (type == "application/json") {
        CHECK(answer.status < 400);
        CHECK_FALSE(body == "null");
    } else if (answer.status >= 400) {
        CHECK(type == "text/html; charset=utf-8");
    }
}

// A pattern with its {…} replaced, each by the same text, encoded.
inline std::string address_of(const web::Route& route, std::string_view part) {
    std::string out(route.pattern);
    for (std::size_t at = out.find('{'); at != std::string::npos; at = out.find('{'))
        out.replace(at, out.find('}') - at + 1, http::encode_component(part));
    return out;
}

inline bool has_parts(const web::Route& route) { return route.pattern.find('{') != std::string_view::npos; }

// A door on a base where faults of the program are gathered, for tests that they do not happen.
class WatchedWorld : public WebWorld {
public:
    explicit WatchedWorld(const std::string& file = ":memory:") : WebWorld(file) {
        app.config.log = [this](std::string_view line) { faults += std::string(line) + "\n"; };
    }
    // Sends, and checks the answer and that nothing was thrown that should not be.
    http::Response tried(const std::string& method, const std::string& target, http::Headers headers = {},
                         std::string body = "") {
        CAPTURE(method, target.substr(0, 200), body.substr(0, 300));
        http::Response answer = send(method, target, std::move(headers), std::move(body));
        CAPTURE(answer.status);
        check_answer(answer);
        CHECK(faults == "");
        faults.clear();
        return answer;
    }
    http::Response tried_form(const std::string& target, http::Fields fields, bool json = false) {
        fields.add("jeton", token());
        http::Headers headers{{"Cookie", "clausier-jeton=" + token()},
                              {"Origin", "http://localhost:8080"},
                              {"Content-Type", "application/x-www-form-urlencoded"}};
        if (json) headers.add("Accept", "application/json");
        return tried("POST", target, std::move(headers), http::encode_query(fields));
    }

    std::string faults;
};

// The same with market 1, « École des Tilleuls », of one lot.
class WatchedMarket : public WatchedWorld {
public:
    WatchedMarket() {
        REQUIRE(tried_form("/marches/nouveau", {{"acheteur", "Commune de Valbrume"},
                                                {"objet", "École des Tilleuls"},
                                                {"montant_1", "200000"},
                                                {"metier_1", "interior_painting"}})
                    .status == 303);
    }
};

}  // namespace clausier::testing
