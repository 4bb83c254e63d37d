// Chapters 1, 2 and 9 of the SPASER report: who buys, how it was counted, and the files that go with it.
#include <fmt/format.h>

#include <algorithm>

#include "clausier/core/french.hpp"
#include "clausier/present/spaser_report.hpp"
#include "clausier/present/spaser_views.hpp"
#include "lot_words.hpp"
#include "spaser_parts.hpp"

namespace clausier::present {
namespace {

namespace french = core::french;
using domain::Counted;
using domain::ReportFigures;

std::string checked(bool verified) { return verified ? "" : " (à vérifier\u00a0: source non confirmée)"; }

// Where spending of the year stands beside the threshold of the scheme.
std::string threshold_text(const ReportPaper& paper) {
    const auto& thresholds = paper.report.thresholds;
    const auto found = std::find_if(thresholds.begin(), thresholds.end(),
                                    [](const auto& value) { return value.key == "threshold.spaser"; });
    if (found == thresholds.end()) return "à vérifier\u00a0: le seuil n’est pas parmi les valeurs de référence";
    const auto& mandated = paper.buyer.current().mandated;
    if (!mandated)
        return "à vérifier\u00a0: les dépenses de l’année ne sont pas saisies (seuil\u00a0: " + found->said() + ")";
    const bool above = mandated->amount > core::Euros::of(found->parts);
    return std::string(above ? "dépassé" : "non dépassé") + "\u00a0: " + french::euros(mandated->amount) +
           " de dépenses (" + std::string(domain::label(mandated->origin)) + ") pour un seuil de " + found->said() +
           checked(found->citation.verified);
}

std::vector<std::pair<std::string, std::string>> scheme_facts(const ReportPaper& paper) {
    if (!paper.report.scheme) return {{"Schéma", "aucun schéma n’est enregistré pour cette année"}};
    const domain::Scheme& scheme = *paper.report.scheme;
    std::vector<std::pair<std::string, std::string>> out{
        {"Schéma", scheme.title}, {"Période", fmt::format("{}-{}", scheme.first_year, scheme.last_year)}};
    if (!scheme.edition.empty()) out.emplace_back("Édition", scheme.edition);
    out.emplace_back("Mutualisé",
                     scheme.shared() ? fmt::format("oui, entre {} acheteurs", scheme.buyers.size()) : "non");
    if (!scheme.url.empty()) out.emplace_back("Publié à l’adresse", scheme.url);
    return out;
}

// « 60 000 000 € (somme du fichier d’achats) ».
std::string spending_text(const std::optional<domain::SpendingSum>& spending) {
    if (!spending) return "non saisies";
    return french::euros(spending->amount) + " (" + std::string(domain::label(spending->origin)) + ")";
}

DocTable years_table(const ReportPaper& paper) {
    DocTable out;
    out.caption = "Achats par année de notification";
    out.headers = {plain("Année"),
                   plain("Contrats comptés"),
                   plain("Montant compté (HT)"),
                   plain("Exclus"),
                   plain("Montants aberrants"),
                   plain("Dépenses de l’année"),
                   plain("Taux de couverture")};
    out.align = {Align::left, Align::right, Align::right, Align::right, Align::right, Align::right, Align::right};
    for (const ReportFigures& year : paper.buyer.years) {
        Counted excluded;
        for (const auto& [reason, counted] : year.excluded) excluded.contracts += counted.contracts;
        out.rows.push_back({plain(std::to_string(year.year)), plain(number_text(year.all.contracts)),
                            plain(french::euros(year.all.amount)), plain(number_text(excluded.contracts)),
                            plain(number_text(year.aberrant.contracts)), plain(spending_text(year.mandated)),
                            plain(rate_or(year.coverage))});
    }
    return out;
}

DocTable exclusions_table(const ReportFigures& year) {
    DocTable out;
    out.caption = fmt::format("Contrats de {} laissés de côté, et pourquoi", year.year);
    out.headers = {plain("Raison"), plain("Contrats"), plain("Montant (HT)")};
    out.align = {Align::left, Align::right, Align::right};
    for (const auto& [reason, counted] : year.excluded)
        out.rows.push_back({plain(exclusion_text(reason)), plain(number_text(counted.contracts)),
                            plain(french::euros(counted.amount))});
    return out;
}

DocTable thresholds_table(const ReportPaper& paper) {
    DocTable out;
    out.caption = "Seuils en vigueur au 31 décembre " + std::to_string(paper.report.year);
    out.headers = {plain("Seuil"), plain("Valeur"), plain("Source")};
    out.align = {Align::left, Align::right, Align::left};
    for (const domain::ReferenceValue& one : paper.report.thresholds)
        out.rows.push_back({plain(one.label), plain(one.said()),
                            plain(french::articles(one.citation.source) + checked(one.citation.verified))});
    for (const std::string& label : paper.report.unknown_thresholds)
        out.rows.push_back({plain(label), plain("valeur inconnue à cette date"),
                            plain("à vérifier\u00a0: les contrats qu’il départagerait sont sans tranche")});
    return out;
}

DocTable definitions_table() {
    DocTable out;
    out.caption = "Ce que compte chaque indicateur";
    out.headers = {plain("Indicateur"), plain("Numérateur"), plain("Dénominateur"), plain("Source")};
    out.widths = {3, 4, 3, 3};
    for (const domain::IndicatorInfo& info : domain::indicators())
        out.rows.push_back({plain(indicator_name(info)), plain(french::articles(info.numerator)),
                            plain(french::articles(info.denominator)),
                            plain(french::articles(info.source) + checked(info.verified))});
    return out;
}

List sentences(const std::vector<std::string>& texts) {
    List out;
    for (const std::string& text : texts) out.items.push_back({plain(text), {}});
    return out;
}

// « 42 des 120 contrats disent leur considération sociale (35 %) ».
std::string filled_text(const ReportFigures& year, std::string_view code, std::string_view what) {
    const domain::IndicatorValue& value = year.of(code);
    return fmt::format("Considération {}\u00a0: renseignée pour {} des {} (taux de renseignement\u00a0: {}).", what,
                       number_text(value.filled.contracts),
                       french::count(static_cast<std::uint64_t>(value.all.contracts), "contrat"),
                       rate_or(value.fill_rate()));
}

}  // namespace

void add_buyer_chapter(const ReportPaper& paper) {
    paper.chapter("1. Fiche acheteur");
    const domain::Organisation& buyer = paper.buyer.buyer;
    const ReportFigures& now = paper.buyer.current();
    std::vector<std::pair<std::string, std::string>> rows{{"Acheteur", buyer.label()}};
    if (!buyer.identifier.empty()) {
        rows.emplace_back(buyer.identifier.scheme.empty() ? "Identifiant" : buyer.identifier.scheme,
                          buyer.identifier.text);
        if (const auto siret = core::Siret::parse(buyer.identifier.text))
            rows.emplace_back("SIREN", siret->siren().text());
    }
    rows.emplace_back("Nature", std::string(domain::label(buyer.kind)));
    rows.emplace_back("Année du rapport", std::to_string(paper.report.year));
    rows.emplace_back("Contrats comptés", counted_text(now.all));
    rows.emplace_back("Seuil du SPASER", threshold_text(paper));
    for (auto& row : scheme_facts(paper)) rows.push_back(std::move(row));
    paper.table(facts("L’acheteur et son schéma", rows), "");
}

void add_method_chapter(const ReportPaper& paper) {
    const ReportFigures& now = paper.buyer.current();
    paper.chapter("2. Périmètre et méthode");
    paper.say(
        "Les contrats viennent des données essentielles et des tableaux de marchés importés dans la base, dans "
        "leur état au " +
        day_text(paper.report.made_at) + ".");
    paper.section("Ce qui est compté");
    paper.out.blocks.emplace_back(sentences(method_texts(paper.report.options)));
    paper.out.blocks.emplace_back(years_table(paper));
    paper.note(
        "Le taux de couverture est le montant des contrats comptés divisé par la dépense de l’année, saisie ou, à "
        "défaut, somme du fichier d’achats\u00a0; il peut dépasser 100 %, un contrat étant payé sur plusieurs années.");
    paper.section("Ce qui est renseigné");
    paper.out.blocks.emplace_back(
        sentences({filled_text(now, "S1", "sociale"), filled_text(now, "E1", "environnementale")}));
    paper.section("Ce qui est laissé de côté");
    paper.table(exclusions_table(now), "Aucun contrat de l’année n’est laissé de côté.");
    if (now.aberrant.contracts > 0)
        paper.say(french::count(static_cast<std::uint64_t>(now.aberrant.contracts), "contrat") +
                  " d’un montant aberrant\u00a0: dans les nombres, hors des sommes, en liste au chapitre 8.");
    paper.section("Seuils et définitions");
    paper.table(thresholds_table(paper), "Aucun seuil n’est parmi les valeurs de référence.");
    paper.out.blocks.emplace_back(definitions_table());
}

void add_files_chapter(const ReportPaper& paper) {
    paper.chapter("9. Fichier ouvert");
    paper.say(
        "Les chiffres et les contrats de ce rapport vont avec lui, en CSV décrits par leur schéma "
        "(Table Schema) dans un paquet Frictionless, et en classeur.");
    DocTable table;
    table.caption = "Fichiers du paquet ouvert";
    table.headers = {plain("Fichier"), plain("Contenu"), plain("Lignes")};
    table.align = {Align::left, Align::left, Align::right};
    for (const DataTable& one : spaser_tables(paper.report))
        table.rows.push_back({plain(one.name + ".csv"), plain(one.title),
                              plain(number_text(static_cast<std::int64_t>(one.rows.size())))});
    paper.table(std::move(table), "");
}

}  // namespace clausier::present
