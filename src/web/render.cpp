// Rendering of answers.
#include "render.hpp"

#include <boost/json/serialize.hpp>

#include "clausier/present/tables.hpp"
#include "clausier/sheets/write.hpp"
#include "export_trail.hpp"
#include "frame.hpp"
#include "origin.hpp"
#include "route.hpp"
#include "table_workbook.hpp"

namespace clausier::web {
namespace {

constexpr std::string_view html_type = "text/html; charset=utf-8";
constexpr std::string_view json_type = "application/json";
constexpr std::string_view csv_type = "text/csv; charset=utf-8";
constexpr std::string_view xlsx_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

// A name that is not made of plain characters stands whole and encoded beside one that is (RFC 6266).
void set_download(http::Response& response, const std::string& name) {
    std::string plain = name;
    for (char& c : plain) {
        const bool kept = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '.' ||
                          c == '-' || c == '_' || c == ' ';
        if (!kept) c = '-';
    }
    std::string field = "attachment; filename=\"" + plain + "\"";
    if (plain != name) field += "; filename*=UTF-8''" + http::encode_component(name);
    response.headers.set("Content-Disposition", field);
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

// The bytes of a document, and their media type.
std::pair<std::string, std::string_view> document_bytes(const Call& call, const present::Document& document) {
    const present::Engines& engines = call.app.config.engines;
    switch (call.format) {
        case Format::docx:
            return {present::docx(document, engines.raster),
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document"};
        case Format::odt:
            return {present::odt(document, engines.raster), "application/vnd.oasis.opendocument.text"};
        default:
            if (!engines.pdf)
                throw core::Error(
                    core::ErrorKind::unavailable, "PDF",
                    "ce serveur n’a pas de quoi faire un PDF ; prenez le DOCX ou l’ODT, ou imprimez la page");
            return {engines.pdf(present::print_page(document)), "application/pdf"};
    }
}

void render_document(const Call& call, const Reply& reply, http::Response& out) {
    if (!reply.document) throw std::logic_error("no document for " + call.path);
    auto [bytes, type] = document_bytes(call, *reply.document);
    if (reply.produced && call.request.method != "HEAD") reply.produced(call.format, bytes);
    out.body = std::move(bytes);
    out.headers.set("Content-Type", std::string(type));
    set_download(out, reply.filename + std::string(suffix(call.format)));
}

}  // namespace

bool is_document(Format format) { return format == Format::docx || format == Format::odt || format == Format::pdf; }

std::string_view suffix(Format format) {
    static constexpr std::string_view all[] = {".html", ".json", ".csv", ".xlsx", ".docx", ".odt", ".pdf"};
    return all[static_cast<std::size_t>(format)];
}

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
            case Format::docx:
            case Format::odt:
            case Format::pdf:
                render_document(call, reply, out);
                break;
        }
    }
    out.uncompressed = call.plain_token_;
    set_cookie(out, call);
    if (!call.token_.empty()) out.headers.set("Cache-Control", "no-store");
    for (const http::Header& field : reply.headers) out.headers.set(field.name, field.value);
    for (std::string& cookie : reply.cookies) out.headers.add("Set-Cookie", std::move(cookie));
    // What an account reads is for nobody else, nor for the browser once it has logged out.
    if (call.visitor.account && !call.route.direct) out.headers.set("Cache-Control", "no-store");
    trace_export(call, reply, out);
    return out;
}

void add_safety_headers(http::Response& response, bool secure) {
    static constexpr std::string_view policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    http::Headers& headers = response.headers;
    headers.add("Content-Security-Policy", std::string(policy));
    headers.add("X-Content-Type-Options", "nosniff");
    if (!headers.has("referrer-policy")) headers.add("Referrer-Policy", "same-origin");
    headers.add("Cross-Origin-Opener-Policy", "same-origin");
    headers.add("Cross-Origin-Resource-Policy", "same-origin");
    if (!headers.has("cache-control"))
        headers.add("Cache-Control", response.status == 200 ? "private, no-cache" : "no-store");
    if (secure) headers.add("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
}

}  // namespace clausier::web
