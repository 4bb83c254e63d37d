// Any bytes as requests: the guard never depends on how they are cut, and what it lets through Beast's own parser reads
// the same way.
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "body_cut.hpp"
#include "clausier/http/guard.hpp"
#include "field_syntax.hpp"

namespace {

using namespace clausier::http;
namespace beast = boost::beast;

constexpr std::uint64_t body_limit = 1 << 16;
constexpr HeadLimits limits{.line = 300, .block = 600, .fields = 8};

void expect(bool holds) {
    if (!holds) std::abort();
}

struct Read {
    bool head = false;
    bool whole = false;
    std::size_t used = 0;
    unsigned status = 0;
    std::string body{};
    Head request{};
    Framing framing{};
};

// One request off the front of the bytes, which come `piece` at a time.
Read read(std::string_view bytes, std::size_t piece) {
    Read out;
    HeadScan scan(limits);
    for (std::size_t seen = 0; seen < bytes.size() && !out.head;) {
        seen = std::min(bytes.size(), seen + piece);
        out.head = scan.scan(bytes.substr(0, seen));
        if (scan.verdict().refused()) break;
    }
    out.status = scan.verdict().status;
    if (!out.head) return out;
    out.status = judge(scan.lines(bytes), out.request, out.framing).status;
    out.used = scan.size();
    if (out.status != 0) return out;
    BodyCut cut(out.request, out.framing, body_limit);
    while (!cut.done() && !cut.verdict().refused() && out.used < bytes.size()) {
        const auto step = cut.next(bytes.substr(out.used, piece));
        expect(step.used > 0);
        out.body += step.data;
        out.used += step.used;
    }
    expect(out.body.size() <= body_limit || cut.verdict().refused());
    out.status = cut.verdict().status;
    out.whole = cut.done() && out.status == 0;
    return out;
}

void check_head(const Read& got) {
    expect(is_token(got.request.method) && got.request.target.starts_with('/') && is_target(got.request.target));
    expect(!(got.framing.chunked && got.request.length) && !(got.framing.chunked && got.framing.old));
    unsigned hosts = 0;
    for (const auto& field : got.request.headers) {
        expect(is_token(field.name) && is_field_value(field.value) && trim_blanks(field.value) == field.value);
        hosts += same_word(field.name, "Host") ? 1 : 0;
    }
    expect(hosts <= 1 && (hosts == 1 || got.framing.old));
}

// Beast is looser than the guard, so it must accept what the guard accepts, and see the same request end at the same
// byte.
void check_against_beast(std::string_view bytes, const Read& got) {
    if (bytes.starts_with("\r\n")) bytes.remove_prefix(2);
    beast::http::request_parser<beast::http::string_body> parser;
    parser.body_limit(body_limit);
    parser.eager(true);
    boost::system::error_code error;
    while (!parser.is_done() && !error && !bytes.empty())
        bytes.remove_prefix(parser.put(boost::asio::buffer(bytes), error));
    expect(!error && parser.is_done() && bytes.empty());
    const auto& message = parser.get();
    expect(std::string_view(message.method_string()) == got.request.method);
    expect(std::string_view(message.target()) == got.request.target);
    expect(message.body() == got.body);
    expect(parser.keep_alive() || !got.framing.keep_alive);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    const std::size_t piece = 1 + data[0] % 16U;
    for (int i = 0; i < 8 && !bytes.empty(); ++i) {
        const auto whole = read(bytes, bytes.size());
        const auto cut = read(bytes, piece);
        expect(whole.status == cut.status && whole.whole == cut.whole);
        if (whole.status != 0 || !whole.head) return 0;
        check_head(whole);
        if (!whole.whole) return 0;
        expect(whole.used == cut.used && whole.body == cut.body);
        check_against_beast(bytes.substr(0, whole.used), whole);
        bytes.remove_prefix(whole.used);
    }
    return 0;
}
