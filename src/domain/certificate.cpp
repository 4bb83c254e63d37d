// What a certificate of good execution may state.
#include "clausier/domain/certificate.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "clausier/core/french.hpp"
#include "clausier/core/text.hpp"
#include "field_faults.hpp"

namespace clausier::domain {
namespace {

bool everything_done(const ExecutionFacts& facts) {
    return facts.whole.settled() && std::all_of(facts.sub_goals.begin(), facts.sub_goals.end(),
                                                [](const Progress& one) { return one.settled(); });
}

void check_final(Issues& issues, const Certificate& certificate, const ExecutionFacts& facts) {
    if (!certificate.final) return;
    if (facts.whole.pending > Committed())
        refuse(issues, "definitive", "en_attente",
               fmt::format("{} attendent encore une validation ; validez ou refusez leurs relevés",
                           core::french::hours(hours_of(facts.whole.pending))));
    if (!everything_done(facts) && core::trim(certificate.note).empty())
        refuse(issues, "note", "engagement_ouvert",
               "l’engagement ou un sous-objectif n’est pas atteint ; dites pourquoi l’attestation est définitive");
}

}  // namespace

std::vector<core::Issue> faults(const Certificate& certificate, const ExecutionFacts& facts,
                                std::optional<core::Date> certified_until, core::Date today) {
    Issues issues;
    within(issues, "reference", certificate.reference, longest_line);
    within(issues, "note", certificate.note, longest_note);
    if (!certificate.issued_on.ok())
        refuse(issues, "emise_le", "date_absente", "donnez le jour de l’attestation");
    else if (certificate.issued_on > today)
        refuse(issues, "emise_le", "date_future", "cette date est dans l’avenir ; corrigez-la");
    if (!certificate.until.ok()) {
        refuse(issues, "jusqu_au", "date_absente", "dites jusqu’à quel jour les heures sont attestées");
        return issues;
    }
    if (certificate.until > today)
        refuse(issues, "jusqu_au", "date_future", "on n’atteste que le passé ; donnez un jour passé");
    if (certified_until && certificate.until <= *certified_until)
        refuse(issues, "jusqu_au", "deja_atteste",
               fmt::format("une attestation couvre déjà jusqu’au {} ; donnez un jour qui suit",
                           core::french::date(*certified_until)));
    check_final(issues, certificate, facts);
    return issues;
}

}  // namespace clausier::domain
