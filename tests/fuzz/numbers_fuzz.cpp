// Any text as a number, a date or a code: nothing crashes, and what is accepted reads back the same from its own form.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "clausier/core/codes.hpp"
#include "clausier/core/dates.hpp"
#include "clausier/core/quantity.hpp"
#include "clausier/core/text.hpp"

namespace {

using namespace clausier::core;

void expect(bool holds) {
    if (!holds) std::abort();
}

void check_numbers(std::string_view text) {
    for (const std::int64_t scale : {1, 100, 10'000}) {
        const int decimals = scale == 1 ? 0 : scale == 100 ? 2 : 4;
        const auto exact = parse_scaled(text, scale);
        const auto stored = parse_scaled(text, scale, true);
        if (!exact) {
            expect(!exact.error().code.empty() && !exact.error().text.empty());
            continue;
        }
        // What is exact is the same when rounding is allowed, and its canonical form reads back.
        expect(stored.has_value() && *stored == *exact);
        const auto again = parse_scaled(decimal(*exact, scale, decimals), scale);
        expect(again.has_value() && *again == *exact);
    }
}

void check_dates(std::string_view text) {
    for (const bool serial : {false, true}) {
        const auto read = parse_date(text, serial);
        if (!read) {
            expect(!read.error().code.empty());
            continue;
        }
        expect(read->date.ok());
        const auto again = parse_iso_date(iso(read->date));
        expect(again.has_value() && *again == read->date);
    }
}

void check_codes(std::string_view text) {
    if (const auto siret = Siret::parse(text)) {
        expect(siret->text().size() == 14 && *Siret::parse(siret->text()) == *siret);
        expect(siret->siren().text() == siret->text().substr(0, 9));
        static_cast<void>(siret->checks());
    }
    if (const auto siren = Siren::parse(text)) {
        expect(siren->text().size() == 9 && *Siren::parse(siren->text()) == *siren);
        static_cast<void>(siren->checks());
    }
    if (const auto cpv = Cpv::parse(text)) {
        const auto again = Cpv::parse(cpv->cpv.text());
        expect(cpv->cpv.text().size() == 8 && again.has_value() && again->cpv == cpv->cpv && again->remark.empty());
    }
    if (const auto department = parse_department(text)) {
        const auto again = parse_department(*department);
        expect(again.has_value() && *again == *department);
    }
}

void check_texts(std::string_view text) {
    expect(fold(fold(text)) == fold(text));
    if (!is_utf8(text)) return;
    expect(collapse(collapse(text)) == collapse(text));
    expect(is_utf8(undo_html(text)));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    check_numbers(text);
    check_dates(text);
    check_codes(text);
    check_texts(text);
    return 0;
}
