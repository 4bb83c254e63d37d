// « imports decisions » and « imports modele »: what is decided of unknown values, and the workbook to fill in.
#include "base_option.hpp"
#include "clausier/app/decisions.hpp"
#include "clausier/cli/usage.hpp"
#include "clausier/present/import_drafts.hpp"
#include "clausier/sheets/write.hpp"
#include "command_table.hpp"

namespace clausier::cli {
namespace {

// « champ:valeur » of --oublier.
domain::Decision value_named(const std::string& text) {
    auto named = domain::parse_decision(text + "=ignorer");
    if (named) return *std::move(named);
    core::Issue fault = named.error();
    fault.where = "option --oublier";
    throw UsageError({fault});
}

Outcome decisions(Context& context, const Arguments& arguments) {
    const auto base = open_base(arguments, false);
    for (const std::string& text : arguments.all("--oublier")) {
        const domain::Decision named = value_named(text);
        app::forget_decision({context.clock, "cli"}, *base, named.field, named.value);
    }
    return {present::answer(app::list_decisions(*base))};
}

Outcome model(Context& context, const Arguments& arguments) {
    const auto file = arguments.get("--sortie");
    if (!file)
        throw UsageError("option --sortie", "elle manque ; nommez le classeur, par exemple --sortie modele.xlsx");
    const present::TypedTable table = present::import_template();
    sheets::XlsxWriter writer(*file);
    writer.sheet("Marchés", table.widths);
    std::vector<sheets::OutCell> cells;
    for (const std::string& title : table.titles) cells.push_back({title, sheets::Style::header});
    writer.row(cells);
    for (const auto& row : table.rows) {
        cells.clear();
        for (const present::TypedCell& cell : row)
            cells.push_back({sheets::same_value(cell.cell()), sheets::Style::plain});
        writer.row(cells);
    }
    writer.close();
    context.say("Écrit : " + *file);
    return {{}, true};
}

}  // namespace

std::vector<CommandSpec> decision_commands() {
    return {
        {"imports decisions",
         "ce qui est décidé des valeurs que les listes ne connaissent pas",
         {},
         {kBase, {"--oublier", "CHAMP:VALEUR", "oublie une décision, qui sera demandée de nouveau", false, {}, true}},
         decisions,
         "clausier imports decisions --base region.sqlite --oublier \"procedure:MAPA 2\""},
        {"imports modele",
         "écrit un classeur à remplir, que « importer » sait lire",
         {},
         {},
         model,
         "clausier imports modele --sortie modele.xlsx",
         Sortie::workbook},
    };
}

}  // namespace clausier::cli
