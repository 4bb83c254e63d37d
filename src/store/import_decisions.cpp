// Queries on decisions of imports.
#include "clausier/store/import_decisions.hpp"

namespace clausier::store {

domain::Decisions ImportDecisions::all() {
    domain::Decisions decisions;
    auto rows = tx_.query("SELECT field, value, decision, meaning, decided_at, actor FROM import_decisions");
    while (rows.step()) {
        const auto field = domain::parse_field(rows.text(0));
        const auto ruling = domain::ruling(rows.text(2));
        if (field && ruling)
            decisions.set({*field, rows.text(1), *ruling, rows.text(3), rows.get<core::Instant>(4), rows.text(5)});
    }
    return decisions;
}

void ImportDecisions::save(const domain::Decision& decision, core::Instant at, const std::string& actor) {
    tx_.run(R"(
INSERT INTO import_decisions (field, value_folded, value, decision, meaning, decided_at, actor)
VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (field, value_folded) DO UPDATE SET value = excluded.value, decision = excluded.decision,
  meaning = excluded.meaning, decided_at = excluded.decided_at, actor = excluded.actor)",
            domain::info(domain::decided_field(decision.field)).key, domain::decision_key(decision.value),
            decision.value, domain::code(decision.ruling), decision.meaning, at, actor);
}

bool ImportDecisions::forget(domain::Field field, std::string_view value) {
    return tx_.run("DELETE FROM import_decisions WHERE field = ? AND value_folded = ?",
                   domain::info(domain::decided_field(field)).key, domain::decision_key(value)) > 0;
}

}  // namespace clausier::store
