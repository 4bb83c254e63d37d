// Contacts, exchanges and tasks: kept around a subject, and gathered in weeks.
#pragma once
#include <string>

#include "clausier/app/app.hpp"
#include "clausier/domain/week.hpp"

namespace clausier::app {

// Reading. Throw Error(not_found) when the subject, or what is sought, is not there.
domain::FollowUp follow_up(store::Database& base, domain::Subject subject);
domain::Contact find_contact(store::Database& base, domain::Id<domain::Contact> id);
domain::Exchange find_exchange(store::Database& base, domain::Id<domain::Exchange> id);
domain::Task find_task(store::Database& base, domain::Id<domain::Task> id);

// Each is one transaction with a row of the journal, which names nobody: « contact/12 », the subject, the names of the
// fields that changed. Texts are tidied first. Adding and changing throw Error(invalid) with every fault of
// domain::faults(), and a fault in "contact" when the contact of an exchange is not one of its subject nor of what that
// belongs to; Error(not_found) when the subject or the row is not there; changing throws Error(conflict), with both
// values by field, when somebody else has written since. Nothing is written when nothing has changed.
domain::Contact add(Session session, store::Database& base, domain::Contact contact);
domain::Exchange add(Session session, store::Database& base, domain::Exchange exchange);
domain::Task add(Session session, store::Database& base, domain::Task task);
domain::Contact update(Session session, store::Database& base, domain::Contact edited);
domain::Exchange update(Session session, store::Database& base, domain::Exchange edited);
domain::Task update(Session session, store::Database& base, domain::Task edited);
// Give what was removed. The exchanges of a contact stay, without it.
domain::Contact remove(Session session, store::Database& base, domain::Id<domain::Contact> id);
domain::Exchange remove(Session session, store::Database& base, domain::Id<domain::Exchange> id);
domain::Task remove(Session session, store::Database& base, domain::Id<domain::Task> id);
// Done today, or still to be done. What is so already stays as it is.
domain::Task finish(Session session, store::Database& base, domain::Id<domain::Task> id);
domain::Task reopen(Session session, store::Database& base, domain::Id<domain::Task> id);

// The week of a day; `owner`: only hers, everybody's when "".
domain::Week week(Session session, store::Database& base, core::Date day, const std::string& owner);
// What a calendar shows: everything to be done, and appointments from three months ago on.
domain::Agenda calendar(Session session, store::Database& base, const std::string& owner);

}  // namespace clausier::app
