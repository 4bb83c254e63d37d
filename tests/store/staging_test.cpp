// Rows of a file wait in the staging, each in one count, and the same lot met twice is settled as SPASER §7 says.
#include "clausier/store/staging.hpp"

#include <catch2/catch_test_macros.hpp>
#include <sstream>

#include "clausier/core/text.hpp"
#include "sheets/scratch_folder.hpp"
#include "store/tenders.hpp"
#include "support/cases.hpp"

using namespace clausier;
using store::RowStatus;

namespace {

// "2 2026-05-01 100 A cpv": line, publication, euros, holder, and whether the CPV is filled in.
domain::TenderRecord parse_row(const std::string& text) {
    std::istringstream in(text);
    std::string published, holder, more;
    std::int64_t euros = 0;
    std::uint64_t line = 0;
    in >> line >> published >> euros >> holder >> more;
    domain::TenderRecord r = tests::record(line, "2026-01");
    if (published != "-") r.published_on = core::parse_iso_date(published).value();
    r.amount = core::Euros::whole(euros);
    if (more != "cpv") r.cpv.clear();
    r.holders.clear();
    if (holder != "-") r.holders.push_back({{}, holder});
    return r;
}

struct Settled {
    std::string kept, holders, amount;
    store::RowCounts counts;
};

Settled settle(const std::string& rows) {
    store::Staging staging;
    std::vector<std::uint64_t> lines;
    for (const std::string_view row : core::split(rows, '/')) {
        const auto record = parse_row(std::string(row));
        lines.push_back(record.line);
        staging.add(record);
    }
    staging.resolve();
    std::map<std::uint64_t, std::string> skipped;
    staging.visit_skipped([&](const store::SkippedRow& row) {
        CHECK(row.status == RowStatus::ignored);
        return skipped.emplace(row.line, row.reason).second;
    });
    Settled settled;
    const auto append = [](std::string& to, const std::string& word) { to += (to.empty() ? "" : " ") + word; };
    for (const auto line : lines)
        if (!skipped.contains(line))
            append(settled.kept, std::to_string(line));
        else
            CHECK(skipped[line] == "doublon");
    store::Database database(":memory:");
    auto tx = database.read(staging.attachment());
    for (const auto& name : tests::rows(
             tx,
             "SELECT p.name FROM staging.holders h JOIN staging.parties p ON p.id = h.party ORDER BY h.line, h.rank",
             1))
        append(settled.holders, name);
    settled.amount = std::to_string(tx.value<std::int64_t>("SELECT amount_cents FROM staging.lots") / 100);
    settled.counts = staging.counts();
    return settled;
}

}  // namespace

TEST_CASE("the same lot met twice in a file: the cases of duplicates.csv") {
    for (const auto& one : tests::cases("store/duplicates.csv")) {
        INFO(one.at("case"));
        const Settled settled = settle(one.at("rows"));
        CHECK(settled.kept == one.at("kept"));
        CHECK(settled.holders == one.at("holders"));
        CHECK(settled.amount == one.at("amount"));
        CHECK(settled.counts.read == settled.counts.kept + settled.counts.ignored + settled.counts.rejected);
    }
}

TEST_CASE("a doublon says which line was kept in its stead") {
    auto staging = tests::staged({tests::record(7, "2026-01"), tests::record(9, "2026-01")});
    std::string text;
    staging->visit_skipped([&](const store::SkippedRow& row) {
        text = row.text;
        return true;
    });
    CHECK(text == "ligne 9 : même lot que la ligne 7, qui est retenue ; supprimez celle des deux qui est fausse");
}

TEST_CASE("in a file that has no lines, a doublon says which record was kept") {
    const auto said = [](std::int64_t kept, std::int64_t lost) {
        tests::Records records{tests::record(7, "2026-01"), tests::record(9, "2026-01")};
        records[0].record = kept;
        records[1].record = lost;
        auto staging = tests::staged(records);
        std::string text;
        staging->visit_skipped([&](const store::SkippedRow& row) {
            text = row.text;
            return true;
        });
        return text;
    };
    CHECK(said(3, 5) ==
          "enregistrement 5 : même lot que l’enregistrement 3, qui est retenu ; supprimez celui des deux qui est faux");
    CHECK(said(3, 3) == "enregistrement 3 : un titulaire y est répété ; retirez-le");
}

TEST_CASE("every row is counted once: read = kept + ignored + rejected") {
    store::Staging staging;
    staging.skip(1, RowStatus::ignored, "titre", "ligne de titre");
    auto two_lots = tests::record(2, "2026-01", "1");
    staging.add(two_lots);
    two_lots.lot_number = "2";
    staging.add(two_lots);
    staging.skip(3, RowStatus::rejected, "sans_acheteur", "ligne 3 : aucun acheteur");
    staging.add(tests::record(4, "2026-02"));
    staging.add(tests::record(5, "2026-02"));
    staging.resolve();
    const auto counts = staging.counts();
    CHECK(counts.read == 5);
    CHECK(counts.kept == 2);
    CHECK(counts.ignored == 2);
    CHECK(counts.rejected == 1);
}

TEST_CASE("remarks are counted by severity and given back by line") {
    store::Staging staging;
    staging.add(tests::record(2, "2026-01"));
    staging.issue(2, {core::Severity::warning, "siret_luhn", "ligne 2", "la clé est fausse"});
    staging.issue(2, {core::Severity::error, "montant_illisible", "ligne 2", "« selon BPU » n’est pas un montant"});
    staging.issue(3, {core::Severity::warning, "date_heure", "ligne 3", "l’heure est oubliée"});
    staging.resolve();
    CHECK(staging.issues(core::Severity::warning) == 2);
    CHECK(staging.issues(core::Severity::error) == 1);
    std::vector<std::string> codes;
    staging.visit_issues([&](std::uint64_t line, const core::Issue& issue) {
        codes.push_back(std::to_string(line) + " " + issue.code);
        return codes.size() < 2;
    });
    CHECK(codes == std::vector<std::string>{"2 siret_luhn", "2 montant_illisible"});
}

TEST_CASE("a record outside what it promises is refused with its line") {
    store::Staging staging;
    auto record = tests::record(12, "2026-01");
    record.effort = core::Rate::of(10'001);
    const auto error = tests::refusal([&] { staging.add(record); });
    CHECK(error.kind() == core::ErrorKind::invalid);
    CHECK(error.issues().front().where == "ligne 12");
    auto nameless = tests::record(13, "2026-01");
    nameless.buyer = {};
    CHECK(tests::refusal([&] { staging.add(nameless); }).issues().front().where == "ligne 13");
}

TEST_CASE("the staging file goes with the staging") {
    tests::ScratchFolder folder;
    {
        store::Staging staging({}, folder.path());
        staging.add(tests::record(2, "2026-01"));
        CHECK(folder.names().size() == 1);
        staging.resolve();
        CHECK(folder.names().size() == 1);
    }
    CHECK(folder.names().empty());
    CHECK(tests::refusal([] { store::Staging({}, "/nulle/part"); }).kind() == core::ErrorKind::unavailable);
}
