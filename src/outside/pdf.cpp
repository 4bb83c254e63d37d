// Runs Chromium without window nor network on one page.
#include "clausier/outside/pdf.hpp"

#include <unistd.h>

#include <chrono>
#include <memory>
#include <mutex>

#include "child.hpp"
#include "clausier/core/issue.hpp"
#include "work_folder.hpp"

namespace clausier::outside {
namespace {

constexpr std::chrono::seconds kPatience{30};

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
    const auto one_at_a_time = std::make_shared<std::timed_mutex>();
    return [program, one_at_a_time](const std::string& html) {
        const std::unique_lock<std::timed_mutex> turn(*one_at_a_time, kPatience);
        if (!turn.owns_lock()) refuse("trop d’impressions sont en cours");
        return print(program, html);
    };
}

}  // namespace clausier::outside
