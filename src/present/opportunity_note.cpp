// Writes the opportunity note.
#include "clausier/present/opportunity_note.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "clausier/core/french.hpp"
#include "clausier/present/adviser.hpp"
#include "enquiry_words.hpp"
#include "opportunity_parts.hpp"

namespace clausier::present {
namespace {

namespace french = core::french;
using domain::LotStudy;

constexpr std::size_t most_rows = 6;
constexpr std::size_t longest_name = 60;  // characters: two lines of its column
constexpr std::size_t most_kinds = 2;

Runs plain(std::string text) { return {Run{std::move(text), false, false}}; }
std::string joined(const std::vector<std::string>& parts, std::string_view between) {
    return fmt::format("{}", fmt::join(parts, between));
}

// The object, then « Commune de Valbrume · dossier n° 3 · besoin estimé de 6 000 000 € HT · 14 mois · consultation… ».
Paragraph identity(const OpportunityNote& note) {
    const domain::Enquiry& enquiry = note.sheet.enquiry;
    const domain::Purchase& purchase = enquiry.purchase;
    std::vector<std::string> parts{note.sheet.buyer.label(), "dossier n°\u00a0" + std::to_string(enquiry.id.value)};
    if (purchase.estimated_need) parts.push_back("besoin estimé de " + french::euros(*purchase.estimated_need) + " HT");
    if (purchase.duration_months) parts.push_back(french::number(*purchase.duration_months, 1) + "\u00a0mois");
    if (purchase.consultation_on) parts.push_back("consultation le " + french::date(*purchase.consultation_on));
    return {{Run{purchase.object, true, false}, Run{" · " + joined(parts, " · "), false, false}}, false};
}

// « les 5 lots », « 3 des 5 lots ».
std::string of_lots(const domain::ScenarioStudy& study) {
    const std::string all = french::count(study.lots.size(), "lot");
    if (study.with_clause != study.lots.size())
        return french::number(static_cast<std::int64_t>(study.with_clause), 1) + " des " + all;
    return study.lots.size() == 1 ? "le seul lot" : "les " + all;
}

// What it is about in bold, then the text.
Paragraph led(std::string name, const std::string& text) {
    return {{Run{std::move(name), true, false}, Run{"\u00a0: " + text, false, false}}, false};
}

Paragraph hours_paragraph(const OpportunityNote& note) {
    if (!note.study) return {plain("Aucun scénario n’est encore étudié\u00a0: les heures ne sont pas connues."), false};
    const domain::ScenarioStudy& study = *note.study;
    const domain::Equivalents& total = study.total;
    std::string rest =
        fmt::format(" d’insertion, soit {}\u00a0jours, {}\u00a0semaines ou {}\u00a0ETP-années (÷\u00a0{}), sur {}.",
                    short_number(total.days_centi), short_number(total.weeks_centi),
                    french::number(total.fte_centi, 100), french::hours(total.fte.value), of_lots(study));
    if (study.undecided > 0)
        rest += " " + french::count(study.undecided, "lot reste à décider.", "lots restent à décider.");
    return {{Run{french::hours(study.hours), true, false}, Run{std::move(rest), false, false}}, false};
}

// « insertion et critère social »: the column already says « clause ».
std::string clause_cell(std::string_view kind) {
    std::string out = clause_short(kind);
    for (const std::string_view word : {"Clause d’", "Clause de "})
        if (out.starts_with(word)) return out.substr(word.size());
    return out;
}

// On whole characters.
std::string cut(const std::string& text) {
    std::size_t characters = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if ((static_cast<unsigned char>(text[i]) & 0xC0U) == 0x80U) continue;
        if (++characters > longest_name) return text.substr(0, i) + "…";
    }
    return text;
}

std::vector<Runs> lot_row(const LotStudy& lot, const domain::ScenarioStudy& study) {
    return {plain(cut(lot_name(lot.lot))), plain(lot.lot.estimate ? french::euros(*lot.lot.estimate) : ""),
            plain(clause_cell(lot.choice.clause_kind)), plain(lot.due ? french::hours(*lot.due) : "–"),
            plain(lot.due ? short_number(days_centi(*lot.due, study)) : "–")};
}

std::vector<Runs> summed_row(const std::string& name, const domain::ScenarioStudy& study, std::size_t from) {
    core::Euros amount;
    core::Hours hours;
    for (std::size_t i = from; i < study.lots.size(); ++i) {
        if (study.lots[i].lot.estimate) amount += *study.lots[i].lot.estimate;
        if (study.lots[i].due) hours += *study.lots[i].due;
    }
    return {plain(name), plain(french::euros(amount)), plain(""), plain(french::hours(hours)),
            plain(short_number(days_centi(hours, study)))};
}

DocTable lots_table(const domain::ScenarioStudy& study) {
    DocTable table;
    table.caption = "Heures d’insertion par lot, scénario «\u00a0" + study.scenario.name + "\u00a0»";
    for (const char* head : {"Lot", "Montant HT", "Clause", "Heures", "Jours"}) table.headers.push_back(plain(head));
    table.widths = {34, 16, 30, 11, 9};
    table.align = {Align::left, Align::right, Align::left, Align::right, Align::right};
    const bool all = study.lots.size() <= most_rows;
    const std::size_t shown = all ? study.lots.size() : most_rows - 1;
    for (std::size_t i = 0; i < shown; ++i) table.rows.push_back(lot_row(study.lots[i], study));
    if (!all)
        table.rows.push_back(
            summed_row(french::count(study.lots.size() - shown, "autre lot", "autres lots"), study, shown));
    table.rows.push_back(summed_row("Total", study, 0));
    table.total = true;
    return table;
}

// The dates, then what is left to do.
std::string next_line(const OpportunityNote& note) {
    std::vector<std::string> parts;
    for (const NamedDate& one : deadlines_of(note.sheet)) parts.push_back(one.name + " le " + french::date(one.date));
    std::string out = parts.empty() ? "aucune échéance n’est notée" : joined(parts, ", ");
    out += ".";
    for (const std::string& step : steps_of(note)) out += " " + step;
    return out;
}

void append(std::vector<Block>& blocks, std::vector<Block> more) {
    for (Block& block : more) blocks.push_back(std::move(block));
}

}  // namespace

const domain::ScenarioStudy* study_for_note(const domain::EnquirySheet& sheet,
                                            const std::vector<domain::ScenarioStudy>& studies,
                                            std::optional<domain::Id<domain::Scenario>> asked) {
    const auto wanted = asked ? asked : sheet.enquiry.chosen;
    for (const domain::ScenarioStudy& one : studies)
        if (wanted && one.scenario.id == *wanted) return &one;
    if (asked)
        throw core::Error(core::ErrorKind::not_found, fmt::format("scénario n°\u00a0{}", asked->value),
                          "ce dossier n’a pas de scénario de ce numéro\u00a0; voyez ses scénarios");
    return studies.empty() ? nullptr : &studies.front();
}

Document opportunity_note(const OpportunityNote& note) {
    Document out;
    out.title = "Note d’opportunité du " + french::date(note.advice.on);
    out.author = note.author;
    out.made_at = note.made_at;
    out.blocks.emplace_back(identity(note));
    out.blocks.emplace_back(hours_paragraph(note));
    if (note.study && !note.study->lots.empty()) {
        out.blocks.emplace_back(lots_table(*note.study));
        if (const std::string remarks = feasibility_line(*note.study); !remarks.empty())
            out.blocks.emplace_back(led("À regarder", remarks + "."));
    }
    out.blocks.emplace_back(Title{1, plain("Ce que demande la loi, et la clause qui convient")});
    append(out.blocks, advice_blocks(note.advice, most_kinds));
    out.blocks.emplace_back(led("Qui peut le faire", structures_line(note)));
    if (note.clause.empty()) {
        out.blocks.emplace_back(led("Clause prête à reprendre", short_clause(note)));
    } else {
        out.blocks.emplace_back(Title{1, plain("Clause prête à reprendre")});
        append(out.blocks, note.clause);
    }
    out.blocks.emplace_back(led("Suites", next_line(note)));
    return out;
}

}  // namespace clausier::present
