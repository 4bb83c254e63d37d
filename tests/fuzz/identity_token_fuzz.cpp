// Any bytes as a signed token, as a key set and as what a provider says of somebody: nothing crashes, and nothing is
// believed that no key has signed.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base64url.hpp"
#include "clausier/outside/identity_token.hpp"

namespace {

using namespace clausier::outside;

void expect(bool holds) {
    if (!holds) std::abort();
}

// A public key whose private half nobody kept.
const KeySet& keys() {
    static const KeySet set = KeySet::parse(R"({"keys":[{"kty":"EC","kid":"1","crv":"P-256",
        "x":"tX8OWDJUk6_Yc3gitT03awlH_KIglkM-J3R2Ma-ogxU","y":"FTrjEg4DJ9dGeW1OQukHVl-5SSzs3XK33jacrss7u8w"}]})")
                                  .value();
    return set;
}

void check_token(std::string_view token) {
    TokenExpectation expected{"https://a.example", "clausier", SigningAlgorithm::es256, {}};
    const std::string nonce(32, 'n');
    expect(!verify_id_token(token, keys(), expected, nonce));
    expect(!verify_userinfo(token, keys(), expected, "7"));
    static_cast<void>(key_name(token));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 1) return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    switch (data[0] % 4) {
        case 0:
            check_token(bytes);
            break;
        case 1: {
            // The two first parts are JSON as often as bytes allow.
            const std::size_t middle = bytes.size() / 2;
            check_token(to_base64url(bytes.substr(0, middle)) + "." + to_base64url(bytes.substr(middle)) + "." +
                        to_base64url(std::string(64, 's')));
            break;
        }
        case 2:
            static_cast<void>(KeySet::parse(bytes));
            break;
        default:
            if (const auto read = read_userinfo(bytes, "7")) expect(read->subject == "7");
            if (const auto raw = from_base64url(bytes)) expect(to_base64url(*raw) == bytes);
    }
    return 0;
}
