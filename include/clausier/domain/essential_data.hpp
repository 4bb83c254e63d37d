// Essential data of an awarded lot (données essentielles, DECP) beside what lots hold already: how it was bought, and
// what became of it.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/core/codes.hpp"
#include "clausier/core/dates.hpp"
#include "clausier/core/issue.hpp"
#include "clausier/core/quantity.hpp"

namespace clausier::domain {

// A change of the contract once notified; absent what it leaves as it was.
struct Modification {
    std::string number;
    std::optional<core::Date> notified_on;
    std::optional<core::Date> published_on;
    std::optional<std::int64_t> months;
    std::optional<core::Euros> amount;
    std::string object;  // format 2019
    std::vector<core::Identifier> holders;
    bool operator==(const Modification&) const = default;
};

// An acte de sous-traitance, or a change of one: what a change leaves as it was is absent.
struct Subcontract {
    std::string number;
    core::Identifier subcontractor;
    std::optional<std::int64_t> months;
    std::optional<core::Date> notified_on;
    std::optional<core::Date> published_on;
    std::optional<core::Euros> amount;
    std::string price_variation;  // Ferme, Actualisable, Révisable
    bool operator==(const Subcontract&) const = default;
};

// A year of execution of a concession, and the tariffs charged.
struct ExecutionYear {
    std::optional<core::Date> published_on;
    std::optional<core::Euros> investment;
    struct Tariff {
        std::string label;
        std::optional<core::Euros> amount;
        bool operator==(const Tariff&) const = default;
    };
    std::vector<Tariff> tariffs;
    bool operator==(const ExecutionYear&) const = default;
};

// Texts are "" and the rest absent when the file says nothing. Lists of words are joined by ", " in the order of the
// official list, as considerations are. The last four are canonical JSON arrays, "" for none: read them with the
// functions below.
struct EssentialData {
    std::string techniques;
    std::string execution_modes;
    std::string framework_reference;  // idAccordCadre
    std::optional<bool> innovative;
    std::optional<bool> advance;
    std::optional<core::Rate> advance_rate;
    std::optional<bool> subcontracting;  // declared
    std::string ccag;
    std::optional<std::int64_t> offers;  // received
    std::string consortium;              // typeGroupementOperateurs
    std::string price_form;
    std::string price_types;
    std::optional<core::Rate> origin_eu;
    std::optional<core::Rate> origin_france;
    std::optional<core::Date> starts_on;  // of a concession
    std::optional<core::Euros> subsidy;   // public, of a concession
    std::optional<bool> holder_sme;       // some holder is a PME
    std::string holder_department;        // of the first holder whose file says it
    std::string buying_unit;              // the service or department that buys
    std::string modifications;
    std::string subcontracts;
    std::string subcontract_changes;
    std::string execution_years;
    bool operator==(const EssentialData&) const = default;
};

// Calls `visit` with every value, in the order above: the one order in which they are written, compared and read.
template <class Data, class Visit>
void each_value(Data& data, Visit visit) {
    visit(data.techniques);
    visit(data.execution_modes);
    visit(data.framework_reference);
    visit(data.innovative);
    visit(data.advance);
    visit(data.advance_rate);
    visit(data.subcontracting);
    visit(data.ccag);
    visit(data.offers);
    visit(data.consortium);
    visit(data.price_form);
    visit(data.price_types);
    visit(data.origin_eu);
    visit(data.origin_france);
    visit(data.starts_on);
    visit(data.subsidy);
    visit(data.holder_sme);
    visit(data.holder_department);
    visit(data.buying_unit);
    visit(data.modifications);
    visit(data.subcontracts);
    visit(data.subcontract_changes);
    visit(data.execution_years);
}
inline constexpr int essential_values = 23;

// From the JSON of a file (any of the nestings met: plain array, array of {"modification": {…}}, object of arrays, one
// object, either spelling of modification(s)ActesSousTraitance) or from the canonical text; in the order of their
// dates, then of the file. What one value says and cannot be read is absent, with a warning whose `where` is its name.
// Fault "json_illisible" when it is no JSON.
core::Result<std::vector<Modification>> read_modifications(std::string_view json, std::vector<core::Issue>& issues);
core::Result<std::vector<Subcontract>> read_subcontracts(std::string_view json, std::vector<core::Issue>& issues);
core::Result<std::vector<ExecutionYear>> read_execution_years(std::string_view json, std::vector<core::Issue>& issues);
// The canonical text, "" for an empty list.
std::string canonical(const std::vector<Modification>& list);
std::string canonical(const std::vector<Subcontract>& list);
std::string canonical(const std::vector<ExecutionYear>& list);

// The entries of several canonical texts as one, in order; entries of one number and date are one, holders of all.
std::string merged_modifications(std::span<const std::string> texts);
// The same; equal entries are one.
std::string merged_subcontracts(std::span<const std::string> texts);

// The amount of the last modification that gives one, in the order above; absent when none does. `modifications`
// is the canonical text.
std::optional<core::Euros> amended_amount(std::string_view modifications);

}  // namespace clausier::domain
