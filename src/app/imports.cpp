// Stages, compares, applies and undoes imports.
#include "clausier/app/imports.hpp"

#include <algorithm>
#include <fstream>
#include <future>

#include "clausier/core/digest.hpp"
#include "clausier/store/import_decisions.hpp"
#include "clausier/store/import_undo.hpp"
#include "clausier/store/organisations.hpp"
#include "clausier/store/pieces.hpp"
#include "clausier/store/scratch.hpp"

namespace clausier::app {
namespace {

constexpr std::int64_t kChangesShown = 50;

// What the base knows that the reading of a file needs.
store::Aliases complete(IntakeOptions& options, store::Database& base) {
    store::Transaction tx = base.read();
    store::Organisations organisations(tx);
    domain::Decisions decisions = store::ImportDecisions(tx).all();
    for (domain::Decision& decision : options.tender.decisions.list()) decisions.set(std::move(decision));
    options.tender.decisions = std::move(decisions);
    for (domain::Organisation& buyer : organisations.list("", store::Organisations::Among::buyers))
        options.tender.buyers.push_back({std::move(buyer.identifier), std::move(buyer.name)});
    return organisations.aliases();
}

std::string file_digest(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    core::Sha256 digest;
    std::string block(1 << 16, '\0');
    while (in.read(block.data(), static_cast<std::streamsize>(block.size())), in.gcount() > 0)
        digest.update(std::string_view(block).substr(0, static_cast<std::size_t>(in.gcount())));
    if (in.bad())
        throw core::Error(core::ErrorKind::unavailable, file.string(), "la lecture du fichier a échoué ; recommencez");
    return digest.finish();
}

// The file of an import: its fingerprint, and its copy where the base keeps files.
struct Original {
    std::string sha256;
    std::unique_ptr<store::ArrivingPiece> piece;
};
Original original_of(const store::Database& base, const std::filesystem::path& file) {
    if (base.in_memory()) return {file_digest(file), nullptr};
    auto piece = std::make_unique<store::ArrivingPiece>(base.pieces_folder(), file);
    return {piece->hash(), std::move(piece)};
}

void count_faults(const store::Staging& staging, ImportPreview& preview) {
    staging.visit_issues([&](std::uint64_t line, const core::Issue& issue) {
        FaultKind& kind = preview.faults[issue.code];
        if (kind.count++ == 0) {
            kind.severity = issue.severity;
            kind.first = issue;
            if (kind.first.where.find("ligne") == std::string::npos)
                kind.first.where = "ligne " + std::to_string(line) + (issue.where.empty() ? "" : ", " + issue.where);
        }
        if (issue.severity != core::Severity::info) ++preview.warnings;
        return true;
    });
    staging.visit_skipped([&](const store::SkippedRow& row) {
        ++preview.skipped[row.reason];
        return true;
    });
}

domain::ImportOutcome recorded(const store::Import& import) {
    domain::ImportOutcome out;
    out.id = import.id.value;
    out.at = import.meta.at;
    out.file = import.meta.file_name;
    out.profile = import.meta.profile;
    out.undone = import.undone_at.has_value();
    out.rows_read = import.rows.read;
    out.rows_kept = import.rows.kept;
    out.rows_ignored = import.rows.ignored;
    out.rows_rejected = import.rows.rejected;
    out.markets_new = import.difference.markets_new;
    out.markets_changed = import.difference.markets_changed;
    out.markets_same = import.difference.markets_same;
    out.lots = import.difference.lots();
    out.warnings = import.warnings;
    return out;
}

// A change with its values as decimals, not as the integers that are stored.
domain::ValueChange shown(const store::FieldChange& change) {
    const bool decimal =
        change.column.ends_with("_cents") || change.column.ends_with("_centi") || change.column.ends_with("_bp");
    const auto value = [&](const std::optional<std::string>& text) {
        if (!text || !decimal) return text.value_or("");
        const auto parts = core::parse_scaled(*text, 1);
        return parts ? core::decimal(*parts, 100) : *text;
    };
    return {change.buyer, change.reference, change.lot_number, change.field, value(change.before), value(change.after)};
}

// What only the preview knows: faults, reasons, changes, columns left undecided.
void add_details(domain::ImportOutcome& out, const ImportPreview& preview) {
    for (const auto& [code, kind] : preview.faults) out.faults.push_back({code, kind.severity, kind.count, kind.first});
    for (const auto& [reason, count] : preview.skipped) out.skipped.push_back({reason, count});
    for (const store::FieldChange& change : preview.changes) out.changes.push_back(shown(change));
    out.unknown = preview.unknown;
    for (const domain::Column* column : preview.mapping.unresolved()) {
        std::string text = "« " + column->header + " »";
        for (const domain::Suggestion& suggestion : column->suggestions)
            text += (text.find("peut-être") == std::string::npos ? " (peut-être " : ", ") +
                    std::string(domain::info(suggestion.field).key);
        out.undecided.push_back(text + " ; --colonne \"" + column->header + "=champ\" en décide)");
    }
}

[[noreturn]] void nothing_kept(const ImportPreview& preview, const store::Staging& staging) {
    core::Issue first{
        core::Severity::error, "aucune_ligne_retenue", "",
        "Aucune ligne ne peut être retenue\u00a0; vérifiez la ligne des titres, ce que donne chaque colonne "
        "et l’acheteur"};
    if (preview.rows.read == 0)
        first.text =
            "Le fichier n’a aucune ligne sous celle des titres\u00a0; choisissez une autre feuille, une autre ligne "
            "des titres ou un autre fichier";
    staging.visit_skipped([&](const store::SkippedRow& row) {
        if (row.status == store::RowStatus::rejected)
            first.text += " (ligne " + std::to_string(row.line) + " : " + row.text + ")";
        return row.status != store::RowStatus::rejected;
    });
    throw core::Error(core::ErrorKind::invalid, {first});
}

}  // namespace

ImportSession::ImportSession(Session session, store::Database& base, std::filesystem::path file, IntakeOptions options)
    : session_(std::move(session)), base_(base), file_(std::move(file)) {
    store::Scratch::sweep(options.folder);
    options.tender.today = session_.clock.today();
    name_ = options.file_name.empty() ? file_.filename().string() : options.file_name;
    store::Aliases aliases = complete(options, base);
    intake_ = std::make_unique<Intake>(std::move(options), std::move(aliases));
}

const ImportPreview& ImportSession::read() {
    if (read_) return *read_;
    intake_->finish();
    auto read = std::make_unique<ImportPreview>();
    read->mapping = intake_->mapping();
    read->unknown = intake_->unknown();
    read->rows = intake_->staging().counts();
    count_faults(intake_->staging(), *read);
    if (read->rows.kept == 0) nothing_kept(*read, intake_->staging());
    read_ = std::move(read);
    return *read_;
}

const ImportPreview& ImportSession::preview() {
    read();
    if (compared_) return *read_;
    store::Transaction tx = base_.read(intake_->staging().attachment());
    store::Difference difference(tx);
    read_->difference = difference.counts();
    read_->changes = difference.changes(kChangesShown);
    compared_ = true;
    return *read_;
}

domain::ImportOutcome ImportSession::apply() {
    read();
    store::ImportMeta meta{session_.clock.now(), session_.actor, name_, "", std::nullopt, read_->mapping.profile.name};
    // The original is kept, so that what was read can be read again: copied beside the writing of the rows. Where these
    // are refused, the writer is given back before the copy is waited for.
    auto copy = std::async(std::launch::async, [this] { return original_of(base_, file_); });
    store::Transaction tx = base_.write(intake_->staging().attachment());
    const store::Import done =
        store::Imports(tx).apply(intake_->staging(), std::move(meta), kChangesShown, [&](store::ImportMeta& told) {
            const Original original = copy.get();
            told.file_sha256 = original.sha256;
            if (!original.piece) return;
            told.piece_hash =
                store::Pieces(tx, base_.pieces_folder()).add(*original.piece, told.file_name, told.at).hash;
        });
    tx.commit();
    read_->changes = done.changes;
    domain::ImportOutcome out = recorded(done);
    out.warnings = read_->warnings;
    add_details(out, *read_);
    return out;
}

std::map<std::uint64_t, domain::LineRemarks> ImportSession::remarks() const {
    std::map<std::uint64_t, domain::LineRemarks> out;
    intake_->staging().visit_skipped([&](const store::SkippedRow& row) {
        domain::LineRemarks& line = out[row.line];
        line.kept = false;
        line.rejected = row.status == store::RowStatus::rejected;
        line.issues.push_back(core::fault(row.reason, row.text));
        return true;
    });
    intake_->staging().visit_issues([&](std::uint64_t line, const core::Issue& issue) {
        std::vector<core::Issue>& said = out[line].issues;
        // A rejected row has its reason already.
        const bool known = std::any_of(said.begin(), said.end(), [&](const core::Issue& i) {
            return i.code == issue.code && i.text == issue.text;
        });
        if (!known) said.push_back(issue);
        return true;
    });
    return out;
}

domain::ImportOutcome outcome(const ImportPreview& preview, const std::string& file) {
    store::Import tried;
    tried.meta.file_name = file;
    tried.meta.profile = preview.mapping.profile.name;
    tried.rows = preview.rows;
    tried.difference = preview.difference;
    tried.warnings = preview.warnings;
    domain::ImportOutcome out = recorded(tried);
    out.id.reset();
    add_details(out, preview);
    return out;
}

std::vector<domain::ImportOutcome> list_imports(store::Database& base, std::int64_t limit, std::int64_t offset) {
    store::Transaction tx = base.read();
    std::vector<domain::ImportOutcome> out;
    for (const store::Import& import : store::Imports(tx).list(limit, offset)) out.push_back(recorded(import));
    return out;
}

domain::ImportOutcome find_import(store::Database& base, std::int64_t id) {
    store::Transaction tx = base.read();
    store::Imports imports(tx);
    domain::ImportOutcome out = recorded(imports.find({id}));
    const std::vector<core::Issue> issues = imports.issues({id});
    for (const store::IssueCount& kind : imports.issue_counts({id})) {
        const auto first = std::find_if(issues.begin(), issues.end(), [&](const core::Issue& issue) {
            return issue.code == kind.code && issue.severity == kind.severity;
        });
        out.faults.push_back(
            {kind.code, kind.severity, kind.occurrences, first == issues.end() ? core::Issue{} : *first});
    }
    for (const auto& [reason, count] : imports.skip_counts({id})) out.skipped.push_back({reason, count});
    return out;
}

std::vector<core::Issue> undo_obstacles(store::Database& base, std::int64_t id) {
    store::Transaction tx = base.read();
    return store::ImportUndo(tx).obstacles({id});
}

domain::ImportOutcome undo_import(Session session, store::Database& base, std::int64_t id) {
    store::Transaction tx = base.write();
    const store::Import done = store::ImportUndo(tx).undo({id}, session.clock.now(), session.actor);
    tx.commit();
    return recorded(done);
}

}  // namespace clausier::app
