// Answers about people name nobody unless names were asked for.
#include "clausier/present/people.hpp"

#include <boost/json/serialize.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace clausier;
using domain::PersonalText;

namespace {

core::Date day(const char* text) { return core::parse_iso_date(text).value(); }

domain::ParticipantLine line() {
    domain::ParticipantLine out;
    out.participant.id = {3};
    out.participant.pseudonym = "P-7F3K-29";
    out.participant.created_on = day("2026-01-05");
    out.opcs = "OPCS du Nord inventé";
    out.declared_by = "Structure de la Maison";
    out.named = true;
    return out;
}

domain::PersonFile file() {
    domain::PersonFile out;
    out.made_at = std::chrono::sys_days(day("2026-11-21"));
    domain::PersonRecord record;
    record.line = line();
    record.names = domain::PersonNames{PersonalText("Personne"), PersonalText("Un"), day("1990-02-28")};
    record.disabled_worker = true;
    record.accesses = {{out.made_at, "compte/3", "personne.exporter"}};
    domain::PersonPlacement work;
    work.line.placement.id = {4};
    work.line.placement.started_on = day("2026-04-01");
    work.line.placement.job = "Peintre";
    work.line.placement.profile.situation = "an unlisted code";
    work.line.placement.criteria = {
        {domain::CriterionSource::market, "minimum_income", "attestation de RSA", {}, "", {}}};
    domain::HoursStatement month;
    month.month = domain::Month::parse("2026-05").value();
    month.lines = {{domain::HourNature::worked, core::Hours::whole(70)}};
    work.statements.entries = {{month, {}, {}, "Jardins inventés", {}}};
    record.placements = {work};
    out.records = {record, {}};
    out.records[1].line = line();
    out.records[1].line.opcs = "OPCS du Sud inventé";
    out.elsewhere = {{"P-4C8D-72", "OPCS de l’Est inventé"}};
    return out;
}

}  // namespace

TEST_CASE("a list and a sheet tell the state in words, and health nowhere") {
    auto one = line();
    CHECK(present::state_sentence(one.participant) == "dans son parcours");
    one.participant.path_ended_on = day("2026-03-01");
    CHECK(present::state_sentence(one.participant) == "parcours fini le 1er mars 2026");
    const auto answer = present::people_answer({one}, 1);
    CHECK(answer.document.at("personnes").at(0).at("fin_de_parcours").as_string() == "2026-03-01");
    domain::PersonSheet sheet;
    sheet.line = one;
    sheet.removal.on = day("2028-03-01");
    for (const auto& document : {answer.document, present::answer(sheet).document}) {
        const std::string text = boost::json::serialize(document);
        CHECK(text.find("handicap") == std::string::npos);
        CHECK(text.find("naissance") == std::string::npos);
    }
    CHECK(present::answer(sheet).document.at("retrait_prevu_le").as_string() == "2028-03-01");
}

TEST_CASE("what a person is given holds everything, record by record") {
    const auto document = present::answer(file()).document;
    CHECK(document.at("fiches").at(0).at("identite").at("naissance").as_string() == "1990-02-28");
    CHECK(document.at("fiches").at(0).at("travailleur_handicape").as_bool());
    const auto& work = document.at("fiches").at(0).at("mises").at(0);
    CHECK(work.at("criteres").at(0).at("preuve").as_string() == "attestation de RSA");
    CHECK(work.at("profil").at("situation").as_string() == "an unlisted code");
    CHECK(work.at("releves").at(0).at("travaillees").as_string() == "70.00");
    CHECK(document.at("fiches").at(1).at("identite").is_null());
    CHECK(document.at("fiches").at(1).at("travailleur_handicape").is_null());
    const std::string paper =
        present::plain_text(present::person_document(file(), "Région inventée", "dpo@region.example"));
    for (const char* part : {"Personne", "28 février 1990", "Reconnaissance de travailleur handicapé\toui",
                             "OPCS du Sud inventé", "elle n’est plus gardée", "compte/3", "dpo@region.example",
                             "Peintre", "attestation de RSA", "an unlisted code", "mai 2026\t70"})
        CHECK(paper.find(part) != std::string::npos);
}

TEST_CASE("a plan tells what goes, what comes and what is held") {
    domain::PurgePlan plan;
    CHECK(present::answer(plan).lines.size() == 1);
    domain::Hold hold;
    hold.kind = domain::HoldKind::funding;
    hold.until = day("2031-12-31");
    plan.due = {{line().participant, {day("2026-11-20"), {}}}};
    plan.held = {{line().participant, {day("2032-01-01"), hold}}};
    const auto answer = present::answer(plan);
    CHECK(answer.document.at("a_retirer").at(0).at("retrait_le").as_string() == "2026-11-20");
    CHECK(answer.document.at("geles").at(0).at("gel").as_string() == "financement");
    CHECK(answer.table.rows.size() == 2);
}
