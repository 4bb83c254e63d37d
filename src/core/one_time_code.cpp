// One-time codes by liboath.
#include "clausier/core/one_time_code.hpp"

#include <liboath/oath.h>
#include <sodium.h>

#include <array>
#include <cstdlib>
#include <memory>
#include <stdexcept>

#include "clausier/core/secret.hpp"

namespace clausier::core {
namespace {

constexpr unsigned digits = 6;
constexpr std::int64_t step_seconds = 30;

struct Free {
    void operator()(char* text) const noexcept { std::free(text); }
};

void ready() {
    static const bool done = oath_init() == OATH_OK && sodium_init() >= 0;
    if (!done) throw std::runtime_error("liboath cannot start");
}

std::string bytes_of(std::string_view secret) {
    ready();
    char* raw = nullptr;
    std::size_t size = 0;
    if (oath_base32_decode(secret.data(), secret.size(), &raw, &size) != OATH_OK)
        throw std::invalid_argument("the secret is not base32");
    const std::unique_ptr<char, Free> owned(raw);
    return {raw, size};
}

std::string code_of_step(const std::string& bytes, std::int64_t step) {
    std::array<char, digits + 1> out{};
    if (oath_hotp_generate(bytes.data(), bytes.size(), static_cast<std::uint64_t>(step), digits, false,
                           OATH_HOTP_DYNAMIC_TRUNCATION, out.data()) != OATH_OK)
        throw std::runtime_error("liboath gives no code");
    return {out.data(), digits};
}

std::string percent_encoded(std::string_view text) {
    static constexpr char hex[] = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' ||
                           c == '.' || c == '_' || c == '~';
        const auto byte = static_cast<unsigned char>(c);
        if (plain)
            out += c;
        else
            out.append({'%', hex[byte >> 4U], hex[byte & 15U]});
    }
    return out;
}

}  // namespace

std::string one_time_secret() {
    ready();
    std::array<char, 20> raw{};
    randombytes_buf(raw.data(), raw.size());
    char* text = nullptr;
    std::size_t size = 0;
    if (oath_base32_encode(raw.data(), raw.size(), &text, &size) != OATH_OK) throw std::bad_alloc();
    const std::unique_ptr<char, Free> owned(text);
    return {text, size};
}

std::int64_t one_time_step(Instant instant) { return instant.time_since_epoch().count() / step_seconds; }

std::string one_time_code(std::string_view secret, Instant instant) {
    return code_of_step(bytes_of(secret), one_time_step(instant));
}

std::optional<std::int64_t> accepted_step(std::string_view secret, std::string_view code, Instant now,
                                          std::int64_t last_step) {
    std::string typed;
    for (const char c : code)
        if (c >= '0' && c <= '9')
            typed += c;
        else if (c != ' ')
            return std::nullopt;
    const std::string bytes = bytes_of(secret);
    const std::int64_t here = one_time_step(now);
    std::optional<std::int64_t> found;
    for (const std::int64_t step : {here - 1, here, here + 1})
        if (same_secret(code_of_step(bytes, step), typed) && step > last_step) found = step;
    return found;
}

std::string one_time_uri(std::string_view secret, std::string_view issuer, std::string_view account) {
    const std::string name = percent_encoded(issuer);
    return "otpauth://totp/" + name + ":" + percent_encoded(account) + "?secret=" + std::string(secret) +
           "&issuer=" + name + "&algorithm=SHA1&digits=6&period=30";
}

}  // namespace clausier::core
