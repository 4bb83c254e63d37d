// Gives figures of indicators and their contracts a document and a table.
#include "clausier/present/indicators.hpp"

#include <boost/json/array.hpp>

#include "clausier/core/french.hpp"
#include "clausier/present/spaser_views.hpp"
#include "json_values.hpp"

namespace clausier::present {
namespace {

namespace french = core::french;
using domain::Counted;

std::string percent_text(const std::optional<core::Rate>& rate) { return rate ? french::percent(*rate) : "–"; }

void add(Counted& sum, const Counted& one) {
    sum.contracts += one.contracts;
    sum.without_amount += one.without_amount;
    sum.amount += one.amount;
}

// What the groups come to together; of one group, its own.
FigureGroup whole(const FigureSet& figures) {
    FigureGroup out;
    for (const FigureGroup& group : figures.groups) {
        add(out.all, group.all);
        add(out.aberrant, group.aberrant);
        for (const auto& [reason, counted] : group.excluded) add(out.excluded[reason], counted);
    }
    if (!figures.by && !figures.groups.empty()) {
        out.mandated = figures.groups.front().mandated;
        out.coverage = figures.groups.front().coverage;
    }
    return out;
}

json::array rows_of(const FigureSet& figures) {
    json::array out;
    for (const FigureGroup& group : figures.groups)
        for (const domain::IndicatorValue& value : group.values) {
            const domain::IndicatorInfo* info = domain::indicator_info(value.code);
            if (!info) continue;
            json::object row;
            if (figures.by) row = {{domain::code(*figures.by), group.code}, {"ventilation", group.label}};
            for (auto& [key, figure] : figure_json(*info, value)) row[key] = figure;
            for (auto& [key, figure] : coverage_json(group.mandated, group.coverage)) row[key] = figure;
            out.push_back(std::move(row));
        }
    return out;
}

std::string figure_text(const domain::IndicatorInfo& info, const domain::IndicatorValue& value) {
    if (!value.unavailable.empty()) return "non disponible";
    if (value.value) return french::number(value.value->rounded(100, core::Rounding::nearest), 100);
    const bool money = on_amounts(info.code);
    return money ? french::euros(value.part.amount) : french::number(value.part.contracts, 1);
}

core::Table table_of(const FigureSet& figures) {
    core::Table table;
    if (figures.by) table.columns.emplace_back(domain::label(*figures.by));
    for (const char* title :
         {"Code", "Indicateur", "Contrats", "Montant", "Sur tous", "En montant", "Sur renseignés", "Renseignés"})
        table.columns.emplace_back(title);
    for (const FigureGroup& group : figures.groups)
        for (const domain::IndicatorValue& value : group.values) {
            const domain::IndicatorInfo* info = domain::indicator_info(value.code);
            if (!info) continue;
            const bool rated = value.unavailable.empty() && !value.value;
            const auto rate = [&](const auto& of) { return rated ? percent_text(of) : std::string(); };
            std::vector<std::string> row;
            if (figures.by) row.push_back(group.label);
            row.insert(
                row.end(),
                {value.code, info->label, rated ? french::number(value.part.contracts, 1) : figure_text(*info, value),
                 rated ? french::euros(value.part.amount) : "", rate(value.rate_on_all()),
                 rate(value.amount_rate_on_all()), rate(value.rate_on_filled()), rate(value.fill_rate())});
            table.rows.push_back(std::move(row));
        }
    return table;
}

std::vector<std::string> lines_of(const FigureSet& figures, const FigureGroup& sum) {
    std::vector<std::string> out{"Données du " + french::date(figures.on) + " : " + counted_text(sum.all) +
                                 " au dénominateur."};
    for (const auto& [reason, counted] : sum.excluded)
        out.push_back("Hors du compte, " + exclusion_text(reason) + " : " + counted_text(counted) + ".");
    if (sum.aberrant.contracts > 0)
        out.push_back("Montants invraisemblables, comptés en nombre et hors des sommes : " +
                      french::count(static_cast<std::uint64_t>(sum.aberrant.contracts), "contrat") + ".");
    if (sum.coverage)
        out.push_back("Couverture : les contrats font " + french::percent(*sum.coverage) + " des " +
                      french::euros(sum.mandated->amount) + " dépensés (" +
                      std::string(domain::label(sum.mandated->origin)) + ").");
    for (std::string& line : method_texts(figures.options)) out.push_back(std::move(line));
    return out;
}

json::object contract_json(const domain::ContractLine& line) {
    const domain::Contract& contract = line.contract;
    return {{"lot_id", contract.lot.value},
            {"marche_id", contract.market.value},
            {"acheteur", line.buyer},
            {"marche", line.reference},
            {"lot", line.lot_number},
            {"objet", line.object},
            {"date_notification", json_of(contract.notified_on)},
            {"annee", contract.year > 0 ? json::value(contract.year) : json::value(nullptr)},
            {"secteur", contract.sector ? domain::code(*contract.sector) : ""},
            {"tranche", domain::code(contract.band)},
            {"procedure", contract.procedure},
            {"departement", contract.department},
            {"service", contract.unit},
            {"titulaires", line.holders},
            {"montant", json_of(contract.amount)},
            {"montant_lu", json_of(line.amount_read)},
            {"considerations_sociales", text_or_null(line.considerations)},
            {"considerations_environnementales", text_or_null(line.environmental)},
            {"compte", line.counts},
            {"motif", text_or_null(line.exclusion)}};
}

}  // namespace

Answer answer(const FigureSet& figures) {
    const FigureGroup sum = whole(figures);
    json::array excluded;
    for (const auto& [reason, counted] : sum.excluded)
        excluded.push_back({{"motif", reason},
                            {"libelle", exclusion_text(reason)},
                            {"contrats", counted.contracts},
                            {"montant", json_of(counted.amount)}});
    Answer out;
    out.document = json::object{{"date", json_of(figures.on)},
                                {"options", options_json(figures.options)},
                                {"contrats", sum.all.contracts},
                                {"montant", json_of(sum.all.amount)},
                                {"sans_montant", sum.all.without_amount},
                                {"aberrants", sum.aberrant.contracts},
                                {"exclus", std::move(excluded)},
                                {"indicateurs", rows_of(figures)}};
    for (auto& [key, value] : coverage_json(sum.mandated, sum.coverage)) out.document.as_object()[key] = value;
    out.rows = "indicateurs";
    out.title = "Indicateurs de l’achat responsable";
    out.table = table_of(figures);
    out.numeric.assign(out.table.columns.size(), true);
    for (std::size_t i = 0; i < (figures.by ? 3U : 2U); ++i) out.numeric[i] = false;
    out.lines = lines_of(figures, sum);
    return out;
}

json::array contracts_json(const domain::ContractPage& page) {
    json::array out;
    for (const domain::ContractLine& line : page.lines) out.emplace_back(contract_json(line));
    return out;
}

Answer answer(const domain::ContractPage& page, const std::string& title, core::Date on) {
    Answer out;
    out.table.columns = {"Notifié le", "Acheteur", "Marché", "Lot", "Objet", "Montant", "Considérations", "Motif"};
    out.numeric = {false, false, false, false, false, true, false, false};
    for (const domain::ContractLine& line : page.lines) {
        out.table.rows.push_back({line.contract.notified_on ? core::iso(*line.contract.notified_on) : "", line.buyer,
                                  line.reference, line.lot_number, line.object,
                                  line.amount_read ? french::euros(*line.amount_read) : "", line.considerations,
                                  line.exclusion.empty() ? "" : exclusion_text(line.exclusion)});
    }
    out.document = json::object{{"date", json_of(on)},
                                {"contrats", contracts_json(page)},
                                {"contrats_total", page.total},
                                {"montant_total", json_of(page.sum.amount)},
                                {"sans_montant", page.sum.without_amount}};
    out.rows = "contrats";
    out.title = title;
    out.lines = {"Données du " + french::date(on) + " : " + counted_text(page.sum) + "."};
    return out;
}

}  // namespace clausier::present
