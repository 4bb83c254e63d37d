// What stands for the whole life of the server.
#include "clausier/web/app.hpp"

#include "assets.hpp"
#include "clausier/app/references.hpp"
#include "clausier/core/secret.hpp"
#include "import_files.hpp"
#include "openapi.hpp"

namespace clausier::web {

App::App(store::Database& base_, const core::Clock& clock_, http::Metrics& metrics_, Config config_)
    : base(base_),
      clock(clock_),
      metrics(metrics_),
      config(std::move(config_)),
      templates(config.assets),
      key(core::random_token(32)),
      assets(std::make_unique<Assets>(config.assets)),
      openapi(openapi_document()),
      imports(std::make_unique<app::ImportRoom>(base_, clock_, sheet_reader())),
      uploads(std::make_unique<app::WaitingFiles>(clock_)) {}

App::~App() = default;

void App::refresh(bool figures) {
    const auto now = std::chrono::steady_clock::now();
    if (reference_ && now - read_ <= std::chrono::seconds(1)) return;
    try {
        identity_ = std::make_shared<const app::Identity>(app::identity(base));
        reference_ = std::make_shared<const domain::Reference>(app::reference(base));
        read_ = now;
    } catch (const core::Error&) {
        // The page of that very error needs a name; figures are never guessed.
        if (!identity_) identity_ = std::make_shared<const app::Identity>();
        if (!reference_ && figures) throw;
    }
}

std::shared_ptr<const domain::Reference> App::reference() {
    const std::lock_guard lock(lock_);
    refresh(true);
    return reference_;
}

std::shared_ptr<const app::Identity> App::identity() {
    const std::lock_guard lock(lock_);
    refresh(false);
    return identity_;
}

void App::forget() {
    const std::lock_guard lock(lock_);
    reference_.reset();
}

}  // namespace clausier::web
