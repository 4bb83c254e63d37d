// The HTTP door: a request in, a response out, without a socket.
#pragma once
#include "clausier/http/message.hpp"
#include "clausier/web/app.hpp"

namespace clausier::web {

// Answers one request: route, host, origin, token, handler, rendering, headers. Never throws: an error is a page, or a
// problem document where JSON was asked for.
http::Response handle(const http::Request& request, App& app);

// Beginnings of paths after which a one-time secret stands, which no log may tell.
std::vector<std::string> secret_paths();

// The same door as the server sees it.
class Door final : public http::Handler {
public:
    explicit Door(App& app) : app_(app) {}
    http::Admission admit(const http::Head& head) override;
    http::Response handle(http::Request request) override { return web::handle(request, app_); }
    http::Response refuse(unsigned status, std::string_view why) override;

private:
    App& app_;
};

}  // namespace clausier::web
