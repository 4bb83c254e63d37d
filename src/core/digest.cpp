// Fingerprints by OpenSSL and libsodium.
#include "clausier/core/digest.hpp"

#include <openssl/evp.h>
#include <sodium.h>

#include <new>

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
    Sha256 digest;
    digest.update(bytes);
    return digest.finish();
}

// OpenSSL has the instructions of the processor, libsodium only its portable code: six times slower on a large file.
struct Sha256::State {
    struct Free {
        void operator()(EVP_MD_CTX* made) const noexcept { EVP_MD_CTX_free(made); }
    };
    std::unique_ptr<EVP_MD_CTX, Free> context{EVP_MD_CTX_new()};
};

namespace {

// It only fails for want of memory.
void check(bool done) {
    if (!done) throw std::bad_alloc();
}

// Looked for once, never given back.
const EVP_MD* sha256_of_openssl() {
    static const EVP_MD* const found = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    return found;
}

}  // namespace

Sha256::Sha256() : state_(std::make_unique<State>()) {
    check(EVP_DigestInit_ex2(state_->context.get(), sha256_of_openssl(), nullptr) == 1);
}
Sha256::~Sha256() = default;
void Sha256::update(std::string_view bytes) {
    check(EVP_DigestUpdate(state_->context.get(), bytes.data(), bytes.size()) == 1);
}

std::string Sha256::finish() {
    unsigned char out[EVP_MAX_MD_SIZE];
    unsigned size = 0;
    check(EVP_DigestFinal_ex(state_->context.get(), out, &size) == 1);
    return hex(out, size);
}

std::string short_digest(std::string_view bytes) {
    // Once told to look at the processor, libsodium uses what it has.
    [[maybe_unused]] static const int ready = sodium_init();
    unsigned char out[16];
    crypto_generichash(out, sizeof out, data(bytes), bytes.size(), nullptr, 0);
    return hex(out, sizeof out);
}

}  // namespace clausier::core
