// Reads markets for the doors, and computes the hours of their lots.
#include "clausier/app/markets.hpp"

#include "clausier/app/references.hpp"
#include "clausier/store/calculations.hpp"
#include "clausier/store/journal.hpp"
#include "clausier/store/organisations.hpp"

namespace clausier::app {
namespace {

using core::Error;
using core::ErrorKind;

domain::Organisation find_buyer(store::Transaction& tx, const std::string& text) {
    store::Organisations organisations(tx);
    if (const auto siret = core::Siret::parse(text))
        if (auto found = organisations.find(core::Identifier{"SIRET", siret->text()})) return *found;
    if (auto found = organisations.find_by_name(text)) return *found;
    const auto near = organisations.list(text, store::Organisations::Among::buyers);
    if (near.size() == 1) return near.front();
    std::string hint;
    for (std::size_t i = 0; i < near.size() && i < 3; ++i) hint += (i ? ", " : " ; précisez parmi ") + near[i].label();
    throw Error(ErrorKind::not_found, "acheteur",
                "« " + text + " » n’est pas connu" +
                    (hint.empty() ? " ; « clausier marches liste » montre les acheteurs" : hint));
}

store::MarketFilter filter_of(store::Transaction& tx, const MarketQuery& query) {
    store::MarketFilter filter = query.filter;
    if (!query.buyer.empty()) filter.buyer = find_buyer(tx, query.buyer).id;
    return filter;
}

std::vector<domain::MarketSheet> sheets_of(store::Transaction& tx, const MarketQuery& query) {
    store::MarketFilter filter = filter_of(tx, query);
    store::Markets markets(tx);
    store::Organisations organisations(tx);
    std::vector<domain::MarketSheet> out;
    filter.limit = 500;
    for (filter.offset = 0;; filter.offset += filter.limit) {
        const domain::MarketPage page = markets.list(filter);
        for (const domain::MarketLine& line : page.lines)
            out.push_back({line.market, organisations.find(line.market.buyer).value(), markets.lots(line.market.id)});
        if (static_cast<std::int64_t>(page.lines.size()) < filter.limit) return out;
    }
}

domain::LotFigures figures_of(const domain::MarketSheet& sheet, const domain::Lot& lot) {
    domain::LotFigures out;
    out.buyer = sheet.buyer.label();
    out.market = sheet.market.reference_derived ? sheet.market.object : sheet.market.reference;
    out.number = lot.number;
    out.title = lot.title.empty() ? sheet.market.object : lot.title;
    out.trade = lot.trade;
    out.cpv = lot.cpv;
    out.amount = lot.amount ? lot.amount : lot.amount_estimated;
    out.maximum = lot.amount && lot.amount == lot.amount_max;
    out.labour_share = lot.labour_share;
    out.effort = lot.effort;
    out.hourly_cost = lot.hourly_cost;
    return out;
}

void save_calculation(store::Transaction& tx, const Session& session, domain::Id<domain::Lot> lot,
                      const domain::LotHours& hours, const std::string& digest) {
    const domain::AmountResult& r = *hours.result;
    store::Calculation calculation;
    calculation.lot = lot;
    calculation.at = session.clock.now();
    calculation.actor = session.actor;
    calculation.method = "montant";
    calculation.inputs = {{"montant", core::decimal(r.amount)},
                          {"part_mo", core::percent(r.labour_share)},
                          {"taux", core::percent(r.effort)},
                          {"cout_horaire", core::decimal(r.hourly_cost)}};
    calculation.hours = r.estimate.hours;
    calculation.raw = r.estimate.raw;
    calculation.rounding = r.estimate.rounding.name();
    calculation.steps = r.estimate.steps;
    calculation.reference_digest = digest;
    store::Calculations(tx).add(std::move(calculation));
}

}  // namespace

domain::MarketPage list_markets(store::Database& base, const MarketQuery& query) {
    store::Transaction tx = base.read();
    return store::Markets(tx).list(filter_of(tx, query));
}

domain::MarketSheet find_market(store::Database& base, const std::string& id_or_reference, const std::string& buyer) {
    store::Transaction tx = base.read();
    store::Markets markets(tx);
    std::vector<domain::Market> found;
    MarketQuery query{buyer, {}};
    query.filter.text = id_or_reference;
    store::MarketFilter filter = filter_of(tx, query);
    filter.limit = 1000;
    for (filter.offset = 0;; filter.offset += filter.limit) {
        const domain::MarketPage page = markets.list(filter);
        for (const domain::MarketLine& line : page.lines)
            if (line.market.reference == id_or_reference) found.push_back(line.market);
        if (static_cast<std::int64_t>(page.lines.size()) < filter.limit) break;
    }
    if (found.empty() && id_or_reference.size() < 18 &&
        id_or_reference.find_first_not_of("0123456789") == std::string::npos && !id_or_reference.empty())
        if (const auto by_id = markets.find({std::stoll(id_or_reference)})) found.push_back(*by_id);
    store::Organisations organisations(tx);
    if (found.empty())
        throw Error(ErrorKind::not_found, "marché " + id_or_reference,
                    "aucun marché n’a cet identifiant ; « clausier marches liste » les montre");
    if (found.size() > 1) {
        std::string names;
        for (const domain::Market& market : found)
            names += (names.empty() ? "" : ", ") + organisations.find(market.buyer).value().label();
        throw Error(ErrorKind::conflict, "marché " + id_or_reference,
                    "plusieurs acheteurs ont un marché de ce nom ; ajoutez --acheteur parmi " + names);
    }
    return {found.front(), organisations.find(found.front().buyer).value(), markets.lots(found.front().id)};
}

domain::Organisation merge_buyers(Session session, store::Database& base, const std::string& from,
                                  const std::string& into) {
    store::Transaction tx = base.write();
    const domain::Organisation old = find_buyer(tx, from);
    const domain::Organisation kept = find_buyer(tx, into);
    store::Organisations(tx).merge(old.id, kept.id);
    store::Journal(tx).append({session.clock.now(), session.actor, "organisation.reunir",
                               "organisation/" + std::to_string(old.id.value),
                               "organisation/" + std::to_string(kept.id.value)});
    tx.commit();
    return kept;
}

std::vector<domain::MarketSheet> market_sheets(store::Database& base, const MarketQuery& query) {
    store::Transaction tx = base.read();
    return sheets_of(tx, query);
}

domain::TenderHours market_hours(Session session, store::Database& base, const MarketQuery& query,
                                 const domain::LotHypotheses& hypotheses, bool save) {
    const domain::Reference values = reference(base);
    store::Transaction tx = save ? base.write() : base.read();
    std::vector<domain::LotFigures> figures;
    std::vector<domain::Id<domain::Lot>> ids;
    for (const domain::MarketSheet& sheet : sheets_of(tx, query)) {
        for (const domain::Lot& lot : sheet.lots) {
            figures.push_back(figures_of(sheet, lot));
            ids.push_back(lot.id);
        }
    }
    domain::TenderHours tender = domain::tender_hours(std::move(figures), hypotheses, values, session.clock.today());
    if (!save) return tender;
    for (std::size_t i = 0; i < ids.size(); ++i)
        if (tender.lots[i].result) save_calculation(tx, session, ids[i], tender.lots[i], tender.reference_digest);
    store::Journal(tx).append({session.clock.now(), session.actor, "calcul.enregistrer", "lots",
                               std::to_string(tender.computed) + " lots, " + core::decimal(tender.hours) + " h"});
    tx.commit();
    return tender;
}

}  // namespace clausier::app
