// « spaser indicateurs », « spaser contrats », « spaser question »: figures, the contracts behind them, cross-tabs.
#include <algorithm>

#include "clausier/app/indicators.hpp"
#include "clausier/app/settings.hpp"
#include "clausier/cli/input.hpp"
#include "clausier/present/elected_question.hpp"
#include "clausier/present/indicators.hpp"
#include "clausier/present/spaser_views.hpp"
#include "command_table.hpp"
#include "contract_arguments.hpp"
#include "indicator_options.hpp"
#include "spaser_arguments.hpp"

namespace clausier::cli {
namespace {

using domain::Dimension;

present::FigureGroup group_of(std::string code, std::string label, app::IndicatorSheet sheet) {
    return {std::move(code), std::move(label), std::move(sheet.values), std::move(sheet.excluded),
            sheet.all,       sheet.aberrant,   sheet.mandated,          sheet.coverage};
}

Outcome indicators(Context& context, const Arguments& arguments) {
    const auto base = open_base(arguments, false);
    const app::ContractScope scope = contract_scope(*base, arguments);
    present::FigureSet figures;
    figures.on = context.clock.today();
    figures.options = indicator_options(arguments);
    figures.by = dimension_option(arguments, "--par");
    const app::Session session = spaser_session(context);
    if (!figures.by) {
        figures.groups.push_back(group_of("", "", app::indicators(session, *base, scope, figures.options)));
        return {present::answer(figures)};
    }
    auto sheets = app::indicators_by(session, *base, scope, figures.options, *figures.by);
    for (auto& [value, sheet] : sheets) {
        std::string label =
            *figures.by == Dimension::buyer ? app::buyer_name(*base, value) : domain::value_label(*figures.by, value);
        figures.groups.push_back(group_of(value, std::move(label), std::move(sheet)));
    }
    return {present::answer(figures)};
}

struct List {
    std::string_view option;
    app::Behind behind;
    std::string_view title;
};
constexpr List lists[] = {{"--reste", app::Behind::rest, "Contrats renseignés, hors du numérateur"},
                          {"--non-renseignes", app::Behind::unfilled, "Contrats non renseignés"},
                          {"--exclus", app::Behind::excluded, "Contrats qui ne sont pas comptés"},
                          {"--aberrants", app::Behind::aberrant, "Contrats dont le montant est invraisemblable"}};

Outcome contracts(Context& context, const Arguments& arguments) {
    const auto asked =
        std::count_if(std::begin(lists), std::end(lists), [&](const List& list) { return arguments.has(list.option); });
    if (asked > 1)
        throw UsageError("spaser contrats",
                         "donnez une seule liste : --reste, --non-renseignes, --exclus ou --aberrants");
    const auto base = open_base(arguments, false);
    const std::string indicator = arguments.get("--indicateur").value_or("");
    app::Behind behind = indicator.empty() ? app::Behind::all : app::Behind::numerator;
    std::string title = indicator.empty() ? "Contrats comptés" : "Contrats comptés par " + indicator;
    for (const List& list : lists)
        if (arguments.has(list.option)) {
            behind = list.behind;
            title = list.title;
        }
    if (indicator.empty() && (behind == app::Behind::rest || behind == app::Behind::unfilled))
        throw UsageError("option --indicateur",
                         "cette liste est celle d’un indicateur ; donnez son code, par exemple S1");
    Input input(arguments);
    const std::int64_t limit = input.whole("--limite").value_or(100);
    const std::int64_t offset = input.whole("--debut").value_or(0);
    input.check();
    const app::ContractPage page =
        app::contracts_behind(spaser_session(context), *base, contract_scope(*base, arguments),
                              indicator_options(arguments), indicator, behind, limit, offset);
    return {present::answer(page, title, context.clock.today())};
}

std::vector<present::QuestionValue> labelled(const std::vector<std::string>& values, std::optional<Dimension> by,
                                             const std::map<std::string, std::string>& buyers) {
    std::vector<present::QuestionValue> out;
    for (const std::string& value : values) {
        const auto buyer = buyers.find(value);
        std::string label;
        if (by)
            label = *by == Dimension::buyer && buyer != buyers.end() ? buyer->second : domain::value_label(*by, value);
        out.push_back({value, std::move(label)});
    }
    return out;
}

Outcome question(Context& context, const Arguments& arguments) {
    const auto base = open_base(arguments, false);
    const std::string indicator = arguments.get("--indicateur").value_or("");
    const auto columns = dimension_option(arguments, "--colonnes");
    if (columns && columns == dimension_option(arguments, "--lignes"))
        throw UsageError("option --colonnes", "elle répète les lignes ; choisissez une autre dimension, ou retirez-la");
    if (const auto* info = domain::indicator_info(indicator); info && !domain::counts_contracts(*info))
        throw UsageError("option --indicateur",
                         "« " + info->code + " » ne compte pas des contrats ; choisissez par exemple S1 ou E1");
    const app::CrossTab table =
        app::cross_tab(spaser_session(context), *base, contract_scope(*base, arguments), indicator_options(arguments),
                       dimension_option(arguments, "--lignes").value(), columns, indicator);
    present::ElectedQuestion asked;
    asked.indicator = domain::indicator_info(table.indicator);
    asked.scope = scope_words(arguments);
    asked.by_rows = table.rows;
    asked.by_columns = table.columns;
    asked.rows = labelled(table.row_values, table.rows, table.buyers);
    asked.columns = labelled(table.column_values, table.columns, table.buyers);
    asked.parts = table.cells;
    asked.all = table.denominators;
    asked.method = present::method_texts(indicator_options(arguments));
    asked.contracts_total = table.total.contracts;
    asked.on = context.clock.today();
    asked.author = app::identity(*base).name;
    asked.made_at = context.clock.now();
    return {present::answer(asked)};
}

std::vector<OptionSpec> with_scope(std::vector<OptionSpec> own) {
    std::vector<OptionSpec> out = contract_scope_options();
    out.insert(out.end(), own.begin(), own.end());
    out.insert(out.end(), kIndicatorChoices.begin(), kIndicatorChoices.end());
    return out;
}

constexpr OptionSpec kIndicator = {"--indicateur", "CODE", "S1, S2… : voir « spaser indicateurs »"};

}  // namespace

std::vector<CommandSpec> spaser_commands() {
    return {
        {"spaser indicateurs",
         "les indicateurs de l’achat responsable, chaque taux avec ses dénominateurs",
         {},
         with_scope({{"--par", "DIMENSION", "ventile les indicateurs", false, kDimensions}}),
         indicators,
         "clausier spaser indicateurs --base region.sqlite --acheteur \"Commune de Valbrume\" --annee 2026"},
        {"spaser contrats",
         "les contrats derrière un indicateur, ou ceux qui ne sont pas comptés et pourquoi",
         {},
         with_scope({kIndicator,
                     {"--reste", "", "les contrats renseignés qui ne sont pas dans le numérateur"},
                     {"--non-renseignes", "", "les contrats non renseignés pour cet indicateur"},
                     {"--exclus", "", "les contrats qui ne sont pas comptés, avec le motif"},
                     {"--aberrants", "", "les contrats dont le montant n’entre pas dans les sommes"},
                     {"--limite", "NOMBRE", "nombre de contrats (100 par défaut)"},
                     {"--debut", "NOMBRE", "contrats à passer avant le premier"}}),
         contracts,
         "clausier spaser contrats --base region.sqlite --annee 2026 --indicateur S1 --reste"},
        {"spaser question",
         "question d’élu : un tableau croisé de contrats, avec sa date et sa méthode",
         {},
         with_scope({{"--lignes", "DIMENSION", "ce que donnent les lignes", true, kDimensions},
                     {"--colonnes", "DIMENSION", "ce que donnent les colonnes", false, kDimensions},
                     kIndicator}),
         question,
         "clausier spaser question --base region.sqlite --lignes secteur --colonnes annee --indicateur S1"},
    };
}

}  // namespace clausier::cli
