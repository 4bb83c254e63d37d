// Queries on settings.
#include "clausier/store/settings.hpp"

namespace clausier::store {

std::optional<std::string> Settings::get(std::string_view key) {
    return tx_.maybe<std::string>("SELECT value FROM settings WHERE key = ?", key);
}

std::map<std::string, std::string> Settings::all() {
    std::map<std::string, std::string> settings;
    auto rows = tx_.query("SELECT key, value FROM settings");
    while (rows.step()) settings.emplace(rows.text(0), rows.text(1));
    return settings;
}

void Settings::set(std::string_view key, std::string_view value) {
    tx_.run(R"(
INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value)",
            key, value);
}

void Settings::unset(std::string_view key) { tx_.run("DELETE FROM settings WHERE key = ?", key); }

}  // namespace clausier::store
