// Recognises a tender table: its header row, its profile, its columns.
#include "clausier/domain/mapping.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "clausier/core/issue.hpp"
#include "clausier/core/text.hpp"
#include "header_match.hpp"
#include "tender_lists.hpp"

namespace clausier::domain {
namespace {

constexpr std::size_t header_rows_searched = 10;
constexpr std::size_t samples_kept = 5;

bool filled(const core::Cell& cell) { return !cell.empty() && !core::trim(cell.text).empty(); }

// A row of headers under one profile, each column with the fields its header may mean.
struct Candidate {
    const Profile* profile = nullptr;
    std::size_t row = 0;  // in the head
    std::vector<Column> columns;
    int certain = 0;  // columns taken without asking
    int score = 0;    // mean of the columns that have a header
    std::string missing;

    [[nodiscard]] bool better_than(const Candidate& other) const {
        if (missing.empty() != other.missing.empty()) return missing.empty();
        return score != other.score ? score > other.score : certain > other.certain;
    }
};

// The values of a column below the header, those that only say "missing" left out.
std::vector<core::Cell> values_under(const Head& head, std::size_t header, std::size_t column) {
    std::vector<core::Cell> values;
    for (std::size_t i = header + 1; i < head.size(); ++i)
        if (const core::Cell cell = head.row(i).cell(column);
            filled(cell) && !ImportWords::embedded().is_marker(core::trim(cell.text)))
            values.push_back(cell);
    return values;
}

std::vector<std::string> samples_of(const std::vector<core::Cell>& values) {
    std::vector<std::string> samples;
    for (const core::Cell& cell : values) {
        std::string value = core::collapse(cell.text);
        if (std::find(samples.begin(), samples.end(), value) == samples.end()) samples.push_back(std::move(value));
        if (samples.size() == samples_kept) break;
    }
    return samples;
}

void take(Column& column, Field field, int score, How how) {
    column.field = field;
    column.score = score;
    column.how = how;
    column.suggestions.clear();
}

// Applies the profile's positions: equal headers told apart by their order.
void place_by_position(std::vector<Column>& columns, const std::vector<Header>& headers, const Profile& profile) {
    for (const Position& position : profile.positions) {
        std::vector<std::size_t> equal;
        for (std::size_t i = 0; i < headers.size(); ++i)
            if (headers[i].folded == position.folded) equal.push_back(i);
        if (equal.size() != position.total || position.occurrence == 0 || position.occurrence > equal.size()) continue;
        const std::size_t target = equal[position.occurrence - 1] + position.offset;
        if (target < columns.size() && (position.offset == 0 || headers[target].folded.empty()))
            take(columns[target], position.field, 100, How::position);
    }
}

// Gives each field to the column that means it best; the others keep their suggestions, to be asked.
void share_fields(std::vector<Column>& columns, std::array<bool, field_count>& given) {
    for (;;) {
        Column* best = nullptr;
        Suggestion found;
        for (Column& column : columns) {
            if (column.how != How::none) continue;
            for (const Suggestion& s : column.suggestions)
                if (!given[static_cast<std::size_t>(s.field)] && s.score >= automatic_score && s.score > found.score) {
                    best = &column;
                    found = s;
                }
        }
        if (!best) return;
        given[static_cast<std::size_t>(found.field)] = found.field != Field::ignored;
        take(*best, found.field, found.score, found.known ? How::header : How::near_header);
    }
}

// A second column of a field that is already read is no question while it shows no value.
void leave_empty_doubles(std::vector<Column>& columns, const std::array<bool, field_count>& given) {
    for (Column& column : columns) {
        if (column.how != How::none || !column.samples.empty() || column.suggestions.empty()) continue;
        const Suggestion& first = column.suggestions.front();
        if (first.known && given[static_cast<std::size_t>(first.field)])
            take(column, Field::ignored, first.score, How::header);
    }
}

std::string missing_fields(const Profile& profile, const std::array<bool, field_count>& given) {
    std::string missing;
    for (const std::vector<Field>& group : profile.required) {
        if (std::any_of(group.begin(), group.end(), [&](Field f) { return given[static_cast<std::size_t>(f)]; }))
            continue;
        if (!missing.empty()) missing += ", ";
        for (std::size_t i = 0; i < group.size(); ++i)
            missing += fmt::format("{}{}", i ? " ou " : "", info(group[i]).label);
    }
    return missing;
}

// The column a choice names: by header, by letter or by number.
std::size_t chosen_column(const Choice& choice, const std::vector<Column>& columns) {
    if (choice.index && *choice.index < columns.size()) return *choice.index;
    const std::string wanted = core::fold(choice.header);
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (core::fold(columns[i].header) == wanted && !wanted.empty()) return i;
    std::size_t number = 0;
    const std::string_view text = choice.header;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc() && end == text.data() + text.size() && number >= 1 && number <= columns.size())
        return number - 1;
    if (wanted.size() == 1 && wanted[0] >= 'a' && static_cast<std::size_t>(wanted[0] - 'a') < columns.size())
        return static_cast<std::size_t>(wanted[0] - 'a');
    std::string headers;
    for (const Column& column : columns)
        if (!column.header.empty()) headers += fmt::format("{}« {} »", headers.empty() ? "" : ", ", column.header);
    throw core::Error(
        core::ErrorKind::invalid, "option --colonne",
        fmt::format("le fichier n’a pas de colonne « {} » ; ses colonnes sont {}", choice.header, headers));
}

void judge_values(Column& column, const std::vector<core::Cell>& values) {
    for (Suggestion& s : column.suggestions)
        s.score = std::clamp(s.score + value_evidence(info(s.field).kind, values), 0, 100);
    std::stable_sort(column.suggestions.begin(), column.suggestions.end(),
                     [](const Suggestion& a, const Suggestion& b) { return a.score > b.score; });
    while (!column.suggestions.empty() && column.suggestions.back().score < asked_score) column.suggestions.pop_back();
}

// Weighs the candidate: how many columns are sure, how well headers are known, what is missing.
void weigh(Candidate& candidate, const std::array<bool, field_count>& given) {
    int headers = 0;
    for (const Column& column : candidate.columns) {
        if (column.header.empty()) continue;
        ++headers;
        candidate.score += column.score;
        candidate.certain += column.field != Field::ignored;
    }
    candidate.score = headers ? candidate.score / headers : 0;
    candidate.missing = missing_fields(*candidate.profile, given);
}

// Reads the whole head with this row as its headers.
Candidate read_as(const Head& head, std::size_t row, const Profile& profile, std::span<const Choice> choices,
                  std::size_t width) {
    Candidate candidate{&profile, row, {}, 0, 0, {}};
    std::vector<Header> headers;
    const core::Row cells = head.row(row);
    for (std::size_t i = 0; i < width; ++i) {
        Column& column = candidate.columns.emplace_back();
        column.index = i;
        column.header = core::collapse(cells.cell(i).text);
        headers.push_back(read_header(column.header));
        column.unit = std::max(profile.amount_unit, header_unit(column.header));
        const auto values = values_under(head, row, i);
        column.samples = samples_of(values);
        column.fraction = are_fractions(values);
        column.suggestions = header_suggestions(headers.back(), profile);
        judge_values(column, values);
    }
    place_by_position(candidate.columns, headers, profile);
    std::array<bool, field_count> given{};
    for (const Choice& choice : choices) {
        // What the user says of one column is no longer said of another.
        for (Column& column : candidate.columns)
            if (column.field == choice.field) column.field = Field::ignored;
        take(candidate.columns[chosen_column(choice, candidate.columns)], choice.field, 100, How::chosen);
    }
    for (const Column& column : candidate.columns)
        if (column.field != Field::ignored) given[static_cast<std::size_t>(column.field)] = true;
    share_fields(candidate.columns, given);
    leave_empty_doubles(candidate.columns, given);
    weigh(candidate, given);
    return candidate;
}

int header_score(const core::Cell& cell, const Profile& profile, std::span<const Choice> choices) {
    const Header header = read_header(cell.text);
    for (const Choice& choice : choices)
        if (!choice.index && core::fold(choice.header) == header.folded) return 100;
    const auto found = header_suggestions(header, profile);
    return found.empty() || found.front().score < automatic_score ? 0 : found.front().score;
}

// The row among the first whose cells are, together, the best known names; it takes two of them.
std::optional<std::size_t> header_row(const Head& head, const Profile& profile, std::span<const Choice> choices) {
    std::optional<std::size_t> best;
    int most = 0;
    for (std::size_t i = 0; i < std::min(head.size(), header_rows_searched); ++i) {
        int sum = 0;
        int known = 0;
        for (const core::Cell& cell : head.row(i).cells) {
            const int score = filled(cell) ? header_score(cell, profile, choices) : 0;
            sum += score;
            known += score > 0;
        }
        if (known >= 2 && sum > most) {
            most = sum;
            best = i;
        }
    }
    return best;
}

std::size_t width_of(const Head& head) {
    std::size_t width = 0;
    for (std::size_t r = 0; r < head.size(); ++r) {
        const core::Row row = head.row(r);
        for (std::size_t c = row.cells.size(); c > width; --c)
            if (filled(row.cells[c - 1])) {
                width = c;
                break;
            }
    }
    return width;
}

// The first row with the most texts: what a person would call the headers. Nothing when all are blank.
std::optional<std::size_t> fullest_row(const Head& head) {
    std::optional<std::size_t> best;
    std::ptrdiff_t most = 0;
    for (std::size_t i = 0; i < std::min(head.size(), header_rows_searched); ++i) {
        const core::Row row = head.row(i);
        const auto count = std::count_if(row.cells.begin(), row.cells.end(), filled);
        if (count <= most) continue;
        most = count;
        best = i;
    }
    return best;
}

std::string headers_seen(const Head& head) {
    std::string headers;
    const auto row = fullest_row(head);
    if (!row) return headers;
    const core::Row seen = head.row(*row);
    for (const core::Cell& cell : seen.cells)
        if (filled(cell)) headers += fmt::format("{}« {} »", headers.empty() ? "" : ", ", core::collapse(cell.text));
    return headers;
}

// The place in the head of the row that the user calls the headers.
std::optional<std::size_t> row_numbered(const Head& head, std::optional<std::uint64_t> number) {
    if (!number) return std::nullopt;
    for (std::size_t i = 0; i < head.size(); ++i)
        if (head.row(i).number == *number) return i;
    throw core::Error(
        core::ErrorKind::invalid,
        {core::Issue{
            core::Severity::error, "ligne_des_titres_absente", "ligne d’en-têtes",
            fmt::format("la ligne {} n’est pas parmi les {} premières lignes remplies\u00a0; choisissez-en une autre",
                        *number, head.size())}});
}

std::span<const Profile> candidates_of(std::string_view profile_name) {
    if (profile_name.empty()) return profiles();
    return {&profile(profile_name), 1};
}

// The best reading of the head; `row`: the place of the headers, when it is not to be searched.
std::optional<Candidate> best_candidate(const Head& head, std::span<const Profile> candidates,
                                        std::span<const Choice> choices, std::optional<std::size_t> row) {
    std::optional<Candidate> best;
    const std::size_t width = width_of(head);
    for (const Profile& candidate : candidates) {
        const auto headers = row ? row : header_row(head, candidate, choices);
        if (!headers) continue;
        Candidate read = read_as(head, *headers, candidate, choices, width);
        if (!best || read.better_than(*best)) best = std::move(read);
    }
    return best;
}

Mapping mapping_of(const Head& head, Candidate best) {
    Mapping mapping{*best.profile, head.row(best.row).number, best.score, {}};
    for (Column& column : best.columns)
        if (!column.header.empty() || !column.samples.empty()) mapping.columns.push_back(std::move(column));
    return mapping;
}

[[noreturn]] void refuse(const Head& head, std::span<const Profile> candidates, const Candidate* nearest) {
    if (head.size() == 0)
        throw core::Error(core::ErrorKind::invalid, "tableau", "aucune ligne lue ; choisissez une feuille qui en a");
    std::string names;
    for (const Profile& known : candidates) names += fmt::format("{}{}", names.empty() ? "" : ", ", known.name);
    std::string why;
    if (nearest) why = fmt::format("il manque, pour le profil {} : {} ; ", nearest->profile->name, nearest->missing);
    for (const Column& column : nearest ? nearest->columns : std::vector<Column>())
        if (column.unresolved())
            why += fmt::format("« {} » ({}) est peut-être {} ; ", column.header,
                               column.samples.empty() ? "vide" : column.samples.front(),
                               info(column.suggestions.front().field).key);
    throw core::Error(core::ErrorKind::invalid, "en-têtes",
                      fmt::format("les colonnes {} ne suffisent pas ; {}donnez leur sens par --colonne "
                                  "\"Libellé=champ\", ou un profil par --profil (profils : {})",
                                  headers_seen(head), why, names));
}

}  // namespace

void Head::add(const core::Row& row) {
    Held& held = rows_.emplace_back();
    held.number = row.number;
    for (const core::Cell& cell : row.cells) held.bytes += cell.text;
    std::size_t at = 0;
    for (const core::Cell& cell : row.cells) {
        held.cells.push_back({cell.kind, std::string_view(held.bytes).substr(at, cell.text.size())});
        at += cell.text.size();
    }
}

std::string_view text(How how) {
    switch (how) {
        case How::header:
            return "libellé connu";
        case How::near_header:
            return "libellé voisin";
        case How::position:
            return "place du libellé";
        case How::chosen:
            return "choix de l’utilisateur";
        case How::none:
            break;
    }
    return "libellé inconnu";
}

const Column* Mapping::column(Field field) const {
    const auto found =
        std::find_if(columns.begin(), columns.end(), [&](const Column& column) { return column.field == field; });
    return found == columns.end() || field == Field::ignored ? nullptr : &*found;
}

std::vector<const Column*> Mapping::unresolved() const {
    std::vector<const Column*> open;
    for (const Column& column : columns)
        if (column.unresolved()) open.push_back(&column);
    return open;
}

core::Result<Choice> parse_choice(std::string_view text) {
    const std::size_t equals = text.rfind('=');
    if (equals == std::string_view::npos || core::trim(text.substr(0, equals)).empty())
        return core::fault("colonne_syntaxe",
                           fmt::format("« {} » ne se lit pas ; écrivez « Libellé=champ », par exemple "
                                       "« Prix HT=montant »",
                                       text));
    const auto field = parse_field(core::trim(text.substr(equals + 1)));
    if (!field) return field.error();
    return Choice{std::string(core::trim(text.substr(0, equals))), *field};
}

Mapping recognise(const Head& head, std::string_view profile_name, std::span<const Choice> choices,
                  std::optional<std::uint64_t> header_row) {
    const std::span<const Profile> candidates = candidates_of(profile_name);
    auto best = best_candidate(head, candidates, choices, row_numbered(head, header_row));
    if (!best || !best->missing.empty()) refuse(head, candidates, best ? &*best : nullptr);
    return mapping_of(head, *std::move(best));
}

Mapping recognise(const Head& head, std::span<const Profile> candidates, std::span<const Choice> choices) {
    auto best = best_candidate(head, candidates, choices, {});
    if (!best || !best->missing.empty()) refuse(head, candidates, best ? &*best : nullptr);
    return mapping_of(head, *std::move(best));
}

Recognition look(const Head& head, std::string_view profile_name, std::span<const Choice> choices,
                 std::optional<std::uint64_t> header_row) {
    const std::span<const Profile> candidates = candidates_of(profile_name);
    const auto fullest = fullest_row(head);
    if (!fullest)
        throw core::Error(core::ErrorKind::invalid, "tableau", "aucune ligne lue ; choisissez une feuille qui en a");
    auto best = best_candidate(head, candidates, choices, row_numbered(head, header_row));
    if (!best) best = best_candidate(head, candidates, choices, fullest);
    std::string missing = best->missing;
    return {mapping_of(head, *std::move(best)), std::move(missing)};
}

}  // namespace clausier::domain
