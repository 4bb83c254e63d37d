// Reads tender rows one by one into records of awarded lots.
#include "clausier/domain/tender.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "clausier/core/codes.hpp"
#include "clausier/core/french.hpp"
#include "clausier/core/text.hpp"
#include "lot_naming.hpp"
#include "tender_essential.hpp"
#include "tender_rows.hpp"
#include "tender_values.hpp"

namespace clausier::domain {
namespace {

struct Rejection {
    Remark remark;
    std::string_view text;
};
constexpr Rejection no_buyer = {Remark::buyer_absent,
                                "la ligne ne nomme pas d’acheteur ; donnez celui du fichier (nom ou SIRET)"};
constexpr Rejection nothing_named = {
    Remark::row_incomplete, "la ligne n’a ni objet, ni référence, ni titulaire avec un montant ; complétez-la"};

constexpr std::string_view framework_nature = "Accord-cadre";

}  // namespace

struct TenderReader::State {
    State(Mapping the_mapping, TenderOptions the_options)
        : mapping(std::move(the_mapping)), options(std::move(the_options)) {}

    const RowReading& read(const core::Row& row);
    const RowReading& ignore(RowClass row_class);
    const RowReading& reject(const Rejection& rejection);
    void read_buyer(TenderRecord& record);
    void read_market(TenderRecord& record);
    void read_bracket(TenderRecord& record);
    void find_section(TenderRecord& record);
    void read_lot(TenderRecord& record);
    void read_amounts(TenderRecord& record);
    void read_holders(TenderRecord& record);
    void spread(const std::vector<LotAmount>& amounts);
    void remark_absences(const TenderRecord& record);

    Mapping mapping;
    TenderOptions options;
    RowCounts counts;
    RowReading reading;
    RowClassifier classifier{mapping};
    TenderValues values{mapping, options.today, options.decisions, options.buyers};
    LotNaming naming{mapping.profile.record, options};
    EssentialReader essential{values};
    CodeList natures{"nature"}, procedures{"procedure"}, place_types{"type_lieu"}, techniques{"technique"};
    CodeList sections{"section"}, social{"considerations_sociales"}, environmental{"considerations_environnementales"};
    std::vector<TenderRecord> records{1};  // kept between rows for their memory
    std::size_t used = 0;                  // of them, by this row
    std::uint64_t last_number = 0;
    TenderParty party;
    std::string scratch;
    std::vector<core::Issue> last_issues;
};

const RowReading& TenderReader::State::ignore(RowClass row_class) {
    ++counts.ignored;
    const RowClassInfo& known = info(row_class);
    reading = {RowStatus::ignored, known.reason, known.text, {}, values.issues()};
    return reading;
}

const RowReading& TenderReader::State::reject(const Rejection& rejection) {
    ++counts.rejected;
    values.remark(rejection.remark, rejection.text);
    reading = {RowStatus::rejected, info(rejection.remark).code, rejection.text, {}, values.issues()};
    return reading;
}

const RowReading& TenderReader::State::read(const core::Row& row) {
    values.begin(row);
    if (row.number == mapping.header_row) {
        reading = {RowStatus::header, {}, {}, {}, {}};
        return reading;
    }
    ++counts.read;
    // Rows that the file does not store, between two numbers, are blank ones: they close a group as well.
    if (row.number > last_number + 1 && naming.has_lots()) naming.close(values.issues());
    last_number = row.number;
    const RowClass row_class = classifier.classify(row);
    if (row_class != RowClass::data) {
        if (row_class != RowClass::blank || naming.has_lots()) naming.close(values.issues());
        if (row_class == RowClass::group) naming.open(classifier.group(), row.number);
        return ignore(row_class);
    }
    TenderRecord& record = records.front();
    record.clear();
    record.line = row.number;
    record.record = values.record();
    used = 1;
    read_buyer(record);
    if (record.buyer.empty()) return reject(no_buyer);
    read_market(record);
    read_lot(record);
    read_holders(record);
    const bool named =
        !record.object.empty() || !record.lot_title.empty() || !record.reference.empty() || !record.lot_number.empty();
    if (!named && (record.holders.empty() || values.raw(Field::amount).text.empty())) return reject(nothing_named);
    remark_absences(record);
    naming.name(record, classifier.titles(), values);
    essential.read(record);
    read_amounts(record);
    if (mapping.profile.record == RecordKind::decp) essential.read_history(record);
    for (std::size_t i = 0; i < used; ++i) naming.refer(records[i], values);
    ++counts.kept;
    reading = {RowStatus::kept, {}, {}, std::span(records.data(), used), values.issues()};
    return reading;
}

void TenderReader::State::read_buyer(TenderRecord& record) {
    values.buyer(record.buyer);
    if (record.buyer.empty()) record.buyer = options.buyer;
    record.buyer_kind = options.buyer_kind;
}

void TenderReader::State::read_market(TenderRecord& record) {
    values.reference(Field::reference, record.reference);
    if (mapping.profile.record == RecordKind::decp) values.remark_characters(Field::reference, record.reference);
    values.text(Field::object, record.object);
    find_section(record);
    values.listed(Field::procedure, procedures, record.procedure);
    values.text(Field::operation, record.operation);
    values.text(Field::bracket, record.bracket);
    if (values.mapped(Field::bracket_min) || values.mapped(Field::bracket_max)) read_bracket(record);
    if (record.bracket.empty()) record.bracket = classifier.bracket();
}

// A bracket told by its bounds, in two columns.
void TenderReader::State::read_bracket(TenderRecord& record) {
    const auto low = values.amount(Field::bracket_min);
    const auto high = values.amount(Field::bracket_max);
    if (low && high)
        record.bracket = fmt::format("{} à {}", core::french::euros(*low), core::french::euros(*high));
    else if (low)
        record.bracket = fmt::format("{} et plus", core::french::euros(*low));
    else if (high)
        record.bracket = fmt::format("jusqu’à {}", core::french::euros(*high));
}

// Columns called « Nature » and « Type » hold the nature of the contract in some tables and « Services » or « Travaux »
// in others: each value goes where it is known.
void TenderReader::State::find_section(TenderRecord& record) {
    if (const auto rank = sections.find(values.raw(Field::nature).text))
        record.section = sections.official(*rank);
    else
        values.listed(Field::nature, natures, record.nature);
    scratch.clear();
    if (natures.find(values.raw(Field::section).text)) {
        if (record.nature.empty()) values.listed(Field::section, natures, record.nature);
    } else {
        values.listed(Field::section, sections, scratch);
    }
    if (!scratch.empty()) record.section = scratch;
    if (record.section.empty()) record.section = classifier.section();
}

void TenderReader::State::read_lot(TenderRecord& record) {
    values.text(Field::lot_number, record.lot_number);
    values.text(Field::lot_title, record.lot_title);
    values.cpv(Field::cpv, record.cpv);
    values.trade(Field::trade, record.trade);
    values.listed(Field::place_type, place_types, record.place_type);
    values.place(Field::place_code, record.place_type, record.place_code);
    record.notified_on = values.date(Field::notified_on);
    record.published_on = values.date(Field::published_on);
    record.consultation_on = values.date(Field::consultation_on);
    record.estimated_need = values.amount(Field::estimated_need);
    record.duration_months = values.months(Field::duration_months);
    record.considerations = values.considerations(Field::social, social);
    record.environmental = values.considerations(Field::environmental, environmental);
    record.labour_share = values.rate(Field::labour_share);
    record.effort = values.rate(Field::effort_rate);
    record.hourly_cost = values.amount(Field::hourly_cost);
    record.hours = values.hours(Field::hours);
}

void TenderReader::State::read_amounts(TenderRecord& record) {
    const AmountRead read = values.amount_or_several(Field::amount);
    record.amount = read.amount;
    record.amount_min = values.amount(Field::amount_min);
    record.amount_max = values.amount(Field::amount_max);
    record.amount_estimated = values.amount(Field::amount_estimated);
    const bool framework =
        record.nature == framework_nature || values.names(Field::technique, techniques, framework_nature);
    if (framework && record.amount && !record.amount_max) {
        record.amount_max = record.amount;
        values.remark(Field::amount, Remark::amount_maximum,
                      "le montant d’un accord-cadre est son maximum estimé, pas un montant dû");
    }
    naming.count(record.amount);
    if (!read.by_lot.empty()) spread(read.by_lot);
}

void TenderReader::State::read_holders(TenderRecord& record) {
    static constexpr Field further[][3] = {{Field::holder2_id, Field::holder2_scheme, Field::holder2_name},
                                           {Field::holder3_id, Field::holder3_scheme, Field::holder3_name}};
    values.party(Field::holder_id, Field::holder_scheme, Field::holder_name, false, party);
    if (!party.empty()) record.holders.push_back(party);
    for (const auto& [id, scheme, name] : further) {
        if (!values.mapped(id) && !values.mapped(name)) continue;
        values.party(id, scheme, name, true, party);
        if (!party.empty()) record.holders.push_back(party);
    }
}

// One cell that gives an amount for each lot the row names becomes one record for each.
void TenderReader::State::spread(const std::vector<LotAmount>& amounts) {
    const std::vector<std::string>& lots = naming.lots();
    const bool same =
        lots.size() == amounts.size() && std::all_of(amounts.begin(), amounts.end(), [&](const LotAmount& a) {
            return std::find(lots.begin(), lots.end(), a.number) != lots.end();
        });
    if (!same) {
        values.remark(Field::amount, Remark::amount_several,
                      "la cellule porte plusieurs montants et la ligne ne nomme pas les mêmes lots ; le montant est "
                      "laissé inconnu, faites une ligne par lot");
        return;
    }
    records.resize(std::max(records.size(), amounts.size()));
    used = amounts.size();
    for (std::size_t i = 0; i < used; ++i) {
        if (i > 0) records[i] = records.front();
        records[i].lot_number = amounts[i].number;
        records[i].amount = amounts[i].amount;
    }
    values.remark(Field::amount, Remark::amount_several,
                  fmt::format("la cellule porte {} montants ; chacun va à son lot", used));
}

void TenderReader::State::remark_absences(const TenderRecord& record) {
    if (record.object.empty() && record.lot_title.empty() && mapping.profile.record != RecordKind::single_market)
        values.remark(Remark::object_absent, "le marché n’a pas d’objet ; complétez-le");
    const bool expected = values.mapped(Field::holder_id) || values.mapped(Field::holder_name);
    if (expected && record.holders.empty())
        values.remark(Remark::holder_absent, "le lot n’a pas de titulaire ; complétez-le s’il est attribué");
}

TenderReader::TenderReader(Mapping mapping, TenderOptions options)
    : state_(std::make_unique<State>(std::move(mapping), std::move(options))) {}
TenderReader::~TenderReader() = default;
TenderReader::TenderReader(TenderReader&&) noexcept = default;
TenderReader& TenderReader::operator=(TenderReader&&) noexcept = default;

const RowReading& TenderReader::read(const core::Row& row) { return state_->read(row); }

std::span<const core::Issue> TenderReader::finish() {
    state_->naming.close(state_->last_issues);
    return state_->last_issues;
}

UnknownValues TenderReader::unknown() const { return state_->values.unlisted().list(); }

const RowCounts& TenderReader::counts() const { return state_->counts; }

TenderParty parse_buyer(std::string_view text) {
    if (const auto siret = core::Siret::parse(text)) return {{"SIRET", siret->text()}, {}};
    return {{}, core::collapse(text)};
}

}  // namespace clausier::domain
