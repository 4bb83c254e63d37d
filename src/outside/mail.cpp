// Messages as SMTP carries them, sent by libcurl.
#include "clausier/outside/mail.hpp"

#include <curl/curl.h>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sodium.h>

#include <cstring>
#include <memory>

#include "clausier/core/issue.hpp"
#include "clausier/core/secret.hpp"
#include "web_client.hpp"

namespace clausier::outside {
namespace {

constexpr long patience = 30;           // seconds
constexpr std::size_t line_bytes = 57;  // 76 characters once encoded
constexpr std::size_t word_bytes = 42;  // an encoded word has at most 75 characters

std::string base64(std::string_view bytes) {
    std::string out(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(out.data(), out.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                      sodium_base64_VARIANT_ORIGINAL);
    out.pop_back();
    return out;
}

// At most `size` bytes, cut between two characters.
std::string_view first_bytes(std::string_view text, std::size_t size) {
    if (text.size() <= size) return text;
    while (size > 1 && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) --size;
    return text.substr(0, size);
}

// RFC 2047: several words where it is long.
std::string encoded_subject(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const std::string_view part = first_bytes(text, word_bytes);
        out += (out.empty() ? "" : "\r\n ") + ("=?UTF-8?B?" + base64(part) + "?=");
        text.remove_prefix(part.size());
    }
    return out;
}

void require_address(const std::string& address) {
    for (const char c : address)
        if (static_cast<unsigned char>(c) <= ' ' || c == '<' || c == '>' || c == '\x7f' || c == ',')
            throw core::Error(core::ErrorKind::invalid, "courriel", "l’adresse ne se lit pas\u00a0; corrigez-la");
    if (address.find('@') == std::string::npos)
        throw core::Error(core::ErrorKind::invalid, "courriel", "l’adresse ne se lit pas\u00a0; corrigez-la");
}

struct Unsent {
    std::string_view rest;
};

std::size_t give(char* into, std::size_t size, std::size_t count, void* from) {
    std::string_view& rest = static_cast<Unsent*>(from)->rest;
    const std::size_t given = std::min(size * count, rest.size());
    std::memcpy(into, rest.data(), given);
    rest.remove_prefix(given);
    return given;
}

// What the server's last word means for the message.
[[noreturn]] void refuse(CURLcode code, long answer) {
    if (code == CURLE_LOGIN_DENIED)
        throw core::Error(core::ErrorKind::unavailable, "serveur de courriel",
                          "il refuse le compte ou le mot de passe\u00a0; vérifiez les options smtp du serveur");
    if (code == CURLE_USE_SSL_FAILED || code == CURLE_PEER_FAILED_VERIFICATION || code == CURLE_SSL_CONNECT_ERROR)
        throw core::Error(core::ErrorKind::unavailable, "serveur de courriel",
                          "la connexion chiffrée échoue\u00a0; vérifiez son adresse et son certificat");
    if (answer >= 500 && answer < 600 && answer != 530 && answer != 535)
        throw core::Error(core::ErrorKind::invalid, "serveur de courriel",
                          fmt::format("il refuse ce message (réponse {})\u00a0; vérifiez l’adresse", answer));
    throw core::Error(core::ErrorKind::unavailable, "serveur de courriel",
                      answer > 0 ? fmt::format("il ne prend pas le message pour le moment (réponse {})", answer)
                                 : "il ne répond pas");
}

struct ServerAddress {
    bool valid = false;
    bool here = false;
    bool wrapped = false;  // smtps
};

ServerAddress read_server(const std::string& address) {
    const std::unique_ptr<CURLU, decltype(&curl_url_cleanup)> url(curl_url(), curl_url_cleanup);
    if (!url || curl_url_set(url.get(), CURLUPART_URL, address.c_str(), 0) != CURLUE_OK) return {};
    const auto part = [&](CURLUPart what) {
        char* text = nullptr;
        if (curl_url_get(url.get(), what, &text, 0) != CURLUE_OK) return std::string();
        std::string out(text);
        curl_free(text);
        return out;
    };
    const std::string scheme = part(CURLUPART_SCHEME);
    const std::string host = part(CURLUPART_HOST);
    return {(scheme == "smtp" || scheme == "smtps") && part(CURLUPART_USER).empty() && !host.empty(),
            host == "localhost" || host == "127.0.0.1" || host == "[::1]", scheme == "smtps"};
}

void send(const MailSettings& settings, const std::string& to, const std::string& message) {
    ready_curl();
    const ServerAddress server = read_server(settings.address);
    const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl(curl_easy_init(), curl_easy_cleanup);
    const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> receivers(
        curl_slist_append(nullptr, ("<" + to + ">").c_str()), curl_slist_free_all);
    const std::string from = "<" + settings.sender + ">";
    Unsent unsent{message};
    const auto set = [&](CURLoption option, auto value) { curl_easy_setopt(curl.get(), option, value); };
    set(CURLOPT_URL, settings.address.c_str());
    set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    set(CURLOPT_USE_SSL, static_cast<long>(server.here ? CURLUSESSL_TRY : CURLUSESSL_ALL));
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_TIMEOUT, patience);
    if (server.here) set(CURLOPT_PROXY, "");
    if (!settings.user.empty()) {
        set(CURLOPT_USERNAME, settings.user.c_str());
        set(CURLOPT_PASSWORD, settings.password.c_str());
    }
    set(CURLOPT_MAIL_FROM, from.c_str());
    set(CURLOPT_MAIL_RCPT, receivers.get());
    set(CURLOPT_READFUNCTION, give);
    set(CURLOPT_READDATA, static_cast<void*>(&unsent));
    set(CURLOPT_UPLOAD, 1L);
    const CURLcode code = curl_easy_perform(curl.get());
    if (code == CURLE_OK) return;
    long answer = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &answer);
    refuse(code, answer);
}

}  // namespace

bool is_mail_server(const std::string& address) { return read_server(address).valid; }

std::string message_text(const core::Mail& mail, const std::string& sender, core::Instant at, const std::string& id) {
    require_address(mail.to);
    require_address(sender);
    std::string out =
        fmt::format("Date: {:%a, %d %b %Y %H:%M:%S} +0000\r\n", fmt::gmtime(std::chrono::system_clock::to_time_t(at)));
    out += "From: <" + sender + ">\r\nTo: <" + mail.to + ">\r\nSubject: " + encoded_subject(mail.subject) + "\r\n";
    out += "Message-ID: <" + id + sender.substr(sender.rfind('@')) + ">\r\n";
    out +=
        "Auto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
        "Content-Transfer-Encoding: base64\r\n\r\n";
    std::string text;
    for (const char c : mail.text) text += c == '\n' ? std::string("\r\n") : std::string(1, c);
    for (std::string_view rest = text; !rest.empty();) {
        out += base64(rest.substr(0, line_bytes)) + "\r\n";
        rest.remove_prefix(std::min(rest.size(), line_bytes));
    }
    return out;
}

core::MailSender mail_sender(MailSettings settings, const core::Clock& clock) {
    return [settings = std::move(settings), &clock](const core::Mail& mail) {
        send(settings, mail.to, message_text(mail, settings.sender, clock.now(), core::random_token()));
    };
}

}  // namespace clausier::outside
