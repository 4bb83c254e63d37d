// Participants kept: found as their viewer may, named apart, recognised by a tag, merged, transferred, forgotten.
#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "clausier/domain/person_record.hpp"
#include "clausier/store/transaction.hpp"

namespace clausier::store {

// What a list keeps: absent and "" keep all. `pseudonym`: a part of one.
struct ParticipantFilter {
    std::optional<domain::Id<domain::Organisation>> opcs{};
    std::optional<domain::Id<domain::Organisation>> declared_by{};
    std::string pseudonym{};
    bool merged = false;  // also the records that another stands for
};

// Functions find only what Transaction::viewer() may see, and names only where he may see names, unless they say
// « whoever asks »: these are for recognising, erasing and purging.
class Participants {
public:
    using Id = domain::Id<domain::Participant>;
    explicit Participants(Transaction& tx) : tx_(tx) {}

    [[nodiscard]] std::optional<domain::Participant> find(Id id);
    [[nodiscard]] std::optional<domain::Participant> find(const std::string& pseudonym);
    // With the names of organisations; `today` judges holds.
    [[nodiscard]] std::optional<domain::ParticipantLine> line(Id id, core::Date today);
    // The latest first.
    [[nodiscard]] std::vector<domain::ParticipantLine> list(const ParticipantFilter& filter, core::Date today,
                                                            std::int64_t limit, std::int64_t offset = 0);
    [[nodiscard]] std::int64_t count(const ParticipantFilter& filter);

    // A pseudonym that was ever given, to whomever.
    [[nodiscard]] bool taken(const std::string& pseudonym);
    // Adds a record, gives it back with its id.
    domain::Participant add(domain::Participant participant);
    // Replaces what is not its pseudonym. Throws Error(conflict) when somebody else has saved it since it was read.
    domain::Participant save(domain::Participant participant);

    [[nodiscard]] std::optional<domain::PersonNames> names(Id id);
    void set_names(Id id, const domain::PersonNames& names, const std::string& tag);
    [[nodiscard]] std::optional<bool> disabled_worker(Id id);
    // Absent: not asked.
    void set_disabled_worker(Id id, std::optional<bool> yes);

    // Records that have names of that tag, where the viewer may see names.
    [[nodiscard]] std::vector<domain::Participant> tagged(const std::string& tag);
    // Pairs of records of one OPCS that are the same person, the older first.
    [[nodiscard]] std::vector<std::pair<domain::Participant, domain::Participant>> proposals();

    // `from` is the same person as `into`, which stands for it from now on and takes over what hangs on it.
    void merge(Id from, Id into, core::Date on);
    void transfer(Id id, domain::Id<domain::Organisation> into, core::Instant at, const std::string& actor);
    [[nodiscard]] std::vector<domain::PersonTransfer> transfers(Id id);
    // What the journal says of the record, the oldest first.
    [[nodiscard]] std::vector<domain::PersonAccess> accesses(const std::string& pseudonym);

    // Whoever asks: every record of the same person in every OPCS, merged ones included; the one asked for first.
    [[nodiscard]] std::vector<domain::Participant> same_person(Id id);
    [[nodiscard]] std::string tag(Id id);  // "" without names
    // The records that have names.
    [[nodiscard]] std::vector<domain::Participant> named();
    // Whoever asks: names and health removed for good; what is left counts people and names nobody.
    void forget(Id id, domain::Gone why, core::Date on);

    // Records of one organisation turn out to be another's.
    void move(domain::Id<domain::Organisation> from, domain::Id<domain::Organisation> into);

private:
    Transaction& tx_;
};

}  // namespace clausier::store
