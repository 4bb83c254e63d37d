// Argon2id by libsodium.
#include "clausier/core/password.hpp"

#include <sodium.h>

#include <new>
#include <stdexcept>

namespace clausier::core {
namespace {

// TRUST 18 asks at least 19 MiB and 2 passes; libsodium's parallelism is 1.
constexpr unsigned long long passes = 2;
constexpr std::size_t memory = std::size_t{32} << 20U;

void ready() {
    static const bool done = sodium_init() >= 0;
    if (!done) throw std::runtime_error("libsodium cannot start");
}

// libsodium reads texts to their final zero: one longer than its own is none of its making.
bool plausible(std::string_view hash) { return !hash.empty() && hash.size() < crypto_pwhash_STRBYTES; }

}  // namespace

std::string hash_password(std::string_view password) {
    ready();
    std::string out(crypto_pwhash_STRBYTES, '\0');
    if (crypto_pwhash_str_alg(out.data(), password.data(), password.size(), passes, memory,
                              crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw std::bad_alloc();
    out.resize(out.find('\0'));
    return out;
}

bool verify_password(std::string_view hash, std::string_view password) {
    ready();
    if (!plausible(hash)) return false;
    return crypto_pwhash_str_verify(std::string(hash).c_str(), password.data(), password.size()) == 0;
}

bool needs_rehash(std::string_view hash) {
    ready();
    return !plausible(hash) || crypto_pwhash_str_needs_rehash(std::string(hash).c_str(), passes, memory) != 0;
}

void verify_nobody(std::string_view password) {
    static const std::string nobody = hash_password("personne");
    static_cast<void>(verify_password(nobody, password));
}

}  // namespace clausier::core
