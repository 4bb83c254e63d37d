// Gives imports their document and their table.
#include "clausier/present/imports.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "clausier/core/french.hpp"

namespace clausier::present {
namespace {

namespace json = boost::json;
using core::french::number;

std::string_view severity_name(core::Severity severity) {
    switch (severity) {
        case core::Severity::info:
            return "information";
        case core::Severity::warning:
            return "avertissement";
        case core::Severity::error:
            break;
    }
    return "erreur";
}

struct Count {
    std::string_view key;
    std::string_view label;
    std::int64_t domain::ImportOutcome::*value;
};

constexpr Count kCounts[] = {{"lignes_lues", "Lignes lues", &domain::ImportOutcome::rows_read},
                             {"lignes_retenues", "Lignes retenues", &domain::ImportOutcome::rows_kept},
                             {"lignes_ignorees", "Lignes ignorées", &domain::ImportOutcome::rows_ignored},
                             {"lignes_rejetees", "Lignes rejetées", &domain::ImportOutcome::rows_rejected},
                             {"marches_nouveaux", "Marchés nouveaux", &domain::ImportOutcome::markets_new},
                             {"marches_modifies", "Marchés modifiés", &domain::ImportOutcome::markets_changed},
                             {"marches_identiques", "Marchés identiques", &domain::ImportOutcome::markets_same},
                             {"lots", "Lots", &domain::ImportOutcome::lots},
                             {"avertissements", "Avertissements", &domain::ImportOutcome::warnings}};

void put_counts(json::object& out, const domain::ImportOutcome& outcome) {
    for (const Count& count : kCounts) out[count.key] = outcome.*count.value;
}

json::array faults_json(const domain::ImportOutcome& outcome) {
    json::array out;
    for (const domain::FaultCount& fault : outcome.faults) {
        json::object one;
        one["code"] = fault.code;
        one["gravite"] = severity_name(fault.severity);
        one["nombre"] = fault.count;
        one["exemple"] = fault.first.sentence();
        out.emplace_back(std::move(one));
    }
    return out;
}

json::array changes_json(const domain::ImportOutcome& outcome) {
    json::array out;
    for (const domain::ValueChange& change : outcome.changes) {
        json::object one;
        one["acheteur"] = change.buyer;
        one["marche"] = change.market;
        one["lot"] = change.lot ? json::value(*change.lot) : json::value(nullptr);
        one["champ"] = domain::info(change.field).label;
        one["avant"] = change.before;
        one["apres"] = change.after;
        out.emplace_back(std::move(one));
    }
    return out;
}

std::string day_of(core::Instant at) { return core::iso(core::Date(std::chrono::floor<std::chrono::days>(at))); }

// « MAPA 2 » (procédure, 12 fois dès la ligne 4) is unknown, and how the command line decides of it.
std::string question(const domain::UnknownValue& value) {
    const domain::FieldInfo& field = domain::info(value.field);
    return fmt::format("« {} » ({}, {} fois dès la ligne {}) est inconnue ; --decision \"{}:{}={}\" en décide",
                       value.value, field.label, value.count, value.first_line, field.key, value.value,
                       value.near.empty() ? "ignorer" : value.near.front().value);
}

void add_lines(Answer& out, const domain::ImportOutcome& outcome) {
    for (const domain::SkipCount& skip : outcome.skipped)
        out.lines.push_back(
            core::french::count(static_cast<std::uint64_t>(skip.count), "ligne non retenue", "lignes non retenues") +
            " : " + skip.reason);
    for (const domain::FaultCount& fault : outcome.faults)
        out.lines.push_back(number(fault.count, 1) + " × " + fault.code + ", par exemple " + fault.first.sentence());
    for (const domain::ValueChange& change : outcome.changes)
        out.lines.push_back("Change : " + change.market +
                            (change.lot && !change.lot->empty() ? ", lot " + *change.lot : "") + ", " +
                            std::string(domain::info(change.field).label) + " : « " + change.before + " » devient « " +
                            change.after + " »");
    for (const std::string& column : outcome.undecided) out.lines.push_back("À décider : " + column);
    for (const domain::UnknownValue& value : outcome.unknown.values)
        if (!value.decision) out.lines.push_back("À décider : " + question(value));
}

}  // namespace

Answer answer(const domain::ImportOutcome& outcome) {
    Answer out;
    json::object document;
    put_counts(document, outcome);
    document["essai"] = !outcome.id.has_value();
    document["etat"] = !outcome.id ? "essai" : outcome.undone ? "annulé" : "appliqué";
    document["import"] = outcome.id ? json::value(*outcome.id) : json::value(nullptr);
    document["profil"] = outcome.profile;
    document["problemes"] = faults_json(outcome);
    json::array skipped;
    for (const domain::SkipCount& skip : outcome.skipped)
        skipped.emplace_back(json::object{{"motif", skip.reason}, {"nombre", skip.count}});
    document["lignes_non_retenues"] = std::move(skipped);
    document["changements"] = changes_json(outcome);
    json::array undecided;
    for (const std::string& column : outcome.undecided) undecided.emplace_back(column);
    document["colonnes_a_decider"] = std::move(undecided);
    domain::UnknownValues open{{}, outcome.unknown.more};
    for (const domain::UnknownValue& value : outcome.unknown.values)
        if (!value.decision) open.values.push_back(value);
    document["valeurs_a_decider"] = unknown_json(open);
    out.document = std::move(document);
    const std::string number_and_file =
        outcome.id ? "n° " + std::to_string(*outcome.id) + " : " + outcome.file : outcome.file;
    out.title = !outcome.id      ? "Essai, rien n’est enregistré : " + outcome.file
                : outcome.undone ? "Annulé, tout est revenu comme avant l’import " + number_and_file
                                 : "Import " + number_and_file;
    out.table.columns = {"Import (profil " + outcome.profile + ")", "Nombre"};
    out.numeric = {false, true};
    for (const Count& count : kCounts)
        out.table.rows.push_back({std::string(count.label), number(outcome.*count.value, 1)});
    add_lines(out, outcome);
    return out;
}

Answer answer(const std::vector<domain::ImportOutcome>& imports) {
    const auto state = [](const domain::ImportOutcome& outcome) {
        return !outcome.id ? "essai" : outcome.undone ? "annulé" : "appliqué";
    };
    Answer out;
    out.title = "Imports";
    out.rows = "imports";
    out.table.columns = {"N°", "Date", "Fichier", "Profil", "État", "Lignes", "Marchés nouveaux", "modifiés", "Lots"};
    out.numeric = {true, false, false, false, false, true, true, true, true};
    json::array list;
    for (const domain::ImportOutcome& outcome : imports) {
        json::object one;
        one["import"] = outcome.id ? json::value(*outcome.id) : json::value(nullptr);
        one["date"] =
            fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::chrono::system_clock::to_time_t(outcome.at)));
        one["fichier"] = outcome.file;
        one["profil"] = outcome.profile;
        one["etat"] = state(outcome);
        put_counts(one, outcome);
        list.emplace_back(std::move(one));
        out.table.rows.push_back({outcome.id ? std::to_string(*outcome.id) : "–", day_of(outcome.at), outcome.file,
                                  outcome.profile, state(outcome), number(outcome.rows_read, 1),
                                  number(outcome.markets_new, 1), number(outcome.markets_changed, 1),
                                  number(outcome.lots, 1)});
    }
    if (imports.empty()) out.lines.push_back("Aucun import : commencez par « clausier importer FICHIER --base BASE ».");
    json::object document;
    document["imports"] = std::move(list);
    out.document = std::move(document);
    return out;
}

}  // namespace clausier::present
