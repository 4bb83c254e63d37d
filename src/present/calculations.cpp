// Gives each calculation its document and its table.
#include "clausier/present/calculations.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "clausier/core/french.hpp"

namespace clausier::present {
namespace {

namespace json = boost::json;
namespace french = core::french;
using core::decimal;
using core::percent;

// A document being filled together with its two-column table: one call, one figure, both shapes.
class Sheet {
public:
    explicit Sheet(std::string_view title) {
        answer_.title = title;
        answer_.table.columns = {"Grandeur", "Valeur"};
        answer_.numeric = {false, true};
    }
    void add(std::string_view key, json::value value, std::string_view label, std::string shown) {
        document_[key] = std::move(value);
        answer_.table.rows.push_back({std::string(label), std::move(shown)});
    }
    void add(std::string_view key, json::value value) { document_[key] = std::move(value); }
    void add(std::string_view key, core::Euros value, std::string_view label) {
        add(key, json::string(decimal(value)), label, french::euros(value));
    }
    void add(std::string_view key, core::Hours value, std::string_view label) {
        add(key, json::string(decimal(value)), label, french::hours(value));
    }
    void add(std::string_view key, core::Rate value, std::string_view label) {
        add(key, json::string(percent(value)), label, french::percent(value));
    }
    void centi(std::string_view key, std::int64_t value, std::string_view label) {
        add(key, json::string(decimal(value, 100)), label, french::number(value, 100));
    }
    void estimate(const domain::Estimate& e) {
        add("heures", e.hours, "Heures d’insertion");
        add("heures_brutes", json::string(decimal(e.raw)), "Heures avant arrondi", e.raw_words);
        centi("jours", e.equivalents.days_centi, "Journées de " + french::hours(e.equivalents.day.value));
        centi("semaines", e.equivalents.weeks_centi, "Semaines de " + french::hours(e.equivalents.week.value));
        centi("etp", e.equivalents.fte_centi, "ETP-années (÷ " + french::hours(e.equivalents.fte.value) + ")");
        add("etp_reference", json::string(decimal(e.equivalents.fte.value)));
        add("arrondi", json::string(e.rounding.name()));
        steps(e.steps);
        answer_.remarks = e.remarks;
    }
    void steps(const std::vector<domain::Step>& steps) {
        document_["etapes"] = steps_json(steps);
        for (const domain::Step& step : steps) answer_.lines.push_back(step.sentence());
    }
    Answer done() {
        answer_.document = std::move(document_);
        return std::move(answer_);
    }

private:
    json::object document_;
    Answer answer_;
};

std::string_view unknown_key(domain::AmountUnknown unknown) {
    switch (unknown) {
        case domain::AmountUnknown::amount:
            return "montant";
        case domain::AmountUnknown::labour_share:
            return "part_mo";
        case domain::AmountUnknown::effort:
            return "taux";
        case domain::AmountUnknown::hourly_cost:
            return "cout_horaire";
        case domain::AmountUnknown::hours:
            break;
    }
    return "heures";
}

}  // namespace

json::array steps_json(const std::vector<domain::Step>& steps) {
    json::array out;
    for (const domain::Step& step : steps) out.emplace_back(step.sentence());
    return out;
}

Answer answer(const domain::AmountResult& r) {
    Sheet sheet("Heures d’insertion d’après le montant");
    sheet.add("montant", r.amount, "Montant HT");
    sheet.add("part_mo", r.labour_share, "Part de main-d’œuvre");
    sheet.add("taux", r.effort, "Taux d’effort");
    sheet.add("cout_horaire", r.hourly_cost, "Coût horaire chargé");
    if (r.unknown != domain::AmountUnknown::hours) sheet.add("inconnue", json::string(unknown_key(r.unknown)));
    sheet.estimate(r.estimate);
    return sheet.done();
}

Answer answer(const domain::EffortResult& r) {
    Sheet sheet("Heures d’insertion d’après les heures totales");
    sheet.add("heures_totales", r.total_hours, "Heures de travail du lot");
    sheet.add("taux", r.effort, "Taux d’effort");
    sheet.estimate(r.estimate);
    return sheet.done();
}

Answer answer(const domain::TakeoverResult& r) {
    Sheet sheet("Heures d’insertion avec reprise de personnel");
    sheet.add("chiffre_affaires", r.turnover, "Chiffre d’affaires de la période");
    const std::int64_t months = r.months.rounded(100, core::Rounding::nearest);
    sheet.centi("mois", months, "Durée en mois");
    sheet.add("heures_transferables", r.transferable_hours, "Heures transférables par mois");
    sheet.add("taux", r.rate, "Taux");
    sheet.add("coefficient", r.coefficient.value, "Coefficient horaire");
    sheet.add("potentiel", r.potential, "Potentiel");
    sheet.add("clause_recommandee", r.recommended, "Clause conseillée", r.recommended ? "oui" : "non");
    sheet.estimate(r.estimate);
    return sheet.done();
}

Answer answer(const domain::InvoiceResult& r) {
    Sheet sheet("Heures d’insertion d’après la facturation");
    sheet.add("montant_facture", r.invoiced, "Montant facturé");
    sheet.add("montant_compte", r.base, "Montant compté");
    sheet.estimate(r.estimate);
    return sheet.done();
}

Answer answer(const domain::GridResult& r) {
    Sheet sheet("Heures d’insertion d’après la grille « " + r.grid->label + " »");
    sheet.add("grille", json::string(r.grid->name));
    sheet.estimate(r.estimate);
    return sheet.done();
}

Answer answer(const domain::InclusiveResult& r) {
    Sheet sheet("Achat inclusif : ce que le montant représente (estimation)");
    if (r.hours) {
        sheet.add("heures", *r.hours, "Heures de travail");
    } else {
        sheet.centi("emplois_mois", *r.job_months * 100, "Emplois pendant un mois");
        sheet.centi("emplois_an", r.job_years_centi, "Emplois pendant un an");
    }
    sheet.add("estimation", true);
    sheet.steps(r.steps);
    return sheet.done();
}

Answer answer(const domain::FteResult& r) {
    Sheet sheet("Équivalents temps plein");
    sheet.add("heures", r.hours, "Heures");
    sheet.add("reference", r.reference, "Heures d’un ETP");
    sheet.centi("etp", r.fte_centi, "ETP-années");
    sheet.steps(r.steps);
    return sheet.done();
}

Answer answer(const domain::PenaltyResult& r) {
    Sheet sheet("Simulation d’une pénalité");
    sheet.add("heures_manquantes", r.missing, "Heures manquantes");
    sheet.add("penalite", r.penalty, "Pénalité simulée");
    sheet.add("simulation", true);
    sheet.steps(r.steps);
    return sheet.done();
}

Answer answer(const domain::SplitResult& r) {
    json::object document;
    Answer out;
    out.title = "Répartition des heures";
    out.table.columns = {"Part", "Heures"};
    out.numeric = {false, true};
    json::array parts;
    for (std::size_t i = 0; i < r.parts.size(); ++i) {
        parts.emplace_back(decimal(r.parts[i]));
        out.table.rows.push_back({"Part " + std::to_string(i + 1), french::hours(r.parts[i])});
    }
    document["parts"] = std::move(parts);
    document["etapes"] = steps_json(r.steps);
    for (const domain::Step& step : r.steps) out.lines.push_back(step.sentence());
    out.document = std::move(document);
    return out;
}

Answer answer(const domain::SupplyResult& r) {
    Sheet sheet("Potentiel des structures (indice du Marché de l’inclusion)");
    if (r.dependency)
        sheet.centi("dependance_pct", *r.dependency * 100, "Dépendance (%)");
    else
        sheet.add("dependance_pct", nullptr, "Dépendance (%)", "inconnue");
    const std::string advice(domain::supply_advice_name(r.advice));
    sheet.add("recommandation", json::string(advice), "Recommandation", advice);
    sheet.steps(r.steps);
    return sheet.done();
}

}  // namespace clausier::present
