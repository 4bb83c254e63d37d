// Contacts, exchanges and tasks kept: those of a subject, and those of some days.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "clausier/domain/week.hpp"
#include "clausier/store/transaction.hpp"

namespace clausier::store {

class FollowUps {
public:
    explicit FollowUps(Transaction& tx) : tx_(tx) {}

    // How the subject is called today, nothing when it is not there. That of an organisation merged into another is the
    // other.
    [[nodiscard]] std::optional<domain::SubjectName> name(domain::Subject subject);
    // All that is kept around a subject, named by name().
    [[nodiscard]] domain::FollowUp of(const domain::SubjectName& about);

    [[nodiscard]] std::optional<domain::Contact> find(domain::Id<domain::Contact> id);
    [[nodiscard]] std::optional<domain::Exchange> find(domain::Id<domain::Exchange> id);
    [[nodiscard]] std::optional<domain::Task> find(domain::Id<domain::Task> id);

    // Each adds what has no id, else replaces it but for its subject, and gives it back with its id and revision. Throw
    // Error(conflict) when somebody else has saved it since it was read.
    domain::Contact save(domain::Contact contact);
    domain::Exchange save(domain::Exchange exchange);
    domain::Task save(domain::Task task);
    // The exchanges of a removed contact stay, without it.
    void remove(domain::Id<domain::Contact> id);
    void remove(domain::Id<domain::Exchange> id);
    void remove(domain::Id<domain::Task> id);

    // One subject turns out to be another: what was kept around it goes to the other.
    void move(domain::Subject from, domain::Subject into);

    // Tasks to be done by `to`, or without a date, those done that were due between both days, the exchanges between
    // both, the dates up to `to` that open dossiers await. `owner`: only hers, everybody's when "".
    [[nodiscard]] domain::Agenda agenda(core::Date from, core::Date to, const std::string& owner);
    // Whoever owns a task, an exchange or a dossier, by name.
    [[nodiscard]] std::vector<std::string> owners();

private:
    std::vector<domain::Contact> contacts_of(domain::Subject subject);
    std::vector<domain::ContactLine> related_to(domain::Subject subject);
    Transaction& tx_;
};

}  // namespace clausier::store
