// Reads lists of people.
#include "clausier/domain/person_list.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "clausier/core/table.hpp"
#include "clausier/core/text.hpp"
#include "clausier/domain/nir.hpp"

namespace clausier::domain {
namespace {

using core::Error;
using core::ErrorKind;

enum class Column { family, given, born, disabled };
struct ColumnWord {
    std::string_view folded;
    Column column;
};
constexpr std::array<ColumnWord, 9> words{{{"nom", Column::family},
                                           {"nom de famille", Column::family},
                                           {"prenom", Column::given},
                                           {"prenoms", Column::given},
                                           {"naissance", Column::born},
                                           {"date de naissance", Column::born},
                                           {"ne le", Column::born},
                                           {"nee le", Column::born},
                                           {"rqth", Column::disabled}}};

char separator_of(std::string_view csv) {
    const std::string_view first = csv.substr(0, csv.find('\n'));
    char best = ';';
    for (const char c : {';', ',', '\t'})
        if (std::count(first.begin(), first.end(), c) > std::count(first.begin(), first.end(), best)) best = c;
    return best;
}

std::vector<Column> columns_of(const core::Table& table) {
    std::vector<Column> out;
    for (const std::string& title : table.columns) {
        const auto* known = std::find_if(words.begin(), words.end(),
                                         [&](const ColumnWord& word) { return word.folded == core::fold(title); });
        if (known == words.end() || std::count(out.begin(), out.end(), known->column) > 0)
            throw Error(ErrorKind::invalid, fmt::format("colonne n° {}", out.size() + 1),
                        "son titre n’est pas attendu ; ne gardez que nom, prénom, naissance et rqth, une fois chacun");
        out.push_back(known->column);
    }
    for (const Column needed : {Column::family, Column::given, Column::born})
        if (std::count(out.begin(), out.end(), needed) == 0)
            throw Error(ErrorKind::invalid, "première ligne", "il y faut les colonnes nom, prénom et naissance");
    return out;
}

void read_cell(PersonDraft& draft, Column column, const std::string& text, const std::string& line,
               std::vector<core::Issue>& issues) {
    const auto refuse = [&](std::string_view code, std::string_view field, std::string_view said) {
        issues.push_back(
            {core::Severity::error, std::string(code), fmt::format("{}, {}", line, field), std::string(said)});
    };
    if (holds_nir(text)) return refuse("nir", fmt::format("colonne n° {}", static_cast<int>(column) + 1), nir_refusal);
    switch (column) {
        case Column::family:
            draft.names.family = PersonalText(text);
            break;
        case Column::given:
            draft.names.given = PersonalText(text);
            break;
        case Column::born:
            if (const auto date = core::parse_date(text))
                draft.names.born_on = date->date;
            else if (!core::trim(text).empty())
                refuse("date_illisible", "naissance", "la date ne se lit pas ; écrivez-la comme 1990-02-28");
            break;
        case Column::disabled:
            if (const std::string word = core::fold(text); word == "oui" || word == "non")
                draft.disabled_worker = word == "oui";
            else if (!word.empty())
                refuse("rqth", "rqth", "écrivez oui ou non, ou rien quand ce n’est pas demandé");
            break;
    }
}

}  // namespace

std::vector<PersonDraft> read_people(std::string_view csv) {
    if (csv.starts_with("\xEF\xBB\xBF")) csv.remove_prefix(3);
    const core::Table table = core::parse_csv(csv, "liste de personnes", separator_of(csv));
    const std::vector<Column> columns = columns_of(table);
    std::vector<core::Issue> issues;
    std::vector<PersonDraft> out;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        PersonDraft draft;
        const std::string line = fmt::format("ligne {}", i + 2);
        for (std::size_t c = 0; c < columns.size(); ++c) read_cell(draft, columns[c], table.rows[i][c], line, issues);
        out.push_back(std::move(draft));
    }
    if (out.empty() && issues.empty())
        throw Error(ErrorKind::invalid, "liste de personnes",
                    "elle ne nomme personne ; ajoutez une ligne sous les titres");
    if (!issues.empty()) throw Error(ErrorKind::invalid, std::move(issues));
    return out;
}

}  // namespace clausier::domain
