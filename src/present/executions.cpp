// Gives what is owed on a lot, and how far it is, its documents and tables.
#include "clausier/present/executions.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "clausier/core/french.hpp"
#include "json_values.hpp"
#include "lot_words.hpp"

namespace clausier::present {
namespace {

namespace french = core::french;
using domain::Commitment;
using domain::CommitmentUnit;
using domain::Committed;
using domain::Progress;

std::string decimal(Committed quantity) { return core::decimal(quantity.parts(), Committed::scale); }
json::value decimal_or_null(const std::optional<Committed>& quantity) {
    return quantity ? json::value(decimal(*quantity)) : json::value(nullptr);
}
json::value percent_or_null(const std::optional<core::Rate>& rate) {
    return rate ? json::value(core::percent(*rate)) : json::value(nullptr);
}
std::string shown(const std::optional<core::Rate>& rate) { return rate ? french::percent(*rate) : ""; }

void add_progress(json::object& out, const Progress& p) {
    out["du"] = decimal(p.due);
    out["declare"] = decimal(p.declared);
    out["valide"] = decimal(p.validated);
    out["en_attente"] = decimal(p.pending);
    out["reste"] = decimal(p.left);
    out["avancement"] = percent_or_null(p.rate);
    out["attendu"] = decimal_or_null(p.expected);
}

std::string goal(const Commitment& commitment) {
    return commitment.whole() ? "Engagement" : domain::goal_label(commitment.goal);
}

json::array standings(const domain::LotExecutionSheet& sheet, Answer& out) {
    json::array list;
    for (const domain::CommitmentStanding& one : sheet.progress.standings) {
        const Commitment& c = one.commitment;
        json::object object{{"engagement_id", c.id.value},
                            {"unite", domain::code(c.unit)},
                            {"objectif", c.goal},
                            {"titulaire_id", c.holder ? json::value(c.holder->value) : json::value(nullptr)},
                            {"part", percent_or_null(c.share)}};
        add_progress(object, one.progress);
        object["revision"] = c.revision;
        list.emplace_back(std::move(object));
        const Progress& p = one.progress;
        out.table.rows.push_back({std::to_string(c.id.value), goal(c), domain::said(p.due, c.unit),
                                  domain::said(p.validated, c.unit), domain::said(p.pending, c.unit),
                                  domain::said(p.left, c.unit), shown(p.rate)});
    }
    return list;
}

json::array curve(const domain::LotProgress& progress) {
    json::array out;
    for (const domain::CurvePoint& point : progress.curve)
        out.push_back({{"mois", point.month.text()},
                       {"attendu", decimal_or_null(point.expected)},
                       {"declare", decimal(point.declared)},
                       {"valide", decimal(point.validated)}});
    return out;
}

json::array orders(const domain::LotExecutionSheet& sheet) {
    json::array out;
    for (const domain::ServiceOrder& one : sheet.orders)
        out.push_back({{"ordre_id", one.id.value},
                       {"nature", domain::code(one.kind)},
                       {"date", core::iso(one.on)},
                       {"reference", one.reference}});
    return out;
}

json::array stoppages(const domain::LotExecutionSheet& sheet) {
    json::array out;
    for (const domain::Stoppage& one : sheet.stoppages)
        out.push_back(
            {{"arret_id", one.id.value}, {"du", core::iso(one.from)}, {"au", json_of(one.to)}, {"motif", one.reason}});
    return out;
}

json::array certificates(const domain::LotExecutionSheet& sheet) {
    json::array out;
    for (const domain::Certificate& one : sheet.certificates)
        out.push_back({{"attestation_id", one.id.value},
                       {"jusqu_au", core::iso(one.until)},
                       {"emise_le", core::iso(one.issued_on)},
                       {"definitive", one.final},
                       {"du", core::decimal(one.due)},
                       {"valide", core::decimal(one.validated)},
                       {"reference", one.reference}});
    return out;
}

json::array penalties(const domain::LotExecutionSheet& sheet) {
    json::array out;
    for (const domain::PenaltyStep& one : sheet.penalties)
        out.push_back({{"etape", domain::code(one.stage)},
                       {"date", core::iso(one.on)},
                       {"titulaire_id", one.holder.value},
                       {"decision", one.decision ? json::value(domain::code(*one.decision)) : json::value(nullptr)},
                       {"montant", one.amount ? json::value(core::decimal(*one.amount)) : json::value(nullptr)},
                       {"motif", one.reason}});
    return out;
}

void add_lines(Answer& out, const domain::LotExecutionSheet& sheet) {
    const domain::DerivedState& state = sheet.progress.state;
    out.lines.push_back("État : " + std::string(domain::label(state.state)) + (state.modified ? ", modifié" : "") +
                        " (" + state.why + ")");
    const Progress& whole = sheet.progress.whole;
    if (whole.expected) out.lines.push_back("Attendu à ce jour : " + french::hours(domain::hours_of(*whole.expected)));
    if (whole.surplus > Committed())
        out.lines.push_back("Au-delà de ce qui est dû : " + french::hours(domain::hours_of(whole.surplus)));
    for (const domain::Certificate& one : sheet.certificates)
        out.lines.push_back(std::string(one.final ? "Attestation" : "Attestation provisoire") + " jusqu’au " +
                            french::date(one.until) + " : " + french::hours(one.validated) + " sur " +
                            french::hours(one.due));
    if (sheet.progress.standings.empty())
        out.lines.push_back("Aucun engagement ; « clausier engagements ajouter » en inscrit un.");
}

}  // namespace

Answer answer(const domain::LotExecutionSheet& sheet) {
    Answer out;
    out.title = lot_name(sheet.sheet.lot, sheet.sheet.market) + ", marché " + sheet.sheet.market.reference + " : " +
                sheet.sheet.buyer.label();
    out.table.columns = {"N°", "Objectif", "Dû", "Validé", "En attente", "Reste", "Avancement"};
    out.numeric = {true, false, true, true, true, true, true};
    json::object document{{"lot_id", sheet.sheet.lot.id.value},
                          {"marche", sheet.sheet.market.reference},
                          {"lot", sheet.sheet.lot.number},
                          {"etat", domain::code(sheet.progress.state.state)},
                          {"modifie", sheet.progress.state.modified},
                          {"pourquoi", sheet.progress.state.why}};
    add_progress(document, sheet.progress.whole);
    document["engagements"] = standings(sheet, out);
    document["courbe"] = curve(sheet.progress);
    document["ordres"] = orders(sheet);
    document["arrets"] = stoppages(sheet);
    document["attestations"] = certificates(sheet);
    document["penalites"] = penalties(sheet);
    out.rows = "engagements";
    out.document = std::move(document);
    add_lines(out, sheet);
    return out;
}

Answer answer(const Commitment& commitment, core::Date on) {
    const domain::Due due = domain::due(commitment, on);
    Answer out;
    out.rows = "versions";
    out.title = "Engagement n° " + std::to_string(commitment.id.value) + " : " +
                domain::said(due.amount, commitment.unit) + " dues";
    if (!commitment.whole()) out.title += ", " + domain::goal_label(commitment.goal);
    out.table.columns = {"Rang", "Version", "Quantité", "Depuis", "Effet", "Pourquoi"};
    out.numeric = {true, false, true, false, true, false};
    json::array versions;
    for (std::size_t i = 0; i < commitment.versions.size(); ++i) {
        const domain::CommitmentVersion& v = commitment.versions[i];
        const domain::DueLine& line = due.lines.at(i);
        versions.push_back({{"rang", v.rank},
                            {"nature", domain::code(v.kind)},
                            {"quantite", decimal(v.quantity)},
                            {"depuis", core::iso(v.since)},
                            {"confirmee", v.confirmed},
                            {"effet", decimal(line.effect)},
                            {"pourquoi", line.why},
                            {"motif", v.reason},
                            {"reference", v.reference},
                            {"convenu_le", json_of(v.agreed_on)},
                            {"date", instant_text(v.at)},
                            {"acteur", v.actor}});
        out.table.rows.push_back({std::to_string(v.rank), std::string(domain::label(v.kind)),
                                  domain::said(v.quantity, commitment.unit), core::iso(v.since),
                                  domain::said(line.effect, commitment.unit), line.why});
    }
    out.document = json::object{{"engagement_id", commitment.id.value},
                                {"lot_id", commitment.lot.value},
                                {"unite", domain::code(commitment.unit)},
                                {"objectif", commitment.goal},
                                {"du", decimal(due.amount)},
                                {"revision", commitment.revision},
                                {"versions", std::move(versions)}};
    return out;
}

}  // namespace clausier::present
