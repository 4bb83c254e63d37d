// Eight browsers at once on one door: pages, forms, imports, settings.
#include <atomic>
#include <catch2/catch_test_macros.hpp>
#include <functional>
#include <mutex>
#include <thread>

#include "sheets/scratch_folder.hpp"
#include "web_world.hpp"

using namespace clausier;
using testing::WebWorld;

namespace {

constexpr std::chrono::milliseconds lasting{2000};

// What went wrong, gathered from every thread: a test library's checks are not for several threads.
class Complaints {
public:
    void hear(const http::Response& answer, std::initializer_list<unsigned> expected, const std::string& what) {
        ++answers;
        if (std::find(expected.begin(), expected.end(), answer.status) != expected.end()) return;
        const std::lock_guard lock(mutex_);
        text_ += what + " : " + std::to_string(answer.status) + "\n";
    }
    void say(std::string_view line) {
        const std::lock_guard lock(mutex_);
        text_ += std::string(line) + "\n";
    }
    [[nodiscard]] std::string text() {
        const std::lock_guard lock(mutex_);
        return text_;
    }
    std::atomic<int> answers = 0;

private:
    std::mutex mutex_;
    std::string text_;
};

using Work = std::function<void(WebWorld&, Complaints&, int turn)>;

void read_pages(WebWorld& world, Complaints& heard, int turn) {
    static constexpr const char* pages[] = {"/",
                                            "/calcul?intitule_1=Peinture&montant_1=200000&taux=5",
                                            "/marches?texte=ecole",
                                            "/marches/1",
                                            "/lots/1.json",
                                            "/marches/carte",
                                            "/references?famille=time",
                                            "/marches/heures.xlsx",
                                            "/marches.csv",
                                            "/metriques",
                                            "/sante",
                                            "/openapi.json",
                                            "/lots/1",
                                            "/calcul/etp?heures=833&genre=ei"};
    const std::string page = pages[static_cast<std::size_t>(turn) % std::size(pages)];
    heard.hear(world.get(page), {200}, page);
}

void make_market(WebWorld& world, Complaints& heard, int turn) {
    const std::string name =
        std::to_string(turn) + "-" + std::to_string(std::hash<std::thread::id>{}(std::this_thread::get_id()));
    heard.hear(world.post("/marches/nouveau", {{"acheteur", "Commune de Valbrume"},
                                               {"objet", "École " + name},
                                               {"marche", name},
                                               {"montant_1", "200000"},
                                               {"taux", "5"}}),
               {303}, "création");
}

// Others change the same market: one wins, the others are told.
void edit_market(WebWorld& world, Complaints& heard, int turn) {
    const std::string page = world.get("/marches/1/modifier").body;
    const std::string mark = "name=\"revision\" value=\"";
    const std::size_t at = page.find(mark) + mark.size();
    heard.hear(world.post("/marches/1/modifier", {{"objet", "École " + std::to_string(turn)},
                                                  {"marche", "2026-01"},
                                                  {"revision", page.substr(at, page.find('"', at) - at)}}),
               {303, 409}, "modification");
}

void settle(WebWorld& world, Complaints& heard, int turn) {
    heard.hear(world.post("/reglages", {{"nom", "Clauses " + std::to_string(turn)}}), {303}, "réglages");
    heard.hear(world.get("/references"), {200}, "références");
}

void import_file(WebWorld& world, Complaints& heard, int turn) {
    const http::Response taken = world.upload(
        "/import", "a.csv",
        "N° marché;Acheteur;Objet;Lot;Montant HT\n" + std::to_string(turn) + ";Commune de Valbrume;École;1;1000\n");
    heard.hear(taken, {303, 503}, "dépôt");
    if (taken.status != 303) return;
    const std::string url(*taken.headers.get("location"));
    heard.hear(world.get(url), {200}, "colonnes");
    heard.hear(world.post(url + "/colonnes", {{"action", "lire"}}), {303, 409}, "lecture");
    heard.hear(world.get(url + ".json"), {200}, "vérification");
    heard.hear(world.get(url + "/lignes-annotees.xlsx"), {200, 409}, "lignes annotées");
    heard.hear(turn % 2 ? world.post(url + "/appliquer", {}) : world.post(url + "/abandonner", {}), {303, 409}, "fin");
    heard.hear(world.get("/import"), {200}, "imports");
}

}  // namespace

TEST_CASE("eight browsers at once are all answered", "[threads]") {
    const tests::ScratchFolder folder;
    WebWorld world((folder.path() / "base.sqlite").string());
    Complaints heard;
    world.app.config.log = [&](std::string_view line) { heard.say(line); };
    REQUIRE_FALSE(world.token().empty());
    REQUIRE(world
                .post("/marches/nouveau", {{"acheteur", "Commune de Valbrume"},
                                           {"objet", "École"},
                                           {"marche", "2026-01"},
                                           {"montant_1", "200000"},
                                           {"taux", "5"}})
                .status == 303);
    const std::vector<Work> works{read_pages,  make_market, read_pages,  edit_market,
                                  edit_market, settle,      import_file, import_file};
    const auto end = std::chrono::steady_clock::now() + lasting;
    std::vector<std::jthread> browsers;
    for (const Work& work : works)
        browsers.emplace_back([&, work] {
            for (int turn = 0; std::chrono::steady_clock::now() < end; ++turn) work(world, heard, turn);
        });
    browsers.clear();
    CHECK(heard.text() == "");
    CHECK(heard.answers > 40);
}
