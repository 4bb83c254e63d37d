// What a provider publishes of itself: its addresses and its keys.
#pragma once
#include <chrono>
#include <exception>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "clausier/outside/identity_token.hpp"

namespace clausier::outside {

// Addresses checked to be safe; "" for those it does not have.
struct Metadata {
    std::string authorization;
    std::string token;
    std::string userinfo;
    std::string keys;
    std::string end_session;
    bool tells_issuer = false;    // in the address that the browser comes back to (RFC 9207)
    bool secret_in_form = false;  // the client's secret goes as a field rather than by Basic
};

// Read when asked for, and kept a while; used by several threads.
class Provider {
public:
    explicit Provider(std::string issuer) : issuer_(std::move(issuer)) {}

    // A failure is kept too, half a minute: threads do not wait one after the other for a provider that is down.
    // Throw Error(unavailable) when the provider does not answer, Error(forbidden) when it is not the issuer it should
    // be or what it says cannot be read.
    std::shared_ptr<const Metadata> metadata();
    // Its keys, with the one of that name if it has one.
    std::shared_ptr<const KeySet> keys(std::string_view kid);

private:
    using Moment = std::chrono::steady_clock::time_point;
    std::shared_ptr<const Metadata> current(Moment now);

    std::string issuer_;
    std::mutex lock_;
    std::shared_ptr<const Metadata> metadata_;
    std::shared_ptr<const KeySet> keys_;
    std::exception_ptr failure_;
    Moment failed_{};
    Moment metadata_read_{};
    Moment keys_read_{};
};

// Where its faults are told to be.
inline constexpr std::string_view provider_place = "fournisseur d’identité";
[[noreturn]] void refuse_identity(std::string_view code, std::string text);

}  // namespace clausier::outside
