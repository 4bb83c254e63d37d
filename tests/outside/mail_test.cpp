// A message as SMTP carries it, and the servers it may be handed to.
#include "clausier/outside/mail.hpp"

#include <catch2/catch_test_macros.hpp>
#include <sstream>

#include "clausier/core/issue.hpp"

using namespace clausier;

namespace {

const core::Instant at = std::chrono::sys_days(std::chrono::year(2026) / 3 / 9) + std::chrono::hours(8);

std::string written(const core::Mail& mail) {
    return outside::message_text(mail, "clausier@valbrume.example", at, "abc");
}

}  // namespace

TEST_CASE("a message is headers and an encoded text, in lines that every server carries") {
    const std::string text = written({"a@valbrume.example", "Été", "Bonjour,\nvoici le lien.\n"});
    CHECK(text ==
          "Date: Mon, 09 Mar 2026 08:00:00 +0000\r\n"
          "From: <clausier@valbrume.example>\r\nTo: <a@valbrume.example>\r\nSubject: =?UTF-8?B?w4l0w6k=?=\r\n"
          "Message-ID: <abc@valbrume.example>\r\n"
          "Auto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
          "Content-Transfer-Encoding: base64\r\n\r\n"
          "Qm9uam91ciwNCnZvaWNpIGxlIGxpZW4uDQo=\r\n");
}

TEST_CASE("long subjects and texts are cut between characters, never within one") {
    std::string subject;
    for (int i = 0; i < 60; ++i) subject += "é";
    const std::string text = written({"a@valbrume.example", subject, std::string(500, 'x')});
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) CHECK(line.size() <= 78);
    // 60 characters of 2 bytes, 21 a word.
    CHECK(text.find("\r\n =?UTF-8?B?w6nDqcOp") != std::string::npos);
    CHECK(text.find("=?UTF-8?B?qc") == std::string::npos);
}

TEST_CASE("nothing typed by somebody ends a header and begins another") {
    for (const char* to : {"a@b.example\r\nBcc: c@d.example", "a@b.example>", "a b@c.example", "personne", "",
                           "a@b.example,c@d.example"}) {
        try {
            written({to, "s", "t"});
            FAIL(to);
        } catch (const core::Error& error) {
            CHECK(error.kind() == core::ErrorKind::invalid);
        }
    }
    const std::string text = written({"a@b.example", "Objet\r\nBcc: c@d.example", "t"});
    CHECK(text.find("Bcc") == std::string::npos);
}

TEST_CASE("a mail server is an address of SMTP, without its password") {
    CHECK(outside::is_mail_server("smtp://courriel.exemple.fr:587"));
    CHECK(outside::is_mail_server("smtps://courriel.exemple.fr:465"));
    for (const char* bad :
         {"", "courriel.exemple.fr", "https://courriel.exemple.fr", "smtp://a:b@exemple.fr", "smtp://"})
        CHECK_FALSE(outside::is_mail_server(bad));
}

TEST_CASE("a server that does not answer leaves the mail for later") {
    const core::FixedClock clock(at);
    // Port 1 of this machine: nobody listens there.
    const auto send = outside::mail_sender({"smtp://127.0.0.1:1", "clausier@valbrume.example"}, clock);
    try {
        send({"a@valbrume.example", "s", "t"});
        FAIL("sent");
    } catch (const core::Error& error) {
        CHECK(error.kind() == core::ErrorKind::unavailable);
        CHECK(std::string(error.what()) == "serveur de courriel : il ne répond pas");
    }
}
