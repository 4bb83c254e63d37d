// The outbox: mails written with what they tell, and sent after.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/core/clock.hpp"
#include "clausier/core/mail.hpp"
#include "clausier/store/transaction.hpp"

namespace clausier::store {

struct WaitingMail {
    std::int64_t id = 0;
    core::Mail mail;            // its text as it was added
    std::int64_t attempts = 0;  // the one it was taken for included
};

// How many stand in the outbox.
struct OutboxCounts {
    std::int64_t waiting = 0;
    std::int64_t sent = 0;
    std::int64_t given_up = 0;
    std::string fault;  // the last one told of those that wait
};

enum class MailState { waiting, sent, given_up };

// A mail without its text.
struct ListedMail {
    std::int64_t id = 0;
    std::string recipient;
    MailState state = MailState::waiting;
    std::int64_t attempts = 0;
    std::string fault;  // the last one told
    core::Instant created{};
    core::Instant at{};  // when it is due, was sent, or was given up
};

class Outbox {
public:
    explicit Outbox(Transaction& tx) : tx_(tx) {}

    void add(const core::Mail& mail, core::Instant now);
    // The mail due the longest, counted as tried and not due again before `lease_end`: whoever takes it sends it.
    std::optional<WaitingMail> take(core::Instant now, core::Instant lease_end);
    // Whether take() would give one.
    [[nodiscard]] bool any_due(core::Instant now);
    void sent(std::int64_t id, core::Instant now);
    void postpone(std::int64_t id, core::Instant due, std::string_view fault);
    // False when none of that number waits.
    bool give_up(std::int64_t id, core::Instant now, std::string_view fault);
    // Makes a mail that waits due at once; false when none of that number does.
    bool hasten(std::int64_t id, core::Instant now);
    [[nodiscard]] OutboxCounts counts();
    // Those that wait, then the last of the others; a hundred at most.
    [[nodiscard]] std::vector<ListedMail> list();
    // Forgets those over before that instant; tells how many.
    std::int64_t forget(core::Instant before);

private:
    Transaction& tx_;
};

}  // namespace clausier::store
