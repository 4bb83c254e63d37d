// Follow-up and weeks in words.
#include "clausier/present/follow_up_views.hpp"

#include <boost/json/array.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace clausier;
using domain::SubjectKind;

namespace {

core::Date day(const char* text) { return core::parse_iso_date(text).value(); }

std::string title(const char* text) {
    return std::string(present::week_view(domain::week_of(day(text), day("2026-11-21"), {})).at("titre").as_string());
}

}  // namespace

TEST_CASE("every subject has a sheet and a follow-up") {
    CHECK(present::follow_up_url({SubjectKind::market, 12}) == "/suivi/marche/12");
    CHECK(present::sheet_url({SubjectKind::market, 12}) == "/marches/12");
    CHECK(present::sheet_url({SubjectKind::lot, 3}) == "/lots/3");
    CHECK(present::sheet_url({SubjectKind::enquiry, 4}) == "/dossiers/4");
    CHECK(present::sheet_url({SubjectKind::organisation, 5}) == "/organisations/5");
}

TEST_CASE("a week is called by its days, months and years being told once") {
    CHECK(title("2026-11-21") == "Semaine du 16 au 22 novembre 2026");
    CHECK(title("2026-12-01") == "Semaine du 30 novembre au 6 décembre 2026");
    CHECK(title("2027-01-01") == "Semaine du 28 décembre 2026 au 3 janvier 2027");
    CHECK(title("2026-06-03") == "Semaine du 1er au 7 juin 2026");
}

TEST_CASE("lateness is told in days, and only while it is to be done") {
    domain::FollowUp follow_up;
    domain::Task task;
    task.due_on = day("2026-11-20");
    follow_up.tasks.push_back(task);
    task.due_on = day("2026-11-18");
    follow_up.tasks.push_back(task);
    task.done_on = day("2026-11-19");
    follow_up.tasks.push_back(task);
    const auto view = present::follow_up_view(follow_up, day("2026-11-21"));
    const auto& tasks = view.at("taches").as_array();
    CHECK(tasks[0].at("en_retard").as_string() == "en retard de 1\u00a0jour");
    CHECK(tasks[1].at("en_retard").as_string() == "en retard de 3\u00a0jours");
    CHECK(tasks[2].at("en_retard").as_string().empty());
    CHECK(tasks[2].at("faite_le").as_string() == "19 novembre 2026");
}

TEST_CASE("the kind of an exchange is not told twice") {
    domain::FollowUp follow_up;
    for (const char* summary : {"Appel : rappeler lundi", "Appel", "Appelée par la mairie", "Le lot 2 suffit"}) {
        domain::ExchangeLine line;
        line.exchange.on = day("2026-11-20");
        line.exchange.summary = summary;
        follow_up.exchanges.push_back(line);
    }
    const auto view = present::follow_up_view(follow_up, day("2026-11-21"));
    const auto& exchanges = view.at("echanges").as_array();
    CHECK(exchanges[0].at("nature").is_null());
    CHECK(exchanges[1].at("nature").is_null());
    CHECK(exchanges[2].at("nature").as_string() == "Appel");
    CHECK(exchanges[3].at("nature").as_string() == "Appel");
}

TEST_CASE("a report is shown line by line") {
    domain::FollowUp follow_up;
    domain::ExchangeLine line;
    line.exchange.on = day("2026-11-20");
    line.exchange.report = "Premier\nSecond";
    follow_up.exchanges = {line};
    const auto view = present::follow_up_view(follow_up, day("2026-11-21"));
    CHECK(view.at("echanges").at(0).at("compte_rendu").as_array().size() == 2);
    CHECK_FALSE(view.at("echanges").at(0).at("a_venir").as_bool());
}

TEST_CASE("a week shows its seven days, today among them, and what is late apart") {
    domain::Agenda agenda;
    agenda.deadlines = {{{1}, domain::DeadlineKind::question, day("2026-11-19"), "École", "Valbrume", ""},
                        {{1}, domain::DeadlineKind::publication, day("2026-11-21"), "École", "Valbrume", ""}};
    const auto view = present::week_view(domain::week_of(day("2026-11-21"), day("2026-11-21"), agenda));
    CHECK(view.at("a_du_retard").as_bool());
    CHECK(view.at("passees").at(0).at("depassee").as_bool());
    CHECK(view.at("en_cours").as_bool());
    const auto& days = view.at("jours").as_array();
    REQUIRE(days.size() == 7);
    CHECK(days[0].at("nom").as_string() == "lundi 16 novembre");
    CHECK(days[5].at("aujourdhui").as_bool());
    CHECK(days[5].at("echeances").at(0).at("lien").as_string() == "/dossiers/1");
    CHECK_FALSE(days[5].at("echeances").at(0).at("depassee").as_bool());
    CHECK(days[6].at("vide").as_bool());
}
