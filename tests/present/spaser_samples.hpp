// A report of one buyer over three years with two targets, registers, a declaration and contracts, for the tests of
// what is written of it.
#pragma once
#include <string>

#include "clausier/domain/spaser_report.hpp"

namespace clausier::testing {

inline core::Date date_of(const char* text) { return core::parse_iso_date(text).value(); }

// `social` of `all` contracts have a social consideration, `filled` say whether they have one.
inline domain::ReportFigures report_figures(int year, std::int64_t social, std::int64_t filled, std::int64_t all) {
    domain::ReportFigures out;
    out.year = year;
    out.all = {all, 0, core::Euros::whole(all * 1000)};
    for (const domain::IndicatorInfo& info : domain::indicators()) {
        domain::IndicatorValue value;
        value.code = info.code;
        value.all = out.all;
        value.filled = {filled, 0, core::Euros::whole(filled * 1000)};
        if (info.family == "execution" || info.code == "E4")
            value.unavailable = "l’exécution n’est pas encore suivie dans cet outil";
        else if (info.unit == "offres")
            value.value = core::Fraction(13, 4);
        else
            value.part = {info.code == "S1" ? social : 0, 0, core::Euros::whole(info.code == "S1" ? social * 1500 : 0)};
        out.values.push_back(std::move(value));
    }
    return out;
}

inline domain::ReportContract report_contract(std::int64_t lot, std::string reference, bool aberrant) {
    domain::ReportContract out;
    out.contract.lot = {lot};
    out.contract.year = 2026;
    out.contract.notified_on = date_of("2026-03-01");
    out.contract.sector = domain::Sector::works;
    out.contract.band = domain::Band::below_european;
    out.contract.procedure = "Procédure adaptée";
    out.contract.holders = 1;
    out.reference = std::move(reference);
    out.object = "Réfection de l’école des Tilleuls";
    out.holders = "Bâtisseurs de la Lorne";
    out.amount_read = aberrant ? core::Euros::whole(99'999'999'999) : core::Euros::whole(120'000);
    if (aberrant)
        out.contract.flags = domain::contract_flag::aberrant;
    else
        out.contract.amount = out.amount_read;
    return out;
}

inline domain::Target report_target(const char* indicator, domain::TargetMeasure measure, int year,
                                    std::int64_t parts) {
    domain::Target out;
    out.id = {year};
    out.scheme = {1};
    out.indicator = indicator;
    out.measure = measure;
    out.year = year;
    out.parts = parts;
    return out;
}

inline domain::ReportBuyer report_buyer(std::int64_t id, std::string name) {
    domain::ReportBuyer out;
    out.buyer.id = {id};
    out.buyer.name = std::move(name);
    out.buyer.kind = domain::OrganisationKind::public_body;
    out.buyer.identifier = {"SIRET", "21570001300019"};
    out.years = {report_figures(2024, 2, 10, 40), report_figures(2025, 8, 20, 40), report_figures(2026, 12, 30, 48)};
    domain::ReportFigures& now = out.years.back();
    now.aberrant = {1, 1, {}};
    now.excluded = {{"concession", {2, 0, core::Euros::whole(900)}}, {"prive", {1, 0, {}}}};
    now.mandated = {core::Euros::whole(60'000'000), domain::SpendingOrigin::purchases};
    now.coverage = core::Rate::of(8);
    out.breakdowns = {{domain::Dimension::sector,
                       {{"Travaux", report_figures(2026, 9, 20, 20)}, {"Services", report_figures(2026, 3, 10, 28)}}}};
    domain::RegisterEntry referent;
    referent.kind = domain::RegisterKind::referent;
    referent.begins_on = date_of("2025-01-15");
    referent.unit = "Commande publique";
    referent.title = "Référente achats responsables";
    referent.person = "Camille Nonpublié";
    domain::RegisterEntry action;
    action.kind = domain::RegisterKind::awareness;
    action.begins_on = date_of("2026-03-12");
    action.unit = "Voirie";
    action.title = "Atelier clauses sociales";
    action.people = 18;
    out.register_entries = {referent, action};
    domain::ReuseDeclaration reuse;
    reuse.year = 2026;
    reuse.product = "mobilier";
    reuse.total = core::Euros::whole(15'000);
    reuse.reused = core::Euros::whole(5'000);
    reuse.donated = core::Euros::whole(1'000);
    reuse.recycled = core::Euros::whole(1'500);
    out.reuse = {reuse};
    for (domain::IndicatorValue& value : now.values)
        if (value.code == "E4") domain::fill_reuse(value, out.reuse);
    out.counted = {report_contract(1, "2026-01", false), report_contract(2, "2026-02", true)};
    out.counted.front().considerations = "Clause sociale";
    domain::ReportContract excluded = report_contract(3, "DSP-1", false);
    excluded.exclusion = "concession";
    out.excluded = {excluded};
    return out;
}

inline domain::SpaserReport spaser_sample() {
    domain::SpaserReport out;
    out.year = 2026;
    out.made_at = std::chrono::sys_days(date_of("2026-11-21")) + std::chrono::hours(10);
    domain::Scheme scheme;
    scheme.id = {1};
    scheme.title = "Schéma de Valbrume";
    scheme.first_year = 2024;
    scheme.last_year = 2028;
    scheme.edition = "1re édition";
    scheme.buyers = {{1}};
    out.scheme = scheme;
    using domain::TargetMeasure;
    out.targets = {report_target("S1", TargetMeasure::number, 2025, 3000),
                   report_target("S1", TargetMeasure::number, 2026, 2000),
                   report_target("S1", TargetMeasure::number, 2028, 5000),
                   report_target("I1", TargetMeasure::value, 2026, 100'000)};
    const domain::Reference reference = domain::Reference::national();
    const core::Date day = date_of("2026-12-31");
    out.marks = domain::historic_marks(reference, day);
    for (const domain::ReferenceValue* value : reference.list("threshold.", day)) out.thresholds.push_back(*value);
    out.buyers = {report_buyer(1, "Commune de Valbrume")};
    return out;
}

}  // namespace clausier::testing
