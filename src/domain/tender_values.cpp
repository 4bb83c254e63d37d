// Reads texts, listed values, dates and plain numbers of a row.
#include "tender_values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>

#include "clausier/core/french.hpp"
#include "clausier/core/text.hpp"
#include "clausier/domain/code_lists.hpp"
#include "clausier/domain/market.hpp"
#include "consideration_words.hpp"

namespace clausier::domain {
namespace {

constexpr std::array<bool, 256> plain_bytes = [] {
    std::array<bool, 256> plain{};
    for (std::size_t c = 0x20; c < 0x7F; ++c) plain[c] = c != '&' && c != '<';
    // The leading and following bytes of letters such as é and œ; those of no-break spaces, of U+FFFD and of
    // typographic marks are left out.
    for (const std::size_t lead : {0xC3U, 0xC5U}) plain[lead] = true;
    for (std::size_t c = 0x80; c < 0xC0; ++c) plain[c] = true;
    return plain;
}();

// Whether a trimmed text has nothing to repair: most have not, and are spared the work.
bool is_plain(std::string_view text) {
    bool space = false;
    for (const char c : text) {
        if (!plain_bytes[static_cast<unsigned char>(c)] || (space && c == ' ')) return false;
        space = c == ' ';
    }
    return true;
}

std::string_view trimmed(std::string_view text) {
    const auto solid = [](char c) { return c > ' ' && c < 0x7F; };
    return text.empty() || (solid(text.front()) && solid(text.back())) ? text : core::trim(text);
}

// "12", "12.0", "12 mois", "2 ans": whole months.
std::optional<std::int64_t> read_months(std::string_view text) {
    const std::size_t end = std::min(text.find_first_not_of("0123456789., "), text.size());
    const auto number = core::parse_scaled(text.substr(0, end), 1);
    if (!number || *number < 0) return std::nullopt;
    const std::string unit = core::fold(text.substr(end));
    if (unit.empty() || unit == "mois" || unit == "m") return *number;
    if ((unit == "an" || unit == "ans" || unit == "annee" || unit == "annees") && *number < 1000) return *number * 12;
    return std::nullopt;
}

// What a spreadsheet leaves of a long code it took for a number: "2.02E+14".
bool is_rounded_code(std::string_view text) {
    const std::size_t e = text.find("E+");
    return e != std::string_view::npos && e > 0 && e + 2 < text.size() &&
           text.substr(0, e).find_first_not_of("0123456789.,") == std::string_view::npos &&
           text.substr(e + 2).find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

std::string excerpt(std::string_view text) {
    static constexpr std::size_t longest = 80;
    if (text.size() <= longest) return std::string(text);
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return std::string(text.substr(0, end)) + "…";
}

TenderValues::TenderValues(const Mapping& mapping, std::optional<core::Date> today, Decisions decisions,
                           std::vector<TenderParty> buyers)
    : today_(today), unlisted_(std::move(decisions), std::move(buyers)) {
    for (const Column& column : mapping.columns)
        if (column.field != Field::ignored) columns_[static_cast<std::size_t>(column.field)] = &column;
}

void TenderValues::begin(const core::Row& row) {
    row_ = row;
    issues_.clear();
}

core::Cell TenderValues::raw(Field field) const {
    const Column* column = columns_[static_cast<std::size_t>(field)];
    if (!column) return {};
    core::Cell cell = row_.cell(column->index);
    cell.text = cell.empty() ? std::string_view() : trimmed(cell.text);
    return cell;
}

void TenderValues::remark(Field field, Remark kind, std::string_view text) {
    const RemarkInfo& known = info(kind);
    const Column* column = columns_[static_cast<std::size_t>(field)];
    issues_.push_back({known.severity, std::string(known.code),
                       fmt::format("{}, colonne « {} »", place(), column ? column->header : info(field).label),
                       std::string(text)});
}

void TenderValues::remark(Remark kind, std::string_view text) {
    const RemarkInfo& known = info(kind);
    issues_.push_back({known.severity, std::string(known.code), place(), std::string(text)});
}

std::optional<std::int64_t> TenderValues::record() const {
    const std::string_view text = raw(Field::record).text;
    std::int64_t rank = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), rank);
    if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return rank;
}

// Where the row stands: the contract's rank and id in a file that has no lines, else its line.
std::string TenderValues::place() const {
    const std::string_view record = raw(Field::record).text;
    if (record.empty()) return fmt::format("ligne {}", row_.number);
    const std::string_view id = raw(Field::reference).text;
    return id.empty() ? fmt::format("enregistrement {}, sans id", record)
                      : fmt::format("enregistrement {}, id {}", record, id);
}

const std::string& TenderValues::header(Field field) const {
    static const std::string none;
    const Column* column = columns_[static_cast<std::size_t>(field)];
    return column ? column->header : none;
}

std::string_view TenderValues::value(Field field, bool quiet) {
    const core::Cell cell = raw(field);
    if (cell.text.empty()) return {};
    if (cell.kind == core::CellKind::error) {
        if (!quiet)
            remark(field, Remark::cell_error,
                   fmt::format("le tableur affiche l’erreur « {} » ; corrigez la formule", excerpt(cell.text)));
        return {};
    }
    const ImportWords& words = ImportWords::embedded();
    if (!words.may_mark(cell.text)) return cell.text;
    if (words.is_marker(cell.text)) {
        if (!quiet)
            remark(field, Remark::marker, fmt::format("« {} » : la donnée manque, elle est laissée vide", cell.text));
        return {};
    }
    for (const std::string& prefix : words.marker_prefixes) {
        if (!cell.text.starts_with(prefix)) continue;
        if (!quiet)
            remark(field, Remark::marker_unusable,
                   fmt::format("« {} » est marquée inexploitable par qui l’a publiée ; vérifiez la valeur",
                               excerpt(cell.text)));
        return trimmed(cell.text.substr(prefix.size()));
    }
    return cell.text;
}

void TenderValues::clean(Field field, std::string_view text, std::string& out) {
    if (is_plain(text)) {
        out.assign(text);
        return;
    }
    if (core::has_html(text)) {
        scratch_ = core::undo_html(text);
        out = core::collapse(scratch_);
        remark(field, Remark::html, fmt::format("des codes HTML sont remis en texte : « {} »", excerpt(out)));
    } else {
        out = core::collapse(text);
    }
    if (core::has_lost_characters(out))
        remark(field, Remark::lost_accents,
               fmt::format("des caractères étaient déjà perdus dans « {} » ; corrigez-les à la source", excerpt(out)));
}

void TenderValues::text(Field field, std::string& out, bool quiet) { clean(field, value(field, quiet), out); }

bool TenderValues::decide(Field field, const Decision* decision, std::string& text) {
    if (!decision) return false;
    if (decision->ruling == Ruling::replace)
        remark(field, Remark::value_decided,
               fmt::format("« {} » est lu « {} », comme décidé", excerpt(text), decision->meaning));
    else if (decision->ruling == Ruling::ignore)
        remark(field, Remark::value_decided, fmt::format("« {} » est laissé de côté, comme décidé", excerpt(text)));
    if (decision->ruling != Ruling::keep) text = decision->meaning;
    return true;
}

void TenderValues::trade(Field field, std::string& out) {
    text(field, out);
    if (!out.empty()) decide(field, unlisted_.trade(out, header(field), row_.number), out);
}

const Department* TenderValues::department_named(std::string_view text) {
    // A code, which needs no search: names of départements begin with a letter.
    if (text.front() >= '0' && text.front() <= '9') return nullptr;
    if (const auto known = departments_.find(text); known != departments_.end()) return known->second;
    const Department* found = core::parse_department(text) ? nullptr : CodeLists::embedded().department(text);
    constexpr std::size_t most_remembered = 4096;
    if (departments_.size() < most_remembered) departments_.emplace(text, found);
    return found;
}

void TenderValues::place(Field field, std::string_view type, std::string& out) {
    text(field, out);
    if (out.empty()) return;
    if (place_type_ != type) {
        place_type_ = type;
        // A region or a country is no département, and needs none.
        place_is_wider_ = !department_of("75", type);
    }
    if (place_is_wider_) return;
    if (const Department* named = department_named(out)) {
        remark(field, Remark::spelling, fmt::format("« {} » est écrit « {} », son code", out, named->code));
        out = named->code;
        return;
    }
    decide(field, unlisted_.place(out, header(field), row_.number), out);
}

bool TenderValues::names(Field field, CodeList& list, std::string_view official) {
    const std::string_view given = raw(field).text;
    if (given.empty()) return false;
    if (const auto rank = list.find(given)) return list.official(*rank) == official;
    const std::vector<std::string> words = consideration_words(given);
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
        const auto rank = list.find(word);
        return rank && list.official(*rank) == official;
    });
}

bool TenderValues::has_unit(Field field, std::string_view given, std::string_view expected,
                            std::initializer_list<std::string_view> units) {
    if (std::none_of(units.begin(), units.end(),
                     [&](std::string_view unit) { return given.find(unit) != std::string_view::npos; }))
        return false;
    remark(field, Remark::unit_unexpected,
           fmt::format("« {} » porte l’unité d’une autre grandeur ; la valeur est laissée inconnue, écrivez {}",
                       excerpt(given), expected));
    return true;
}

void TenderValues::listed(Field field, CodeList& list, std::string& out) {
    const std::string_view given = value(field);
    if (given.empty()) {
        out.clear();
        return;
    }
    const auto rank = list.find(given);
    if (!rank) {
        clean(field, given, out);
        if (decide(field, unlisted_.met(field, out, header(field), row_.number), out)) return;
        remark(field, Remark::outside_list,
               fmt::format("« {} » n’est pas de la liste ({}) ; la valeur est gardée telle quelle", excerpt(out),
                           list.listing()));
        return;
    }
    out = list.official(*rank);
    if (out != given)
        remark(field, Remark::spelling, fmt::format("« {} » est écrit « {} » comme dans la liste", given, out));
}

void TenderValues::cpv(Field field, std::string& out) {
    out.clear();
    const std::string_view given = value(field);
    if (given.empty()) return;
    const auto read = core::Cpv::parse(given);
    if (!read) {
        remark(field, Remark::cpv_format, read.error().text + " ; le code est laissé vide");
        return;
    }
    out = read->cpv.text();
    if (const std::size_t key = given.find('-'); key != std::string_view::npos)
        remark(field, Remark::cpv_key, fmt::format("« {} » est lu {}, sans sa clé", given, out));
    if (!read->remark.empty())
        remark(field, Remark::cpv_zero,
               fmt::format("« {} » avait perdu son premier zéro : il est lu {}", given, read->cpv.text()));
}

void TenderValues::reference(Field field, std::string& out) {
    text(field, out);
    if (raw(field).kind == core::CellKind::number && out.ends_with(".0")) out.resize(out.size() - 2);
    if (is_rounded_code(out))
        remark(field, Remark::reference_damaged,
               fmt::format("un tableur a arrondi « {} » ; reprenez la référence à la source, en texte", out));
}

void TenderValues::remark_characters(Field field, const std::string& reference) {
    if (reference.find_first_of(" ,;\\/.&\"<") != std::string::npos)
        remark(field, Remark::reference_characters,
               fmt::format("« {} » porte des caractères déconseillés dans un identifiant ; il est gardé tel quel",
                           excerpt(reference)));
}

std::optional<core::Date> TenderValues::date(Field field, bool quiet) {
    const std::string_view given = value(field, quiet);
    if (given.empty()) return std::nullopt;
    const auto read = core::parse_date(given, raw(field).kind == core::CellKind::number);
    if (!read) {
        const bool year = read.error().code == info(Remark::date_year).code;
        remark(field, year ? Remark::date_year : Remark::date_unreadable, read.error().text);
        return std::nullopt;
    }
    if (!read->remark.empty()) {
        const bool zone = read->remark == info(Remark::date_zone).code;
        remark(field, zone ? Remark::date_zone : Remark::date_time,
               fmt::format("« {} » est lu {}", given, core::iso(read->date)));
    }
    if (today_ && read->date > *today_)
        remark(field, Remark::date_future,
               fmt::format("le {} est dans l’avenir ; vérifiez la date", core::iso(read->date)));
    return read->date;
}

std::optional<std::int64_t> TenderValues::months(Field field, bool quiet) {
    const std::string_view given = value(field, quiet);
    if (given.empty()) return std::nullopt;
    const auto read = read_months(given);
    if (!read) {
        remark(field, Remark::duration_unreadable,
               fmt::format("« {} » n’est pas une durée ; écrivez un nombre entier de mois", excerpt(given)));
        return std::nullopt;
    }
    const auto& doubtful = ImportWords::embedded().doubtful_months;
    if (std::find(doubtful.begin(), doubtful.end(), *read) != doubtful.end())
        remark(field, Remark::duration_doubtful,
               fmt::format("{} mois semble compté en jours ; vérifiez la durée", *read));
    return read;
}

std::optional<core::Rate> TenderValues::rate(Field field) {
    const std::string_view given = value(field);
    if (given.empty()) return std::nullopt;
    if (has_unit(field, given, "un taux en %", {"€"})) return std::nullopt;
    const bool fraction =
        columns_[static_cast<std::size_t>(field)]->fraction && given.find('%') == std::string_view::npos;
    const auto parts = core::parse_scaled(given, fraction ? core::Rate::scale : core::Rate::scale / 100, true);
    if (parts && *parts >= 0 && *parts <= core::Rate::scale) {
        // Nobody asks for less than one percent: a fraction that lost its percent sign, more likely.
        if (*parts > 0 && *parts < core::Rate::scale / 100)
            remark(field, Remark::rate_doubtful,
                   fmt::format("« {} » est lu {} ; si c’est une fraction, écrivez le pourcentage", excerpt(given),
                               core::french::percent(core::Rate::of(*parts))));
        return core::Rate::of(*parts);
    }
    remark(field, Remark::number_unreadable,
           fmt::format("« {} » n’est pas un taux ; écrivez un pourcentage de 0 à 100", excerpt(given)));
    return std::nullopt;
}

std::optional<core::Hours> TenderValues::hours(Field field) {
    const std::string_view given = value(field);
    if (given.empty()) return std::nullopt;
    if (has_unit(field, given, "des heures", {"€", "%"})) return std::nullopt;
    const auto read = core::parse_hours(given, raw(field).kind == core::CellKind::number);
    if (read && read->parts() >= 0) return *read;
    remark(field, Remark::number_unreadable,
           fmt::format("« {} » n’est pas un nombre d’heures ; écrivez par exemple 833 ou 35,5", excerpt(given)));
    return std::nullopt;
}

}  // namespace clausier::domain
