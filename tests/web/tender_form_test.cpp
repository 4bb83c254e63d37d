// Lots read from an address: each with its row, faults with their field, and what is sound computed all the same.
#include "tender_form.hpp"

#include <catch2/catch_test_macros.hpp>

#include "web_world.hpp"

using namespace clausier;
using web::TenderForm;

namespace {

const core::Date day = core::parse_iso_date("2026-11-21").value();
const domain::Reference reference = domain::Reference::national();

std::optional<domain::TenderStudy> study(TenderForm& form) { return form.study(reference, day); }

const http::Fields two_lots{{"intitule_1", "Peinture"},   {"metier_1", "interior_painting"}, {"montant_1", "200 000"},
                            {"intitule_2", "Maçonnerie"}, {"metier_2", "masonry"},           {"montant_2", "100000"}};

http::Fields with(const http::Fields& fields, std::initializer_list<http::Header> more) {
    http::Fields out = fields;
    for (const http::Header& one : more) out.add(one.name, one.value);
    return out;
}

}  // namespace

TEST_CASE("rows left blank are passed over, and lots keep the number of their row") {
    TenderForm form({{"montant_1", "1000"}, {"montant_3", "2000"}});
    CHECK(std::vector<std::size_t>(form.lot_rows().begin(), form.lot_rows().end()) == std::vector<std::size_t>{1, 3});
    CHECK(study(form)->tender.lots.at(1).figures.number == "3");
    CHECK_FALSE(TenderForm({}).has_lots());
}

TEST_CASE("a lot that cannot be read is left without hours, its line saying why; the others are computed") {
    TenderForm form(with(two_lots, {{"taux_1", "cinq"}}));
    const auto found = study(form);
    REQUIRE(found);
    CHECK(found->tender.computed == 1);
    CHECK_FALSE(found->tender.lots[0].result);
    CHECK(found->tender.lots[0].issue->text.starts_with("Taux d’effort\u00a0: "));
    CHECK(found->tender.lots[1].result->estimate.hours == core::Hours::whole(71));
    REQUIRE(form.issues().size() == 1);
    CHECK(form.issues()[0].where == "taux_1");
}

TEST_CASE("a figure out of range is the fault of its row's field, and of no other lot") {
    TenderForm form(with(two_lots, {{"part_mo_2", "150"}}));
    const auto found = study(form);
    REQUIRE(found);
    CHECK(found->tender.computed == 1);
    REQUIRE(form.issues().size() == 1);
    CHECK(form.issues()[0].where == "part_mo_2");
    CHECK(found->tender.lots[1].issue->text.find("--") == std::string::npos);
}

TEST_CASE("a fault in what all lots share leaves nothing to show, and every fault is told") {
    for (const http::Header& common :
         {http::Header{"taux", "0"}, http::Header{"cout_horaire", "cher"}, http::Header{"arrondi", "jamais"},
          http::Header{"comparer", "1;2;3;4;5;6;7"}, http::Header{"montant_101", "1"}}) {
        INFO(common.name);
        TenderForm form(with(two_lots, {common, {"montant_3", "beaucoup"}}));
        CHECK_FALSE(study(form));
        CHECK(form.issues().size() == 2);
    }
}

TEST_CASE("rows are shown with what stands for what was left empty, and can be taken away when they are several") {
    TenderForm form(two_lots);
    const auto found = study(form);
    const web::FormView view(form.issues());
    const auto rows = web::tender_rows(form, view, found, reference, day);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].at("source").as_string().find("part 70\u00a0%") != std::string::npos);
    CHECK(rows[0].at("montant").at("valeur").as_string() == "200 000");
    CHECK(rows[0].at("plusieurs").as_bool());
    TenderForm one({{"montant_1", "1000"}});
    CHECK_FALSE(web::tender_rows(one, web::FormView({}), std::nullopt, reference, day).at(0).at("plusieurs").as_bool());
}
