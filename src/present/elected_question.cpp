// Writes the answer to an elected member's question as a page.
#include "clausier/present/elected_question.hpp"

#include <algorithm>

#include "clausier/core/french.hpp"
#include "clausier/present/chart.hpp"
#include "clausier/present/spaser_views.hpp"
#include "elected_question_parts.hpp"

namespace clausier::present {
namespace {

namespace french = core::french;
using domain::Counted;

constexpr std::size_t most_rows = 12;
constexpr std::size_t most_columns = 5;
constexpr std::size_t portrait_columns = 3;
constexpr std::size_t most_bars = 8;
constexpr std::size_t named_contracts = 10;

Runs plain(std::string text) { return {Run{std::move(text), false, false}}; }
Runs strong(std::string text) { return {Run{std::move(text), true, false}}; }

std::string lower(std::string_view label) {
    std::string out(label);
    if (!out.empty() && out[0] >= 'A' && out[0] <= 'Z') out[0] = static_cast<char>(out[0] - 'A' + 'a');
    return out;
}

std::string amount_text(const Counted& part) {
    return part.contracts == part.without_amount ? "–" : french::euros(part.amount);
}

// « 47 sur 120 (39,17 %) » above the amount; « 120 » above it without an indicator.
std::string cell_text(const Counted& part, const Counted& all, bool rated) {
    if (all.contracts == 0) return "–";
    std::string out = french::number(part.contracts, 1);
    if (rated) {
        out += " sur " + french::number(all.contracts, 1);
        if (const auto rate = domain::rate_of(part.contracts, all.contracts))
            out += " (" + french::percent(*rate) + ")";
    }
    return out + "\n" + amount_text(part);
}

// Rows and columns that one page holds, the last ones summed as « Autres ».
struct Fitted {
    std::vector<std::string> rows, columns;
    std::vector<std::vector<Counted>> parts, all;
};

std::vector<std::string> fitted_labels(const std::vector<QuestionValue>& values, std::size_t most) {
    std::vector<std::string> out;
    const bool cut = values.size() > most;
    for (std::size_t i = 0; i < (cut ? most - 1 : values.size()); ++i) out.push_back(values[i].label);
    if (cut) out.push_back("Autres (" + std::to_string(values.size() - most + 1) + ")");
    return out;
}

Fitted fit(const ElectedQuestion& question) {
    Fitted out{fitted_labels(question.rows, most_rows), fitted_labels(question.columns, most_columns), {}, {}};
    out.parts.assign(out.rows.size(), std::vector<Counted>(out.columns.size()));
    out.all = out.parts;
    for (std::size_t r = 0; r < question.rows.size(); ++r)
        for (std::size_t c = 0; c < question.columns.size(); ++c) {
            const std::size_t row = std::min(r, out.rows.size() - 1);
            const std::size_t column = std::min(c, out.columns.size() - 1);
            add(out.parts[row][column], question.parts[r][c]);
            add(out.all[row][column], question.all[r][c]);
        }
    return out;
}

void add_total_row(DocTable& table, const ElectedQuestion& question, const Fitted& fitted) {
    const bool rated = question.indicator != nullptr;
    std::vector<Runs> row{plain("Total")};
    for (std::size_t c = 0; c < fitted.columns.size(); ++c) {
        Counted part;
        Counted all;
        for (std::size_t r = 0; r < fitted.rows.size(); ++r) {
            add(part, fitted.parts[r][c]);
            add(all, fitted.all[r][c]);
        }
        row.push_back(plain(cell_text(part, all, rated)));
    }
    if (fitted.columns.size() > 1)
        row.push_back(plain(cell_text(total_of(question.parts), total_of(question.all), rated)));
    table.rows.push_back(std::move(row));
    table.total = true;
}

DocTable figures_table(const ElectedQuestion& question) {
    const Fitted fitted = fit(question);
    const bool rated = question.indicator != nullptr;
    const bool crossed = fitted.columns.size() > 1;
    DocTable table;
    table.caption =
        rated ? "Nombre, sur tous les contrats de la case, et montant HT" : "Nombre de contrats et montant HT";
    table.headers.push_back(plain(std::string(domain::label(question.by_rows))));
    for (const std::string& column : fitted.columns)
        table.headers.push_back(plain(question.by_columns ? column : std::string("Contrats")));
    if (crossed) table.headers.push_back(plain("Total"));
    table.align.assign(table.headers.size(), Align::right);
    table.align.front() = Align::left;
    for (std::size_t r = 0; r < fitted.rows.size(); ++r) {
        std::vector<Runs> row{plain(fitted.rows[r])};
        Counted part;
        Counted all;
        for (std::size_t c = 0; c < fitted.columns.size(); ++c) {
            row.push_back(plain(cell_text(fitted.parts[r][c], fitted.all[r][c], rated)));
            add(part, fitted.parts[r][c]);
            add(all, fitted.all[r][c]);
        }
        if (crossed) row.push_back(plain(cell_text(part, all, rated)));
        table.rows.push_back(std::move(row));
    }
    add_total_row(table, question, fitted);
    return table;
}

// The first rows: their rates with an indicator, their numbers without.
Figure figure(const ElectedQuestion& question) {
    const bool rated = question.indicator != nullptr;
    BarChart chart;
    chart.category = std::string(domain::label(question.by_rows));
    chart.quantity = rated ? "Part de tous les contrats" : "Contrats";
    chart.measure = rated ? kInPercent : Measure{1, ""};
    for (std::size_t r = 0; r < std::min(question.rows.size(), most_bars); ++r) {
        const Counted part = total_of({question.parts[r]});
        const Counted all = total_of({question.all[r]});
        const auto rate = domain::rate_of(part.contracts, all.contracts);
        chart.bars.push_back({question.rows[r].label, !rated ? std::optional(part.contracts)
                                                      : rate ? std::optional(rate->parts())
                                                             : std::nullopt});
    }
    chart.heading = {"question-figure", chart.quantity + " par " + lower(domain::label(question.by_rows)),
                     "Sur " + french::count(static_cast<std::uint64_t>(total_of(question.all).contracts), "contrat"),
                     ""};
    boost::json::object drawn = bar_chart(chart);
    const std::string words(drawn.at("phrase").as_string());
    return {std::move(drawn), words, ""};
}

Paragraph answer_paragraph(const ElectedQuestion& question) {
    const Counted part = total_of(question.parts);
    const Counted all = total_of(question.all);
    Runs out = strong("Réponse au " + french::date(question.on));
    std::string text = "\u00a0: " + counted_text(part);
    if (question.indicator) {
        text += ", sur " + counted_text(all);
        const auto rate = domain::rate_of(part.contracts, all.contracts);
        const auto amount = domain::rate_of(part.amount.parts(), all.amount.parts());
        if (rate) text += "\u00a0: " + french::percent(*rate) + " en nombre";
        if (rate && amount) text += ", " + french::percent(*amount) + " en montant";
    }
    out.push_back({text + ".", false, false});
    return {std::move(out), false};
}

// The first contracts in a few columns; the workbook has them all.
void add_contracts(std::vector<Block>& blocks, const ElectedQuestion& question) {
    static constexpr std::string_view shown[] = {"date_notification", "objet", "titulaires", "montant_lu"};
    if (question.contracts_total == 0) return;
    DocTable table;
    std::vector<std::size_t> columns;
    for (const std::string_view key : shown)
        for (std::size_t i = 0; i < question.contracts.columns.size(); ++i)
            if (question.contracts.columns[i].key == key) {
                columns.push_back(i);
                table.headers.push_back(plain(question.contracts.columns[i].title));
            }
    const std::size_t count = std::min(question.contracts.rows.size(), named_contracts);
    table.caption = count < static_cast<std::size_t>(question.contracts_total)
                        ? "Les " + std::to_string(count) + " premiers contrats, sur " +
                              french::number(question.contracts_total, 1) + " (tous dans le classeur)"
                        : "Les contrats comptés";
    table.widths = {14, 46, 24, 16};
    table.align = {Align::left, Align::left, Align::left, Align::right};
    table.row_headers = false;
    for (std::size_t r = 0; r < count; ++r) {
        std::vector<Runs> row;
        for (const std::size_t column : columns)
            row.push_back(plain(contract_cell(question.contracts.columns[column], question.contracts.rows[r][column])));
        table.rows.push_back(std::move(row));
    }
    blocks.emplace_back(std::move(table));
}

}  // namespace

std::string question_text(const ElectedQuestion& question) {
    std::string out = "Combien de contrats " + question.scope;
    if (question.indicator)
        out = "Combien de contrats comptent dans «\u00a0" + question.indicator->label + "\u00a0» parmi ceux " +
              question.scope;
    out += ", par " + lower(domain::label(question.by_rows));
    if (question.by_columns) out += " et par " + lower(domain::label(*question.by_columns));
    return out + "\u00a0?";
}

Document document(const ElectedQuestion& question) {
    Document out;
    out.title = "Question d’élu";
    out.author = question.author;
    out.subject = question_text(question);
    out.made_at = question.made_at;
    out.landscape = question.columns.size() > portrait_columns;
    out.blocks.emplace_back(Paragraph{strong(question_text(question)), false});
    out.blocks.emplace_back(answer_paragraph(question));
    if (!question.rows.empty()) {
        out.blocks.emplace_back(figures_table(question));
        out.blocks.emplace_back(figure(question));
    }
    add_contracts(out.blocks, question);
    std::string method;
    if (question.indicator)
        method = question.indicator->code + "\u00a0: " + question.indicator->numerator + " ÷ " +
                 question.indicator->denominator + ". Source\u00a0: " + question.indicator->source + ". ";
    for (const std::string& sentence : question.method) method += sentence + " ";
    out.blocks.emplace_back(Paragraph{plain("Méthode\u00a0: " + method), true});
    return out;
}

}  // namespace clausier::present
