// The sheet of an organisation, as a document and in words.
#include "clausier/present/organisations.hpp"

#include <boost/json/array.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace clausier;

namespace {

domain::OrganisationSheet sheet() {
    domain::OrganisationSheet out;
    out.organisation.id = {5};
    out.organisation.name = "Commune de Valbrume";
    out.organisation.kind = domain::OrganisationKind::public_body;
    out.organisation.identifier = {"SIRET", "21990001000017"};
    out.markets = {3, 0};
    domain::EnquiryLine line;
    line.enquiry.id = {2};
    line.enquiry.purchase.object = "Gymnase";
    line.deadline = core::parse_iso_date("2026-12-01").value();
    out.enquiries = {{line}, 1};
    return out;
}

}  // namespace

TEST_CASE("the document tells how many markets it lets and holds, its dossiers and its follow-up") {
    const auto document = present::answer(sheet(), core::parse_iso_date("2026-11-21").value()).document;
    CHECK(document.at("marches_passes").as_int64() == 3);
    CHECK(document.at("marches_tenus").as_int64() == 0);
    CHECK(document.at("nature").as_string() == "public");
    CHECK(document.at("dossiers").at(0).at("echeance").as_string() == "2026-12-01");
    CHECK(document.at("contacts").as_array().empty());
}

TEST_CASE("the page leads to the markets it lets, and says nothing where there is none") {
    const auto view = present::organisation_view(sheet());
    CHECK(view.at("passes").as_string() == "3\u00a0marchés");
    CHECK(view.at("liste_passes").as_string() == "/marches?acheteur=5");
    CHECK(view.at("tenus").as_string().empty());
    CHECK(view.at("identifiant").as_string() == "SIRET\u00a021990001000017");
    CHECK(view.at("nature").as_string() == "acheteur public");
    CHECK(view.at("dossiers").at(0).at("echeance").as_string() == "1er décembre 2026");
}
