// What a person is given of what is kept about her.
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "clausier/core/french.hpp"
#include "clausier/present/executions.hpp"
#include "clausier/present/people.hpp"
#include "lot_words.hpp"
#include "person_json.hpp"

namespace clausier::present {
namespace {

namespace french = core::french;

json::value health_json(const std::optional<bool>& disabled_worker) {
    return disabled_worker ? json::value(*disabled_worker) : json::value(nullptr);
}

std::string health_words(const std::optional<bool>& disabled_worker) {
    if (!disabled_worker) return "non demandée";
    return *disabled_worker ? "oui" : "non";
}

json::value identity_json(const std::optional<domain::PersonNames>& names) {
    if (!names) return nullptr;
    return json::object{
        {"nom", names->family.reveal()}, {"prenom", names->given.reveal()}, {"naissance", json_of(names->born_on)}};
}

Paragraph said(std::string text, bool note = false) { return {{{std::move(text)}}, note}; }

DocTable facts(const domain::PersonRecord& record) {
    const domain::Participant& p = record.line.participant;
    DocTable out;
    out.caption = "Fiche " + p.pseudonym;
    out.headers = {{{"Donnée"}}, {{"Ce qui est gardé"}}};
    out.widths = {1, 2};
    const auto row = [&](std::string name, std::string value) {
        out.rows.push_back({{{std::move(name)}}, {{std::move(value)}}});
    };
    if (record.names) {
        row("Nom", record.names->family.reveal());
        row("Prénom", record.names->given.reveal());
        row("Date de naissance", record.names->born_on ? french::date(*record.names->born_on) : "");
    } else {
        row("Identité", "elle n’est plus gardée sur cette fiche");
    }
    row("Reconnaissance de travailleur handicapé", health_words(record.disabled_worker));
    row("Suivie par", record.line.opcs);
    row("Déclarée par", record.line.declared_by);
    row("Fiche créée le", french::date(p.created_on));
    row("État", state_sentence(p));
    for (const domain::Hold& hold : record.holds)
        row("Conservation prolongée", std::string(domain::label(hold.kind)) + " : " + hold.reason);
    for (const domain::PersonTransfer& one : record.transfers)
        row("Transfert", "de " + one.from + " à " + one.into + ", le " + day_text(one.at));
    return out;
}

json::array placements_json(const domain::PersonRecord& record) {
    json::array out;
    for (const domain::PersonPlacement& one : record.placements) {
        const domain::EntryProfile& entry = one.line.placement.profile;
        json::object placement = answer(one.line).document.as_object();
        placement["profil"] = {
            {"sexe", entry.sex}, {"age", entry.age}, {"diplome", entry.diploma}, {"situation", entry.situation}};
        placement["releves"] = answer(one.statements).document.at("releves");
        out.emplace_back(std::move(placement));
    }
    return out;
}

std::string entry_words(const domain::EntryProfile& entry) {
    std::string out;
    for (const auto& [facet, code] : {std::pair<const char*, const std::string&>{"sex", entry.sex},
                                      {"age", entry.age},
                                      {"diploma", entry.diploma},
                                      {"situation", entry.situation}}) {
        const domain::EntryValue* const known = domain::entry_value(facet, code);
        if (code.empty()) continue;
        out += (out.empty() ? "" : ", ") + (known ? known->label : code);
    }
    return out;
}

// A placement as a table of two columns, then its months.
void add_placement(std::vector<Block>& blocks, const domain::PersonPlacement& one) {
    const Answer shown = answer(one.line);
    DocTable facts;
    facts.caption = shown.title;
    facts.headers = {{{"Donnée"}}, {{"Ce qui est gardé"}}};
    facts.widths = {1, 2};
    for (const auto& row : shown.table.rows) facts.rows.push_back({{{row[0]}}, {{row[1]}}});
    if (const std::string words = entry_words(one.line.placement.profile); !words.empty())
        facts.rows.push_back({{{"À l’entrée"}}, {{words}}});
    blocks.emplace_back(std::move(facts));
    if (one.statements.entries.empty()) return;
    DocTable months;
    months.caption = "Heures de la mise en œuvre n° " + std::to_string(one.line.placement.id.value);
    months.headers = {{{"Mois"}}, {{"Heures"}}, {{"État"}}};
    for (const domain::StatementEntry& entry : one.statements.entries)
        months.rows.push_back({{{entry.statement.month.label()}},
                               {{french::hours(entry.statement.total())}},
                               {{std::string(domain::label(entry.statement.state))}}});
    blocks.emplace_back(std::move(months));
}

DocTable accesses(const domain::PersonRecord& record) {
    DocTable out;
    out.caption = "Qui a lu ou changé la fiche " + record.line.participant.pseudonym;
    out.headers = {{{"Date (UTC)"}}, {{"Compte"}}, {{"Action"}}};
    for (const domain::PersonAccess& one : record.accesses)
        out.rows.push_back({{{instant_text(one.at)}}, {{one.actor}}, {{one.action}}});
    return out;
}

}  // namespace

Answer answer(const domain::PersonFile& file) {
    Answer out;
    out.rows = "fiches";
    out.title = "Données d’une personne";
    out.table.columns = {"Pseudonyme", "OPCS", "Nom", "Prénom", "Naissance"};
    out.numeric = {false, false, false, false, false};
    json::array records;
    for (const domain::PersonRecord& record : file.records) {
        json::object one = person_json(record.line);
        one["identite"] = identity_json(record.names);
        one["travailleur_handicape"] = health_json(record.disabled_worker);
        one["gels"] = holds_json(record.holds);
        one["transferts"] = transfers_json(record.transfers);
        json::array looks;
        for (const domain::PersonAccess& look : record.accesses)
            looks.push_back({{"date", instant_text(look.at)}, {"acteur", look.actor}, {"action", look.action}});
        one["acces"] = std::move(looks);
        one["mises"] = placements_json(record);
        records.emplace_back(std::move(one));
        out.table.rows.push_back({record.line.participant.pseudonym, record.line.opcs,
                                  record.names ? record.names->family.reveal() : "",
                                  record.names ? record.names->given.reveal() : "",
                                  record.names && record.names->born_on ? core::iso(*record.names->born_on) : ""});
    }
    json::array others;
    for (const domain::PersonElsewhere& one : file.elsewhere) {
        others.push_back({{"pseudonyme", one.pseudonym}, {"opcs", one.opcs}});
        out.lines.push_back("La fiche " + one.pseudonym + " est à demander à\u00a0: " + one.opcs + ".");
    }
    out.document = json::object{
        {"faites_le", instant_text(file.made_at)}, {"fiches", std::move(records)}, {"autres_opcs", std::move(others)}};
    return out;
}

Document person_document(const domain::PersonFile& file, const std::string& controller, const std::string& contact) {
    Document out;
    out.title = "Vos données";
    out.author = controller;
    out.subject = "Réponse à une demande d’accès (article 15 du RGPD)";
    out.made_at = file.made_at;
    out.blocks.push_back(said("Voici tout ce que ce logiciel garde à votre sujet, arrêté au " + day_text(file.made_at) +
                              ". Vous pouvez demander de corriger ou d’effacer ces données" +
                              (contact.empty() ? "." : " : " + contact + ".")));
    for (const domain::PersonRecord& record : file.records) {
        out.blocks.push_back(Title{1, {{record.line.opcs}}});
        out.blocks.push_back(facts(record));
        for (const domain::PersonPlacement& one : record.placements) add_placement(out.blocks, one);
        if (!record.accesses.empty()) out.blocks.push_back(accesses(record));
    }
    if (!file.elsewhere.empty()) {
        out.blocks.push_back(Title{1, {{"Autres organisations"}}});
        for (const domain::PersonElsewhere& one : file.elsewhere)
            out.blocks.push_back(said("Une fiche qui semble la vôtre, " + one.pseudonym +
                                      ", est tenue par\u00a0: " + one.opcs + "\u00a0; demandez-la-lui."));
    }
    out.blocks.push_back(
        said("Chaque fiche est celle d’une organisation qui vous suit ou vous a suivi. Hors de ces "
             "fiches, vous n’êtes désigné que par un pseudonyme.",
             true));
    return out;
}

}  // namespace clausier::present
