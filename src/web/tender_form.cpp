// Reads the lots of a tender from an address, and shows them again.
#include "tender_form.hpp"

#include <algorithm>

#include "clausier/core/french.hpp"
#include "clausier/domain/code_lists.hpp"
#include "clausier/present/calculation_views.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;
using Options = std::vector<std::pair<std::string, std::string>>;

constexpr FieldLabel labels[] = {{"taux", "Taux d’effort"},
                                 {"cout-horaire", "Coût horaire chargé"},
                                 {"part-mo", "Part de main-d’œuvre"},
                                 {"montant", "Montant HT"},
                                 {"mois", "Durée"},
                                 {"arrondi", "Arrondi"},
                                 {"comparer", "Taux à comparer"}};
constexpr std::size_t most_compared = 6;

domain::LotFigures read_lot(FormReader& reader, std::size_t row) {
    const auto name = [&](std::string_view column) { return RowForm::name(column, row); };
    domain::LotFigures lot;
    lot.number = std::to_string(row);
    lot.title = reader.text(name("intitule"));
    lot.trade = reader.text(name("metier"));
    lot.amount = reader.euros(name("montant"));
    lot.labour_share = reader.percent(name("part_mo"));
    lot.hourly_cost = reader.euros(name("cout_horaire"));
    lot.effort = reader.percent(name("taux"));
    return lot;
}

domain::StudyQuestion read_question(FormReader& reader) {
    domain::StudyQuestion out;
    out.hypotheses.effort = reader.percent("taux");
    out.hypotheses.hourly_cost = reader.euros("cout_horaire");
    out.months = reader.number("mois");
    out.compared = reader.percents("comparer");
    if (out.compared.size() > most_compared) reader.refuse("comparer", "six taux au plus\u00a0; retirez-en");
    const std::string rounding = reader.text("arrondi");
    const auto read = domain::HourRounding::parse(rounding.empty() ? "proche" : rounding);
    if (read)
        out.hypotheses.rounding = *read;
    else
        reader.refuse("arrondi", read.error().text);
    return out;
}

// The fault of a field of a row, told by the label of its column.
core::Issue named(core::Issue issue, std::size_t row) {
    for (const auto& [option, label] : labels)
        if (issue.where == RowForm::name(field_of(option), row))
            issue.text = std::string(label) + "\u00a0: " + issue.text;
    issue.where.clear();
    return issue;
}

// The trades, with the labour share that each stands for.
Options trade_options(const domain::Reference& reference, core::Date on) {
    Options out{{"", "d’après l’intitulé"}};
    for (const domain::Trade& trade : domain::CodeLists::embedded().trades)
        out.emplace_back(trade.key, trade.label + " (" +
                                        core::french::percent(reference.rate(trade.labour_share_key, on).value) + ")");
    return out;
}

}  // namespace

TenderForm::TenderForm(const http::Fields& sent)
    : rows_(sent, {"taux", "cout_horaire", "mois", "arrondi", "comparer"},
            {{"lot", {"intitule", "metier", "montant", "part_mo", "cout_horaire", "taux"}}}) {
    FormReader reader(rows_.fields());
    question_ = read_question(reader);
    common_fault_ = !reader.sound() || !rows_.issues().empty();
    read_lots(reader);
    issues_ = rows_.issues();
    issues_.insert(issues_.end(), reader.issues().begin(), reader.issues().end());
}

void TenderForm::read_lots(FormReader& reader) {
    for (std::size_t row = 1; row <= rows_.rows("lot"); ++row) {
        if (rows_.blank("lot", row)) continue;
        const std::size_t before = reader.issues().size();
        lots_.push_back(read_lot(reader, row));
        lot_rows_.push_back(row);
        if (reader.issues().size() > before) lots_.back().unreadable = named(reader.issues()[before], row);
    }
}

// A field that could not be read has its fault already.
void TenderForm::add(core::Issue issue) {
    if (issue.where.empty() ||
        std::none_of(issues_.begin(), issues_.end(), [&](const core::Issue& i) { return i.where == issue.where; }))
        issues_.push_back(std::move(issue));
}

std::optional<domain::TenderStudy> TenderForm::study(const domain::Reference& reference, core::Date on) {
    try {
        domain::TenderStudy out = domain::study_tender(lots_, question_, reference, on);
        for (std::size_t i = 0; i < out.tender.lots.size(); ++i) {
            auto& issue = out.tender.lots[i].issue;
            if (!issue || lots_[i].unreadable) continue;
            if (issue->where.find("option --") != std::string::npos)
                add(told_by_field(*issue, labels, "_" + std::to_string(lot_rows_[i])));
            issue = told_by_field(*issue, labels);
        }
        if (!common_fault_) return out;
    } catch (const core::Error& error) {
        if (error.kind() != core::ErrorKind::invalid) throw;
        for (core::Issue& issue : told_by_field(error, labels)) add(std::move(issue));
    }
    return std::nullopt;
}

json::array tender_rows(const TenderForm& tender, const FormView& form, const std::optional<domain::TenderStudy>& study,
                        const domain::Reference& reference, core::Date on) {
    const Options trades = trade_options(reference, on);
    const std::size_t rows = tender.rows().rows("lot");
    const auto known = tender.lot_rows();
    json::array out;
    for (std::size_t row = 1; row <= rows; ++row) {
        const std::string which = " du lot " + std::to_string(row);
        const auto cell = [&](std::string_view column, const std::string& label, bool figure) {
            return row_cell(tender.rows(), form, {"lot", column, row}, label, figure);
        };
        const std::string trade = RowForm::name("metier", row);
        const auto lot = std::find(known.begin(), known.end(), row);
        const bool shown = study && lot != known.end();
        const auto index = static_cast<std::size_t>(lot - known.begin());
        out.push_back(
            {{"numero", row},
             {"intitule", cell("intitule", "Intitulé" + which, false)},
             {"metier", form.choice({trade, "Métier" + which}, tender.rows().value("lot", "metier", row), trades)},
             {"montant", cell("montant", "Montant HT" + which + ", en euros", true)},
             {"part", cell("part_mo", "Part de main-d’œuvre" + which + ", en %", true)},
             {"cout", cell("cout_horaire", "Coût horaire chargé" + which + ", en euros", true)},
             {"effort", cell("taux", "Taux d’effort" + which + ", en %", true)},
             {"source", shown ? present::reference_line(study->tender.lots[index]) : ""},
             {"plusieurs", rows > 1}});
    }
    return out;
}

}  // namespace clausier::web
