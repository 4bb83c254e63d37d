// Backs up and restores.
#include "clausier/app/jobs.hpp"

#include "clausier/store/backup.hpp"

namespace clausier::app {

void backup(store::Database& base, const std::filesystem::path& to, const core::Progress& progress) {
    store::backup(base, to, progress);
}

void restore(const std::filesystem::path& from, const std::filesystem::path& to, bool replace) {
    store::restore(from, to, replace ? store::Overwrite::yes : store::Overwrite::no);
}

}  // namespace clausier::app
