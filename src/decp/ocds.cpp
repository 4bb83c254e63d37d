// Writes releases, one a market.
#include "clausier/decp/ocds.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "clausier/domain/sector.hpp"
#include "json_text.hpp"
#include "ocds_codes.hpp"

namespace clausier::decp {
namespace {

constexpr std::string_view extensions[] = {
    "https://raw.githubusercontent.com/open-contracting-extensions/ocds_lots_extension/master/extension.json",
    "https://raw.githubusercontent.com/open-contracting-extensions/ocds_sustainability_extension/master/"
    "extension.json"};
constexpr std::string_view no_social = "Pas de considération sociale";
constexpr std::string_view no_environmental = "Pas de considération environnementale";

std::string moment(std::string_view day) { return std::string(day) + "T00:00:00Z"; }

// An identifier as org-id.guide names its list.
std::string scheme_of(std::string_view scheme) { return scheme == "SIRET" ? "FR-INSEE" : std::string(scheme); }

std::string party_id(const Party& party, std::string_view name) {
    if (party.id.empty()) return std::string(name);
    return party.scheme.empty() ? party.id : scheme_of(party.scheme) + "-" + party.id;
}

std::string_view category(domain::Sector sector) {
    if (sector == domain::Sector::works) return "works";
    return sector == domain::Sector::supplies ? "goods" : "services";
}

std::vector<std::string> strategies_of(domain::ClauseForm form) {
    if (form == domain::ClauseForm::both) return {"contractPerformanceConditions", "awardCriteria"};
    return {form == domain::ClauseForm::criterion ? "awardCriteria" : "contractPerformanceConditions"};
}

class Release {
public:
    Release(const domain::MarketSheet& sheet, std::span<const TakenLot> lots, const ClausesByLot& clauses,
            const OcdsSettings& settings)
        : sheet_(sheet), lots_(lots), clauses_(clauses), settings_(settings) {}

    std::string spell();

private:
    void text(std::string_view name, std::string_view value) {
        if (!value.empty()) json_.text(name, value);
    }
    void money(std::string_view name, std::string_view amount) {
        if (amount.empty()) return;
        json_.open(name, '{');
        json_.bare("amount", amount);
        json_.text("currency", "EUR");
        json_.close('}');
    }
    void reference(std::string_view name, const std::string& id, std::string_view label) {
        json_.open(name, '{');
        json_.text("id", id);
        text("name", label);
        json_.close('}');
    }
    void party(const Party& who, std::string_view name, std::string_view role);
    void parties();
    void tender();
    void lot(const TakenLot& one);
    void sustainability(const TakenLot& one);
    [[nodiscard]] std::vector<OcdsCode> aims(const TakenLot& one) const;
    void item(const TakenLot& one);
    void award(const TakenLot& one);
    void contract(const TakenLot& one);
    void amendments(const TakenLot& one);
    [[nodiscard]] std::string lot_id(const TakenLot& one) const {
        return one.lot->number.empty() ? "1" : one.lot->number;
    }
    [[nodiscard]] Party buyer() const { return {sheet_.buyer.identifier.scheme, sheet_.buyer.identifier.text}; }
    [[nodiscard]] std::string date() const;

    const domain::MarketSheet& sheet_;
    std::span<const TakenLot> lots_;
    const ClausesByLot& clauses_;
    const OcdsSettings& settings_;
    JsonText json_{};
};

std::string Release::date() const {
    std::string latest;
    for (const TakenLot& one : lots_) latest = std::max({latest, one.entry.notified_on, one.entry.published_on});
    return latest.empty() ? core::iso(settings_.published_on) : latest;
}

void Release::party(const Party& who, std::string_view name, std::string_view role) {
    json_.open("", '{');
    json_.text("id", party_id(who, name));
    text("name", name);
    if (!who.id.empty()) {
        json_.open("identifier", '{');
        text("scheme", scheme_of(who.scheme));
        json_.text("id", who.id);
        text("legalName", name);
        json_.close('}');
    }
    json_.open("roles", '[');
    json_.text("", role);
    json_.close(']');
    json_.close('}');
}

void Release::parties() {
    json_.open("parties", '[');
    party(buyer(), sheet_.buyer.label(), "buyer");
    std::set<std::string> told;
    for (const TakenLot& one : lots_)
        for (std::size_t i = 0; i < one.entry.holders.size(); ++i)
            if (told.insert(party_id(one.entry.holders[i], one.entry.holder_names[i])).second)
                party(one.entry.holders[i], one.entry.holder_names[i], "supplier");
    json_.close(']');
    reference("buyer", party_id(buyer(), sheet_.buyer.label()), sheet_.buyer.label());
}

// Detailed clauses say more than the social words, which then add nothing.
std::vector<OcdsCode> Release::aims(const TakenLot& one) const {
    std::vector<OcdsCode> out;
    const auto found = clauses_.find(one.lot->id);
    if (found != clauses_.end())
        for (const domain::LotClause& clause : found->second)
            if (const OcdsCode* code = ocds_code("sustainability", clause.kind)) {
                out.push_back(*code);
                if (code->strategies.empty()) out.back().strategies = strategies_of(clause.form);
            }
    const auto add = [&](const std::vector<std::string>& words) {
        for (const std::string& word : words)
            if (const OcdsCode* code = ocds_code("sustainability", word)) out.push_back(*code);
    };
    if (out.empty()) add(one.entry.social);
    add(one.entry.environmental);
    return out;
}

void Release::sustainability(const TakenLot& one) {
    const Entry& entry = one.entry;
    const std::vector<OcdsCode> known = aims(one);
    const bool none = entry.social == std::vector<std::string>{std::string(no_social)} &&
                      entry.environmental == std::vector<std::string>{std::string(no_environmental)};
    json_.bare("hasSustainability", !known.empty() ? "true" : none ? "false" : "null");
    if (known.empty()) return;
    json_.open("sustainability", '[');
    for (const OcdsCode& aim : known) {
        json_.open("", '{');
        json_.text("goal", aim.code);
        json_.open("strategies", '[');
        for (const std::string& strategy : aim.strategies) json_.text("", strategy);
        json_.close(']');
        json_.close('}');
    }
    json_.close(']');
}

void Release::lot(const TakenLot& one) {
    json_.open("", '{');
    json_.text("id", lot_id(one));
    text("title", one.lot->title.empty() ? one.entry.object : one.lot->title);
    json_.text("status", "complete");
    sustainability(one);
    json_.close('}');
}

void Release::item(const TakenLot& one) {
    if (one.entry.cpv.empty()) return;
    json_.open("", '{');
    json_.text("id", lot_id(one));
    json_.open("classification", '{');
    json_.text("scheme", "CPV");
    json_.text("id", one.entry.cpv);
    json_.close('}');
    json_.text("relatedLot", lot_id(one));
    json_.close('}');
}

void Release::tender() {
    const Entry& first = lots_.front().entry;
    json_.open("tender", '{');
    json_.text("id", sheet_.market.reference);
    text("title", sheet_.market.object);
    json_.text("status", "complete");
    if (const OcdsCode* method = ocds_code("procurement_method", first.procedure))
        json_.text("procurementMethod", method->code);
    text("procurementMethodDetails", first.procedure);
    if (const auto sector = domain::sector_of(lots_.front().lot->section, first.cpv))
        json_.text("mainProcurementCategory", category(*sector));
    json_.open("items", '[');
    for (const TakenLot& one : lots_) item(one);
    json_.close(']');
    json_.open("lots", '[');
    for (const TakenLot& one : lots_) lot(one);
    json_.close(']');
    json_.close('}');
}

void Release::award(const TakenLot& one) {
    json_.open("", '{');
    json_.text("id", one.entry.id);
    text("title", one.entry.object);
    json_.text("status", "active");
    if (!one.entry.notified_on.empty()) json_.text("date", moment(one.entry.notified_on));
    money("value", one.entry.amount);
    json_.open("suppliers", '[');
    for (std::size_t i = 0; i < one.entry.holders.size(); ++i)
        reference("", party_id(one.entry.holders[i], one.entry.holder_names[i]), one.entry.holder_names[i]);
    json_.close(']');
    json_.open("relatedLots", '[');
    json_.text("", lot_id(one));
    json_.close(']');
    json_.close('}');
}

void Release::amendments(const TakenLot& one) {
    if (one.entry.modifications.empty()) return;
    json_.open("amendments", '[');
    for (const Modification& change : one.entry.modifications) {
        std::string says;
        if (!change.amount.empty()) says = fmt::format("montant porté à {} euros HT", change.amount);
        if (!change.months.empty())
            says += fmt::format("{}durée portée à {} mois", says.empty() ? "" : ", ", change.months);
        if (!change.holders.empty()) says += says.empty() ? "titulaires changés" : ", titulaires changés";
        json_.open("", '{');
        text("id", change.id);
        if (!change.notified_on.empty()) json_.text("date", moment(change.notified_on));
        text("description", says);
        json_.close('}');
    }
    json_.close(']');
}

void Release::contract(const TakenLot& one) {
    json_.open("", '{');
    json_.text("id", one.entry.id);
    json_.text("awardID", one.entry.id);
    text("title", one.entry.object);
    if (!one.entry.notified_on.empty()) json_.text("dateSigned", moment(one.entry.notified_on));
    money("value", one.entry.amount);
    amendments(one);
    json_.close('}');
}

std::string Release::spell() {
    const std::string buyer_id =
        sheet_.buyer.identifier.empty() ? std::to_string(sheet_.buyer.id.value) : sheet_.buyer.identifier.text;
    const std::string ocid = settings_.prefix + "-" + buyer_id + "-" + sheet_.market.reference;
    json_.open("", '{');
    json_.text("ocid", ocid);
    json_.text("id", ocid + "-" + date());
    json_.text("date", moment(date()));
    json_.open("tag", '[');
    json_.text("", "award");
    json_.text("", "contract");
    json_.close(']');
    json_.text("initiationType", "tender");
    json_.text("language", "fr");
    parties();
    tender();
    json_.open("awards", '[');
    for (const TakenLot& one : lots_) award(one);
    json_.close(']');
    json_.open("contracts", '[');
    for (const TakenLot& one : lots_) contract(one);
    json_.close(']');
    json_.close('}');
    return json_.str();
}

}  // namespace

bool is_ocid_prefix(std::string_view text) {
    return text.size() == 11 && text.starts_with("ocds-") && std::all_of(text.begin() + 5, text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
           });
}

struct OcdsWriter::State {
    Output out;
    OcdsSettings settings;
    bool begun = false;
};

OcdsWriter::OcdsWriter(Output out, OcdsSettings settings)
    : state_(std::make_unique<State>(State{std::move(out), std::move(settings)})) {
    JsonText head;
    head.open("", '{');
    head.text("uri", state_->settings.uri);
    head.text("version", "1.1");
    head.text("publishedDate", moment(core::iso(state_->settings.published_on)));
    head.open("extensions", '[');
    for (const std::string_view extension : extensions) head.text("", extension);
    head.close(']');
    head.open("publisher", '{');
    head.text("name", state_->settings.publisher);
    head.close('}');
    head.open("releases", '[');
    state_->out(head.str() + "\n");
}

OcdsWriter::~OcdsWriter() = default;

void OcdsWriter::add(const domain::MarketSheet& sheet, std::span<const TakenLot> lots, const ClausesByLot& clauses) {
    state_->out((state_->begun ? ",\n" : "") + Release(sheet, lots, clauses, state_->settings).spell());
    state_->begun = true;
}

void OcdsWriter::finish() { state_->out("\n]}\n"); }

}  // namespace clausier::decp
