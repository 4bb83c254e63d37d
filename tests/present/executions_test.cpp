// The execution of a lot told as documents and tables, people by pseudonym or not at all.
#include "clausier/present/executions.hpp"

#include <boost/json/array.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace clausier;

namespace {

core::Date day(const char* text) { return core::parse_iso_date(text).value(); }

domain::Commitment commitment() {
    domain::Commitment out;
    out.id = {3};
    out.lot = {1};
    domain::CommitmentVersion minimum;
    minimum.rank = 1;
    minimum.quantity = domain::Committed::whole(200);
    minimum.since = day("2026-03-01");
    auto offered = minimum;
    offered.rank = 2;
    offered.kind = domain::VersionKind::offered;
    offered.quantity = domain::Committed::whole(240);
    out.versions = {minimum, offered};
    return out;
}

domain::PlacementLine placement() {
    domain::PlacementLine out;
    out.placement.id = {4};
    out.placement.lot = {1};
    out.placement.modality = "cdd";
    out.placement.contract = "cdd";
    out.placement.started_on = day("2026-04-01");
    out.lot = {{1}, {2}, "2026-01", "1", "Peinture"};
    out.holder = "Bâtisseurs inventés";
    out.employer = "Jardins inventés";
    return out;
}

}  // namespace

TEST_CASE("a commitment tells what each of its versions does, and their sum") {
    const auto answer = present::answer(commitment(), day("2026-11-21"));
    CHECK(answer.document.at("du").as_string() == "240.00");
    const auto& versions = answer.document.at("versions").as_array();
    REQUIRE(versions.size() == 2);
    CHECK(versions[1].at("nature").as_string() == "offre");
    CHECK(versions[1].at("effet").as_string() == "240.00");
    CHECK(answer.table.rows.size() == 2);
    CHECK(answer.rows == "versions");
}

TEST_CASE("a placement whose person one may not know says nobody; a list of none says what to do") {
    auto line = placement();
    const auto unknown = present::answer(line);
    CHECK(unknown.document.at("personne").is_null());
    for (const auto& row : unknown.table.rows) CHECK(row.at(0) != "Personne");
    line.pseudonym = "P-7F3K-29";
    line.placement.eligibility = {true, day("2026-04-01"), "Bénéficiaire du RSA"};
    CHECK(present::answer(line).document.at("pourquoi").as_string() == "Bénéficiaire du RSA");
    const auto list = present::placements_answer({line}, 12);
    CHECK(list.document.at("mises_total").as_int64() == 12);
    CHECK(list.table.rows.at(0).at(2) == "P-7F3K-29");
    CHECK_FALSE(present::placements_answer({}, 0).lines.empty());
}

TEST_CASE("a statement shows its hours by nature and lot, why it was refused, and what it takes back") {
    domain::StatementEntry entry;
    entry.statement.id = {5};
    entry.statement.month = domain::Month::parse("2026-05").value();
    entry.statement.lines = {{domain::HourNature::worked, core::Hours::of(-6'050)}};
    entry.statement.state = domain::StatementState::validated;
    entry.statement.reverse_of = domain::Id<domain::HoursStatement>{2};
    entry.lot = {{1}, {2}, "2026-01", "", "Nettoyage"};
    const auto answer = present::answer(entry, {{{1}, domain::HourNature::worked, core::Hours::of(-6'050), "compte"},
                                                {{9}, domain::HourNature::training, core::Hours::of(100), "nature"}});
    CHECK(answer.document.at("heures").as_string() == "-60.50");
    CHECK(answer.document.at("reprend").as_int64() == 2);
    CHECK(answer.document.at("lignes").at(1).at("compte").as_string() == "nature");
    CHECK(answer.title.find("reprend le n° 2") != std::string::npos);
    entry.statement.state = domain::StatementState::rejected;
    entry.statement.refusal_reason = "en double";
    domain::StatementPage page{1, core::Hours::of(-6'050), {entry}};
    CHECK(present::answer(page).document.at("releves").at(0).at("motif").as_string() == "en double");
    CHECK_FALSE(present::answer(domain::StatementPage{}).lines.empty());
}

TEST_CASE("the report of a lot has its state, its sums, its commitments and its curve") {
    domain::LotFacts facts;
    facts.lot.id = {1};
    facts.lot.number = "1";
    facts.lot.title = "Peinture";
    facts.lot.notified_on = day("2026-03-01");
    facts.commitments = {commitment()};
    domain::Placement one = placement().placement;
    facts.placements = {one};
    facts.done = {{one.id, domain::Month::parse("2026-05").value(), domain::HourNature::worked,
                   domain::ExecutionStage::validated, core::Hours::whole(60)}};
    domain::LotExecutionSheet sheet;
    sheet.sheet.lot = facts.lot;
    sheet.sheet.market.reference = "2026-01";
    sheet.sheet.buyer.name = "Commune de Valbrume";
    sheet.progress = domain::lot_progress(facts, domain::Reference::national(), day("2026-11-21"));
    const auto answer = present::answer(sheet);
    CHECK(answer.document.at("etat").as_string() == "attribue");
    CHECK(answer.document.at("reste").as_string() == "180.00");
    CHECK(answer.document.at("engagements").at(0).at("avancement").as_string() == "25.00");
    CHECK(answer.document.at("courbe").at(0).at("valide").as_string() == "60.00");
    CHECK(answer.title == "Lot 1\u00a0: Peinture, marché 2026-01 : Commune de Valbrume");
    REQUIRE(answer.table.rows.size() == 1);
    CHECK(answer.table.rows[0].back() == "25\u00a0%");
}
