// Gives the journal its documents and its words.
#include "clausier/present/journal.hpp"

#include <fmt/format.h>

#include <array>

#include "clausier/core/french.hpp"
#include "lot_words.hpp"

namespace clausier::present {
namespace {

namespace json = boost::json;
namespace french = core::french;

// « 21 novembre 2026, 10:00:05 UTC ».
std::string moment(core::Instant at) { return fmt::format("{}, {} UTC", day_text(at), instant_text(at).substr(11, 8)); }

// The page of a subject: "marche/12" is /marches/12; what has no number has no page ("compte/inconnu").
json::value link(const std::string& subject) {
    struct Page {
        std::string_view before, url;
        bool numbered = true;
    };
    static constexpr std::array<Page, 10> pages{{{"marche/", "/marches/"},
                                                 {"lot/", "/lots/"},
                                                 {"dossier/", "/dossiers/"},
                                                 {"compte/", "/comptes/"},
                                                 {"organisation/", "/organisations/"},
                                                 {"structure/", "/structures/"},
                                                 {"reference/", "/references/", false},
                                                 {"modele/", "/documents/modeles/", false},
                                                 {"personne/", "/personnes/", false},
                                                 {"achats/", "/achats/"}}};
    for (const Page& page : pages) {
        if (!subject.starts_with(page.before)) continue;
        const std::string which = subject.substr(page.before.size());
        const bool known = page.numbered ? which.find_first_not_of("0123456789") == std::string::npos
                                         : which.find_first_of("?# ") == std::string::npos;
        if (known && !which.empty()) return json::string(std::string(page.url) + which);
    }
    return nullptr;
}

std::string count_of_rows(std::int64_t rows) { return french::count(static_cast<std::uint64_t>(rows), "ligne"); }

json::value end_of_chain(const std::optional<domain::JournalRow>& row) {
    if (!row) return nullptr;
    return json::object{{"ligne", row->id}, {"date", instant_text(row->entry.at)}};
}

}  // namespace

Answer answer(const domain::JournalPage& page) {
    Answer out;
    out.rows = "lignes";
    out.title = "Journal : " + count_of_rows(page.total);
    out.table.columns = {"Ligne", "Date (UTC)", "Acteur", "Action", "Sujet", "Détail"};
    out.numeric = {true, false, false, false, false, false};
    json::array list;
    for (const domain::JournalRow& row : page.rows) {
        const std::string at = instant_text(row.entry.at);
        list.push_back({{"ligne", row.id},
                        {"date", at},
                        {"acteur", row.entry.actor},
                        {"action", row.entry.action},
                        {"sujet", row.entry.subject},
                        {"detail", row.entry.detail},
                        {"empreinte", row.hash}});
        out.table.rows.push_back(
            {std::to_string(row.id), at, row.entry.actor, row.entry.action, row.entry.subject, row.entry.detail});
    }
    if (page.rows.empty()) out.lines.push_back("Aucune ligne du journal ne répond à ces filtres.");
    out.document = json::object{{"lignes_total", page.total}, {"lignes", std::move(list)}};
    return out;
}

Answer answer(const domain::JournalCheck& check) {
    json::object document{{"intact", check.holds()},
                          {"lignes", check.rows},
                          {"lignes_purgees", check.purged},
                          {"premiere", end_of_chain(check.first)},
                          {"derniere", end_of_chain(check.last)},
                          {"derniere_empreinte", check.last ? json::value(check.last->hash) : json::value(nullptr)}};
    Answer out;
    if (check.fault) {
        const bool altered = check.fault->kind == domain::JournalBreak::Kind::altered;
        document["ligne_fautive"] = check.fault->id;
        document["faute"] = altered ? "alteree" : "disparue";
    } else {
        out.lines.push_back("Journal intact : " + count_of_rows(check.rows) + ", chaîne d’empreintes entière.");
        if (check.last) out.lines.push_back("Dernière empreinte, à noter ailleurs : " + check.last->hash);
    }
    out.document = std::move(document);
    return out;
}

json::array journal_views(const domain::JournalPage& page) {
    json::array out;
    for (const domain::JournalRow& row : page.rows)
        out.push_back({{"ligne", std::to_string(row.id)},
                       {"quand", moment(row.entry.at)},
                       {"acteur", row.entry.actor},
                       {"action", row.entry.action},
                       {"sujet", row.entry.subject},
                       {"lien", link(row.entry.subject)},
                       {"detail", row.entry.detail}});
    return out;
}

json::object journal_check_view(const domain::JournalCheck& check) {
    json::object out{{"intact", check.holds()},
                     {"lignes", count_of_rows(check.rows)},
                     {"purgees", check.purged == 0 ? json::value(nullptr) : json::value(count_of_rows(check.purged))},
                     {"depuis", check.first ? json::value(moment(check.first->entry.at)) : json::value(nullptr)},
                     {"jusqua", check.last ? json::value(moment(check.last->entry.at)) : json::value(nullptr)},
                     {"empreinte", check.last ? json::value(check.last->hash) : json::value(nullptr)},
                     {"ligne", nullptr},
                     {"alteree", false}};
    if (check.fault) {
        out["ligne"] = std::to_string(check.fault->id);
        out["alteree"] = check.fault->kind == domain::JournalBreak::Kind::altered;
    }
    return out;
}

}  // namespace clausier::present
