// Reads a market as the law does, then looks for a condition of execution in its lots.
#include "clausier/domain/market_condition.hpp"

#include <algorithm>

#include "clausier/core/french.hpp"
#include "clausier/core/text.hpp"
#include "clausier/domain/contract.hpp"
#include "clausier/domain/sector.hpp"
#include "contract_words.hpp"
#include "value_faults.hpp"

namespace clausier::domain {
namespace {

namespace french = core::french;

constexpr std::size_t longest_motive = 2000;

PurchaseType type_of(Sector sector) {
    if (sector == Sector::works) return PurchaseType::works;
    return sector == Sector::supplies ? PurchaseType::supplies : PurchaseType::services;
}

// That of every lot that tells one; unknown when they differ.
PurchaseType type_of(const std::vector<Lot>& lots) {
    std::optional<Sector> found;
    for (const Lot& lot : lots) {
        const auto sector = sector_of(lot.section, lot.cpv);
        if (sector && found && *found != *sector) return PurchaseType::unknown;
        if (sector) found = sector;
    }
    return found ? type_of(*found) : PurchaseType::unknown;
}

bool is_private(OrganisationKind kind) {
    return kind == OrganisationKind::developer || kind == OrganisationKind::private_client;
}

struct LotCounts {
    std::int64_t clause = 0, criterion = 0, reserved = 0, silent = 0;
};

LotCounts count(const MarketSheet& sheet) {
    LotCounts out;
    for (const Lot& lot : sheet.lots) {
        const bool says = lot.considerations && !lot.considerations->empty();
        const unsigned bits = social_bits((says ? lot.considerations : sheet.market.considerations).value_or(""));
        if ((bits & consideration::clause) != 0)
            ++out.clause;
        else if ((bits & consideration::reserved) != 0)
            ++out.reserved;
        else if ((bits & consideration::criterion) != 0)
            ++out.criterion;
        else if (bits == 0)
            ++out.silent;
    }
    return out;
}

std::string lots(std::int64_t n) { return french::count(static_cast<std::uint64_t>(n), "lot"); }

void settle(MarketCondition& out, ConditionState state, std::string why) {
    out.state = state;
    out.why.insert(out.why.begin(), std::move(why));
}

void ask(MarketCondition& out, std::string_view field, std::string text) {
    out.missing.push_back({core::Severity::warning, "donnee_manquante", std::string(field), std::move(text)});
}

// The market is bound: what its lots and its buyer say.
void look_at_lots(MarketCondition& out, const MarketSheet& sheet, const std::optional<RecordedException>& exception) {
    const LotCounts counts = count(sheet);
    out.lots_with_condition = counts.clause;
    if (sheet.buyer.kind == OrganisationKind::concessionaire)
        return settle(out, ConditionState::to_check,
                      "L’acheteur est un concessionnaire\u00a0: vérifiez s’il est soumis au code.");
    if (sheet.market.nature == nature::call_off)
        return settle(out, ConditionState::to_check,
                      "C’est un marché subséquent\u00a0: la condition se lit dans son accord-cadre.");
    if (counts.clause > 0)
        return settle(out, ConditionState::conforming,
                      lots(counts.clause) + " sur " + french::number(out.lots, 1) +
                          (counts.clause == 1 ? " porte" : " portent") + " une condition d’exécution sociale.");
    if (exception) return settle(out, ConditionState::exception, "L’acheteur a écrit pourquoi il s’en dispense.");
    if (out.lots == 0) return settle(out, ConditionState::to_check, "Aucun lot n’est connu.");
    if (counts.silent > 0) {
        ask(out, "considerations_sociales", "dites les considérations sociales de chaque lot");
        return settle(out, ConditionState::to_check,
                      lots(counts.silent) + " sur " + french::number(out.lots, 1) +
                          (counts.silent == 1 ? " ne dit pas" : " ne disent pas") + " ses considérations sociales.");
    }
    if (counts.reserved > 0)
        return settle(out, ConditionState::to_check,
                      lots(counts.reserved) + (counts.reserved == 1 ? " est réservé" : " sont réservés") +
                          "\u00a0: vérifiez que le contrat porte aussi une condition d’exécution sociale.");
    settle(out, ConditionState::without,
           counts.criterion > 0
               ? lots(counts.criterion) + (counts.criterion == 1 ? " a" : " ont") +
                     " un critère social, qui n’est pas une condition d’exécution\u00a0; aucun n’a de clause."
               : "Aucun lot ne porte de condition d’exécution sociale.");
}

// What is known of the dates alone: a market notified before the law was consulted before it.
bool settled_by_dates(MarketCondition& out, const Market& market, const Reference& reference, core::Date today) {
    const core::Date since = reference.date("date.social_condition", today).value;
    if (!market.notified_on) return false;
    if (!market.consultation_on && *market.notified_on < since) {
        out.missing.clear();
        settle(out, ConditionState::not_subject,
               "Notifié le " + french::date(*market.notified_on) + ", il a été consulté avant le " +
                   french::date(since) + ".");
        return true;
    }
    if (!market.consultation_on || *market.consultation_on <= *market.notified_on) return false;
    ask(out, "date_consultation", "corrigez la date de consultation ou celle de notification");
    settle(out, ConditionState::to_check, "La consultation est datée après la notification.");
    return true;
}

}  // namespace

std::string_view code(ConditionState state) {
    static constexpr std::string_view codes[] = {"conforme",   "sans_condition", "exception",
                                                 "a_verifier", "non_soumis",     "exclu"};
    return codes[static_cast<std::size_t>(state)];
}

std::string_view label(ConditionState state) {
    static constexpr std::string_view labels[] = {
        "avec condition sociale",     "sans condition sociale", "exception motivée", "à vérifier", "non soumis",
        "exclu (défense ou sécurité)"};
    return labels[static_cast<std::size_t>(state)];
}

std::optional<ConditionState> condition_state(std::string_view wanted) {
    for (const ConditionState one : all_condition_states)
        if (code(one) == wanted) return one;
    return std::nullopt;
}

bool is_subject(ConditionState state) {
    return state == ConditionState::conforming || state == ConditionState::without ||
           state == ConditionState::exception;
}

BuyerCategory buyer_category_of(OrganisationKind kind) {
    return kind == OrganisationKind::social_landlord ? BuyerCategory::authority : BuyerCategory::unknown;
}

Purchase purchase_of(const Market& market, const Organisation& buyer, const std::vector<Lot>& lots) {
    Purchase out;
    out.object = market.object;
    out.cpv = market.cpv;
    out.defence = market.nature == nature::defence;
    out.buyer_category = buyer_category_of(buyer.kind);
    out.estimated_need = market.estimated_need;
    out.duration_months = market.duration_months;
    out.consultation_on = market.consultation_on;
    if (is_concession(market.nature))
        out.type = PurchaseType::concession;
    else if (const auto sector = sector_of("", market.cpv))
        out.type = type_of(*sector);
    else
        out.type = type_of(lots);
    return out;
}

MarketCondition market_condition(const MarketSheet& sheet, const std::optional<RecordedException>& exception,
                                 const Reference& reference, core::Date today) {
    const Purchase purchase = purchase_of(sheet.market, sheet.buyer, sheet.lots);
    MarketCondition out;
    out.type = purchase.type;
    out.lots = static_cast<std::int64_t>(sheet.lots.size());
    out.lots_with_condition = count(sheet).clause;
    if (is_private(sheet.buyer.kind)) {
        settle(out, ConditionState::not_subject, "L’acheteur est privé\u00a0: hors du code de la commande publique.");
        return out;
    }
    out.law = social_condition(purchase, purchase.type, reference, today);
    out.why = out.law.why;
    out.missing = out.law.missing;
    if (out.law.status == ConditionStatus::excluded) {
        out.state = ConditionState::excluded;
        return out;
    }
    if (settled_by_dates(out, sheet.market, reference, today)) return out;
    if (out.law.status == ConditionStatus::required)
        look_at_lots(out, sheet, exception);
    else
        out.state =
            out.law.status == ConditionStatus::not_required ? ConditionState::not_subject : ConditionState::to_check;
    if (out.state == ConditionState::to_check && exception)
        out.why.emplace_back("Un motif de dispense est enregistré.");
    return out;
}

std::vector<std::string> condition_exception_keys(PurchaseType type) {
    const std::string_view prefix = type == PurchaseType::concession ? "concession.exception." : "condition.exception.";
    std::vector<std::string> out;
    for (const LegalStatement& one : legal_statements()) {
        const bool of_works = one.key.ends_with(".short_works");
        if (of_works && type != PurchaseType::works && type != PurchaseType::unknown) continue;
        if (one.key.starts_with(prefix)) out.push_back(one.key);
    }
    return out;
}

std::vector<core::Issue> faults(const RecordedException& exception, PurchaseType type) {
    ValueFaults out;
    const auto keys = condition_exception_keys(type);
    if (std::find(keys.begin(), keys.end(), exception.statement) == keys.end()) {
        std::string listed;
        for (const std::string& key : keys) listed += (listed.empty() ? "" : ", ") + key;
        out.refuse("motif", "motif_inconnu", "ce cas de dispense n’est pas de la loi ; choisissez parmi " + listed);
    }
    if (core::trim(exception.motive).empty()) out.refuse("texte", "motif_absent", "écrivez le motif, en une phrase");
    out.length("texte", exception.motive, longest_motive);
    return std::move(out).take();
}

ConditionCount ConditionCounts::subject() const {
    ConditionCount out;
    for (const ConditionState state : all_condition_states)
        if (is_subject(state)) {
            out.markets += of(state).markets;
            out.lots += of(state).lots;
        }
    return out;
}

}  // namespace clausier::domain
