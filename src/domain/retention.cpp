// The end of the delay, or of the longest hold.
#include "clausier/domain/retention.hpp"

#include <algorithm>

#include "clausier/core/text.hpp"
#include "clausier/domain/nir.hpp"

namespace clausier::domain {
namespace {

constexpr std::size_t longest_reason = 500;

core::Date next_day(core::Date day) { return core::Date(std::chrono::sys_days(day) + std::chrono::days(1)); }

}  // namespace

RetentionRules retention_rules(const Reference& reference, core::Date today) {
    return {reference.count("retention.names", today).value, reference.count("retention.logs", today).value,
            reference.count("retention.migration_copies", today).value};
}

std::string_view code(HoldKind kind) { return kind == HoldKind::litigation ? "contentieux" : "financement"; }
std::string_view label(HoldKind kind) {
    return kind == HoldKind::litigation ? "contentieux" : "contrôle d’un financement (FSE…)";
}
std::optional<HoldKind> hold_kind(std::string_view text) {
    for (const HoldKind kind : {HoldKind::litigation, HoldKind::funding})
        if (code(kind) == text) return kind;
    return std::nullopt;
}

bool stands_on(const Hold& hold, core::Date day) { return !hold.lifted_on && (!hold.until || *hold.until >= day); }

std::vector<core::Issue> faults(const Hold& hold, core::Date today) {
    std::vector<core::Issue> issues;
    const auto refuse = [&](std::string_view field, std::string_view text) {
        issues.push_back({core::Severity::error, "", std::string(field), std::string(text)});
    };
    if (core::trim(hold.reason).empty())
        refuse("motif", "le motif est obligatoire ; nommez le dossier ou la convention, jamais la personne");
    else if (holds_nir(hold.reason))
        refuse("motif", nir_refusal);
    else if (hold.reason.size() > longest_reason)
        refuse("motif", "le texte dépasse 500 caractères ; raccourcissez-le");
    if (hold.until && *hold.until < today) refuse("jusqu_au", "cette date est passée ; donnez-en une à venir");
    return issues;
}

core::Date months_later(core::Date day, std::int64_t months) {
    const core::Date later = day + std::chrono::months(static_cast<int>(months));
    return later.ok() ? later : core::Date(later.year() / later.month() / std::chrono::last);
}

Removal removal(std::optional<core::Date> path_ended_on, std::span<const Hold> holds, const RetentionRules& rules,
                core::Date today) {
    Removal out;
    if (path_ended_on) out.on = months_later(*path_ended_on, rules.name_months);
    for (const Hold& hold : holds) {
        if (!stands_on(hold, today)) continue;
        if (!hold.until) return {std::nullopt, hold};
        if (!out.on || next_day(*hold.until) <= *out.on) continue;
        out.on = next_day(*hold.until);
        out.because = hold;
    }
    return out;
}

bool due(const Removal& removal, core::Date today) { return removal.on && *removal.on <= today; }

}  // namespace clausier::domain
