// Public keys of a provider read from their JWK Set, and signatures checked by OpenSSL.
#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include "base64url.hpp"
#include "clausier/outside/identity_token.hpp"

namespace clausier::outside {
namespace {

namespace json = boost::json;

template <class T, void (*Free)(T*)>
struct Freed {
    void operator()(T* it) const { Free(it); }
};
template <class T, void (*Free)(T*)>
using Owned = std::unique_ptr<T, Freed<T, Free>>;

using PublicKey = Owned<EVP_PKEY, EVP_PKEY_free>;
using Number = Owned<BIGNUM, BN_free>;

constexpr std::size_t longest_set = 256 * 1024;
constexpr std::size_t most_keys = 64;
constexpr int fewest_rsa_bits = 2048;
constexpr int most_rsa_bits = 8192;
constexpr std::size_t coordinate = 32;  // bytes of a P-256 coordinate, and of half a signature

const unsigned char* bytes(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

std::string member(const json::object& object, std::string_view name) {
    const json::value* const found = object.if_contains(name);
    const json::string* const text = found ? found->if_string() : nullptr;
    return text ? std::string(*text) : std::string();
}

PublicKey built(const char* type, OSSL_PARAM_BLD* builder) {
    const Owned<OSSL_PARAM, OSSL_PARAM_free> params(OSSL_PARAM_BLD_to_param(builder));
    const Owned<EVP_PKEY_CTX, EVP_PKEY_CTX_free> context(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr));
    EVP_PKEY* key = nullptr;
    if (!params || !context || EVP_PKEY_fromdata_init(context.get()) <= 0 ||
        EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, params.get()) <= 0)
        return nullptr;
    PublicKey out(key);
    const Owned<EVP_PKEY_CTX, EVP_PKEY_CTX_free> check(EVP_PKEY_CTX_new_from_pkey(nullptr, key, nullptr));
    return check && EVP_PKEY_public_check(check.get()) == 1 ? std::move(out) : nullptr;
}

PublicKey rsa_key(const json::object& object) {
    const auto n = from_base64url(member(object, "n"));
    const auto e = from_base64url(member(object, "e"));
    if (!n || !e || e->empty() || e->size() > 8 || n->size() > most_rsa_bits / 8) return nullptr;
    const Number modulus(BN_bin2bn(bytes(*n), static_cast<int>(n->size()), nullptr));
    const Number exponent(BN_bin2bn(bytes(*e), static_cast<int>(e->size()), nullptr));
    if (!modulus || !exponent || BN_num_bits(modulus.get()) < fewest_rsa_bits) return nullptr;
    const Owned<OSSL_PARAM_BLD, OSSL_PARAM_BLD_free> builder(OSSL_PARAM_BLD_new());
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, modulus.get());
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, exponent.get());
    return built("RSA", builder.get());
}

PublicKey p256_key(const json::object& object) {
    const auto x = from_base64url(member(object, "x"));
    const auto y = from_base64url(member(object, "y"));
    if (member(object, "crv") != "P-256" || !x || !y || x->size() != coordinate || y->size() != coordinate)
        return nullptr;
    const std::string point = '\x04' + *x + *y;
    const Owned<OSSL_PARAM_BLD, OSSL_PARAM_BLD_free> builder(OSSL_PARAM_BLD_new());
    OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "P-256", 0);
    OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size());
    return built("EC", builder.get());
}

// The two halves of a JWS signature as the DER that OpenSSL reads; "" when they are no halves.
std::string der_of(std::string_view signature) {
    if (signature.size() != 2 * coordinate) return {};
    const Owned<ECDSA_SIG, ECDSA_SIG_free> pair(ECDSA_SIG_new());
    BIGNUM* const r = BN_bin2bn(bytes(signature), coordinate, nullptr);
    BIGNUM* const s = BN_bin2bn(bytes(signature.substr(coordinate)), coordinate, nullptr);
    ECDSA_SIG_set0(pair.get(), r, s);
    std::string out(static_cast<std::size_t>(i2d_ECDSA_SIG(pair.get(), nullptr)), '\0');
    unsigned char* at = reinterpret_cast<unsigned char*>(out.data());
    i2d_ECDSA_SIG(pair.get(), &at);
    return out;
}

core::Issue bad_set() {
    return core::fault("oidc_cles",
                       "les clés publiées par le fournisseur d’identité ne se lisent pas\u00a0; prévenez "
                       "l’administrateur");
}

}  // namespace

struct KeySet::Key {
    std::string kid;
    SigningAlgorithm algorithm = SigningAlgorithm::rs256;
    PublicKey key;
};

std::string_view code(SigningAlgorithm algorithm) { return algorithm == SigningAlgorithm::rs256 ? "RS256" : "ES256"; }

core::Result<KeySet> KeySet::parse(std::string_view text) {
    boost::system::error_code error;
    const json::value parsed = text.size() > longest_set ? json::value() : json::parse(text, error);
    const json::object* const set = parsed.if_object();
    const json::value* const list = set ? set->if_contains("keys") : nullptr;
    if (error || !list || !list->is_array() || list->get_array().size() > most_keys) return bad_set();
    KeySet out;
    for (const json::value& value : list->get_array()) {
        const json::object* const object = value.if_object();
        if (!object) return bad_set();
        const std::string type = member(*object, "kty");
        const SigningAlgorithm algorithm = type == "RSA" ? SigningAlgorithm::rs256 : SigningAlgorithm::es256;
        if (type != "RSA" && type != "EC") continue;
        if (object->contains("use") && member(*object, "use") != "sig") continue;
        if (object->contains("alg") && member(*object, "alg") != code(algorithm)) continue;
        PublicKey key = type == "RSA" ? rsa_key(*object) : p256_key(*object);
        if (key)
            out.keys_.push_back(std::make_shared<const Key>(Key{member(*object, "kid"), algorithm, std::move(key)}));
    }
    if (out.keys_.empty()) return bad_set();
    return out;
}

bool KeySet::holds(std::string_view kid) const {
    for (const auto& key : keys_)
        if (kid.empty() || key->kid == kid) return true;
    return false;
}

bool KeySet::verify(SigningAlgorithm algorithm, std::string_view kid, std::string_view text,
                    std::string_view signature) const {
    const std::string der = algorithm == SigningAlgorithm::es256 ? der_of(signature) : std::string(signature);
    if (der.empty()) return false;
    for (const auto& key : keys_) {
        if (key->algorithm != algorithm || (!kid.empty() && key->kid != kid)) continue;
        const Owned<EVP_MD_CTX, EVP_MD_CTX_free> context(EVP_MD_CTX_new());
        if (context && EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key->key.get()) == 1 &&
            EVP_DigestVerify(context.get(), bytes(der), der.size(), bytes(text), text.size()) == 1)
            return true;
    }
    return false;
}

}  // namespace clausier::outside
