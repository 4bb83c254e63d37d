// Reads and keeps what a provider publishes.
#include "identity_metadata.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include "web_client.hpp"

namespace clausier::outside {
namespace {

namespace json = boost::json;

constexpr std::chrono::hours metadata_life{1};
constexpr std::chrono::hours keys_life{1};
constexpr std::chrono::minutes between_readings{1};
constexpr std::chrono::seconds failure_life{30};

[[noreturn]] void unreadable() {
    refuse_identity("oidc_configuration",
                    "ce qu’il publie de lui-même ne convient pas\u00a0; vérifiez son adresse dans les options du "
                    "serveur");
}

std::string published(const std::string& url) {
    WebAnswer answer = fetch({url, {}, {}, {}, {"Accept: application/json"}}, provider_place);
    if (answer.status >= 500)
        throw core::Error(core::ErrorKind::unavailable, provider_place,
                          "il est en panne\u00a0; réessayez dans un moment");
    if (answer.status != 200) unreadable();
    return std::move(answer.body);
}

std::string text(const json::object& object, std::string_view name) {
    const json::value* const found = object.if_contains(name);
    return found && found->is_string() ? std::string(found->get_string()) : std::string();
}

std::string address(const std::string& issuer, const json::object& object, std::string_view name, bool required) {
    std::string out = text(object, name);
    if (out.empty() ? required : !may_name(issuer, out)) unreadable();
    return out;
}

bool lists(const json::object& object, std::string_view name, std::string_view wanted) {
    const json::value* const found = object.if_contains(name);
    if (!found || !found->is_array()) return false;
    for (const json::value& one : found->get_array())
        if (one.is_string() && one.get_string() == wanted) return true;
    return false;
}

Metadata read_metadata(const std::string& issuer) {
    const std::string base = issuer.ends_with('/') ? issuer.substr(0, issuer.size() - 1) : issuer;
    boost::system::error_code error;
    const json::value parsed = json::parse(published(base + "/.well-known/openid-configuration"), error);
    const json::object* const said = parsed.if_object();
    if (error || !said || text(*said, "issuer") != issuer) unreadable();
    Metadata out;
    out.authorization = address(issuer, *said, "authorization_endpoint", true);
    out.token = address(issuer, *said, "token_endpoint", true);
    out.userinfo = address(issuer, *said, "userinfo_endpoint", true);
    out.keys = address(issuer, *said, "jwks_uri", true);
    out.end_session = address(issuer, *said, "end_session_endpoint", false);
    const json::value* const tells = said->if_contains("authorization_response_iss_parameter_supported");
    out.tells_issuer = tells && tells->is_bool() && tells->get_bool();
    constexpr std::string_view ways = "token_endpoint_auth_methods_supported";
    out.secret_in_form = !lists(*said, ways, "client_secret_basic") && lists(*said, ways, "client_secret_post");
    return out;
}

}  // namespace

void refuse_identity(std::string_view code, std::string text) {
    throw core::Error(core::ErrorKind::forbidden,
                      {{core::Severity::error, std::string(code), std::string(provider_place), std::move(text)}});
}

std::shared_ptr<const Metadata> Provider::current(Moment now) {
    if (metadata_ && now - metadata_read_ <= metadata_life) return metadata_;
    if (failure_ && now - failed_ <= failure_life) std::rethrow_exception(failure_);
    try {
        metadata_ = std::make_shared<const Metadata>(read_metadata(issuer_));
        metadata_read_ = now;
        failure_ = nullptr;
    } catch (...) {
        failure_ = std::current_exception();
        failed_ = std::chrono::steady_clock::now();
        throw;
    }
    return metadata_;
}

std::shared_ptr<const Metadata> Provider::metadata() {
    const std::lock_guard<std::mutex> lock(lock_);
    return current(std::chrono::steady_clock::now());
}

std::shared_ptr<const KeySet> Provider::keys(std::string_view kid) {
    const std::lock_guard<std::mutex> lock(lock_);
    const Moment now = std::chrono::steady_clock::now();
    const bool old = !keys_ || now - keys_read_ > keys_life;
    if (old || (!keys_->holds(kid) && now - keys_read_ > between_readings)) {
        auto read = KeySet::parse(published(current(now)->keys));
        if (!read) refuse_identity(read.error().code, read.error().text);
        keys_ = std::make_shared<const KeySet>(std::move(*read));
        keys_read_ = now;
    }
    return keys_;
}

}  // namespace clausier::outside
