// Gives purchases the views of their pages.
#include <boost/json/array.hpp>

#include "clausier/core/french.hpp"
#include "clausier/present/chart.hpp"
#include "clausier/present/purchases.hpp"
#include "json_values.hpp"
#include "purchase_figures.hpp"
#include "structure_words.hpp"

namespace clausier::present {
namespace {

namespace french = core::french;

constexpr std::size_t bars_shown = 12;

std::string share_text(const std::optional<core::Rate>& share) { return share ? french::percent(*share) : "—"; }

// Inclusive euros by group, the largest groups only: the table of the answer holds them all.
json::object chart_of(std::string_view id, std::string_view title, std::string_view category,
                      const std::vector<domain::SpentGroup>& groups, bool kinds, const std::string& denominator) {
    BarChart chart;
    chart.heading = {std::string(id), std::string(title), denominator};
    chart.category = category;
    chart.quantity = "Achats inclusifs";
    chart.measure = kInEuros;
    for (const domain::SpentGroup& one : groups) {
        if (chart.bars.size() == bars_shown) break;
        const std::string name = one.name.empty() ? "non renseigné" : kinds ? kind_text(one.name) : one.name;
        chart.bars.push_back({name, one.inclusive.amount.parts()});
    }
    return bar_chart(chart);
}

}  // namespace

json::object purchase_view(const domain::PurchaseSheet& sheet) {
    const domain::PurchaseShare& share = sheet.share;
    const std::string total = french::euros(share.all.amount);
    json::array figures;
    for (const PurchaseFigure& one : purchase_figures(share))
        figures.push_back({{"libelle", one.label},
                           {"montant", french::euros(one.spent.amount)},
                           {"part", share_text(domain::rate(one.spent, share.all))},
                           {"lignes", french::number(one.spent.lines, 1)},
                           {"fournisseurs", french::number(one.spent.suppliers, 1)}});
    json::array rejects;
    for (const domain::PurchaseReject& one : sheet.rejects)
        rejects.push_back({{"ligne", one.line}, {"message", one.message}});
    const auto& spending = sheet.year.spending;
    const std::string suppliers = french::count(static_cast<std::uint64_t>(share.all.suppliers), "fournisseur distinct",
                                                "fournisseurs distincts");
    return {
        {"acheteur", sheet.year.buyer.label()},
        {"annee", sheet.year.file.year},
        {"fichier", sheet.year.file.file_name},
        {"phrase", share_text(domain::rate(share.inclusive, share.all)) + " des " + total +
                       " d’achats vont à des structures inclusives\u00a0: " + french::euros(share.inclusive.amount) +
                       ", auprès de " + french::number(share.inclusive.suppliers, 1) + " sur " + suppliers + "."},
        {"methode", "Les structures sont jugées au " + french::date(share.on) +
                        "\u00a0; sans date de convention, une structure de la liste est réputée agréée. " +
                        french::count(static_cast<std::uint64_t>(share.all.lines - share.with_siret.lines),
                                      "ligne sans SIRET ne peut être rapprochée",
                                      "lignes sans SIRET ne peuvent être rapprochées") +
                        "."},
        {"chiffres", std::move(figures)},
        {"a_des_types", !share.by_kind.empty()},
        {"types", chart_of("par-type", "Achats inclusifs par type de structure", "Type", share.by_kind, true,
                           "sur " + french::euros(share.inclusive.amount) + " d’achats inclusifs")},
        {"a_des_categories", share.by_category.size() > 1},
        {"categories", chart_of("par-categorie", "Achats inclusifs par catégorie", "Catégorie d’achat",
                                share.by_category, false, "catégories les plus achetées, sur " + total)},
        {"a_des_entites", share.by_unit.size() > 1},
        {"entites", chart_of("par-entite", "Achats inclusifs par entité acheteuse", "Entité acheteuse", share.by_unit,
                             false, "entités qui achètent le plus, sur " + total)},
        {"a_des_rejets", !rejects.empty()},
        {"rejets_titre", french::count(rejects.size(), "ligne écartée", "lignes écartées")},
        {"rejets", std::move(rejects)},
        {"depense",
         spending ? json::value(french::euros(spending->mandated) + ", " + spending->source) : json::value(nullptr)}};
}

json::object purchase_years_view(const std::vector<domain::PurchaseYear>& years) {
    json::array lines;
    for (const domain::PurchaseYear& one : years)
        lines.push_back(
            {{"id", one.file.id.empty() ? json::value(nullptr) : json::value(std::to_string(one.file.id.value))},
             {"acheteur_id", one.buyer.id.value},
             {"acheteur", one.buyer.label()},
             {"annee", one.file.year},
             {"fichier", one.file.file_name},
             {"retenues", one.file.id.empty() ? "aucun fichier" : french::number(one.file.rows_kept, 1)},
             {"depense", one.spending ? french::euros(one.spending->mandated) : "non renseignée"},
             {"saisie", one.spending && !one.spending->from_purchases},
             {"source", one.spending ? one.spending->source : ""}});
    return {{"vide", lines.empty()}, {"lignes", std::move(lines)}};
}

}  // namespace clausier::present
