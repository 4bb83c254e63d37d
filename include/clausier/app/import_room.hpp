// Where the imports in progress wait between two visits of a person: each under an id beyond guessing, worked on by a
// thread of the room's own.
#pragma once
#include <chrono>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/app/app.hpp"
#include "clausier/core/progress.hpp"
#include "clausier/core/rows.hpp"
#include "clausier/domain/import_draft.hpp"

namespace clausier::app {

// A spreadsheet as the room asks for it; `sheet` is a name, or "" for the first one that is not hidden.
struct SheetFile {
    std::filesystem::path path;
    std::string name;
    std::string sheet;
    bool keep_before_fault = false;  // essential data that break off: what stands before is all there is
};

// How a door reads spreadsheets. Both may throw Error; `rows` ends without error when the sink has had enough, throws
// when the progress answers false (core::Interrupted where essential data break off), and gives its remarks on the
// file.
struct SheetReader {
    std::function<std::vector<std::string>(const SheetFile&)> sheets;  // names of those that are not hidden
    std::function<std::vector<core::Issue>(const SheetFile&, core::RowSink&, const core::Progress&)> rows;
};

struct RoomOptions {
    std::filesystem::path folder = std::filesystem::temp_directory_path();
    std::chrono::seconds life = std::chrono::hours(2);  // of an import that nobody visits
    std::size_t most = 32;                              // imports at once, those that are over included
};

// What the annotated copy of a file is made from. The file stays as long as this does.
struct AnnotatedFile {
    SheetFile file;
    std::uint64_t header_row = 0;
    std::size_t columns = 0;  // the widest row
    std::map<std::uint64_t, domain::LineRemarks> remarks;
    std::shared_ptr<const void> kept;
};

// Every call is quick and may come from any thread; all but deposit() throw Error(not_found) when the import is
// unknown, has expired or was deposited by another actor, and give it a new life. What a work is refused for is in
// ImportDraft::faults.
class ImportRoom {
public:
    // The base and the clock live longer. Sweeps what killed programs left behind, among the pieces too.
    ImportRoom(store::Database& base, const core::Clock& clock, SheetReader reader, RoomOptions options = {});
    // Stops the work in progress; no file is left.
    ~ImportRoom();
    ImportRoom(const ImportRoom&) = delete;
    ImportRoom& operator=(const ImportRoom&) = delete;

    // Takes the file, which is moved, and looks at its columns: the step deposited, then columns. `name` is how the
    // user calls it; everything is then done as that viewer. Gives the id. Throws Error(unavailable) when too many
    // imports are in progress or the disk refuses.
    std::string deposit(const std::string& actor, const std::filesystem::path& file, const std::string& name,
                        domain::Viewer viewer);

    [[nodiscard]] domain::ImportDraft draft(std::string_view id, std::string_view actor);
    // The same once the import is at rest, or after that time.
    [[nodiscard]] domain::ImportDraft wait(std::string_view id, std::string_view actor, std::chrono::milliseconds most);

    // What is decided of the file and of its columns: looks at them again. Throws Error(conflict) while a work is going
    // on or once the import is over, as all that follow.
    void choose(std::string_view id, std::string_view actor, const domain::ImportChoices& choices);
    // Reads the whole file: the step values when some are unknown and undecided, else check. Throws Error(invalid) when
    // the columns do not suffice, or nobody says who buys.
    void read(std::string_view id, std::string_view actor);
    // After a fault before which complete records stand: goes on with these alone. Throws Error(conflict) when there
    // are none.
    void keep_complete(std::string_view id, std::string_view actor);
    // Keeps the decisions for this file and the next ones, reads the file again, and goes to check whatever is left
    // undecided. Throws Error(invalid) with one Issue for each decision refused; nothing is then kept.
    void decide(std::string_view id, std::string_view actor, const std::vector<domain::Decision>& decisions);
    // From the step check: writes everything in one transaction.
    void apply(std::string_view id, std::string_view actor);
    // Stops whatever is going on and forgets the file; not while it is being applied.
    void abandon(std::string_view id, std::string_view actor);

    // From the step values on. It may wait for the end of a work.
    [[nodiscard]] AnnotatedFile annotated(std::string_view id, std::string_view actor);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace clausier::app
