// The imports in progress, the queue of their works, and the thread that does them.
#include "clausier/app/import_room.hpp"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

#include "clausier/app/decisions.hpp"
#include "clausier/core/interrupted.hpp"
#include "clausier/core/secret.hpp"
#include "clausier/store/pieces.hpp"
#include "import_entry.hpp"

namespace clausier::app {

using core::Error;
using core::ErrorKind;
using domain::ImportDraft;
using domain::ImportStep;

namespace {

using Entry = std::shared_ptr<ImportEntry>;
using Work = ImportDraft (*)(const ImportWorkshop&, ImportEntry&, ImportDraft);

struct Job {
    Entry entry;
    Work work;
    ImportStep back;  // where the import stands again when the work is refused
};

ImportDraft look_work(const ImportWorkshop& w, ImportEntry& e, ImportDraft d) { return look_at(w, e, std::move(d)); }
ImportDraft read_work(const ImportWorkshop& w, ImportEntry& e, ImportDraft d) {
    return read_whole(w, e, std::move(d), false);
}
ImportDraft settled_work(const ImportWorkshop& w, ImportEntry& e, ImportDraft d) {
    return read_whole(w, e, std::move(d), true);
}
ImportDraft apply_work(const ImportWorkshop&, ImportEntry& e, ImportDraft d) { return apply_read(e, std::move(d)); }

bool is_over(ImportStep step) {
    return step == ImportStep::applied || step == ImportStep::abandoned || step == ImportStep::failed;
}

// The file moved, or copied where the folders are on two disks.
void move_file(const std::filesystem::path& from, const std::filesystem::path& to) {
    std::error_code fault;
    std::filesystem::rename(from, to, fault);
    if (!fault) return;
    std::filesystem::copy_file(from, to, fault);
    if (fault)
        throw Error(ErrorKind::unavailable, "fichier", "il ne peut pas être gardé ; vérifiez la place libre du disque");
    std::filesystem::remove(from, fault);
}

void sweep_pieces(store::Database& base) {
    if (base.in_memory()) return;
    try {
        store::Transaction tx = base.write();
        store::Pieces(tx, base.pieces_folder()).sweep();
        tx.commit();
    } catch (const Error&) {
        // The base is at work: what is left over is swept another time.
    }
}

// Files go without the lock held where they may be large; none is in use, `busy` being false.
void forget_file(ImportEntry& entry) {
    const std::lock_guard work(entry.work);
    entry.session.reset();
    entry.scratch.reset();
}

void require(const ImportEntry& entry, std::initializer_list<ImportStep> steps) {
    const ImportStep step = entry.draft.step;
    if (!entry.busy && std::find(steps.begin(), steps.end(), step) != steps.end()) return;
    throw Error(ErrorKind::conflict, "import de " + entry.draft.file,
                "il en est à l’étape « " + std::string(text(step)) + " » ; affichez-le de nouveau");
}

void require_readable(const ImportDraft& draft) {
    if (draft.can_be_read()) return;
    std::vector<core::Issue> issues;
    if (draft.columns.empty())
        issues.push_back(
            {core::Severity::error, "feuille_vide", "feuille", "elle n’a pas de ligne ; choisissez-en une autre"});
    if (!draft.missing.empty())
        issues.push_back({core::Severity::error, "colonnes_absentes", "colonnes",
                          "il manque " + draft.missing + " ; dites quelle colonne l’est"});
    if (draft.needs_buyer)
        issues.push_back({core::Severity::error, "acheteur_absent", "acheteur",
                          "aucune colonne ne nomme l’acheteur ; donnez son nom ou son SIRET"});
    throw Error(ErrorKind::invalid, std::move(issues));
}

}  // namespace

struct ImportRoom::State {
    State(store::Database& the_base, const core::Clock& the_clock, SheetReader the_reader, RoomOptions the_options)
        : base(the_base),
          clock(the_clock),
          reader(std::move(the_reader)),
          options(std::move(the_options)),
          scratch(options.folder) {}

    store::Database& base;
    const core::Clock& clock;
    const SheetReader reader;
    const RoomOptions options;
    store::Scratch scratch;

    std::mutex lock;
    std::condition_variable wanted;   // by the thread: there is work, or the end
    std::condition_variable changed;  // by those who wait for a step
    std::map<std::string, Entry, std::less<>> entries;
    std::deque<Job> queue;
    bool stopping = false;
    std::thread thread;

    void run();
    void do_job(const Job& job);
    void finish(const Job& job, ImportDraft draft);
    void drop_expired();
    void make_room();
    Entry visit(std::string_view id, std::string_view actor);
    void start(const Entry& entry, Work work, ImportStep step);
    ImportDraft snapshot(const Entry& entry);
};

void ImportRoom::State::run() {
    std::unique_lock guard(lock);
    while (!stopping) {
        drop_expired();
        // Woken from time to time so that what nobody visits any more goes.
        wanted.wait_for(guard, std::chrono::minutes(1), [this] { return stopping || !queue.empty(); });
        if (stopping || queue.empty()) continue;
        const Job job = std::move(queue.front());
        queue.pop_front();
        guard.unlock();
        do_job(job);
        guard.lock();
    }
}

void ImportRoom::State::do_job(const Job& job) {
    ImportDraft draft;
    {
        const std::lock_guard guard(lock);
        draft = job.entry->draft;
    }
    draft.faults.clear();
    draft.complete = 0;
    try {
        draft = job.work({job.entry->base, clock, reader}, *job.entry, std::move(draft));
    } catch (const Error& error) {
        const std::lock_guard guard(lock);
        draft = job.entry->draft;
        draft.faults = error.issues();
        const auto* interrupted = dynamic_cast<const core::Interrupted*>(&error);
        draft.complete = interrupted ? interrupted->complete() : 0;
        // Another sheet, other columns, what precedes a fault may do; a file that cannot be opened will not.
        const bool hopeless =
            job.back == ImportStep::columns && draft.columns.empty() && draft.sheets.size() < 2 && draft.complete == 0;
        draft.step = hopeless ? ImportStep::failed : job.back;
    } catch (const std::exception&) {
        const std::lock_guard guard(lock);
        draft = job.entry->draft;
        draft.faults = {{core::Severity::error, "interne", draft.file,
                         "l’import a échoué par une faute du programme ; rien n’est enregistré, recommencez"}};
        draft.step = ImportStep::failed;
    }
    finish(job, std::move(draft));
}

void ImportRoom::State::finish(const Job& job, ImportDraft draft) {
    bool over = false;
    {
        const std::lock_guard guard(lock);
        ImportEntry& entry = *job.entry;
        // One that is abandoned meanwhile stays so, unless it was too late.
        if (!entry.cancelled || draft.step == ImportStep::applied) {
            draft.expires_at = entry.draft.expires_at;
            entry.draft = std::move(draft);
        }
        entry.busy = false;
        over = entry.draft.step == ImportStep::abandoned || entry.draft.step == ImportStep::failed;
    }
    if (over) forget_file(*job.entry);
    changed.notify_all();
}

void ImportRoom::State::drop_expired() {
    const core::Instant now = clock.now();
    std::erase_if(entries,
                  [&](const auto& known) { return !known.second->busy && known.second->draft.expires_at <= now; });
}

// Room for one more: an import that is over gives its place, the oldest first.
void ImportRoom::State::make_room() {
    drop_expired();
    if (entries.size() < options.most) return;
    auto oldest = entries.end();
    for (auto at = entries.begin(); at != entries.end(); ++at)
        if (!at->second->busy && is_over(at->second->draft.step) &&
            (oldest == entries.end() || at->second->draft.expires_at < oldest->second->draft.expires_at))
            oldest = at;
    if (oldest == entries.end())
        throw Error(ErrorKind::unavailable, "import",
                    "trop d’imports sont en cours ; terminez-en ou abandonnez-en un, ou revenez plus tard");
    entries.erase(oldest);
}

Entry ImportRoom::State::visit(std::string_view id, std::string_view actor) {
    const auto found = entries.find(id);
    // Another's import is not told from one that does not exist.
    if (found == entries.end() || found->second->draft.actor != actor ||
        (!found->second->busy && found->second->draft.expires_at <= clock.now()))
        throw Error(ErrorKind::not_found, "import",
                    "cet import n’est plus en cours ; déposez de nouveau le fichier, ou voyez la liste des imports");
    found->second->draft.expires_at = clock.now() + options.life;
    return found->second;
}

void ImportRoom::State::start(const Entry& entry, Work work, ImportStep step) {
    queue.push_back({entry, work, step == ImportStep::applying ? ImportStep::check : ImportStep::columns});
    entry->busy = true;
    entry->done = 0;
    entry->draft.step = step;
    wanted.notify_one();
}

ImportDraft ImportRoom::State::snapshot(const Entry& entry) {
    ImportDraft draft = entry->draft;
    draft.done = entry->done;
    draft.total = entry->total;
    const auto mine = std::find_if(queue.begin(), queue.end(), [&](const Job& job) { return job.entry == entry; });
    if (mine != queue.end()) draft.ahead = static_cast<std::uint64_t>(mine - queue.begin());
    return draft;
}

ImportRoom::ImportRoom(store::Database& base, const core::Clock& clock, SheetReader reader, RoomOptions options) {
    store::Scratch::sweep(options.folder);
    sweep_pieces(base);
    state_ = std::make_unique<State>(base, clock, std::move(reader), std::move(options));
    state_->thread = std::thread([state = state_.get()] { state->run(); });
}

ImportRoom::~ImportRoom() {
    {
        const std::lock_guard guard(state_->lock);
        state_->stopping = true;
        for (const auto& [id, entry] : state_->entries) entry->cancelled = true;
    }
    state_->wanted.notify_all();
    state_->thread.join();
}

std::string ImportRoom::deposit(const std::string& actor, const std::filesystem::path& file, const std::string& name,
                                domain::Viewer viewer) {
    auto entry = std::make_shared<ImportEntry>(state_->base, std::move(viewer));
    entry->scratch = std::make_shared<store::Scratch>(state_->scratch.path());
    move_file(file, entry->path());
    std::error_code unknown;
    const std::uintmax_t size = std::filesystem::file_size(entry->path(), unknown);
    entry->total = unknown ? 0 : size;
    ImportDraft& draft = entry->draft;
    draft.id = core::random_token();
    draft.file = name;
    draft.actor = actor;
    draft.deposited_at = state_->clock.now();
    draft.expires_at = draft.deposited_at + state_->options.life;
    const std::lock_guard guard(state_->lock);
    state_->make_room();
    state_->entries.emplace(draft.id, entry);
    state_->start(entry, look_work, ImportStep::deposited);
    return draft.id;
}

ImportDraft ImportRoom::draft(std::string_view id, std::string_view actor) {
    const std::lock_guard guard(state_->lock);
    return state_->snapshot(state_->visit(id, actor));
}

ImportDraft ImportRoom::wait(std::string_view id, std::string_view actor, std::chrono::milliseconds most) {
    std::unique_lock guard(state_->lock);
    const Entry entry = state_->visit(id, actor);
    state_->changed.wait_for(guard, most, [&] { return !entry->busy; });
    return state_->snapshot(entry);
}

void ImportRoom::choose(std::string_view id, std::string_view actor, const domain::ImportChoices& choices) {
    const std::lock_guard guard(state_->lock);
    const Entry entry = state_->visit(id, actor);
    require(*entry, {ImportStep::columns, ImportStep::values, ImportStep::check});
    entry->draft.choices = choices;
    state_->start(entry, look_work, ImportStep::reading);
}

void ImportRoom::read(std::string_view id, std::string_view actor) {
    const std::lock_guard guard(state_->lock);
    const Entry entry = state_->visit(id, actor);
    require(*entry, {ImportStep::columns, ImportStep::values, ImportStep::check});
    require_readable(entry->draft);
    state_->start(entry, read_work, ImportStep::reading);
}

void ImportRoom::keep_complete(std::string_view id, std::string_view actor) {
    const std::lock_guard guard(state_->lock);
    const Entry entry = state_->visit(id, actor);
    require(*entry, {ImportStep::columns});
    if (entry->draft.complete == 0) require(*entry, {});
    entry->draft.choices.keep_before_fault = true;
    const bool looked_at = entry->draft.can_be_read();
    state_->start(entry, looked_at ? read_work : look_work, ImportStep::reading);
}

void ImportRoom::decide(std::string_view id, std::string_view actor, const std::vector<domain::Decision>& decisions) {
    Entry entry;
    {
        const std::lock_guard guard(state_->lock);
        entry = state_->visit(id, actor);
        require(*entry, {ImportStep::values, ImportStep::check});
    }
    save_decisions({state_->clock, std::string(actor)}, entry->base, decisions);
    const std::lock_guard guard(state_->lock);
    entry = state_->visit(id, actor);
    require(*entry, {ImportStep::values, ImportStep::check});
    state_->start(entry, settled_work, ImportStep::reading);
}

void ImportRoom::apply(std::string_view id, std::string_view actor) {
    const std::lock_guard guard(state_->lock);
    const Entry entry = state_->visit(id, actor);
    require(*entry, {ImportStep::check});
    state_->start(entry, apply_work, ImportStep::applying);
}

void ImportRoom::abandon(std::string_view id, std::string_view actor) {
    Entry entry;
    {
        const std::lock_guard guard(state_->lock);
        entry = state_->visit(id, actor);
        if (entry->draft.step == ImportStep::applying || entry->draft.step == ImportStep::applied) require(*entry, {});
        entry->cancelled = true;
        entry->draft.step = ImportStep::abandoned;
        const auto waiting = std::erase_if(state_->queue, [&](const Job& job) { return job.entry == entry; });
        if (waiting > 0) entry->busy = false;
        if (entry->busy) return;  // the thread forgets the file as soon as it has stopped
    }
    forget_file(*entry);
    state_->changed.notify_all();
}

AnnotatedFile ImportRoom::annotated(std::string_view id, std::string_view actor) {
    AnnotatedFile out;
    Entry entry;
    {
        const std::lock_guard guard(state_->lock);
        entry = state_->visit(id, actor);
        require(*entry, {ImportStep::values, ImportStep::check, ImportStep::applied});
        out.file = {{}, entry->draft.file, entry->draft.choices.sheet, entry->draft.choices.keep_before_fault};
    }
    const std::lock_guard work(entry->work);
    if (!entry->session)
        throw Error(ErrorKind::conflict, "import de " + out.file.name, "il vient de changer ; affichez-le de nouveau");
    out.file.path = entry->path();
    out.header_row = entry->session->mapping().header_row;
    out.columns = entry->columns;
    out.remarks = entry->session->remarks();
    out.kept = entry->scratch;
    return out;
}

}  // namespace clausier::app
