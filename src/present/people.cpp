// Gives participants their documents and tables.
#include "clausier/present/people.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "clausier/core/french.hpp"
#include "lot_words.hpp"
#include "person_json.hpp"

namespace clausier::present {

namespace {

namespace french = core::french;

json::array planned(const std::vector<domain::PlannedRemoval>& list) {
    json::array out;
    for (const domain::PlannedRemoval& one : list)
        out.push_back({{"pseudonyme", one.participant.pseudonym},
                       {"retrait_le", json_of(one.removal.on)},
                       {"gel", one.removal.because ? json::value(domain::code(one.removal.because->kind)) : nullptr}});
    return out;
}

std::string shown(const std::optional<core::Date>& date) { return date ? core::iso(*date) : ""; }

}  // namespace

std::string state_sentence(const domain::Participant& p) {
    if (p.gone_on && p.gone_because)
        return "nom retiré le " + french::date(*p.gone_on) + " : " + std::string(domain::label(*p.gone_because));
    if (p.path_ended_on) return "parcours fini le " + french::date(*p.path_ended_on);
    return "dans son parcours";
}

json::object person_json(const domain::ParticipantLine& line) {
    const domain::Participant& p = line.participant;
    return {{"pseudonyme", p.pseudonym},
            {"opcs", line.opcs},
            {"declaree_par", line.declared_by},
            {"creee_le", core::iso(p.created_on)},
            {"fin_de_parcours", json_of(p.path_ended_on)},
            {"nom_garde", line.named},
            {"gel", line.held},
            {"doublons", line.twins},
            {"nom_retire_le", json_of(p.gone_on)},
            {"motif_du_retrait", p.gone_because ? json::value(domain::code(*p.gone_because)) : nullptr},
            {"revision", p.revision}};
}

json::array holds_json(const std::vector<domain::Hold>& holds) {
    json::array out;
    for (const domain::Hold& hold : holds)
        out.push_back({{"gel_id", hold.id.value},
                       {"nature", domain::code(hold.kind)},
                       {"motif", hold.reason},
                       {"jusqu_au", json_of(hold.until)},
                       {"pose_le", core::iso(hold.set_on)},
                       {"pose_par", hold.set_by},
                       {"leve_le", json_of(hold.lifted_on)}});
    return out;
}

json::array transfers_json(const std::vector<domain::PersonTransfer>& transfers) {
    json::array out;
    for (const domain::PersonTransfer& one : transfers)
        out.push_back({{"de", one.from}, {"vers", one.into}, {"date", instant_text(one.at)}, {"acteur", one.actor}});
    return out;
}

Answer people_answer(const std::vector<domain::ParticipantLine>& lines, std::int64_t total) {
    Answer out;
    out.rows = "personnes";
    out.title = french::count(static_cast<std::uint64_t>(total), "personne");
    out.table.columns = {"Pseudonyme", "OPCS", "Déclarée par", "Depuis le", "État", "Doublons"};
    out.numeric = {false, false, false, false, false, true};
    json::array list;
    for (const domain::ParticipantLine& line : lines) {
        list.emplace_back(person_json(line));
        out.table.rows.push_back({line.participant.pseudonym, line.opcs, line.declared_by,
                                  core::iso(line.participant.created_on), state_sentence(line.participant),
                                  std::to_string(line.twins)});
    }
    if (list.empty()) out.lines.push_back("Aucune personne ; « clausier personnes creer » en déclare.");
    out.document = json::object{{"personnes_total", total}, {"personnes", std::move(list)}};
    return out;
}

Answer answer(const domain::PersonSheet& sheet) {
    Answer out;
    const domain::Participant& p = sheet.line.participant;
    out.title = p.pseudonym + " : " + state_sentence(p);
    json::object document = person_json(sheet.line);
    json::array twins;
    for (const domain::Participant& twin : sheet.twins) twins.emplace_back(twin.pseudonym);
    document["doublons"] = std::move(twins);
    document["reunie_a"] = text_or_null(sheet.merged_into);
    document["gels"] = holds_json(sheet.holds);
    document["transferts"] = transfers_json(sheet.transfers);
    document["retrait_prevu_le"] = p.gone_on ? json::value(nullptr) : json_of(sheet.removal.on);
    out.table.columns = {"Quoi", "Valeur"};
    out.numeric = {false, false};
    out.table.rows = {{"OPCS", sheet.line.opcs},
                      {"Déclarée par", sheet.line.declared_by},
                      {"Depuis le", core::iso(p.created_on)},
                      {"État", state_sentence(p)},
                      {"Retrait du nom", p.gone_on          ? "fait"
                                         : sheet.removal.on ? core::iso(*sheet.removal.on)
                                                            : "pas encore daté"}};
    for (const domain::Participant& twin : sheet.twins)
        out.table.rows.push_back({"Semble la même personne que", twin.pseudonym});
    out.document = std::move(document);
    return out;
}

Answer names_answer(const std::string& pseudonym, const domain::PersonNames& names) {
    Answer out;
    out.title = pseudonym;
    out.document = json::object{{"pseudonyme", pseudonym},
                                {"nom", names.family.reveal()},
                                {"prenom", names.given.reveal()},
                                {"naissance", json_of(names.born_on)}};
    out.table.columns = {"Pseudonyme", "Nom", "Prénom", "Naissance"};
    out.numeric = {false, false, false, false};
    out.table.rows = {{pseudonym, names.family.reveal(), names.given.reveal(), shown(names.born_on)}};
    return out;
}

Answer proposals_answer(const std::vector<std::pair<domain::Participant, domain::Participant>>& pairs) {
    Answer out;
    out.rows = "propositions";
    out.title = "Fiches qui semblent d’une même personne";
    out.table.columns = {"Ancienne", "Nouvelle"};
    out.numeric = {false, false};
    json::array list;
    for (const auto& [older, newer] : pairs) {
        list.push_back({{"ancienne", older.pseudonym}, {"nouvelle", newer.pseudonym}});
        out.table.rows.push_back({older.pseudonym, newer.pseudonym});
    }
    if (list.empty()) out.lines.push_back("Aucune personne ne semble déclarée deux fois.");
    out.document = json::object{{"propositions", std::move(list)}};
    return out;
}

Answer holds_answer(const std::vector<domain::Hold>& holds) {
    Answer out;
    out.rows = "gels";
    out.title = "Gels";
    out.table.columns = {"N°", "Nature", "Motif", "Jusqu’au", "Posé le", "Levé le"};
    out.numeric = {true, false, false, false, false, false};
    for (const domain::Hold& hold : holds)
        out.table.rows.push_back({std::to_string(hold.id.value), std::string(domain::label(hold.kind)), hold.reason,
                                  hold.until ? core::iso(*hold.until) : "sans fin", core::iso(hold.set_on),
                                  shown(hold.lifted_on)});
    if (holds.empty()) out.lines.push_back("Aucun gel n’empêche de retirer un nom.");
    out.document = json::object{{"gels", holds_json(holds)}};
    return out;
}

Answer answer(const domain::PurgePlan& plan) {
    Answer out;
    out.title = "Prochaine purge";
    out.table.columns = {"Pseudonyme", "Quand", "Pourquoi"};
    out.numeric = {false, false, false};
    const auto add = [&](const std::vector<domain::PlannedRemoval>& list, const std::string& why) {
        for (const domain::PlannedRemoval& one : list)
            out.table.rows.push_back(
                {one.participant.pseudonym, one.removal.on ? core::iso(*one.removal.on) : "sans date", why});
    };
    add(plan.due, "délai atteint");
    add(plan.upcoming, "délai proche");
    add(plan.held, "retenu par un gel");
    json::array copies;
    for (const std::string& copy : plan.copies) {
        copies.emplace_back(copy);
        out.table.rows.push_back({copy, "à la prochaine purge", "ancienne copie de la base"});
    }
    if (plan.due.empty() && plan.copies.empty()) out.lines.push_back("Rien n’est à retirer aujourd’hui.");
    out.document = json::object{{"a_retirer", planned(plan.due)},
                                {"a_venir", planned(plan.upcoming)},
                                {"geles", planned(plan.held)},
                                {"en_parcours", plan.open},
                                {"gels", holds_json(plan.holds)},
                                {"copies", std::move(copies)},
                                {"regles", json::object{{"noms_mois", plan.rules.name_months},
                                                        {"journaux_mois", plan.rules.log_months},
                                                        {"copies_jours", plan.rules.copy_days}}}};
    return out;
}

}  // namespace clausier::present
