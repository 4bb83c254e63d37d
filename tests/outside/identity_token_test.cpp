// A token is believed when every word of it is right, and refused, with the word that is wrong, otherwise.
#include "clausier/outside/identity_token.hpp"

#include <catch2/catch_test_macros.hpp>
#include <functional>

#include "clausier/core/secret.hpp"
#include "signed_tokens.hpp"

using namespace clausier;
using namespace clausier::outside;
using namespace clausier::outside::testing;

namespace {

const std::string nonce = "0123456789abcdef0123456789abcdef";
constexpr std::int64_t now = 1'790'000'000;

const KeyPair& rsa() {
    static const KeyPair pair = rsa_pair("rsa-1");
    return pair;
}
const KeyPair& ec() {
    static const KeyPair pair = ec_pair("ec-1");
    return pair;
}

json::object claims() {
    return {{"iss", "https://identite.example"},
            {"aud", "clausier"},
            {"sub", "personne-7"},
            {"nonce", nonce},
            {"exp", now + 300},
            {"iat", now - 5},
            {"email", "A.B@Valbrume.example"},
            {"email_verified", true}};
}

TokenExpectation expected(SigningAlgorithm algorithm = SigningAlgorithm::rs256) {
    return {"https://identite.example", "clausier", algorithm, core::Instant(std::chrono::seconds(now))};
}

KeySet keys() { return KeySet::parse(key_set({jwk(rsa()), jwk(ec())})).value(); }

// The code of the fault; "" when the token is believed.
std::string fault_of(const core::Result<Claims>& read) { return read ? std::string() : read.error().code; }
std::string fault(const std::string& text, SigningAlgorithm algorithm = SigningAlgorithm::rs256) {
    return fault_of(verify_id_token(text, keys(), expected(algorithm), nonce));
}
std::string fault_with(const std::function<void(json::object&)>& change) {
    json::object said = claims();
    change(said);
    return fault(token(rsa(), said));
}

}  // namespace

TEST_CASE("a token signed as agreed tells who has come, in both algorithms") {
    const auto read = verify_id_token(token(rsa(), claims()), keys(), expected(), nonce);
    REQUIRE(read.has_value());
    CHECK(read->subject == "personne-7");
    CHECK(read->email == "a.b@valbrume.example");
    CHECK(read->email_verified);
    CHECK(fault(token(ec(), claims()), SigningAlgorithm::es256).empty());
    CHECK(key_name(token(ec(), claims())) == "ec-1");
}

TEST_CASE("the token never chooses its algorithm") {
    CHECK(fault(token(ec(), claims())) == "oidc_alg");
    CHECK(fault(token(rsa(), claims()), SigningAlgorithm::es256) == "oidc_alg");
    const std::string body = to_base64url(json::serialize(claims()));
    for (const char* none : {"none", "None", "NONE", ""}) {
        const std::string head = to_base64url(json::serialize(json::object{{"alg", none}}));
        CHECK(fault(head + "." + body + ".") == "oidc_alg");
    }
    // The public key of the provider taken for a shared secret.
    const std::string head = to_base64url(json::serialize(json::object{{"alg", "HS256"}, {"kid", "rsa-1"}}));
    const std::string tag = core::keyed_tag(head + "." + body, json::serialize(jwk(rsa())));
    CHECK(fault(head + "." + body + "." + to_base64url(tag)) == "oidc_alg");
    // Said to be RS256, and signed by the other key.
    CHECK(fault(token(ec(), {{"alg", "RS256"}, {"kid", "ec-1"}}, claims())) == "oidc_signature");
    CHECK(fault(token(rsa(), {{"alg", "ES256"}, {"kid", "rsa-1"}}, claims()), SigningAlgorithm::es256) ==
          "oidc_signature");
}

TEST_CASE("a signature that is another's, altered or absent is refused") {
    const KeyPair stranger = rsa_pair("rsa-1");
    CHECK(fault(token(stranger, claims())) == "oidc_signature");
    CHECK(fault(token(rsa(), {{"alg", "RS256"}, {"kid", "inconnue"}}, claims())) == "oidc_signature");
    // A key that the token brings along is nobody's.
    CHECK(fault(token(stranger, {{"alg", "RS256"}, {"jwk", jwk(stranger)}}, claims())) == "oidc_signature");
    CHECK(fault(token(rsa(), {{"alg", "RS256"}}, claims())).empty());  // no name: every key is tried
    const std::string whole = token(rsa(), claims());
    const std::size_t dot = whole.rfind('.');
    CHECK(fault(whole.substr(0, dot + 1)) == "oidc_signature");
    const std::string other = to_base64url(json::serialize(json::object{{"sub", "un autre"}}));
    CHECK(fault(whole.substr(0, whole.find('.') + 1) + other + whole.substr(dot)) == "oidc_signature");
    const std::string ecdsa = token(ec(), claims());
    for (const std::string& bytes : {std::string(60, 'a'), std::string(64, '\0'), std::string(65, 'a')})
        CHECK(fault(ecdsa.substr(0, ecdsa.rfind('.') + 1) + to_base64url(bytes), SigningAlgorithm::es256) ==
              "oidc_signature");
}

TEST_CASE("each claim must be this login's") {
    CHECK(fault_with([](json::object& it) { it["iss"] = "https://identite.example/"; }) == "oidc_iss");
    CHECK(fault_with([](json::object& it) { it.erase("iss"); }) == "oidc_iss");
    CHECK(fault_with([](json::object& it) { it["aud"] = "un-autre"; }) == "oidc_aud");
    CHECK(fault_with([](json::object& it) { it["aud"] = json::array{"un-autre"}; }) == "oidc_aud");
    CHECK(fault_with([](json::object& it) { it.erase("aud"); }) == "oidc_aud");
    CHECK(fault_with([](json::object& it) { it["aud"] = json::array{"clausier"}; }).empty());
    CHECK(fault_with([](json::object& it) { it["aud"] = json::array{"clausier", "un-autre"}; }) == "oidc_azp");
    CHECK(fault_with([](json::object& it) { it["azp"] = "un-autre"; }) == "oidc_azp");
    CHECK(fault_with([](json::object& it) { it["azp"] = 7; }) == "oidc_azp");
    CHECK(fault_with([](json::object& it) { it["azp"] = "clausier"; }).empty());
    CHECK(fault_with([](json::object& it) { it["nonce"] = std::string(32, 'x'); }) == "oidc_nonce");
    CHECK(fault_with([](json::object& it) { it.erase("nonce"); }) == "oidc_nonce");
    CHECK(fault_with([](json::object& it) { it["sub"] = ""; }) == "oidc_sub");
    CHECK(fault_with([](json::object& it) { it["sub"] = 7; }) == "oidc_sub");
    CHECK(fault_with([](json::object& it) { it["sub"] = std::string(256, 'a'); }) == "oidc_sub");
    CHECK(fault_of(verify_id_token(token(rsa(), claims()), keys(), expected(), "")) == "oidc_nonce");
}

TEST_CASE("a token lives a while, a minute of grace between two clocks included") {
    CHECK(fault_with([](json::object& it) { it["exp"] = now - 59; }).empty());
    CHECK(fault_with([](json::object& it) { it["exp"] = now - 60; }) == "oidc_exp");
    CHECK(fault_with([](json::object& it) { it.erase("exp"); }) == "oidc_exp");
    CHECK(fault_with([](json::object& it) { it["exp"] = "toujours"; }) == "oidc_exp");
    CHECK(fault_with([](json::object& it) { it["exp"] = 1e300; }) == "oidc_exp");
    CHECK(fault_with([](json::object& it) { it["exp"] = static_cast<double>(now) + 300.5; }).empty());
    CHECK(fault_with([](json::object& it) { it["iat"] = now + 61; }) == "oidc_iat");
    CHECK(fault_with([](json::object& it) { it["iat"] = now - 661; }) == "oidc_iat");
    CHECK(fault_with([](json::object& it) { it.erase("iat"); }) == "oidc_iat");
    CHECK(fault_with([](json::object& it) { it["nbf"] = now + 120; }) == "oidc_iat");
}

TEST_CASE("what is no token is refused without being followed") {
    const std::string good = token(rsa(), claims());
    for (const std::string& bad : {std::string(), std::string("a.b"), std::string("..."), good + ".", good + "=",
                                   "!" + good, std::string(40'000, 'a'), good.substr(0, good.find('.')) + ".W10.W10"})
        CHECK(fault(bad) == "oidc_jeton");
    CHECK(fault(token(rsa(), {{"alg", "RS256"}, {"crit", json::array{"b64"}}, {"b64", false}}, claims())) ==
          "oidc_jeton");
    const auto refused = verify_id_token("a.b.c", keys(), expected(), nonce);
    CHECK(refused.error().text ==
          "la réponse du fournisseur d’identité ne se lit pas\u00a0; recommencez la connexion, et prévenez "
          "l’administrateur si cela dure");
}

TEST_CASE("what the provider says of a person is signed as well, and is of that person") {
    const json::object said = {{"iss", "https://identite.example"},
                               {"aud", "clausier"},
                               {"sub", "personne-7"},
                               {"email", "a@valbrume.example"},
                               {"email_verified", "true"}};
    const auto read = verify_userinfo(token(rsa(), said), keys(), expected(), "personne-7");
    REQUIRE(read.has_value());
    CHECK(read->email == "a@valbrume.example");
    CHECK_FALSE(read->email_verified);  // a text is not a yes
    const auto refusal = [&](const std::string& text) {
        return fault_of(verify_userinfo(text, keys(), expected(), "personne-7"));
    };
    CHECK(fault_of(verify_userinfo(token(rsa(), said), keys(), expected(), "personne-8")) == "oidc_sub");
    CHECK(refusal(token(ec(), said)) == "oidc_alg");
    CHECK(refusal(token(rsa_pair("rsa-1"), said)) == "oidc_signature");
    json::object old = said;
    old["exp"] = now - 100;
    CHECK(refusal(token(rsa(), old)) == "oidc_exp");
    old.erase("exp");
    old["aud"] = "un-autre";
    CHECK(refusal(token(rsa(), old)) == "oidc_aud");
    CHECK(refusal(R"({"sub":"personne-7"})") == "oidc_jeton");
    CHECK(fault_of(read_userinfo(R"({"sub":"personne-7","email":"x@y.example"})", "personne-7")).empty());
    CHECK(fault_of(read_userinfo(R"({"sub":"personne-8"})", "personne-7")) == "oidc_sub");
    CHECK(fault_of(read_userinfo("[]", "personne-7")) == "oidc_jeton");
}

TEST_CASE("keys that are weak, of another use or broken are no keys") {
    const auto bad = [](const json::object& key) { return !KeySet::parse(key_set({key})).has_value(); };
    CHECK(bad(jwk(rsa_pair("faible", 1024))));
    json::object encryption = jwk(rsa());
    encryption["use"] = "enc";
    CHECK(bad(encryption));
    json::object other = jwk(rsa());
    other["alg"] = "PS256";
    CHECK(bad(other));
    json::object off_curve = jwk(ec());
    off_curve["x"] = off_curve["y"];
    CHECK(bad(off_curve));
    json::object curve = jwk(ec());
    curve["crv"] = "P-384";
    CHECK(bad(curve));
    CHECK(bad({{"kty", "oct"}, {"k", "c2VjcmV0"}}));
    for (const char* text : {"", "{}", "[]", R"({"keys":7})", R"({"keys":[7]})", R"({"keys":[]})"})
        CHECK_FALSE(KeySet::parse(text).has_value());
    CHECK(keys().holds("rsa-1"));
    CHECK_FALSE(keys().holds("rsa-2"));
}
