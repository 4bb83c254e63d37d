// Makes references out of content.
#include "derived_reference.hpp"

#include <fmt/format.h>

#include <initializer_list>

#include "clausier/core/digest.hpp"
#include "clausier/core/text.hpp"

namespace clausier::domain {
namespace {

constexpr std::size_t digits_kept = 14;

// A mark no text holds stands between the parts, so that "ab" + "c" and "a" + "bc" differ.
void append(std::string& content, std::string_view part) {
    content += part;
    content += '\x1F';
}

void append(std::string& content, const std::optional<core::Euros>& amount) {
    append(content, amount ? core::decimal(*amount) : std::string());
}

void append(std::string& content, const std::optional<core::Date>& date) {
    append(content, date ? core::iso(*date) : std::string());
}

std::string buyer_key(const TenderParty& buyer) {
    return buyer.identifier.empty() ? core::fold(buyer.name) : buyer.identifier.text;
}

}  // namespace

std::string derived_reference(std::string_view content) {
    return "D-" + core::short_digest(content).substr(0, digits_kept);
}

std::string shared_content(const TenderRecord& record, int year) {
    std::string content;
    append(content, buyer_key(record.buyer));
    append(content, core::fold(record.object));
    append(content, fmt::format("{}", year));
    return content;
}

std::string row_content(const TenderRecord& record, bool with_holders) {
    std::string content;
    append(content, buyer_key(record.buyer));
    for (const std::string* text : {&record.object, &record.nature, &record.procedure, &record.lot_number,
                                    &record.lot_title, &record.cpv, &record.place_code, &record.operation})
        append(content, *text);
    for (const auto* date : {&record.notified_on, &record.published_on}) append(content, *date);
    for (const auto* amount : {&record.amount, &record.amount_min, &record.amount_estimated, &record.amount_max})
        append(content, *amount);
    append(content, record.duration_months ? fmt::format("{}", *record.duration_months) : std::string());
    if (with_holders)
        for (const TenderParty& holder : record.holders) {
            append(content, holder.identifier.text);
            append(content, holder.name);
        }
    return content;
}

std::string SeenLots::settle(const TenderRecord& record) {
    const std::string content = core::short_digest(row_content(record, true));
    std::string number = record.lot_number;
    for (int copy = 2;; ++copy) {
        const auto [known, added] = content_by_lot_.try_emplace(record.reference + '\x1F' + number, content);
        if (added || known->second == content) break;
        number = fmt::format("{} ({})", record.lot_number, copy);
    }
    return number == record.lot_number ? std::string() : number;
}

}  // namespace clausier::domain
