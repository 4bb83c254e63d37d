// Markets as an OCDS 1.1 release package, with the extensions for lots and sustainability.
#pragma once
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/core/dates.hpp"
#include "clausier/decp/export.hpp"
#include "clausier/decp/write.hpp"
#include "clausier/domain/lot_clauses.hpp"

namespace clausier::decp {

// Nobody’s: a publisher asks the Open Contracting Partnership for a prefix of its own. No prefix is registered for
// clausier.
inline constexpr std::string_view unregistered_ocid_prefix = "ocds-000000";

using ClausesByLot = std::map<domain::Id<domain::Lot>, std::vector<domain::LotClause>>;

struct OcdsSettings {
    std::string prefix{unregistered_ocid_prefix};
    std::string publisher = "clausier";
    // The address where the package will be found.
    std::string uri = "urn:clausier:ocds";
    core::Date published_on;
};
// Whether a text is "ocds-" and six letters or digits.
bool is_ocid_prefix(std::string_view text);

// One release a market: its lots, an award and a contract each. `hasSustainability` is true when some consideration is
// known, false when both the social and the environmental are said to be none, and null otherwise.
class OcdsWriter {
public:
    OcdsWriter(Output out, OcdsSettings settings);
    ~OcdsWriter();
    OcdsWriter(const OcdsWriter&) = delete;
    OcdsWriter& operator=(const OcdsWriter&) = delete;
    // A lot without detailed clauses has its considerations alone.
    void add(const domain::MarketSheet& sheet, std::span<const TakenLot> lots, const ClausesByLot& clauses = {});
    void finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace clausier::decp
