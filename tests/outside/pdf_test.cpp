// Printing as PDF: found or not, refused in French when it fails, real when Chromium is there.
#include "clausier/outside/pdf.hpp"

#include <unistd.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <thread>
#include <vector>

#include "clausier/core/issue.hpp"
#include "fake_program.hpp"

using namespace clausier;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;
using test::Programs;

namespace {

// What a fake Chromium does first: finds where to print.
constexpr const char* kOut = "for a in \"$@\"; do case $a in --print-to-pdf=*) out=${a#*=};; esac; done\n";

}  // namespace

TEST_CASE("without Chromium there is no printer") {
    const Programs programs;
    CHECK_FALSE(outside::pdf_printer(programs.folder()));
    CHECK_FALSE(outside::pdf_printer(""));
    CHECK_FALSE(outside::pdf_printer("bin:."));
    std::filesystem::create_directory(programs.folder() + "/chromium");
    CHECK_FALSE(outside::pdf_printer(programs.folder()));
}

TEST_CASE("what Chromium prints comes back, and it is asked to reach nothing") {
    const Programs programs;
    programs.script("chromium-browser", std::string(kOut) + "printf '%s\\n' \"$@\" > " + programs.folder() +
                                            "/asked\nprintf '%%PDF-1.7 %s' \"$(cat \"${out%/*}/page.html\")\" > $out");
    const auto print = outside::pdf_printer("/nowhere:" + programs.folder());
    REQUIRE(print);
    CHECK(print("<p>Été</p>") == "%PDF-1.7 <p>Été</p>");
    const std::string asked = programs.read("asked");
    CHECK(asked.find("--host-resolver-rules=MAP * ~NOTFOUND\n") != std::string::npos);
    CHECK(asked.find("--proxy-server=http://127.0.0.1:9\n") != std::string::npos);
    CHECK((asked.find("--no-sandbox") != std::string::npos) == (::geteuid() == 0));
}

TEST_CASE("a printing that fails is refused with what to do instead") {
    for (const char* lines : {"exit 1", "exit 0", "printf 'not a PDF' > $out", "kill -KILL $$"}) {
        const Programs programs;
        programs.script("chromium", std::string(kOut) + lines);
        const auto print = outside::pdf_printer(programs.folder());
        REQUIRE(print);
        CHECK_THROWS_MATCHES(print("<p>"), core::Error, MessageMatches(ContainsSubstring("prenez le DOCX ou l’ODT")));
        try {
            print("<p>");
        } catch (const core::Error& error) {
            CHECK(error.kind() == core::ErrorKind::unavailable);
        }
    }
}

TEST_CASE("printings take turns") {
    const Programs programs;
    // A lock that two at once would meet.
    programs.script("chromium", std::string(kOut) + "mkdir " + programs.folder() +
                                    "/lock || exit 1; sleep 0.1; printf '%%PDF-' > $out; rmdir " + programs.folder() +
                                    "/lock");
    const auto print = outside::pdf_printer(programs.folder());
    std::vector<std::string> made(4);
    std::vector<std::thread> threads;
    for (std::string& one : made)
        threads.emplace_back([&one, copy = print] {
            try {
                one = copy("<p>");
            } catch (const core::Error& error) {
                one = error.what();
            }
        });
    for (std::thread& thread : threads) thread.join();
    // One prints and one waits; who comes meanwhile is refused at once, so that it keeps no thread.
    CHECK(std::count(made.begin(), made.end(), "%PDF-") >= 2);
    for (const std::string& one : made)
        if (one != "%PDF-") CHECK_THAT(one, ContainsSubstring("trop d’impressions sont en cours"));
}

TEST_CASE("Chromium prints a real page, when it is there") {
    const auto print = outside::pdf_printer();
    if (!print) SKIP("no Chromium here");
    const std::string pdf = print("<!doctype html><html lang=\"fr\"><title>Essai</title><p>Une page.");
    CHECK(pdf.starts_with("%PDF-"));
    CHECK(pdf.find("%%EOF") != std::string::npos);
}
