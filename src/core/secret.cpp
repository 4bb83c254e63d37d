// Secrets by libsodium.
#include "clausier/core/secret.hpp"

#include <sodium.h>

#include <array>
#include <stdexcept>
#include <vector>

namespace clausier::core {
namespace {

void ready() {
    static const bool done = sodium_init() >= 0;
    if (!done) throw std::runtime_error("libsodium cannot start");
}

std::string hexadecimal(const unsigned char* bytes, std::size_t size) {
    std::string out(size * 2 + 1, '\0');
    sodium_bin2hex(out.data(), out.size(), bytes, size);
    out.pop_back();
    return out;
}

}  // namespace

std::string random_token(std::size_t bytes) {
    ready();
    std::vector<unsigned char> raw(bytes);
    randombytes_buf(raw.data(), raw.size());
    return hexadecimal(raw.data(), raw.size());
}

std::string keyed_tag(std::string_view text, std::string_view key) {
    ready();
    crypto_auth_hmacsha256_state state;
    std::array<unsigned char, crypto_auth_hmacsha256_BYTES> tag{};
    const auto bytes = [](std::string_view s) { return reinterpret_cast<const unsigned char*>(s.data()); };
    crypto_auth_hmacsha256_init(&state, bytes(key), key.size());
    crypto_auth_hmacsha256_update(&state, bytes(text), text.size());
    crypto_auth_hmacsha256_final(&state, tag.data());
    return hexadecimal(tag.data(), tag.size());
}

bool same_secret(std::string_view a, std::string_view b) {
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace clausier::core
