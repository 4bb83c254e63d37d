// The share of inclusive purchases, each rate with its denominator.
#include "clausier/present/purchases.hpp"

#include <boost/json/array.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace clausier;
using core::Euros;

namespace {

domain::PurchaseSheet sheet() {
    domain::Structure site;
    site.kind = "EA";
    site.name = "Atelier du Val";
    site.siret = "21990001000014";
    domain::PurchaseSheet out;
    out.year.file.year = 2025;
    out.year.file.file_name = "achats.csv";
    out.year.buyer.name = "Commune de Valbrume";
    out.year.spending = domain::AnnualSpending{Euros::whole(9000), "compte administratif", false};
    out.share = domain::purchase_share({{2, "Atelier", site.siret, Euros::whole(125), "Espaces verts", "Parcs"},
                                        {3, "Autre", "", Euros::whole(875), "", ""}},
                                       {{site.siret, {site}}}, 2025, core::parse_iso_date("2026-11-21").value());
    out.rejects = {{4, "montant_nul", "montant nul"}};
    return out;
}

}  // namespace

TEST_CASE("the document gives each figure with its lines, its suppliers and its part") {
    const auto document = present::answer(sheet()).document.as_object();
    CHECK(document.at("juge_le").as_string() == "2025-12-31");
    CHECK(document.at("depense_mandatee").as_string() == "9000.00");
    const auto& figures = document.at("chiffres").as_array();
    const auto& handicap = figures.at(4).as_object();
    CHECK(handicap.at("code").as_string() == "handicap");
    CHECK(handicap.at("montant").as_string() == "125.00");
    CHECK(handicap.at("part").as_string() == "12.50");
    CHECK(figures.at(9).at("groupe").as_string() == "type");
    CHECK(figures.at(10).at("groupe").as_string() == "categorie");
}

TEST_CASE("the page says the share in a sentence, and how structures are judged") {
    const auto view = present::purchase_view(sheet());
    const std::string sentence(view.at("phrase").as_string());
    CHECK(sentence.starts_with("12,5\u00a0% des 1\u202f000\u00a0€ d’achats"));
    CHECK(sentence.find("1 sur 2\u00a0fournisseurs distincts") != std::string::npos);
    CHECK(std::string(view.at("methode").as_string()).find("1\u00a0ligne sans SIRET") != std::string::npos);
    CHECK(view.at("a_des_categories").as_bool());
    CHECK(view.at("rejets_titre").as_string() == "1\u00a0ligne écartée");
    domain::PurchaseYear typed;
    typed.file.year = 2024;
    typed.buyer.name = "Commune de Valbrume";
    const auto years = present::purchase_years_view({sheet().year, typed});
    CHECK(years.at("lignes").as_array().at(1).at("id").is_null());
    CHECK(present::answer(std::vector{typed}).document.at("achats").as_array().at(0).at("depense_mandatee").is_null());
}

TEST_CASE("the columns beside the user's own are as many as their titles") {
    CHECK(present::purchase_note_titles().size() ==
          present::purchase_note_cells({"OUI", "handicap", "Entreprise adaptée", "Atelier", "oui"}).size());
}
