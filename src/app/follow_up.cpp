// Saves contacts, exchanges and tasks, and tells the journal without a name.
#include "clausier/app/follow_up.hpp"

#include <algorithm>
#include <chrono>

#include "clausier/domain/market_fields.hpp"
#include "clausier/store/follow_up.hpp"
#include "clausier/store/journal.hpp"
#include "refusals.hpp"

namespace clausier::app {
namespace {

using core::Error;
using core::ErrorKind;
using domain::Contact;
using domain::Exchange;
using domain::Id;
using domain::Subject;
using domain::Task;

std::string_view word(const Contact&) { return "contact"; }
std::string_view word(const Exchange&) { return "echange"; }
std::string_view word(const Task&) { return "tache"; }

template <class T>
std::string_view gone();
template <>
std::string_view gone<Contact>() {
    return "ce contact n’existe plus ; revenez au suivi";
}
template <>
std::string_view gone<Exchange>() {
    return "cet échange n’existe plus ; revenez au suivi";
}
template <>
std::string_view gone<Task>() {
    return "cette tâche n’existe plus ; revenez au suivi";
}

domain::SubjectName require_subject(store::Transaction& tx, Subject subject) {
    if (auto name = store::FollowUps(tx).name(subject)) return *std::move(name);
    throw Error(ErrorKind::not_found, std::string(domain::label(subject.kind)) + " n° " + std::to_string(subject.id),
                "il n’y a rien sous ce numéro ; partez de la liste des marchés ou des dossiers");
}

template <class T>
T require(store::Transaction& tx, Id<T> id) {
    if (auto found = store::FollowUps(tx).find(id)) return *std::move(found);
    throw Error(ErrorKind::not_found, "n° " + std::to_string(id.value), gone<T>());
}

template <class T>
T find(store::Database& base, Id<T> id) {
    store::Transaction tx = base.read();
    return require(tx, id);
}

// The contact of an exchange is one that its subject shows.
template <class T>
void check_links(store::Transaction&, const T&) {}
template <>
void check_links(store::Transaction& tx, const Exchange& exchange) {
    if (!exchange.contact) return;
    const domain::FollowUp shown = store::FollowUps(tx).of(require_subject(tx, exchange.subject));
    const auto is_it = [&](const Contact& contact) { return contact.id == *exchange.contact; };
    const bool known =
        std::any_of(shown.contacts.begin(), shown.contacts.end(), is_it) ||
        std::any_of(shown.related.begin(), shown.related.end(), [&](const auto& line) { return is_it(line.contact); });
    if (!known)
        throw Error(ErrorKind::invalid, "contact", "ce contact n’est pas connu ici ; choisissez-en un dans la liste");
}

template <class T>
void require_sound(T& value) {
    domain::tidy(value);
    if (auto issues = domain::faults(value); !issues.empty()) throw Error(ErrorKind::invalid, std::move(issues));
    refuse_nir_in(domain::field_texts(value));
}

template <class T>
void tell(store::Transaction& tx, const Session& session, std::string_view action, const T& value,
          std::string detail = {}) {
    if (detail.empty()) detail = std::string(domain::code(value.subject.kind)) + "/" + std::to_string(value.subject.id);
    const std::string what(word(value));
    store::Journal(tx).append({session.clock.now(), session.actor, what + "." + std::string(action),
                               what + "/" + std::to_string(value.id.value), detail});
}

template <class T>
T add_one(const Session& session, store::Database& base, T value) {
    require_sound(value);
    value.id = {};
    store::Transaction tx = base.write();
    value.subject = require_subject(tx, value.subject).subject;
    check_links(tx, value);
    value = store::FollowUps(tx).save(std::move(value));
    tell(tx, session, "ajouter", value);
    tx.commit();
    return value;
}

// Saves it over what is kept, when something changes.
template <class T>
T replace(store::Transaction& tx, const Session& session, const T& kept, T next, std::string_view action) {
    const std::string changed = domain::changed_fields(domain::field_texts(kept), domain::field_texts(next));
    if (changed.empty()) return kept;
    next = store::FollowUps(tx).save(std::move(next));
    tell(tx, session, action, next, changed);
    tx.commit();
    return next;
}

template <class T>
T update_one(const Session& session, store::Database& base, T edited) {
    require_sound(edited);
    store::Transaction tx = base.write();
    const T kept = require(tx, edited.id);
    edited.subject = kept.subject;
    if (kept.revision != edited.revision) {
        auto issues = domain::conflict_issues(domain::field_texts(kept), domain::field_texts(edited));
        if (issues.empty()) return kept;
        throw Error(ErrorKind::conflict, std::move(issues));
    }
    check_links(tx, edited);
    return replace(tx, session, kept, std::move(edited), "modifier");
}

template <class T>
T remove_one(const Session& session, store::Database& base, Id<T> id) {
    store::Transaction tx = base.write();
    T kept = require(tx, id);
    store::FollowUps(tx).remove(id);
    tell(tx, session, "retirer", kept);
    tx.commit();
    return kept;
}

}  // namespace

domain::FollowUp follow_up(store::Database& base, Subject subject) {
    store::Transaction tx = base.read();
    return store::FollowUps(tx).of(require_subject(tx, subject));
}

Contact find_contact(store::Database& base, Id<Contact> id) { return find(base, id); }
Exchange find_exchange(store::Database& base, Id<Exchange> id) { return find(base, id); }
Task find_task(store::Database& base, Id<Task> id) { return find(base, id); }

Contact add(Session s, store::Database& base, Contact contact) { return add_one(s, base, std::move(contact)); }
Exchange add(Session s, store::Database& base, Exchange exchange) { return add_one(s, base, std::move(exchange)); }
Task add(Session s, store::Database& base, Task task) { return add_one(s, base, std::move(task)); }

Contact update(Session s, store::Database& base, Contact edited) { return update_one(s, base, std::move(edited)); }
Exchange update(Session s, store::Database& base, Exchange edited) { return update_one(s, base, std::move(edited)); }
Task update(Session s, store::Database& base, Task edited) { return update_one(s, base, std::move(edited)); }

Contact remove(Session s, store::Database& base, Id<Contact> id) { return remove_one(s, base, id); }
Exchange remove(Session s, store::Database& base, Id<Exchange> id) { return remove_one(s, base, id); }
Task remove(Session s, store::Database& base, Id<Task> id) { return remove_one(s, base, id); }

Task finish(Session session, store::Database& base, Id<Task> id) {
    store::Transaction tx = base.write();
    const Task kept = require(tx, id);
    Task done = kept;
    if (!done.done_on) done.done_on = session.clock.today();
    return replace(tx, session, kept, std::move(done), "terminer");
}

Task reopen(Session session, store::Database& base, Id<Task> id) {
    store::Transaction tx = base.write();
    const Task kept = require(tx, id);
    Task open = kept;
    open.done_on.reset();
    return replace(tx, session, kept, std::move(open), "rouvrir");
}

domain::Week week(Session session, store::Database& base, core::Date day, const std::string& owner) {
    const std::chrono::sys_days monday(domain::monday_of(day));
    store::Transaction tx = base.read();
    store::FollowUps store(tx);
    // What is late or awaited since before today is shown whatever the week.
    const core::Date today = session.clock.today();
    const core::Date to = std::max(core::Date(monday + std::chrono::days(6)), today);
    domain::Week out = domain::week_of(day, today, store.agenda(core::Date(monday), to, owner));
    out.owner = owner;
    out.owners = store.owners();
    return out;
}

domain::Agenda calendar(Session session, store::Database& base, const std::string& owner) {
    constexpr std::chrono::days kept(92);
    const core::Date from(std::chrono::sys_days(session.clock.today()) - kept);
    const core::Date end(std::chrono::year(9999), std::chrono::December, std::chrono::day(31));
    store::Transaction tx = base.read();
    return store::FollowUps(tx).agenda(from, end, owner);
}

}  // namespace clausier::app
