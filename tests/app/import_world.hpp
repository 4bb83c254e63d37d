// A room of imports on a base of its own, with a reader of small CSV files in the place of the doors' spreadsheets.
#pragma once
#include <atomic>
#include <condition_variable>
#include <fstream>
#include <iterator>
#include <mutex>

#include "clausier/app/import_room.hpp"
#include "clausier/app/imports.hpp"
#include "clausier/app/markets.hpp"
#include "sheets/scratch_folder.hpp"
#include "support/rows.hpp"

namespace clausier::tests {

// A clock that a test moves.
class MovedClock final : public core::Clock {
public:
    [[nodiscard]] core::Instant now() const override { return core::Instant(std::chrono::seconds(seconds_)); }
    void move(std::chrono::seconds by) { seconds_ += by.count(); }

private:
    std::atomic<std::int64_t> seconds_ = 1'795'000'000;
};

// Lets a test stop the reading of a file and let it go on.
class Gate {
public:
    void close() {
        const std::lock_guard guard(lock_);
        closed_ = true;
    }
    void open() {
        {
            const std::lock_guard guard(lock_);
            closed_ = false;
        }
        changed_.notify_all();
    }
    // Called by the reading: waits while the gate is closed.
    void pass() {
        std::unique_lock guard(lock_);
        ++waiting_;
        changed_.notify_all();
        changed_.wait(guard, [this] { return !closed_; });
        --waiting_;
    }
    void until_somebody_waits() {
        std::unique_lock guard(lock_);
        changed_.wait(guard, [this] { return waiting_ > 0; });
    }

private:
    std::mutex lock_;
    std::condition_variable changed_;
    bool closed_ = false;
    int waiting_ = 0;
};

// Gives rows until the progress says no or the sink has had enough.
class WatchedSink final : public core::RowSink {
public:
    WatchedSink(core::RowSink& next, const core::Progress& progress, std::uint64_t total)
        : next_(next), progress_(progress), total_(total) {}
    bool row(const core::Row& row) override {
        if (!progress_(++rows_, total_)) throw core::Error(core::ErrorKind::invalid, "", "annulé");
        return next_.row(row);
    }

private:
    core::RowSink& next_;
    const core::Progress& progress_;
    std::uint64_t rows_ = 0;
    std::uint64_t total_;
};

struct ImportWorld {
    ScratchFolder folder;
    MovedClock clock;
    store::Database base{folder.path() / "base.sqlite"};
    std::filesystem::path work = folder.path() / "travail";
    Gate gate;
    std::unique_ptr<app::ImportRoom> room;

    explicit ImportWorld(std::size_t most = 32) {
        std::filesystem::create_directory(work);
        app::RoomOptions options;
        options.folder = work;
        options.most = most;
        room = std::make_unique<app::ImportRoom>(base, clock, reader(), options);
    }

    app::SheetReader reader() {
        app::SheetReader reader;
        reader.sheets = [](const app::SheetFile& file) {
            if (content_of(file.path).starts_with("PK"))
                throw core::Error(core::ErrorKind::invalid, file.name, "ce fichier n’est pas un tableur");
            return std::vector<std::string>{"Feuille"};
        };
        reader.rows = [this](const app::SheetFile& file, core::RowSink& sink, const core::Progress& progress) {
            gate.pass();
            const std::string text = content_of(file.path);
            WatchedSink watched(sink, progress, 100);
            feed(watched, text);
            return std::vector<core::Issue>();
        };
        return reader;
    }

    std::string deposit(const std::string& csv) {
        const auto upload = folder.path() / "depot";
        std::ofstream(upload, std::ios::binary) << csv;
        return room->deposit("compte/1", upload, "marches.csv", domain::Viewer::everything());
    }
    domain::ImportDraft rest(const std::string& id) { return room->wait(id, "compte/1", std::chrono::seconds(20)); }
    // Files left in the room's folder.
    [[nodiscard]] std::size_t files() const {
        std::size_t count = 0;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(work)) count += entry.is_regular_file();
        return count;
    }
};

}  // namespace clausier::tests
