// Temporary folders made, held and swept.
#include "clausier/store/scratch.hpp"

#include <stdlib.h>

#include "clausier/core/issue.hpp"
#include "hold.hpp"

namespace clausier::store {
namespace {

const std::string& prefix() {
    static const std::string text = "clausier-travail-";
    return text;
}

std::filesystem::path fresh_folder(const std::filesystem::path& parent) {
    std::string name = (parent / (held_prefix(prefix()) + "XXXXXX")).string();
    if (::mkdtemp(name.data()) == nullptr)
        throw core::Error(core::ErrorKind::unavailable, parent.string(),
                          "aucun fichier temporaire ne peut y être créé ; vérifiez la place libre et les droits");
    return name;
}

}  // namespace

struct Scratch::State {
    explicit State(const std::filesystem::path& parent) : path(fresh_folder(parent)), hold(path) {}
    std::filesystem::path path;
    Hold hold;
};

Scratch::Scratch(const std::filesystem::path& parent) : state_(std::make_unique<State>(parent)) {}

Scratch::~Scratch() {
    std::error_code ignored;
    std::filesystem::remove_all(state_->path, ignored);
}

const std::filesystem::path& Scratch::path() const { return state_->path; }

std::int64_t Scratch::sweep(const std::filesystem::path& parent) noexcept {
    std::int64_t removed = 0;
    try {
        for (const auto& entry : std::filesystem::directory_iterator(parent)) {
            std::error_code ignored;
            if (is_abandoned(entry.path(), prefix()) && std::filesystem::remove_all(entry.path(), ignored) > 0)
                ++removed;
        }
    } catch (const std::exception&) {
        // A folder that cannot be listed is swept another time.
    }
    return removed;
}

}  // namespace clausier::store
