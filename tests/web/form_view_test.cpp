// Forms shown again: each fault beside its field and in the summary, with the field's own words.
#include "form_view.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier;
using web::FormView;
namespace json = boost::json;

namespace {

core::Issue fault(std::string where, std::string text) {
    return {core::Severity::error, "", std::move(where), std::move(text)};
}

std::string summary(const FormView& form, std::size_t line) {
    json::object view;
    form.summarise(view);
    return std::string(view.at("erreurs").at(line).at("texte").as_string());
}

}  // namespace

TEST_CASE("a fault stands beside its field, described to who does not see it, with what was typed") {
    const FormView form({fault("annee", "ce n’est pas une année")});
    const json::object field = form.field({"annee", "Année", "de notification", "numeric"}, "bientôt");
    CHECK(field.at("erreur").as_string() == "ce n’est pas une année");
    CHECK(field.at("decrit_par").as_string() == "annee-aide annee-erreur");
    CHECK(field.at("valeur").as_string() == "bientôt");
    CHECK_FALSE(form.sound());
}

TEST_CASE("a field without help nor fault describes nothing") {
    const FormView form({fault("autre", "x")});
    const json::object field = form.field({"annee", "Année"}, "");
    CHECK(field.at("erreur").is_null());
    CHECK(field.at("decrit_par").is_null());
    CHECK(field.at("aide").is_null());
}

TEST_CASE("the summary names the field, once, and tells faults that belong to none") {
    const FormView form({fault("annee", "ce n’est pas une année"), fault("objet", "Objet : ce champ est obligatoire"),
                         fault("", "trop de lignes")});
    static_cast<void>(form.field({"annee", "Année"}, ""));
    static_cast<void>(form.field({"objet", "Objet"}, ""));
    CHECK(summary(form, 0) == "Année\u00a0: ce n’est pas une année");
    CHECK(summary(form, 1) == "Objet : ce champ est obligatoire");
    CHECK(summary(form, 2) == "trop de lignes");
    json::object view;
    form.summarise(view);
    CHECK(view.at("erreurs_titre").as_string() == "3\u00a0points à corriger");
    CHECK(view.at("erreurs").at(0).at("cible").as_string() == "annee");
    CHECK(view.at("erreurs").at(2).at("cible").is_null());
}

TEST_CASE("a field with an id of its own takes the faults of that id") {
    const FormView form({fault("lot-2-montant", "x")});
    web::FieldView spec{"montant", "Montant"};
    spec.id = "lot-2-montant";
    CHECK(form.field(spec, "").at("erreur").as_string() == "x");
    CHECK(form.field({"montant", "Montant"}, "").at("erreur").is_null());
}

TEST_CASE("a choice shows the one in force, and none when the value is not in the list") {
    const FormView form({});
    const auto chosen = [&](std::string_view value) {
        std::string out;
        const json::object field = form.choice({"arrondi", "Arrondi"}, value, {{"", "au plus près"}, {"7", "7 h"}});
        for (const json::value& option : field.at("options").as_array())
            if (option.at("choisie").as_bool()) out += std::string(option.at("libelle").as_string());
        return out;
    };
    CHECK(chosen("7") == "7 h");
    CHECK(chosen("") == "au plus près");
    CHECK(chosen("8").empty());
}

TEST_CASE("a social security number that was refused is not shown again, what only looks like one is") {
    const std::string nir = "1859978006084" + std::to_string(97 - 1'859'978'006'084 % 97);
    const web::FormView refused({{core::Severity::error, "nir", "note", "retirez-le"}});
    CHECK(refused.field({"note", "Note"}, "rappeler " + nir).at("valeur").as_string().empty());
    CHECK(refused.field({"nom", "Nom"}, "Accueil").at("valeur").as_string() == "Accueil");
    CHECK(web::FormView({}).field({"marche", "Référence"}, nir).at("valeur").as_string() == nir);
}
