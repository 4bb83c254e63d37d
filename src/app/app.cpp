// Opens the database for a use case.
#include "clausier/app/app.hpp"

#include <cstdlib>

namespace clausier::app {

std::optional<std::filesystem::path> base_path(const std::optional<std::string>& asked) {
    if (asked) return std::filesystem::path(*asked);
    if (const char* named = std::getenv("CLAUSIER_BASE"); named && *named) return std::filesystem::path(named);
    return std::nullopt;
}

namespace {

std::unique_ptr<store::Database> open_named(const std::optional<std::string>& asked,
                                            const store::DatabaseOptions& options) {
    const auto path = base_path(asked);
    if (!path)
        throw core::Error(core::ErrorKind::invalid, "option --base",
                          "aucune base n’est nommée ; ajoutez --base FICHIER ou fixez CLAUSIER_BASE");
    return std::make_unique<store::Database>(*path, options);
}

}  // namespace

std::unique_ptr<store::Database> open_base(const std::optional<std::string>& asked, bool create) {
    store::DatabaseOptions options;
    options.must_exist = !create;
    return open_named(asked, options);
}

std::unique_ptr<store::Database> open_base_read_only(const std::optional<std::string>& asked) {
    store::DatabaseOptions options;
    options.read_only = true;
    return open_named(asked, options);
}

std::unique_ptr<store::Database> open_served_base(const std::filesystem::path& path, bool read_only) {
    store::DatabaseOptions options;
    options.read_only = read_only;
    options.check_pages = true;
    return std::make_unique<store::Database>(path, options);
}

}  // namespace clausier::app
