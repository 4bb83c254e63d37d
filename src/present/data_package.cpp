// The open files of a report, in one zip.
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "clausier/present/frozen_report.hpp"
#include "lot_words.hpp"
#include "office_zip.hpp"

namespace clausier::present {
namespace {

namespace json = boost::json;

json::object resource(const DataTable& table, const std::string& bytes) {
    return {{"name", table.name},
            {"title", table.title},
            {"path", table.name + ".csv"},
            {"profile", "tabular-data-resource"},
            {"format", "csv"},
            {"mediatype", "text/csv"},
            {"encoding", "utf-8"},
            {"bytes", bytes.size()},
            {"dialect", {{"delimiter", ","}, {"header", true}}},
            {"schema", table_schema(table)}};
}

std::string read_me(const FrozenReport& report, const std::string& fingerprint) {
    std::string out = report.document.title + "\n\nDonnées arrêtées au " + day_text(report.document.made_at) + ".\n" +
                      "Options du calcul : " + report.options + ".\n";
    if (!fingerprint.empty()) out += "Empreinte (SHA-256) du rapport publié : " + fingerprint + ".\n";
    out += "\nFichiers :\n";
    for (const DataTable& one : report.tables) out += "  " + one.name + ".csv : " + one.title + "\n";
    return out + "\nLes colonnes sont décrites dans datapackage.json (Frictionless, Table Schema).\n";
}

}  // namespace

std::string data_package(const FrozenReport& report, const std::string& fingerprint) {
    std::vector<OfficePart> files;
    json::array resources;
    for (const DataTable& one : report.tables) {
        std::string bytes = csv(one);
        resources.emplace_back(resource(one, bytes));
        files.push_back({one.name + ".csv", std::move(bytes)});
    }
    json::object package{{"profile", "tabular-data-package"},
                         {"name", "rapport-spaser-" + std::to_string(report.year)},
                         {"title", report.document.title},
                         {"created", instant_text(report.document.made_at)},
                         {"resources", std::move(resources)}};
    if (!fingerprint.empty()) package["version"] = fingerprint;
    files.insert(files.begin(),
                 {{"datapackage.json", json::serialize(package)}, {"LISEZMOI.txt", read_me(report, fingerprint)}});
    return office_zip(files);
}

}  // namespace clausier::present
