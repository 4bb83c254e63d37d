// What a dossier gives to the variables of templates.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <boost/json/array.hpp>

#include "clausier/core/french.hpp"
#include "clausier/domain/adviser.hpp"
#include "clausier/domain/code_lists.hpp"
#include "clausier/domain/legal_article.hpp"
#include "clausier/present/document_variables.hpp"
#include "document_lists.hpp"

namespace clausier::present {
namespace {

namespace json = boost::json;
using domain::CodeLists;
using domain::LotStudy;

bool is_reserved(const LotStudy& lot) { return lot.choice.clause_kind.starts_with("reserved_"); }

std::string clause_label(const LotStudy& lot) {
    const domain::ClauseKind* const kind = CodeLists::embedded().clause_kind(lot.choice.clause_kind);
    return kind ? kind->label : lot.choice.clause_kind;
}

const domain::Trade* trade_of(const LotStudy& lot) {
    const CodeLists& lists = CodeLists::embedded();
    for (const std::string& name : {lot.lot.trade, lot.calculation.trade})
        if (!name.empty())
            if (const domain::Trade* trade = lists.trade(name)) return trade;
    return lists.suggest_trade(lot.lot.title, lot.lot.cpv);
}

// Hours in units of some hours, to one decimal: « 28,4 ».
std::string tenths(core::Hours hours, core::Hours unit) {
    return core::french::number((core::Fraction(hours) / core::Fraction(unit)).rounded(10, core::Rounding::nearest),
                                10);
}

// The hours, days and weeks of some lots, under the names of templates.
void add_hours(json::object& out, const char* const (&names)[3], core::Hours hours, const domain::Equivalents& units) {
    out[names[0]] = core::french::hours(hours);
    out[names[1]] = tenths(hours, units.day.value);
    out[names[2]] = tenths(hours, units.week.value);
}

json::object lot_values(const LotStudy& lot, const domain::Equivalents& units) {
    const domain::LotHours& calculation = lot.calculation;
    const domain::Trade* const trade = trade_of(lot);
    const bool computed = calculation.result.has_value();
    json::object out{{"numero", lot.lot.number},
                     {"intitule", lot.lot.title},
                     {"metier", trade ? trade->label : ""},
                     {"clause", clause_label(lot)},
                     {"montant", lot.lot.estimate ? core::french::euros(*lot.lot.estimate) : ""},
                     {"maximum", lot.lot.maximum},
                     {"part_mo", computed ? core::french::percent(calculation.labour_share.value) : ""},
                     {"taux", computed ? core::french::percent(calculation.effort.value) : ""},
                     {"cout_horaire", computed ? core::french::euros(calculation.hourly_cost.value) : ""},
                     {"est_reserve", is_reserved(lot)},
                     {"avec_heures", lot.due.has_value()},
                     {"heures", ""},
                     {"jours", ""},
                     {"semaines", ""}};
    if (lot.due) add_hours(out, {"heures", "jours", "semaines"}, *lot.due, units);
    return out;
}

json::object law_row(std::string_view label, std::string_view articles, std::string_view note) {
    const std::string written = domain::cited(articles);
    const bool to_verify = written.find("à vérifier") != std::string::npos;
    return {{"libelle", label},        {"article", core::french::articles(articles)},
            {"articles", written},     {"verifie", !to_verify},
            {"a_verifier", to_verify}, {"note", core::french::articles(note)}};
}

// The articles of a kind of clause: those of its list, or what the adviser says when the purchase is a concession,
// whose condition and criterion have articles of their own.
std::string articles_of(const domain::ClauseKind& kind, const domain::Advice& advice) {
    if (advice.type != domain::PurchaseType::concession) return kind.article;
    std::vector<std::string> codes{kind.code};
    if (kind.code == "insertion_and_criterion") codes = {"insertion", "social_criterion"};
    std::vector<std::string> out;
    for (const std::string& code : codes)
        for (const domain::KindAdvice& one : advice.kinds)
            if (one.kind == code) out.insert(out.end(), one.articles.begin(), one.articles.end());
    return out.empty() ? kind.article : fmt::format("{}", fmt::join(out, ", "));
}

json::array law(const domain::ScenarioStudy& study, const domain::Advice& advice) {
    json::array out;
    std::vector<std::string> told;
    if (advice.social.status == domain::ConditionStatus::required && !advice.social.statements.empty())
        out.push_back(
            law_row("Condition sociale obligatoire au seuil européen", advice.social.statements.front().article, ""));
    for (const LotStudy& lot : study.lots) {
        const domain::ClauseKind* const kind = CodeLists::embedded().clause_kind(lot.choice.clause_kind);
        if (!domain::has_clause(lot) || !kind || std::find(told.begin(), told.end(), kind->code) != told.end())
            continue;
        told.push_back(kind->code);
        out.push_back(law_row(kind->label, articles_of(*kind, advice), kind->note));
    }
    return out;
}

json::object grid(const domain::MarkingGrid& grid) {
    json::array criteria;
    for (const domain::SubCriterion& criterion : grid.criteria)
        criteria.push_back({{"libelle", criterion.label},
                            {"poids", core::french::percent(criterion.weight)},
                            {"attendu", criterion.expected}});
    return {{"poids", core::french::percent(grid.weight)},
            {"note_max", std::to_string(grid.best)},
            {"sous_criteres", std::move(criteria)}};
}

// Who to reach, and how; "" when neither is known.
std::string reachable(const std::string& owner, const std::string& contact) {
    return owner.empty() || contact.empty() ? owner + contact : owner + ", " + contact;
}

void add_flags(json::object& out, const domain::EnquirySheet& sheet, const domain::ScenarioStudy& study) {
    const auto any = [&](auto holds) {
        return std::any_of(study.lots.begin(), study.lots.end(),
                           [&](const LotStudy& lot) { return domain::has_clause(lot) && holds(lot); });
    };
    const auto kind = [&](std::string_view code) {
        return any([&](const LotStudy& lot) { return lot.choice.clause_kind == code; });
    };
    const auto trade = [&](std::string_view prefix) {
        return any([&](const LotStudy& lot) {
            const domain::Trade* const found = trade_of(lot);
            return found && found->key.starts_with(prefix);
        });
    };
    using domain::PurchaseType;
    const PurchaseType type = sheet.enquiry.purchase.type;
    out["travaux"] = type == PurchaseType::works;
    out["fournitures"] = type == PurchaseType::supplies;
    out["services"] = type == PurchaseType::services;
    out["concession"] = type == PurchaseType::concession;
    out["clause_insertion"] = kind("insertion") || kind("insertion_and_criterion");
    out["critere_social"] = any([](const LotStudy& lot) { return domain::has_criterion(lot.choice.clause_kind); });
    out["reserve"] = any(is_reserved);
    out["reserve_siae"] = kind("reserved_siae");
    out["reserve_handicap"] = kind("reserved_disabled");
    out["reserve_mixte"] = kind("reserved_joint");
    out["reserve_ess"] = kind("reserved_ess");
    out["formation"] = kind("training");
    out["services_insertion"] = kind("insertion_services");
    out["metier_nettoyage"] = trade("cleaning");
    out["metier_espaces_verts"] = trade("landscape_");
    out["accord_cadre"] = any([](const LotStudy& lot) { return lot.lot.maximum; });
    out["avec_heures"] = any([](const LotStudy& lot) { return lot.due.has_value(); });
    out["avec_heures_clause"] = any([](const LotStudy& lot) { return lot.due && !is_reserved(lot); });
    out["avec_heures_reserve"] = any([](const LotStudy& lot) { return lot.due && is_reserved(lot); });
    out["grille_ecrite"] = !sheet.grid.criteria.empty();
}

// Hours of reserved lots are counted apart.
void add_lots(json::object& out, const domain::ScenarioStudy& study) {
    json::array with;
    json::array without;
    core::Hours hours;
    core::Hours reserved;
    for (const LotStudy& lot : study.lots) {
        if (domain::has_clause(lot)) {
            with.push_back(lot_values(lot, study.total));
            (is_reserved(lot) ? reserved : hours) += lot.due.value_or(core::Hours());
        } else if (!lot.lot.abandoned) {
            without.push_back({{"numero", lot.lot.number}, {"intitule", lot.lot.title}});
        }
    }
    out["nombre_lots"] = std::to_string(with.size());
    out["lots"] = std::move(with);
    out["lots_sans_clause"] = std::move(without);
    add_hours(out, {"total_heures", "total_jours", "total_semaines"}, hours, study.total);
    add_hours(out, {"total_heures_reserve", "total_jours_reserve", "total_semaines_reserve"}, reserved, study.total);
    out["heures_par_jour"] = core::french::hours(study.total.day.value);
    out["heures_par_semaine"] = core::french::hours(study.total.week.value);
}

void add_reference(json::object& out, const domain::Reference& reference, core::Date today) {
    const auto after = reference.count("counting.after_hire", today);
    const auto hour = reference.euros("penalty.per_hour", today);
    const auto day = reference.euros("penalty.evidence_per_day", today);
    const auto report = reference.euros("penalty.final_report_per_day", today);
    out["mois_apres_embauche"] = std::to_string(after.value);
    out["mois_apres_embauche_a_verifier"] = !after.citation.verified;
    out["penalite_par_heure"] = core::french::euros(hour.value);
    out["penalite_par_jour"] = core::french::euros(day.value);
    out["penalite_bilan_par_jour"] = core::french::euros(report.value);
    out["penalites_a_verifier"] = !hour.citation.verified || !day.citation.verified || !report.citation.verified;
}

}  // namespace

json::object document_values(const domain::EnquirySheet& sheet, const domain::ScenarioStudy& study,
                             const domain::Reference& reference, const DocumentMaker& maker, core::Date today) {
    const domain::Purchase& purchase = sheet.enquiry.purchase;
    const domain::Advice advice = domain::advise(purchase, sheet.lots, reference, today);
    json::object out{
        {"dossier", std::to_string(sheet.enquiry.id.value)},
        {"acheteur", sheet.buyer.label()},
        {"objet", purchase.object},
        {"cpv", purchase.cpv},
        {"date_du_jour", core::french::date(today)},
        {"date_consultation", purchase.consultation_on ? core::french::date(*purchase.consultation_on) : ""},
        {"duree_mois", purchase.duration_months ? std::to_string(*purchase.duration_months) : ""},
        {"besoin_estime", purchase.estimated_need ? core::french::euros(*purchase.estimated_need) : ""},
        {"instance", maker.instance},
        {"referent", sheet.enquiry.owner},
        {"contact_facilitateur", maker.contact},
        {"joindre", reachable(sheet.enquiry.owner, maker.contact)},
        {"publics", public_values(sheet.enquiry.publics, today)},
        {"publics_choisis", !sheet.enquiry.publics.empty()},
        {"modalites", modality_values(sheet.enquiry.modalities)},
        {"modalites_choisies", !sheet.enquiry.modalities.empty()},
        {"condition_sociale_obligatoire", advice.social.status == domain::ConditionStatus::required},
        {"droit", law(study, advice)},
        {"grille", grid(sheet.grid)}};
    add_flags(out, sheet, study);
    add_lots(out, study);
    add_reference(out, reference, today);
    return out;
}

}  // namespace clausier::present
