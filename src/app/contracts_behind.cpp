// The contracts behind a figure, a page at a time.
#include "contract_scope.hpp"

namespace clausier::app {
namespace {

using domain::Contract;
using domain::ContractStandings;

// What is asked of each contract, and the page that is being filled.
class Page {
public:
    Page(const domain::IndicatorOptions& options, std::string indicator, Behind behind, std::int64_t limit,
         std::int64_t offset)
        : options_(options), indicator_(std::move(indicator)), behind_(behind), limit_(limit), offset_(offset) {}

    void take(const Contract& contract, const ContractStandings& standings) {
        const std::string why(domain::exclusion(contract, options_));
        const bool counts =
            why.empty() && (indicator_.empty() || domain::counts_in(indicator_, contract, standings, options_));
        if (!wanted(contract, why.empty(), counts)) return;
        page.sum.add(domain::amount_in(behind_ == Behind::numerator ? indicator_ : "", contract, standings, options_));
        if (page.total++ < offset_ || std::ssize(page.lines) >= limit_) return;
        ContractLine line;
        line.contract = contract;
        line.exclusion = why;
        line.counts = counts;
        page.lines.push_back(std::move(line));
    }
    ContractPage page;

private:
    [[nodiscard]] bool wanted(const Contract& contract, bool counted, bool counts) const {
        switch (behind_) {
            case Behind::numerator:
                return counts;
            case Behind::rest:
                return asked(contract, counted) && !counts && filled(contract);
            case Behind::unfilled:
                return asked(contract, counted) && !counts && !filled(contract);
            case Behind::excluded:
                return !counted;
            case Behind::aberrant:
                return counted && contract.has(domain::contract_flag::aberrant);
            case Behind::all:
                break;
        }
        return asked(contract, counted);
    }
    [[nodiscard]] bool asked(const Contract& contract, bool counted) const {
        return counted && domain::is_asked(indicator_, contract);
    }
    [[nodiscard]] bool filled(const Contract& contract) const {
        return indicator_.empty() || domain::filled_for(indicator_, contract);
    }
    const domain::IndicatorOptions& options_;
    std::string indicator_;
    Behind behind_;
    std::int64_t limit_;
    std::int64_t offset_;
};

void add_texts(store::Transaction& tx, std::vector<ContractLine>& lines) {
    std::vector<domain::Id<domain::Lot>> lots;
    for (const ContractLine& line : lines) lots.push_back(line.contract.lot);
    std::vector<store::ContractText> texts = store::Contracts(tx).texts(lots);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        lines[i].buyer = std::move(texts[i].buyer);
        lines[i].reference = std::move(texts[i].reference);
        lines[i].lot_number = std::move(texts[i].lot_number);
        lines[i].object = std::move(texts[i].object);
        lines[i].holders = std::move(texts[i].holders);
        lines[i].considerations = std::move(texts[i].considerations);
        lines[i].environmental = std::move(texts[i].environmental);
        lines[i].amount_read = texts[i].amount;
    }
}

}  // namespace

ContractPage contracts_behind(const Session& session, store::Database& base, const ContractScope& scope,
                              const domain::IndicatorOptions& options, const std::string& indicator, Behind behind,
                              std::int64_t limit, std::int64_t offset) {
    Page page(options, indicator_code(indicator), behind, limit, offset);
    store::Transaction tx = base.read();
    each_contract(
        tx, scope, session.clock.today(), Wanted::list,
        [&](const Contract& contract, const ContractStandings& standings) { page.take(contract, standings); });
    add_texts(tx, page.page.lines);
    return std::move(page.page);
}

}  // namespace clausier::app
