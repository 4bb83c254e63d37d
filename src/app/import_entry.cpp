// The works done on one import: looking at its columns, reading it whole, applying it.
#include "import_entry.hpp"

#include "clausier/core/measured_sink.hpp"
#include "clausier/domain/mapping.hpp"

namespace clausier::app {
namespace {

// Takes the first rows of a file, then has had enough.
class HeadSink final : public core::RowSink {
public:
    bool row(const core::Row& row) override {
        head.add(row);
        return head.size() < domain::Head::wanted;
    }
    domain::Head head;
};

core::Progress progress_of(ImportEntry& entry) {
    entry.done = 0;
    return [&entry](std::uint64_t done, std::uint64_t total) {
        entry.done = done;
        entry.total = total;
        return !entry.cancelled;
    };
}

SheetFile sheet_file(const ImportEntry& entry, const domain::ImportDraft& draft) {
    return {entry.path(), draft.file, draft.choices.sheet, draft.choices.keep_before_fault};
}

bool names_a_buyer(const domain::Mapping& mapping) {
    return mapping.column(domain::Field::buyer_id) || mapping.column(domain::Field::buyer_name);
}

IntakeOptions intake_options(const ImportEntry& entry, const domain::ImportDraft& draft) {
    const domain::ImportChoices& choices = draft.choices;
    IntakeOptions options;
    options.profile = choices.profile;
    options.choices = choices.columns;
    options.header_row = draft.header_row;  // as it was shown
    options.file_name = draft.file;
    options.folder = entry.scratch->path();
    if (!choices.buyer.empty()) options.tender.buyer = domain::parse_buyer(choices.buyer);
    options.tender.year = choices.year;
    options.tender.market_title = choices.market_title;
    options.tender.market_reference = choices.market_reference;
    return options;
}

}  // namespace

domain::ImportDraft look_at(const ImportWorkshop& workshop, ImportEntry& entry, domain::ImportDraft draft) {
    const std::lock_guard lock(entry.work);
    entry.session.reset();
    if (draft.sheets.empty()) draft.sheets = workshop.reader.sheets(sheet_file(entry, draft));
    HeadSink sink;
    draft.remarks = workshop.reader.rows(sheet_file(entry, draft), sink, progress_of(entry));
    const domain::ImportChoices& choices = draft.choices;
    const domain::Recognition found = domain::look(sink.head, choices.profile, choices.columns, choices.header_row);
    draft.profile = found.mapping.profile.name;
    draft.profile_label = found.mapping.profile.label;
    draft.header_row = found.mapping.header_row;
    draft.columns = domain::column_previews(found.mapping);
    draft.missing = found.missing;
    draft.needs_buyer = !names_a_buyer(found.mapping) && choices.buyer.empty();
    draft.unknown = {};
    draft.outcome.reset();
    draft.step = domain::ImportStep::columns;
    return draft;
}

domain::ImportDraft read_whole(const ImportWorkshop& workshop, ImportEntry& entry, domain::ImportDraft draft,
                               bool settled) {
    const std::lock_guard lock(entry.work);
    entry.session.reset();
    auto session = std::make_unique<ImportSession>(Session{workshop.clock, draft.actor}, workshop.base, entry.path(),
                                                   intake_options(entry, draft));
    core::MeasuredSink rows(session->sink());
    draft.remarks = workshop.reader.rows(sheet_file(entry, draft), rows, progress_of(entry));
    draft.unknown = session->read().unknown;
    draft.outcome.reset();
    if (!settled && draft.unknown.undecided() > 0) {
        draft.step = domain::ImportStep::values;
    } else {
        draft.outcome = outcome(session->preview(), draft.file);
        draft.step = domain::ImportStep::check;
    }
    entry.columns = rows.columns();
    entry.session = std::move(session);
    return draft;
}

domain::ImportDraft apply_read(ImportEntry& entry, domain::ImportDraft draft) {
    const std::lock_guard lock(entry.work);
    draft.outcome = entry.session->apply();
    draft.step = domain::ImportStep::applied;
    return draft;
}

}  // namespace clausier::app
