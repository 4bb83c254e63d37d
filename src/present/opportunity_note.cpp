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

// « les 5 lots », « 3 des 5 lots », those abandoned left out.
std::string of_lots(const domain::ScenarioStudy& study) {
    const std::size_t live = live_lots(study).size();
    const std::string all = french::count(live, "lot");
    if (study.with_clause != live)
        return french::number(static_cast<std::int64_t>(study.with_clause), 1) + " des " + all;
    return live == 1 ? "le seul lot" : "les " + all;
}

// What it is about in bold, then the text.
Paragraph led(std::string name, const std::string& text) {
    return {{Run{std::move(name), true, false}, Run{"\u00a0: " + text, false, false}}, false};
}

Paragraph hours_paragraph(const OpportunityNote& note) {
    if (!note.study) return {plain("Aucun scénario n’est encore étudié\u00a0: les heures ne sont pas connues."), false};
    const domain::ScenarioStudy& study = *note.study;
    if (!has_hours(study))
        return {plain("Aucun lot ne porte d’heures d’insertion dans le scénario «\u00a0" + study.scenario.name +
                      "\u00a0»."),
                false};
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

using Lots = std::vector<const LotStudy*>;

std::vector<Runs> summed_row(const std::string& name, std::string_view clause, const domain::ScenarioStudy& study,
                             const Lots& lots) {
    core::Euros amount;
    core::Hours hours;
    for (const LotStudy* lot : lots) {
        if (lot->lot.estimate) amount += *lot->lot.estimate;
        if (lot->due) hours += *lot->due;
    }
    const bool some = hours > core::Hours();
    return {plain(name), plain(french::euros(amount)), plain(std::string(clause)),
            plain(some ? french::hours(hours) : "–"), plain(some ? short_number(days_centi(hours, study)) : "–")};
}

// One row for all the lots of a group; a single one keeps its name.
void add_group(DocTable& table, const domain::ScenarioStudy& study, const Lots& lots, std::string_view many,
               std::string_view clause) {
    if (lots.size() == 1) table.rows.push_back(lot_row(*lots.front(), study));
    if (lots.size() > 1)
        table.rows.push_back(summed_row(french::number(static_cast<std::int64_t>(lots.size()), 1) + std::string(many),
                                        clause, study, lots));
}

// Lots with a clause first, as many as there is room for; those to be decided and those without stand in one row each.
DocTable lots_table(const domain::ScenarioStudy& study) {
    DocTable table;
    table.caption = "Heures d’insertion par lot, scénario «\u00a0" + study.scenario.name + "\u00a0»";
    for (const char* head : {"Lot", "Montant HT", "Clause", "Heures", "Jours"}) table.headers.push_back(plain(head));
    table.widths = {34, 16, 30, 11, 9};
    table.align = {Align::left, Align::right, Align::left, Align::right, Align::right};
    const Lots live = live_lots(study);
    Lots with;
    Lots undecided;
    Lots without;
    for (const LotStudy* lot : live)
        (domain::is_clause(lot->choice.clause_kind) ? with
         : lot->choice.clause_kind.empty()          ? undecided
                                                    : without)
            .push_back(lot);
    const std::size_t room = most_rows - (undecided.empty() ? 0U : 1U) - (without.empty() ? 0U : 1U);
    const auto shown = static_cast<std::ptrdiff_t>(with.size() <= room ? with.size() : room - 1);
    for (auto lot = with.begin(); lot != with.begin() + shown; ++lot) table.rows.push_back(lot_row(**lot, study));
    add_group(table, study, Lots(with.begin() + shown, with.end()), "\u00a0autres lots avec clause", "");
    add_group(table, study, undecided, "\u00a0lots à décider", "à décider");
    add_group(table, study, without, "\u00a0lots sans clause", "aucune");
    table.rows.push_back(summed_row("Total", "", study, live));
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
    if (note.study && !live_lots(*note.study).empty()) {
        out.blocks.emplace_back(lots_table(*note.study));
        if (const std::string remarks = feasibility_line(*note.study); !remarks.empty())
            out.blocks.emplace_back(led("À regarder", remarks + "."));
    }
    out.blocks.emplace_back(Title{1, plain("Ce que demande la loi, et la clause qui convient")});
    append(out.blocks, advice_blocks(note.advice, most_kinds));
    out.blocks.emplace_back(led("Qui peut le faire", structures_line(note)));
    if (note.study && !has_hours(*note.study)) {
        out.blocks.emplace_back(led("Texte de la clause", no_clause_line(*note.study)));
    } else if (note.clause.empty()) {
        out.blocks.emplace_back(led("Clause prête à reprendre", short_clause(note)));
    } else {
        out.blocks.emplace_back(Title{1, plain("Clause prête à reprendre")});
        append(out.blocks, note.clause);
    }
    out.blocks.emplace_back(led("Suites", next_line(note)));
    return out;
}

}  // namespace clausier::present
