// A web door on a database of its own, and requests made in one line.
#pragma once
#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <optional>
#include <string>

#include "clausier/http/form.hpp"
#include "clausier/store/database.hpp"
#include "clausier/web/door.hpp"

namespace clausier::testing {

// 2026-11-21, 10:00 UTC.
inline const core::FixedClock& fixed_day() {
    static const core::FixedClock clock{
        std::chrono::sys_days(core::Date(std::chrono::year(2026), std::chrono::November, std::chrono::day(21))) +
        std::chrono::hours(10)};
    return clock;
}

class WebWorld {
public:
    explicit WebWorld(const std::string& file = ":memory:", bool accounts = false)
        : base(file), app{base, fixed_day(), metrics, config(accounts)} {}

    http::Response get(const std::string& target, http::Headers headers = {}) {
        return send("GET", target, std::move(headers), "");
    }
    // Posts a form as a browser does: from our own page, with its cookie and its token.
    http::Response post(const std::string& target, const http::Fields& fields) {
        http::Fields form = fields;
        form.add("jeton", token());
        return send("POST", target,
                    {{"Cookie", "clausier-jeton=" + token()},
                     {"Origin", "http://localhost:8080"},
                     {"Content-Type", "application/x-www-form-urlencoded"}},
                    http::encode_query(form));
    }
    // Posts a form with a file, as a browser does.
    http::Response upload(const std::string& target, const std::string& name, const std::string& bytes) {
        const std::string edge = "----essai";
        const std::string body = "--" + edge + "\r\nContent-Disposition: form-data; name=\"jeton\"\r\n\r\n" + token() +
                                 "\r\n--" + edge + "\r\nContent-Disposition: form-data; name=\"fichier\"; filename=\"" +
                                 name + "\"\r\nContent-Type: text/csv\r\n\r\n" + bytes + "\r\n--" + edge + "--\r\n";
        return send(
            "POST", target,
            {{"Cookie", "clausier-jeton=" + token()}, {"Content-Type", "multipart/form-data; boundary=" + edge}}, body);
    }
    http::Response send(std::string method, std::string target, http::Headers headers, std::string body) {
        http::Request request;
        request.method = std::move(method);
        request.target = std::move(target);
        request.headers = std::move(headers);
        if (!request.headers.has("host")) request.headers.set("Host", "localhost:8080");
        request.peer = "127.0.0.1";
        request.id = "essai";
        request.length = body.size();
        request.body = std::move(body);
        http::Admission admission = door.admit(request);
        if (admission.refusal) return std::move(*admission.refusal);
        return web::handle(request, app);
    }
    // The token of a browser that has seen a form.
    const std::string& token() {
        if (token_.empty()) {
            const http::Response page = web_page();
            const std::string_view cookie = page.headers.get("set-cookie").value_or("");
            token_ = cookie.substr(cookie.find('=') + 1, cookie.find(';') - cookie.find('=') - 1);
        }
        return token_;
    }

    store::Database base;
    http::Metrics metrics;
    web::App app;
    web::Door door{app};

private:
    // A printer that keeps what it is given, so that no test starts a browser.
    static web::Config config(bool accounts) {
        web::Config out;
        out.accounts = accounts;
        out.engines.pdf = [](const std::string& html) { return "%PDF-1.4\n" + html; };
        return out;
    }
    http::Response web_page() { return get("/reglages"); }
    std::string token_;
};

inline boost::json::value json_of(const http::Response& response) {
    return boost::json::parse(response.shared ? *response.shared : response.body);
}

inline bool has(const http::Response& page, std::string_view text) { return page.body.find(text) != std::string::npos; }

}  // namespace clausier::testing
