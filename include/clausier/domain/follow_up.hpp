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

namespace clausier::domain {

// What a contact, an exchange or a task is about.
enum class SubjectKind { organisation, enquiry, market, lot };
// "organisation", "dossier", "marche", "lot".
std::string_view code(SubjectKind kind);
std::optional<SubjectKind> subject_kind(std::string_view code);

struct Subject {
    SubjectKind kind = SubjectKind::organisation;
    std::int64_t id = 0;
    bool operator==(const Subject&) const = default;
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
// "appel", "reunion", "visite", "message".
std::string_view code(ExchangeKind kind);
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

// Faults in the fields "nom", "telephone", "courriel", "date", "resume", "titre", "responsable", "echeance".
std::vector<core::Issue> faults(const Contact& contact);
std::vector<core::Issue> faults(const Exchange& exchange);
std::vector<core::Issue> faults(const Task& task);

}  // namespace clausier::domain
