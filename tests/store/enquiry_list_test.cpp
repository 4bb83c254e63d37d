// Lists of dossiers: filtered, what is late first, by page; and the ratio of clauses by buyer and year.
#include <catch2/catch_test_macros.hpp>

#include "clausier/store/enquiries.hpp"
#include "store/tenders.hpp"
#include "support/enquiry_sheet.hpp"

using namespace clausier;
using domain::Enquiry;
using S = domain::EnquiryState;

namespace {

struct World {
    store::Database base{":memory:"};
    store::Transaction tx = base.write();
    store::Enquiries enquiries{tx};

    Enquiry add(const std::string& buyer, const std::string& object, S state, const char* requested,
                const char* question = nullptr) {
        store::Organisations organisations(tx);
        domain::Organisation owner;
        owner.name = buyer;
        if (const auto known = organisations.find_by_name(buyer))
            owner = *known;
        else
            owner = organisations.save(owner);
        Enquiry e;
        e.buyer = owner.id;
        e.purchase.object = object;
        e.state = state;
        e.owner = "C. Facilitatrice";
        e.requested_on = tests::day(requested);
        if (question) e.question_due_on = tests::day(question);
        return enquiries.save(e);
    }
    // With a chosen scenario of one lot.
    void add_choice(Enquiry e, const std::string& clause) {
        domain::EnquiryLot lot;
        lot.number = "1";
        lot.title = "Étanchéité";
        lot = enquiries.save_lots(e.id, {lot}).front();
        domain::Scenario scenario = tests::scenario(0, "5 %", clause);
        scenario.enquiry = e.id;
        scenario.lots[0].lot = lot.id;
        e.chosen = enquiries.save(scenario).id;
        enquiries.save(e);
    }
    std::string objects(const store::EnquiryFilter& filter) {
        std::string out;
        for (const auto& line : enquiries.list(filter).lines)
            out += (out.empty() ? "" : " ") + line.enquiry.purchase.object;
        return out;
    }
};

}  // namespace

TEST_CASE("open dossiers come by deadline, then the others by request, the newest first") {
    World world;
    world.add("Valbrume", "refuse", S::refused, "2026-10-01", "2026-10-02");
    world.add("Valbrume", "sans_date", S::requested, "2026-11-09");
    world.add("Valbrume", "bientot", S::requested, "2026-11-10", "2026-11-30");
    world.add("Valbrume", "en_retard", S::studied, "2026-09-01", "2026-09-10");
    world.add("Valbrume", "attribue", S::awarded, "2026-10-15");
    CHECK(world.objects({}) == "en_retard bientot sans_date attribue refuse");
    const auto page = world.enquiries.list({});
    CHECK(page.lines[0].deadline == tests::day("2026-09-10"));
    CHECK(page.lines[0].deadline_name == "question");
    CHECK(page.lines[2].deadline_name.empty());
    CHECK(page.total == 5);
    store::EnquiryFilter paged;
    paged.limit = 2;
    paged.offset = 3;
    CHECK(world.objects(paged) == "attribue refuse");
    CHECK(world.enquiries.list(paged).total == 5);
    paged.offset = 9;
    CHECK(world.objects(paged).empty());
}

TEST_CASE("each filter lets through what it names") {
    World world;
    const auto school = world.add("Commune de Valbrume", "Ecole", S::requested, "2026-01-05");
    world.add("Région des Hautes-Terres", "Lycee", S::refused, "2025-06-01");
    world.add_choice(school, "insertion");
    store::EnquiryFilter filter;
    filter.open = true;
    CHECK(world.objects(filter) == "Ecole");
    filter = {};
    filter.state = S::refused;
    CHECK(world.objects(filter) == "Lycee");
    filter = {};
    filter.buyer = school.buyer;
    CHECK(world.objects(filter) == "Ecole");
    filter = {};
    filter.year = 2025;
    CHECK(world.objects(filter) == "Lycee");
    filter = {};
    filter.owner = "Personne";
    CHECK(world.objects(filter).empty());
    filter = {};
    filter.market = domain::Id<domain::Market>{1};
    CHECK(world.objects(filter).empty());
    for (const char* text : {"école", "VALBRUME", "etancheite", "valbrume étanchéité"}) {
        INFO(text);
        filter = {};
        filter.text = text;
        CHECK(world.objects(filter) == "Ecole");
    }
    filter.text = "valbrume lycée";
    CHECK(world.objects(filter).empty());
    filter.text = "100% '; DROP TABLE enquiries; --";
    CHECK(world.objects(filter).empty());
    CHECK(world.enquiries.list({}).lines[0].lots == 1);
    CHECK(world.enquiries.list({}).lines[0].buyer == "Commune de Valbrume");
}

TEST_CASE("the ratio counts what was studied, what could carry a clause and what carries one, by buyer and year") {
    World world;
    world.add_choice(world.add("Valbrume", "a", S::accepted, "2026-02-01"), "insertion");
    world.add_choice(world.add("Valbrume", "b", S::awarded, "2026-03-01"), "none");
    world.add_choice(world.add("Valbrume", "c", S::refused, "2026-04-01"), "insertion");
    world.add_choice(world.add("Valbrume", "d", S::recommended, "2026-05-01"), "insertion");
    world.add_choice(world.add("Valbrume", "e", S::requested, "2026-06-01"), "insertion");
    world.add("Valbrume", "f", S::studied, "2025-06-01");
    world.add("Abbecourt", "g", S::requested, "2026-06-01");
    const auto ratios = world.enquiries.ratios();
    REQUIRE(ratios.size() == 3);
    CHECK(ratios[0].buyer_name == "Abbecourt");
    CHECK(ratios[0].requested == 1);
    CHECK(ratios[0].studied == 0);
    const auto& of_2026 = ratios[1];
    CHECK(of_2026.year == 2026);
    CHECK(of_2026.requested == 5);
    CHECK(of_2026.studied == 4);
    CHECK(of_2026.clausable == 3);
    CHECK(of_2026.claused == 1);
    CHECK(of_2026.refused == 1);
    CHECK(of_2026.pending == 1);
    CHECK(ratios[2].year == 2025);
    CHECK(ratios[2].pending == 1);
    CHECK(ratios[2].clausable == 0);
}
