// Writes the head of an answer.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "clausier/http/message.hpp"

namespace clausier::http {

// What the server adds of its own.
struct AnswerFrame {
    std::string_view reason;  // phrase of the status
    std::string_view date;    // as Date wants it
    std::string_view id;
    bool keep_alive = true;
    bool old = false;  // the client speaks HTTP/1.0: staying open has to be told
};

// Appends the status line, the fields of the answer and the server's own, and the empty line. False, with nothing
// appended, when a field could break out of its line: such an answer must not leave.
bool write_head(std::string& out, const Response& response, const AnswerFrame& frame);

// Whether an answer of this status has a body at all; without one it has no Content-Length either.
bool may_have_body(unsigned status);

// "Sun, 06 Nov 1994 08:49:37 GMT", for seconds since 1970.
std::string http_date(std::int64_t seconds);

}  // namespace clausier::http
