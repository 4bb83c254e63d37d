// Rendering of answers.
#include "render.hpp"

#include <boost/json/serialize.hpp>

#include "clausier/present/tables.hpp"
#include "clausier/sheets/write.hpp"
#include "frame.hpp"
#include "origin.hpp"
#include "table_workbook.hpp"

namespace clausier::web {
namespace {

constexpr std::string_view html_type = "text/html; charset=utf-8";
constexpr std::string_view json_type = "application/json";
constexpr std::string_view csv_type = "text/csv; charset=utf-8";
constexpr std::string_view xlsx_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

void set_download(http::Response& response, const std::string& name) {
    response.headers.set("Content-Disposition", "attachment; filename=\"" + name + "\"");
}

void set_cookie(http::Response& response, const Call& call) {
    if (!call.new_token_) return;
    std::string cookie =
        std::string(token_cookie(call.request)) + "=" + call.token_ + "; Path=/; HttpOnly; SameSite=Strict";
    if (call.request.secure) cookie += "; Secure";
    response.headers.add("Set-Cookie", std::move(cookie));
}

void render_html(Call& call, Reply& reply, http::Response& out) {
    reply.view["cadre"] = frame(call, reply);
    out.body = call.app.templates.get(reply.page).render(reply.view);
    out.headers.set("Content-Type", std::string(html_type));
    out.headers.set("Vary", "Accept, Cookie");
}

void render_xlsx(const Call&, const Reply& reply, http::Response& out) {
    out.file = std::make_shared<http::Spool>();
    if (reply.workbook)
        reply.workbook(out.file->path());
    else
        write_table(reply.answer, out.file->path());
    out.file->refresh();
    out.headers.set("Content-Type", std::string(xlsx_type));
    set_download(out, reply.filename + ".xlsx");
}

}  // namespace

std::string json_text(const boost::json::value& document) { return boost::json::serialize(document); }

http::Response render(Call& call, Reply reply) {
    http::Response out;
    if (reply.raw) {
        out = std::move(*reply.raw);
    } else if (!reply.location.empty()) {
        out.status = 303;
        out.headers.set("Location", reply.location);
    } else {
        out.status = reply.status;
        switch (call.format) {
            case Format::html:
                render_html(call, reply, out);
                break;
            case Format::json:
                out.body = json_text(reply.answer.document);
                out.headers.set("Content-Type", std::string(json_type));
                out.headers.set("Vary", "Accept, Cookie");
                break;
            case Format::csv:
                out.body = present::csv_fr(reply.answer);
                out.headers.set("Content-Type", std::string(csv_type));
                set_download(out, reply.filename + ".csv");
                break;
            case Format::xlsx:
                render_xlsx(call, reply, out);
                break;
        }
    }
    out.uncompressed = !call.token_.empty();
    set_cookie(out, call);
    if (!call.token_.empty()) out.headers.set("Cache-Control", "no-store");
    for (const http::Header& field : reply.headers) out.headers.set(field.name, field.value);
    return out;
}

void add_safety_headers(http::Response& response, bool secure) {
    static constexpr std::string_view policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    http::Headers& headers = response.headers;
    headers.add("Content-Security-Policy", std::string(policy));
    headers.add("X-Content-Type-Options", "nosniff");
    headers.add("Referrer-Policy", "same-origin");
    headers.add("Cross-Origin-Opener-Policy", "same-origin");
    headers.add("Cross-Origin-Resource-Policy", "same-origin");
    if (!headers.has("cache-control"))
        headers.add("Cache-Control", response.status == 200 ? "private, no-cache" : "no-store");
    if (secure) headers.add("Strict-Transport-Security", "max-age=31536000");
}

}  // namespace clausier::web
