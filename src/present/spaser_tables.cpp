// The figures of the SPASER report as tables.
#include <boost/json/serialize.hpp>

#include "clausier/present/spaser_report.hpp"
#include "clausier/present/spaser_views.hpp"
#include "lot_words.hpp"
#include "spaser_parts.hpp"

namespace clausier::present {
namespace {

using domain::IndicatorInfo;
using domain::IndicatorValue;
using domain::ReportContract;
using domain::ReportFigures;
using enum DataType;

std::string raw(std::int64_t value) { return std::to_string(value); }
std::string raw(core::Euros value) { return core::decimal(value); }
std::string raw(core::Rate value) { return core::percent(value); }
std::string raw(core::Date value) { return core::iso(value); }
std::string raw(bool value) { return value ? "true" : "false"; }
template <class T>
std::string raw(const std::optional<T>& value) {
    return value ? raw(*value) : std::string();
}

DataTable indicators_table() {
    return {"indicateurs",
            "Indicateurs",
            {{"acheteur", "Acheteur"},
             {"identifiant", "Identifiant"},
             {"annee", "Année", integer},
             {"ventilation", "Ventilation"},
             {"valeur_ventilee", "Part"},
             {"indicateur", "Indicateur"},
             {"libelle", "Libellé"},
             {"nombre", "Nombre", integer},
             {"renseignes", "Renseignés", integer},
             {"tous", "Tous", integer},
             {"taux_nombre", "Part en nombre", percent},
             {"taux_nombre_renseignes", "Part en nombre, sur renseignés", percent},
             {"taux_renseignement", "Taux de renseignement", percent},
             {"montant", "Montant HT", euros},
             {"montant_renseignes", "Montant renseigné HT", euros},
             {"montant_tous", "Montant de tous HT", euros},
             {"taux_montant", "Part en montant", percent},
             {"taux_montant_renseignes", "Part en montant, sur renseignés", percent},
             {"structures", "Structures distinctes", integer},
             {"valeur", "Valeur", decimal},
             {"unite", "Unité"},
             {"non_disponible", "Non disponible"},
             {"note", "Note"}},
            {}};
}

void add_figure(DataTable& table, const std::vector<std::string>& head, const IndicatorInfo& info,
                const IndicatorValue& value) {
    std::vector<std::string> row = head;
    row.insert(row.end(), {info.code, info.label});
    if (!value.unavailable.empty() || value.value) {
        row.resize(row.size() + 12);
        if (value.value && value.unavailable.empty())
            row.push_back(core::decimal(value.value->rounded(100, core::Rounding::nearest), 100));
        else
            row.emplace_back();
    } else {
        const bool money = info.unit == "depenses";
        const auto number = [&](std::string value_text) { return money ? std::string() : std::move(value_text); };
        row.insert(
            row.end(),
            {number(raw(value.part.contracts)), number(raw(value.filled.contracts)), number(raw(value.all.contracts)),
             number(raw(value.rate_on_all())), number(raw(value.rate_on_filled())), number(raw(value.fill_rate())),
             raw(value.part.amount), raw(value.filled.amount), raw(value.all.amount), raw(value.amount_rate_on_all()),
             raw(value.amount_rate_on_filled()), value.structures > 0 ? raw(value.structures) : "", ""});
    }
    row.insert(row.end(), {info.unit, value.unavailable, value.note});
    table.rows.push_back(std::move(row));
}

void add_figures(DataTable& table, const domain::ReportBuyer& buyer, const ReportFigures& figures,
                 const std::string& by, const std::string& part) {
    const std::vector<std::string> head{buyer.buyer.label(), buyer.buyer.identifier.text,
                                        raw(std::int64_t{figures.year}), by, part};
    for (const IndicatorInfo& info : domain::indicators()) add_figure(table, head, info, figures.of(info.code));
}

DataTable targets_table(const domain::SpaserReport& report) {
    DataTable out{"cibles",
                  "Cibles",
                  {{"acheteur", "Acheteur"},
                   {"genre", "Genre"},
                   {"indicateur", "Indicateur"},
                   {"libelle", "Libellé"},
                   {"mesure", "Mesure"},
                   {"annee", "Année", integer},
                   {"cible", "Cible"},
                   {"realise", "Réalisé"},
                   {"ecart", "Écart"},
                   {"etat", "État"},
                   {"note", "Note"}},
                  {}};
    for (const domain::ReportBuyer& buyer : report.buyers) {
        for (const TargetRow& row : target_rows(report, buyer)) {
            const IndicatorInfo* info = domain::indicator_info(row.target->indicator);
            const std::string unit = info ? info->unit : "";
            out.rows.push_back({buyer.buyer.label(), "cible", row.target->indicator, info ? info->label : "",
                                std::string(domain::code(row.target->measure)), raw(std::int64_t{row.target->year}),
                                domain::target_text(row.target->measure, unit, row.target->parts),
                                row.done ? domain::target_text(row.target->measure, unit, *row.done) : "", row.gap,
                                std::string(row.state), row.target->note});
        }
        for (const domain::HistoricMark& mark : report.marks)
            for (const ReportFigures& year : buyer.years) {
                const auto rate = year.of(mark.indicator).rate_on_all();
                out.rows.push_back({buyer.buyer.label(), "repere", mark.indicator, mark.label, "nombre",
                                    raw(std::int64_t{year.year}),
                                    domain::target_text(domain::TargetMeasure::number, "", mark.rate.parts()),
                                    rate ? rate_or(rate) : "", "", "", mark.source + " : " + mark.note});
            }
    }
    return out;
}

DataTable contracts_table(std::string name, std::string title, bool excluded) {
    DataTable out{std::move(name),
                  std::move(title),
                  {{"acheteur", "Acheteur"},
                   {"marche", "Marché"},
                   {"lot", "Lot"},
                   {"objet", "Objet"},
                   {"titulaires", "Titulaires"},
                   {"date_notification", "Notifié le", date},
                   {"secteur", "Secteur"},
                   {"tranche", "Tranche"},
                   {"procedure", "Procédure"},
                   {"departement", "Département"},
                   {"service", "Service acheteur"},
                   {"montant", "Montant HT", euros},
                   {"montant_modifie", "Montant après modifications HT", euros},
                   {"montant_aberrant", "Montant aberrant", boolean},
                   {"considerations_sociales", "Considérations sociales"},
                   {"considerations_environnementales", "Considérations environnementales"},
                   {"nombre_titulaires", "Nombre de titulaires", integer},
                   {"offres_recues", "Offres reçues", integer}},
                  {}};
    if (excluded) out.columns.push_back({"raison", "Raison"});
    return out;
}

std::vector<std::string> contract_row(const domain::ReportBuyer& buyer, const ReportContract& one) {
    const domain::Contract& contract = one.contract;
    return {buyer.buyer.label(),
            one.reference,
            one.lot_number,
            one.object,
            one.holders,
            raw(contract.notified_on),
            contract.sector ? std::string(domain::label(*contract.sector)) : "",
            std::string(domain::label(contract.band)),
            contract.procedure,
            contract.department,
            contract.unit,
            raw(one.amount_read),
            raw(contract.amended),
            raw(contract.has(domain::contract_flag::aberrant)),
            one.considerations,
            one.environmental,
            raw(contract.holders),
            raw(contract.offers)};
}

// What was read where, and how it was counted.
class Method {
public:
    DataTable run(const domain::SpaserReport& report) && {
        add("fait", "Données arrêtées au", day_text(report.made_at));
        add("fait", "Année", std::to_string(report.year));
        if (report.scheme) add("fait", "Schéma", report.scheme->title);
        for (const std::string& sentence : method_texts(report.options)) add("option", "", sentence);
        for (const domain::ReferenceValue& value : report.thresholds)
            add("seuil", value.label, value.said(), value.citation.source, value.citation.verified);
        for (const std::string& label : report.unknown_thresholds)
            add("seuil", label, "valeur inconnue à cette date", "", false);
        for (const domain::ReportBuyer& buyer : report.buyers) add_buyer(buyer);
        for (const IndicatorInfo& info : domain::indicators())
            add("definition", info.code + ". " + info.label, info.numerator + " / " + info.denominator, info.source,
                info.verified);
        return std::move(out_);
    }

private:
    void add(std::string kind, std::string what, std::string value, std::string source = "", bool verified = true) {
        out_.rows.push_back({std::move(kind), std::move(what), std::move(value), std::move(source), raw(verified)});
    }
    void add_buyer(const domain::ReportBuyer& buyer) {
        for (const ReportFigures& year : buyer.years) {
            const std::string what = buyer.buyer.label() + ", " + std::to_string(year.year);
            add("perimetre", what + ", contrats comptés", counted_text(year.all));
            for (const auto& [reason, counted] : year.excluded)
                add("exclusion", what + ", " + exclusion_text(reason), counted_text(counted));
            add("exclusion", what + ", montants aberrants hors des sommes", number_text(year.aberrant.contracts));
            if (year.mandated)
                add("perimetre", what + ", dépenses de l’année", core::decimal(year.mandated->amount),
                    std::string(domain::label(year.mandated->origin)));
            if (year.coverage) add("perimetre", what + ", taux de couverture", rate_or(year.coverage));
        }
    }

    DataTable out_{"methode",
                   "Méthode",
                   {{"genre", "Genre"},
                    {"quoi", "Quoi"},
                    {"valeur", "Valeur"},
                    {"source", "Source"},
                    {"verifie", "Source vérifiée", boolean}},
                   {}};
};

}  // namespace

std::vector<DataTable> spaser_tables(const domain::SpaserReport& report) {
    DataTable indicators = indicators_table();
    DataTable counted = contracts_table("contrats", "Contrats comptés", false);
    DataTable excluded = contracts_table("exclus", "Exclus", true);
    for (const domain::ReportBuyer& buyer : report.buyers) {
        for (const ReportFigures& year : buyer.years) add_figures(indicators, buyer, year, "", "");
        for (const domain::ReportBreakdown& breakdown : buyer.breakdowns)
            for (const auto& [label, figures] : breakdown.parts)
                add_figures(indicators, buyer, figures, std::string(domain::code(breakdown.by)), label);
        for (const ReportContract& one : buyer.counted) counted.rows.push_back(contract_row(buyer, one));
        for (const ReportContract& one : buyer.excluded) {
            excluded.rows.push_back(contract_row(buyer, one));
            excluded.rows.back().push_back(exclusion_text(one.exclusion));
        }
    }
    std::vector<DataTable> out;
    out.push_back(std::move(indicators));
    out.push_back(targets_table(report));
    out.push_back(std::move(counted));
    out.push_back(std::move(excluded));
    out.push_back(Method().run(report));
    return out;
}

}  // namespace clausier::present
