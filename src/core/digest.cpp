// Fingerprints by libsodium.
#include "clausier/core/digest.hpp"

#include <sodium.h>

namespace clausier::core {
namespace {

std::string hex(const unsigned char* bytes, std::size_t size) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string text;
    text.reserve(size * 2);
    for (std::size_t i = 0; i < size; ++i) {
        text += digits[bytes[i] >> 4U];
        text += digits[bytes[i] & 15U];
    }
    return text;
}

const unsigned char* data(std::string_view bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }

}  // namespace

std::string sha256(std::string_view bytes) {
    unsigned char out[crypto_hash_sha256_BYTES];
    crypto_hash_sha256(out, data(bytes), bytes.size());
    return hex(out, sizeof out);
}

struct Sha256::State {
    crypto_hash_sha256_state inner;
};

Sha256::Sha256() : state_(std::make_unique<State>()) { crypto_hash_sha256_init(&state_->inner); }
Sha256::~Sha256() = default;
void Sha256::update(std::string_view bytes) { crypto_hash_sha256_update(&state_->inner, data(bytes), bytes.size()); }

std::string Sha256::finish() {
    unsigned char out[crypto_hash_sha256_BYTES];
    crypto_hash_sha256_final(&state_->inner, out);
    return hex(out, sizeof out);
}

std::string short_digest(std::string_view bytes) {
    unsigned char out[16];
    crypto_generichash(out, sizeof out, data(bytes), bytes.size(), nullptr, 0);
    return hex(out, sizeof out);
}

}  // namespace clausier::core
