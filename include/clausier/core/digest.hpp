// Fingerprints of bytes: SHA-256 for what must hold against tampering, a short BLAKE2b for comparing rows.
#pragma once
#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace clausier::core {

// 64 hexadecimal digits of SHA-256.
std::string sha256(std::string_view bytes);

// SHA-256 of bytes that come in pieces.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;
    void update(std::string_view bytes);
    // 64 hexadecimal digits; the object is spent.
    std::string finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

// 32 hexadecimal digits (BLAKE2b, 128 bits): tells two contents apart, quickly.
std::string short_digest(std::string_view bytes);

}  // namespace clausier::core
