// Reads, checks and purges the journal.
#include "clausier/app/journal.hpp"

#include <fmt/format.h>

#include "clausier/app/references.hpp"
#include "clausier/store/journal.hpp"

namespace clausier::app {

using core::Error;
using core::ErrorKind;

domain::JournalPage list_journal(store::Database& base, const domain::JournalFilter& filter) {
    store::Transaction tx = base.read();
    return store::Journal(tx).find(filter);
}

std::vector<std::string> journal_actions(store::Database& base) {
    store::Transaction tx = base.read();
    return store::Journal(tx).actions();
}

domain::JournalCheck check_journal(store::Database& base) {
    store::Transaction tx = base.read();
    return store::Journal(tx).check();
}

core::Issue journal_fault(const domain::JournalBreak& fault) {
    const bool altered = fault.kind == domain::JournalBreak::Kind::altered;
    core::Issue out = core::fault(altered ? "journal_altere" : "journal_incomplet",
                                  altered ? "la ligne a été changée après coup ; gardez une copie de la base, puis "
                                            "comparez avec une sauvegarde"
                                          : "la ligne a disparu ; gardez une copie de la base, puis comparez avec une "
                                            "sauvegarde");
    out.where = fmt::format("journal, ligne {}", fault.id);
    return out;
}

core::Date journal_kept_from(store::Database& base, const core::Clock& clock) {
    const core::Date today = clock.today();
    const std::int64_t months = reference(base).count("retention.logs", today).value;
    core::Date day = today - std::chrono::months(months);
    if (!day.ok()) day = day.year() / day.month() / std::chrono::last;
    return day;
}

std::int64_t purge_journal(const Session& session, store::Database& base, core::Date before) {
    if (before > session.clock.today())
        throw Error(ErrorKind::invalid, "avant", "ce jour est à venir ; donnez un jour passé");
    store::Transaction tx = base.write();
    store::Journal journal(tx);
    if (const auto fault = journal.verify()) {
        const core::Issue told = journal_fault(*fault);
        throw Error(ErrorKind::conflict, told.where,
                    "la chaîne est rompue, et purger en effacerait la preuve ; gardez d’abord une copie de la base");
    }
    const std::int64_t gone = journal.purge(std::chrono::sys_days(before));
    if (gone == 0) return 0;
    journal.append({session.clock.now(), session.actor, "journal.purger", "journal",
                    fmt::format("avant={} lignes={}", core::iso(before), gone)});
    tx.commit();
    return gone;
}

void record_export(const Session& session, store::Database& base, std::string_view subject, std::string_view detail) {
    store::Transaction tx = base.write();
    store::Journal(tx).append(
        {session.clock.now(), session.actor, "donnees.exporter", std::string(subject), std::string(detail)});
    tx.commit();
}

}  // namespace clausier::app
