// TLS in process, with a certificate made for the test: today's versions only.
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <catch2/catch_test_macros.hpp>
#include <cstdio>
#include <memory>

#include "clausier/core/issue.hpp"
#include "http/test_server.hpp"

using namespace clausier;
using namespace clausier::tests;

namespace {

template <auto release>
struct Release {
    template <class T>
    void operator()(T* held) const {
        release(held);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Release<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Release<X509_free>>;
using Context = std::unique_ptr<SSL_CTX, Release<SSL_CTX_free>>;
using Session = std::unique_ptr<SSL, Release<SSL_free>>;
using File = std::unique_ptr<std::FILE, Release<std::fclose>>;

void write_key(const std::filesystem::path& path, EVP_PKEY* key) {
    const File file(std::fopen(path.c_str(), "w"));
    PEM_write_PrivateKey(file.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
}

// A certificate that signs itself, for one day, and its key.
http::TlsFiles make_certificate(const std::filesystem::path& folder) {
    const Key key(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"));
    const Certificate certificate(X509_new());
    X509_set_version(certificate.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -3600);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 86400);
    X509_set_pubkey(certificate.get(), key.get());
    X509_NAME* name = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("exemple.test"), -1, -1,
                               0);
    X509_set_issuer_name(certificate.get(), name);
    X509_sign(certificate.get(), key.get(), EVP_sha256());
    http::TlsFiles files{folder / "certificat.pem", folder / "cle.pem"};
    const File file(std::fopen(files.certificate.c_str(), "w"));
    PEM_write_X509(file.get(), certificate.get());
    write_key(files.key, key.get());
    return files;
}

// What the server answers over TLS of at most this version; empty when the handshake fails.
std::string say(std::uint16_t port, std::string_view bytes, int newest, std::string* protocol = nullptr,
                const char* ciphers = "ALL") {
    const Context context(SSL_CTX_new(TLS_client_method()));
    SSL_CTX_set_min_proto_version(context.get(), TLS1_VERSION);
    SSL_CTX_set_max_proto_version(context.get(), newest);
    SSL_CTX_set_security_level(context.get(), 0);
    SSL_CTX_set_cipher_list(context.get(), ciphers);
    RawClient socket(port);
    const Session session(SSL_new(context.get()));
    static constexpr unsigned char offered[] = "\x02h2\x08http/1.1";
    SSL_set_alpn_protos(session.get(), offered, sizeof offered - 1);
    SSL_set_fd(session.get(), socket.descriptor());
    if (SSL_connect(session.get()) != 1) return {};
    const unsigned char* chosen = nullptr;
    unsigned size = 0;
    SSL_get0_alpn_selected(session.get(), &chosen, &size);
    if (protocol != nullptr) protocol->assign(reinterpret_cast<const char*>(chosen), size);
    SSL_write(session.get(), bytes.data(), static_cast<int>(bytes.size()));
    std::string out;
    char block[16384];
    for (int n = 0; (n = SSL_read(session.get(), block, sizeof block)) > 0;)
        out.append(block, static_cast<std::size_t>(n));
    // A clean end, not a cut: the client knows that nothing is missing.
    CHECK((SSL_get_shutdown(session.get()) & SSL_RECEIVED_SHUTDOWN) != 0);
    SSL_shutdown(session.get());
    return out;
}

constexpr std::string_view client = "GET /client HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

}  // namespace

TEST_CASE("requests over TLS 1.2 and 1.3, and the handler knows they are safe") {
    const TempFolder folder;
    http::ServerOptions options;
    options.tls = make_certificate(folder.path);
    TestServer server(options);
    for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
        std::string protocol;
        CHECK(body_of(say(server.port(), client, version, &protocol)) == "127.0.0.1 https");
        CHECK(protocol == "http/1.1");
    }
    const auto big = say(server.port(), "GET /gros HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", TLS1_3_VERSION);
    CHECK(body_of(big).size() == 8 << 20);
}

TEST_CASE("TLS 1.1 is refused, and plain HTTP on the port of TLS is closed") {
    const TempFolder folder;
    http::ServerOptions options;
    options.tls = make_certificate(folder.path);
    TestServer server(options);
    CHECK(say(server.port(), client, TLS1_1_VERSION).empty());
    CHECK(status_of(server.say(client)) == 0);
    CHECK(server.handler.handled == 0);
    CHECK(body_of(say(server.port(), client, TLS1_3_VERSION)) == "127.0.0.1 https");
}

TEST_CASE("of TLS 1.2 only suites with forward secrecy and sealed records are spoken") {
    const TempFolder folder;
    http::ServerOptions options;
    options.tls = make_certificate(folder.path);
    TestServer server(options);
    for (const char* weak : {"ECDHE-ECDSA-AES128-SHA256", "ECDHE-ECDSA-AES256-SHA", "AES256-GCM-SHA384"})
        CHECK(say(server.port(), client, TLS1_2_VERSION, nullptr, weak).empty());
    for (const char* good : {"ECDHE-ECDSA-AES128-GCM-SHA256", "ECDHE-ECDSA-CHACHA20-POLY1305"})
        CHECK(body_of(say(server.port(), client, TLS1_2_VERSION, nullptr, good)) == "127.0.0.1 https");
}

TEST_CASE("bad framing over TLS is refused as elsewhere") {
    const TempFolder folder;
    http::ServerOptions options;
    options.tls = make_certificate(folder.path);
    TestServer server(options);
    const auto got =
        say(server.port(), "GET / HTTP/1.1\r\nHost: a\nX: y\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", TLS1_3_VERSION);
    CHECK(status_of(got) == 400);
    CHECK(answers_in(got) == 1);
}

TEST_CASE("a handshake that does not end is closed") {
    const TempFolder folder;
    http::ServerOptions options;
    options.tls = make_certificate(folder.path);
    options.timeouts.header = std::chrono::milliseconds(100);
    TestServer server(options);
    RawClient silent(server.port());
    CHECK(silent.all().empty());
}

TEST_CASE("a certificate or a key that cannot be used is refused with its name") {
    const TempFolder folder;
    auto files = make_certificate(folder.path);
    const auto refusal = [&] {
        http::ServerOptions options;
        options.tls = files;
        http::Metrics metrics;
        TestHandler handler;
        try {
            http::Server server(options, handler, metrics);
        } catch (const core::Error& error) {
            return std::string(error.what());
        }
        return std::string();
    };
    CHECK(refusal().empty());
    write_key(files.key, Key(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256")).get());
    CHECK(has(refusal(), "cle.pem : la clé TLS"));
    files.certificate = folder.path / "absent.pem";
    CHECK(has(refusal(), "absent.pem : le certificat TLS"));
}
