// Gives placements and statements of hours their documents and tables.
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "clausier/core/french.hpp"
#include "clausier/domain/code_lists.hpp"
#include "clausier/present/executions.hpp"
#include "json_values.hpp"

namespace clausier::present {
namespace {

namespace french = core::french;
using domain::HourNature;
using domain::Placement;

std::string modality_label(const std::string& code) {
    const auto* found = domain::CodeLists::embedded().modality(code);
    return found ? found->label : code;
}

std::string contract_label(const std::string& code) {
    const auto* found = domain::contract_type(code);
    return found ? found->label : code;
}

std::string shown(const std::optional<core::Date>& date) { return date ? core::iso(*date) : ""; }

std::string eligibility(const Placement& p) {
    if (!p.eligibility) return "à juger";
    return p.eligibility->eligible ? "éligible" : "non éligible";
}

json::object placement_json(const domain::PlacementLine& line) {
    const Placement& p = line.placement;
    return {{"mise_id", p.id.value},
            {"lot_id", p.lot.value},
            {"marche", line.lot.reference},
            {"lot", line.lot.number},
            {"personne", text_or_null(line.pseudonym)},
            {"employeur", line.employer},
            {"modalite", p.modality},
            {"contrat", p.contract},
            {"debut", core::iso(p.started_on)},
            {"fin", json_of(p.ended_on)},
            {"eligible", p.eligibility ? json::value(p.eligibility->eligible) : json::value(nullptr)},
            {"pourquoi", p.eligibility ? p.eligibility->because : ""},
            {"revision", p.revision}};
}

json::object statement_json(const domain::StatementEntry& entry) {
    const domain::HoursStatement& s = entry.statement;
    return {{"releve_id", s.id.value},
            {"mise_id", s.placement.value},
            {"mois", s.month.text()},
            {"marche", entry.lot.reference},
            {"lot", entry.lot.number},
            {"employeur", entry.employer},
            {"personne", text_or_null(entry.pseudonym)},
            {"etat", domain::code(s.state)},
            {"heures", core::decimal(s.total())},
            {"travaillees", core::decimal(s.hours(HourNature::worked))},
            {"formation", core::decimal(s.hours(HourNature::training))},
            {"payees", core::decimal(s.hours(HourNature::paid_not_worked))},
            {"reprend", s.reverse_of ? json::value(s.reverse_of->value) : json::value(nullptr)},
            {"motif", s.state == domain::StatementState::to_correct || s.state == domain::StatementState::rejected
                          ? s.refusal_reason
                          : s.unusual_reason},
            {"revision", s.revision}};
}

std::string state(const domain::HoursStatement& s) {
    std::string out(domain::label(s.state));
    if (s.reverse_of) out += ", reprend le n° " + std::to_string(s.reverse_of->value);
    return out;
}

std::string counted(const std::string& code) {
    if (code == "compte") return "oui";
    if (code == "reserve") return "à part (lot réservé)";
    return "non (" + code + ")";
}

}  // namespace

Answer placements_answer(const std::vector<domain::PlacementLine>& lines, std::int64_t total) {
    Answer out;
    out.rows = "mises";
    out.title = french::count(static_cast<std::uint64_t>(total), "mise en œuvre", "mises en œuvre");
    out.table.columns = {"N°", "Lot", "Personne", "Employeur", "Modalité", "Début", "Fin", "Éligibilité"};
    out.numeric = {true, false, false, false, false, false, false, false};
    json::array list;
    for (const domain::PlacementLine& line : lines) {
        list.emplace_back(placement_json(line));
        const Placement& p = line.placement;
        out.table.rows.push_back({std::to_string(p.id.value), domain::label(line.lot), line.pseudonym, line.employer,
                                  modality_label(p.modality), core::iso(p.started_on), shown(p.ended_on),
                                  eligibility(p)});
    }
    if (list.empty()) out.lines.push_back("Aucune mise en œuvre ; « clausier mises ouvrir » en inscrit une.");
    out.document = json::object{{"mises_total", total}, {"mises", std::move(list)}};
    return out;
}

Answer answer(const domain::PlacementLine& line) {
    const Placement& p = line.placement;
    Answer out;
    out.title = "Mise en œuvre n° " + std::to_string(p.id.value) + " : " + domain::label(line.lot);
    out.table.columns = {"Mise en œuvre", "Valeur"};
    out.numeric = {false, false};
    const auto add = [&out](const char* name, std::string value) {
        if (!value.empty()) out.table.rows.push_back({name, std::move(value)});
    };
    add("Titulaire", line.holder);
    add("Employeur", line.employer);
    add("Personne", line.pseudonym);
    add("Modalité", modality_label(p.modality));
    add("Contrat", contract_label(p.contract));
    add("Début", core::iso(p.started_on));
    add("Fin", shown(p.ended_on));
    add("Embauche", shown(p.hired_on));
    add("Métier", p.job);
    add("Éligibilité",
        eligibility(p) +
            (p.eligibility && !p.eligibility->because.empty() ? " : " + p.eligibility->because : std::string()));
    json::object document = placement_json(line);
    document["titulaire"] = line.holder;
    document["metier"] = p.job;
    json::array criteria;
    for (const domain::CriterionProof& one : p.criteria) {
        criteria.push_back({{"critere", one.criterion},
                            {"origine", domain::code(one.source)},
                            {"preuve", one.proof},
                            {"date_preuve", json_of(one.proof_on)},
                            {"vu_le", json_of(one.checked_on)}});
        add("Critère", domain::criterion_label(one) + (one.proof.empty() ? "" : ", " + one.proof));
    }
    document["criteres"] = std::move(criteria);
    out.document = std::move(document);
    return out;
}

Answer answer(const domain::StatementPage& page) {
    Answer out;
    out.rows = "releves";
    out.title = french::count(static_cast<std::uint64_t>(page.total), "relevé") + ", " + french::hours(page.hours);
    out.table.columns = {"N°", "Mois", "Mise", "Lot", "Employeur", "Personne", "Heures", "État"};
    out.numeric = {true, false, true, false, false, false, true, false};
    json::array list;
    for (const domain::StatementEntry& entry : page.entries) {
        list.emplace_back(statement_json(entry));
        const domain::HoursStatement& s = entry.statement;
        out.table.rows.push_back({std::to_string(s.id.value), s.month.text(), std::to_string(s.placement.value),
                                  domain::label(entry.lot), entry.employer, entry.pseudonym, french::hours(s.total()),
                                  state(s)});
    }
    if (list.empty()) out.lines.push_back("Aucun relevé ; « clausier heures declarer » en inscrit un.");
    out.document = json::object{
        {"releves_total", page.total}, {"heures", core::decimal(page.hours)}, {"releves", std::move(list)}};
    return out;
}

Answer answer(const domain::StatementEntry& entry, const std::vector<domain::KeptLine>& lines) {
    const domain::HoursStatement& s = entry.statement;
    Answer out;
    out.title = "Relevé n° " + std::to_string(s.id.value) + " de " + s.month.label() + " : " +
                french::hours(s.total()) + ", " + state(s);
    out.table.columns = {"Lot n°", "Nature", "Heures", "Compte"};
    out.numeric = {true, false, true, false};
    json::object document = statement_json(entry);
    json::array list;
    for (const domain::KeptLine& line : lines) {
        list.push_back({{"lot_id", line.lot.value},
                        {"nature", domain::code(line.nature)},
                        {"heures", core::decimal(line.hours)},
                        {"compte", line.counted}});
        out.table.rows.push_back({std::to_string(line.lot.value), std::string(domain::label(line.nature)),
                                  french::hours(line.hours), counted(line.counted)});
    }
    document["lignes"] = std::move(list);
    if (!s.refusal_reason.empty()) out.lines.push_back("Motif : " + s.refusal_reason);
    if (!s.unusual_reason.empty()) out.lines.push_back("Motif de l’inhabituel : " + s.unusual_reason);
    out.document = std::move(document);
    return out;
}

}  // namespace clausier::present
