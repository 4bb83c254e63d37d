// One entry of essential data: the values of an awarded lot in the texts that the formats of 2022 write them in.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/core/issue.hpp"
#include "clausier/domain/market.hpp"

namespace clausier::decp {

struct Party {
    std::string scheme;  // typeIdentifiant
    std::string id;
    bool operator==(const Party&) const = default;
};

struct Modification {
    std::string id, notified_on, published_on, months, amount;
    std::vector<Party> holders;
    bool operator==(const Modification&) const = default;
};

// An acte de sous-traitance, or a change of one, which names neither subcontractor nor variation of price.
struct Subcontract {
    std::string id;
    Party subcontractor;
    std::string months, notified_on, published_on, amount, price_variation;
    bool operator==(const Subcontract&) const = default;
};

struct Tariff {
    std::string label, amount;
    bool operator==(const Tariff&) const = default;
};

struct ExecutionYear {
    std::string published_on, investment;
    std::vector<Tariff> tariffs;
    bool operator==(const ExecutionYear&) const = default;
};

// Values are "" and lists empty where nothing is said. Dates are ISO, numbers have a dot, rates are shares of 1,
// booleans "true" or "false"; of a file that is only checked, the texts of that file. `notified_on` is the signature of
// a concession, `holders` its concessionnaires.
struct Entry {
    bool concession = false;
    std::string id, buyer, buyer_name, nature, object, cpv, procedure, framework, place_code, place_type;
    std::string months, notified_on, published_on, amount, innovative, advance, advance_rate, subcontracting, ccag;
    std::string offers, consortium, price_form, origin_eu, origin_france, starts_on, subsidy;
    std::vector<std::string> techniques, execution_modes, price_types, social, environmental;
    std::vector<Party> holders;
    std::vector<std::string> holder_names;  // in the order of `holders`; no format of 2022 carries them
    std::vector<Modification> modifications;
    std::vector<Subcontract> subcontracts, subcontract_changes;
    std::vector<ExecutionYear> years;
    std::vector<core::Issue> unread;  // what of the lists could not be read
    bool operator==(const Entry&) const = default;
};

// The entry of a lot. What the lot does not say is that of its market. Nothing is invented: a market whose reference is
// ours has no id.
Entry entry_of(const domain::Market& market, const domain::Lot& lot, const domain::Organisation& buyer);

// The id of an entry: the market's reference for its only lot (number ""); else "reference-number", what the format
// asks to avoid replaced by "_", and the reference cut where both are over 16 characters.
std::string entry_id(std::string_view reference, std::string_view lot_number);

// Whether a nature is that of a concession.
bool is_concession(std::string_view nature);

}  // namespace clausier::decp
