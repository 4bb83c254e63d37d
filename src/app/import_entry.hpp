// One import of the room: its file, its draft, and the work that is done on it.
#pragma once
#include <atomic>
#include <memory>
#include <mutex>

#include "clausier/app/import_room.hpp"
#include "clausier/app/imports.hpp"
#include "clausier/store/scratch.hpp"

namespace clausier::app {

struct ImportEntry {
    ImportEntry(store::Database& whole, domain::Viewer viewer) : base(whole.as(std::move(viewer))) {}

    store::Database base;  // as who makes the import sees it
    // What changes under the room's lock.
    domain::ImportDraft draft;
    bool busy = false;  // a work is waiting or going on

    std::atomic<std::uint64_t> done = 0;
    std::atomic<std::uint64_t> total = 0;
    std::atomic<bool> cancelled = false;

    // What changes under `work`, held by whoever uses the session.
    std::mutex work;
    std::shared_ptr<store::Scratch> scratch;  // holds the file and its staging
    std::unique_ptr<ImportSession> session;
    std::size_t columns = 0;  // the widest row

    [[nodiscard]] std::filesystem::path path() const { return scratch->path() / "fichier"; }
};

// What the works need; they run in the room's thread, without its lock.
struct ImportWorkshop {
    store::Database& base;
    const core::Clock& clock;
    const SheetReader& reader;
};

// Each takes the draft as it stood and gives it back as it stands after; faults of the file are thrown.
domain::ImportDraft look_at(const ImportWorkshop& workshop, ImportEntry& entry, domain::ImportDraft draft);
// `settled`: nothing is asked about values any more.
domain::ImportDraft read_whole(const ImportWorkshop& workshop, ImportEntry& entry, domain::ImportDraft draft,
                               bool settled);
domain::ImportDraft apply_read(ImportEntry& entry, domain::ImportDraft draft);

}  // namespace clausier::app
