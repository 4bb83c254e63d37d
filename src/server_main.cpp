// The server: its options, the base, the pages, and the sockets that serve them until SIGTERM or SIGINT.
#include <fmt/format.h>
#include <pthread.h>
#include <unistd.h>

#include <csignal>
#include <thread>

#include "clausier/app/accounts.hpp"
#include "clausier/app/app.hpp"
#include "clausier/app/daily_work.hpp"
#include "clausier/app/outbox.hpp"
#include "clausier/cli/command.hpp"
#include "clausier/cli/output.hpp"
#include "clausier/cli/server_options.hpp"
#include "clausier/cli/usage.hpp"
#include "clausier/core/dates.hpp"
#include "clausier/http/server.hpp"
#include "clausier/outside/identity.hpp"
#include "clausier/outside/mail.hpp"
#include "clausier/outside/pdf.hpp"
#include "clausier/outside/raster.hpp"
#include "clausier/web/door.hpp"

namespace {

using namespace clausier;

cli::Environment environment() {
    cli::Environment out;
    for (char** at = environ; *at; ++at) {
        const std::string_view line = *at;
        const std::size_t equal = line.find('=');
        if (equal != std::string_view::npos) out.emplace(line.substr(0, equal), line.substr(equal + 1));
    }
    return out;
}

// The real clock, or the day that CLAUSIER_AUJOURDHUI names, as in the command line.
std::unique_ptr<core::Clock> clock_of(const cli::Environment& variables) {
    if (const auto day = variables.find("CLAUSIER_AUJOURDHUI"); day != variables.end())
        if (const auto date = core::parse_iso_date(day->second))
            return std::make_unique<core::FixedClock>(std::chrono::sys_days(*date));
    return std::make_unique<core::SystemClock>();
}

// An IPv6 address stands in brackets in a URL, and in a Host field.
std::string url_host(const std::string& address) {
    return address.find(':') == std::string::npos ? address : "[" + address + "]";
}

// One write for a line: threads neither mix their lines nor wait for each other. A log nobody can read any more is
// lost.
void log(std::string_view line) {
    thread_local std::string whole;
    whole.assign(line).push_back('\n');
    [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, whole.data(), whole.size());
}

http::ServerOptions socket_options(const cli::ServerOptions& options) {
    http::ServerOptions out;
    out.address = options.address;
    out.port = options.port;
    out.trusted_proxy = options.proxy;
    if (options.tls()) {
        cli::require_private(options.key, "--tls-cle");
        out.tls = http::TlsFiles{options.certificate, options.key};
    }
    out.access_log = log;
    out.secret_paths = web::secret_paths();
    return out;
}

// The server, listening; or none, what is wrong having been said, and the exit code: an option's fault, or a port's.
std::pair<std::unique_ptr<http::Server>, int> listen(const cli::ServerOptions& options, web::Door& door,
                                                     http::Metrics& metrics) {
    try {
        return {std::make_unique<http::Server>(socket_options(options), door, metrics), cli::Exit::ok};
    } catch (const core::Error& error) {
        cli::print_error(error);
        return {nullptr, error.kind() == core::ErrorKind::invalid ? cli::Exit::usage : cli::Exit::failure};
    }
}

// Serves until one of the signals, which every thread but the one that waits for them must have blocked.
void serve(http::Server& server, const sigset_t& signals) {
    std::thread waiting([&] {
        int signal = 0;
        sigwait(&signals, &signal);
        server.stop();
    });
    server.run();
    pthread_kill(waiting.native_handle(), SIGTERM);  // run() may end without a signal
    waiting.join();
}

// Without accounts everybody may do everything: never beside accounts, which would then protect nothing.
void check_accounts(const cli::ServerOptions& options, store::Database& base) {
    if (!options.accounts && app::has_accounts(base))
        throw cli::UsageError("option --sans-comptes",
                              "la base a des comptes, et cette option l’ouvrirait à tous ; retirez-la");
}

// How people call the server: by its name when a proxy or a certificate gives it one, else by its address.
std::string origin_of(const cli::ServerOptions& options, std::uint16_t port) {
    if (!options.proxy.empty() && !options.hosts.empty()) return "https://" + options.hosts.front();
    const std::string name =
        options.tls() && !options.hosts.empty() ? options.hosts.front() : url_host(options.address);
    return fmt::format("{}://{}:{}", options.tls() ? "https" : "http", name, port);
}

// While nobody can manage accounts, whoever reads the terminal may become who does.
void offer_first_admin(const cli::ServerOptions& options, store::Database& base, const core::Clock& clock,
                       std::uint16_t port) {
    if (!options.accounts || options.read_only || app::has_active_admin(base)) return;
    const app::AccountLink link = app::first_admin_link({clock, "serveur"}, base);
    cli::write_output(fmt::format("Premier administrateur : ouvrez {}{} (une fois, dans les 24 heures)\n",
                                  origin_of(options, port), link.path()),
                      std::nullopt);
}

core::IdentityProvider provider_of(const cli::OutsideOptions& options, const core::Clock& clock) {
    if (options.oidc.empty()) return {};
    if (!outside::is_issuer(options.oidc))
        throw cli::UsageError("option --oidc",
                              "l’adresse du fournisseur commence par https:// (ou reste sur cette "
                              "machine), sans ? ni # ; corrigez-la");
    outside::IdentitySettings out;
    out.label = options.oidc_name;
    out.issuer = options.oidc;
    out.client = options.oidc_client;
    out.secret = cli::read_secret(options.oidc_secret, "--oidc-secret");
    using outside::SigningAlgorithm;
    out.algorithm = options.oidc_algorithm == "ES256" ? SigningAlgorithm::es256 : SigningAlgorithm::rs256;
    out.signed_userinfo = options.oidc_signed_infos;
    out.vouches_for_email = options.oidc_vouches_for_email;
    out.scope = options.oidc_scope;
    return outside::identity_provider(std::move(out), clock);
}

// Empty without a mail server.
core::MailSender mail_of(const cli::OutsideOptions& options, const core::Clock& clock) {
    if (options.smtp.empty()) return {};
    if (!outside::is_mail_server(options.smtp))
        throw cli::UsageError("option --smtp",
                              "l’adresse ne se lit pas ; écrivez smtp://NOM:587 ou smtps://NOM:465, "
                              "et le compte à part");
    outside::MailSettings out{options.smtp, options.smtp_sender, options.smtp_user};
    if (!out.user.empty()) out.password = cli::read_secret(options.smtp_password, "--smtp-secret");
    return outside::mail_sender(std::move(out), clock);
}

int run(const cli::ServerOptions& options, const core::Clock& clock) {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);  // before the first thread, which all others take it from
    std::signal(SIGPIPE, SIG_IGN);
    http::raise_file_limit();

    const core::MailSender mail = mail_of(options.outside, clock);
    const auto base = app::open_served_base(options.base, options.read_only);
    check_accounts(options, *base);
    http::Metrics metrics;
    web::Config config;
    config.accounts = options.accounts;
    config.identity = provider_of(options.outside, clock);
    if (mail)
        config.post = [&clock, &base](store::Transaction& tx, const core::Mail& it) {
            app::post_mail(tx, *base, it, clock.now());
        };
    config.hosts = options.hosts;
    config.hosts.push_back(url_host(options.address));
    config.assets = options.assets;
    config.log = log;
    config.engines = {outside::rasteriser(), outside::pdf_printer()};
    web::App app(*base, clock, metrics, std::move(config));
    web::Door door(app);
    const auto server = listen(options, door, metrics);
    if (!server.first) return server.second;
    cli::write_output(fmt::format("clausier-server écoute sur {}://{}:{}/\n", options.tls() ? "https" : "http",
                                  url_host(options.address), server.first->port()),
                      std::nullopt);
    offer_first_admin(options, *base, clock, server.first->port());
    const app::DailyWork daily(*base, clock, app::daily_jobs(), log);
    std::optional<app::Postman> postman;
    if (mail && !options.read_only) postman.emplace(*base, clock, mail, log);
    serve(*server.first, signals);
    return cli::Exit::ok;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        const cli::Environment variables = environment();
        const cli::ServerOptions options =
            cli::read_server_options(std::vector<std::string>(argv + 1, argv + argc), variables);
        if (options.help || options.version) {
            cli::write_output(options.help ? cli::server_help() : fmt::format("clausier-server {}\n", cli::kVersion),
                              std::nullopt);
            return cli::Exit::ok;
        }
        return run(options, *clock_of(variables));
    } catch (const cli::UsageError& error) {
        cli::print_error(error);
        return cli::Exit::usage;
    } catch (const core::Error& error) {
        cli::print_error(error);
        return cli::exit_code(error.kind());
    } catch (const std::exception& error) {
        fmt::print(stderr, "erreur : une panne imprévue ({}) ; le serveur s’arrête, signalez-la\n", error.what());
        return cli::Exit::failure;
    }
}
