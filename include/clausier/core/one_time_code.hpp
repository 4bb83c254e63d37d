// One-time codes of an application (TOTP, RFC 6238: SHA-1, 6 digits, 30 s), as every application makes them.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "clausier/core/clock.hpp"

namespace clausier::core {

// A new secret of 160 bits, in base32 (32 letters and digits).
std::string one_time_secret();

// The number of the 30 seconds of an instant since 1970.
std::int64_t one_time_step(Instant instant);

// The 6 digits of a secret at an instant. Throws std::invalid_argument when the secret is not base32.
std::string one_time_code(std::string_view secret, Instant instant);

// The step whose code this is (spaces do not count), among that of now, the one before and the one after; nothing when
// it is none of them. A step that is not after `last_step`, the last one accepted, is refused: a code serves once.
std::optional<std::int64_t> accepted_step(std::string_view secret, std::string_view code, Instant now,
                                          std::int64_t last_step);

// "otpauth://totp/Issuer:account?secret=…&issuer=Issuer": what an application reads in a QR code.
std::string one_time_uri(std::string_view secret, std::string_view issuer, std::string_view account);

}  // namespace clausier::core
