// The opportunity note as a document for programs and a table for terminals.
#include <boost/json/array.hpp>

#include "clausier/core/french.hpp"
#include "clausier/present/adviser.hpp"
#include "clausier/present/opportunity_note.hpp"
#include "enquiry_words.hpp"
#include "json_values.hpp"
#include "opportunity_parts.hpp"

namespace clausier::present {
namespace {

namespace json = boost::json;
namespace french = core::french;

json::array texts(const std::vector<std::string>& list) { return json::array(list.begin(), list.end()); }

json::object lot_json(const domain::LotStudy& lot, const domain::ScenarioStudy& study) {
    const json::value days =
        lot.due ? json::value(core::decimal(days_centi(*lot.due, study), 100)) : json::value(nullptr);
    return {{"lot", lot.lot.number},
            {"intitule", lot.lot.title},
            {"montant", json_of(lot.lot.estimate)},
            {"clause", lot.choice.clause_kind},
            {"heures", json_of(lot.due)},
            {"jours", days},
            {"remarques", texts(remarks_of(lot))}};
}

// Hours and their equivalents, null while nothing is studied.
void add_hours(json::object& out, const domain::ScenarioStudy* study) {
    const auto set = [&](const char* key, auto make) { out[key] = study ? json::value(make()) : json::value(nullptr); };
    set("scenario", [&] { return json::string(study->scenario.name); });
    set("heures", [&] { return json::string(core::decimal(study->hours)); });
    set("jours", [&] { return json::string(core::decimal(study->total.days_centi, 100)); });
    set("semaines", [&] { return json::string(core::decimal(study->total.weeks_centi, 100)); });
    set("etp", [&] { return json::string(core::decimal(study->total.fte_centi, 100)); });
}

}  // namespace

Answer answer(const OpportunityNote& note) {
    const domain::Enquiry& enquiry = note.sheet.enquiry;
    Answer out;
    out.title = "Note d’opportunité\u00a0: " + enquiry.purchase.object;
    out.rows = "lots";
    out.table.columns = {"Lot", "Montant HT", "Clause", "Heures", "Jours"};
    out.numeric = {false, true, false, true, true};
    json::object document{{"dossier", enquiry.id.value},
                          {"objet", enquiry.purchase.object},
                          {"acheteur", note.sheet.buyer.label()},
                          {"etat", domain::code(enquiry.state)},
                          {"date", core::iso(note.advice.on)}};
    add_hours(document, note.study);
    json::array lots;
    if (note.study)
        for (const domain::LotStudy* one : live_lots(*note.study)) {
            const domain::LotStudy& lot = *one;
            lots.push_back(lot_json(lot, *note.study));
            out.table.rows.push_back({lot_name(lot.lot), lot.lot.estimate ? french::euros(*lot.lot.estimate) : "",
                                      clause_short(lot.choice.clause_kind), lot.due ? french::hours(*lot.due) : "",
                                      lot.due ? short_number(days_centi(*lot.due, *note.study)) : ""});
        }
    document["lots"] = std::move(lots);
    const domain::Purchase& purchase = enquiry.purchase;
    document["structures"] = json::object{{"noms", texts(note.structures)},
                                          {"siae", json_of(purchase.insertion.structures)},
                                          {"ea_esat", json_of(purchase.disability.structures)}};
    document["a_faire"] = texts(steps_of(note));
    json::array dates;
    for (const NamedDate& one : deadlines_of(note.sheet))
        dates.push_back({{"nom", one.name}, {"date", core::iso(one.date)}});
    document["echeances"] = std::move(dates);
    Answer advice = answer(note.advice);
    document["conseil"] = std::move(advice.document);
    out.lines = std::move(advice.lines);
    out.document = std::move(document);
    return out;
}

}  // namespace clausier::present
