// What handlers ask of their call.
#include "call.hpp"

#include <charconv>

#include "origin.hpp"

namespace clausier::web {

std::string Call::get(std::string_view name) const { return std::string(query.get(name).value_or("")); }

std::int64_t Call::id(std::size_t index) const {
    const std::string& text = parts.at(index);
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value <= 0)
        throw core::Error(core::ErrorKind::not_found, "", "il n’y a rien à cette adresse");
    return value;
}

app::Session Call::session() const {
    return {app.clock, viewer.account ? "compte/" + std::to_string(viewer.account->value) : "web", viewer};
}

const std::string& Call::own_token() {
    if (!token_.empty()) return token_;
    if (auto known = browser_token(request, app)) return token_ = *known;
    new_token_ = true;
    return token_ = make_token(request, app);
}

std::string Call::token() {
    plain_token_ = true;
    return own_token();
}

std::string Call::masked_token() { return web::masked_token(own_token(), app); }

void require_page(const Call& call, const std::vector<core::Issue>& issues, bool conflict) {
    if (call.html() || issues.empty()) return;
    throw core::Error(conflict ? core::ErrorKind::conflict : core::ErrorKind::invalid, issues);
}

Reply Reply::see(std::string location, std::string_view done) {
    Reply out;
    if (!done.empty()) location += (location.find('?') == std::string::npos ? "?fait=" : "&fait=") + std::string(done);
    out.location = std::move(location);
    return out;
}

}  // namespace clausier::web
