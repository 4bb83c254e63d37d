// « calcul lots »: a workbook of lots in, the same with hours and living formulas out.
#include <map>

#include "base_option.hpp"
#include "clausier/app/app.hpp"
#include "clausier/app/lots.hpp"
#include "clausier/app/references.hpp"
#include "clausier/cli/input.hpp"
#include "clausier/cli/output.hpp"
#include "clausier/cli/progress.hpp"
#include "clausier/present/hours.hpp"
#include "clausier/present/hours_columns.hpp"
#include "clausier/sheets/annotated_copy.hpp"
#include "command_table.hpp"
#include "sheet_source.hpp"

namespace clausier::cli {
namespace {

std::vector<domain::LotFigures> figures(const std::vector<app::FileLot>& lots) {
    std::vector<domain::LotFigures> out;
    for (const app::FileLot& lot : lots) out.push_back(lot.figures);
    return out;
}

// The copy of the user's sheet: our columns titled on the header's row, filled on each lot's, summed below the last.
void write_copy(const std::string& file, const sheets::Source& source, std::optional<std::string_view> sheet,
                const app::LotCollector& collector, const domain::TenderHours& tender) {
    std::multimap<std::uint64_t, const domain::LotHours*> by_line;
    for (std::size_t i = 0; i < tender.lots.size(); ++i) by_line.emplace(collector.lots()[i].line, &tender.lots[i]);
    std::map<std::uint64_t, std::string> remarks;
    for (const app::FileRemark& remark : collector.remarks())
        remarks[remark.line] += (remarks[remark.line].empty() ? "" : "\n") + remark.issue.text;
    sheets::XlsxWriter writer(file);
    writer.sheet("Heures", {}, 0);
    present::HoursColumns columns(collector.columns());
    sheets::AnnotatedCopy copy(writer, collector.columns(), [&](std::uint64_t line, std::uint32_t row) {
        if (line == collector.mapping().header_row) return columns.header();
        const auto [first, last] = by_line.equal_range(line);
        if (first == last) {
            const auto said = remarks.find(line);
            return said == remarks.end() ? std::vector<sheets::OutCell>() : columns.said(said->second);
        }
        // Several lots in one row of the file: the row has one line of our columns, their sum.
        return std::next(first) == last ? columns.lot(*first->second, row) : columns.lots(first, last, row);
    });
    sheets::read(source, copy, sheet);
    writer.row({});
    writer.row(columns.total(tender));
    writer.close();
}

Outcome lots(Context& context, const Arguments& arguments) {
    Input input(arguments);
    domain::LotHypotheses hypotheses{
        input.percent("--part-mo"), input.percent("--taux"), input.euros("--cout-horaire"),
        domain::HourRounding::parse(arguments.get("--arrondi").value_or("proche")).value()};
    input.check();
    const ChosenSheet chosen = chosen_sheet(arguments.positionals.at(0), arguments);
    app::LotCollector collector(arguments.get("--profil").value_or(""), column_choices(arguments));
    read_sheet(context, chosen, collector, "Lecture");
    collector.finish();
    const domain::Reference reference = app::reference(app::base_path(arguments.get("--base")));
    const domain::TenderHours tender =
        domain::tender_hours(figures(collector.lots()), hypotheses, reference, context.clock.today());
    Outcome outcome{present::answer(tender)};
    for (const domain::Column* column : collector.mapping().unresolved())
        outcome.answer.remarks.push_back(
            core::warning("colonne_a_decider", "la colonne « " + column->header +
                                                   " » n’est pas reconnue et reste de côté ; --colonne \"" +
                                                   column->header + "=champ\" en décide"));
    for (const app::FileRemark& remark : collector.remarks()) outcome.answer.remarks.push_back(remark.issue);
    if (const auto file = arguments.get("--sortie")) {
        write_copy(*file, chosen.source, chosen.name(), collector, tender);
        context.say("Écrit : " + *file);
    }
    return outcome;
}

}  // namespace

std::vector<CommandSpec> lot_commands() {
    return {{"calcul lots",
             "heures de chaque lot d’un tableur ; rend le même tableur avec les heures et leurs formules",
             {{"FICHIER", "le tableur des lots"}},
             {{"--sortie", "R.xlsx", "classeur à écrire : vos lignes, les heures, des formules vivantes et le total"},
              kProfile,
              kColumn,
              kSheet,
              kEncoding,
              kSeparator,
              {"--part-mo", "POURCENT", "part de main-d’œuvre des lots qui n’en ont pas"},
              {"--taux", "POURCENT", "taux d’effort des lots qui n’en ont pas"},
              {"--cout-horaire", "EUROS", "coût horaire des lots qui n’en ont pas"},
              kRounding,
              kValuesBase},
             lots,
             "clausier calcul lots lots.xlsx --taux 5 --sortie heures.xlsx",
             Sortie::workbook}};
}

}  // namespace clausier::cli
