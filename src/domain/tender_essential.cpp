// Lists, yes or no, nested JSON and the columns that spread one modification or subcontract.
#include "tender_essential.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "clausier/core/codes.hpp"
#include "clausier/core/text.hpp"

namespace clausier::domain {
namespace {

constexpr std::string_view empty_list = "[]";

std::vector<core::Identifier> identifiers_of(const TenderRecord& record) {
    std::vector<core::Identifier> out;
    for (const TenderParty& holder : record.holders)
        if (!holder.identifier.empty()) out.push_back(holder.identifier);
    return out;
}

}  // namespace

void EssentialReader::read(TenderRecord& record) {
    EssentialData& out = record.essential;
    read_purchase(out);
    read_holder(out);
    out.starts_on = values_.date(Field::starts_on);
    out.subsidy = values_.aid(Field::subsidy);
    values_.text(Field::buying_unit, out.buying_unit);
    nested(Field::modifications, read_modifications, modifications_, out.modifications);
    nested(Field::subcontracts, read_subcontracts, subcontracts_, out.subcontracts);
    nested(Field::subcontract_changes, read_subcontracts, changes_, out.subcontract_changes);
    nested(Field::execution_years, read_execution_years, years_, out.execution_years);
    remark_early(Field::modifications, out.modifications, record);
}

void EssentialReader::read_purchase(EssentialData& out) {
    values_.words(Field::technique, techniques_, out.techniques);
    values_.words(Field::execution_modes, modes_, out.execution_modes);
    values_.words(Field::price_types, price_types_, out.price_types);
    values_.text(Field::framework_reference, out.framework_reference);
    values_.listed(Field::ccag, ccags_, out.ccag);
    values_.listed(Field::consortium, consortia_, out.consortium);
    values_.listed(Field::price_form, price_forms_, out.price_form);
    out.innovative = values_.flag(Field::innovative);
    out.advance = values_.flag(Field::advance);
    out.advance_rate = values_.share(Field::advance_rate);
    // The format of 2022 writes 0 for an advance whose rate is not known.
    if (out.advance == true && out.advance_rate == core::Rate()) out.advance_rate.reset();
    out.subcontracting = values_.flag(Field::subcontracting);
    out.offers = values_.count(Field::offers);
    out.origin_eu = values_.share(Field::origin_eu);
    out.origin_france = values_.share(Field::origin_france);
}

void EssentialReader::read_holder(EssentialData& out) {
    out.holder_sme = values_.flag(Field::holder_sme);
    const std::string_view given = values_.raw(Field::holder_department).text;
    const std::string_view place = given.empty() ? values_.raw(Field::holder_postcode).text : given;
    if (place.empty()) return;
    if (const auto department = core::parse_department(place)) out.holder_department = *department;
}

template <class Read>
void EssentialReader::nested(Field field, Read read_list, Nested& last, std::string& out) {
    const std::string_view text = values_.value(field, true);
    if (text.empty() || text == empty_list) return;
    if (text == last.text) {
        out = last.canonical;
        return;
    }
    issues_.clear();
    const auto list = read_list(text, issues_);
    if (!list) {
        values_.remark(field, Remark::json_unreadable, fmt::format("« {} » : {}", excerpt(text), list.error().text));
        return;
    }
    out = canonical(*list);
    tell(field, issues_);
    last.text.clear();
    if (!issues_.empty()) return;
    last.text = text;
    last.canonical = out;
}

void EssentialReader::tell(Field field, const std::vector<core::Issue>& issues) {
    for (const core::Issue& issue : issues)
        if (const RemarkInfo* known = find_remark(issue.code))
            values_.remark(field, known->remark,
                           issue.where.empty() ? issue.text : fmt::format("{} : {}", issue.where, issue.text));
}

void EssentialReader::remark_early(Field field, const std::string& modifications, const TenderRecord& record) {
    if (modifications.empty() || !record.notified_on) return;
    issues_.clear();
    for (const Modification& one : read_modifications(modifications, issues_).value())
        if (one.notified_on && *one.notified_on < *record.notified_on)
            values_.remark(field, Remark::modification_early,
                           fmt::format("une modification du {} précède la notification, {} ; vérifiez les deux dates",
                                       core::iso(*one.notified_on), core::iso(*record.notified_on)));
}

void EssentialReader::read_history(TenderRecord& record) {
    read_change(record);
    if (values_.mapped(Field::version) || values_.mapped(Field::current) || values_.mapped(Field::change_object))
        read_version(record);
    read_acts(record);
    remark_tests(record);
}

// One modification, in columns of its own beside the contract as it was notified.
void EssentialReader::read_change(TenderRecord& record) {
    if (!values_.mapped(Field::change_amount) && !values_.mapped(Field::change_notified_on)) return;
    Modification change;
    change.notified_on = values_.date(Field::change_notified_on, true);
    change.published_on = values_.date(Field::change_published_on, true);
    change.months = values_.months(Field::change_months, true);
    change.amount = values_.amount(Field::change_amount, true);
    values_.text(Field::change_object, change.object, true);
    if (core::Identifier who = values_.identifier(Field::change_holder_id, Field::change_holder_scheme); !who.empty())
        change.holders.push_back(std::move(who));
    if (change == Modification()) return;
    values_.text(Field::change_number, change.number, true);
    record.added.modifications = canonical(std::vector{std::move(change)});
    remark_early(Field::change_notified_on, record.added.modifications, record);
}

// Files of one row a holder and modification: the row is the contract after its nth modification.
void EssentialReader::read_version(TenderRecord& record) {
    if (!record.added.modifications.empty()) return;
    const auto version = values_.count(Field::version);
    Modification change;
    values_.text(Field::change_object, change.object, true);
    const bool current = values_.flag(Field::current) == true;
    if (version == 0 || (!version && change.object.empty() && !current)) return;
    record.amended = version ? AmendedRow::yes : change.object.empty() ? AmendedRow::beside_another : AmendedRow::yes;
    if (version) change.number = std::to_string(*version);
    change.notified_on = record.notified_on;
    change.published_on = record.published_on;
    change.months = record.duration_months;
    change.amount = record.amount;
    change.holders = identifiers_of(record);
    record.added.modifications = canonical(std::vector{std::move(change)});
}

void EssentialReader::read_acts(TenderRecord& record) {
    if (values_.mapped(Field::act_amount) || values_.mapped(Field::subcontractor_id)) {
        Subcontract act;
        act.subcontractor = values_.identifier(Field::subcontractor_id, Field::subcontractor_scheme);
        act.months = values_.months(Field::act_months, true);
        act.notified_on = values_.date(Field::act_notified_on, true);
        act.published_on = values_.date(Field::act_published_on, true);
        act.amount = values_.amount(Field::act_amount, true);
        if (act != Subcontract()) {
            values_.text(Field::act_number, act.number, true);
            values_.listed(Field::act_variation, variations_, act.price_variation);
            record.added.subcontracts = canonical(std::vector{std::move(act)});
        }
    }
    if (values_.mapped(Field::act_change_amount) || values_.mapped(Field::act_change_notified_on)) {
        Subcontract change;
        change.months = values_.months(Field::act_change_months, true);
        change.notified_on = values_.date(Field::act_change_notified_on, true);
        change.published_on = values_.date(Field::act_change_published_on, true);
        change.amount = values_.amount(Field::act_change_amount, true);
        if (change == Subcontract()) return;
        values_.text(Field::act_change_number, change.number, true);
        record.added.subcontract_changes = canonical(std::vector{std::move(change)});
    }
}

void EssentialReader::remark_tests(const TenderRecord& record) {
    const ImportWords& words = ImportWords::embedded();
    const bool amount = record.amount && words.test_amounts.contains(record.amount->parts());
    const auto is_test = [&](const TenderParty& holder) {
        return std::any_of(words.test_words.begin(), words.test_words.end(), [&](const std::string& word) {
            return holder.name.size() == word.size() && core::fold(holder.name) == word;
        });
    };
    const auto holder = std::find_if(record.holders.begin(), record.holders.end(), is_test);
    if (holder != record.holders.end())
        values_.remark(
            Field::holder_name, Remark::test_data,
            fmt::format("« {} » ressemble à un essai laissé dans le fichier ; le contrat est gardé, vérifiez",
                        holder->name));
    else if (amount)
        values_.remark(Field::amount, Remark::test_data,
                       "ce montant ressemble à un essai laissé dans le fichier ; le contrat est gardé, vérifiez");
}

}  // namespace clausier::domain
