// The way of a request: where it may come from, its route, its form, its handler, its rendering.
#include "clausier/web/door.hpp"

#include <exception>

#include "assets.hpp"
#include "origin.hpp"
#include "permission.hpp"
#include "render.hpp"
#include "route.hpp"
#include "upload_name.hpp"
#include "visitor.hpp"

namespace clausier::web {
namespace {

constexpr std::uint64_t form_limit = 64ULL * 1024;

// An address without its suffix, and the format the suffix or Accept asks for.
struct Wanted {
    std::string path;
    std::vector<std::string> segments;
    Format format = Format::html;
    bool suffixed = false;
};

bool accepts_json_only(const http::Head& head) {
    const std::string_view accept = head.headers.get("accept").value_or("");
    return accept.find("json") != std::string_view::npos && accept.find("text/html") == std::string_view::npos;
}

Wanted wanted(const http::Target& target, const http::Head& head) {
    Wanted out{target.path, target.segments};
    if (accepts_json_only(head)) out.format = Format::json;
    if (out.segments.empty() || (out.segments.front() == "actifs")) return out;
    std::string& last = out.segments.back();
    for (const Format format :
         {Format::html, Format::json, Format::csv, Format::xlsx, Format::docx, Format::odt, Format::pdf}) {
        const std::string_view end = suffix(format);
        if (last.size() <= end.size() || !last.ends_with(end) || !out.path.ends_with(end)) continue;
        last.resize(last.size() - end.size());
        out.path.resize(out.path.size() - end.size());
        out.format = format;
        out.suffixed = true;
        break;
    }
    return out;
}

bool offered(const Route& route, const Wanted& wanted) {
    switch (wanted.format) {
        case Format::html:
            return route.formats.html || (!wanted.suffixed && !route.formats.json);
        case Format::json:
            return route.formats.json || !wanted.suffixed;
        case Format::csv:
        case Format::xlsx:
            return route.formats.table;
        case Format::docx:
        case Format::odt:
        case Format::pdf:
            return route.formats.document;
    }
    return false;
}

http::Response fail(App& app, const http::Head& head, unsigned status, std::string title, std::string sentence,
                    bool json) {
    Failure failure{status, std::move(title), {}};
    if (!sentence.empty()) failure.issues.push_back(core::fault("", std::move(sentence)));
    return render_failure(app, head, json, failure);
}

// What can be said on the head alone: the route, or the answer that refuses.
struct Judged {
    http::Target target{};
    Wanted wanted{};
    Match found{};
    std::optional<http::Response> refusal{};
};

http::Response wrong_method(App& app, const http::Head& head, const Match& found, bool json) {
    http::Response out;
    if (head.method == "OPTIONS") {
        out.status = 204;
    } else {
        out = fail(app, head, 405, "Méthode refusée",
                   "cette adresse ne répond pas à la méthode employée ; elle accepte : " + found.allowed, json);
    }
    out.headers.set("Allow", found.allowed + ", OPTIONS");
    return out;
}

// "/marches/?a=1" goes to "/marches?a=1". Encoded anew without empty segments, the address cannot begin with "//" nor
// "/\\", which browsers take for another host.
http::Response without_slash(const http::Head& head, const http::Target& target) {
    std::string path;
    for (const std::string& segment : target.segments)
        if (!segment.empty()) path += "/" + http::encode_component(segment);
    http::Response out;
    out.status = 308;
    out.headers.set("Location", (path.empty() ? "/" : path) + head.target.substr(target.path.size()));
    return out;
}

// A page without JSON twin is a page, whatever Accept says; what is wrong with a form is told as JSON where it is
// asked.
bool has_json(const Route& route) { return route.formats.json || route.method != "GET"; }

Judged judge(App& app, const http::Head& head) {
    Judged out;
    const bool json = accepts_json_only(head);
    if (auto why = foreign_host(head, app.config)) {
        out.refusal = fail(app, head, 421, "Nom de serveur inconnu", *why, json);
        return out;
    }
    core::Result<http::Target> target = http::parse_target(head.target);
    if (!target) {
        out.refusal = fail(app, head, 400, "Adresse illisible", target.error().text, json);
        return out;
    }
    out.target = std::move(*target);
    if (out.target.segments.size() > 1 && out.target.segments.back().empty()) {
        out.refusal = without_slash(head, out.target);
        return out;
    }
    out.wanted = wanted(out.target, head);
    if (out.wanted.path == "/accueil") out.wanted.segments.clear();
    out.found = match(head.method, out.wanted.segments);
    // An address of its own, such as "/openapi.json", before a shape of another.
    if (out.wanted.suffixed) {
        Match own = match(head.method, out.target.segments);
        if (own.route && own.route->pattern.ends_with(out.target.segments.back())) {
            out.found = std::move(own);
            out.wanted = {out.target.path, out.target.segments};
        }
    }
    const bool as_json = out.wanted.format == Format::json;
    if (!out.found.route && !out.found.allowed.empty()) {
        out.refusal = wrong_method(app, head, out.found, as_json);
    } else if (!out.found.route || !offered(*out.found.route, out.wanted)) {
        out.refusal = fail(app, head, 404, "Page introuvable", "il n’y a rien à cette adresse", as_json);
    } else if (head.method == "POST") {
        if (auto why = foreign_origin(head)) out.refusal = fail(app, head, 403, "Demande refusée", *why, as_json);
    }
    if (out.found.route && as_json && !out.wanted.suffixed && !has_json(*out.found.route))
        out.wanted.format = Format::html;
    return out;
}

http::Response run(const http::Request& request, App& app, Judged judged) {
    const Route& route = *judged.found.route;
    Call call{app,
              request,
              route,
              judged.wanted.format,
              judged.wanted.path,
              std::move(judged.found.parts),
              std::move(judged.target.query)};
    recognise(call);
    if (auto elsewhere = way_in(call)) return std::move(*elsewhere);
    require_right(call);
    touch(call);
    if (request.method == "POST") {
        call.form = http::read_form(request);
        // A program sends its token on purpose; a browser sends its cookies to whoever makes it ask.
        if (!call.visitor.by_token && !token_matches(request, call.form.fields, app))
            throw core::Error(core::ErrorKind::forbidden, "",
                              "la page était ouverte depuis trop longtemps ou le navigateur refuse les cookies ; "
                              "rechargez la page, puis recommencez");
        require_true_names(call.form);
    }
    return render(call, route.run(call));
}

// A large body is not waited for when who sends it may not send it.
std::optional<http::Response> too_early(App& app, const http::Head& head, const Route& route, bool json) {
    if (!app.config.accounts || (!route.to_file && route.body_limit <= form_limit)) return std::nullopt;
    const Visitor visitor = visitor_of(app, head);
    std::string why = missing_right(visitor, route.action);
    if (why.empty()) return std::nullopt;
    if (visitor.account) return fail(app, head, 403, "Action refusée", std::move(why), json);
    return fail(app, head, 401, "Session finie", "connectez-vous, puis envoyez le fichier de nouveau", json);
}

}  // namespace

http::Response handle(const http::Request& request, App& app) {
    http::Response out;
    std::string_view route;
    bool json = accepts_json_only(request);
    try {
        // The server comes through admit(), which has judged the head already.
        Judged judged = request.note ? std::move(*std::static_pointer_cast<Judged>(request.note)) : judge(app, request);
        json = judged.wanted.format == Format::json || json;
        if (judged.found.route) route = judged.found.route->pattern;
        out = judged.refusal ? std::move(*judged.refusal) : run(request, app, std::move(judged));
    } catch (const core::Error& error) {
        Failure failure = failure_of(error);
        for (const core::Issue& issue : error.issues())
            if (issue.code == "type_inconnu") failure.status = 415;
        out = render_failure(app, request, json, failure);
    } catch (const std::exception& error) {
        if (app.config.log) app.config.log("demande " + request.id + " : " + error.what());
        out = render_failure(app, request, json, {500, "Une erreur est survenue", {}});
    }
    out.route = route;
    add_safety_headers(out, request.secure);
    return out;
}

std::vector<std::string> secret_paths() { return {std::string(invitation_path), std::string(password_link_path)}; }

http::Admission Door::admit(const http::Head& head) {
    http::Admission out;
    const auto kept = std::make_shared<Judged>(judge(app_, head));
    Judged& judged = *kept;
    if (judged.refusal) {
        out.direct = true;
        out.refusal = std::move(judged.refusal);
        if (judged.found.route) out.refusal->route = judged.found.route->pattern;
        add_safety_headers(*out.refusal, head.secure);
        return out;
    }
    const Route& route = *judged.found.route;
    out.direct = route.direct && (judged.wanted.format == Format::html || judged.wanted.format == Format::json);
    try {
        out.refusal = too_early(app_, head, route, judged.wanted.format == Format::json);
    } catch (const core::Error& error) {
        out.refusal = render_failure(app_, head, judged.wanted.format == Format::json, failure_of(error));
    }
    if (out.refusal) {
        out.direct = true;
        out.refusal->route = route.pattern;
        add_safety_headers(*out.refusal, head.secure);
        return out;
    }
    out.to_file = route.to_file;
    if (head.method == "POST") out.body_limit = route.body_limit ? route.body_limit : form_limit;
    out.note = kept;
    return out;
}

http::Response Door::refuse(unsigned status, std::string_view why) {
    http::Head nobody;
    http::Response out = fail(app_, nobody, status, "Demande refusée", std::string(why), false);
    add_safety_headers(out, false);
    return out;
}

}  // namespace clausier::web
