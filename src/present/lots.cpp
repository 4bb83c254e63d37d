// Gives one lot its document, and its hours their steps and sources.
#include "clausier/present/lots.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>

#include "clausier/core/french.hpp"
#include "clausier/present/calculations.hpp"
#include "hours_json.hpp"
#include "json_writer.hpp"
#include "lot_words.hpp"
#include "market_json.hpp"

namespace clausier::present {
namespace {

namespace french = core::french;

void write(JsonWriter& json, const domain::Market& m) {
    json.open('{', "marche").add("id", m.id.value).add("marche", m.reference);
    json.add("marche_derive", m.reference_derived).add("objet", m.object).add("nature", m.nature);
    json.add("procedure", m.procedure).add("cpv", m.cpv).add("lieu", m.place_code);
    json.add("departement", domain::department_of(m.place_code, m.place_type));
    json.add("date_notification", m.notified_on).add("date_publication", m.published_on);
    json.add("date_consultation", m.consultation_on).add("besoin_estime", m.estimated_need);
    json.add("duree_mois", m.duration_months).add("considerations_sociales", m.considerations);
    json.add("considerations_environnementales", m.environmental).add("revision", m.revision).close('}');
}

void write(JsonWriter& json, const domain::Organisation& buyer) {
    json.open('{', "acheteur").add("id", buyer.id.value).add("type", buyer.identifier.scheme);
    json.add("identifiant", buyer.identifier.text).add("nom", buyer.name).add("nature", domain::code(buyer.kind));
    json.close('}');
}

void write(JsonWriter& json, const domain::Lot& lot) {
    json.add("lot_id", lot.id.value).add("lot", lot.number).add("intitule", lot.title).add("section", lot.section);
    json.add("tranche_montant", lot.bracket).add("cpv", lot.cpv).add("metier", lot.trade).add("lieu", lot.place_code);
    json.add("departement", domain::department_of(lot.place_code, lot.place_type));
    json.add("date_notification", lot.notified_on).add("duree_mois", lot.duration_months);
    json.add("considerations_sociales", lot.considerations);
    json.add("considerations_environnementales", lot.environmental).add("montant", lot.amount);
    json.add("montant_min", lot.amount_min).add("montant_estime", lot.amount_estimated);
    json.add("montant_max", lot.amount_max).add("part_mo", lot.labour_share).add("taux", lot.effort);
    json.add("cout_horaire", lot.hourly_cost).add("heures", lot.hours).open('[', "titulaires");
    for (const domain::Holder& holder : lot.holders) {
        json.open('{').add("type", holder.identifier.scheme).add("id", holder.identifier.text).add("nom", holder.name);
        if (!holder.directory_name.empty()) json.add("nom_annuaire", holder.directory_name);
        json.close('}');
    }
    json.close(']').add("revision", lot.revision);
}

json::object calculation_json(const domain::LotExplained& explained) {
    const domain::LotHours& hours = explained.hours;
    json::object out = lot_hours_json(hours);
    for (const char* key : {"acheteur", "marche", "lot", "intitule"}) out.erase(key);
    out["etapes"] = hours.result ? steps_json(hours.result->estimate.steps) : json::array();
    json::array details;
    for (const HypothesisWords& one : hypothesis_words(hours))
        details.push_back({{"nom", one.name},
                           {"valeur", one.value},
                           {"origine", one.origin},
                           {"cle", one.key},
                           {"libelle", one.label},
                           {"source", one.source},
                           {"etat", one.state}});
    out["hypotheses_detail"] = std::move(details);
    json::array remarks;
    if (hours.result)
        for (const core::Issue& remark : hours.result->estimate.remarks) remarks.emplace_back(remark.sentence());
    out["avis"] = std::move(remarks);
    out["reference"] = explained.reference_digest;
    return out;
}

json::object stored_json(const domain::StoredHours& stored) {
    const domain::StoredCalculation& c = stored.calculation;
    json::object inputs;
    for (const auto& [name, value] : c.inputs) inputs[name] = value;
    return {{"id", c.id.value},
            {"date", instant_text(c.at)},
            {"par", c.actor},
            {"methode", c.method},
            {"heures", core::decimal(c.hours)},
            {"heures_brutes", core::decimal(c.raw)},
            {"arrondi", c.rounding},
            {"donnees", std::move(inputs)},
            {"etapes", steps_json(c.steps)},
            {"reference", c.reference_digest},
            {"reference_changee", stored.reference_changed},
            {"lot_change", stored.lot_changed},
            {"differe", stored.differs}};
}

std::string title_of(const domain::LotSheet& sheet) {
    return lot_name(sheet.lot, sheet.market) + ", marché " + sheet.market.reference + " : " + sheet.buyer.label();
}

template <class T>
std::string shown(const std::optional<T>& value, std::string (*write)(T)) {
    return value ? write(*value) : "non renseigné";
}

Answer answer_of(const domain::LotSheet& sheet) {
    Answer out;
    out.title = title_of(sheet);
    out.table.columns = {"Lot", "Valeur"};
    out.numeric = {false, true};
    const domain::Lot& lot = sheet.lot;
    out.table.rows = {{"Montant HT", shown(lot.amount, french::euros)},
                      {"Montant estimé HT", shown(lot.amount_estimated, french::euros)},
                      {"Part de main-d’œuvre", shown(lot.labour_share, french::percent)},
                      {"Taux d’effort", shown(lot.effort, french::percent)},
                      {"Coût horaire chargé", shown(lot.hourly_cost, french::euros)},
                      {"Heures dues", shown(lot.hours, french::hours)},
                      {"Considérations sociales", lot.considerations.value_or("non renseigné")},
                      {"Titulaires", lot.holders.empty() ? "aucun" : holder_names(lot)}};
    if (!sheet.clauses.empty()) out.lines.push_back("Clauses\u00a0: " + domain::label_of(sheet.clauses));
    if (sheet.summary && sheet.summary != lot.considerations)
        out.remarks.push_back(
            core::warning("resume_different",
                          "le résumé DECP dit autre chose que le détail, dont on déduit\u00a0: " + *sheet.summary));
    return out;
}

}  // namespace

std::string document(const domain::LotSheet& sheet) {
    JsonWriter json(2048);
    json.open('{');
    write(json, sheet.lot);
    json.open('[', "clauses");
    for (const domain::LotClause& clause : sheet.clauses)
        json.open('{').add("sorte", clause.kind).add("forme", code(clause.form)).close('}');
    json.close(']').add("resume_des_clauses", sheet.summary);
    write(json, sheet.market);
    write(json, sheet.buyer);
    json.close('}');
    return std::move(json).text();
}

Answer answer(const domain::LotSheet& sheet) {
    Answer out = answer_of(sheet);
    out.document = json::parse(document(sheet));
    return out;
}

Answer answer(const domain::LotExplained& explained) {
    Answer out = answer_of(explained.sheet);
    json::object whole = json::parse(document(explained.sheet)).as_object();
    whole["calcul"] = calculation_json(explained);
    json::array stored;
    for (const domain::StoredHours& one : explained.stored) stored.emplace_back(stored_json(one));
    whole["calculs_enregistres"] = std::move(stored);
    out.document = std::move(whole);
    if (explained.hours.result) {
        out.lines.push_back("Calcul du jour");
        for (const domain::Step& step : explained.hours.result->estimate.steps) out.lines.push_back(step.sentence());
        for (const HypothesisWords& one : hypothesis_words(explained.hours))
            out.lines.push_back(one.name + " : " + one.value + ", " + one.origin_sentence());
        for (const core::Issue& remark : explained.hours.result->estimate.remarks) out.remarks.push_back(remark);
    } else if (explained.hours.issue) {
        out.lines.push_back("Calcul du jour : " + explained.hours.issue->text);
    }
    for (const domain::StoredHours& one : explained.stored) out.lines.push_back(stored_sentence(one));
    return out;
}

}  // namespace clausier::present
