// A message to one person, and what carries it: the plain values that use cases and the world beyond exchange.
#pragma once
#include <functional>
#include <optional>
#include <string>

#include "clausier/core/clock.hpp"

namespace clausier::core {

// Plain text; `to` is one address, without a name. It says nothing of a job-seeker: mail crosses machines of others.
struct Mail {
    std::string to;
    std::string subject;
    std::string text;
    std::optional<Instant> until{};  // when what it says is worth nothing more; nothing: it always is
    bool operator==(const Mail&) const = default;
};

// Hands a message to a mail server, which has taken charge of it on return. Throws Error(unavailable) when it may work
// later, Error(invalid) when the server refuses that message for good; their texts hold no address.
using MailSender = std::function<void(const Mail& mail)>;

}  // namespace clausier::core
