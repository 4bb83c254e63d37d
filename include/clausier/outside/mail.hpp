// Mail handed to a mail server by SMTP.
#pragma once
#include <string>

#include "clausier/core/clock.hpp"
#include "clausier/core/mail.hpp"

namespace clausier::outside {

// `address`: "smtp://mail.exemple.fr:587" (then TLS is asked for, and required but on this machine) or
// "smtps://mail.exemple.fr:465". Without `user` nobody logs in.
struct MailSettings {
    std::string address;
    std::string sender;  // "clausier@exemple.fr"
    std::string user{};
    std::string password{};
};

// Whether the address is one of a mail server: smtp or smtps, a host, no password in it.
bool is_mail_server(const std::string& address);

// The bytes of a message (RFC 5322): headers, a text in UTF-8, nothing that the reader's program could run. `id` is
// unique. Throws Error(invalid) when the address would end its header.
std::string message_text(const core::Mail& mail, const std::string& sender, core::Instant at, const std::string& id);

// Each call opens a connection, 30 s at most. The clock must outlive the function.
core::MailSender mail_sender(MailSettings settings, const core::Clock& clock);

}  // namespace clausier::outside
