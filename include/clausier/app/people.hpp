// People: declared, recognised, consulted, merged and transferred; names only for who needs them, each look in the
// journal.
#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "clausier/app/app.hpp"
#include "clausier/domain/person_record.hpp"
#include "clausier/store/participants.hpp"

namespace clausier::app {

// What concerns a record writes a row of the journal with its pseudonym, « personne/P-7F3K-29 », and never a name. A
// record that the session's viewer may not see is not found: Error(not_found).
using PersonId = domain::Id<domain::Participant>;

struct People {
    std::vector<domain::ParticipantLine> lines;
    std::int64_t total = 0;
};
// The latest first; shows no name, so that it is no consultation.
People people(const Session& session, store::Database& base, const store::ParticipantFilter& filter, std::int64_t limit,
              std::int64_t offset = 0);

// Of a pseudonym as people type it. Throws Error(invalid) when it is none, Error(not_found).
PersonId person_of(store::Database& base, const std::string& pseudonym);

using domain::PersonSheet;
PersonSheet consult_person(const Session& session, store::Database& base, PersonId id);

// Names, each time with a row of the journal. Throws Error(forbidden) when the viewer sees the record but not its
// names, Error(not_found) when they are no longer kept.
domain::PersonNames consult_names(const Session& session, store::Database& base, PersonId id);
// Recognition as a disabled worker, absent when not asked; with its own row of the journal. Throws as consult_names.
std::optional<bool> consult_health(const Session& session, store::Database& base, PersonId id);

struct Declared {
    domain::Participant participant;
    std::vector<domain::Participant> twins;  // the same person, in the same OPCS
};
// `opcs` and `declared_by` left out are the viewer's own organisation where there is one only; who declared is the OPCS
// when nobody else is named. Throws Error(invalid) with every fault ("nom", "prenom", "naissance", "opcs",
// "declare_par"), Error(forbidden) when the viewer would not see the record it makes.
Declared declare_person(const Session& session, store::Database& base, domain::PersonDraft draft);
// Several at once: all or none. Faults bear their rank, "1.nom".
std::vector<Declared> declare_people(const Session& session, store::Database& base,
                                     std::vector<domain::PersonDraft> drafts);

// Corrects names; `revision` is that of the record that was read. Throws Error(conflict) when it has changed since.
domain::Participant change_names(const Session& session, store::Database& base, PersonId id, std::int64_t revision,
                                 domain::PersonNames names);
void change_health(const Session& session, store::Database& base, PersonId id, std::optional<bool> disabled_worker);
// The end of the last path, from which retention runs; absent: she is in it again. Throws Error(invalid) for a day to
// come.
domain::Participant end_path(const Session& session, store::Database& base, PersonId id,
                             std::optional<core::Date> ended_on);

// Records that have the names of somebody (exactly, but for accents, case and order), where the viewer sees names.
std::vector<domain::Participant> recognise(const Session& session, store::Database& base, domain::PersonNames names);
// Pairs of records that are one person, to be merged by somebody.
std::vector<std::pair<domain::Participant, domain::Participant>> merge_proposals(store::Database& base);
// `from` is the same person as `into`, which stays. Throws Error(conflict) when they are one record, of two OPCS, or
// merged already; Error(forbidden) where the viewer may not see the names of both.
domain::Participant merge_people(const Session& session, store::Database& base, PersonId from, PersonId into);
// To another OPCS, which alone follows her from now on. Throws Error(forbidden) unless the viewer acts for the OPCS of
// today, Error(not_found) when there is no such organisation, Error(conflict) when it is the same.
domain::Participant transfer_person(const Session& session, store::Database& base, PersonId id,
                                    domain::Id<domain::Organisation> into);

}  // namespace clausier::app
