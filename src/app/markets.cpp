// Reads markets for the doors, and computes the hours of their lots.
#include "clausier/app/markets.hpp"

#include <unordered_map>

#include "calculation_record.hpp"
#include "clausier/app/references.hpp"
#include "clausier/domain/lot_figures.hpp"
#include "clausier/store/calculations.hpp"
#include "clausier/store/facets.hpp"
#include "clausier/store/journal.hpp"
#include "clausier/store/lot_clauses.hpp"
#include "clausier/store/organisations.hpp"

namespace clausier::app {
namespace {

using core::Error;
using core::ErrorKind;

using Among = store::Organisations::Among;

domain::Organisation find_organisation(store::Transaction& tx, const std::string& text, Among among) {
    store::Organisations organisations(tx);
    if (const auto siret = core::Siret::parse(text))
        if (auto found = organisations.find(core::Identifier{"SIRET", siret->text()})) return *found;
    if (auto found = organisations.find_by_name(text)) return *found;
    const auto near = organisations.list(text, among);
    if (near.size() == 1) return near.front();
    std::string hint;
    for (std::size_t i = 0; i < near.size() && i < 3; ++i) hint += (i ? ", " : " ; précisez parmi ") + near[i].label();
    throw Error(
        ErrorKind::not_found, among == Among::buyers ? "acheteur" : "titulaire",
        "« " + text + " » n’est pas connu" + (hint.empty() ? " ; écrivez-le comme dans la liste des marchés" : hint));
}

domain::Organisation find_buyer(store::Transaction& tx, const std::string& text) {
    return find_organisation(tx, text, Among::buyers);
}

store::MarketFilter filter_of(store::Transaction& tx, const MarketQuery& query) {
    store::MarketFilter filter = query.filter;
    if (!query.buyer.empty()) filter.buyer = find_buyer(tx, query.buyer).id;
    if (!query.holder.empty()) filter.holder = find_organisation(tx, query.holder, Among::all).id;
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
            out.push_back({line.market, organisations.find(line.market.buyer).value(), markets.lots(line.market.id),
                           store::Calculations(tx).latest(line.market.id)});
        if (static_cast<std::int64_t>(page.lines.size()) < filter.limit) return out;
    }
}

domain::MarketSheet sheet_of(store::Transaction& tx, const domain::Market& market) {
    return {market, store::Organisations(tx).find(market.buyer).value(), store::Markets(tx).lots(market.id),
            store::Calculations(tx).latest(market.id)};
}

domain::MarketSheet require(store::Transaction& tx, domain::Id<domain::Market> id) {
    const auto market = store::Markets(tx).find(id);
    if (!market)
        throw Error(ErrorKind::not_found, "marché n° " + std::to_string(id.value),
                    "ce marché n’existe pas ; voyez la liste des marchés");
    return sheet_of(tx, *market);
}

// Computes the lots of those markets; with `save`, keeps each calculation, with one row of the journal, and commits.
domain::TenderHours hours_of(store::Transaction& tx, const Session& session,
                             const std::vector<domain::MarketSheet>& sheets, const domain::LotHypotheses& hypotheses,
                             const domain::Reference& values, bool save) {
    std::vector<domain::LotFigures> figures;
    std::vector<domain::Id<domain::Lot>> ids;
    for (const domain::MarketSheet& sheet : sheets) {
        for (const domain::Lot& lot : sheet.lots) {
            figures.push_back(domain::figures_of(lot, sheet.market, sheet.buyer));
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

}  // namespace

domain::MarketPage list_markets(store::Database& base, const MarketQuery& query) {
    store::Transaction tx = base.read();
    return store::Markets(tx).list(filter_of(tx, query));
}

domain::MarketFacets market_facets(store::Database& base, const MarketQuery& query) {
    store::Transaction tx = base.read();
    return store::Facets(tx).count(filter_of(tx, query));
}

domain::MarketSheet find_market(store::Database& base, const std::string& id_or_reference, const std::string& buyer) {
    store::Transaction tx = base.read();
    store::Markets markets(tx);
    std::vector<domain::Market> found = markets.find_by_reference(id_or_reference);
    if (!buyer.empty())
        std::erase_if(found, [owner = find_buyer(tx, buyer).id](const domain::Market& m) { return m.buyer != owner; });
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
    return sheet_of(tx, found.front());
}

domain::MarketSheet market_sheet(store::Database& base, domain::Id<domain::Market> id) {
    store::Transaction tx = base.read();
    return require(tx, id);
}

domain::Organisation find_buyer(store::Database& base, const std::string& text) {
    store::Transaction tx = base.read();
    return find_buyer(tx, text);
}

void each_market_sheet(store::Database& base, const MarketQuery& query,
                       const std::function<void(const domain::MarketSheet&, const ClausesByLot&)>& each) {
    store::Transaction tx = base.read();
    store::MarketFilter filter = filter_of(tx, query);
    store::Markets markets(tx);
    store::Organisations organisations(tx);
    store::LotClauses clauses(tx);
    std::unordered_map<std::int64_t, domain::Organisation> buyers;
    filter.limit = 5000;  // each page reads the totals of the whole set again
    for (filter.offset = 0;; filter.offset += filter.limit) {
        const domain::MarketPage page = markets.list(filter);
        for (const domain::MarketLine& line : page.lines) {
            auto buyer = buyers.find(line.market.buyer.value);
            if (buyer == buyers.end())
                buyer = buyers.emplace(line.market.buyer.value, organisations.find(line.market.buyer).value()).first;
            each({line.market, buyer->second, markets.lots(line.market.id), {}}, clauses.of_market(line.market.id));
        }
        if (static_cast<std::int64_t>(page.lines.size()) < filter.limit) return;
    }
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
    return hours_of(tx, session, sheets_of(tx, query), hypotheses, values, save);
}

domain::TenderHours hours_of_market(Session session, store::Database& base, domain::Id<domain::Market> id,
                                    const domain::LotHypotheses& hypotheses, bool save) {
    const domain::Reference values = reference(base);
    store::Transaction tx = save ? base.write() : base.read();
    return hours_of(tx, session, {require(tx, id)}, hypotheses, values, save);
}

}  // namespace clausier::app
