// The SPASER report: nine chapters, each figure beside what it counts, nothing unknown told as known.
#include "clausier/present/spaser_report.hpp"

#include <catch2/catch_test_macros.hpp>

#include "spaser_samples.hpp"
#include "support/approved.hpp"

using namespace clausier;

namespace {

std::string text_of(const domain::SpaserReport& report) {
    std::string out = present::plain_text(present::spaser_report(report, "Clausier"));
    // No-break spaces as plain ones, so that tests read as sentences.
    for (const char* wide : {"\u00a0", "\u202f"})
        for (std::size_t at = out.find(wide); at != std::string::npos; at = out.find(wide))
            out.replace(at, std::string_view(wide).size(), " ");
    return out;
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

const present::DataTable& table(const std::vector<present::DataTable>& all, std::string_view name) {
    for (const present::DataTable& one : all)
        if (one.name == name) return one;
    throw std::runtime_error("no such table");
}

std::size_t column(const present::DataTable& from, std::string_view key) {
    for (std::size_t i = 0; i < from.columns.size(); ++i)
        if (from.columns[i].key == key) return i;
    throw std::runtime_error("no such column");
}

}  // namespace

TEST_CASE("the report is the one that was approved") {
    const std::string page = present::print_page(present::spaser_report(testing::spaser_sample(), "Clausier"));
    CHECK(page == test::approved("document/rapport_spaser.html", page));
}

TEST_CASE("nine chapters in the order of the plan") {
    const std::string text = text_of(testing::spaser_sample());
    std::size_t before = 0;
    for (const char* title : {"1. Fiche acheteur", "2. Périmètre et méthode", "3. Axe social", "4. Axe environnemental",
                              "5. Axe économique", "6. Exécution des clauses d’insertion",
                              "7. Cibles et réalisé, 2024-2026", "8. Annexe : contrats comptés", "9. Fichier ouvert"}) {
        const std::size_t at = text.find(std::string("\n") + title);
        CAPTURE(title);
        REQUIRE(at != std::string::npos);
        CHECK(at > before);
        before = at;
    }
}

TEST_CASE("a rate stands with its number, its amount, on all, on those filled in, and the fill rate") {
    const std::string text = text_of(testing::spaser_sample());
    // 12 of 48 contracts, 30 filled in: 25 % of all, 40 % of those filled in; 18 000 € of 48 000 €.
    CHECK(has(text,
              "S1. Contrats avec au moins une considération sociale\t12 sur 48\t25 %\t40 %\t62,5 %\t18 000 €\t"
              "37,5 %\t60 %"));
    // 2024 to 2026, in number and in amount.
    CHECK(has(text, "\t5 % / 7,5 %\t20 % / 30 %\t25 % / 37,5 %"));
    CHECK(has(text, "3,25 offres"));
}

TEST_CASE("execution says why it has no figure, and no zero stands for it") {
    const std::string text = text_of(testing::spaser_sample());
    CHECK(has(text, "non disponible : l’exécution n’est pas encore suivie"));
    CHECK_FALSE(has(text, "I1. Heures d’insertion validées\t0"));
}

TEST_CASE("method: threshold, exclusions with why, aberrant amounts, sources to be checked") {
    domain::SpaserReport report = testing::spaser_sample();
    const std::string text = text_of(report);
    CHECK(has(text, "dépassé : 60 000 000 € de dépenses (somme du fichier d’achats) pour un seuil de 50 000 000 €"));
    CHECK(has(text, "concession, comptée à part\t2\t900 €"));
    CHECK(has(text, "1 contrat d’un montant aberrant"));
    CHECK(has(text, "(à vérifier : source non confirmée)"));
    CHECK(has(text, "Le montant est celui de l’attribution."));
    report.options.amount = domain::AmountRule::amended;
    report.buyers.front().years.back().mandated.reset();
    const std::string other = text_of(report);
    CHECK(has(other, "Le montant est celui de la dernière modification"));
    CHECK(has(other, "à vérifier : les dépenses de l’année ne sont pas saisies"));
    CHECK_FALSE(has(other, "non dépassé"));
}

TEST_CASE("targets: reached, missed, still to come, or not known; the expired plan is a mark and no duty") {
    const std::string text = text_of(testing::spaser_sample());
    CHECK(has(text, "\t2025\t30 %\t20 %\t−10 points\tnon atteinte"));
    CHECK(has(text, "\t2026\t20 %\t25 %\t+5 points\tatteinte"));
    CHECK(has(text, "\t2028\t50 %\t–\t–\tà venir"));
    CHECK(has(text, "I1. Heures d’insertion validées\tvaleur\t2026\t1 000 h\t–\t–\tnon disponible"));
    CHECK(has(text, "plan expiré"));
    domain::SpaserReport bare = testing::spaser_sample();
    bare.scheme.reset();
    bare.targets.clear();
    CHECK(has(text_of(bare), "Aucun schéma n’est enregistré : il n’y a pas de cible à comparer."));
}

TEST_CASE("the annex lists contracts and aberrant amounts, and tells what it leaves to the files") {
    domain::SpaserReport report = testing::spaser_sample();
    const std::string text = text_of(report);
    CHECK(has(text,
              "2026-01\t2026-03-01\tRéfection de l’école des Tilleuls\tBâtisseurs de la Lorne\t120 000 €\tClause "
              "sociale\tnon renseignée"));
    CHECK(has(text, "montant aberrant, hors des sommes"));
    CHECK(has(text, "99 999 999 999 €"));
    CHECK_FALSE(has(text, "sont imprimés ici"));
    for (int i = 0; i < 300; ++i)
        report.buyers.front().counted.push_back(testing::report_contract(i + 10, "N" + std::to_string(i), false));
    const std::string longer = text_of(report);
    CHECK(has(longer, "Les 200 premiers des 302 contrats sont imprimés ici"));
    CHECK(has(longer, "N197\t"));
    CHECK_FALSE(has(longer, "N198\t"));
    CHECK(table(present::spaser_tables(report), "contrats").rows.size() == 302);
}

TEST_CASE("no name of a referent is published anywhere") {
    const domain::SpaserReport report = testing::spaser_sample();
    CHECK_FALSE(has(text_of(report), "Nonpublié"));
    CHECK(has(text_of(report), "Référente achats responsables"));
    for (const present::DataTable& one : present::spaser_tables(report))
        CHECK_FALSE(has(present::csv(one), "Nonpublié"));
}

TEST_CASE("a shared scheme gives one set of chapters a buyer, and adds nothing up") {
    domain::SpaserReport report = testing::spaser_sample();
    report.buyers.push_back(testing::report_buyer(2, "Syndicat des Brumes"));
    report.scheme->buyers = {{1}, {2}};
    const std::string text = text_of(report);
    CHECK(present::report_title(report) == "Rapport SPASER 2026\u00a0: Schéma de Valbrume");
    CHECK(has(text, "les indicateurs sont établis pour chacun"));
    const std::size_t second = text.find("\nSyndicat des Brumes\n");
    REQUIRE(second != std::string::npos);
    CHECK(text.find("1. Fiche acheteur", second) != std::string::npos);
    CHECK(text.find("9. Fichier ouvert") < second);
    CHECK_FALSE(has(text, "sur 96"));
}

TEST_CASE("a buyer without a contract still has a report, which says what is missing") {
    domain::SpaserReport report = testing::spaser_sample();
    domain::ReportBuyer empty;
    empty.buyer = report.buyers.front().buyer;
    empty.years = {testing::report_figures(2024, 0, 0, 0), testing::report_figures(2025, 0, 0, 0),
                   testing::report_figures(2026, 0, 0, 0)};
    report.buyers = {empty};
    const std::string text = text_of(report);
    CHECK(has(text, "\t0 sur 0\t–\t–\t–\t"));
    CHECK(has(text, "Aucun contrat n’est compté pour cette année"));
    CHECK(has(text, "Aucun référent, aucune action ni aucun partenariat"));
    CHECK(has(text, "non disponible"));
}

TEST_CASE("the tables hold every figure, target, contract and reason, in exact columns") {
    const auto all = present::spaser_tables(testing::spaser_sample());
    REQUIRE(all.size() == 5);
    for (const present::DataTable& one : all)
        for (const auto& row : one.rows) CHECK(row.size() == one.columns.size());
    const present::DataTable& figures = table(all, "indicateurs");
    CHECK(figures.rows.size() == domain::indicators().size() * 5);
    const auto& row = figures.rows.at(domain::indicators().size() * 2);
    CHECK(row.at(column(figures, "indicateur")) == "S1");
    CHECK(row.at(column(figures, "annee")) == "2026");
    CHECK(row.at(column(figures, "nombre")) == "12");
    CHECK(row.at(column(figures, "taux_nombre")) == "25.00");
    CHECK(row.at(column(figures, "taux_nombre_renseignes")) == "40.00");
    CHECK(row.at(column(figures, "taux_renseignement")) == "62.50");
    CHECK(row.at(column(figures, "montant")) == "18000.00");
    const present::DataTable& excluded = table(all, "exclus");
    CHECK(excluded.rows.at(0).at(column(excluded, "raison")) == "concession, comptée à part");
    const present::DataTable& contracts = table(all, "contrats");
    CHECK(contracts.rows.at(1).at(column(contracts, "montant_aberrant")) == "true");
    CHECK(table(all, "cibles").rows.size() == 4 + 2 * 3);
}
