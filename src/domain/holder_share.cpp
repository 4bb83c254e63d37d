// The split of what is due between members, and what they move between them.
#include "clausier/domain/holder_share.hpp"

#include <algorithm>

#include "clausier/domain/split.hpp"
#include "coded_words.hpp"
#include "field_faults.hpp"

namespace clausier::domain {
namespace {

using Word = CodedWord<Liability>;
constexpr std::array words = {Word{Liability::single, "seul", "titulaire seul"},
                              Word{Liability::joint, "conjoint", "groupement conjoint"},
                              Word{Liability::several, "solidaire", "groupement solidaire"}};

CommitmentVersion version_of(const Transfer& t, const Commitment& commitment, VersionKind kind) {
    CommitmentVersion out;
    out.rank = 1;
    for (const CommitmentVersion& v : commitment.versions) out.rank = std::max(out.rank, v.rank + 1);
    out.kind = kind;
    out.quantity = t.quantity;
    out.since = t.since;
    out.agreed_on = t.agreed_on.ok() ? std::optional(t.agreed_on) : std::nullopt;
    out.reference = t.reference;
    out.reason = t.reason;
    return out;
}

void add(Issues& issues, const Issues& more) {
    for (const core::Issue& one : more)
        if (std::find(issues.begin(), issues.end(), one) == issues.end()) issues.push_back(one);
}

TransferVersions checked(const TransferVersions& versions, const Commitment& from, const Commitment& to,
                         Issues issues) {
    add(issues, faults(versions.out, from));
    add(issues, faults(versions.in, to));
    if (!issues.empty()) throw core::Error(core::ErrorKind::invalid, std::move(issues));
    return versions;
}

Issues of_one_kind(const Commitment& from, const Commitment& to) {
    Issues issues;
    if (from.id == to.id && !from.id.empty())
        refuse(issues, "vers", "meme_engagement",
               "un engagement ne se transfère pas à lui-même ; choisissez-en un autre");
    if (from.unit != to.unit)
        refuse(issues, "vers", "unites", "les deux engagements n’ont pas la même unité ; choisissez-en un autre");
    if (from.goal != to.goal)
        refuse(issues, "vers", "objectifs", "les deux engagements n’ont pas le même objectif ; choisissez-en un autre");
    return issues;
}

}  // namespace

std::string_view code(Liability liability) { return word_of(words, liability).code; }
std::string_view label(Liability liability) { return word_of(words, liability).label; }
std::optional<Liability> liability(std::string_view code) { return value_of_code(words, code); }

std::vector<HolderDue> split_due(Committed whole, const std::vector<HolderShare>& shares, Liability liability) {
    std::vector<core::Fraction> weights;
    for (const HolderShare& share : shares) weights.emplace_back(share.invoiced);
    const auto nothing = [](const HolderShare& share) { return share.invoiced == core::Euros(); };
    if (std::all_of(shares.begin(), shares.end(), nothing)) weights.assign(shares.size(), core::Fraction(1));
    const SplitResult parts = split(hours_of(whole), weights, core::Hours::whole(1));
    std::vector<HolderDue> out;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        const Committed owes = committed(parts.parts[i]);
        out.push_back({shares[i].holder, owes, liability == Liability::several ? whole : owes});
    }
    return out;
}

TransferVersions transfer(const Transfer& t, const Commitment& from, const Commitment& to) {
    Issues issues = of_one_kind(from, to);
    if (from.lot != to.lot)
        refuse(issues, "vers", "lots",
               "un transfert se fait entre cotraitants d’un même lot ; pour un autre lot, reportez");
    return checked({version_of(t, from, VersionKind::transferred_out), version_of(t, to, VersionKind::transferred_in)},
                   from, to, std::move(issues));
}

TransferVersions carry(const Transfer& t, const Commitment& from, const Commitment& to, Committed surplus) {
    Issues issues = of_one_kind(from, to);
    if (from.lot == to.lot)
        refuse(issues, "vers", "lots", "un report se fait vers un autre lot ; entre cotraitants, transférez");
    if (t.quantity > surplus)
        refuse(issues, "quantite", "plus_que_surplus",
               "le surplus validé n’est que de " + said(surplus, from.unit) + " ; reportez-en moins");
    return checked({version_of(t, from, VersionKind::carried_out), version_of(t, to, VersionKind::carried_in)}, from,
                   to, std::move(issues));
}

}  // namespace clausier::domain
