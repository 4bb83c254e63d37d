// Documents are made of templates, and told as JSON and tables.
#include "clausier/present/documents.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier;
using namespace clausier::present;

namespace {

const core::Date day = core::parse_iso_date("2026-11-21").value();
const core::Instant noon{std::chrono::sys_days(core::parse_iso_date("2026-11-21").value()) + std::chrono::hours(12)};

domain::DocumentTemplate written(const std::string& text) {
    domain::DocumentTemplate out;
    out.key = "avis";
    out.name = "Avis";
    out.edited = true;
    out.version = 2;
    out.text = text;
    out.at = noon;
    out.actor = "web";
    return out;
}

}  // namespace

TEST_CASE("the title that comes first is the document's, else it is called by its template and its object") {
    const boost::json::object values = sample_values(document_variables());
    const Document titled =
        make_document(written("# Avis de **{{acheteur}}**\n\n## Objet\n"), values, {"Maison", ""}, day);
    CHECK(titled.title == "Avis de Commune de Valbrume");
    CHECK(titled.author == "Maison");
    CHECK(titled.made_at == noon - std::chrono::hours(12));
    REQUIRE(titled.blocks.size() == 1);
    CHECK(std::get<Title>(titled.blocks[0]).level == 1);
    const Document bare = make_document(written("Texte.\n"), values, {}, day);
    CHECK(bare.title == "Avis\u00a0: Réhabilitation du groupe scolaire des Tilleuls");
    CHECK(document_name(written(""), {}) == "Avis");
}

TEST_CASE("a template that no longer holds is refused with its name and its line") {
    try {
        make_document(written("a\n{{ancienne}}"), sample_values(document_variables()), {}, day);
        FAIL("accepted");
    } catch (const core::Error& error) {
        CHECK(error.kind() == core::ErrorKind::invalid);
        CHECK(error.issues().at(0).where == "modèle « Avis », ligne 2, colonne 1");
    }
}

TEST_CASE("templates, versions, variables, documents and checks have their JSON and their rows") {
    const domain::DocumentTemplate one = written("# x");
    const Answer list = answer(std::vector{one});
    CHECK(list.document.at("modeles").at(0).at("date").as_string() == "2026-11-21T12:00:00Z");
    CHECK(list.table.rows.at(0).at(2) == "le vôtre");
    const Answer single = answer(one, {{2, "# x", noon, "web"}, {0, "# y", {}, ""}});
    CHECK(single.document.at("texte").as_string() == "# x");
    CHECK(single.document.at("versions").at(1).at("date").is_null());
    const Answer names = answer(document_variables());
    CHECK(names.document.at("variables").as_array().size() == names.table.rows.size());
    CHECK(variable_views(document_variables()).size() == names.table.rows.size());
    domain::ProducedDocument made;
    made.enquiry = domain::Id<domain::Enquiry>{12};
    made.template_key = "avis";
    made.sha256 = "0123456789abcdef";
    made.actor = "cli";
    made.at = noon;
    const Answer history = answer(std::vector{made}, 40, {one});
    CHECK(history.document.at("documents").at(0).at("empreinte").as_string() == made.sha256);
    CHECK(history.document.at("documents").at(0).at("modele_nom").as_string() == "Avis");
    CHECK(history.table.rows.at(0) == std::vector<std::string>{"2026-11-21 12:00 UTC", "", "", "12", "Avis",
                                                               "programme", "la ligne de commande", "0123456789ab"});
    const auto seen = production_views({made}, {}).at(0).as_object();
    CHECK(seen.at("date").as_string() == "21 novembre 2026, 12:00 UTC");
    CHECK(seen.at("modele").as_string() == "avis");
    CHECK(history.document.at("documents").at(0).at("dossier").as_int64() == 12);
    CHECK(history.document.at("documents_total").as_int64() == 40);
    const Answer checked = answer(std::vector<core::Issue>{{core::Severity::warning, "", "ligne 1", "à savoir"}});
    CHECK(checked.document.at("valable").as_bool());
    CHECK(checked.document.at("remarques").at(0).at("gravite").as_string() == "avertissement");
}

TEST_CASE("what to write for a variable is told, inside its list or its group") {
    const auto views = variable_views(document_variables());
    const auto written_as = [&](std::string_view name) -> std::string {
        for (const boost::json::value& one : views)
            if (one.at("nom").as_string() == name) return std::string(one.at("balise").as_string());
        return "";
    };
    CHECK(written_as("acheteur") == "{{acheteur}}");
    CHECK(written_as("lots") == "{{#lots}} … {{/lots}}");
    CHECK(written_as("numero, dans lots") == "{{numero}}");
    CHECK(written_as("poids") == "{{grille.poids}}");
    CHECK(written_as("sous_criteres") == "{{#grille.sous_criteres}} … {{/grille.sous_criteres}}");
}

TEST_CASE("a text is numbered line by line, those that an issue stands at marked") {
    const std::vector<core::Issue> issues{{core::Severity::error, "", "ligne 2, colonne 3", "x"},
                                          {core::Severity::error, "", "", "y"}};
    CHECK(line_of(issues[0]) == 2);
    CHECK(line_of(issues[1]) == 0);
    const auto lines = line_views("a\r\nb\n", issues);
    REQUIRE(lines.size() >= 2);
    CHECK(lines.at(0).at("texte").as_string() == "a");
    CHECK_FALSE(lines.at(0).at("faute").as_bool());
    CHECK(lines.at(1).at("marge").as_string() == "   2");
    CHECK(lines.at(1).at("faute").as_bool());
}
