// Contacts, exchanges and tasks: what is refused, what is only tidied, and what is late.
#include "clausier/domain/follow_up.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier;
using namespace clausier::domain;

namespace {

core::Date day(const char* text) { return core::parse_iso_date(text).value(); }

std::string places(const std::vector<core::Issue>& issues) {
    std::string out;
    for (const core::Issue& issue : issues) out += (out.empty() ? "" : ", ") + issue.where;
    return out;
}

Contact contact(std::string phone, std::string email) {
    Contact out;
    out.name = "Service achats";
    out.phone = std::move(phone);
    out.email = std::move(email);
    return out;
}

}  // namespace

TEST_CASE("codes of subjects and exchanges read back, and nothing else is one") {
    for (const SubjectKind kind :
         {SubjectKind::organisation, SubjectKind::enquiry, SubjectKind::market, SubjectKind::lot})
        CHECK(subject_kind(code(kind)) == kind);
    for (const ExchangeKind kind : exchange_kinds) CHECK(exchange_kind(code(kind)) == kind);
    CHECK(code(SubjectKind::enquiry) == "dossier");
    CHECK(code(ExchangeKind::site_visit) == "visite");
    CHECK_FALSE(subject_kind("marché").has_value());
    CHECK_FALSE(exchange_kind("").has_value());
}

TEST_CASE("a telephone or an e-mail is refused only when it is clearly wrong") {
    for (const char* phone : {"", "01 99 00 12 34", "+33 1 99 00 12 34", "01.99.00.12.34 poste 12", "3949"})
        CHECK(faults(contact(phone, "")).empty());
    for (const char* phone : {"à demander", "12", "111111111111111111111"})
        CHECK(places(faults(contact(phone, ""))) == "telephone");
    for (const char* email : {"", "achats@valbrume.example", "a.b+c@mairie.valbrume.example", "é@valbrume.example"})
        CHECK(faults(contact("", email)).empty());
    for (const char* email : {"valbrume.example", "@valbrume.example", "a b@valbrume.example", "a@valbrume", "a@b..c",
                              "a@valbrume.example.", "a@b.c, d@e.f"})
        CHECK(places(faults(contact("", email))) == "courriel");
}

TEST_CASE("every fault is told, each in its field") {
    CHECK(places(faults(Contact{})) == "nom");
    CHECK(places(faults(Exchange{})) == "date, resume");
    CHECK(places(faults(Task{})) == "titre");
    Task task;
    task.title = std::string(301, 'a');
    task.owner = std::string(301, 'a');
    CHECK(places(faults(task)) == "titre, referent");
    std::string accents;
    for (int i = 0; i < 300; ++i) accents += "é";
    task.title = accents;
    task.owner = "";
    CHECK(faults(task).empty());
    Exchange exchange;
    exchange.on = day("2026-11-20");
    exchange.summary = "Visite du chantier";
    exchange.report = std::string(20'001, 'a');
    CHECK(places(faults(exchange)) == "compte_rendu");
}

TEST_CASE("lines are collapsed, a report keeps its lines") {
    Exchange exchange;
    exchange.summary = "  Visite\r\n du   chantier ";
    exchange.report = "\r\nPremier point\r\nSecond point\rFin\r\n";
    tidy(exchange);
    CHECK(exchange.summary == "Visite du chantier");
    CHECK(exchange.report == "Premier point\nSecond point\nFin");
}

TEST_CASE("a task is late the day after it was due, until it is done") {
    Task task;
    CHECK_FALSE(late(task, day("2026-11-21")));
    task.due_on = day("2026-11-20");
    CHECK_FALSE(late(task, day("2026-11-20")));
    CHECK(late(task, day("2026-11-21")));
    task.done_on = day("2026-11-21");
    CHECK_FALSE(late(task, day("2026-11-21")));
}

TEST_CASE("what changes is told by the names of the fields alone") {
    Contact before = contact("", "");
    Contact after = contact("01 99 00 12 34", "achats@valbrume.example");
    CHECK(changed_fields(field_texts(before), field_texts(after)) == "telephone, courriel");
    Task task;
    Task done;
    done.done_on = day("2026-11-21");
    CHECK(changed_fields(field_texts(task), field_texts(done)) == "faite_le");
}
