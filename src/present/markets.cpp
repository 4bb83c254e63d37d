// Gives markets and lots their document and their table.
#include "clausier/present/markets.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "clausier/core/french.hpp"
#include "market_json.hpp"
#include "market_words.hpp"

namespace clausier::present {
namespace {

namespace french = core::french;
using core::decimal;

// No figure where no lot has one: a sum of nothing is not zero.
json::value sum(core::Euros value, std::int64_t counted) {
    return counted ? json::value(decimal(value)) : json::value(nullptr);
}
json::value sum(core::Hours value, std::int64_t counted) {
    return counted ? json::value(decimal(value)) : json::value(nullptr);
}

json::object market_json(const domain::Market& m, const std::string& buyer) {
    json::object out;
    out["id"] = m.id.value;
    out["acheteur"] = buyer;
    out["marche"] = m.reference;
    out["marche_derive"] = m.reference_derived;
    out["objet"] = m.object;
    out["nature"] = m.nature;
    out["procedure"] = m.procedure;
    out["cpv"] = m.cpv;
    const auto department = domain::department_of(m.place_code, m.place_type);
    out["departement"] = department ? json::value(*department) : json::value(nullptr);
    out["date_notification"] = json_of(m.notified_on);
    out["duree_mois"] = json_of(m.duration_months);
    out["considerations_sociales"] = json_of(m.considerations);
    return out;
}

json::object lot_json(const domain::Lot& lot) {
    json::object out;
    out["lot_id"] = lot.id.value;
    out["lot"] = lot.number;
    out["intitule"] = lot.title;
    // What the award says of this lot; where it says nothing, the market's own value stands.
    if (!lot.cpv.empty()) out["cpv"] = lot.cpv;
    if (lot.notified_on) out["date_notification"] = core::iso(*lot.notified_on);
    if (lot.duration_months) out["duree_mois"] = *lot.duration_months;
    if (lot.considerations) out["considerations_sociales"] = *lot.considerations;
    out["metier"] = lot.trade;
    out["montant"] = json_of(lot.amount);
    out["montant_min"] = json_of(lot.amount_min);
    out["montant_estime"] = json_of(lot.amount_estimated);
    out["montant_max"] = json_of(lot.amount_max);
    out["part_mo"] = json_of(lot.labour_share);
    out["taux"] = json_of(lot.effort);
    out["cout_horaire"] = json_of(lot.hourly_cost);
    out["heures"] = json_of(lot.hours);
    return out;
}

void totals(json::object& out, const domain::LotTotals& t) {
    out["lots_total"] = t.lots;
    out["montant_total"] = sum(t.amount, t.lots_with_amount);
    out["lots_avec_montant"] = t.lots_with_amount;
    out["montant_estime_total"] = sum(t.estimated, t.lots_estimated);
    out["lots_avec_montant_estime"] = t.lots_estimated;
    out["heures_total"] = sum(t.hours, t.lots_with_hours);
    out["lots_avec_heures"] = t.lots_with_hours;
    out["total_depasse"] = t.exceeded;
}

std::string reference(const domain::Market& m) { return m.reference_derived ? m.reference + " (dérivé)" : m.reference; }

}  // namespace

json::array holders_json(const domain::Lot& lot) {
    json::array out;
    for (const domain::Holder& holder : lot.holders) {
        json::object one{{"type", holder.identifier.scheme}, {"id", holder.identifier.text}, {"nom", holder.name}};
        if (!holder.directory_name.empty()) one["nom_annuaire"] = holder.directory_name;
        out.push_back(std::move(one));
    }
    return out;
}

std::string holder_names(const domain::Lot& lot) {
    std::string out;
    for (const domain::Holder& holder : lot.holders) out += (out.empty() ? "" : ", ") + holder.label();
    return out;
}

Answer answer(const domain::MarketPage& page) {
    Answer out;
    out.title = french::count(static_cast<std::uint64_t>(page.markets), "marché");
    out.rows = "marches";
    out.table.columns = {"Id", "Acheteur", "Marché", "Objet", "Notifié le", "Lots", "Montant HT", "Heures"};
    out.numeric = {true, false, false, false, false, true, true, true};
    json::array list;
    for (const domain::MarketLine& line : page.lines) {
        json::object one = market_json(line.market, line.buyer);
        one["lots"] = line.totals.lots;
        one["montant"] = sum(line.totals.amount, line.totals.lots_with_amount);
        one["montant_estime"] = sum(line.totals.estimated, line.totals.lots_estimated);
        one["lots_sans_montant"] = line.totals.lots - line.totals.lots_with_amount;
        one["heures"] = sum(line.totals.hours, line.totals.lots_with_hours);
        one["heures_calculees"] = sum(line.totals.calculated, line.totals.lots_calculated);
        list.emplace_back(std::move(one));
        out.table.rows.push_back(
            {std::to_string(line.market.id.value), line.buyer, reference(line.market), line.market.object,
             line.market.notified_on ? core::iso(*line.market.notified_on) : "", french::number(line.totals.lots, 1),
             amount_text(line.totals), hours_text(line.totals)});
    }
    json::object document;
    document["marches"] = std::move(list);
    document["marches_total"] = page.markets;
    totals(document, page.totals);
    out.document = std::move(document);
    if (page.markets > static_cast<std::int64_t>(page.lines.size()))
        out.lines.push_back(french::number(static_cast<std::int64_t>(page.lines.size()), 1) + " affichés sur " +
                            french::number(page.markets, 1) + " ; « --limite » et « --debut » donnent la suite.");
    if (page.totals.exceeded)
        out.remarks.push_back(
            core::warning("total_depasse",
                          "les montants ou les heures sont trop grands pour être additionnés, le plus "
                          "grand total possible tient lieu de somme ; triez par montant pour trouver "
                          "celui qui est saisi à tort"));
    if (page.markets == 0)
        out.lines.push_back("Aucun marché ne correspond ; importez un fichier ou élargissez les filtres.");
    return out;
}

Answer answer(const domain::MarketSheet& sheet) {
    Answer out;
    out.rows = "lots";
    out.title = sheet.buyer.label() + ", marché " + reference(sheet.market) + " : " + sheet.market.object;
    out.table.columns = {"Lot", "Intitulé", "Montant HT", "Heures", "Titulaires"};
    out.numeric = {false, false, true, true, false};
    json::object document = market_json(sheet.market, sheet.buyer.label());
    json::array lots;
    for (const domain::Lot& lot : sheet.lots) {
        json::object one = lot_json(lot);
        const auto calculated = sheet.calculated.find(lot.id);
        one["heures_calculees"] =
            calculated == sheet.calculated.end() ? json::value(nullptr) : json_of(calculated->second);
        one["titulaires"] = holders_json(lot);
        lots.emplace_back(std::move(one));
        out.table.rows.push_back({lot.number, lot.title, amount_text(lot), hours_text(sheet, lot), holder_names(lot)});
    }
    document["lots"] = std::move(lots);
    out.document = std::move(document);
    return out;
}

Answer export_lots(const std::vector<domain::MarketSheet>& sheets) {
    Answer out;
    out.rows = "lots";
    out.table.columns = {"Acheteur", "Marché", "Objet", "Lot", "Intitulé", "Montant HT", "Heures", "Titulaires"};
    out.numeric = {false, false, false, false, false, true, true, false};
    json::array lots;
    for (const domain::MarketSheet& sheet : sheets) {
        for (const domain::Lot& lot : sheet.lots) {
            json::object one = market_json(sheet.market, sheet.buyer.label());
            one["acheteur_id"] = sheet.buyer.identifier.text;
            for (auto& [key, value] : lot_json(lot)) one[key] = value;
            one["titulaires"] = holder_names(lot);
            lots.emplace_back(std::move(one));
            out.table.rows.push_back({sheet.buyer.label(), reference(sheet.market), sheet.market.object, lot.number,
                                      lot.title, amount_text(lot), hours_text(sheet, lot), holder_names(lot)});
        }
    }
    json::object document;
    document["lots"] = std::move(lots);
    out.document = std::move(document);
    return out;
}

}  // namespace clausier::present
