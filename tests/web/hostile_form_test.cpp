// Forms and addresses made to mislead the door: other sites, broken uploads, too much of something.
#include <cstdlib>

#include "assets.hpp"
#include "hostile.hpp"
#include "sheets/scratch_folder.hpp"

using namespace clausier;
using testing::WatchedWorld;

namespace {

const std::string edge = "----essai";

std::string part(const std::string& head, const std::string& bytes) {
    return "--" + edge + "\r\nContent-Disposition: form-data; " + head + "\r\n\r\n" + bytes + "\r\n";
}

http::Response send_parts(WatchedWorld& world, const std::string& body,
                          const std::string& type = "multipart/form-data; boundary=" + edge) {
    return world.tried("POST", "/import", {{"Cookie", "clausier-jeton=" + world.token()}, {"Content-Type", type}},
                       body);
}

// Temporary files in a folder of its own, which is looked at in the end.
class OwnTemporaries {
public:
    OwnTemporaries() {
        if (const char* was = std::getenv("TMPDIR")) before_ = was;
        setenv("TMPDIR", folder_.path().c_str(), 1);
    }
    ~OwnTemporaries() {
        if (before_)
            setenv("TMPDIR", before_->c_str(), 1);
        else
            unsetenv("TMPDIR");
    }
    [[nodiscard]] bool empty() const { return std::filesystem::is_empty(folder_.path()); }

private:
    tests::ScratchFolder folder_;
    std::optional<std::string> before_{};
};

}  // namespace

TEST_CASE("no address with a trailing slash leads to another host") {
    WatchedWorld world;
    CHECK(world.tried("GET", "/\\autre.example/").headers.get("location") == "/%5Cautre.example");
    CHECK(world.tried("GET", "//autre.example//").headers.get("location") == "/autre.example");
    CHECK(world.tried("GET", "/%2F%2Fautre.example/").headers.get("location") == "/%2F%2Fautre.example");
    CHECK(world.tried("GET", "/%5C%5Cautre.example/").headers.get("location") == "/%5C%5Cautre.example");
    CHECK(world.tried("GET", "/%09/autre.example/").headers.get("location") == "/%09/autre.example");
    CHECK(world.tried("GET", "///").headers.get("location") == "/");
    CHECK(world.tried("GET", "/%0d%0aSet-Cookie:%20a=b/").headers.get("location") == "/%0D%0ASet-Cookie%3A%20a%3Db");
    CHECK(world.tried("GET", "/a%00b/").status == 400);
    CHECK(world.tried("GET", "/a%ffb").status == 400);
    CHECK(world.tried("GET", "/a%zz").status == 400);
}

TEST_CASE("a suffix written in another way is part of a name") {
    WatchedWorld world;
    CHECK(world.tried("GET", "/references%2Ejson").status == 404);
    CHECK(world.tried("GET", "/references.json.csv").status == 404);
}

TEST_CASE("a page without JSON twin is a page, and a form refused is told as JSON where it is asked") {
    WatchedWorld world;
    CHECK(world.tried("GET", "/aide", {{"Accept", "application/json"}}).headers.get("content-type") ==
          "text/html; charset=utf-8");
    const http::Response problem =
        world.tried_form("/marches/nouveau", {{"objet", "École"}, {"montant_1", "200000"}}, true);
    CHECK(problem.status == 400);
    CHECK(problem.headers.get("content-type") == "application/problem+json");
    bool found = false;
    const boost::json::value document = testing::json_of(problem);
    for (const auto& fault : document.at("erreurs").as_array())
        found = found || fault.at("champ").as_string() == "acheteur";
    CHECK(found);
}

TEST_CASE("a page beyond the last leads back to it") {
    WatchedWorld world;
    REQUIRE(world
                .tried_form(
                    "/marches/nouveau",
                    {{"acheteur", "Commune de Valbrume"}, {"objet", "École"}, {"montant_1", "200000"}, {"taux", "5"}})
                .status == 303);
    for (const std::string page :
         {"2", "9223372036854775807", "92233720368547758", "99999999999999999999", "-1", "1e9"}) {
        CAPTURE(page);
        CHECK(world.tried("GET", "/marches?page=" + page).status == 200);
        CHECK(testing::json_of(world.get("/marches.json?page=" + page)).is_object());
    }
    CHECK(world.get("/marches?page=9223372036854775807").body.find("href=\"/marches?page=1\"") != std::string::npos);
}

TEST_CASE("a token of before the server started is refused, with what to do") {
    WatchedWorld before;
    WatchedWorld after;
    const http::Response answer = after.tried(
        "POST", "/reglages",
        {{"Cookie", "clausier-jeton=" + before.token()}, {"Content-Type", "application/x-www-form-urlencoded"}},
        "nom=x&jeton=" + before.token());
    CHECK(answer.status == 403);
    CHECK(answer.body.find("rechargez la page, puis recommencez") != std::string::npos);
    // A cookie planted for a narrower path comes first: it is the only one believed, so the form of the page is
    // refused.
    const http::Response tossed =
        after.tried("POST", "/reglages",
                    {{"Cookie", "clausier-jeton=" + before.token() + "; clausier-jeton=" + after.token()},
                     {"Content-Type", "application/x-www-form-urlencoded"}},
                    "nom=x&jeton=" + after.token());
    CHECK(tossed.status == 403);
}

TEST_CASE("an upload that is broken is refused by a sentence, and nothing of it stays") {
    const OwnTemporaries temporaries;
    {
        WatchedWorld world;
        const std::string token = part("name=\"jeton\"", world.token());
        const std::string file = "name=\"fichier\"; filename=\"a.csv\"";
        const std::string whole = token + part(file, "a;b\n1;2\n") + "--" + edge + "--\r\n";
        for (std::size_t cut = 0; cut < whole.size() - 2; ++cut) {
            const http::Response answer = send_parts(world, whole.substr(0, cut));
            if (answer.status != 400) FAIL_CHECK("cut at " << cut << ": " << answer.status);
        }
        CHECK(send_parts(world, whole, "multipart/form-data").status == 400);
        CHECK(send_parts(world, whole, "text/csv").status == 415);
        CHECK(send_parts(world, "jeton=" + world.token(), "application/x-www-form-urlencoded").status == 422);
        CHECK(send_parts(world, token + part(file, "") + "--" + edge + "--\r\n").status == 422);
        CHECK(send_parts(world, token + part("name=\"fichier\"; filename=\"" + std::string(10'000, 'a') + "\"", "a") +
                                    "--" + edge + "--\r\n")
                  .status == 400);
        CHECK(send_parts(world, part("name=\"jeton\"", "autre") + part(file, "a") + "--" + edge + "--\r\n").status ==
              403);
        CHECK(send_parts(world, "jeton=" + world.token() + "&" + std::string(5 << 20, 'a'),
                         "application/x-www-form-urlencoded")
                  .status == 400);
        std::string many = token;
        for (int i = 0; i < 30; ++i)
            many += part("name=\"fichier\"; filename=\"" + std::to_string(i) + ".csv\"", "a;b\n");
        CHECK(send_parts(world, many + "--" + edge + "--\r\n").status == 400);
    }
    CHECK(temporaries.empty());
}

TEST_CASE("a room full of imports says so, and takes another when one is abandoned") {
    const OwnTemporaries temporaries;
    {
        WatchedWorld world;
        std::string last;
        for (int i = 0; i < 32; ++i) {
            const http::Response taken = world.upload("/import", "a.csv", "Objet;Lot;Montant HT\nÉcole;1;1000\n");
            REQUIRE(taken.status == 303);
            last = *taken.headers.get("location");
        }
        const http::Response full = world.upload("/import", "a.csv", "Objet;Lot;Montant HT\nÉcole;1;1000\n");
        CHECK(full.status == 503);
        CHECK(full.headers.has("retry-after"));
        CHECK(full.body.find("terminez-en ou abandonnez-en un, ou revenez plus tard") != std::string::npos);
        CHECK(world.tried_form(last + "/abandonner", {}).status == 303);
        CHECK(world.upload("/import", "a.csv", "Objet;Lot;Montant HT\nÉcole;1;1000\n").status == 303);
    }
    CHECK(temporaries.empty());
}

TEST_CASE("an import asked for a year or a row that no table has keeps its sentence") {
    WatchedWorld world;
    const http::Response taken = world.upload("/import", "a.csv", "Objet;Lot;Montant HT\nÉcole;1;1000\n");
    REQUIRE(taken.status == 303);
    const std::string url(*taken.headers.get("location"));
    // 2^32 + 2026 is not 2026.
    CHECK(world.tried_form(url + "/colonnes", {{"action", "revoir"}, {"annee", "4294969322"}}).status == 422);
    CHECK(
        world.tried_form(url + "/colonnes", {{"action", "revoir"}, {"ligne_entetes", "9000000000000000000"}}).status ==
        422);
    CHECK(world.tried("GET", url).status == 200);
}

TEST_CASE("a choice that no list has is told beside its field") {
    WatchedWorld world;
    for (const std::string address : {"/calcul/etp?heures=833&genre=zq", "/calcul/grille?montant=150000&grille=zq"}) {
        const http::Response page = world.tried("GET", address);
        CHECK(page.status == 422);
        CHECK(page.body.find("ce choix n’existe pas") != std::string::npos);
    }
}

TEST_CASE("a file is kept for ever under its own hash alone, a page with a token by nobody") {
    WatchedWorld world;
    const std::string css = world.app.assets->url("app.css");
    CHECK(world.tried("GET", css).headers.get("cache-control") == "public, max-age=31536000, immutable");
    for (const std::string address : {"/actifs/dossier/app.css", "/actifs/000000000000/app.css", "/actifs//app.css"}) {
        const http::Response absent = world.tried("GET", address);
        CHECK(absent.status == 404);
        CHECK(absent.headers.get("cache-control") == "no-store");
    }
    CHECK(world.tried("GET", "/reglages").headers.get("cache-control") == "no-store");
    CHECK(world.tried("GET", "/references").headers.get("cache-control") == "private, no-cache");
}
