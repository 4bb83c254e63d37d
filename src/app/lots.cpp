// Collects the lots of a sheet.
#include "clausier/app/lots.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "clausier/core/text.hpp"
#include "clausier/domain/import_remarks.hpp"
#include "clausier/domain/lot_figures.hpp"

namespace clausier::app {
namespace {

using domain::Field;

// What makes two rows one lot, as in an import, and the same content besides: another amount is another lot.
std::string key_of(const domain::TenderRecord& record) {
    const auto amount = record.amount ? record.amount : record.amount_estimated;
    return record.buyer.identifier.text + '\n' + record.buyer.name + '\n' + record.reference + '\n' + record.object +
           '\n' + record.lot_number + '\n' + record.lot_title + '\n' + (amount ? core::decimal(*amount) : "");
}

constexpr std::string_view estimate_profile = "lots-estimes";
constexpr std::size_t told_bytes = 60;  // of the text by which a line is told

bool holds_letters(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
    });
}

// The column that may be the lots' titles, in a table of lots where none is known as such: the likeliest, else the
// first that holds words.
const domain::Column* likely_title(const domain::Mapping& mapping) {
    if (mapping.profile.record != domain::RecordKind::single_market || mapping.column(Field::lot_title) ||
        mapping.column(Field::object) || mapping.column(Field::trade))
        return nullptr;
    const domain::Column* first = nullptr;
    for (const domain::Column& column : mapping.columns) {
        if (column.how != domain::How::none || column.samples.empty() || !holds_letters(column.samples.front()))
            continue;
        for (const domain::Suggestion& one : column.suggestions)
            if (one.field == Field::lot_title) return &column;
        if (!first && !column.header.empty()) first = &column;
    }
    return first;
}

// The first text of a row, short: what a line left out is told by.
std::string excerpt(const core::Row& row) {
    for (const core::Cell& cell : row.cells) {
        std::string text = core::collapse(cell.text);
        if (text.empty()) continue;
        if (text.size() <= told_bytes) return text;
        std::size_t end = told_bytes;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
        return text.substr(0, end) + "…";
    }
    return "";
}

std::string_view place_of(Field field) {
    switch (field) {
        case Field::duration_months:
            return "la durée se donne pour tout le marché, dans le dossier";
        case Field::labour_share:
        case Field::effort_rate:
        case Field::hourly_cost:
        case Field::hours:
            return "ce chiffre se donne dans un scénario du dossier";
        default:
            return "un lot de dossier n’en garde rien";
    }
}

bool taken_by_lots(Field field) {
    static constexpr std::array taken = {Field::lot_number, Field::lot_title, Field::object, Field::trade,
                                         Field::cpv,        Field::amount,    Field::nature, Field::amount_estimated,
                                         Field::technique};
    return std::find(taken.begin(), taken.end(), field) != taken.end();
}

}  // namespace

std::vector<core::Issue> unused_columns(const domain::Mapping& mapping) {
    std::vector<core::Issue> out;
    for (const domain::Column& column : mapping.columns) {
        if (taken_by_lots(column.field) || column.samples.empty()) continue;
        const std::string name =
            column.header.empty() ? core::column_letters(column.index) : "« " + column.header + " »";
        out.push_back({core::Severity::info, "colonne_non_reprise", "colonne " + name,
                       "elle n’est pas reprise\u00a0; " + std::string(place_of(column.field))});
    }
    return out;
}

struct LotCollector::State {
    std::string profile;
    std::vector<domain::Choice> choices;
    std::optional<std::uint64_t> header_row;
    domain::Head head;
    std::optional<domain::Mapping> mapping;
    std::optional<domain::TenderReader> reader;
    std::vector<FileLot> lots;
    std::vector<FileRemark> remarks;
    std::vector<FileRemark> passed_over;
    std::map<std::string, std::uint64_t> seen;  // a lot's figures → its first line
    std::size_t columns = 0;
    std::uint64_t last_line = 0;
    bool guessed = false;  // the column of titles

    void begin() {
        mapping = domain::recognise(head, profile, choices, header_row);
        find_title();
        domain::TenderOptions options;
        // Lots are computed whoever buys them: a name keeps their rows from being rejected, and is never shown.
        options.buyer.name = "acheteur";
        reader.emplace(*mapping, options);
        for (std::size_t i = 0; i < head.size(); ++i) take(head.row(i));
    }

    // Without a column of titles the lots would all be called as the title above the table.
    void find_title() {
        const domain::Column* title = likely_title(*mapping);
        if (!title) return;
        const std::string header = title->header;
        guessed = true;
        choices.push_back({"", Field::lot_title, title->index});
        mapping = domain::recognise(head, mapping->profile.name, choices, header_row);
        remarks.push_back(
            {mapping->header_row, core::warning("intitule_suppose", "la colonne « " + header +
                                                                        " » est prise pour l’intitulé des lots\u00a0; "
                                                                        "vérifiez que c’est bien elle")});
    }

    void take(const core::Row& row) {
        const domain::RowReading& reading = reader->read(row);
        last_line = row.number;
        if (reading.status == domain::RowStatus::ignored && reading.reason != "vide") pass_over(row, reading);
        for (const core::Issue& issue : reading.issues)
            remark(row.number, issue, reading.status == domain::RowStatus::rejected && issue.code == reading.reason);
        for (const domain::TenderRecord& record : reading.records) {
            lots.push_back({row.number, figures_of(record, row), key_of(record)});
            drop_repetition();
        }
    }

    // A lot without a title of its own is called as its column of trades says, never as the title above the table.
    [[nodiscard]] domain::LotFigures figures_of(const domain::TenderRecord& record, const core::Row& row) const {
        domain::LotFigures out = domain::figures_of(record);
        if (mapping->profile.record != domain::RecordKind::single_market || !record.lot_title.empty() ||
            mapping->column(Field::object))
            return out;
        const domain::Column* trade = mapping->column(Field::trade);
        out.title = trade ? core::collapse(row.cell(trade->index).text) : "";
        return out;
    }

    void pass_over(const core::Row& row, const domain::RowReading& reading) {
        core::Issue issue = core::warning(std::string(reading.reason), std::string(reading.text));
        issue.severity = core::Severity::info;
        issue.where = "ligne " + std::to_string(row.number) + ", « " + excerpt(row) + " »";
        passed_over.push_back({row.number, std::move(issue), true});
    }

    void remark(std::uint64_t line, core::Issue issue, bool left_out = false) {
        // A reference stands for a market: where only lots are taken it says nothing.
        if (issue.code == domain::info(domain::Remark::reference_derived).code) return;
        if (!issue.where.starts_with("ligne"))
            issue.where = "ligne " + std::to_string(line) + (issue.where.empty() ? "" : ", " + issue.where);
        remarks.push_back({line, std::move(issue), left_out});
    }

    // A lot that repeats another is not counted twice, as in an import; its line says so.
    void drop_repetition() {
        const std::uint64_t line = lots.back().line;
        const auto [known, fresh] = seen.emplace(lots.back().key, line);
        if (fresh) return;
        lots.pop_back();
        remark(line,
               core::warning("doublon", "ce lot répète celui de la ligne " + std::to_string(known->second) +
                                            " ; il n’est pas compté une seconde fois"),
               true);
    }
};

LotCollector::LotCollector(std::string profile, std::vector<domain::Choice> choices,
                           std::optional<std::uint64_t> header_row)
    : state_(std::make_unique<State>()) {
    state_->profile = std::move(profile);
    state_->choices = std::move(choices);
    state_->header_row = header_row;
}

LotCollector::~LotCollector() = default;

bool LotCollector::row(const core::Row& row) {
    state_->columns = std::max(state_->columns, row.cells.size());
    if (state_->reader) {
        state_->take(row);
    } else {
        state_->head.add(row);
        if (state_->head.size() == domain::Head::wanted) state_->begin();
    }
    return true;
}

void LotCollector::finish() {
    if (!state_->reader && state_->head.size() > 0) state_->begin();
    if (!state_->reader)
        throw core::Error(core::ErrorKind::invalid, "",
                          "aucune ligne n’a été lue ; vérifiez le fichier ou choisissez --feuille");
    for (const core::Issue& issue : state_->reader->finish()) state_->remark(state_->last_line, issue);
    if (state_->lots.empty())
        throw core::Error(
            core::ErrorKind::invalid, "",
            "aucun lot n’a été trouvé ; vérifiez que le tableau a une colonne d’intitulé et une de montant");
}

const domain::Mapping& LotCollector::mapping() const { return *state_->mapping; }
const std::vector<FileLot>& LotCollector::lots() const { return state_->lots; }
const std::vector<FileRemark>& LotCollector::remarks() const { return state_->remarks; }
const std::vector<FileRemark>& LotCollector::passed_over() const { return state_->passed_over; }

bool LotCollector::doubtful() const {
    const domain::Mapping& known = *state_->mapping;
    return state_->guessed || (!known.column(Field::lot_title) && !known.column(Field::object));
}

std::optional<domain::Recognition> LotCollector::looked() const {
    try {
        return domain::look(state_->head, estimate_profile, state_->choices, state_->header_row);
    } catch (const core::Error&) {
        return std::nullopt;
    }
}

std::size_t LotCollector::columns() const { return state_->columns; }
const domain::RowCounts& LotCollector::counts() const { return state_->reader->counts(); }

}  // namespace clausier::app
