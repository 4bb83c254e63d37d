// What a dossier gives to the variables of templates.
#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>

#include "clausier/core/french.hpp"
#include "clausier/domain/code_lists.hpp"
#include "clausier/present/document_variables.hpp"

namespace clausier::present {
namespace {

namespace json = boost::json;
using domain::CodeLists;
using domain::LotStudy;

bool has_clause(const LotStudy& lot) {
    if (lot.lot.abandoned) return false;
    const std::string& kind = lot.choice.clause_kind;
    return !kind.empty() && kind != "none" && kind != "not_filled";
}

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

std::string centi(std::int64_t parts) { return core::french::number(parts, 100); }

json::object lot_values(const LotStudy& lot, const domain::Reference& reference, core::Date today) {
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
                     {"avec_heures", lot.due.has_value()},
                     {"heures", ""},
                     {"jours", ""},
                     {"semaines", ""}};
    if (!lot.due) return out;
    const domain::Equivalents same = domain::equivalents(*lot.due, reference, today);
    out["heures"] = core::french::hours(*lot.due);
    out["jours"] = centi(same.days_centi);
    out["semaines"] = centi(same.weeks_centi);
    return out;
}

// The labels of the codes chosen, or of every entry that holds on the day while none is chosen.
template <class Entry, class Holds>
json::array labels(const std::vector<Entry>& entries, const std::vector<std::string>& chosen, const Holds& holds) {
    json::array out;
    for (const Entry& entry : entries) {
        const bool kept =
            chosen.empty() ? holds(entry) : std::find(chosen.begin(), chosen.end(), entry.code) != chosen.end();
        if (kept) out.emplace_back(json::object{{"libelle", entry.label}});
    }
    return out;
}

json::array law(const domain::ScenarioStudy& study) {
    json::array out;
    std::vector<std::string> told;
    for (const LotStudy& lot : study.lots) {
        const domain::ClauseKind* const kind = CodeLists::embedded().clause_kind(lot.choice.clause_kind);
        if (!has_clause(lot) || !kind || std::find(told.begin(), told.end(), kind->code) != told.end()) continue;
        told.push_back(kind->code);
        out.push_back({{"libelle", kind->label},
                       {"article", kind->article},
                       {"verifie", kind->verified},
                       {"a_verifier", !kind->verified},
                       {"note", kind->note}});
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

void add_flags(json::object& out, const domain::EnquirySheet& sheet, const domain::ScenarioStudy& study) {
    const auto any = [&](auto holds) {
        return std::any_of(study.lots.begin(), study.lots.end(),
                           [&](const LotStudy& lot) { return has_clause(lot) && holds(lot); });
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
    out["reserve"] = any([](const LotStudy& lot) { return lot.choice.clause_kind.starts_with("reserved_"); });
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
}

void add_lots(json::object& out, const domain::ScenarioStudy& study, const domain::Reference& reference,
              core::Date today) {
    json::array with;
    json::array without;
    core::Hours hours;
    for (const LotStudy& lot : study.lots) {
        if (has_clause(lot)) {
            with.push_back(lot_values(lot, reference, today));
            hours += lot.due.value_or(core::Hours());
        } else if (!lot.lot.abandoned) {
            without.push_back({{"numero", lot.lot.number}, {"intitule", lot.lot.title}});
        }
    }
    const domain::Equivalents same = domain::equivalents(hours, reference, today);
    out["nombre_lots"] = std::to_string(with.size());
    out["lots"] = std::move(with);
    out["lots_sans_clause"] = std::move(without);
    out["total_heures"] = core::french::hours(hours);
    out["total_jours"] = centi(same.days_centi);
    out["total_semaines"] = centi(same.weeks_centi);
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
    const CodeLists& lists = CodeLists::embedded();
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
        {"publics", labels(lists.publics, sheet.enquiry.publics,
                           [&](const domain::Public& one) {
                               return (!one.valid_from || *one.valid_from <= today) &&
                                      (!one.valid_to || *one.valid_to >= today);
                           })},
        {"modalites", labels(lists.modalities, sheet.enquiry.modalities, [](const auto&) { return true; })},
        {"droit", law(study)},
        {"grille", grid(sheet.grid)}};
    add_flags(out, sheet, study);
    add_lots(out, study, reference, today);
    add_reference(out, reference, today);
    return out;
}

}  // namespace clausier::present
