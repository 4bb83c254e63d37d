// Templates of documents: every fault has its line and what to do, and no value ever becomes markup.
#include "clausier/present/document_template.hpp"

#include <boost/json/array.hpp>
#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <string>

#include "clausier/core/asset.hpp"

using namespace clausier;
using namespace clausier::present;

namespace {

std::vector<core::Issue> check(const std::string& text) { return check_template(text, document_variables()); }

// The one issue of a template.
core::Issue only(const std::string& text) {
    const auto issues = check(text);
    INFO(text);
    for (const core::Issue& issue : issues) UNSCOPED_INFO(issue.sentence());
    REQUIRE(issues.size() == 1);
    return issues.front();
}

bool says(const core::Issue& issue, std::string_view text) { return issue.text.find(text) != std::string::npos; }

constexpr std::string_view clause =
    "# Clause de {{acheteur}}\n\n{{#clause_insertion}}\nLe titulaire de **{{objet}}** réalise "
    ":\n{{/clause_insertion}}\n\n"
    "Tableau : heures par lot\n\n| Lot | Heures |\n|:---|---:|\n{{#lots}}\n| {{numero}} {{intitule}} | {{heures}} "
    "|\n{{/lots}}\n"
    "| **Total** | {{total_heures}} |\n\n{{#publics}}\n- {{libelle}}\n{{/publics}}\n";

}  // namespace

TEST_CASE("a template becomes the blocks of a document, rows and items repeated") {
    CHECK(check(std::string(clause)).empty());
    const FilledTemplate out = fill_template(clause, sample_values(document_variables()));
    CHECK(out.issues.empty());
    REQUIRE(out.blocks.size() == 4);
    CHECK(std::get<Title>(out.blocks[0]) == Title{1, {{"Clause de Commune de Valbrume"}}});
    const auto& table = std::get<DocTable>(out.blocks[2]);
    CHECK(table.rows.size() == 3);
    CHECK(table.rows[1][0] == Runs{{"2 Peinture intérieure"}});
    CHECK(table.total);
    CHECK(std::get<List>(out.blocks[3]).items.size() == 3);
}

TEST_CASE("an unknown name is told with line, column and the nearest one") {
    const core::Issue issue = only("# Titre\n\nÉté de {{achteur}}");
    CHECK(issue.where == "ligne 3, colonne 8");
    CHECK(says(issue, "vouliez-vous « acheteur »"));
    CHECK(says(only("{{zzzzzz}}"), "liste des variables"));
    CHECK(says(only("{{grille.poid}}"), "grille.poids"));
}

TEST_CASE("names are checked where they stand: inside their list, outside it, and by what they hold") {
    CHECK(says(only("{{numero}}"), "{{numero}} entre {{#lots}} et {{/lots}}"));
    CHECK(check("{{#lots}}\n- {{numero}} {{objet}}\n{{/lots}}").empty());
    CHECK(says(only("{{#lots}}\n- {{numeros}}\n{{/lots}}"), "« numero »"));
    CHECK(says(only("{{lots}}"), "est une liste"));
    CHECK(says(only("{{clause_insertion}}"), "un oui ou un non"));
    CHECK(says(only("{{grille}}"), "{{grille.poids}}"));
    CHECK(says(only("{{#lots}}{{.}}{{/lots}}"), "section d’un texte"));
    CHECK(check("{{#cpv}}CPV {{.}}{{/cpv}}{{^cpv}}sans CPV{{/cpv}}").empty());
    CHECK(check("{{#grille}}\n{{#sous_criteres}}\n- {{libelle}} {{poids}}\n{{/sous_criteres}}\n{{/grille}}").empty());
    CHECK(says(only("{{#lots}}{{#lots}}x{{/lots}}{{/lots}}"), "déjà ouverte"));
}

TEST_CASE("syntax that Mustache or we refuse has its place and a sentence in French") {
    CHECK(only("a\n {{acheteur").where == "ligne 2, colonne 2");
    CHECK(says(only("{{acheteur"), "n’est pas fermée"));
    CHECK(says(only("{{#lots}}a"), "écrivez {{/lots}} après elle"));
    CHECK(says(only("{{#lots}}{{#cpv}}a{{/lots}}"), "écrivez {{/cpv}} avant {{/lots}}"));
    CHECK(says(only("{{#lots}}- {{numero}}{{/lot}}"), "écrivez {{/lots}}"));
    CHECK(says(only("a{{/lots}}"), "pas ouverte"));
    CHECK(says(only("{{{acheteur}}}"), "{{nom}}"));
    CHECK(says(only("{{&acheteur}}"), "{{nom}}"));
    CHECK(says(only("{{=<% %>=}}"), "délimiteurs"));
    CHECK(says(only("{{ = <% %> = }}"), "délimiteurs"));
    CHECK(says(only("{{{=<% %>=}}}<%#lots%>"), "délimiteurs"));
    CHECK(says(only("{{> autre}}"), "copiez ici"));
    CHECK(says(only("a {{}}"), "vide"));
    CHECK(only(" \n").code == "modele_vide");
    CHECK(only("a\xFF").code == "modele_texte");
}

TEST_CASE("a tag that its line does not close is told at its own line, whatever closes braces further") {
    const core::Issue issue = only("# Titre\n\n{{acheteur\n\nTexte.\n\n{{objet}} et {{total_heures}}\n");
    CHECK(issue.where == "ligne 3, colonne 1");
    CHECK(says(issue, "n’est pas fermée"));
    CHECK(only("{{acheteur : {{objet}}").where == "ligne 1, colonne 1");
    CHECK(only("a\n{{#lots\n- {{numero}}\n{{/lots}}\n").where == "ligne 2, colonne 1");
    CHECK(only("a\n{{#lots}}\n- {{numero}}\n{{/lots\n").where == "ligne 4, colonne 1");
    CHECK(check("a {{! sur\ndeux lignes }}").empty());
}

TEST_CASE("every fault of a template is told at once, in the order of its lines") {
    const std::string text =
        "# Avis de {{achteur}}\n\n"                   // 1: unknown
        "<b>Objet</b> {{objet}}\n\n"                  // 3: HTML, twice
        "{{#lots}}\n- {{numero}} {{montan}}\n\n"      // 5: never closed; 6: unknown in it
        "{{/cpv}}\n"                                  // 8: never opened
        "{{{acheteur}}} [ici](https://a.example)\n";  // 9: braces, link
    std::vector<std::string> places;
    for (const core::Issue& issue : check(text)) places.push_back(issue.where.substr(0, issue.where.find(',')));
    CHECK(places == std::vector<std::string>{"ligne 1", "ligne 3", "ligne 3", "ligne 5", "ligne 6", "ligne 8",
                                             "ligne 9", "ligne 9"});
    CHECK(check("{{#lotss}}\n- {{numero}}\n{{/lotss}}").size() == 1);
    const auto many = check([] {
        std::string out;
        for (int i = 0; i < 3000; ++i) out += "{{a}}\n";
        return out;
    }());
    CHECK(many.size() == 101);
    CHECK(many.back().code == "modele_suite");
}

TEST_CASE("what Markdown would do besides is refused at the line of the template, sections before it or not") {
    const core::Issue html = only("{{#lots}}\n- {{numero}}\n{{/lots}}\n\n{{! remarque }}\n<script>alert(1)</script>\n");
    CHECK(html.where == "ligne 6, colonne 1");
    CHECK(says(html, "HTML"));
    CHECK(only("# {{objet}}\n\nvoir [ici](https://a.example)").where == "ligne 3, colonne 6");
    CHECK(says(only("[acheteur]: {{acheteur}}"), "disparaîtrait"));
    CHECK(only("a\n\n{{^accord_cadre}}\n{{/accord_cadre}}\n{{#accord_cadre}}\n`code`\n{{/accord_cadre}}").where ==
          "ligne 6, colonne 1");
}

TEST_CASE("hostile values make no markup: the blocks are those of harmless ones") {
    boost::json::object harmless = sample_values(document_variables());
    const std::size_t count = fill_template(clause, harmless).blocks.size();
    for (const std::string value :
         {"<script>alert(1)</script>", "\n\n# Titre\n\n- liste", "| a | b |\n|---|---|", "](javascript:alert(1))",
          "---", "{{instance}}", "{{#lots}}", "\\", "`", "&lt;b&gt;", "]]>", "<w:p/>", "'; DROP TABLE lots; --",
          "Tableau : x", "\xF0\x9F\x92\xA5\xE2\x80\xAE\xE2\x80\x8B", ""}) {
        INFO(value);
        boost::json::object values = harmless;
        values["acheteur"] = "Valbrume " + value;
        values["objet"] = value;
        for (boost::json::value& lot : values["lots"].as_array()) lot.as_object()["intitule"] = value;
        for (boost::json::value& one : values["publics"].as_array()) one.as_object()["libelle"] = value;
        const FilledTemplate out = fill_template(clause, values);
        CHECK(out.issues.empty());
        REQUIRE(out.blocks.size() == count);
        CHECK(std::get<DocTable>(out.blocks[2]).rows.size() == 3);
        CHECK(std::get<DocTable>(out.blocks[2]).rows[0].size() == 2);
        CHECK(std::get<List>(out.blocks[3]).items.size() == 3);
    }
}

TEST_CASE("what is too long, too deep or multiplies is refused at once") {
    const auto started = std::chrono::steady_clock::now();
    CHECK(only(std::string(1024 * 1024, 'a')).code == "modele_taille");
    std::string nested;
    for (int i = 0; i < 4000; ++i) nested += "{{#lots}}";
    CHECK(says(only(nested), "les unes dans les autres"));
    for (int i = 0; i < 4000; ++i) nested += "{{/lots}}";
    CHECK_FALSE(check(nested).empty());
    std::string crossed;
    for (int i = 0; i < 3000; ++i) crossed += "{{#lots}}{{/zzzz}}";
    CHECK_FALSE(check(crossed).empty());
    std::string braces;
    for (int i = 0; i < 20'000; ++i) braces += "{{}";
    CHECK_FALSE(check(braces).empty());
    CHECK_FALSE(check(std::string(60'000, '>')).empty());
    CHECK_FALSE(check(std::string(30'000, '*') + "a" + std::string(30'000, '*')).empty());
    (void)check(std::string(60'000, '['));
    std::string lists;
    for (int i = 0; i < 300; ++i) lists += std::string(2 * static_cast<std::size_t>(i), ' ') + "- a\n";
    CHECK_FALSE(check(lists.substr(0, 60'000)).empty());
    const auto taken = std::chrono::steady_clock::now() - started;
    CHECK(taken < std::chrono::seconds(3));
}

TEST_CASE("a document that sections would multiply without end stops") {
    boost::json::array many;
    for (int i = 0; i < 3000; ++i) many.push_back(boost::json::object{{"libelle", "a"}});
    boost::json::object values = sample_values(document_variables());
    values["publics"] = many;
    values["modalites"] = many;
    const FilledTemplate out = fill_template("{{#publics}}{{#modalites}}{{/modalites}}{{/publics}}", values);
    REQUIRE(out.issues.size() == 1);
    CHECK(says(out.issues[0], "trop long"));
    CHECK(out.blocks.empty());
}

TEST_CASE("a value that is not there is an issue, not a gap") {
    const FilledTemplate out = fill_template("# {{acheteur}}", {});
    REQUIRE(out.issues.size() == 1);
    CHECK(out.issues[0].where == "ligne 1, colonne 3");
    CHECK(out.blocks.empty());
}

TEST_CASE("the program's own templates have no fault, and print every case in words and tables") {
    const auto paths = core::assets("templates/documents/");
    CHECK(paths.size() == 6);
    for (const std::string_view path : paths) {
        INFO(path);
        const std::string_view text = core::asset(path);
        for (const core::Issue& issue : check_template(text, document_variables())) FAIL_CHECK(issue.sentence());
        for (const Sample sample : {Sample::example, Sample::open, Sample::shut}) {
            const FilledTemplate out = fill_template(text, sample_values(document_variables(), sample));
            REQUIRE_FALSE(out.blocks.empty());
            CHECK(std::holds_alternative<Title>(out.blocks.front()));
        }
    }
}
