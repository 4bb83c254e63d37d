// The adviser's answer, put together from its parts.
#include "clausier/domain/adviser.hpp"

#include <algorithm>

#include "adviser_parts.hpp"
#include "clausier/core/codes.hpp"
#include "clausier/core/text.hpp"
#include "clausier/domain/code_lists.hpp"
#include "clausier/domain/feasibility.hpp"

namespace clausier::domain {
namespace {

using core::Euros;

void check(const Purchase& purchase) {
    std::vector<core::Issue> faults;
    const auto refuse = [&](std::string_view field, std::string text) {
        faults.push_back({core::Severity::error, "", std::string(field), std::move(text)});
    };
    const auto positive = [&](std::string_view field, const std::optional<Euros>& value) {
        if (value && value->parts() <= 0) refuse(field, "le montant doit être plus grand que 0 ; corrigez-le");
    };
    if (!purchase.cpv.empty())
        if (const auto cpv = core::Cpv::parse(purchase.cpv); !cpv) refuse("cpv", cpv.error().text);
    if (!purchase.department.empty())
        if (const auto code = core::parse_department(purchase.department); !code)
            refuse("departement", code.error().text);
    if (purchase.duration_months && *purchase.duration_months <= 0)
        refuse("duree_mois", "la durée doit être d’un mois au moins ; corrigez-la");
    positive("besoin_estime", purchase.estimated_need);
    for (const auto& [field, supply] : {std::pair{std::string("siae"), &purchase.insertion},
                                        std::pair{std::string("ea_esat"), &purchase.disability}}) {
        if (supply->structures.value_or(0) < 0) refuse(field, "ce nombre ne peut pas être négatif ; corrigez-le");
        positive(field + "_ca", supply->mean_turnover);
    }
    if (!faults.empty()) throw core::Error(core::ErrorKind::invalid, std::move(faults));
}

std::optional<SupplyResult> supply(const SupplyCount& count, const std::optional<Euros>& need,
                                   const Reference& reference, core::Date on) {
    if (!count.structures) return std::nullopt;
    return local_supply(*count.structures, need.value_or(Euros()), need ? count.mean_turnover : std::nullopt, reference,
                        on);
}

// The trade that the object or the CPV tells; the building as a whole for works that tell none.
const Trade* trade_of(const Purchase& purchase, PurchaseType type) {
    const CodeLists& lists = CodeLists::embedded();
    if (const Trade* found = lists.suggest_trade(purchase.object, purchase.cpv)) return found;
    return type == PurchaseType::works ? lists.suggest_trade("", "45") : nullptr;
}

// Those of the lots whose labour weighs the most, the richest first.
std::vector<LabourLot> rich_lots(const std::vector<EnquiryLot>& lots, const Reference& reference, core::Date on) {
    const CodeLists& lists = CodeLists::embedded();
    const core::Rate bound = reference.rate("adviser.labour_share", on).value;
    std::vector<LabourLot> out;
    for (const EnquiryLot& lot : lots) {
        if (lot.abandoned) continue;
        const Trade* trade = lot.trade.empty() ? nullptr : lists.trade(lot.trade);
        if (!trade) trade = lists.suggest_trade(lot.trade.empty() ? lot.title : lot.trade, lot.cpv);
        if (!trade) continue;
        LabourLot one{lot.number.empty() ? lot.title : "lot\u00a0" + lot.number, trade,
                      reference.rate(trade->labour_share_key, on)};
        if (one.share.value >= bound) out.push_back(std::move(one));
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const auto& a, const auto& b) { return a.share.value > b.share.value; });
    return out;
}

std::optional<LabourContent> labour_content(const Purchase& purchase, PurchaseType type, std::vector<LabourLot> lots,
                                            const Reference& reference, core::Date on) {
    const Trade* trade = type == PurchaseType::supplies ? nullptr : trade_of(purchase, type);
    if (!trade && lots.empty()) return std::nullopt;
    LabourContent out;
    out.trade = trade;
    out.rich = !lots.empty();
    out.rich_lots = std::move(lots);
    if (!trade) return out;
    out.share = reference.rate(trade->labour_share_key, on);
    out.rich = out.rich || out.share.value >= reference.rate("adviser.labour_share", on).value;
    if (!purchase.estimated_need) return out;
    out.hours = calculate_amount({purchase.estimated_need,
                                  out.share.value,
                                  reference.rate("effort_rate.usual", on).value,
                                  reference.euros(trade->hourly_cost_key, on).value,
                                  {},
                                  {}},
                                 reference, on);
    std::optional<core::Fraction> months;
    if (purchase.duration_months) months = core::Fraction(*purchase.duration_months);
    out.warnings = feasibility(*out.hours, months, reference, on);
    return out;
}

// What a kind of clause depends on and nobody has said.
std::vector<core::Issue> missing_facts(const Advice& advice) {
    std::vector<core::Issue> out;
    const auto add = [&](std::string_view field, std::string text) {
        out.push_back({core::Severity::warning, "donnee_manquante", std::string(field), std::move(text)});
    };
    if (advice.type == PurchaseType::unknown) add("type", "le type d’achat");
    if (!advice.labour && advice.type != PurchaseType::supplies) add("objet", "un objet ou un CPV qui dise le métier");
    if (!advice.purchase.duration_months) add("duree_mois", "la durée");
    return out;
}

}  // namespace

std::string_view code(Fit fit) {
    static constexpr std::string_view codes[] = {"recommandee", "possible", "a_verifier", "inadaptee"};
    return codes[static_cast<std::size_t>(fit)];
}

std::string_view label(Fit fit) {
    static constexpr std::string_view labels[] = {"recommandée", "possible", "à vérifier", "inadaptée"};
    return labels[static_cast<std::size_t>(fit)];
}

KindAdvice begin_kind(const KindQuestion& question, std::string_view kind,
                      std::initializer_list<std::string_view> statements) {
    const ClauseKind* known = CodeLists::embedded().clause_kind(kind);
    KindAdvice out{std::string(kind), known->label, Fit::to_check, {}, {}, {}, {}};
    for (const std::string_view key : statements) {
        out.statements.push_back(legal_statement(key, question.reference, question.advice.on));
        for (const std::string_view article : core::split(out.statements.back().article, ',')) {
            const std::string trimmed(core::trim(article));
            if (!trimmed.empty() && std::find(out.articles.begin(), out.articles.end(), trimmed) == out.articles.end())
                out.articles.push_back(trimmed);
        }
    }
    return out;
}

Advice advise(const Purchase& purchase, const Reference& reference, core::Date today) {
    return advise(purchase, {}, reference, today);
}

Advice advise(const Purchase& purchase, const std::vector<EnquiryLot>& lots, const Reference& reference,
              core::Date today) {
    check(purchase);
    Advice out;
    out.purchase = purchase;
    out.on = today;
    out.type = type_of(purchase);
    out.social = social_condition(purchase, out.type, reference, today);
    out.environmental = environmental_condition(purchase, reference, today);
    out.labour = labour_content(purchase, out.type, rich_lots(lots, reference, today), reference, today);
    out.insertion_supply = supply(purchase.insertion, purchase.estimated_need, reference, today);
    out.disability_supply = supply(purchase.disability, purchase.estimated_need, reference, today);
    out.reference_digest = reference.digest();
    const KindQuestion question{out, reference};
    std::vector<KindAdvice> kinds;
    for (const auto part : {work_kinds, reserved_kinds, other_kinds})
        for (KindAdvice& kind : part(question)) kinds.push_back(std::move(kind));
    std::stable_sort(kinds.begin(), kinds.end(), [](const auto& a, const auto& b) { return a.fit < b.fit; });
    out.kinds = std::move(kinds);
    if (!first_advised(out)) out.missing = missing_facts(out);
    return out;
}

const KindAdvice* first_advised(const Advice& advice) {
    const KindAdvice& first = advice.kinds.front();
    if (first.fit > Fit::possible || (first.kind == "equality" && first.fit == Fit::possible)) return nullptr;
    return &first;
}

}  // namespace clausier::domain
