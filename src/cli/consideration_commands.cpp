// « spaser classer » and « spaser condition »: contracts to classify, and the mandatory social condition.
#include "changes.hpp"
#include "classification_file.hpp"
#include "clausier/app/classification.hpp"
#include "clausier/app/mandatory_conditions.hpp"
#include "clausier/app/markets.hpp"
#include "clausier/app/references.hpp"
#include "clausier/core/french.hpp"
#include "clausier/present/classification.hpp"
#include "clausier/present/mandatory_conditions.hpp"
#include "command_table.hpp"
#include "confirm.hpp"
#include "sheet_source.hpp"
#include "spaser_arguments.hpp"

namespace clausier::cli {
namespace {

domain::ClauseAxis axis_of(const Arguments& arguments) {
    return domain::clause_axis(arguments.get("--considerations").value_or("sociale")).value();
}

Outcome undo(Context& context, const Arguments& arguments, std::int64_t number) {
    const auto base = open_base(arguments, false);
    const domain::Id<domain::Classification> id{number};
    const auto sheet = app::classification(*base, id);
    confirm(context, arguments,
            "Rendre non renseignés les " + std::to_string(sheet.contracts.size()) + " contrats de ce classement ?");
    app::undo_classification(spaser_session(context), *base, id);
    return {present::answer(app::classification(*base, id))};
}

Outcome apply(Context& context, const Arguments& arguments, const std::string& file) {
    const domain::ClauseAxis axis = axis_of(arguments);
    ClassificationFile decisions(axis);
    read_sheet(context, chosen_sheet(file, arguments), decisions, "Lecture");
    const auto given = decisions.finish();
    const auto base = open_base(arguments, false);
    Outcome out{present::answer(app::classify(spaser_session(context), *base, axis, given), axis)};
    if (decisions.undecided() > 0)
        out.answer.remarks.push_back(
            core::warning("sans_decision", core::french::count(static_cast<std::uint64_t>(decisions.undecided()),
                                                               "ligne sans décision reste non renseignée",
                                                               "lignes sans décision restent non renseignées")));
    return out;
}

Outcome classify(Context& context, const Arguments& arguments) {
    Input input(arguments);
    const auto number = input.whole("--annuler");
    store::UnclassifiedFilter filter;
    const auto year = input.year("--annee");
    if (year) filter.year = static_cast<int>(*year);
    filter.limit = input.whole("--limite").value_or(100);
    filter.offset = input.whole("--debut").value_or(0);
    input.check();
    const auto file = arguments.get("--appliquer");
    if (file && number)
        throw UsageError("option --annuler", "elle ne va pas avec --appliquer ; donnez l’une ou l’autre");
    if (number) return undo(context, arguments, *number);
    if (file) return apply(context, arguments, *file);
    filter.axis = axis_of(arguments);
    if (const auto sector = arguments.get("--secteur")) filter.sector = domain::sector(*sector);
    filter.text = arguments.get("--texte").value_or("");
    filter.cpv = arguments.get("--cpv").value_or("");
    const auto base = open_base(arguments, false);
    filter.buyer = asked_buyer(*base, arguments);
    return by_option({}, [&] { return Outcome{present::answer(app::unclassified(*base, filter), filter.axis)}; });
}

const FieldOptions exception_options = {{"motif", "--motif"}, {"texte", "--texte"}};

Outcome one_condition(Context& context, const Arguments& arguments, const std::string& market) {
    const auto base = open_base(arguments, false);
    const domain::Reference reference = app::reference(*base);
    const domain::Market found = app::find_market(*base, market, arguments.get("--acheteur").value_or("")).market;
    const auto motive = arguments.get("--motif");
    const auto words = arguments.get("--texte");
    const bool removal = arguments.has("--retirer");
    if (removal && motive)
        throw UsageError("option --retirer", "elle ne va pas avec --motif ; donnez l’une ou l’autre");
    if (!motive && !removal)
        return {present::answer(app::condition_of(spaser_session(context), *base, found.id, reference))};
    if (!removal && !words) throw UsageError("option --texte", "écrivez le motif, en une phrase");
    return by_option(exception_options, [&] {
        return Outcome{present::answer(app::record_exception(
            spaser_session(context), *base, found.id, found.revision,
            removal ? domain::RecordedException{} : domain::RecordedException{*motive, *words}, reference))};
    });
}

Outcome condition(Context& context, const Arguments& arguments) {
    Input input(arguments);
    app::ConditionQuery query;
    if (const auto year = input.year("--depuis")) query.scope.first_year = static_cast<int>(*year);
    if (const auto year = input.year("--jusqu-a")) query.scope.last_year = static_cast<int>(*year);
    query.limit = input.whole("--limite").value_or(100);
    query.offset = input.whole("--debut").value_or(0);
    input.check();
    if (const auto market = arguments.get("--marche")) return one_condition(context, arguments, *market);
    if (arguments.has("--motif") || arguments.has("--retirer"))
        throw UsageError("option --marche", "dites de quel marché, par sa référence ou son numéro");
    if (const auto state = arguments.get("--etat")) query.state = domain::condition_state(*state);
    query.scope.text = arguments.get("--texte").value_or("");
    const auto base = open_base(arguments, false);
    if (const auto buyer = asked_buyer(*base, arguments)) query.scope.buyers = {*buyer};
    return {present::answer(app::list_conditions(spaser_session(context), *base, query, app::reference(*base)))};
}

}  // namespace

std::vector<CommandSpec> consideration_commands() {
    constexpr OptionSpec limit = {"--limite", "N", "nombre de lignes (100 par défaut)"};
    constexpr OptionSpec from = {"--debut", "N", "lignes à passer"};
    return {
        {"spaser classer",
         "les contrats dont les considérations ne sont pas renseignées, avec une suggestion ; ou les classe",
         {},
         {kBase,
          {"--considerations", "LESQUELLES", "sociale (par défaut) ou environnementale", false,
           "sociale|environnementale"},
          kBuyer,
          {"--annee", "ANNÉE", "année de notification"},
          {"--secteur", "SECTEUR", "travaux, fournitures ou services", false, "travaux|fournitures|services"},
          {"--texte", "MOTS", "mots de l’objet, de l’acheteur, des lots ou des titulaires"},
          {"--cpv", "CHIFFRES", "premiers chiffres du CPV"},
          limit,
          from,
          {"--appliquer", "FICHIER",
           "tableau des colonnes lot_id et decision (« insertion, training:critere », « aucune ») à appliquer"},
          kSheet,
          kEncoding,
          kSeparator,
          {"--annuler", "N", "annule le classement de ce numéro"},
          kYes},
         classify,
         "clausier spaser classer --base region.sqlite --annee 2026 --format csv"},
        {"spaser condition",
         "où en sont les marchés de la condition sociale obligatoire (L2112-2-1), et le motif d’une dispense",
         {},
         {kBase,
          kBuyer,
          {"--depuis", "ANNÉE", "première année de notification"},
          {"--jusqu-a", "ANNÉE", "dernière année de notification"},
          {"--etat", "ÉTAT", "conforme, sans_condition, exception, a_verifier, non_soumis ou exclu", false,
           "conforme|sans_condition|exception|a_verifier|non_soumis|exclu"},
          {"--texte", "MOTS", "mots de l’objet, de l’acheteur ou des lots ; avec --motif, le motif en mots"},
          limit,
          from,
          {"--marche", "MARCHÉ", "un seul marché : sa référence, ou son numéro dans la base"},
          {"--motif", "CLÉ", "cas de dispense de la loi, par exemple condition.exception.link"},
          {"--retirer", "", "retire la dispense enregistrée"}},
         condition,
         "clausier spaser condition --base region.sqlite --marche 2026-014 --motif condition.exception.link --texte "
         "\"Achat de licences, sans lien avec l’emploi\""}};
}

}  // namespace clausier::cli
