// What every page has around its content, for who reads it.
#include "frame.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <catch2/catch_test_macros.hpp>

#include "logged_world.hpp"
#include "route.hpp"

using namespace clausier;
using domain::Role;
using testing::LoggedWorld;
using testing::Person;
using testing::WebWorld;

namespace {

// The addresses of the navigation, in order.
std::vector<std::string> navigation(const boost::json::object& frame) {
    std::vector<std::string> out;
    for (const auto& entry : frame.at("navigation").as_array()) out.emplace_back(entry.at("url").as_string());
    return out;
}

// The one that is told as where the visitor is, "" for none.
std::string current(const boost::json::object& frame) {
    std::string out;
    for (const auto& entry : frame.at("navigation").as_array())
        if (entry.at("courante").as_bool()) out += entry.at("url").as_string();
    return out;
}

bool holds(const std::vector<std::string>& all, std::string_view one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

// The frame of a page that answers `reply` at `path`.
boost::json::object frame_at(WebWorld& world, const std::string& path, web::Reply reply = {}, web::Formats formats = {},
                             http::Fields query = {}) {
    http::Request request;
    web::Route route{"GET", "/essai", web::Action::open, nullptr, ""};
    route.formats = formats;
    web::Call call{world.app, request, route, web::Format::html, path, {}, std::move(query)};
    call.visitor = web::Visitor::everything();
    call.viewer = call.visitor.viewer;
    return web::frame(call, reply);
}

std::string exports(const boost::json::object& frame) {
    std::string out;
    for (const auto& one : frame.at("exports").as_array()) out += std::string(one.at("url").as_string()) + " ";
    return out;
}

}  // namespace

TEST_CASE("every entry of the navigation is a page, and without accounts none is about them") {
    WebWorld world;
    const auto all = navigation(frame_at(world, "/"));
    CHECK(all.front() == "/");
    CHECK_FALSE(holds(all, "/comptes"));
    for (const std::string& url : all) {
        INFO(url);
        CHECK(web::opens(domain::Viewer::everything(), url));
        CHECK(world.get(url).status == 200);
    }
    CHECK_FALSE(web::opens(domain::Viewer::everything(), "/rien-ici"));
}

TEST_CASE("one entry at the most is where one is: the page, or what it belongs to") {
    WebWorld world;
    CHECK(current(frame_at(world, "/")) == "/");
    CHECK(current(frame_at(world, "/marches/12")) == "/marches");
    CHECK(current(frame_at(world, "/lots/3")) == "/marches");
    CHECK(current(frame_at(world, "/organisations/4")) == "/marches");
    CHECK(current(frame_at(world, "/imports/1")) == "/import");
    CHECK(current(frame_at(world, "/achats")) == "/spaser");
    CHECK(current(frame_at(world, "/suivi/taches")) == "/semaine");
    CHECK(current(frame_at(world, "/marchesque")).empty());
    CHECK(current(frame_at(world, "/aide")).empty());
}

TEST_CASE("the navigation of a role is what it may open") {
    LoggedWorld world;
    const Person buyer = world.person(Role::buyer, world.organisation("Commune de Valbrume"));
    const Person admin = world.person(Role::admin);
    const auto head_of = [](const Person& person) {
        http::Head head;
        head.headers = {{"Cookie", person.cookie()}};
        return head;
    };
    const auto of_buyer = web::bare_frame(world.app, head_of(buyer), "Erreur");
    CHECK(holds(navigation(of_buyer), "/marches"));
    CHECK_FALSE(holds(navigation(of_buyer), "/comptes"));
    CHECK(of_buyer.at("compte").at("nom").as_string() == "Compte 1");
    CHECK(of_buyer.at("compte").at("url").as_string() == "/compte");
    CHECK(of_buyer.at("compte").at("jeton").is_null());
    CHECK(of_buyer.at("connexion").is_null());
    CHECK(holds(navigation(web::bare_frame(world.app, head_of(admin), "Erreur")), "/comptes"));
    const auto nobody = web::bare_frame(world.app, {}, "Erreur");
    CHECK(nobody.at("compte").is_null());
    CHECK(nobody.at("connexion").as_string() == "/connexion");
    CHECK_FALSE(holds(navigation(nobody), "/marches"));
}

TEST_CASE("what can be taken away is what the route offers, once there is a document, with the query it was asked by") {
    WebWorld world;
    web::Reply reply;
    const web::Formats all{true, true, true, true};
    CHECK(exports(frame_at(world, "/essai", reply, all)).empty());
    reply.answer.document = boost::json::object{{"a", 1}};
    CHECK(exports(frame_at(world, "/essai", reply, all, {{"q", "a b"}})) ==
          "/essai.xlsx?q=a%20b /essai.csv?q=a%20b /essai.json?q=a%20b ");
    reply.document = present::Document{};
    CHECK(exports(frame_at(world, "/", reply, all)) ==
          "/accueil.docx /accueil.odt /accueil.pdf /accueil.xlsx /accueil.csv /accueil.json ");
    world.app.config.engines.pdf = nullptr;
    CHECK(exports(frame_at(world, "/", reply, all)).find(".pdf") == std::string::npos);
}

TEST_CASE("the trail, and what was done last in words of ours alone") {
    WebWorld world;
    web::Reply reply;
    reply.title = "Peinture";
    reply.trail = {{"/marches", "Marchés"}};
    const auto frame = frame_at(world, "/lots/1", reply, {}, {{"fait", "<b>"}});
    CHECK(frame.at("titre").as_string() == "Peinture");
    CHECK(frame.at("a_un_fil").as_bool());
    CHECK(frame.at("fil").at(0).at("libelle").as_string() == "Marchés");
    CHECK(frame.at("message").is_null());
    CHECK_FALSE(frame_at(world, "/").at("a_un_fil").as_bool());
}
