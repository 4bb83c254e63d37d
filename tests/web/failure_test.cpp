// What a refusal looks like: its status, its sentences, what to do next, and nothing of the program's insides.
#include <boost/json/array.hpp>
#include <catch2/catch_test_macros.hpp>

#include "render.hpp"
#include "web_world.hpp"

using namespace clausier;
using core::ErrorKind;
using testing::has;
using testing::WebWorld;

namespace {

http::Response page_of(WebWorld& world, const web::Failure& failure, bool json = false) {
    http::Head head;
    head.id = "abc-1";
    return web::render_failure(world.app, head, json, failure);
}

}  // namespace

TEST_CASE("each kind of refusal has its status, and keeps what is wrong") {
    const auto status = [](ErrorKind kind) { return web::failure_of(core::Error(kind, "annee", "x")).status; };
    CHECK(status(ErrorKind::invalid) == 400);
    CHECK(status(ErrorKind::forbidden) == 403);
    CHECK(status(ErrorKind::not_found) == 404);
    CHECK(status(ErrorKind::conflict) == 409);
    CHECK(status(ErrorKind::unavailable) == 503);
    CHECK(web::failure_of(core::Error(ErrorKind::conflict, "annee", "x")).issues.at(0).where == "annee");
}

TEST_CASE("a page says each fault as a sentence, escaped, and offers to try again only where that may help") {
    WebWorld world;
    const http::Response refused =
        page_of(world, {400, "La demande ne peut pas être comprise", {core::fault("", "le nom <b> est trop long")}});
    CHECK(refused.status == 400);
    CHECK(has(refused, "Le nom &lt;b&gt; est trop long"));
    CHECK_FALSE(has(refused, "Réessayer</a>"));
    CHECK(refused.headers.get("cache-control") == "no-store");
    const http::Response busy = page_of(world, {503, "Le service est momentanément indisponible", {}});
    CHECK(busy.headers.get("retry-after") == "5");
    CHECK(has(busy, "Réessayer</a>"));
    CHECK_FALSE(refused.headers.has("retry-after"));
}

TEST_CASE("a fault of ours gives a code to quote") {
    WebWorld world;
    const http::Response page = page_of(world, {500, "Une erreur est survenue", {}});
    CHECK(has(page, "abc-1"));
    CHECK(has(page, "Rien n’a été modifié"));
}

TEST_CASE("programs get a problem document with the field of each fault") {
    WebWorld world;
    const http::Response problem =
        page_of(world,
                {400,
                 "La demande ne peut pas être comprise",
                 {{core::Severity::error, "", "annee", "ce n’est pas une année"}, core::fault("", "trop de lignes")}},
                true);
    CHECK(problem.headers.get("content-type") == "application/problem+json");
    const auto document = testing::json_of(problem);
    CHECK(document.at("status").to_number<int>() == 400);
    CHECK(document.at("detail").as_string() == "annee : ce n’est pas une année · trop de lignes");
    CHECK(document.at("erreurs").at(0).at("champ").as_string() == "annee");
    CHECK(document.at("erreurs").at(1).at("champ").as_string().empty());
    CHECK(document.at("instance").as_string() == "urn:clausier:demande:abc-1");
}
