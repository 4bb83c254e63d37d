// Keys and tokens as an identity provider makes them, for tests: every part can be made wrong.
#pragma once
#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base64url.hpp"

namespace clausier::outside::testing {

namespace json = boost::json;

struct KeyPair {
    std::string kid;
    std::string algorithm;  // "RS256" or "ES256"
    std::shared_ptr<EVP_PKEY> key;
};

inline KeyPair rsa_pair(const std::string& kid, std::size_t bits = 2048) {
    return {kid, "RS256", {EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", bits), EVP_PKEY_free}};
}
inline KeyPair ec_pair(const std::string& kid, const char* curve = "P-256") {
    return {kid, "ES256", {EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", curve), EVP_PKEY_free}};
}

inline std::string number(const KeyPair& pair, const char* name) {
    BIGNUM* value = nullptr;
    EVP_PKEY_get_bn_param(pair.key.get(), name, &value);
    std::string out(static_cast<std::size_t>(BN_num_bytes(value)), '\0');
    BN_bn2bin(value, reinterpret_cast<unsigned char*>(out.data()));
    BN_free(value);
    return out;
}

// The coordinates keep their leading zeros.
inline std::string padded(std::string bytes) {
    return bytes.size() < 32 ? std::string(32 - bytes.size(), '\0') + bytes : bytes;
}

inline json::object jwk(const KeyPair& pair) {
    if (pair.algorithm == "RS256")
        return {{"kty", "RSA"},
                {"kid", pair.kid},
                {"use", "sig"},
                {"n", to_base64url(number(pair, OSSL_PKEY_PARAM_RSA_N))},
                {"e", to_base64url(number(pair, OSSL_PKEY_PARAM_RSA_E))}};
    return {{"kty", "EC"},
            {"kid", pair.kid},
            {"use", "sig"},
            {"crv", "P-256"},
            {"x", to_base64url(padded(number(pair, OSSL_PKEY_PARAM_EC_PUB_X)))},
            {"y", to_base64url(padded(number(pair, OSSL_PKEY_PARAM_EC_PUB_Y)))}};
}

inline std::string key_set(std::initializer_list<json::object> keys) {
    return json::serialize(json::object{{"keys", json::array(keys.begin(), keys.end())}});
}

inline std::string sign(const KeyPair& pair, std::string_view text) {
    const auto bytes = [](std::string_view it) { return reinterpret_cast<const unsigned char*>(it.data()); };
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, pair.key.get());
    std::size_t size = 0;
    EVP_DigestSign(context.get(), nullptr, &size, bytes(text), text.size());
    std::string out(size, '\0');
    EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(out.data()), &size, bytes(text), text.size());
    out.resize(size);
    if (pair.algorithm == "RS256") return out;
    const unsigned char* at = bytes(out);
    const std::unique_ptr<ECDSA_SIG, decltype(&ECDSA_SIG_free)> both(
        d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(out.size())), ECDSA_SIG_free);
    std::string halves(64, '\0');
    BN_bn2binpad(ECDSA_SIG_get0_r(both.get()), reinterpret_cast<unsigned char*>(halves.data()), 32);
    BN_bn2binpad(ECDSA_SIG_get0_s(both.get()), reinterpret_cast<unsigned char*>(halves.data()) + 32, 32);
    return halves;
}

// The token that says `claims` under `header`, signed by that key.
inline std::string token(const KeyPair& pair, const json::object& header, const json::object& claims) {
    const std::string text = to_base64url(json::serialize(header)) + "." + to_base64url(json::serialize(claims));
    return text + "." + to_base64url(sign(pair, text));
}
inline std::string token(const KeyPair& pair, const json::object& claims) {
    return token(pair, {{"alg", pair.algorithm}, {"kid", pair.kid}}, claims);
}

}  // namespace clausier::outside::testing
