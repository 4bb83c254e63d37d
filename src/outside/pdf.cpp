// Runs Chromium without window nor network on one page.
#include "clausier/outside/pdf.hpp"

#include <unistd.h>

#include <atomic>
#include <chrono>
#include <memory>
#include <mutex>

#include "child.hpp"
#include "clausier/core/issue.hpp"
#include "work_folder.hpp"

namespace clausier::outside {
namespace {

constexpr std::chrono::seconds kPatience{30};
// One prints and one waits: more would keep the threads that answer everybody else.
constexpr int kMostInside = 2;

struct Turns {
    std::timed_mutex one_at_a_time;
    std::atomic<int> inside = 0;
};

// A place among those who print or wait.
class Place {
public:
    explicit Place(Turns& turns) : turns_(turns), granted_(turns.inside.fetch_add(1) < kMostInside) {}
    ~Place() { turns_.inside.fetch_sub(1); }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
    [[nodiscard]] bool granted() const { return granted_; }

private:
    Turns& turns_;
    bool granted_;
};

[[noreturn]] void refuse(std::string_view why) {
    throw core::Error(core::ErrorKind::unavailable, "PDF",
                      std::string(why) + "\u00a0; prenez le DOCX ou l’ODT, ou recommencez plus tard");
}

std::vector<std::string> arguments(const std::string& program, const std::filesystem::path& folder) {
    std::vector<std::string> out = {
        program, "--headless=new", "--disable-gpu", "--disable-dev-shm-usage", "--disable-extensions",
        "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-breakpad",
        "--no-first-run", "--no-pdf-header-footer", "--js-flags=--jitless",
        // Nothing is reached: names have no address, and what has one goes to a port where nobody answers.
        "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=http://127.0.0.1:9", "--proxy-bypass-list=<-loopback>",
        "--user-data-dir=" + (folder / "profil").string(), "--print-to-pdf=" + (folder / "page.pdf").string()};
    // Chromium refuses to keep its own walls as root.
    if (::geteuid() == 0) out.emplace_back("--no-sandbox");
    out.push_back("file://" + (folder / "page.html").string());
    return out;
}

std::string print(const std::string& program, const std::string& html) {
    const WorkFolder folder;
    folder.write("page.html", html);
    const ChildEnd end = run_child(arguments(program, folder.path()), folder.path());
    switch (end.reason) {
        case ChildEnd::Reason::late:
            refuse("l’impression a dépassé 20 secondes");
        case ChildEnd::Reason::greedy:
            refuse("l’impression a dépassé la mémoire permise");
        case ChildEnd::Reason::absent:
            refuse("le programme d’impression n’a pas pu démarrer");
        case ChildEnd::Reason::ended:
            break;
    }
    std::string pdf = folder.read("page.pdf");
    if (end.status != 0 || !pdf.starts_with("%PDF-")) refuse("l’impression a échoué");
    return pdf;
}

}  // namespace

std::function<std::string(const std::string& html)> pdf_printer(const std::string& path) {
    const std::string program = find_program({"chromium", "chromium-browser", "google-chrome"}, path);
    if (program.empty()) return {};
    const auto turns = std::make_shared<Turns>();
    return [program, turns](const std::string& html) {
        const Place place(*turns);
        if (!place.granted()) refuse("trop d’impressions sont en cours");
        const std::unique_lock<std::timed_mutex> turn(turns->one_at_a_time, kPatience);
        if (!turn.owns_lock()) refuse("trop d’impressions sont en cours");
        return print(program, html);
    };
}

}  // namespace clausier::outside
