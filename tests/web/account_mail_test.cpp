// The mails of accounts: to whom, with which link, and nothing more.
#include "account_mail.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier;

namespace {

app::AccountLink link(domain::InvitationKind kind) {
    app::AccountLink out;
    out.kind = kind;
    out.token = "abc";
    out.expires = std::chrono::sys_days(std::chrono::year(2026) / 11 / 28) + std::chrono::hours(10);
    out.account.emplace();
    out.account->email = "claude@clauses.example";
    return out;
}

}  // namespace

TEST_CASE("an invitation and a new password are told apart, each with its link and its end") {
    const core::Mail invitation =
        web::link_mail(link(domain::InvitationKind::invitation), "https://clauses.example", "Clauses de la Lorne");
    CHECK(invitation.to == "claude@clauses.example");
    CHECK(invitation.until == link(domain::InvitationKind::invitation).expires);
    CHECK(invitation.subject == "Invitation – Clauses de la Lorne");
    CHECK(invitation.text.find("https://clauses.example/invitation/abc\n") != std::string::npos);
    CHECK(invitation.text.find("28 novembre 2026 à 10:00 UTC") != std::string::npos);
    const core::Mail reset =
        web::link_mail(link(domain::InvitationKind::password_reset), "https://clauses.example", "Clauses de la Lorne");
    CHECK(reset.subject.starts_with("Choisir un autre mot de passe"));
    CHECK(reset.text.find("https://clauses.example/mot-de-passe/abc\n") != std::string::npos);
}

TEST_CASE("the address of links is the one the browser called") {
    http::Head head;
    head.headers = {{"Host", "clauses.example:8443"}};
    CHECK(web::own_origin(head) == "http://clauses.example:8443");
    head.secure = true;
    CHECK(web::own_origin(head) == "https://clauses.example:8443");
}
