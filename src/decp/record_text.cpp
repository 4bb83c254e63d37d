// Implements the two writings; a record is never deep, its reader bounds it.
#include "record_text.hpp"

#include <boost/json/serialize.hpp>
#include <boost/json/string_view.hpp>

namespace clausier::decp {
namespace {

void append_string(std::string_view text, std::string& out) {
    out += boost::json::serialize(boost::json::string_view(text.data(), text.size()));
}

}  // namespace

void append_words(Record::Value value, std::string& out) {
    if (value.blank()) return;
    if (!value.contains()) {
        if (!out.empty()) out += ", ";
        out += value.text();
        return;
    }
    for (const auto inner : value) append_words(inner, out);
}

void append_json(Record::Value value, std::string& out) {
    switch (value.kind()) {
        case ValueKind::null:
            out += "null";
            return;
        case ValueKind::boolean:
        case ValueKind::number:
            out += value.text();
            return;
        case ValueKind::text:
            append_string(value.text(), out);
            return;
        case ValueKind::list:
        case ValueKind::object:
            break;
    }
    const bool object = value.kind() == ValueKind::object;
    out += object ? '{' : '[';
    bool first = true;
    for (const auto inner : value) {
        if (!first) out += ',';
        first = false;
        if (object) {
            append_string(inner.name(), out);
            out += ':';
        }
        append_json(inner, out);
    }
    out += object ? '}' : ']';
}

}  // namespace clausier::decp
