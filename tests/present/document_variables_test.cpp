// What a dossier gives to templates is what the table of variables announces, no more and no less.
#include "clausier/present/document_variables.hpp"

#include <boost/json/array.hpp>
#include <catch2/catch_test_macros.hpp>
#include <set>
#include <string>

#include "clausier/core/french.hpp"

using namespace clausier;
using namespace clausier::present;

namespace {

using std::chrono::day;
using std::chrono::November;
using std::chrono::year;
constexpr core::Date today{year{2026}, November, day{21}};

domain::EnquirySheet sheet() {
    domain::EnquirySheet out;
    out.buyer.name = "Commune de Valbrume";
    out.enquiry.id = {12};
    out.enquiry.owner = "le pôle Clauses";
    out.enquiry.purchase.object = "Réhabilitation d’une école";
    out.enquiry.purchase.type = domain::PurchaseType::works;
    out.enquiry.purchase.duration_months = 14;
    out.enquiry.purchase.estimated_need = core::Euros::whole(1'500'000);
    out.enquiry.publics = {"minimum_income", "qpv_resident"};
    out.grid.weight = core::Rate::of(1500);
    out.grid.criteria = {{{1}, "Accompagnement", core::Rate::whole(1), "un tuteur nommé"}};
    out.lots = {{{1}, "1", "Peinture", "interior_painting", "", core::Euros::whole(200'000), false},
                {{2}, "2", "Nettoyage", "cleaning", "", core::Euros::whole(50'000), true},
                {{3}, "3", "Ascenseur", "", "", {}, false}};
    out.scenarios.emplace_back();
    out.scenarios[0].id = {1};
    out.scenarios[0].lots = {{{1}, "insertion_and_criterion", {}, {}, {}, {}},
                             {{2}, "reserved_joint", {}, {}, {}, core::Hours::whole(70)},
                             {{3}, "none", {}, {}, {}, {}}};
    return out;
}

boost::json::object values(const domain::EnquirySheet& of) {
    const domain::Reference reference = domain::Reference::national();
    return document_values(of, domain::study(of, of.scenarios[0], reference, today), reference,
                           {"Maison de l’emploi", "clauses@valbrume.example"}, today);
}

void same_names(std::span<const DocumentVariable> variables, const boost::json::object& object,
                const std::string& where) {
    INFO(where);
    std::set<std::string> announced;
    for (const DocumentVariable& variable : variables) {
        announced.emplace(variable.name);
        INFO(variable.name);
        CHECK_FALSE(variable.label.empty());
        REQUIRE(object.contains(variable.name));
        const boost::json::value& value = object.at(variable.name);
        switch (variable.kind) {
            case VariableKind::text:
                CHECK(value.is_string());
                break;
            case VariableKind::flag:
                CHECK(value.is_bool());
                break;
            case VariableKind::group:
                REQUIRE(value.is_object());
                same_names(variable.members, value.get_object(), where + "." + std::string(variable.name));
                break;
            case VariableKind::list:
                REQUIRE(value.is_array());
                CHECK_FALSE(value.get_array().empty());
                for (const boost::json::value& one : value.get_array())
                    same_names(variable.members, one.as_object(), where + "." + std::string(variable.name));
        }
    }
    for (const auto& member : object) CHECK(announced.contains(std::string(member.key())));
}

}  // namespace

TEST_CASE("a dossier gives every variable of the table, of its kind, and no other") {
    same_names(document_variables(), values(sheet()), "dossier");
}

TEST_CASE("samples give every variable too, and never the name of anybody") {
    same_names(document_variables(), sample_values(document_variables()), "exemple");
    const auto shut = sample_values(document_variables(), Sample::shut);
    CHECK(shut.at("lots").as_array().empty());
    CHECK(shut.at("acheteur").as_string().empty());
    CHECK_FALSE(shut.at("travaux").as_bool());
    CHECK(sample_values(document_variables(), Sample::open).at("reserve_ess").as_bool());
}

TEST_CASE("figures, flags and lists say what the dossier says, in French") {
    const auto out = values(sheet());
    CHECK(out.at("acheteur").as_string() == "Commune de Valbrume");
    CHECK(out.at("date_du_jour").as_string() == "21 novembre 2026");
    CHECK(out.at("besoin_estime").as_string() == core::french::euros(core::Euros::whole(1'500'000)));
    CHECK(out.at("travaux").as_bool());
    CHECK(out.at("clause_insertion").as_bool());
    CHECK(out.at("critere_social").as_bool());
    CHECK(out.at("reserve_mixte").as_bool());
    CHECK_FALSE(out.at("reserve_siae").as_bool());
    CHECK(out.at("metier_nettoyage").as_bool());
    CHECK(out.at("accord_cadre").as_bool());
    CHECK(out.at("publics").as_array().size() == 2);
    CHECK(out.at("modalites").as_array().size() > 5);
    REQUIRE(out.at("lots").as_array().size() == 2);
    CHECK(out.at("lots").at(0).at("metier").as_string() == "Peinture intérieure");
    CHECK(out.at("lots_sans_clause").at(0).at("intitule").as_string() == "Ascenseur");
    CHECK(out.at("grille").at("poids").as_string() == core::french::percent(core::Rate::of(1500)));
    CHECK(out.at("penalite_par_heure").as_string() == core::french::euros(core::Euros::whole(60)));
}

TEST_CASE("an abandoned lot is in no document, nor in its totals") {
    domain::EnquirySheet one = sheet();
    CHECK(values(one).at("total_heures").as_string() == core::french::hours(core::Hours::whole(269)));
    one.lots[0].abandoned = true;
    const auto out = values(one);
    CHECK(out.at("lots").as_array().size() == 1);
    CHECK_FALSE(out.at("clause_insertion").as_bool());
    CHECK(out.at("total_heures").as_string() == core::french::hours(core::Hours::whole(70)));
}

TEST_CASE("an article that is not verified is told as such") {
    const auto out = values(sheet());
    REQUIRE(out.at("droit").as_array().size() == 2);
    CHECK(out.at("droit").at(0).at("article").as_string() == "L2112-2, R2152-7");
    CHECK_FALSE(out.at("droit").at(0).at("a_verifier").as_bool());
    CHECK(out.at("droit").at(1).at("a_verifier").as_bool());
}

TEST_CASE("without a choice, publics are those that exist on the day") {
    domain::EnquirySheet none = sheet();
    none.enquiry.publics.clear();
    const boost::json::object out = values(none);
    CHECK(out.at("publics").as_array().size() > 10);
    for (const boost::json::value& one : out.at("publics").as_array())
        CHECK(one.at("libelle").as_string() != "Jeune en Garantie jeunes");
}
