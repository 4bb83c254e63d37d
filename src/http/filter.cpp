// Tags by digest, gzip by zlib.
#include "clausier/http/filter.hpp"

#include <zlib.h>

#include <algorithm>
#include <functional>
#include <vector>

#include "clausier/core/digest.hpp"
#include "field_syntax.hpp"

namespace clausier::http {
namespace {

constexpr std::size_t worth_compressing = 1 << 10;
constexpr std::size_t block = 64 << 10;
constexpr int level = 5;
constexpr int gzip_window = 15 + 16;

bool is_text(std::string_view type) {
    type = trim_blanks(type.substr(0, type.find(';')));
    static constexpr std::string_view others[] = {"application/json",         "application/javascript",
                                                  "application/problem+json", "application/xml",
                                                  "application/x-ndjson",     "image/svg+xml"};
    return (type.size() > 5 && same_word(type.substr(0, 5), "text/")) ||
           std::any_of(std::begin(others), std::end(others), [&](auto known) { return same_word(type, known); });
}

// Feeds zlib and hands over what it gives, block by block.
class Deflater {
public:
    Deflater() {
        if (deflateInit2(&stream_, level, Z_DEFLATED, gzip_window, 8, Z_DEFAULT_STRATEGY) != Z_OK)
            throw std::bad_alloc();
    }
    ~Deflater() { deflateEnd(&stream_); }
    Deflater(const Deflater&) = delete;
    Deflater& operator=(const Deflater&) = delete;

    void feed(std::string_view bytes, bool last, const std::function<void(std::string_view)>& take) {
        // zlib reads through a pointer that is not const.
        stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
        stream_.avail_in = static_cast<uInt>(bytes.size());
        do {
            stream_.next_out = reinterpret_cast<Bytef*>(out_.data());
            stream_.avail_out = static_cast<uInt>(out_.size());
            deflate(&stream_, last ? Z_FINISH : Z_NO_FLUSH);
            take(std::string_view(out_.data(), out_.size() - stream_.avail_out));
        } while (stream_.avail_out == 0);
    }

private:
    z_stream stream_{};
    std::vector<char> out_ = std::vector<char>(block);
};

std::string gzip(std::string_view bytes) {
    std::string out;
    Deflater deflater;
    do {
        const auto piece = bytes.substr(0, block);
        bytes.remove_prefix(piece.size());
        deflater.feed(piece, bytes.empty(), [&](std::string_view some) { out += some; });
    } while (!bytes.empty());
    return out;
}

std::shared_ptr<Spool> gzip(const Spool& file) {
    auto out = std::make_shared<Spool>();
    Deflater deflater;
    std::vector<char> piece(block);
    for (std::uint64_t at = 0;;) {
        const std::size_t got = file.read(at, piece);
        at += got;
        deflater.feed({piece.data(), got}, got < piece.size(), [&](std::string_view some) { out->write(some); });
        if (got < piece.size()) return out;
    }
}

// The quality of one element of Accept-Encoding, in thousandths; what cannot be read is 0.
int quality(std::string_view parameters) {
    while (!parameters.empty()) {
        const auto parameter = take_element(parameters, ';');
        if (parameter.size() < 2 || lower(parameter[0]) != 'q' || parameter[1] != '=') continue;
        const auto value = parameter.substr(2);
        if (value.empty() || value.size() > 5 || (value[0] != '0' && value[0] != '1')) return 0;
        if (value[0] == '1') return 1000;
        return value.find_first_of("123456789") != std::string_view::npos ? 1 : 0;
    }
    return 1000;
}

void add_vary(Headers& headers) {
    const auto vary = headers.get("Vary");
    if (!vary)
        headers.add("Vary", "Accept-Encoding");
    else if (!lists_word(*vary, "Accept-Encoding") && !lists_word(*vary, "*"))
        headers.set("Vary", std::string(*vary) + ", Accept-Encoding");
}

bool may_be_kept(const Response& response) {
    const auto cache = response.headers.get("Cache-Control");
    return !cache || !lists_word(*cache, "no-store");
}

// The same page compressed is not the same bytes: one weak tag stands for both.
void weaken_tag(Headers& headers) {
    if (const auto tag = headers.get("ETag"); tag && !tag->starts_with("W/"))
        headers.set("ETag", "W/" + std::string(*tag));
}

void make_not_modified(Response& response) {
    response.status = 304;
    response.body.clear();
    response.shared.reset();
    response.file.reset();
    for (const auto* name : {"Content-Type", "Content-Encoding", "Content-Disposition", "Content-Language"})
        response.headers.remove(name);
}

}  // namespace

struct Filter::Known {
    std::weak_ptr<const std::string> body{};
    std::string tag{};
    std::shared_ptr<const std::string> gzip{};
};

Filter::Filter() : known_(std::make_unique<std::array<Known, 64>>()) {}
Filter::~Filter() = default;

Preferences preferences(const Head& head) {
    Preferences wanted;
    wanted.readable = head.method == "GET" || head.method == "HEAD";
    std::string_view codings;
    for (const Header& field : head.headers) {
        if (same_word(field.name, "Accept-Encoding") && codings.empty()) codings = field.value;
        if (!same_word(field.name, "If-None-Match")) continue;
        if (!wanted.if_none_match.empty()) wanted.if_none_match += ", ";
        wanted.if_none_match += field.value;
    }
    wanted.gzip = accepts_gzip(codings);
    return wanted;
}

bool accepts_gzip(std::string_view list) {
    int any = 0;
    while (!list.empty()) {
        auto element = take_element(list);
        const auto coding = take_element(element, ';');
        if (same_word(coding, "gzip") || same_word(coding, "x-gzip")) return quality(element) > 0;
        if (coding == "*") any = quality(element);
    }
    return any > 0;
}

bool names_tag(std::string_view list, std::string_view tag) {
    if (tag.starts_with("W/")) tag.remove_prefix(2);
    if (trim_blanks(list) == "*") return true;
    while (!list.empty()) {
        const auto open = list.find('"');
        if (open == std::string_view::npos) return false;
        const auto close = list.find('"', open + 1);
        if (close == std::string_view::npos) return false;
        if (list.substr(open, close - open + 1) == tag) return true;
        list.remove_prefix(close + 1);
    }
    return false;
}

// What is known of a shared body, its slot taken over when another one held it. Under the lock.
Filter::Known& Filter::slot(const std::shared_ptr<const std::string>& body) {
    Known& known = (*known_)[std::hash<const std::string*>{}(body.get()) / 16 % known_->size()];
    if (known.body.lock() != body) known = Known{body, {}, {}};
    return known;
}

std::string Filter::tag(const Response& response) {
    if (!response.shared) return '"' + core::short_digest(response.body) + '"';
    {
        const std::lock_guard lock(mutex_);
        if (const Known& known = slot(response.shared); !known.tag.empty()) return known.tag;
    }
    auto made = '"' + core::short_digest(*response.shared) + '"';
    const std::lock_guard lock(mutex_);
    slot(response.shared).tag = made;
    return made;
}

std::shared_ptr<const std::string> Filter::compressed(const std::shared_ptr<const std::string>& body) {
    {
        const std::lock_guard lock(mutex_);
        if (const Known& known = slot(body); known.gzip) return known.gzip;
    }
    auto made = std::make_shared<const std::string>(gzip(*body));
    const std::lock_guard lock(mutex_);
    slot(body).gzip = made;
    return made;
}

void Filter::compress(Response& response) {
    if (response.file)
        response.file = gzip(*response.file);
    else if (response.shared)
        response.shared = compressed(response.shared);
    else
        response.body = gzip(response.body);
    response.headers.set("Content-Encoding", "gzip");
}

void Filter::apply(const Preferences& wanted, Response& response, bool files) {
    if (response.status == 200 && wanted.readable && may_be_kept(response)) {
        if (!response.file && !response.headers.has("ETag")) response.headers.add("ETag", tag(response));
    }
    const auto type = response.headers.get("Content-Type");
    const bool text = type && is_text(*type) && !response.uncompressed && !response.headers.has("Content-Encoding") &&
                      response.size() > worth_compressing && (files || !response.file);
    if (text) add_vary(response.headers);
    if (text && wanted.gzip) weaken_tag(response.headers);
    if (response.status == 200 && wanted.readable && !wanted.if_none_match.empty())
        if (const auto tag = response.headers.get("ETag"); tag && names_tag(wanted.if_none_match, *tag))
            return make_not_modified(response);
    if (text && wanted.gzip) compress(response);
}

}  // namespace clausier::http
