// Statements of hours written, passed on and taken back.
#include "clausier/app/hours.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "clausier/core/french.hpp"
#include "clausier/store/placements.hpp"
#include "execution_rows.hpp"
#include "refusals.hpp"
#include "statement_lines.hpp"

namespace clausier::app {
namespace {

using core::Error;
using core::ErrorKind;
using core::Issue;
using domain::HoursStatement;
using domain::Placement;
using domain::StatementActor;
using domain::StatementState;

HoursStatement require_statement(store::Transaction& tx, StatementId id) {
    auto found = store::HoursStatements(tx).find(id);
    if (!found)
        throw Error(ErrorKind::not_found, "relevé n° " + std::to_string(id.value),
                    "ce relevé n’existe pas\u00a0; voyez la liste des relevés");
    return *std::move(found);
}

StatementActor actor(store::Transaction& tx, domain::Id<Placement> placement) {
    store::Placements store(tx);
    if (store.followed(placement)) return StatementActor::facilitator;
    if (store.declarable(placement)) return StatementActor::performer;
    throw Error(
        ErrorKind::forbidden, "employeur",
        "vous ne déclarez que pour les personnes que vous employez\u00a0; choisissez une de vos mises en œuvre");
}

domain::StatementFacts facts(store::Transaction& tx, const Session& session, const HoursStatement& s,
                             const Placement& placement) {
    store::HoursStatements store(tx);
    domain::StatementFacts out;
    out.today = session.clock.today();
    out.certified_until = certified_until(tx, placement);
    out.taken_back = store.taken_back(s.placement, s.month);
    out.other_hours = store.other_hours(s.placement, s.month, s.id);
    out.elsewhere = store.elsewhere(s.placement, s.month);
    out.last_month = store.declared(s.placement, s.month.previous());
    return out;
}

// The lines that say something, in the order of natures.
std::vector<domain::StatementLine> sorted(std::vector<domain::StatementLine> lines) {
    std::erase_if(lines, [](const domain::StatementLine& line) { return line.hours == core::Hours(); });
    std::stable_sort(lines.begin(), lines.end(), [](const auto& a, const auto& b) { return a.nature < b.nature; });
    return lines;
}

// Faults bear `prefix`; what can be judged no further stops there.
class Declaration {
public:
    Declaration(store::Transaction& tx, const Session& session, const domain::Reference& reference)
        : tx_(tx), session_(session), reference_(reference) {}

    // Nothing when there are faults, which go to `issues`.
    std::optional<DeclaredHours> write(HoursDraft draft, const std::string& prefix, std::vector<Issue>& issues) {
        refuse_nir({{"motif", draft.unusual_reason}, {"note", draft.note}});
        const Placement placement = require_placement(tx_, draft.placement);
        const StatementActor who = actor(tx_, placement.id);
        store::HoursStatements store(tx_);
        const auto kept = store.standing(placement.id, draft.month);
        HoursStatement next = kept.value_or(HoursStatement{});
        next.placement = placement.id;
        next.month = draft.month;
        next.lines = sorted(draft.lines);
        next.unusual_reason = draft.unusual_reason;
        next.note = draft.note;
        DeclaredHours out;
        if (kept && same(*kept, next) && (!draft.send || !domain::writable(*kept))) {
            out.statement = *kept;
            out.changed = false;
            return out;
        }
        if (kept) require_writable(*kept, draft);
        const auto known = facts(tx_, session_, next, placement);
        std::vector<Issue> faults = domain::faults(next, placement, known);
        for (Issue& issue : faults) {
            issue.where = prefix + issue.where;
            issues.push_back(std::move(issue));
        }
        if (!issues.empty()) return std::nullopt;
        out.remarks = domain::warnings(next, placement, known, reference_);
        if (draft.send) {
            domain::require_passage(next, StatementState::sent, who, "");
            next.state = StatementState::sent;
        }
        next.declared_by = session_.actor;
        next.declared_on = draft.send ? std::optional(session_.clock.today()) : std::nullopt;
        out.statement = store.save(next, kept_lines(tx_, next, placement, reference_));
        tell(tx_, session_, draft.send ? "releve.transmettre" : "releve.saisir", "releve", out.statement.id.value,
             fmt::format("mise/{} {} {}", placement.id.value, next.month.text(), core::decimal(next.total())));
        return out;
    }

private:
    static bool same(const HoursStatement& kept, const HoursStatement& next) {
        return kept.lines == next.lines && kept.unusual_reason == next.unusual_reason && kept.note == next.note;
    }
    static void require_writable(const HoursStatement& kept, const HoursDraft& draft) {
        if (draft.revision && *draft.revision != kept.revision)
            refuse_stale(
                {{core::Severity::error, "modifie_entre_temps", "heures",
                  fmt::format("quelqu’un d’autre a enregistré {} depuis votre lecture, vous proposez {}\u00a0; "
                              "choisissez puis enregistrez de nouveau",
                              core::french::hours(kept.total()), core::french::hours(total(draft.lines)))}});
        if (!domain::writable(kept))
            throw Error(ErrorKind::conflict, "mois",
                        fmt::format("le relevé n° {} de {} est « {} » avec {}\u00a0; {}", kept.id.value,
                                    kept.month.label(), domain::label(kept.state), core::french::hours(kept.total()),
                                    kept.state == StatementState::validated
                                        ? "demandez au facilitateur de le corriger"
                                        : "reprenez-le, ou attendez la réponse du facilitateur"));
    }
    static core::Hours total(const std::vector<domain::StatementLine>& lines) {
        core::Hours out;
        for (const domain::StatementLine& line : lines) out += line.hours;
        return out;
    }
    store::Transaction& tx_;
    const Session& session_;
    const domain::Reference& reference_;
};

// Who wrote it last, and when, beside its state.
Issue meanwhile(const HoursStatement& kept, StatementState to) {
    std::string how = fmt::format("« {} »", domain::label(kept.state));
    if (kept.decided_on) how += fmt::format(" depuis le {}", core::french::date(*kept.decided_on));
    if (!kept.refusal_reason.empty()) how += fmt::format(" (« {} »)", kept.refusal_reason);
    return {core::Severity::error, "modifie_entre_temps", "relevé n° " + std::to_string(kept.id.value),
            fmt::format("quelqu’un d’autre l’a enregistré depuis votre lecture\u00a0: {}, avec {}\u00a0; vous vouliez "
                        "« {} »\u00a0; relisez puis recommencez",
                        how, core::french::hours(kept.total()), domain::label(to))};
}

bool decides(StatementState to) { return to != StatementState::sent && to != StatementState::entered; }

}  // namespace

std::vector<DeclaredHours> declare_hours(const Session& session, store::Database& base, std::vector<HoursDraft> drafts,
                                         const domain::Reference& reference) {
    store::Transaction tx = base.write();
    Declaration declaration(tx, session, reference);
    std::vector<DeclaredHours> out;
    std::vector<Issue> issues;
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        auto one =
            declaration.write(std::move(drafts[i]), drafts.size() == 1 ? "" : std::to_string(i + 1) + ".", issues);
        if (one) out.push_back(*std::move(one));
    }
    require_sound(std::move(issues));
    tx.commit();
    return out;
}

std::vector<HoursStatement> pass_statements(const Session& session, store::Database& base,
                                            const std::vector<ReadStatement>& statements, StatementState to,
                                            const std::string& reason) {
    refuse_nir({{"motif", reason}});
    store::Transaction tx = base.write();
    store::HoursStatements store(tx);
    std::vector<HoursStatement> all;
    std::vector<Issue> stale;
    for (const ReadStatement& read : statements) {
        all.push_back(require_statement(tx, read.id));
        if (all.back().revision != read.revision) stale.push_back(meanwhile(all.back(), to));
    }
    if (!stale.empty()) throw Error(ErrorKind::conflict, std::move(stale));
    for (HoursStatement& one : all) {
        domain::require_passage(one, to, actor(tx, one.placement), reason);
        one.state = to;
        if (decides(to)) {
            one.decided_by = session.actor;
            one.decided_on = session.clock.today();
            one.refusal_reason = to == StatementState::to_correct || to == StatementState::rejected ? reason : "";
        } else {
            one.declared_by = session.actor;
            one.declared_on = to == StatementState::sent ? std::optional(session.clock.today()) : std::nullopt;
        }
        one = store.save(one);
        tell(tx, session, "releve." + std::string(domain::code(to)), "releve", one.id.value,
             fmt::format("mise/{} {} {}", one.placement.value, one.month.text(), core::decimal(one.total())));
    }
    tx.commit();
    return all;
}

Correction correct_statement(const Session& session, store::Database& base, ReadStatement read,
                             const std::string& reason, const std::vector<domain::StatementLine>& lines,
                             const domain::Reference& reference) {
    refuse_nir({{"motif", reason}});
    store::Transaction tx = base.write();
    store::HoursStatements store(tx);
    const HoursStatement kept = require_statement(tx, read.id);
    if (kept.revision != read.revision) throw Error(ErrorKind::conflict, {meanwhile(kept, StatementState::to_correct)});
    if (actor(tx, kept.placement) != StatementActor::facilitator)
        throw Error(ErrorKind::forbidden, "releve",
                    "seul le facilitateur reprend un relevé validé\u00a0; demandez-le-lui");
    if (store.taken_back_by(kept.id))
        throw Error(ErrorKind::conflict, "relevé n° " + std::to_string(kept.id.value),
                    "une écriture inverse le reprend déjà\u00a0; corrigez le relevé qui l’a remplacé");
    Correction out{domain::reverse_of(kept, reason), {}, {}};
    out.reverse.state = StatementState::validated;
    out.reverse.declared_by = out.reverse.decided_by = session.actor;
    out.reverse.declared_on = out.reverse.decided_on = session.clock.today();
    // What it takes back is what was counted, whatever has changed since.
    auto counted = store.lines(kept.id);
    for (domain::KeptLine& line : counted) line.hours = core::Hours() - line.hours;
    out.reverse = store.save(out.reverse, counted);
    tell(tx, session, "releve.reprendre", "releve", out.reverse.id.value,
         fmt::format("releve/{} {}", kept.id.value, core::decimal(out.reverse.total())));
    if (!lines.empty()) {
        std::vector<Issue> issues;
        auto right =
            Declaration(tx, session, reference)
                .write({kept.placement, kept.month, lines, kept.unusual_reason, kept.note, true, {}}, "", issues);
        require_sound(std::move(issues));
        out.right = right->statement;
        out.remarks = right->remarks;
    }
    tx.commit();
    return out;
}

domain::StatementPage statements(store::Database& base, const store::StatementFilter& filter) {
    store::Transaction tx = base.read();
    return store::HoursStatements(tx).list(filter);
}

StatementSheet statement(store::Database& base, StatementId id) {
    store::Transaction tx = base.read();
    static_cast<void>(require_statement(tx, id));
    store::HoursStatements store(tx);
    return {store.entry(id).value(), store.lines(id)};
}

}  // namespace clausier::app
