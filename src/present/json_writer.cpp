// Commas, quotes and escapes of JSON.
#include "json_writer.hpp"

#include <array>
#include <charconv>

namespace clausier::present {

void JsonWriter::begin(std::string_view name) {
    if (!first_) out_ += ',';
    first_ = false;
    if (name.empty()) return;
    out_ += '"';
    out_ += name;
    out_ += "\":";
}

JsonWriter& JsonWriter::raw(std::string_view name, std::string_view value) {
    begin(name);
    out_ += value;
    return *this;
}

JsonWriter& JsonWriter::open(char bracket, std::string_view name) {
    begin(name);
    out_ += bracket;
    first_ = true;
    return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
    out_ += bracket;
    first_ = false;
    return *this;
}

JsonWriter& JsonWriter::add(std::string_view name, std::string_view value) {
    begin(name);
    quote(value);
    return *this;
}

JsonWriter& JsonWriter::add(std::string_view name, std::int64_t value) {
    std::array<char, 20> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    return raw(name, {digits.data(), static_cast<std::size_t>(end - digits.data())});
}

void JsonWriter::quote(std::string_view text) {
    constexpr std::string_view hexadecimal = "0123456789abcdef";
    out_ += '"';
    std::size_t written = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c >= 0x20 && c != '"' && c != '\\') continue;
        out_.append(text, written, i - written);
        written = i + 1;
        if (c >= 0x20) {
            out_ += '\\';
            out_ += text[i];
        } else {
            out_ += "\\u00";
            out_ += hexadecimal[c >> 4U];
            out_ += hexadecimal[c & 15U];
        }
    }
    out_.append(text, written, text.size() - written);
    out_ += '"';
}

}  // namespace clausier::present
