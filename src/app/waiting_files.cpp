// Keeps files that wait.
#include "clausier/app/waiting_files.hpp"

#include <algorithm>

#include "clausier/core/issue.hpp"
#include "clausier/core/secret.hpp"

namespace clausier::app {

WaitingFiles::WaitingFiles(const core::Clock& clock, std::chrono::seconds life, std::size_t most)
    : clock_(clock), life_(life), most_(most) {}

void WaitingFiles::drop_old() {
    const core::Instant now = clock_.now();
    std::erase_if(places_, [&](const auto& entry) { return entry.second.until <= now; });
    while (places_.size() >= most_)
        places_.erase(std::min_element(places_.begin(), places_.end(),
                                       [](const auto& a, const auto& b) { return a.second.until < b.second.until; }));
}

std::string WaitingFiles::deposit(const std::filesystem::path& file, const std::string& name,
                                  const std::string& sheet) {
    Place place;
    place.folder = std::make_shared<store::Scratch>();
    place.file = {place.folder->path() / "fichier", name, sheet, place.folder};
    std::error_code failed;
    std::filesystem::copy_file(file, place.file.path, failed);
    if (failed)
        throw core::Error(core::ErrorKind::unavailable, name,
                          "le fichier n’a pas pu être gardé\u00a0; réessayez, ou libérez de la place sur le disque");
    const std::lock_guard guard(lock_);
    drop_old();
    place.until = clock_.now() + life_;
    std::string id = core::random_token();
    places_.emplace(id, std::move(place));
    return id;
}

WaitingFile WaitingFiles::find(const std::string& id) {
    const std::lock_guard guard(lock_);
    const auto found = places_.find(id);
    if (found == places_.end() || found->second.until <= clock_.now())
        throw core::Error(core::ErrorKind::not_found, "fichier",
                          "il n’attend plus\u00a0: il a été repris ou le délai est passé\u00a0; déposez-le de nouveau");
    found->second.until = clock_.now() + life_;
    return found->second.file;
}

void WaitingFiles::forget(const std::string& id) {
    const std::lock_guard guard(lock_);
    places_.erase(id);
}

}  // namespace clausier::app
