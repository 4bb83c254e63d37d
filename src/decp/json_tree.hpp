// What Boost's JSON parser calls, turned into the values of a record.
#pragma once
#include <boost/json/basic_parser.hpp>
#include <cstdint>
#include <string_view>

#include "record.hpp"

namespace clausier::decp {

// The nesting that a document may have.
inline constexpr std::size_t json_depth = 64;

// A handler of basic_parser. `Self` says by `Record* into()` where scalars go (null: in no record, and stray() is
// told); key(piece) then name() tell it of a key, begin(kind) and end() of a list or an object, done() of a scalar that
// went into a record. A begin() or an end() that answers false ends the parsing.
template <class Self>
class JsonTree {
public:
    using error_code = boost::json::error_code;
    using text = boost::json::string_view;
    static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_key_size = 64 << 10;
    static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);

    bool on_document_begin(error_code&) { return true; }
    bool on_document_end(error_code&) { return true; }
    bool on_object_begin(error_code& ec) { return answer(self().begin(ValueKind::object), ec); }
    bool on_object_end(std::size_t, error_code& ec) { return answer(self().end(), ec); }
    bool on_array_begin(error_code& ec) { return answer(self().begin(ValueKind::list), ec); }
    bool on_array_end(std::size_t, error_code& ec) { return answer(self().end(), ec); }
    bool on_key_part(text s, std::size_t, error_code&) { return key(s); }
    bool on_key(text s, std::size_t, error_code&) {
        key(s);
        in_text_ = false;
        self().name();
        return true;
    }
    bool on_string_part(text s, std::size_t, error_code&) {
        in_text_ = true;
        return piece(s);
    }
    bool on_string(text s, std::size_t, error_code&) { return scalar(s, ValueKind::text); }
    bool on_number_part(text s, error_code&) { return piece(s); }
    bool on_int64(std::int64_t, text s, error_code&) { return scalar(s, ValueKind::number); }
    bool on_uint64(std::uint64_t, text s, error_code&) { return scalar(s, ValueKind::number); }
    bool on_double(double, text s, error_code&) { return scalar(s, ValueKind::number); }
    bool on_bool(bool b, error_code&) { return scalar(b ? "true" : "false", ValueKind::boolean); }
    bool on_null(error_code&) { return scalar({}, ValueKind::null); }
    bool on_comment_part(text, error_code&) { return true; }
    bool on_comment(text, error_code&) { return true; }

    // Whether the parser, all it was given being read, stands inside a text or a key of which it read at least a byte.
    [[nodiscard]] bool in_text() const { return in_text_; }

private:
    Self& self() { return static_cast<Self&>(*this); }
    static bool answer(bool more, error_code& ec) {
        if (!more) ec = boost::json::error::test_failure;
        return more;
    }
    bool key(text s) {
        in_text_ = true;
        self().key({s.data(), s.size()});
        return true;
    }
    bool piece(text s) {
        if (Record* record = self().into()) record->append({s.data(), s.size()});
        return true;
    }
    bool scalar(text s, ValueKind kind) {
        in_text_ = false;
        if (Record* record = self().into()) {
            record->append({s.data(), s.size()});
            record->scalar(kind);
            self().done();
        } else {
            self().stray();
        }
        return true;
    }

    bool in_text_ = false;
};

// Reads a whole JSON text into an empty record. False when it is none; what the record then holds is of no use. Throws
// RecordTooLarge.
bool read_value(std::string_view text, Record& into);

}  // namespace clausier::decp
