// Accepts connections and shares them out between the network threads; the one place where Asio and Beast are compiled.
#include "clausier/http/server.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <limits>
#include <thread>
#include <vector>

#include "clausier/core/issue.hpp"
#include "connection_answer.hpp"
#include "connection_read.hpp"
#include "host.hpp"

namespace clausier::http {
namespace {

using Acceptor = asio::basic_socket_acceptor<asio::ip::tcp, Executor>;

constexpr std::size_t turned_away_at_once = 256;  // connections over the limit that still get a sentence
constexpr std::size_t other_files = 512;          // left open to databases, uploads and the rest

[[noreturn]] void refuse(core::ErrorKind kind, std::string_view where, std::string_view text) {
    throw core::Error(kind, where, text);
}

// Browsers offer "h2" too: only HTTP/1.1 is chosen.
int choose_protocol(SSL*, const unsigned char** out, unsigned char* size, const unsigned char* in, unsigned in_size,
                    void*) {
    static constexpr unsigned char ours[] = "\x08http/1.1";
    unsigned char* chosen = nullptr;
    if (SSL_select_next_proto(&chosen, size, ours, sizeof ours - 1, in, in_size) != OPENSSL_NPN_NEGOTIATED)
        return SSL_TLSEXT_ERR_NOACK;
    *out = chosen;
    return SSL_TLSEXT_ERR_OK;
}

std::optional<asio::ssl::context> make_tls(const std::optional<TlsFiles>& files) {
    if (!files) return std::nullopt;
    asio::ssl::context tls(asio::ssl::context::tls_server);
    SSL_CTX_set_min_proto_version(tls.native_handle(), TLS1_2_VERSION);
    // Of TLS 1.2, only what keeps past talks secret when the key is stolen, and whose records cannot be altered.
    SSL_CTX_set_cipher_list(tls.native_handle(), "ECDHE+AESGCM:ECDHE+CHACHA20");
    SSL_CTX_set_options(tls.native_handle(), SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION);
    SSL_CTX_set_mode(tls.native_handle(), SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_alpn_select_cb(tls.native_handle(), choose_protocol, nullptr);
    error_code error;
    tls.use_certificate_chain_file(files->certificate.string(), error);
    if (error)
        refuse(core::ErrorKind::invalid, files->certificate.string(),
               "le certificat TLS ne peut pas être lu ; donnez un fichier PEM lisible");
    tls.use_private_key_file(files->key.string(), asio::ssl::context::pem, error);
    if (error || SSL_CTX_check_private_key(tls.native_handle()) != 1)
        refuse(core::ErrorKind::invalid, files->key.string(),
               "la clé TLS ne peut pas être lue ou n’est pas celle du certificat ; donnez la clé PEM du certificat");
    return tls;
}

std::size_t allowed_connections(std::size_t wanted) {
    const std::size_t files = raise_file_limit();
    return std::min(wanted, files > 2 * other_files ? files - other_files : files / 2);
}

asio::ip::tcp::endpoint endpoint_of(const ServerOptions& options) {
    error_code error;
    const auto address = asio::ip::make_address(options.address, error);
    if (error)
        refuse(core::ErrorKind::invalid, "adresse " + options.address,
               "ce n’est pas une adresse IP ; écrivez par exemple 127.0.0.1");
    return {address, options.port};
}

std::string address_of(const asio::ip::tcp::endpoint& peer) { return plain_address(peer.address().to_string()); }

}  // namespace

struct Server::State {
    State(const ServerOptions& given, Handler& handler, Metrics& metrics);

    void listen(const asio::ip::tcp::endpoint& endpoint);
    Task<void> accept();
    void welcome(Loop& loop, Socket socket, std::string peer);
    Task<void> host(Loop& loop, Socket socket, std::string peer, ConnectionLimits::Place place);
    Task<void> turn_away(Loop& loop, Socket socket, std::string peer);
    Loop& emptiest();

    Service service;
    std::vector<std::unique_ptr<Loop>> loops;
    std::unique_ptr<Acceptor> acceptor;
    std::uint16_t port = 0;
    bool closed = false;  // known to the first loop only
    std::atomic<std::size_t> turned_away_now{0};
};

Server::State::State(const ServerOptions& given, Handler& handler, Metrics& metrics)
    : service{.options = given,
              .handler = handler,
              .metrics = metrics,
              .tls = make_tls(given.tls),
              .limits = ConnectionLimits(allowed_connections(given.max_connections), given.connections_per_address,
                                         plain_address(given.trusted_proxy)),
              .filter = {},
              .workers = WorkerPool(std::max<std::size_t>(1, given.workers), given.queue),
              .disk = WorkerPool(1, std::numeric_limits<std::size_t>::max())} {
    service.options.trusted_proxy = plain_address(given.trusted_proxy);
    for (std::size_t i = 0; i < std::max<std::size_t>(1, given.network_threads); ++i)
        loops.push_back(std::make_unique<Loop>(service));
    listen(endpoint_of(given));
    for (const auto& loop : loops) asio::co_spawn(loop->executor(), loop->watch(), asio::detached);
    asio::co_spawn(loops.front()->executor(), accept(), asio::detached);
}

void Server::State::listen(const asio::ip::tcp::endpoint& endpoint) {
    acceptor = std::make_unique<Acceptor>(loops.front()->context());
    error_code error;
    acceptor->open(endpoint.protocol(), error);
    if (!error) acceptor->set_option(asio::socket_base::reuse_address(true), error);
    if (!error) acceptor->bind(endpoint, error);
    if (!error) acceptor->listen(4096, error);
    if (!error) port = acceptor->local_endpoint(error).port();
    if (!error) return;
    const std::string where = service.options.address + " port " + std::to_string(endpoint.port());
    if (error == asio::error::address_in_use)
        refuse(core::ErrorKind::unavailable, where,
               "le port est déjà pris ; arrêtez l’autre programme ou changez de port");
    if (error == asio::error::access_denied)
        refuse(core::ErrorKind::unavailable, where, "ce port demande des droits ; prenez un port au-dessus de 1023");
    refuse(core::ErrorKind::unavailable, where,
           "l’écoute est impossible ; vérifiez que l’adresse est celle de la machine");
}

Loop& Server::State::emptiest() {
    return **std::min_element(loops.begin(), loops.end(), [](const auto& a, const auto& b) {
        return a->held.load(std::memory_order_relaxed) < b->held.load(std::memory_order_relaxed);
    });
}

Task<void> Server::State::accept() {
    Loop& first = *loops.front();
    Timer pause(first.context());
    while (!closed) {
        Loop& loop = emptiest();
        Socket socket(loop.context());
        asio::ip::tcp::endpoint peer;
        error_code error;
        co_await acceptor->async_accept(socket, peer, asio::redirect_error(awaited, error));
        if (closed) co_return;
        if (!error) {
            try {
                welcome(loop, std::move(socket), address_of(peer));
            } catch (const std::bad_alloc&) {  // this connection is lost, not the server
            }
            continue;
        }
        pause.expires_after(std::chrono::milliseconds(50));  // no file left: others must close first
        co_await pause.async_wait(asio::redirect_error(awaited, error));
    }
}

void Server::State::welcome(Loop& loop, Socket socket, std::string peer) {
    if (auto place = service.limits.take(peer)) {
        loop.held.fetch_add(1, std::memory_order_relaxed);
        asio::co_spawn(loop.executor(), host(loop, std::move(socket), std::move(peer), std::move(place)),
                       asio::detached);
    } else if (turned_away_now.load() < turned_away_at_once) {
        loop.held.fetch_add(1, std::memory_order_relaxed);
        turned_away_now.fetch_add(1);
        asio::co_spawn(loop.executor(), turn_away(loop, std::move(socket), std::move(peer)), asio::detached);
    } else {
        service.metrics.refused(Refusal::connections);
    }
}

Task<void> Server::State::host(Loop& loop, Socket socket, std::string peer, ConnectionLimits::Place place) {
    const ConnectionLimits::Place held = std::move(place);
    Connection connection(service, loop, std::move(socket), std::move(peer));
    co_await connection.serve();
}

Task<void> Server::State::turn_away(Loop& loop, Socket socket, std::string peer) {
    const std::shared_ptr<void> leaving(nullptr, [this](void*) { turned_away_now.fetch_sub(1); });
    Connection connection(service, loop, std::move(socket), std::move(peer));
    co_await connection.turn_away();
}

Server::Server(const ServerOptions& options, Handler& handler, Metrics& metrics)
    : state_(std::make_unique<State>(options, handler, metrics)) {}

Server::~Server() = default;

std::uint16_t Server::port() const { return state_->port; }

void Server::run() {
    std::vector<std::thread> threads;
    for (std::size_t i = 1; i < state_->loops.size(); ++i)
        threads.emplace_back([&loop = *state_->loops[i]] { loop.context().run(); });
    state_->loops.front()->context().run();
    for (std::thread& thread : threads) thread.join();
}

void Server::stop() {
    State& state = *state_;
    asio::post(state.loops.front()->executor(), [&state] {
        state.closed = true;
        error_code ignored;
        state.acceptor->close(ignored);
    });
    for (const auto& loop : state.loops) asio::post(loop->executor(), [&loop = *loop] { loop.begin_stop(); });
}

}  // namespace clausier::http
