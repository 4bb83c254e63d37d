// Modifications, subcontracts and years of execution: from the JSON of files to one canonical text, and back.
#include "clausier/domain/essential_data.hpp"

#include <algorithm>
#include <array>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <tuple>

#include "essential_json.hpp"

namespace clausier::domain {
namespace {

namespace json = boost::json;
using core::Result;

using Wrappers = std::span<const std::string_view>;
constexpr std::array<std::string_view, 2> modification_wrappers = {"modification", "modifications"};
constexpr std::array<std::string_view, 6> subcontract_wrappers = {"acteSousTraitance",
                                                                  "actesSousTraitance",
                                                                  "modificationActeSousTraitance",
                                                                  "modificationActesSousTraitance",
                                                                  "modificationsActeSousTraitance",
                                                                  "modificationsActesSousTraitance"};
constexpr std::array<std::string_view, 2> year_wrappers = {"donneesAnnuelles", "donneesExecution"};
constexpr std::array<std::string_view, 4> holder_wrappers = {"titulaire", "titulaires", "concessionnaire",
                                                             "concessionnaires"};
constexpr std::array<std::string_view, 2> tariff_wrappers = {"tarif", "tarifs"};

// Numbers before words, 2 before 10.
auto number_order(const std::string& number) {
    const bool digits = !number.empty() && number.find_first_not_of("0123456789") == std::string::npos;
    return std::tuple(!digits, digits ? number.size() : 0, number);
}

auto order_of(const Modification& m) {
    const auto date = m.notified_on ? m.notified_on : m.published_on;
    return std::tuple(!date, date.value_or(core::Date()), number_order(m.number));
}

auto order_of(const Subcontract& s) {
    const auto date = s.notified_on ? s.notified_on : s.published_on;
    return std::tuple(!date, date.value_or(core::Date()), number_order(s.number));
}

auto order_of(const ExecutionYear& y) { return std::tuple(!y.published_on, y.published_on.value_or(core::Date())); }

template <class T>
bool before(const T& a, const T& b) {
    return order_of(a) < order_of(b);
}

Modification read_modification(const MemberReader& in, const json::object& object, std::vector<core::Issue>& issues) {
    Modification out;
    out.number = in.text({"id", "idModification"});
    out.notified_on = in.date({"dateNotificationModification", "dateNotification", "dateSignatureModification"});
    out.published_on = in.date({"datePublicationDonneesModification", "datePublicationDonnees"});
    out.months = in.months({"dureeMois", "dureeMoisModification"});
    out.amount = in.amount({"montant", "valeurGlobale", "montantModification"});
    out.object = in.text({"objetModification"});
    for (const std::string_view name : {"titulaires", "concessionnaires"})
        if (const json::value* holders = object.if_contains(name))
            each_item(*holders, holder_wrappers, [&](const json::object& holder) {
                const core::Identifier who = MemberReader(holder, issues).identifier();
                if (!who.empty() && std::find(out.holders.begin(), out.holders.end(), who) == out.holders.end())
                    out.holders.push_back(who);
            });
    return out;
}

Subcontract read_subcontract(const MemberReader& in, const json::object& object, std::vector<core::Issue>& issues) {
    Subcontract out;
    out.number = in.text({"id"});
    if (const json::value* who = object.if_contains("sousTraitant"); who && who->is_object())
        out.subcontractor = MemberReader(who->get_object(), issues).identifier();
    out.months = in.months({"dureeMois"});
    out.notified_on =
        in.date({"dateNotification", "dateNotificationModificationSousTraitance", "dateNotificationModification"});
    out.published_on = in.date({"datePublicationDonnees", "datePublicationDonneesModification"});
    out.amount = in.amount({"montant"});
    out.price_variation = in.text({"variationPrix"});
    return out;
}

ExecutionYear read_year(const MemberReader& in, const json::object& object, std::vector<core::Issue>& issues) {
    ExecutionYear out;
    out.published_on = in.date({"datePublicationDonneesExecution", "datePublicationDonnees"});
    out.investment = in.amount({"depensesInvestissement"}, true);
    const auto add = [&](const json::object& tariff) {
        const MemberReader one(tariff, issues);
        ExecutionYear::Tariff read{one.text({"intituleTarif"}), one.amount({"tarif"}, true)};
        if (!read.label.empty() || read.amount) out.tariffs.push_back(std::move(read));
    };
    if (const json::value* tariffs = object.if_contains("tarifs"))
        each_item(*tariffs, tariff_wrappers, add);
    else
        add(object);
    return out;
}

template <class T, class Read>
Result<std::vector<T>> read_list(std::string_view text, Wrappers wrappers, std::vector<core::Issue>& issues,
                                 Read read) {
    std::vector<T> list;
    if (text.empty()) return list;
    const auto value = parse_essential(text);
    if (!value) return value.error();
    each_item(*value, wrappers, [&](const json::object& object) {
        T one = read(MemberReader(object, issues), object, issues);
        if (one != T()) list.push_back(std::move(one));
    });
    if (std::is_sorted(list.begin(), list.end(), before<T>)) return list;
    std::stable_sort(list.begin(), list.end(), before<T>);
    const RemarkInfo& unordered = info(Remark::modifications_unordered);
    issues.push_back(
        {unordered.severity, std::string(unordered.code), "", "elles sont remises dans l’ordre des dates"});
    return list;
}

void put(json::object& out, std::string_view name, const std::string& text) {
    if (!text.empty()) out.emplace(name, text);
}
void put(json::object& out, std::string_view name, const std::optional<core::Date>& date) {
    if (date) out.emplace(name, core::iso(*date));
}
void put(json::object& out, std::string_view name, const std::optional<std::int64_t>& number) {
    if (number) out.emplace(name, *number);
}
void put(json::object& out, std::string_view name, const std::optional<core::Euros>& amount) {
    if (amount) out.emplace(name, core::decimal(*amount));
}

json::object written(const core::Identifier& who) {
    json::object out;
    put(out, "typeIdentifiant", who.scheme);
    put(out, "id", who.text);
    return out;
}

json::object written(const Modification& m) {
    json::object out;
    put(out, "id", m.number);
    put(out, "dateNotificationModification", m.notified_on);
    put(out, "datePublicationDonneesModification", m.published_on);
    put(out, "dureeMois", m.months);
    put(out, "montant", m.amount);
    put(out, "objetModification", m.object);
    json::array holders;
    for (const core::Identifier& who : m.holders) holders.push_back(written(who));
    if (!holders.empty()) out.emplace("titulaires", std::move(holders));
    return out;
}

json::object written(const Subcontract& s) {
    json::object out;
    put(out, "id", s.number);
    if (!s.subcontractor.empty()) out.emplace("sousTraitant", written(s.subcontractor));
    put(out, "dureeMois", s.months);
    put(out, "dateNotification", s.notified_on);
    put(out, "datePublicationDonnees", s.published_on);
    put(out, "montant", s.amount);
    put(out, "variationPrix", s.price_variation);
    return out;
}

json::object written(const ExecutionYear& y) {
    json::object out;
    put(out, "datePublicationDonneesExecution", y.published_on);
    put(out, "depensesInvestissement", y.investment);
    json::array tariffs;
    for (const ExecutionYear::Tariff& tariff : y.tariffs) {
        json::object one;
        put(one, "intituleTarif", tariff.label);
        put(one, "tarif", tariff.amount);
        tariffs.push_back(std::move(one));
    }
    if (!tariffs.empty()) out.emplace("tarifs", std::move(tariffs));
    return out;
}

template <class T>
std::string written_list(const std::vector<T>& list) {
    if (list.empty()) return {};
    json::array out;
    for (const T& one : list) out.push_back(written(one));
    return json::serialize(out);
}

// What our own canonical text says; an empty list when it is none.
template <class T>
std::vector<T> known(core::Result<std::vector<T>> read) {
    return read ? std::move(*read) : std::vector<T>();
}

}  // namespace

Result<std::vector<Modification>> read_modifications(std::string_view text, std::vector<core::Issue>& issues) {
    return read_list<Modification>(text, modification_wrappers, issues, read_modification);
}

Result<std::vector<Subcontract>> read_subcontracts(std::string_view text, std::vector<core::Issue>& issues) {
    return read_list<Subcontract>(text, subcontract_wrappers, issues, read_subcontract);
}

Result<std::vector<ExecutionYear>> read_execution_years(std::string_view text, std::vector<core::Issue>& issues) {
    return read_list<ExecutionYear>(text, year_wrappers, issues, read_year);
}

std::string canonical(const std::vector<Modification>& list) { return written_list(list); }
std::string canonical(const std::vector<Subcontract>& list) { return written_list(list); }
std::string canonical(const std::vector<ExecutionYear>& list) { return written_list(list); }

std::string merged_modifications(std::span<const std::string> texts) {
    std::vector<core::Issue> issues;
    std::vector<Modification> all;
    for (const std::string& text : texts)
        for (Modification& one : known(read_modifications(text, issues))) {
            const auto same = std::find_if(all.begin(), all.end(), [&](const Modification& other) {
                return other.number == one.number && other.notified_on == one.notified_on &&
                       other.object == one.object && other.amount == one.amount;
            });
            if (same == all.end()) {
                all.push_back(std::move(one));
                continue;
            }
            for (const core::Identifier& who : one.holders)
                if (std::find(same->holders.begin(), same->holders.end(), who) == same->holders.end())
                    same->holders.push_back(who);
        }
    std::stable_sort(all.begin(), all.end(), before<Modification>);
    return canonical(all);
}

std::string merged_subcontracts(std::span<const std::string> texts) {
    std::vector<core::Issue> issues;
    std::vector<Subcontract> all;
    for (const std::string& text : texts)
        for (Subcontract& one : known(read_subcontracts(text, issues)))
            if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(std::move(one));
    std::stable_sort(all.begin(), all.end(), before<Subcontract>);
    return canonical(all);
}

std::optional<core::Euros> amended_amount(std::string_view modifications) {
    if (modifications.empty()) return std::nullopt;
    std::vector<core::Issue> issues;
    const auto list = known(read_modifications(modifications, issues));
    for (auto one = list.rbegin(); one != list.rend(); ++one)
        if (one->amount) return one->amount;
    return std::nullopt;
}

}  // namespace clausier::domain
