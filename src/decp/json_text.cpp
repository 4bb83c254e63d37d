// Writes JSON text.
#include "json_text.hpp"

#include <boost/json/serialize.hpp>

namespace clausier::decp {
namespace {

std::string quoted(std::string_view text) { return boost::json::serialize(boost::json::string_view(text)); }

}  // namespace

void JsonText::key(std::string_view name) {
    if (!first_) text_ += ',';
    first_ = false;
    if (!name.empty()) text_ += quoted(name) + ":";
}

void JsonText::open(std::string_view name, char bracket) {
    key(name);
    text_ += bracket;
    first_ = true;
}

void JsonText::close(char bracket) {
    text_ += bracket;
    first_ = false;
}

void JsonText::text(std::string_view name, std::string_view value) {
    key(name);
    text_ += quoted(value);
}

void JsonText::bare(std::string_view name, std::string_view value) {
    key(name);
    text_ += value;
}

void JsonText::clear() {
    text_.clear();
    first_ = true;
}

}  // namespace clausier::decp
