// Takes the entry of a lot.
#include "clausier/decp/entry.hpp"

#include <algorithm>

#include "clausier/core/text.hpp"
#include "schema_lists.hpp"

namespace clausier::decp {
namespace {

constexpr std::size_t longest_id = 16;

// "123456.89", "575000": the decimals that count, no more.
std::string number(std::int64_t parts, std::int64_t scale, int decimals) {
    std::string out = core::decimal(parts, scale, decimals);
    while (out.back() == '0') out.pop_back();
    if (out.back() == '.') out.pop_back();
    return out;
}
std::string text(const std::optional<core::Euros>& value) {
    return value ? number(value->parts(), core::Euros::scale, 2) : std::string();
}
std::string text(const std::optional<core::Rate>& value) {
    return value ? number(value->parts(), core::Rate::scale, 4) : std::string();
}
std::string text(const std::optional<core::Date>& value) { return value ? core::iso(*value) : std::string(); }
std::string text(const std::optional<std::int64_t>& value) { return value ? std::to_string(*value) : std::string(); }
std::string text(const std::optional<bool>& value) { return !value ? "" : *value ? "true" : "false"; }

template <class T>
const T& first(const T& own, const T& of_market) {
    return own != T{} ? own : of_market;
}

std::vector<std::string> words(std::string_view joined) {
    std::vector<std::string> out;
    for (std::string_view word : core::split(joined, ','))
        if (!core::trim(word).empty()) out.emplace_back(core::trim(word));
    return out;
}

Party party(const core::Identifier& identifier) { return {identifier.scheme, identifier.text}; }

// The list that a text holds; what it cannot be read is an issue of the entry, with the name of the list.
template <class T>
std::vector<T> read(core::Result<std::vector<T>> (*reader)(std::string_view, std::vector<core::Issue>&),
                    const std::string& json, std::string_view name, Entry& entry) {
    if (json.empty()) return {};
    std::vector<core::Issue> issues;
    core::Result<std::vector<T>> list = reader(json, issues);
    if (!list) issues.push_back(list.error());
    for (core::Issue& issue : issues) {
        issue.text = (issue.where.empty() ? "" : issue.where + " : ") + issue.text;
        issue.where = name;
        entry.unread.push_back(std::move(issue));
    }
    return list ? *list : std::vector<T>();
}

std::vector<Subcontract> subcontracts(const std::string& json, std::string_view name, Entry& entry) {
    std::vector<Subcontract> out;
    for (const domain::Subcontract& one : read(domain::read_subcontracts, json, name, entry))
        out.push_back({one.number, party(one.subcontractor), text(one.months), text(one.notified_on),
                       text(one.published_on), text(one.amount), one.price_variation});
    return out;
}

void add_lists(Entry& out, const domain::EssentialData& data) {
    for (const domain::Modification& one : read(domain::read_modifications, data.modifications, "modifications", out)) {
        Modification added{one.number,       text(one.notified_on), text(one.published_on),
                           text(one.months), text(one.amount),      {}};
        for (const core::Identifier& holder : one.holders) added.holders.push_back(party(holder));
        out.modifications.push_back(std::move(added));
    }
    out.subcontracts = subcontracts(data.subcontracts, "actesSousTraitance", out);
    out.subcontract_changes = subcontracts(data.subcontract_changes, "modificationsActesSousTraitance", out);
    for (const domain::ExecutionYear& one :
         read(domain::read_execution_years, data.execution_years, "donneesExecution", out)) {
        ExecutionYear added{text(one.published_on), text(one.investment), {}};
        for (const auto& tariff : one.tariffs) added.tariffs.push_back({tariff.label, text(tariff.amount)});
        out.years.push_back(std::move(added));
    }
}

void add_essential(Entry& out, const domain::EssentialData& data) {
    out.techniques = words(data.techniques);
    out.execution_modes = words(data.execution_modes);
    out.framework = data.framework_reference;
    out.innovative = text(data.innovative);
    out.advance = text(data.advance);
    // The formats write 0 for an advance whose rate is not known.
    out.advance_rate = data.advance == true && !data.advance_rate ? "0" : text(data.advance_rate);
    out.subcontracting = text(data.subcontracting);
    out.ccag = data.ccag;
    out.offers = text(data.offers);
    out.consortium = data.consortium;
    out.price_form = data.price_form;
    out.price_types = words(data.price_types);
    out.origin_eu = text(data.origin_eu);
    out.origin_france = text(data.origin_france);
    out.starts_on = text(data.starts_on);
    out.subsidy = text(data.subsidy);
    add_lists(out, data);
}

// Of a text in UTF-8, its first characters.
std::string_view start(std::string_view text, std::size_t characters) {
    std::size_t at = 0;
    for (; at < text.size(); ++at)
        if ((static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U && characters-- == 0) break;
    return text.substr(0, at);
}

std::string cleaned(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (std::string_view("&\"\\< ,;").find(c) != std::string_view::npos) c = '_';
    return out;
}

// Of the market for its only lot, of both for one of several.
std::string object_of(const domain::Market& market, const domain::Lot& lot) {
    if (market.object.empty()) return lot.title;
    const bool same = lot.number.empty() || lot.title.empty() || lot.title == market.object;
    return same ? market.object : market.object + " – " + lot.title;
}

}  // namespace

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

bool is_concession(std::string_view nature) { return schema_list("nature", true).contains(nature); }

std::string entry_id(std::string_view reference, std::string_view lot_number) {
    if (lot_number.empty()) return std::string(reference);
    const std::string end = "-" + cleaned(start(lot_number, longest_id - 2));
    return cleaned(start(reference, longest_id - characters(end))) + end;
}

Entry entry_of(const domain::Market& market, const domain::Lot& lot, const domain::Organisation& buyer) {
    Entry out;
    out.concession = is_concession(market.nature);
    if (!market.reference_derived) out.id = entry_id(market.reference, lot.number);
    if (buyer.identifier.scheme == "SIRET") out.buyer = buyer.identifier.text;
    out.buyer_name = buyer.name;
    out.nature = market.nature;
    out.object = object_of(market, lot);
    out.cpv = first(lot.cpv, market.cpv);
    out.procedure = market.procedure;
    out.place_code = first(lot.place_code, market.place_code);
    out.place_type = lot.place_code.empty() ? market.place_type : lot.place_type;
    out.months = text(first(lot.duration_months, market.duration_months));
    out.notified_on = text(first(lot.notified_on, market.notified_on));
    out.published_on = text(market.published_on);
    out.amount = text(lot.amount);
    out.social = words(first(lot.considerations, market.considerations).value_or(""));
    out.environmental = words(first(lot.environmental, market.environmental).value_or(""));
    for (const domain::Holder& holder : lot.holders) {
        out.holders.push_back(party(holder.identifier));
        out.holder_names.push_back(holder.name);
    }
    add_essential(out, lot.essential);
    return out;
}

}  // namespace clausier::decp
