// Implements what stored texts become.
#include "cell_values.hpp"

#include <fmt/format.h>

#include "cell_dates.hpp"

namespace clausier::sheets {
namespace {

using core::CellKind;

constexpr std::string_view white = " \t\r\n";

std::size_t count_digits(std::string_view text) {
    const auto end = text.find_first_not_of("0123456789");
    return end == std::string_view::npos ? text.size() : end;
}

// A number as XML Schema writes it: sign, digits with at most one dot, exponent.
bool is_number(std::string_view text) {
    const auto take_sign = [&text] {
        if (!text.empty() && (text.front() == '-' || text.front() == '+')) text.remove_prefix(1);
    };
    take_sign();
    std::size_t digits = count_digits(text);
    text.remove_prefix(digits);
    if (!text.empty() && text.front() == '.') {
        text.remove_prefix(1);
        const auto decimals = count_digits(text);
        text.remove_prefix(decimals);
        digits += decimals;
    }
    if (digits == 0 || text.empty()) return digits != 0;
    if (text.front() != 'e' && text.front() != 'E') return false;
    text.remove_prefix(1);
    take_sign();
    return !text.empty() && count_digits(text) == text.size();
}

void trim_tail(std::string& text, std::size_t begin) {
    const auto kept = trimmed(std::string_view(text).substr(begin));
    if (kept.size() == text.size() - begin) return;
    const auto from = static_cast<std::size_t>(kept.data() - text.data());
    text.erase(from + kept.size());
    text.erase(begin, from - begin);
}

// Replaces the stored text by what `append` makes of it.
template <class Append>
bool rewrite(std::string& text, std::size_t begin, Append append) {
    const std::size_t end = text.size();
    const std::string stored = text.substr(begin);
    if (!append(text, stored)) return false;
    text.erase(begin, end - begin);
    return true;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(white);
    if (first == std::string_view::npos) return text.substr(0, 0);
    return text.substr(first, text.find_last_not_of(white) - first + 1);
}

CellKind settle_number(std::string& text, std::size_t begin, NumberShape shape, bool epoch_1904) {
    trim_tail(text, begin);
    if (!is_number(std::string_view(text).substr(begin))) return CellKind::text;
    if (shape == NumberShape::number) return CellKind::number;
    const bool dated = rewrite(text, begin, [&](std::string& out, std::string_view stored) {
        return append_serial(out, stored, shape, epoch_1904);
    });
    return dated ? CellKind::date : CellKind::number;
}

CellKind settle_boolean(std::string& text, std::size_t begin) {
    trim_tail(text, begin);
    const auto stored = std::string_view(text).substr(begin);
    const bool yes = stored == "1" || stored == "true" || stored == "TRUE";
    if (!yes && stored != "0" && stored != "false" && stored != "FALSE") return CellKind::text;
    text.replace(begin, std::string::npos, yes ? "true" : "false");
    return CellKind::boolean;
}

CellKind settle_date(std::string& text, std::size_t begin) {
    trim_tail(text, begin);
    return rewrite(text, begin, append_iso) ? CellKind::date : CellKind::text;
}

CellKind settle_duration(std::string& text, std::size_t begin) {
    trim_tail(text, begin);
    return rewrite(text, begin, append_duration) ? CellKind::date : CellKind::text;
}

core::Issue unvalued_formulas(std::uint64_t count, std::string first_place) {
    core::Issue issue = core::warning(
        "formule_sans_valeur",
        fmt::format(
            "{} formule(s) sans valeur enregistrée, lue(s) comme vide(s) ; ouvrez le fichier dans un tableur et "
            "enregistrez-le pour que les valeurs y soient",
            count));
    issue.where = std::move(first_place);
    return issue;
}

}  // namespace clausier::sheets
