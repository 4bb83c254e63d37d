// The documents and tables of follow-up and of weeks.
#include "clausier/present/follow_up.hpp"

#include <boost/json/array.hpp>
#include <catch2/catch_test_macros.hpp>

#include "clausier/present/tables.hpp"

using namespace clausier;

namespace {

core::Date day(const char* text) { return core::parse_iso_date(text).value(); }

domain::FollowUp follow_up() {
    domain::FollowUp out;
    out.about = {{domain::SubjectKind::lot, 7}, "Lot 1 – Peinture", "Commune de Valbrume"};
    domain::Contact contact;
    contact.id = {3};
    contact.name = "Camille Essai";
    contact.phone = "01.99";
    out.contacts = {contact};
    contact.id = {4};
    contact.name = "Achats";
    out.related = {{contact, {{domain::SubjectKind::organisation, 2}, "Commune de Valbrume", ""}}};
    domain::ExchangeLine line;
    line.exchange.id = {5};
    line.exchange.on = day("2026-11-24");
    line.exchange.kind = domain::ExchangeKind::site_visit;
    line.exchange.summary = "Chantier";
    line.exchange.contact = domain::Id<domain::Contact>{3};
    line.contact = "Camille Essai";
    out.exchanges = {line};
    domain::Task task;
    task.id = {6};
    task.title = "=Rappeler";
    task.due_on = day("2026-11-20");
    out.tasks = {task};
    return out;
}

domain::Week week() {
    domain::Agenda agenda;
    domain::TaskLine late;
    late.task.id = {1};
    late.task.title = "Rappeler";
    late.task.due_on = day("2026-11-18");
    late.about = {{domain::SubjectKind::market, 2}, "École", "Commune de Valbrume"};
    domain::TaskLine undated = late;
    undated.task.id = {2};
    undated.task.due_on.reset();
    domain::ExchangeLine visit;
    visit.exchange.id = {3};
    visit.exchange.on = day("2026-11-22");
    visit.exchange.summary = "Chantier";
    agenda.tasks = {undated, late};
    agenda.exchanges = {visit};
    agenda.deadlines = {{{9}, domain::DeadlineKind::publication, day("2026-11-21"), "Gymnase", "Valbrume", "Nord"}};
    return domain::week_of(day("2026-11-21"), day("2026-11-21"), agenda);
}

}  // namespace

TEST_CASE("the document of a follow-up holds its four lists, whole") {
    const present::Answer answer = present::answer(follow_up(), day("2026-11-21"));
    const auto& document = answer.document;
    CHECK(document.at("genre").as_string() == "lot");
    CHECK(document.at("numero").as_int64() == 7);
    CHECK(document.at("contacts").at(0).at("contact_id").as_int64() == 3);
    CHECK(document.at("contacts_lies").at(0).at("objet").as_string() == "Commune de Valbrume");
    CHECK(document.at("echanges").at(0).at("nature").as_string() == "visite");
    CHECK(document.at("echanges").at(0).at("a_venir").as_bool());
    CHECK(document.at("echanges").at(0).at("contact").as_string() == "Camille Essai");
    CHECK(document.at("taches").at(0).at("en_retard").as_bool());
    CHECK(document.at("taches").at(0).at("faite_le").is_null());
}

TEST_CASE("each list is a table of its own, safe in a spreadsheet") {
    CHECK(present::tasks_answer(follow_up(), day("2026-11-20")).table.rows.at(0).back() == "à faire");
    const present::Answer tasks = present::tasks_answer(follow_up(), day("2026-11-21"));
    CHECK(tasks.table.rows.at(0).back() == "en retard");
    CHECK(present::csv_fr(tasks).find("'=Rappeler") != std::string::npos);
    const present::Answer contacts = present::contacts_answer(follow_up());
    CHECK(contacts.table.rows.size() == 2);
    // A telephone is never taken for a number.
    bool text = false;
    const present::TypedTable table = present::typed_table(contacts);
    for (const present::TypedCell& cell : table.rows.at(0))
        text = text || (cell.text == "01.99" && cell.kind == core::CellKind::text);
    CHECK(text);
    CHECK(present::exchanges_answer(follow_up(), day("2026-11-21")).table.rows.at(0).at(2) == "Visite");
    domain::FollowUp nothing;
    CHECK(present::tasks_answer(nothing, day("2026-11-21")).lines.size() == 1);
}

TEST_CASE("a week is one list: what is late, then day by day, then what has no date") {
    const present::Answer answer = present::answer(week());
    CHECK(answer.document.at("lundi").as_string() == "2026-11-16");
    CHECK(answer.document.at("dimanche").as_string() == "2026-11-22");
    const auto& rows = answer.document.at("elements").as_array();
    REQUIRE(rows.size() == 4);
    std::string states;
    for (const auto& row : rows)
        states += std::string(row.at("nature").as_string()) + " " + std::string(row.at("etat").as_string()) + ", ";
    CHECK(states == "tache en_retard, echeance a_venir, echange a_venir, tache a_faire, ");
    CHECK(rows[1].at("genre").as_string() == "dossier");
    CHECK(rows[1].at("id").is_null());
    CHECK(rows[3].at("date").is_null());
    CHECK(answer.table.rows.size() == 4);
    CHECK(present::csv(answer).find("2026-11-18,tache,en_retard,Rappeler,marche,2,École") != std::string::npos);
}

TEST_CASE("an empty week says so") {
    const present::Answer answer = present::answer(domain::week_of(day("2026-11-21"), day("2026-11-21"), {}));
    CHECK(answer.document.at("elements").as_array().empty());
    CHECK(answer.lines.size() == 1);
}
