// The same hostile texts behind a login: fields of accounts, keys of addresses, names of files that are sent.
#include <set>

#include "hostile.hpp"
#include "logged_world.hpp"

using namespace clausier;
using domain::Role;
using testing::LoggedWorld;
using testing::Person;

namespace {

// A door with accounts where faults of the program are gathered.
struct WatchedAccounts : LoggedWorld {
    WatchedAccounts() {
        app.config.log = [this](std::string_view line) {
            if (!line.starts_with("droit refusé")) faults += std::string(line) + "\n";
        };
    }
    unsigned checked(const http::Response& answer) {
        CAPTURE(answer.status);
        testing::check_answer(answer);
        CHECK(faults == "");
        faults.clear();
        return answer.status;
    }
    unsigned tried(const Person& person, const std::string& target) {
        CAPTURE(target.substr(0, 200));
        return checked(get_as(person, target));
    }
    unsigned tried_form(const Person& person, const std::string& target, const http::Fields& fields) {
        CAPTURE(target.substr(0, 200), http::encode_query(fields).substr(0, 300));
        return checked(post_as(person, target, fields));
    }
    // A file sent as a browser does.
    unsigned tried_file(const Person& person, const std::string& target, std::string name, const std::string& bytes) {
        for (char& c : name)
            if (c == '"' || c == '\r' || c == '\n') c = '_';
        const std::string edge = "----essai";
        const std::string body = "--" + edge + "\r\nContent-Disposition: form-data; name=\"jeton\"\r\n\r\n" +
                                 token_of(person) + "\r\n--" + edge +
                                 "\r\nContent-Disposition: form-data; name=\"fichier\"; filename=\"" + name +
                                 "\"\r\nContent-Type: text/csv\r\n\r\n" + bytes + "\r\n--" + edge + "--\r\n";
        CAPTURE(target, name.substr(0, 100));
        return checked(send("POST", target,
                            {{"Cookie", person.cookie() + "; clausier-jeton=" + token_of(person)},
                             {"Content-Type", "multipart/form-data; boundary=" + edge}},
                            body));
    }

    std::string faults;
};

// Where what accounts hold is shown.
void look_at_accounts(WatchedAccounts& world, const Person& admin, const Person& person) {
    for (const std::string page : {"/comptes", "/comptes.json", "/comptes.csv", "/comptes/1", "/comptes/3", "/journal",
                                   "/journal.csv", "/boite-envoi", "/boite-envoi.csv", "/rgpd", "/organisations/1"})
        world.tried(admin, page);
    for (const std::string page : {"/compte", "/compte.json", "/", "/marches"}) world.tried(person, page);
}

// The same form, one field of it changed.
http::Fields with(const http::Fields& form, std::string_view changed, const std::string& value) {
    http::Fields out;
    for (const http::Header& pair : form) out.add(pair.name, pair.name == changed ? value : pair.value);
    return out;
}

std::vector<std::string> all_texts() {
    std::vector<std::string> out = testing::hostile_texts();
    out.insert(out.end(), testing::hostile_figures().begin(), testing::hostile_figures().end());
    return out;
}

}  // namespace

TEST_CASE("no text in a field of an account makes a fault or passes unescaped") {
    WatchedAccounts world;
    const Person admin = world.person(Role::admin);
    const Person person = world.person(Role::buyer, world.organisation("Commune de Valbrume"));
    std::set<unsigned> statuses;
    for (const std::string& text : all_texts()) {
        for (const char* field : {"nom", "courriel", "role", "organisation", "departements"}) {
            http::Fields form{{"nom", "Camille"},
                              {"courriel", "camille@clauses.example"},
                              {"role", "facilitateur"},
                              {"organisation", "Maison de Valbrume"},
                              {"departements", "57"}};
            form = with(form, field, text);
            statuses.insert(world.tried_form(admin, "/comptes", form));
            statuses.insert(world.tried_form(admin, "/comptes/2/habilitations", form));
        }
        statuses.insert(world.tried_form(person, "/compte/nom", {{"nom", text}}));
        for (const char* field : {"libelle", "portee", "expire_le", "preuve"}) {
            http::Fields form{{"libelle", "Export"},
                              {"portee", "consulter"},
                              {"expire_le", "2027-01-31"},
                              {"preuve", std::string(testing::good_password)}};
            form = with(form, field, text);
            statuses.insert(world.tried_form(person, "/compte/jetons", form));
        }
        world.tried(admin, "/comptes?" + http::encode_query({{"texte", text}, {"etat", text}, {"role", text}}));
    }
    CHECK(statuses.count(422) == 1);
    look_at_accounts(world, admin, person);
}

TEST_CASE("no text at the way in makes a fault, passes unescaped or tells who has an account") {
    WatchedAccounts world;
    const Person admin = world.person(Role::admin);
    for (const std::string& text : all_texts()) {
        for (const auto& [page, fields] : std::vector<std::pair<std::string, http::Fields>>{
                 {"/connexion", {{"courriel", text}, {"mot_de_passe", text}, {"retour", text}}},
                 {"/connexion/code", {{"code", text}, {"retour", text}}},
                 {"/mot-de-passe", {{"courriel", text}}},
                 {"/invitation/" + http::encode_component(text), {{"nom", text}, {"mot_de_passe", text}}},
                 {"/mot-de-passe/" + http::encode_component(text), {{"mot_de_passe", text}, {"confirmation", text}}}}) {
            const http::Response answer = world.post_anonymous(page, fields);
            CAPTURE(page.substr(0, 100), answer.status);
            testing::check_headers(answer);
            // A wait is an answer too: the door counts what is tried.
            CHECK((answer.status < 500 || answer.status == 503));
            CHECK(world.faults == "");
        }
        for (const char* page : {"/connexion?retour=", "/invitation/", "/mot-de-passe/", "/connexion/oidc?retour="})
            world.tried({}, page + http::encode_component(text));
    }
    world.tried(admin, "/journal");
}

TEST_CASE("no key of an address makes a fault, whoever asks") {
    WatchedAccounts world;
    const std::vector<Person> people{world.person(Role::admin),
                                     world.person(Role::facilitator, world.organisation("Maison de Valbrume"))};
    const auto& texts = testing::hostile_texts();
    std::size_t turn = 0;
    for (const web::Route& route : web::routes()) {
        if (!testing::has_parts(route) || route.to_file) continue;
        // Each route has its own few, so that all of them are met without asking everything of everybody.
        for (std::size_t i = 0; i < 5; ++i, ++turn) {
            const std::string& text = texts[turn % texts.size()];
            if (text.size() > 1000) continue;  // longer than an address may be
            const Person& person = people[i % people.size()];
            if (route.method == "GET")
                world.tried(person, testing::address_of(route, text));
            else
                world.tried_form(person, testing::address_of(route, text), {{"revision", "1"}});
        }
    }
}

TEST_CASE("no name nor content of a file that is sent makes a fault or passes unescaped") {
    const std::string table = "Nom;Type;Objet;Montant HT\nzq<b>\"zq';EI;=1+1;10\n";
    std::set<unsigned> statuses;
    for (const std::string page : {"/import", "/structures/importer", "/achats/importer"})
        for (int kind = 0; kind < 3; ++kind) {
            WatchedAccounts world;  // a room holds so many files and no more
            const Person desk = world.person(Role::facilitator, world.organisation("Maison de Valbrume"));
            for (const std::string& text : testing::hostile_texts()) {
                const std::string name = kind == 1 ? "liste.csv" : text.substr(0, 200) + (kind == 0 ? ".csv" : "");
                statuses.insert(world.tried_file(desk, page, name, kind == 1 ? text : table));
            }
            world.tried(desk, page);
        }
    CHECK(statuses.count(400) == 1);
    CHECK(statuses.count(303) == 1);
}
