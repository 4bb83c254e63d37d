// Contacts, exchanges and tasks on the web: kept, changed, ticked off, refused beside their field, and never cached.
#include <boost/json/array.hpp>

#include "enquiry_world.hpp"
#include "hostile.hpp"

using namespace clausier;

namespace {

struct World : testing::WatchedMarket {
    std::string add(const std::string& what, http::Fields fields, const char* kind = "marche") {
        fields.add("genre", kind);
        fields.add("numero", "1");
        const http::Response answer = tried_form("/suivi/" + what, std::move(fields));
        CAPTURE(answer.body);
        REQUIRE(answer.status == 303);
        return std::string(answer.headers.get("location").value());
    }
    std::string page(const std::string& address) {
        const http::Response answer = tried("GET", address);
        CHECK(answer.status == 200);
        CHECK(answer.headers.get("cache-control") == "no-store");
        return answer.body;
    }
    boost::json::value document(const std::string& address) {
        const http::Response answer = tried("GET", address);
        CHECK(answer.headers.get("cache-control") == "no-store");
        return testing::json_of(answer);
    }
};

bool has(const std::string& page, std::string_view text) { return page.find(text) != std::string::npos; }

}  // namespace

TEST_CASE("a task goes from its form to the follow-up, is ticked off there and opened again") {
    World world;
    CHECK(has(world.page("/suivi/marche/1"), "Aucune tâche."));
    CHECK(world.add("taches", {{"titre", "Rappeler"}, {"echeance", "2026-11-20"}, {"referent", "Nord"}}) ==
          "/suivi/marche/1?fait=tache-ajoutee");
    const std::string page = world.page("/suivi/marche/1");
    CHECK(has(page, "Rappeler"));
    CHECK(has(page, "en retard de 1\u00a0jour"));
    CHECK(has(page, "Commune de Valbrume"));
    CHECK(world.tried_form("/suivi/taches/1/terminer", {}).status == 303);
    CHECK(has(world.page("/suivi/marche/1"), "✓ faite le 21 novembre 2026"));
    CHECK(world.tried_form("/suivi/taches/1/rouvrir", {}).status == 303);
    CHECK(world.document("/suivi/marche/1.json").at("taches").at(0).at("faite_le").is_null());
}

TEST_CASE("a contact and an exchange are kept, the report folded, and the contact of a lot offered from its buyer") {
    World world;
    world.add("contacts", {{"nom", "Service achats"}, {"telephone", "01 99 00 12 34"}}, "organisation");
    CHECK(has(world.page("/suivi/lot/1"), "Service achats (Commune de Valbrume)"));
    world.add("echanges",
              {{"nature", "visite"},
               {"date", "2026-11-24"},
               {"contact", "1"},
               {"resume", "Chantier"},
               {"compte_rendu", "Premier point\r\nSecond <point>"}},
              "lot");
    const std::string page = world.page("/suivi/lot/1");
    CHECK(has(page, "avec Service achats"));
    CHECK(has(page, "à venir"));
    CHECK(has(page, "<p>Premier point</p><p>Second &lt;point&gt;</p>"));
    CHECK(world.add("contacts", {{"nom", "Autre"}}, "organisation") == "/organisations/1?fait=contact-ajoute");
    // It is the same page for the contact's own organisation.
    CHECK(has(world.page("/organisations/1"), "Ajouter un contact"));
}

TEST_CASE("what is wrong is told beside its field, in the form that stays open with what was typed") {
    World world;
    const http::Response faulty =
        world.tried_form("/suivi/contacts", {{"genre", "marche"}, {"numero", "1"}, {"nom", ""}, {"courriel", "moi"}});
    CHECK(faulty.status == 422);
    CHECK(has(faulty.body, "href=\"#contact_nom\""));
    CHECK(has(faulty.body, "id=\"contact_courriel-erreur\""));
    CHECK(has(faulty.body, "value=\"moi\""));
    CHECK(has(faulty.body, "<details class=\"ajout ecran\" open>"));
    const http::Response nature =
        world.tried_form("/suivi/echanges",
                         {{"genre", "marche"}, {"numero", "1"}, {"nature", "fax"}, {"date", "hier"}, {"resume", "x"}});
    CHECK(nature.status == 422);
    CHECK(has(nature.body, "href=\"#echange_nature\""));
    CHECK(has(nature.body, "href=\"#echange_date\""));
    CHECK(world.tried_form("/suivi/taches", {{"genre", "marche"}, {"numero", "77"}, {"titre", "x"}}).status == 404);
    CHECK(world.tried_form("/suivi/taches", {{"genre", "planete"}, {"numero", "1"}, {"titre", "x"}}).status == 400);
    CHECK(world.tried_form("/suivi/taches", {{"genre", "marche"}, {"numero", "1"}}, true).status == 400);
    CHECK(world.tried("GET", "/suivi/planete/1").status == 404);
    CHECK(world.tried("GET", "/suivi/marche/77").status == 404);
}

TEST_CASE("each is changed and removed by its own page, and two hands at once see both values") {
    World world;
    world.add("taches", {{"titre", "Rappeler"}});
    world.add("contacts", {{"nom", "Achats"}});
    world.add("echanges", {{"nature", "appel"}, {"date", "2026-11-20"}, {"contact", "1"}, {"resume", "Appel"}});
    CHECK(has(world.page("/suivi/taches/1/modifier"), "value=\"Rappeler\""));
    CHECK(has(world.page("/suivi/echanges/1/modifier"), "<option value=\"1\" selected>Achats</option>"));
    CHECK(world.tried_form("/suivi/taches/1/modifier", {{"titre", "Écrire"}, {"revision", "1"}})
              .headers.get("location") == "/suivi/marche/1?fait=tache-modifiee");
    const http::Response conflict =
        world.tried_form("/suivi/taches/1/modifier", {{"titre", "Relancer"}, {"revision", "1"}});
    CHECK(conflict.status == 409);
    CHECK(has(conflict.body, "Écrire"));
    CHECK(has(conflict.body, "Relancer"));
    CHECK(has(conflict.body, "name=\"revision\" value=\"2\""));
    CHECK(world.tried_form("/suivi/taches/1/modifier", {{"titre", ""}, {"revision", "2"}}).status == 422);
    CHECK(world.tried_form("/suivi/contacts/1/retirer", {}).status == 303);
    CHECK(world.document("/suivi/marche/1.json").at("echanges").at(0).at("contact_id").is_null());
    CHECK(world.tried_form("/suivi/echanges/1/retirer", {}).status == 303);
    CHECK(world.tried_form("/suivi/taches/1/retirer", {}).status == 303);
    CHECK(world.document("/suivi/marche/1.json").at("taches").as_array().empty());
    CHECK(world.tried("GET", "/suivi/taches/1/modifier").status == 404);
    CHECK(world.tried_form("/suivi/taches/1/retirer", {}).status == 404);
}

TEST_CASE("market and lot sheets lead to their follow-up and to their buyer") {
    World world;
    CHECK(has(world.tried("GET", "/marches/1").body, "href=\"/suivi/marche/1\""));
    CHECK(has(world.tried("GET", "/marches/1").body, "href=\"/organisations/1\""));
    CHECK(has(world.tried("GET", "/lots/1").body, "href=\"/suivi/lot/1\""));
    CHECK(has(world.tried("GET", "/lots/1").body, "href=\"/organisations/1\""));
    CHECK(has(world.page("/suivi/marche/1"), "href=\"/marches/1\""));
}

TEST_CASE("a market made from a dossier leads to it, to its contacts and to its exchanges") {
    testing::EnquiryWorld world;
    world.prepare();
    REQUIRE(world.add_offer(1, "Bâtisseurs de la Lorne", "", true).status == 303);
    REQUIRE(world.add_offer(2, "Plomberie du Val", "", true).status == 303);
    REQUIRE(world.post("/dossiers/1/attribuer", {{"marche", "2026-08"}, {"revision", world.revision()}}).status == 303);
    for (const char* address : {"/marches/1", "/suivi/marche/1"}) {
        const http::Response page = world.get(address);
        CHECK(testing::has(page, "Né du <a href=\"/dossiers/1\">dossier n°\u00a01</a>"));
        CHECK(testing::has(page, "href=\"/suivi/dossier/1\""));
    }
    CHECK_FALSE(testing::has(world.get("/suivi/dossier/1"), "Né du"));
}

TEST_CASE("no text breaks out of the follow-up, the week or the calendar") {
    World world;
    for (const std::string& text : testing::hostile_texts()) {
        world.tried_form(
            "/suivi/taches",
            {{"genre", "marche"}, {"numero", "1"}, {"titre", text}, {"referent", text}, {"echeance", "2026-11-21"}});
        world.tried_form("/suivi/contacts",
                         {{"genre", "marche"}, {"numero", "1"}, {"nom", text}, {"fonction", text}, {"note", text}});
        world.tried_form("/suivi/echanges", {{"genre", "marche"},
                                             {"numero", "1"},
                                             {"nature", "appel"},
                                             {"date", "2026-11-21"},
                                             {"resume", text},
                                             {"compte_rendu", text},
                                             {"referent", text}});
        const std::string owner = "?referent=" + http::encode_component(text);
        for (const char* shape : {"", ".json", ".csv", ".xlsx"})
            world.tried("GET", std::string("/semaine") + shape + owner);
        CHECK(world.tried("GET", "/semaine.ics" + owner).status == 200);
    }
    for (const char* address : {"/suivi/marche/1", "/suivi/marche/1.json", "/semaine", "/suivi/taches/1/modifier",
                                "/suivi/contacts/1/modifier", "/suivi/echanges/1/modifier", "/organisations/1"})
        CHECK(world.tried("GET", address).status == 200);
    CHECK(world.document("/suivi/marche/1.json").at("taches").as_array().size() > 15);
}
