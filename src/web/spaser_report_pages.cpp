// The SPASER report: chosen, read, taken away and published.
#include "calculation_frame.hpp"
#include "clausier/app/schemes.hpp"
#include "clausier/app/spaser_report.hpp"
#include "clausier/present/frozen_report.hpp"
#include "clausier/present/spaser_report.hpp"
#include "clausier/sheets/write.hpp"
#include "spaser_options.hpp"
#include "spaser_query.hpp"
#include "spaser_report_files.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;
using Choices = std::vector<std::pair<std::string, std::string>>;

constexpr std::string_view home = "/spaser/rapport";
const Crumb above{"/spaser", "SPASER"};

// What the address asks for; nothing while neither a buyer nor a scheme is chosen.
std::optional<app::ReportRequest> request_of(const Call& call) {
    const SpaserQuery query = read_spaser_query(call);
    FormReader reader(call.query);
    const auto scheme = reader.whole("schema");
    if (!reader.sound()) throw core::Error(core::ErrorKind::invalid, reader.issues());
    if (!query.buyer && !scheme) return std::nullopt;
    app::ReportRequest out;
    if (query.buyer) out.buyer = query.buyer->id;
    if (scheme) out.scheme = domain::Id<domain::Scheme>{*scheme};
    const int last_year = static_cast<int>(call.app.clock.today().year());
    out.year = query.scope.first_year.value_or(last_year);
    out.options = query.options;
    return out;
}

// The same choices as fields of a form or of an address.
http::Fields kept_fields(const Call& call) {
    http::Fields out;
    for (const char* name : {"acheteur", "schema", "annee"})
        if (const std::string value = call.get(name); !value.empty()) out.add(name, value);
    for (const OptionChoice& option : option_choices())
        if (const std::string value = call.get(option.name); !value.empty()) out.add(std::string(option.name), value);
    return out;
}

json::array choice_fields(Call& call, const std::optional<app::ReportRequest>& request) {
    const FormView form({});
    Choices buyers{{"", "Choisir un acheteur"}};
    for (const domain::Organisation& buyer : app::buyers(call.base()))
        buyers.emplace_back(std::to_string(buyer.id.value), buyer.label());
    Choices schemes{{"", "Celui de l’acheteur"}};
    for (const domain::SchemeSheet& sheet : app::schemes(call.base()))
        schemes.emplace_back(std::to_string(sheet.scheme.id.value), sheet.scheme.title);
    const bool asked = request.has_value();
    return {form.choice({"acheteur", "Acheteur"}, asked && request->buyer ? std::to_string(request->buyer->value) : "",
                        buyers),
            form.choice({"schema", "Schéma", "sans acheteur\u00a0: un jeu de chapitres par acheteur"},
                        asked && request->scheme ? std::to_string(request->scheme->value) : "", schemes)};
}

json::array option_fields(const Call& call) {
    const FormView form({});
    json::array out;
    for (const OptionChoice& option : option_choices()) {
        Choices words;
        for (const OptionWord& word : option.words) words.emplace_back(word.code, word.label);
        const std::string chosen = call.get(option.name);
        out.emplace_back(
            form.choice({option.name, option.label}, chosen.empty() ? words.front().first : chosen, words));
    }
    return out;
}

json::array hidden_fields(const http::Fields& kept) {
    json::array out;
    for (const http::Header& field : kept) out.push_back({{"nom", field.name}, {"valeur", field.value}});
    return out;
}

json::object choosing_view(Call& call, const std::optional<app::ReportRequest>& request) {
    const int year = request ? request->year : static_cast<int>(call.app.clock.today().year());
    return {{"choix", choice_fields(call, request)},
            {"annee", FormView({}).field({"annee", "Année", {}, "numeric"}, std::to_string(year))},
            {"options", option_fields(call)},
            {"choisi", request.has_value()},
            {"publications", "/spaser/rapports"}};
}

// Before a buyer is chosen: those there are.
Reply choose(Call& call) {
    if (is_document(call.format))
        throw core::Error(core::ErrorKind::invalid, "acheteur", "choisissez un acheteur ou un schéma, et une année");
    Reply out;
    out.title = "Rapport SPASER";
    out.trail = {above};
    out.page = "spaser_rapport.html";
    json::array buyers;
    for (const domain::Organisation& buyer : app::buyers(call.base()))
        buyers.push_back({{"id", buyer.id.value}, {"acheteur", buyer.label()}});
    out.answer.rows = "acheteurs";
    out.answer.document = json::object{{"acheteurs", std::move(buyers)}};
    if (call.html()) out.view = choosing_view(call, std::nullopt);
    return out;
}

present::FrozenReport freeze(const Call& call, const domain::SpaserReport& report) {
    return present::freeze(report, call.app.identity()->name);
}

domain::SpaserReport gather(const Call& call, const app::ReportRequest& request) {
    return app::spaser_report(call.session(), call.base(), request, *call.app.reference());
}

Reply see(Call& call) {
    const auto request = request_of(call);
    if (!request) return choose(call);
    const domain::SpaserReport report = gather(call, *request);
    const present::FrozenReport frozen = freeze(call, report);
    Reply out = report_reply(frozen, "rapport-spaser-" + std::to_string(request->year));
    out.trail = {above};
    out.page = "spaser_rapport.html";
    out.headers.set("Cache-Control", "no-store");
    if (!call.html()) return out;
    const http::Fields kept = kept_fields(call);
    out.view = choosing_view(call, request);
    add_downloads(call, out.view, home, kept);
    out.view["titre"] = frozen.document.title;
    out.view["document"] = present::document_view(frozen.document);
    out.view["jeton"] = call.token();
    out.view["gardes"] = hidden_fields(kept);
    out.view["publiable"] = report.buyers.size() == 1;
    return out;
}

Reply take_package(Call& call) {
    const auto request = request_of(call);
    if (!request)
        throw core::Error(core::ErrorKind::invalid, "acheteur", "choisissez un acheteur ou un schéma, et une année");
    return package_reply(present::data_package(freeze(call, gather(call, *request)), ""),
                         "rapport-spaser-" + std::to_string(request->year));
}

Reply publish(Call& call) {
    Call asked = call;
    asked.query = call.form.fields;
    const auto request = request_of(asked);
    if (!request)
        throw core::Error(core::ErrorKind::invalid, "acheteur", "choisissez l’acheteur dont on publie le rapport");
    const domain::SpaserReport report = gather(call, *request);
    const domain::PublishedReport made =
        app::publish_report(call.session(), call.base(), report, present::report_title(report),
                            present::frozen_text(freeze(call, report)), FormReader(call.form.fields).text("note"));
    return Reply::see("/spaser/rapports/" + std::to_string(made.id.value), "rapport-publie");
}

std::vector<Parameter> report_parameters() {
    std::vector<Parameter> out{{"acheteur", "numéro, nom ou SIRET de l’acheteur", "1"},
                               {"schema", "numéro du schéma", ""},
                               {"annee", "année du rapport ; l’année en cours par défaut", "2026"}};
    for (const OptionChoice& option : option_choices()) out.push_back({option.name, option.label});
    return out;
}

}  // namespace

Reply report_reply(const present::FrozenReport& report, std::string filename) {
    Reply out;
    out.title = report.document.title;
    out.filename = std::move(filename);
    out.answer = present::answer(report);
    out.document = report.document;
    out.workbook = [sheets = present::workbook(report)](const std::filesystem::path& file) {
        sheets::write_workbook(file, sheets);
    };
    return out;
}

Reply package_reply(std::string bytes, const std::string& filename) {
    Reply out;
    out.raw = http::Response{};
    out.raw->body = std::move(bytes);
    out.raw->headers.set("Content-Type", "application/zip");
    out.raw->headers.set("Content-Disposition", "attachment; filename=\"" + filename + ".zip\"");
    out.raw->headers.set("Cache-Control", "no-store");
    return out;
}

void add_downloads(const Call& call, json::object& view, std::string_view path, const http::Fields& kept) {
    const std::string own(path);
    const bool pdf = static_cast<bool>(call.app.config.engines.pdf);
    view["docx"] = address(own + ".docx", kept);
    view["odt"] = address(own + ".odt", kept);
    view["pdf"] = pdf ? json::value(address(own + ".pdf", kept)) : json::value(nullptr);
    view["xlsx"] = address(own + ".xlsx", kept);
    view["paquet"] = address(own + "/paquet", kept);
}

std::vector<Route> spaser_report_routes() {
    std::vector<Parameter> published = report_parameters();
    published.push_back({"note", "ce que cette version corrige"});
    std::vector<Route> out{{"GET",
                            home,
                            Action::spaser_read,
                            see,
                            "Le rapport SPASER d’un acheteur et d’une année, ou d’un schéma",
                            report_parameters(),
                            {true, true, true, true},
                            "/spaser/rapport?acheteur=1&annee=2026"},
                           {"GET",
                            "/spaser/rapport/paquet",
                            Action::spaser_read,
                            take_package,
                            "Le paquet ouvert du rapport (CSV, Table Schema, Frictionless) dans un zip",
                            report_parameters(),
                            {false, false, false, false},
                            "/spaser/rapport/paquet?acheteur=1&annee=2026"},
                           {"POST",
                            home,
                            Action::report_publish,
                            publish,
                            "Publie le rapport d’un acheteur : une version figée, avec son empreinte",
                            published,
                            {true, false, false},
                            "acheteur=1&annee=2026"}};
    for (Route& route : published_report_routes()) out.push_back(std::move(route));
    return out;
}

}  // namespace clausier::web
