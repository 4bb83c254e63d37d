// Views of what an import does or did.
#include <algorithm>

#include "clausier/core/french.hpp"
#include "clausier/domain/import_remarks.hpp"
#include "clausier/present/import_views.hpp"

namespace clausier::present {
namespace {

namespace json = boost::json;
namespace french = core::french;

std::string plain(std::int64_t number) { return french::number(number, 1); }

// What became of a row, in words: a kind of row is one already, a fault has a sentence.
std::string reason_text(const std::string& reason) {
    const domain::RemarkInfo* known = domain::find_remark(reason);
    if (known) return std::string(known->meaning);
    return reason == "en_tete" ? "en-tête répété" : reason;
}

std::string lines(std::int64_t number, std::string_view one, std::string_view many) {
    return french::count(static_cast<std::uint64_t>(number), one, many);
}

json::array fault_views(const domain::ImportOutcome& outcome) {
    std::vector<const domain::FaultCount*> sorted;
    for (const domain::FaultCount& fault : outcome.faults) sorted.push_back(&fault);
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const auto* a, const auto* b) { return a->severity > b->severity; });
    json::array out;
    for (const domain::FaultCount* fault : sorted) {
        const domain::RemarkInfo* known = domain::find_remark(fault->code);
        const bool error = fault->severity == core::Severity::error;
        out.push_back({{"sens", known ? std::string(known->meaning) : fault->code},
                       {"texte", fault->first.sentence()},
                       {"nombre", plain(fault->count)},
                       {"gravite", error                                        ? "erreur"
                                   : fault->severity == core::Severity::warning ? "avertissement"
                                                                                : "information"},
                       {"erreur", error},
                       {"avertissement", fault->severity == core::Severity::warning}});
    }
    return out;
}

json::array change_views(const domain::ImportOutcome& outcome) {
    const auto shown = [](const std::string& text) { return text.empty() ? std::string("(rien)") : text; };
    json::array out;
    for (const domain::ValueChange& change : outcome.changes)
        out.push_back({{"marche", change.market},
                       {"lot", change.lot.value_or("")},
                       {"champ", domain::info(change.field).label},
                       {"avant", shown(change.before)},
                       {"apres", shown(change.after)}});
    return out;
}

}  // namespace

json::object outcome_view(const domain::ImportOutcome& o) {
    json::array skipped;
    for (const domain::SkipCount& skip : o.skipped)
        skipped.push_back({{"motif", reason_text(skip.reason)}, {"nombre", plain(skip.count)}});
    const auto key = [](std::string_view label, std::int64_t value) {
        return json::object{{"libelle", label}, {"valeur", plain(value)}};
    };
    return {
        {"cles", json::array{key("Marchés nouveaux", o.markets_new), key("Marchés modifiés", o.markets_changed),
                             key("Marchés identiques", o.markets_same), key("Lots", o.lots)}},
        {"equilibre",
         lines(o.rows_read, "ligne lue", "lignes lues") + " = " + lines(o.rows_kept, "retenue", "retenues") + " + " +
             lines(o.rows_ignored, "ignorée", "ignorées") + " + " + lines(o.rows_rejected, "rejetée", "rejetées")},
        {"a_des_problemes", !o.faults.empty()},
        {"problemes", fault_views(o)},
        {"a_des_non_retenues", !o.skipped.empty()},
        {"non_retenues", std::move(skipped)},
        {"a_des_changements", !o.changes.empty()},
        {"changements", change_views(o)},
        {"numero", o.id ? std::to_string(*o.id) : ""},
        {"annule", o.undone},
        {"rien", o.markets_new == 0 && o.markets_changed == 0}};
}

json::array import_list_views(const std::vector<domain::ImportOutcome>& imports) {
    json::array out;
    for (const domain::ImportOutcome& one : imports)
        out.push_back({{"numero", one.id ? std::to_string(*one.id) : ""},
                       {"date", french::date(core::Date(std::chrono::floor<std::chrono::days>(one.at)))},
                       {"fichier", one.file},
                       {"profil", one.profile},
                       {"lignes", plain(one.rows_kept) + " sur " + plain(one.rows_read)},
                       {"marches", lines(one.markets_new, "nouveau", "nouveaux") + ", " +
                                       lines(one.markets_changed, "modifié", "modifiés")},
                       {"etat", one.undone ? "annulé" : "appliqué"},
                       {"annulable", !one.undone}});
    return out;
}

}  // namespace clausier::present
