// « Données essentielles »: which contracts are complete, what the others lack, and the files to publish.
#include <algorithm>
#include <boost/json/array.hpp>
#include <vector>

#include "clausier/app/markets.hpp"
#include "clausier/core/french.hpp"
#include "clausier/decp/exporter.hpp"
#include "clausier/present/essential_data.hpp"
#include "clausier/sheets/zip_writer.hpp"
#include "form_reader.hpp"
#include "form_view.hpp"
#include "market_query.hpp"
#include "route.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;
namespace french = core::french;

// Beyond, the page asks for a buyer or a year: judging every contract of a whole region takes seconds.
constexpr std::int64_t judged_at_once = 20'000;
constexpr std::size_t shown = 100;

// Contracts of a buyer and of a year, and the fault that is looked at ("offresRecues decp_absent").
struct Asked {
    app::MarketQuery query{};
    std::string fault{};
};

Asked read(const Call& call) {
    FormReader reader(call.query);
    Asked out;
    const app::MarketQuery whole = read_market_query(reader);
    if (!reader.sound()) throw core::Error(core::ErrorKind::invalid, reader.issues());
    out.query.buyer = whole.buyer;
    out.query.filter.buyer = whole.filter.buyer;
    out.query.filter.year = whole.filter.year;
    out.query.filter.sort = store::MarketSort::reference;
    out.query.filter.descending = false;
    out.fault = reader.text("faute");
    return out;
}

// The address of a page or a file for the same buyer and year.
std::string address(const Call& call, std::string_view path, const std::string& fault = {}) {
    http::Fields query;
    for (const char* name : {"acheteur", "annee"})
        if (const std::string value = call.get(name); !value.empty()) query.add(name, value);
    if (!fault.empty()) query.add("faute", fault);
    return std::string(path) + (query.empty() ? "" : "?" + http::encode_query(query));
}

struct Judged {
    decp::Tally tally{};
    json::array left_out{};  // those with the fault that is looked at
    std::vector<std::vector<std::string>> rows{};
};

bool has(const decp::LeftOutLot& one, const std::string& fault) {
    return fault.empty() || std::any_of(one.faults.begin(), one.faults.end(), [&](const core::Issue& issue) {
               return issue.where + " " + issue.code == fault;
           });
}

Judged judge(Call& call, const Asked& asked) {
    Judged out;
    decp::Sorter sorter(decp::Gate::strict, {}, [&](const decp::LeftOutLot& one) {
        if (!has(one, asked.fault)) return;
        json::array reasons;
        std::string joined;
        for (const core::Issue& fault : one.faults) {
            reasons.emplace_back(fault.sentence());
            joined += (joined.empty() ? "" : " | ") + fault.sentence();
        }
        out.left_out.emplace_back(json::object{{"marche_id", one.market->id.value},
                                               {"marche", one.market->reference},
                                               {"lot", one.lot->number},
                                               {"acheteur", one.buyer->label()},
                                               {"objet", one.market->object},
                                               {"raisons", std::move(reasons)}});
        out.rows.push_back({one.market->reference, one.lot->number, one.buyer->label(), one.market->object, joined});
    });
    app::each_market_sheet(call.base(), asked.query,
                           [&](const domain::MarketSheet& sheet, const app::ClausesByLot&) { sorter.add(sheet); });
    out.tally = sorter.tally();
    return out;
}

// The most frequent first.
json::array faults(const Call& call, const decp::Tally& tally) {
    std::vector<std::pair<std::pair<std::string, std::string>, std::uint64_t>> all(tally.by_fault.begin(),
                                                                                   tally.by_fault.end());
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    json::array out;
    for (const auto& [fault, lots] : all)
        out.emplace_back(json::object{{"champ", fault.first},
                                      {"faute", fault.second},
                                      {"sens", decp::fault_label(fault.second)},
                                      {"contrats", lots},
                                      {"url", address(call, "/decp", fault.first + " " + fault.second)}});
    return out;
}

present::Answer answer(const Call& call, Judged& judged) {
    present::Answer out;
    out.rows = "ecartes";
    out.title = present::export_sentence({judged.tally.lots, judged.tally.taken, judged.tally.left_out});
    out.table.columns = {"Marché", "Lot", "Acheteur", "Objet", "Raisons"};
    out.table.rows = std::move(judged.rows);
    out.document = json::object{{"contrats", judged.tally.lots},
                                {"complets", judged.tally.taken},
                                {"incomplets", judged.tally.left_out},
                                {"fautes", faults(call, judged.tally)},
                                {"ecartes", std::move(judged.left_out)}};
    return out;
}

void add_form(Call& call, json::object& view) {
    const FormView form({});
    view["acheteur"] = form.field({"acheteur", "Acheteur", "nom, SIRET ou numéro"}, call.get("acheteur"));
    view["annee"] = form.field({"annee", "Année de notification", "", "numeric"}, call.get("annee"));
    json::array files;
    for (const auto& [code, label] :
         std::vector<std::pair<std::string, std::string>>{{"json", "Données essentielles (JSON 2.0.4)"},
                                                          {"xml", "Données essentielles (XML 2.0.2)"},
                                                          {"ocds", "OCDS 1.1 (JSON)"},
                                                          {"csv", "Tableau (CSV)"},
                                                          {"paquet", "Paquet de données ouvertes (zip)"}})
        files.emplace_back(json::object{{"url", address(call, "/decp/export/" + code)}, {"libelle", label}});
    view["fichiers"] = std::move(files);
}

// The page before anything is judged.
json::object empty_view() {
    return {{"juge", false},           {"phrase", ""},         {"complet", false},
            {"fautes", json::array()}, {"fautes_vues", false}, {"ecartes", json::array()},
            {"ecartes_vus", false},    {"choisie", nullptr},   {"reste", nullptr}};
}

void add_figures(const Call& call, const Asked& asked, const present::Answer& answer, const decp::Tally& tally,
                 json::object& view) {
    view["juge"] = true;
    view["phrase"] = answer.title;
    view["complet"] = tally.lots != 0 && tally.left_out == 0;
    const json::array& kinds = answer.document.at("fautes").as_array();
    const json::array& all = answer.document.at("ecartes").as_array();
    json::array faults_shown;
    for (const json::value& kind : kinds) {
        json::object one = kind.as_object();
        one["contrats"] = french::number(static_cast<std::int64_t>(one.at("contrats").to_number<std::uint64_t>()), 1);
        faults_shown.emplace_back(std::move(one));
    }
    view["fautes_vues"] = !faults_shown.empty();
    view["fautes"] = std::move(faults_shown);
    json::array left_out(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(std::min(shown, all.size())));
    view["ecartes_vus"] = !left_out.empty();
    view["ecartes"] = std::move(left_out);
    if (all.size() > shown)
        view["reste"] = "Les " + std::to_string(shown) + " premiers sur " +
                        french::number(static_cast<std::int64_t>(all.size()), 1) + " ; le tableau les donne tous.";
    if (!asked.fault.empty()) view["choisie"] = asked.fault;
    view["tous"] = address(call, "/decp");
}

Reply see(Call& call) {
    const Asked asked = read(call);
    Reply out;
    out.title = "Données essentielles";
    out.page = "decp.html";
    out.filename = "donnees-essentielles";
    app::MarketQuery one = asked.query;
    one.filter.limit = 1;
    const std::int64_t markets = app::list_markets(call.base(), one).markets;
    out.view = empty_view();
    out.view["tous"] = address(call, "/decp");
    out.view["tableau"] = address(call, "/decp.xlsx", asked.fault);
    out.view["vide_base"] = markets == 0;
    out.view["trop"] = markets > judged_at_once;
    if (call.html()) add_form(call, out.view);
    if (call.html() && (markets == 0 || markets > judged_at_once)) return out;
    Judged judged = judge(call, asked);
    out.answer = answer(call, judged);
    if (call.html()) add_figures(call, asked, out.answer, judged.tally, out.view);
    return out;
}

decp::OcdsSettings ocds_settings(Call& call) {
    decp::OcdsSettings out;
    out.publisher = call.app.identity()->name;
    out.published_on = call.app.clock.today();
    return out;
}

Reply download(Call& call) {
    const auto format = decp::export_format(call.parts.at(0));
    if (!format)
        throw core::Error(core::ErrorKind::not_found, "", "ce format n’existe pas ; choisissez-en un sur la page");
    const Asked asked = read(call);
    Reply out;
    out.raw = http::Response{};
    out.raw->file = std::make_shared<http::Spool>();
    http::Spool& file = *out.raw->file;
    std::unique_ptr<sheets::ZipWriter> zip;
    decp::ExportTarget target;
    if (*format == decp::ExportFormat::package) {
        zip = std::make_unique<sheets::ZipWriter>(file.path());
        target.files = [&zip](const std::string& name) { return zip->part(name); };
    } else {
        target.out = [&file](std::string_view text) { file.write(text); };
    }
    decp::Exporter exporter(*format, target, ocds_settings(call),
                            {"contrats", "Contrats de la commande publique", call.app.clock.today()});
    app::each_market_sheet(
        call.base(), asked.query,
        [&](const domain::MarketSheet& sheet, const app::ClausesByLot& clauses) { exporter.add(sheet, clauses); });
    exporter.finish();
    if (zip) {
        zip->close();
        file.refresh();
    }
    const std::string name = *format == decp::ExportFormat::ocds      ? "ocds"
                             : *format == decp::ExportFormat::package ? "contrats"
                             : *format == decp::ExportFormat::csv     ? "contrats"
                                                                      : "decp";
    out.raw->headers.set("Content-Type", std::string(decp::media_type(*format)));
    out.raw->headers.set("Content-Disposition",
                         "attachment; filename=\"" + name + std::string(decp::extension(*format)) + "\"");
    return out;
}

}  // namespace

std::vector<Route> decp_routes() {
    const Parameter buyer{"acheteur", "numéro, SIRET ou nom de l’acheteur"};
    const Parameter year{"annee", "année de notification", "2026"};
    return {
        {"GET",
         "/decp",
         Action::decp_export,
         see,
         "Les contrats complets pour être publiés en données essentielles, et ce qui manque aux autres",
         {buyer,
          year,
          {"faute", "un champ et le code d’une faute : les contrats qui l’ont", "offresRecues decp_absent"}},
         {true, true, true},
         "/decp"},
        {"GET",
         "/decp/export/{format}",
         Action::decp_export,
         download,
         "Les contrats dans un fichier : json ou xml (données essentielles, les complets seuls), ocds, csv ou paquet "
         "(tous ceux qui ont un identifiant)",
         {{"format", "json, xml, ocds, csv ou paquet", "json", true}, buyer, year},
         {false, false, false},
         "/decp/export/json"}};
}

}  // namespace clausier::web
