// Seals by libsodium.
#include "clausier/core/sealed.hpp"

#include <sodium.h>

#include <array>
#include <stdexcept>
#include <vector>

namespace clausier::core {
namespace {

using Bytes = std::vector<unsigned char>;
constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_size = crypto_aead_xchacha20poly1305_ietf_ABYTES;

std::optional<Bytes> bytes_of(std::string_view hexadecimal) {
    if (hexadecimal.empty()) return Bytes();  // which has no address to write to
    Bytes out(hexadecimal.size() / 2);
    std::size_t size = 0;
    if (hexadecimal.size() % 2 != 0 ||
        sodium_hex2bin(out.data(), out.size(), hexadecimal.data(), hexadecimal.size(), nullptr, &size, nullptr) != 0)
        return std::nullopt;
    if (size != out.size()) return std::nullopt;
    return out;
}

Bytes key_of(std::string_view key) {
    static const bool ready = sodium_init() >= 0;
    auto bytes = bytes_of(key);
    if (!ready || !bytes || bytes->size() != crypto_aead_xchacha20poly1305_ietf_KEYBYTES)
        throw std::invalid_argument("a key is 64 hexadecimal digits");
    return *std::move(bytes);
}

}  // namespace

std::string seal(std::string_view text, std::string_view key) {
    const Bytes secret = key_of(key);
    Bytes out(nonce_size + text.size() + tag_size);
    randombytes_buf(out.data(), nonce_size);
    crypto_aead_xchacha20poly1305_ietf_encrypt(out.data() + nonce_size, nullptr,
                                               reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                                               nullptr, 0, nullptr, out.data(), secret.data());
    std::string hexadecimal(out.size() * 2 + 1, '\0');
    sodium_bin2hex(hexadecimal.data(), hexadecimal.size(), out.data(), out.size());
    hexadecimal.pop_back();
    return hexadecimal;
}

std::optional<std::string> unseal(std::string_view sealed, std::string_view key) {
    const Bytes secret = key_of(key);
    const auto bytes = bytes_of(sealed);
    if (!bytes || bytes->size() < nonce_size + tag_size) return std::nullopt;
    std::string out(bytes->size() - nonce_size - tag_size, '\0');
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(reinterpret_cast<unsigned char*>(out.data()), nullptr, nullptr,
                                                   bytes->data() + nonce_size, bytes->size() - nonce_size, nullptr, 0,
                                                   bytes->data(), secret.data()) != 0)
        return std::nullopt;
    return out;
}

}  // namespace clausier::core
