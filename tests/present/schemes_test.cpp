// Schemes, targets, registers and declarations as programs and spreadsheets read them.
#include "clausier/present/schemes.hpp"

#include <boost/json/array.hpp>
#include <catch2/catch_test_macros.hpp>

#include "clausier/present/tables.hpp"
#include "spaser_samples.hpp"

using namespace clausier;

namespace {

domain::SchemeSheet sheet() {
    const domain::SpaserReport report = testing::spaser_sample();
    return {*report.scheme, {report.buyers.front().buyer}, report.targets};
}

domain::RegisterSheet registers() {
    const domain::ReportBuyer buyer = testing::report_buyer(1, "Commune de Valbrume");
    domain::RegisterSheet out;
    for (const auto& entry : buyer.register_entries) out.entries.push_back({entry, buyer.buyer});
    for (const auto& one : buyer.reuse) out.declarations.push_back({one, buyer.buyer});
    return out;
}

}  // namespace

TEST_CASE("a scheme is told with its buyers, a target with its figure in both hands") {
    const auto schemes = present::schemes_answer({sheet()}).document.at("schemas").at(0);
    CHECK(schemes.at("acheteurs").at(0).at("nom").as_string() == "Commune de Valbrume");
    CHECK(schemes.at("cibles").to_number<int>() == 4);
    const auto targets = present::targets_answer({sheet()});
    const auto& first = targets.document.at("cibles").at(0);
    CHECK(first.at("valeur").as_string() == "30.00");
    CHECK(first.at("cible").as_string() == "30\u00a0%");
    CHECK(first.at("mesure").as_string() == "nombre");
    CHECK(targets.table.rows.size() == 4);
    CHECK(targets.title == "4\u00a0cibles");
}

TEST_CASE("a declaration has the columns of the national schema, in their order") {
    const auto answer = present::reuse_answer(registers());
    const std::string csv = present::csv(answer);
    CHECK(csv.find("annee,siret,raison_sociale,type_produit_acquis,montant_total,montant_reemploi_et_reutilisation,"
                   "montant_produits_issus_don,montant_produits_recycles,commentaires") != std::string::npos);
    const auto& one = answer.document.at("declarations").at(0);
    CHECK(one.at("siret").as_string() == "21570001300019");
    CHECK(one.at("montant_reemploi_et_reutilisation").as_string() == "5000.00");
    CHECK(one.at("type_produit_acquis").as_string() == "Mobilier et aménagement d’intérieur");
}

TEST_CASE("a register says who buys, what, when and how many") {
    const auto answer = present::register_answer(registers());
    const auto& lines = answer.document.at("lignes").as_array();
    REQUIRE(lines.size() == 2);
    CHECK(lines.at(0).at("registre").as_string() == "referent");
    CHECK(lines.at(0).at("fin").is_null());
    CHECK(lines.at(1).at("personnes").as_int64() == 18);
}
