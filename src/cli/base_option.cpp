// Opens the database that the arguments name.
#include "base_option.hpp"

#include "clausier/cli/usage.hpp"

namespace clausier::cli {

std::unique_ptr<store::Database> open_base(const Arguments& arguments, bool create) {
    const auto asked = arguments.get("--base");
    if (!app::base_path(asked))
        throw UsageError("option --base", "aucune base n’est nommée ; ajoutez --base FICHIER ou fixez CLAUSIER_BASE");
    return arguments.has("--lecture-seule") ? app::open_base_read_only(asked) : app::open_base(asked, create);
}

}  // namespace clausier::cli
