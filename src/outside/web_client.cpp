// Requests by libcurl.
#include "web_client.hpp"

#include <curl/curl.h>

#include <memory>

#include "clausier/core/issue.hpp"

namespace clausier::outside {
namespace {

constexpr std::size_t longest_answer = 1024 * 1024;
constexpr long patience = 10;  // seconds

using Handle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using List = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

std::size_t keep(char* data, std::size_t size, std::size_t count, void* into) {
    std::string& body = *static_cast<std::string*>(into);
    if (body.size() + size * count > longest_answer) return 0;
    body.append(data, size * count);
    return size * count;
}

[[noreturn]] void unreachable(std::string_view where) {
    throw core::Error(core::ErrorKind::unavailable, where,
                      "il ne répond pas\u00a0; réessayez dans un moment, et prévenez l’administrateur si cela dure");
}

std::string part(CURLU* url, CURLUPart what) {
    char* text = nullptr;
    if (curl_url_get(url, what, &text, 0) != CURLUE_OK) return {};
    std::string out(text);
    curl_free(text);
    return out;
}

// The scheme of an address and whether its host is this machine; no scheme when it cannot be read.
struct Place {
    std::string scheme;
    bool here = false;
};

Place place_of(const std::string& address) {
    const std::unique_ptr<CURLU, decltype(&curl_url_cleanup)> url(curl_url(), curl_url_cleanup);
    if (!url || curl_url_set(url.get(), CURLUPART_URL, address.c_str(), 0) != CURLUE_OK) return {};
    const std::string host = part(url.get(), CURLUPART_HOST);
    // A name and a password in an address would go to logs.
    if (!part(url.get(), CURLUPART_USER).empty()) return {};
    return {part(url.get(), CURLUPART_SCHEME), host == "localhost" || host == "127.0.0.1" || host == "[::1]"};
}

std::string type_of(CURL* curl) {
    const char* type = nullptr;
    curl_easy_getinfo(curl, CURLINFO_CONTENT_TYPE, &type);
    std::string out(type ? type : "");
    out.resize(std::min(out.size(), out.find_first_of("; ")));
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

}  // namespace

void ready_curl() { [[maybe_unused]] static const CURLcode done = curl_global_init(CURL_GLOBAL_DEFAULT); }

bool is_safe_address(const std::string& url) {
    const Place place = place_of(url);
    return place.scheme == "https" || (place.scheme == "http" && place.here);
}

bool may_name(const std::string& issuer, const std::string& url) {
    return is_safe_address(url) && (place_of(issuer).here || !place_of(url).here);
}

std::string url_encode(std::string_view text) {
    if (text.empty()) return {};
    char* const encoded = curl_easy_escape(nullptr, text.data(), static_cast<int>(text.size()));
    std::string out(encoded ? encoded : "");
    curl_free(encoded);
    return out;
}

std::string form_text(const Pairs& fields) {
    std::string out;
    for (const auto& [name, value] : fields)
        out += (out.empty() ? "" : "&") + url_encode(name) + "=" + url_encode(value);
    return out;
}

WebAnswer fetch(const WebRequest& request, std::string_view where) {
    ready_curl();
    const Handle curl(curl_easy_init(), curl_easy_cleanup);
    if (!curl || !is_safe_address(request.url)) unreachable(where);
    WebAnswer out;
    const auto set = [&](CURLoption option, auto value) { curl_easy_setopt(curl.get(), option, value); };
    set(CURLOPT_URL, request.url.c_str());
    const bool here = place_of(request.url).here;
    set(CURLOPT_PROTOCOLS_STR, here ? "http,https" : "https");
    if (here) set(CURLOPT_PROXY, "");
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_TIMEOUT, patience);
    set(CURLOPT_USERAGENT, "clausier");
    set(CURLOPT_WRITEFUNCTION, keep);
    set(CURLOPT_WRITEDATA, static_cast<void*>(&out.body));
    const std::string form = request.form ? form_text(*request.form) : std::string();
    if (request.form) {
        set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(form.size()));
        set(CURLOPT_POSTFIELDS, form.c_str());
    }
    if (!request.user.empty()) {
        set(CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BASIC));
        set(CURLOPT_USERNAME, request.user.c_str());
        set(CURLOPT_PASSWORD, request.password.c_str());
    }
    List headers(nullptr, curl_slist_free_all);
    for (const std::string& header : request.headers)
        headers.reset(curl_slist_append(headers.release(), header.c_str()));
    set(CURLOPT_HTTPHEADER, headers.get());
    if (curl_easy_perform(curl.get()) != CURLE_OK) unreachable(where);
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &out.status);
    out.type = type_of(curl.get());
    return out;
}

}  // namespace clausier::outside
