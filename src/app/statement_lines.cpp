// Lines of statements shared between lots and judged.
#include "statement_lines.hpp"

#include <algorithm>

#include "clausier/domain/counting.hpp"
#include "clausier/domain/globalisation.hpp"
#include "clausier/store/hours_statements.hpp"
#include "clausier/store/lot_executions.hpp"
#include "clausier/store/placements.hpp"

namespace clausier::app {

std::vector<domain::KeptLine> kept_lines(store::Transaction& tx, const domain::HoursStatement& statement,
                                         const domain::Placement& placement, const domain::Reference& reference) {
    store::LotExecutions executions(tx);
    std::vector<domain::KeptLine> out;
    for (const domain::SharedLines& part :
         domain::share_lines(statement, placement.lot, store::Placements(tx).globalisation(placement.id))) {
        const store::CountedLot lot = executions.counted(part.lot);
        const domain::CountingRules rules = executions.rules(lot.market);
        for (const domain::StatementLine& line : part.lines)
            out.push_back({part.lot, line.nature, line.hours,
                           domain::count_line(line, statement.month, placement, lot.window, rules, reference).code});
    }
    return out;
}

void share_again(store::Transaction& tx, const domain::Placement& placement, domain::Month from,
                 const domain::Reference& reference) {
    store::HoursStatements store(tx);
    constexpr std::int64_t all = 100'000;
    for (domain::StatementEntry& entry : store.list({.placement = placement.id, .limit = all}).entries) {
        domain::HoursStatement& statement = entry.statement;
        if (statement.month < from) continue;
        if (statement.certificate)
            throw core::Error(
                core::ErrorKind::conflict, "a_partir_de",
                "une attestation couvre " + statement.month.label() + "\u00a0; partagez à partir d’un mois qui suit");
        store.save(statement, kept_lines(tx, statement, placement, reference));
    }
}

std::optional<core::Date> certified_until(store::Transaction& tx, const domain::Placement& placement) {
    store::LotExecutions executions(tx);
    std::optional<core::Date> out = executions.certified_until(placement.lot);
    if (const auto shared = store::Placements(tx).globalisation(placement.id))
        for (const domain::PlacementShare& share : shared->shares)
            out = std::max(out, executions.certified_until(share.lot));
    return out;
}

}  // namespace clausier::app
