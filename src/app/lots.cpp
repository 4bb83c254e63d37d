// Collects the lots of a sheet.
#include "clausier/app/lots.hpp"

#include <map>
#include <optional>

#include "clausier/domain/lot_figures.hpp"

namespace clausier::app {
namespace {

// What makes two rows one lot, as in an import, and the same content besides: another amount is another lot.
std::string key_of(const domain::TenderRecord& record) {
    const auto amount = record.amount ? record.amount : record.amount_estimated;
    return record.buyer.identifier.text + '\n' + record.buyer.name + '\n' + record.reference + '\n' + record.object +
           '\n' + record.lot_number + '\n' + record.lot_title + '\n' + (amount ? core::decimal(*amount) : "");
}

}  // namespace

struct LotCollector::State {
    std::string profile;
    std::vector<domain::Choice> choices;
    domain::Head head;
    std::optional<domain::Mapping> mapping;
    std::optional<domain::TenderReader> reader;
    std::vector<FileLot> lots;
    std::vector<FileRemark> remarks;
    std::map<std::string, std::uint64_t> seen;  // a lot's figures → its first line
    std::size_t columns = 0;
    std::uint64_t last_line = 0;

    void begin() {
        mapping = domain::recognise(head, profile, choices);
        domain::TenderOptions options;
        // Lots are computed whoever buys them: a name keeps their rows from being rejected, and is never shown.
        options.buyer.name = "acheteur";
        reader.emplace(*mapping, options);
        for (std::size_t i = 0; i < head.size(); ++i) take(head.row(i));
    }

    void take(const core::Row& row) {
        const domain::RowReading& reading = reader->read(row);
        last_line = row.number;
        for (const core::Issue& issue : reading.issues) remark(row.number, issue);
        for (const domain::TenderRecord& record : reading.records) {
            lots.push_back({row.number, domain::figures_of(record), key_of(record)});
            drop_repetition();
        }
    }

    void remark(std::uint64_t line, core::Issue issue) {
        if (!issue.where.starts_with("ligne"))
            issue.where = "ligne " + std::to_string(line) + (issue.where.empty() ? "" : ", " + issue.where);
        remarks.push_back({line, std::move(issue)});
    }

    // A lot that repeats another is not counted twice, as in an import; its line says so.
    void drop_repetition() {
        const std::uint64_t line = lots.back().line;
        const auto [known, fresh] = seen.emplace(lots.back().key, line);
        if (fresh) return;
        lots.pop_back();
        remark(line, core::warning("doublon", "ce lot répète celui de la ligne " + std::to_string(known->second) +
                                                  " ; il n’est pas compté une seconde fois"));
    }
};

LotCollector::LotCollector(std::string profile, std::vector<domain::Choice> choices)
    : state_(std::make_unique<State>()) {
    state_->profile = std::move(profile);
    state_->choices = std::move(choices);
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
std::size_t LotCollector::columns() const { return state_->columns; }
const domain::RowCounts& LotCollector::counts() const { return state_->reader->counts(); }

}  // namespace clausier::app
