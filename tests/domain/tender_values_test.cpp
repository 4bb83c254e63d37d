// Cells are read by field: what is repaired or cannot be read is remarked, cell by cell.
#include "tender_values.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/cases.hpp"
#include "support/tender_table.hpp"

using namespace clausier;
using core::CellKind;
using domain::Field;

namespace {

CellKind kind_of(std::string_view name) {
    if (name == "number") return CellKind::number;
    if (name == "date") return CellKind::date;
    if (name == "error") return CellKind::error;
    return CellKind::text;
}

std::string shown(const std::optional<core::Euros>& amount) { return amount ? core::decimal(*amount) : ""; }
std::string shown(const std::optional<core::Date>& date) { return date ? core::iso(*date) : ""; }

// What the one record says in the field of the tested header.
std::string reading(const domain::TenderRecord& record, Field field) {
    switch (field) {
        case Field::amount:
            return shown(record.amount);
        case Field::notified_on:
            return shown(record.notified_on);
        case Field::duration_months:
            return record.duration_months ? std::to_string(*record.duration_months) : "";
        case Field::cpv:
            return record.cpv;
        case Field::labour_share:
            return record.labour_share ? core::percent(*record.labour_share) : "";
        case Field::nature:
            return record.nature;
        case Field::procedure:
            return record.procedure;
        case Field::social:
            return record.considerations.value_or("");
        case Field::object:
            return record.object;
        case Field::reference:
            return record.reference;
        case Field::holder_id:
            return record.holders.empty() ? "" : record.holders.front().identifier.text;
        default:
            return "";
    }
}

// A table of one row that is complete but for the tested cell.
tests::TenderResult read_cell(const std::string& header, CellKind kind, const std::string& cell, Field& field) {
    static const std::vector<std::pair<std::string, std::string>> others = {{"Acheteur", "Ville de Valbrume"},
                                                                            {"N° marché", "2026-01"},
                                                                            {"Objet", "Peinture"},
                                                                            {"Montant HT", "1000"},
                                                                            {"Titulaire", "Couleurs du Val"}};
    const std::string tested = core::csv_field(header, ';');
    std::string names = tested;
    std::string values = core::csv_field(cell, ';');
    for (const auto& [name, value] : others) {
        if (name == header || (name == "Montant HT" && header.starts_with("Montant"))) continue;
        names += ";" + name;
        values += ";" + value;
    }
    tests::Rows rows = tests::Rows::csv(names + "\n" + values + "\n");
    if (kind != CellKind::text) rows.kind(1, 0, kind);
    const domain::Mapping mapping = domain::recognise(rows.head(), "table-region");
    field = mapping.columns.front().field;
    domain::TenderOptions options;
    options.today = core::parse_iso_date("2026-11-21").value();
    return tests::read_tenders(rows, mapping, options);
}

}  // namespace

TEST_CASE("each cell of the cases is read, repaired or remarked as they say") {
    for (const auto& one : tests::cases("mapping/values.csv")) {
        INFO(one.at("header") << ": " << one.at("cell"));
        Field field = Field::ignored;
        const auto result = read_cell(one.at("header"), kind_of(one.at("kind")), one.at("cell"), field);
        REQUIRE(result.records.size() == 1);
        CHECK(reading(result.records.front(), field) == one.at("reads"));
        std::string codes;
        for (const auto& [code, count] : result.codes) codes += (codes.empty() ? "" : " ") + code;
        CHECK(codes == one.at("codes"));
    }
}

TEST_CASE("a remark says the row, the column as the file names it, and what to do") {
    const auto result = tests::read_tenders(
        "Acheteur;N° marché;Objet;Montant en € HT\nVille de Valbrume;1;Peinture;selon BPU\nVille de "
        "Valbrume;2;Sols;5\n");
    REQUIRE(result.issues.size() == 1);
    CHECK(result.issues.front().severity == core::Severity::warning);
    CHECK(result.issues.front().sentence() ==
          "ligne 2, colonne « Montant en € HT » : « selon BPU » n’est pas un montant ; il est laissé inconnu, écrivez "
          "par "
          "exemple 1 234,56");
}

TEST_CASE("a table of works under « Nature » gives sectors, not natures of contract") {
    const auto result = tests::read_tenders(
        "Acheteur;N° marché;Objet;Nature;Montant HT\nVille;1;Peinture;TRAVAUX;5\nVille;2;Thé;Marché;6\n");
    CHECK(result.records[0].section == "Travaux");
    CHECK(result.records[0].nature.empty());
    CHECK(result.records[1].nature == "Marché");
    CHECK(result.codes.empty());
}

TEST_CASE("fractions in a column of rates are read as shares of one") {
    const auto result = tests::read_tenders(
        "N° lot;Intitulé du lot;Montant estimé HT;Part main-d'œuvre;Taux "
        "d'effort\n1;Sols;100;0.25;0,055\n2;Murs;100;1;0.1\n",
        tests::for_buyer("Commune de Valbrume"));
    CHECK(result.records[0].labour_share == core::Rate::of(2500));
    CHECK(result.records[0].effort == core::Rate::of(550));
    CHECK(result.records[1].labour_share == core::Rate::of(10000));
}

TEST_CASE("a remark quotes the beginning of a long text, never half a letter") {
    CHECK(domain::excerpt("court") == "court");
    std::string accents;
    for (int i = 0; i < 60; ++i) accents += "é";
    const std::string cut = domain::excerpt("x" + accents);
    CHECK(cut.size() == 79 + std::string("…").size());
    CHECK(cut.ends_with("é…"));
}
