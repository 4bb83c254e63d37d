// What the web door works with: the database, the clock, what the installation chose, and what lives between requests.
#pragma once
#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/app/import_room.hpp"
#include "clausier/app/settings.hpp"
#include "clausier/app/waiting_files.hpp"
#include "clausier/core/identity_provider.hpp"
#include "clausier/core/mail.hpp"
#include "clausier/domain/reference.hpp"
#include "clausier/http/metrics.hpp"
#include "clausier/present/document.hpp"
#include "clausier/present/templates.hpp"

namespace clausier::web {

// What the installation chose.
struct Config {
    // Names by which the server may be called besides those of the loopback ("clauses.region.example").
    std::vector<std::string> hosts{};
    // Puts a mail in the outbox, in the transaction of what it tells; empty without a mail server.
    std::function<void(store::Transaction& tx, const core::Mail& mail)> post{};
    // Who else may say who somebody is; empty without one.
    core::IdentityProvider identity{};
    // Whether one has to log in; without, whoever reaches the server may do everything.
    bool accounts = false;
    // The folder of assets and templates read at each use; empty: those of the program.
    std::filesystem::path assets{};
    // Where a fault of the program itself is told: the id of the request and what was thrown.
    std::function<void(std::string_view)> log{};
    // What makes pictures and PDF; empty where the machine has none.
    present::Engines engines{};
};

class Assets;

// One for the whole server; every part may be used by several threads at once.
struct App {
    App(store::Database& base, const core::Clock& clock, http::Metrics& metrics, Config config);
    ~App();
    App(const App&) = delete;
    App& operator=(const App&) = delete;

    // The reference values in force, and what the installation says of itself. They are read again after forget(), and
    // every second for what other programs write.
    std::shared_ptr<const domain::Reference> reference();
    std::shared_ptr<const app::Identity> identity();
    void forget();

    store::Database& base;
    const core::Clock& clock;
    http::Metrics& metrics;
    Config config;
    present::Templates templates;
    std::string key;  // signs the tokens of forms; drawn at start
    std::unique_ptr<Assets> assets;
    std::string openapi;  // the document of /openapi.json
    std::unique_ptr<app::ImportRoom> imports;
    std::unique_ptr<app::WaitingFiles> uploads;  // lists of structures and purchases between two pages

private:
    void refresh(bool figures);
    std::mutex lock_;
    std::shared_ptr<const domain::Reference> reference_;
    std::shared_ptr<const app::Identity> identity_;
    std::chrono::steady_clock::time_point read_{};
};

}  // namespace clausier::web
