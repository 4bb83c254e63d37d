// Names the markets and lots of records.
#include "lot_naming.hpp"

#include <fmt/format.h>

#include "clausier/core/french.hpp"
#include "lot_text.hpp"

namespace clausier::domain {
namespace {

// "Lot 1", "n° 1", "1.0" → the numbers; the text itself when it reads otherwise.
std::vector<std::string> numbers_of(const std::string& text) {
    const std::string bare = text.ends_with(".0") ? text.substr(0, text.size() - 2) : text;
    for (const std::string& worded : {bare, "lot " + bare}) {
        LotText read = find_lots(worded);
        if (!read.numbers.empty() && read.before.empty() && read.after.empty()) return std::move(read.numbers);
    }
    return {text};
}

// « Collège Orvault : gros œuvre », in a row that has a lot number and no title: the market's object, the lot's title.
// Without a colon the object is the title too.
void part_title(TenderRecord& record) {
    static constexpr std::string_view mark = " : ";
    if (!record.lot_title.empty()) return;
    const std::size_t at = record.object.find(mark);
    if (at == std::string::npos || at == 0) {
        record.lot_title = record.object;
        return;
    }
    record.lot_title = record.object.substr(at + mark.size());
    record.object.resize(at);
}

}  // namespace

void LotNaming::open(const LotGroup& group, std::uint64_t line) { group_ = OpenGroup{group, line, {}, 0, true, {}}; }

void LotNaming::close(std::vector<core::Issue>& issues) {
    if (group_ && group_->lots > 0 && group_->all_known && group_->told.total && *group_->told.total != group_->sum) {
        const RemarkInfo& known = info(Remark::total_differs);
        issues.push_back(
            {known.severity, std::string(known.code), fmt::format("ligne {}", group_->line),
             fmt::format(
                 "le total annoncé pour « {} », {}, n’est pas la somme de ses {} lots, {} ; vérifiez les montants",
                 group_->told.name, core::french::euros(*group_->told.total), group_->lots,
                 core::french::euros(group_->sum))});
    }
    group_.reset();
}

void LotNaming::name(TenderRecord& record, const std::string& titles, TenderValues& values) {
    lots_.clear();
    shared_ = in_group_ = false;
    if (kind_ == RecordKind::decp) return;
    if (!record.lot_number.empty()) {
        lots_ = numbers_of(record.lot_number);
        record.lot_number = fmt::format("{}", fmt::join(lots_, ", "));
    }
    if (kind_ == RecordKind::single_market) {
        name_single_market(record, titles, values);
        return;
    }
    const bool numbered = !lots_.empty();
    if (numbered)
        part_title(record);
    else
        name_by_text(record);
    if (group_ && lots_.empty()) close(values.issues());
    if (group_) join_group(record);
    shared_ = shared_ || in_group_ || (numbered && !record.object.empty());
}

void LotNaming::join_group(TenderRecord& record) {
    in_group_ = true;
    if (record.lot_title.empty()) record.lot_title = record.object;
    record.object = group_->told.name;
}

void LotNaming::name_single_market(TenderRecord& record, const std::string& titles, TenderValues& values) {
    ++rank_;
    if (record.object.empty()) record.object = options_.market_title.empty() ? titles : options_.market_title;
    if (record.reference.empty()) record.reference = options_.market_reference;
    if (record.lot_number.empty()) {
        record.lot_number = fmt::format("{}", rank_);
        values.remark(Remark::lot_numbered, fmt::format("le lot n’a pas de numéro ; il reçoit son rang, {}", rank_));
    }
    shared_ = true;
}

// « Séjours d’été - Lot 2 : montagne »: object, number, title. Without words before, the text stays the object.
void LotNaming::name_by_text(TenderRecord& record) {
    LotText read = find_lots(record.object);
    if (read.numbers.empty()) return;
    lots_ = std::move(read.numbers);
    record.lot_number = fmt::format("{}", fmt::join(lots_, ", "));
    if (record.lot_title.empty()) record.lot_title = read.after;
    shared_ = !read.before.empty();
    if (shared_)
        record.object = std::string(read.before);
    else if (!group_)
        record.lot_title = record.object;
}

void LotNaming::count(const std::optional<core::Euros>& amount) {
    if (!in_group_) return;
    ++group_->lots;
    if (amount)
        group_->sum += *amount;
    else
        group_->all_known = false;
}

int LotNaming::year_of(const TenderRecord& record, const TenderValues& values) {
    if (options_.year) return *options_.year;
    if (kind_ == RecordKind::single_market) return 0;
    if (in_group_ && group_->year) return *group_->year;
    int year = record.notified_on ? static_cast<int>(record.notified_on->year()) : 0;
    if (const auto cell = core::parse_scaled(values.raw(Field::year).text, 1, true); cell && *cell > 0 && *cell < 10000)
        year = static_cast<int>(*cell);
    if (in_group_) group_->year = year;
    return year;
}

void LotNaming::refer(TenderRecord& record, TenderValues& values) {
    if (record.reference.empty()) {
        const bool holders_tell_apart = kind_ != RecordKind::decp;
        record.reference = derived_reference(shared_ ? shared_content(record, year_of(record, values))
                                                     : row_content(record, holders_tell_apart));
        record.reference_derived = true;
        if (!shared_ || told_.insert(record.reference).second)
            values.remark(
                Remark::reference_derived,
                fmt::format("le marché n’a pas de référence ; il reçoit {}, tirée de son contenu", record.reference));
    }
    if (!shared_ || (!record.reference_derived && kind_ != RecordKind::single_market)) return;
    const std::string number = seen_.settle(record);
    if (number.empty()) return;
    values.remark(
        Remark::lot_number_twice,
        fmt::format("un autre lot du même marché porte le numéro {} ; celui-ci devient {}", record.lot_number, number));
    record.lot_number = number;
}

}  // namespace clausier::domain
