// Files that survive a power cut: what has been synced is on the disk.
#pragma once
#include <filesystem>

namespace clausier::store {

// Both throw Error(unavailable) naming the file when the disk refuses.
void sync_file(const std::filesystem::path& file);
// `to` holds the old file or the new one, never something between.
void rename_durably(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace clausier::store
