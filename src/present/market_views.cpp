// The list of markets, its facets, and the sheet of a market.
#include "clausier/present/market_views.hpp"

#include <fmt/format.h>

#include "clausier/core/french.hpp"
#include "clausier/domain/code_lists.hpp"
#include "clausier/domain/market_fields.hpp"
#include "clausier/domain/sector.hpp"
#include "clausier/domain/social_state.hpp"
#include "clausier/present/chart.hpp"
#include "lot_words.hpp"
#include "market_json.hpp"
#include "market_view_parts.hpp"
#include "market_words.hpp"

namespace clausier::present {
namespace {

namespace json = boost::json;
namespace french = core::french;

std::string lots_text(std::int64_t lots) { return french::count(static_cast<std::uint64_t>(lots), "lot"); }

std::string of_lots(std::int64_t some, std::int64_t all) { return lots_text(some) + " sur " + french::number(all, 1); }

std::string department_label(const std::string& code) {
    const domain::Department* department = domain::CodeLists::embedded().department(code);
    return department ? code + " – " + department->name : code;
}

// « 02/03/2026 », which a column of a list can hold on one line.
std::string figures_date(core::Date date) {
    return fmt::format("{:02}/{:02}/{}", static_cast<unsigned>(date.day()), static_cast<unsigned>(date.month()),
                       static_cast<int>(date.year()));
}

using Labels = std::string (*)(const domain::FacetValue& value);

json::object facet(const char* name, const char* title, const std::vector<domain::FacetValue>& values,
                   const std::string& chosen, Labels label) {
    json::array list;
    for (const domain::FacetValue& value : values)
        list.push_back({{"code", value.code},
                        {"libelle", value.code.empty() ? "Non renseigné" : label(value)},
                        {"nombre", french::number(value.markets, 1)},
                        {"choisie", !value.code.empty() && value.code == chosen},
                        {"filtrable", !value.code.empty()}});
    return {{"nom", name},
            {"titre", title},
            {"vide", values.empty()},
            {"choisi", !chosen.empty()},
            {"valeurs", std::move(list)}};
}

std::string code_label(const domain::FacetValue& value) { return value.code; }
std::string buyer_label(const domain::FacetValue& value) { return value.name; }
std::string department_of_value(const domain::FacetValue& value) { return department_label(value.code); }
std::string sector_label(const domain::FacetValue& value) {
    return std::string(domain::label(domain::sector(value.code).value()));
}
std::string social_label(const domain::FacetValue& value) {
    return std::string(domain::label(domain::social_state(value.code).value()));
}
std::string hours_label(const domain::FacetValue& value) {
    return value.code == "oui" ? "Heures dues connues" : "Sans heures dues";
}

}  // namespace

json::value gauge(std::int64_t value, std::int64_t most, std::string text) {
    if (most <= 0) return nullptr;
    json::object out = gauge(value, most, Measure{}, false);
    out["phrase"] = text;
    out["valeur"] = value;
    out["max"] = most;
    out["texte"] = std::move(text);
    return out;
}

json::array field_views(const std::vector<domain::FieldText>& fields) {
    json::array out;
    for (const domain::FieldText& field : fields)
        if (!field.text.empty()) out.push_back({{"nom", field.name}, {"libelle", field.label}, {"valeur", field.text}});
    return out;
}

json::array market_line_views(const domain::MarketPage& page) {
    json::array out;
    for (const domain::MarketLine& line : page.lines) {
        const domain::Market& m = line.market;
        const domain::LotTotals& t = line.totals;
        const std::int64_t known = t.lots_with_hours + t.lots_calculated;
        const auto department = domain::department_of(m.place_code, m.place_type);
        out.push_back({{"id", m.id.value},
                       {"acheteur", line.buyer},
                       {"reference", m.reference},
                       {"derivee", m.reference_derived},
                       {"objet", m.object},
                       {"date", m.notified_on ? figures_date(*m.notified_on) : ""},
                       {"departement", department ? department_label(*department) : ""},
                       {"lots", lots_text(t.lots)},
                       {"montant", amount_text(t)},
                       {"heures", hours_text(t)},
                       {"heures_connues", known > 0},
                       {"jauge", gauge(known, t.lots, "heures connues pour " + of_lots(known, t.lots))}});
    }
    return out;
}

json::object market_totals_view(const domain::MarketPage& page) {
    const domain::LotTotals& t = page.totals;
    return {{"marches", french::count(static_cast<std::uint64_t>(page.markets), "marché")},
            {"lots", lots_text(t.lots)},
            {"montant", amount_text(t)},
            {"heures", hours_text(t)},
            {"lots_avec_montant", of_lots(t.lots_with_amount + t.lots_estimated, t.lots)},
            {"lots_avec_heures", of_lots(t.lots_with_hours, t.lots)},
            {"depasse", t.exceeded}};
}

json::array facet_views(const domain::MarketFacets& facets, const FacetChoice& choice) {
    return {facet("annee", "Année de notification", facets.years, choice.year, code_label),
            facet("acheteur", "Acheteur", facets.buyers, choice.buyer, buyer_label),
            facet("departement", "Département", facets.departments, choice.department, department_of_value),
            facet("secteur", "Secteur", facets.sectors, choice.sector, sector_label),
            facet("consideration", "Considération sociale", facets.social, choice.social, social_label),
            facet("heures", "Heures d’insertion", facets.hours, choice.hours, hours_label)};
}

namespace {

// Today's hours of a lot; those of a framework's maximum commit nobody.
std::string today_text(const domain::LotHours& lot) {
    if (!lot.result) return "";
    return french::hours(lot.result->estimate.hours) + (lot.figures.maximum ? " (indication)" : "");
}

// A part of a sum: its rate is rounded to the nearest, where what advances is never rounded up.
json::value share_gauge(std::int64_t part, std::int64_t whole, std::string text) {
    json::value out = gauge(part, whole, std::move(text));
    if (!out.is_object()) return out;
    const std::int64_t percent = core::mul_div(part, 100, whole, core::Rounding::nearest);
    const bool tiny = percent == 0 && part > 0;
    out.as_object()["taux"] = (tiny ? "< 1" : french::number(percent, 1)) + "\u00a0%";
    return out;
}

}  // namespace

json::object market_view(const domain::MarketSheet& sheet, const domain::TenderHours& today) {
    const domain::Market& m = sheet.market;
    domain::LotTotals totals;
    for (const domain::Lot& lot : sheet.lots) domain::add(totals, lot);
    for (const auto& [lot, hours] : sheet.calculated) {
        totals.calculated += hours;
        ++totals.lots_calculated;
    }
    const core::Hours total = totals.exceeded ? totals.hours : totals.hours + totals.calculated;
    json::array lots;
    for (std::size_t i = 0; i < sheet.lots.size(); ++i) {
        const domain::Lot& lot = sheet.lots[i];
        const auto calculated = sheet.calculated.find(lot.id);
        const std::optional<core::Hours> hours = lot.hours ? lot.hours
                                                 : calculated == sheet.calculated.end()
                                                     ? std::nullopt
                                                     : std::optional(calculated->second);
        json::value bar;
        if (hours)
            bar = share_gauge(hours->parts(), total.parts(), french::hours(*hours) + " sur " + french::hours(total));
        lots.push_back({{"id", lot.id.value},
                        {"nom", lot_name(lot, m)},
                        {"titulaires", holder_views(lot)},
                        {"montant", amount_text(lot)},
                        {"heures", hours_text(sheet, lot)},
                        {"calcul", today_text(today.lots.at(i))},
                        {"jauge", std::move(bar)}});
    }
    return {
        {"id", m.id.value},
        {"titre", m.object.empty() ? m.reference : m.object},
        {"acheteur", sheet.buyer.label()},
        {"acheteur_id", sheet.buyer.id.value},
        {"reference", m.reference},
        {"derivee", m.reference_derived},
        {"objet", m.object},
        {"revision", m.revision},
        {"champs", field_views(domain::field_texts(m))},
        {"lots", std::move(lots)},
        {"nombre_lots", lots_text(static_cast<std::int64_t>(sheet.lots.size()))},
        {"montant", amount_text(totals)},
        {"heures", hours_text(totals)},
        {"heures_connues", totals.lots_with_hours + totals.lots_calculated > 0},
        {"calcul", today.computed ? french::hours(today.hours) : ""},
        {"calcules", of_lots(static_cast<std::int64_t>(today.computed), static_cast<std::int64_t>(sheet.lots.size()))}};
}

}  // namespace clausier::present
