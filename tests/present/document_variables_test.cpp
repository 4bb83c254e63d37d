// What a dossier gives to templates is what the table of variables announces, no more and no less.
#include "clausier/present/document_variables.hpp"

#include <boost/json/array.hpp>
#include <catch2/catch_test_macros.hpp>
#include <set>
#include <string>

#include "clausier/core/asset.hpp"
#include "clausier/core/french.hpp"
#include "clausier/domain/legal_article.hpp"
#include "clausier/present/document_template.hpp"

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
    CHECK(out.at("publics_choisis").as_bool());
    REQUIRE(out.at("modalites").as_array().size() == 3);
    CHECK(out.at("modalites").at(1).at("libelle").as_string() ==
          "Mise à disposition par une ETTI, une AI, un GEIQ, une EATT ou une entreprise de travail temporaire (ETT)");
    CHECK(out.at("lots").at(0).at("jours").as_string() == "28,4");
    CHECK(out.at("heures_par_jour").as_string() == "7\u00a0h");
    CHECK(out.at("grille_ecrite").as_bool());
    CHECK(out.at("joindre").as_string() == "le pôle Clauses, clauses@valbrume.example");
    REQUIRE(out.at("lots").as_array().size() == 2);
    CHECK(out.at("lots").at(0).at("metier").as_string() == "Peinture intérieure");
    CHECK(out.at("lots_sans_clause").at(0).at("intitule").as_string() == "Ascenseur");
    CHECK(out.at("grille").at("poids").as_string() == core::french::percent(core::Rate::of(1500)));
    CHECK(out.at("penalite_par_heure").as_string() == core::french::euros(core::Euros::whole(60)));
}

TEST_CASE("hours of reserved lots are counted apart") {
    const auto out = values(sheet());
    CHECK(out.at("total_heures").as_string() == core::french::hours(core::Hours::whole(199)));
    CHECK(out.at("total_heures_reserve").as_string() == core::french::hours(core::Hours::whole(70)));
    CHECK(out.at("total_semaines_reserve").as_string() == "2");
    CHECK(out.at("avec_heures_clause").as_bool());
    CHECK(out.at("avec_heures_reserve").as_bool());
    CHECK_FALSE(out.at("lots").at(0).at("est_reserve").as_bool());
    CHECK(out.at("lots").at(1).at("est_reserve").as_bool());
}

TEST_CASE("an abandoned lot is in no document, nor in its totals") {
    domain::EnquirySheet one = sheet();
    one.lots[0].abandoned = true;
    const auto out = values(one);
    CHECK(out.at("lots").as_array().size() == 1);
    CHECK_FALSE(out.at("clause_insertion").as_bool());
    CHECK(out.at("total_heures").as_string() == core::french::hours(core::Hours()));
    CHECK(out.at("total_heures_reserve").as_string() == core::french::hours(core::Hours::whole(70)));
    CHECK_FALSE(out.at("avec_heures_clause").as_bool());
}

TEST_CASE("an article that is not verified is told as such") {
    const auto out = values(sheet());
    REQUIRE(out.at("droit").as_array().size() == 2);
    CHECK(out.at("droit").at(0).at("article").as_string() == "L.\u00a02112-2, L.\u00a02152-7, R.\u00a02152-7");
    CHECK_FALSE(out.at("droit").at(0).at("a_verifier").as_bool());
    CHECK(out.at("droit").at(0).at("articles").as_string() == domain::cited("L2112-2, L2152-7, R2152-7"));
    CHECK(out.at("droit").at(1).at("a_verifier").as_bool());
    CHECK(out.at("droit").at(1).at("articles").as_string() == domain::cited("L2113-14"));
}

TEST_CASE("the mandatory condition is cited when the adviser says that it is required") {
    CHECK_FALSE(values(sheet()).at("condition_sociale_obligatoire").as_bool());
    domain::EnquirySheet large = sheet();
    large.enquiry.purchase.estimated_need = core::Euros::whole(6'000'000);
    large.enquiry.purchase.consultation_on = today;
    const auto out = values(large);
    CHECK(out.at("condition_sociale_obligatoire").as_bool());
    CHECK(out.at("droit").at(0).at("articles").as_string() == domain::cited("L2112-2-1"));
}

TEST_CASE("a concession rests on its own articles, as the adviser has them") {
    domain::EnquirySheet one = sheet();
    one.enquiry.purchase.type = domain::PurchaseType::concession;
    CHECK(values(one).at("droit").at(0).at("article").as_string() == "L.\u00a03114-2, L.\u00a03124-5");
}

TEST_CASE("what is not written yet can be told: the grid, who to reach, what was chosen") {
    domain::EnquirySheet bare = sheet();
    bare.grid.criteria.clear();
    bare.enquiry.owner.clear();
    bare.enquiry.publics.clear();
    bare.enquiry.modalities = {"cdd", "secondment_etti"};
    const domain::Reference reference = domain::Reference::national();
    const auto out =
        document_values(bare, domain::study(bare, bare.scenarios[0], reference, today), reference, {}, today);
    CHECK_FALSE(out.at("grille_ecrite").as_bool());
    CHECK(out.at("joindre").as_string().empty());
    CHECK_FALSE(out.at("publics_choisis").as_bool());
    CHECK(out.at("modalites_choisies").as_bool());
    CHECK(out.at("modalites").as_array().size() == 2);
}

TEST_CASE("without a choice, publics are those that exist on the day") {
    domain::EnquirySheet none = sheet();
    none.enquiry.publics.clear();
    const boost::json::object out = values(none);
    CHECK(out.at("publics").as_array().size() > 10);
    for (const boost::json::value& one : out.at("publics").as_array())
        CHECK(one.at("libelle").as_string() != "Jeune en Garantie jeunes");
}

TEST_CASE("the program's own documents tell what is not written yet, and whom a reservation is open to") {
    domain::EnquirySheet bare = sheet();
    bare.grid = {};
    bare.enquiry.owner.clear();
    bare.enquiry.publics.clear();
    const domain::Reference reference = domain::Reference::national();
    const auto study = domain::study(bare, bare.scenarios[0], reference, today);
    const auto all = document_values(bare, study, reference, {}, today);
    const auto written = [&](const std::string& key) {
        Document out;
        out.blocks = fill_template(core::asset("templates/documents/" + key + ".md"), all).blocks;
        return plain_text(out);
    };
    const auto has = [](const std::string& text, std::string_view what) {
        return text.find(what) != std::string::npos;
    };
    const std::string rules = written("reglement_consultation");
    CHECK(has(rules, "la grille n’est pas encore écrite"));
    CHECK_FALSE(has(rules, " 0\u00a0%"));
    CHECK(has(rules, "ou à des structures équivalentes"));
    CHECK(has(rules, "à compléter\u00a0: contact du facilitateur"));
    CHECK(has(rules, "article\u00a0L.\u00a02113-14 du code de la commande publique (à vérifier sur Légifrance)"));
    CHECK(has(written("cadre_de_reponse"), "la grille n’est pas encore écrite"));
    const std::string clauses = written("ccap");
    CHECK(has(clauses, "les publics de la liste en annexe"));
    CHECK(has(clauses, "Annexe\u00a0: liste des publics"));
    CHECK(has(clauses, "heures des lots réservés, comptées à part"));
    CHECK(has(clauses, "Journée de 7\u00a0h, semaine de 35\u00a0h."));
    CHECK(has(clauses, "ou à des structures équivalentes"));
}
