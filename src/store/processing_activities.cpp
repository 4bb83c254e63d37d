// Queries on the register of processing.
#include "clausier/store/processing_activities.hpp"

#include "stale.hpp"

namespace clausier::store {

using domain::ProcessingActivity;

std::vector<ProcessingActivity> ProcessingActivities::list() {
    auto rows = tx_.query(R"(
SELECT code, name, purpose, legal_basis, people, data, recipients, retention, security, withdrawn, revision
FROM processing_activities ORDER BY code)");
    std::vector<ProcessingActivity> out;
    while (rows.step())
        out.push_back({rows.text(0), rows.text(1), rows.text(2), rows.text(3), rows.text(4), rows.text(5), rows.text(6),
                       rows.text(7), rows.text(8), rows.get<bool>(9), true, rows.integer(10)});
    return out;
}

ProcessingActivity ProcessingActivities::save(ProcessingActivity a) {
    if (a.revision == 0)
        refuse_stale(tx_.run(R"(
INSERT INTO processing_activities
  (code, name, purpose, legal_basis, people, data, recipients, retention, security, withdrawn)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (code) DO NOTHING)",
                             a.code, a.name, a.purpose, a.legal_basis, a.people, a.data, a.recipients, a.retention,
                             a.security, a.withdrawn));
    else
        refuse_stale(tx_.run(R"(
UPDATE processing_activities SET name = ?, purpose = ?, legal_basis = ?, people = ?, data = ?, recipients = ?,
  retention = ?, security = ?, withdrawn = ?, revision = revision + 1
WHERE code = ? AND revision = ?)",
                             a.name, a.purpose, a.legal_basis, a.people, a.data, a.recipients, a.retention, a.security,
                             a.withdrawn, a.code, a.revision));
    ++a.revision;
    a.changed = true;
    return a;
}

void ProcessingActivities::remove(const std::string& code) {
    tx_.run("DELETE FROM processing_activities WHERE code = ?", code);
}

}  // namespace clausier::store
