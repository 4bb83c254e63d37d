// A request and its answer as plain values: no socket, no word of the library underneath.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/http/spool.hpp"

namespace clausier::http {

struct Header {
    std::string name;
    std::string value;
    bool operator==(const Header&) const = default;
};

// Header fields in the order they came; names are compared without regard to case.
class Headers {
public:
    Headers() = default;
    Headers(std::initializer_list<Header> fields) : fields_(fields) {}

    // The value of the first field of that name.
    [[nodiscard]] std::optional<std::string_view> get(std::string_view name) const;
    [[nodiscard]] bool has(std::string_view name) const { return get(name).has_value(); }
    // Replaces every field of that name by one.
    void set(std::string_view name, std::string value);
    void add(std::string_view name, std::string value);
    void remove(std::string_view name);

    [[nodiscard]] auto begin() const { return fields_.begin(); }
    [[nodiscard]] auto end() const { return fields_.end(); }
    [[nodiscard]] std::size_t size() const { return fields_.size(); }

private:
    std::vector<Header> fields_;
};

// What is known of a request before its body is read.
struct Head {
    std::string method;  // as it came: "GET", "POST"…
    std::string target;  // in origin form, as it came: "/marches?texte=a%20b"
    Headers headers;
    std::string peer;                       // the client's address, as the trusted proxy tells it when there is one
    bool secure = false;                    // the client came over TLS, to us or to the trusted proxy
    std::string id;                         // names the request in the log and on error pages
    std::optional<std::uint64_t> length{};  // of the body, when the request tells it
};

// A whole request. The body stands in `body`, or in `file` when it was admitted as one.
struct Request : Head {
    std::string body{};
    std::shared_ptr<Spool> file{};
    // What admit() learned of the head, when it said so (Admission::note).
    std::shared_ptr<void> note{};
};

// An answer. The body is the first of `file`, `shared` and `body` that is there. Content-Length, Date, Connection and
// the request's id are added by the server, as are ETag and gzip where they apply (see filter.hpp).
struct Response {
    unsigned status = 200;
    Headers headers{};
    std::string body{};
    std::shared_ptr<const std::string> shared{};
    std::shared_ptr<Spool> file{};
    // Never gzipped: it holds a secret beside what the client sent, and its size would tell one of the other (BREACH).
    bool uncompressed = false;
    std::string route{};  // the pattern that answered, "/marches/{id}": a label of the log and of the metrics

    // How many bytes the body has, whichever holds it.
    [[nodiscard]] std::uint64_t size() const;
};

// What a handler decides on the head of a request, before the first byte of its body is read.
struct Admission {
    // Answered on the network thread: short work only, no write, no spreadsheet.
    bool direct = false;
    // Bytes of body accepted; more are refused by 413 as soon as they are told or come.
    std::uint64_t body_limit = 0;
    // The body goes to a temporary file as it comes, instead of memory.
    bool to_file = false;
    // Answered at once, the body unread.
    std::optional<Response> refusal{};
    // Handed back with the request, so that nothing is worked out twice.
    std::shared_ptr<void> note{};
};

// Who answers requests. Called from several threads at once. An exception out of either is a 500 without detail.
class Handler {
public:
    virtual ~Handler() = default;
    // On a network thread: must not block.
    virtual Admission admit(const Head& head) = 0;
    virtual Response handle(Request request) = 0;
    // The answer to what never became a request: a bad framing, a header too long, too many connections. `why` is one
    // French sentence for the client. On a network thread.
    virtual Response refuse(unsigned status, std::string_view why) = 0;
};

}  // namespace clausier::http
