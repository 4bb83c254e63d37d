// What every answer goes through before it is sent: ETag and 304, gzip.
#pragma once
#include <array>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "clausier/http/message.hpp"

namespace clausier::http {

// What of a request bears on how its answer is sent, kept apart from the request, which the handler consumes.
struct Preferences {
    bool readable = false;  // GET or HEAD
    bool gzip = false;
    std::string if_none_match{};
};
Preferences preferences(const Head& head);

// Whether Accept-Encoding allows gzip, quality values heard.
bool accepts_gzip(std::string_view accept_encoding);
// Whether If-None-Match names the tag, by weak comparison; "*" names all.
bool names_tag(std::string_view if_none_match, std::string_view tag);

// A 200 to GET or HEAD that may be kept (no `no-store`) and stands in memory gets an ETag from its content when it has
// none; If-None-Match then makes it 304. Text over 1 KiB is sent as gzip where allowed, with Vary, its tag made weak:
// one tag for both codings. Left alone: what has a Content-Encoding, and files that are not text.
class Filter {
public:
    Filter();
    ~Filter();
    // From several threads. Reads and compresses the whole of a text file: on a worker only, unless `files` is false.
    void apply(const Preferences& wanted, Response& response, bool files = true);

private:
    struct Known;
    Known& slot(const std::shared_ptr<const std::string>& body);
    std::shared_ptr<const std::string> compressed(const std::shared_ptr<const std::string>& body);
    std::string tag(const Response& response);
    void compress(Response& response);

    // Shared bodies already seen (assets, which live as long as the program): their tag and compressed form.
    std::mutex mutex_;
    std::unique_ptr<std::array<Known, 64>> known_;
};

}  // namespace clausier::http
