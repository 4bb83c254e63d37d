// Recognition, mapping and staging of the rows of a file, beside their reading.
#include "clausier/app/intake.hpp"

#include <atomic>
#include <exception>
#include <optional>
#include <thread>

#include "nir_check.hpp"
#include "row_queue.hpp"

namespace clausier::app {

struct Intake::State {
    State(IntakeOptions asked, store::Aliases aliases)
        : options(std::move(asked)), staging(std::move(aliases), options.folder) {}

    IntakeOptions options;
    store::Staging staging;
    RowQueue queue;
    RowBatch filling;
    std::thread worker;
    std::exception_ptr failure;
    std::atomic<bool> abandoned = false;  // the reading stopped before its end
    std::uint64_t last_line = 0;

    domain::Head head;
    std::optional<domain::Mapping> mapping;
    std::optional<domain::TenderReader> reader;
    std::optional<NirCheck> nir;

    void work() noexcept {
        try {
            stage_all();
        } catch (...) {
            failure = std::current_exception();
            queue.close();
        }
    }

    void stage_all() {
        RowBatch batch;
        std::vector<core::Cell> cells;
        while (queue.take(batch)) {
            for (std::size_t i = 0; i < batch.size(); ++i) take(batch.row(i, cells));
            queue.give_back(std::move(batch));
        }
        if (abandoned) return;
        if (!reader && head.size() > 0) begin();
        if (!reader) return;
        for (const core::Issue& issue : reader->finish()) staging.issue(last_line, issue);
        staging.resolve();
    }

    void take(const core::Row& row) {
        if (reader) {
            stage(row);
            return;
        }
        head.add(row);
        if (head.size() == domain::Head::wanted) begin();
    }

    // Enough rows are there to know the table: the columns are recognised and the rows seen so far are staged.
    void begin() {
        mapping = domain::recognise(head, options.profile, options.choices, options.header_row);
        const bool names_buyers =
            mapping->column(domain::Field::buyer_id) || mapping->column(domain::Field::buyer_name);
        if (!names_buyers && options.tender.buyer.empty() && options.ask_buyer)
            options.tender.buyer = options.ask_buyer();
        nir.emplace(*mapping);
        reader.emplace(*mapping, options.tender);
        for (std::size_t i = 0; i < head.size(); ++i) stage(head.row(i));
    }

    void stage(const core::Row& row) {
        (*nir)(row);
        const domain::RowReading& reading = reader->read(row);
        if (reading.status == domain::RowStatus::header) return;  // read once, counted nowhere
        last_line = row.number;
        if (reading.status == domain::RowStatus::kept) {
            for (const domain::TenderRecord& record : reading.records) staging.add(record);
        } else {
            const bool rejected = reading.status == domain::RowStatus::rejected;
            staging.skip(row.number, rejected ? store::RowStatus::rejected : store::RowStatus::ignored, reading.reason,
                         reading.text);
        }
        for (const core::Issue& issue : reading.issues) staging.issue(row.number, issue);
    }
};

Intake::Intake(IntakeOptions options, store::Aliases aliases)
    : state_(std::make_unique<State>(std::move(options), std::move(aliases))) {
    state_->worker = std::thread([state = state_.get()] { state->work(); });
}

Intake::~Intake() {
    if (!state_->worker.joinable()) return;
    state_->abandoned = true;
    state_->queue.close();
    state_->queue.end();
    state_->worker.join();
}

bool Intake::row(const core::Row& row) {
    state_->filling.add(row);
    if (!state_->filling.full()) return true;
    if (!state_->queue.put(std::move(state_->filling))) return false;
    state_->filling = state_->queue.spare();
    return true;
}

void Intake::finish() {
    if (state_->filling.size() > 0) state_->queue.put(std::move(state_->filling));
    state_->queue.end();
    state_->worker.join();
    if (state_->failure) std::rethrow_exception(state_->failure);
    if (!state_->reader)
        throw core::Error(core::ErrorKind::invalid, "",
                          "aucune ligne n’a été lue ; vérifiez le fichier ou choisissez --feuille");
}

const domain::Mapping& Intake::mapping() const { return *state_->mapping; }
domain::UnknownValues Intake::unknown() const { return state_->reader->unknown(); }
const store::Staging& Intake::staging() const { return state_->staging; }

}  // namespace clausier::app
