// Any bytes as a target, a form, cookies: nothing crashes, what is read is text, and how bytes are cut changes nothing.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "clausier/core/text.hpp"
#include "clausier/http/filter.hpp"
#include "clausier/http/form.hpp"
#include "multipart.hpp"
#include "parameters.hpp"

namespace {

using namespace clausier;
using namespace clausier::http;

void expect(bool holds) {
    if (!holds) std::abort();
}

void check_text(std::string_view text) { expect(core::is_utf8(text) && text.find('\0') == std::string_view::npos); }

void check_targets(std::string_view text) {
    if (const auto target = parse_target(text))
        for (const auto& segment : target->segments) check_text(segment);
    const auto fields = parse_urlencoded(text);
    if (!fields) return;
    for (const auto& field : *fields) {
        check_text(field.name);
        check_text(field.value);
    }
    const auto again = parse_urlencoded(encode_query(*fields));
    expect(again.has_value());
    // A pair without name or value is written as nothing.
    for (const auto& field : *fields)
        if (!field.name.empty()) expect(again->all(field.name) == fields->all(field.name));
}

bool read(std::string_view bytes, std::size_t piece, Form& form) {
    static constexpr FormLimits limits{.parts = 20, .files = 3, .part_head = 300, .field = 200, .fields = 500};
    try {
        MultipartReader reader("x", form, limits);
        for (std::size_t at = 0; at < bytes.size(); at += piece) reader.feed(bytes.substr(at, piece));
        reader.finish();
        return true;
    } catch (const core::Error& error) {
        expect(!error.issues().empty());
        return false;
    }
}

void check_multipart(std::string_view bytes, std::size_t piece) {
    Form whole, cut;
    const bool read_whole = read(bytes, bytes.size() + 1, whole);
    expect(read_whole == read(bytes, piece, cut));
    if (!read_whole) return;
    for (const auto& field : whole.fields) {
        check_text(field.value);
        expect(core::is_utf8(field.name) && cut.fields.all(field.name) == whole.fields.all(field.name));
    }
    expect(whole.files.size() == cut.files.size());
    for (std::size_t i = 0; i < whole.files.size(); ++i) {
        expect(whole.files[i].file->size() == cut.files[i].file->size());
        expect(whole.files[i].filename.find_first_of("/\\\r\n") == std::string::npos);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2) return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 2, size - 2);
    switch (data[0] % 4) {
        case 0:
            check_targets(bytes);
            break;
        case 1:
            check_multipart(bytes, 1 + data[1] % 16U);
            break;
        case 2:
            check_multipart("--x\r\nContent-Disposition: form-data; name=\"a\"" + std::string(bytes),
                            1 + data[1] % 16U);
            break;
        default:
            for (const auto& cookie : parse_cookies(bytes)) expect(!cookie.name.empty());
            static_cast<void>(parse_parameters(bytes));
            static_cast<void>(accepts_gzip(bytes));
            static_cast<void>(names_tag(bytes, "\"a\""));
    }
    return 0;
}
