// Who one talks to, what was said, and what is to be done, around a buyer, a company, a dossier, a market or a lot.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/core/clock.hpp"
#include "clausier/core/dates.hpp"
#include "clausier/core/issue.hpp"
#include "clausier/domain/id.hpp"
#include "clausier/domain/market_fields.hpp"

namespace clausier::domain {

// What a contact, an exchange or a task is about.
enum class SubjectKind { organisation, enquiry, market, lot };
// "organisation", "dossier", "marche", "lot".
std::string_view code(SubjectKind kind);
// « organisation », « dossier », « marché », « lot ».
std::string_view label(SubjectKind kind);
std::optional<SubjectKind> subject_kind(std::string_view code);

struct Subject {
    SubjectKind kind = SubjectKind::organisation;
    std::int64_t id = 0;
    friend auto operator<=>(const Subject&, const Subject&) = default;
};

// A subject as lists tell it: the object of a market, the title of a lot, the name of an organisation; and the buyer,
// "" for an organisation.
struct SubjectName {
    Subject subject;
    std::string name;
    std::string buyer;
};

// A person one talks to in an organisation, for her work.
struct Contact {
    Id<Contact> id{};
    Subject subject;
    std::string name;
    std::string role;
    std::string phone;
    std::string email;
    std::string note;
    std::int64_t revision = 0;
};

enum class ExchangeKind { call, meeting, site_visit, message };
inline constexpr ExchangeKind exchange_kinds[] = {ExchangeKind::call, ExchangeKind::meeting, ExchangeKind::site_visit,
                                                  ExchangeKind::message};
// "appel", "reunion", "visite", "message".
std::string_view code(ExchangeKind kind);
// « Appel », « Réunion », « Visite », « Message ».
std::string_view label(ExchangeKind kind);
std::optional<ExchangeKind> exchange_kind(std::string_view code);

// A call, a meeting, a site visit or a message; one in the future is an appointment.
struct Exchange {
    Id<Exchange> id{};
    Subject subject;
    ExchangeKind kind = ExchangeKind::call;
    core::Date on{};
    std::optional<Id<Contact>> contact;
    std::string owner;    // who of us
    std::string summary;  // one line
    std::string report;   // of a visit or a meeting, "" while there is none
    std::int64_t revision = 0;
};

struct Task {
    Id<Task> id{};
    Subject subject;
    std::string title;
    std::string owner;
    std::optional<core::Date> due_on;
    std::optional<core::Date> done_on;
    std::int64_t revision = 0;
};

// Still to be done, and due before today.
bool late(const Task& task, core::Date today);

// A contact with what it belongs to, an exchange with the name of its contact ("" without).
struct ContactLine {
    Contact contact;
    SubjectName about;
};
struct ExchangeLine {
    Exchange exchange;
    SubjectName about;
    std::string contact;
};

// All that is kept around one subject. Contacts by name, exchanges newest first, tasks: those to be done by their date
// (those without one last), then those done, the latest first. `related`: the contacts of its buyer, of its market and
// of its holders.
struct FollowUp {
    SubjectName about;
    std::vector<Contact> contacts;
    std::vector<ContactLine> related;
    std::vector<ExchangeLine> exchanges;
    std::vector<Task> tasks;
};

// Spaces at both ends and runs of them undone, line ends of reports and notes made LF.
void tidy(Contact& contact);
void tidy(Exchange& exchange);
void tidy(Task& task);

// Faults in the fields "nom", "fonction", "telephone", "courriel", "note"; "date", "referent", "resume",
// "compte_rendu"; "titre", "referent", "echeance". A telephone or an e-mail is refused only when it is clearly wrong.
std::vector<core::Issue> faults(const Contact& contact);
std::vector<core::Issue> faults(const Exchange& exchange);
std::vector<core::Issue> faults(const Task& task);

// Their values as texts, always the same fields, with the names of forms.
std::vector<FieldText> field_texts(const Contact& contact);
std::vector<FieldText> field_texts(const Exchange& exchange);
std::vector<FieldText> field_texts(const Task& task);

}  // namespace clausier::domain
