// Gives markets and lots their document and their table.
#include "clausier/present/markets.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "clausier/core/french.hpp"

namespace clausier::present {
namespace {

namespace json = boost::json;
namespace french = core::french;
using core::decimal;

template <class T, class Write>
json::value maybe(const std::optional<T>& value, Write write) {
    return value ? json::value(write(*value)) : json::value(nullptr);
}
std::string euros_text(core::Euros value) { return decimal(value); }
std::string hours_text(core::Hours value) { return decimal(value); }
std::string rate_text(core::Rate value) { return core::percent(value); }
std::string date_text(core::Date value) { return core::iso(value); }
json::value months(const std::optional<std::int64_t>& value) {
    return value ? json::value(*value) : json::value(nullptr);
}
json::value text(const std::optional<std::string>& value) { return value ? json::value(*value) : json::value(nullptr); }

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
    out["date_notification"] = maybe(m.notified_on, date_text);
    out["duree_mois"] = months(m.duration_months);
    out["considerations_sociales"] = text(m.considerations);
    return out;
}

std::string holder_text(const domain::Holder& holder) {
    return holder.name.empty() ? holder.identifier.text : holder.name;
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
    out["montant"] = maybe(lot.amount, euros_text);
    out["montant_min"] = maybe(lot.amount_min, euros_text);
    out["montant_estime"] = maybe(lot.amount_estimated, euros_text);
    out["montant_max"] = maybe(lot.amount_max, euros_text);
    out["part_mo"] = maybe(lot.labour_share, rate_text);
    out["taux"] = maybe(lot.effort, rate_text);
    out["cout_horaire"] = maybe(lot.hourly_cost, euros_text);
    out["heures"] = maybe(lot.hours, hours_text);
    return out;
}

std::string shown(const std::optional<core::Euros>& amount) { return amount ? french::euros(*amount) : ""; }
std::string shown(const std::optional<core::Hours>& hours) { return hours ? french::hours(*hours) : ""; }

void totals(json::object& out, const domain::LotTotals& t) {
    out["lots_total"] = t.lots;
    out["montant_total"] = sum(t.amount, t.lots_with_amount);
    out["lots_avec_montant"] = t.lots_with_amount;
    out["heures_total"] = sum(t.hours, t.lots_with_hours);
    out["lots_avec_heures"] = t.lots_with_hours;
}

std::string reference(const domain::Market& m) { return m.reference_derived ? m.reference + " (dérivé)" : m.reference; }

}  // namespace

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
        one["lots_sans_montant"] = line.totals.lots - line.totals.lots_with_amount;
        one["heures"] = sum(line.totals.hours, line.totals.lots_with_hours);
        list.emplace_back(std::move(one));
        out.table.rows.push_back(
            {std::to_string(line.market.id.value), line.buyer, reference(line.market), line.market.object,
             line.market.notified_on ? core::iso(*line.market.notified_on) : "", french::number(line.totals.lots, 1),
             line.totals.lots_with_amount ? french::euros(line.totals.amount) : "",
             line.totals.lots_with_hours ? french::hours(line.totals.hours) : ""});
    }
    json::object document;
    document["marches"] = std::move(list);
    document["marches_total"] = page.markets;
    totals(document, page.totals);
    out.document = std::move(document);
    if (page.markets > static_cast<std::int64_t>(page.lines.size()))
        out.lines.push_back(french::number(static_cast<std::int64_t>(page.lines.size()), 1) + " affichés sur " +
                            french::number(page.markets, 1) + " ; « --limite » et « --debut » donnent la suite.");
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
        json::array holders;
        std::string names;
        for (const domain::Holder& holder : lot.holders) {
            holders.emplace_back(
                json::object{{"type", holder.identifier.scheme}, {"id", holder.identifier.text}, {"nom", holder.name}});
            names += (names.empty() ? "" : ", ") + holder_text(holder);
        }
        one["titulaires"] = std::move(holders);
        lots.emplace_back(std::move(one));
        out.table.rows.push_back({lot.number, lot.title, shown(lot.amount), shown(lot.hours), names});
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
            std::string names;
            for (const domain::Holder& holder : lot.holders) names += (names.empty() ? "" : ", ") + holder_text(holder);
            one["titulaires"] = names;
            lots.emplace_back(std::move(one));
            out.table.rows.push_back({sheet.buyer.label(), reference(sheet.market), sheet.market.object, lot.number,
                                      lot.title, shown(lot.amount), shown(lot.hours), names});
        }
    }
    json::object document;
    document["lots"] = std::move(lots);
    out.document = std::move(document);
    return out;
}

}  // namespace clausier::present
