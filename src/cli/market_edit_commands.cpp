// « marches creer », « marches modifier », « lots voir », « lots modifier »: what a hand makes and changes.

#include "base_option.hpp"
#include "changes.hpp"
#include "clausier/app/lot_hours.hpp"
#include "clausier/app/market_edits.hpp"
#include "clausier/app/markets.hpp"
#include "clausier/app/references.hpp"
#include "clausier/cli/input.hpp"
#include "clausier/cli/usage.hpp"
#include "clausier/core/text.hpp"
#include "clausier/domain/tender.hpp"
#include "clausier/present/lots.hpp"
#include "clausier/present/markets.hpp"
#include "command_table.hpp"

namespace clausier::cli {
namespace {

constexpr OptionSpec kShare = {"--part-mo", "POURCENT", "part de main-d’œuvre"};
constexpr OptionSpec kEffort = {"--taux", "POURCENT", "taux d’effort"};
constexpr OptionSpec kCost = {"--cout-horaire", "EUROS", "coût horaire chargé"};
constexpr OptionSpec kObject = {"--objet", "TEXTE", "objet du marché"};
constexpr OptionSpec kReference = {"--reference", "TEXTE", "référence du marché"};
constexpr OptionSpec kConsultation = {"--date-consultation", "DATE", "jour où la consultation est lancée"};
constexpr OptionSpec kNotified = {"--date-notification", "DATE", "jour de notification"};
constexpr OptionSpec kMonths = {"--duree-mois", "MOIS", "durée en mois"};
constexpr OptionSpec kCpv = {"--cpv", "CODE", "code CPV, 8 chiffres"};
constexpr OptionSpec kNeed = {"--besoin-estime", "EUROS", "valeur estimée du besoin, tous lots, HT"};
constexpr OptionSpec kSocial = {"--considerations", "MOTS",
                                "considérations sociales, séparées par des virgules (« aucune » : il n’y en a pas)"};

constexpr OptionSpec kEnvironmental = {
    "--environnement", "MOTS",
    "considérations environnementales, séparées par des virgules (« aucune » : il n’y en a pas)"};
constexpr OptionSpec kClause = {
    "--clause",
    "SORTE",
    "clause du lot (insertion, training:critere…), une fois par clause ; « --vider clause » "
    "les retire toutes",
    false,
    {},
    true};

app::Session session(const Context& context) { return {context.clock, "cli"}; }

// The names of fields that are not those of their options.
const FieldOptions kOptions = {{"marche", "--reference"}, {"lot", "--numero"}};

void change(Changes& changes, domain::Market& market) {
    changes.set(market.reference, "--reference");
    changes.set(market.object, "--objet");
    changes.set(market.cpv, "--cpv");
    changes.set(market.consultation_on, "--date-consultation");
    changes.set(market.notified_on, "--date-notification");
    changes.set(market.duration_months, "--duree-mois");
    changes.set(market.estimated_need, "--besoin-estime");
    changes.set_social(market.considerations);
    changes.set_environmental(market.environmental);
    changes.check();
}

// "1;Peinture intérieure;200 000;70;5;35,20": number, title, amount, then share, effort and cost where they are known.
domain::Lot parse_lot(const std::string& text, bool awarded) {
    const auto parts = core::split(text, ';');
    const auto refuse = [&](std::string_view why) -> void {
        throw UsageError("option --lot", "« " + text + " » : " + std::string(why));
    };
    if (parts.size() < 3 || parts.size() > 6)
        refuse("écrivez « numéro;intitulé;montant », puis s’il le faut « ;part;taux;coût »");
    const auto part = [&](std::size_t i) { return i < parts.size() ? core::trim(parts[i]) : std::string_view(); };
    domain::Lot lot;
    lot.number = part(0);
    lot.title = part(1);
    const auto read = [&](auto& value, std::string_view said, auto parse) {
        if (said.empty()) return;
        const auto result = parse(said, false);
        if (!result) return refuse(result.error().text);
        value = *result;
    };
    read(awarded ? lot.amount : lot.amount_estimated, part(2), core::parse_euros);
    read(lot.labour_share, part(3), core::parse_percent);
    read(lot.effort, part(4), core::parse_percent);
    read(lot.hourly_cost, part(5), core::parse_euros);
    return lot;
}

Outcome create(Context& context, const Arguments& arguments) {
    domain::MarketDraft draft;
    draft.buyer = domain::parse_buyer(arguments.get("--acheteur").value_or(""));
    Changes changes(arguments);
    change(changes, draft.market);
    for (const std::string& text : arguments.all("--lot"))
        draft.lots.push_back(parse_lot(text, draft.market.notified_on.has_value()));
    Input input(arguments);
    draft.hypotheses = {input.percent("--part-mo"), input.percent("--taux"), input.euros("--cout-horaire"),
                        domain::HourRounding::parse(arguments.get("--arrondi").value_or("proche")).value()};
    input.check();
    const auto base = open_base(arguments, true);
    const domain::Reference reference = app::reference(*base);
    return by_option(kOptions, [&] {
        const auto made = app::create_market(session(context), *base, std::move(draft), reference);
        return Outcome{present::answer(app::find_market(*base, made.market.reference, made.buyer.label()))};
    });
}

Outcome change_market(Context& context, const Arguments& arguments) {
    const auto base = open_base(arguments, false);
    domain::MarketSheet sheet =
        app::find_market(*base, arguments.positionals.at(0), arguments.get("--acheteur").value_or(""));
    Changes changes(arguments);
    change(changes, sheet.market);
    return by_option(kOptions, [&] {
        sheet.market = app::update_market(session(context), *base, sheet.market);
        return Outcome{present::answer(sheet)};
    });
}

domain::Id<domain::Lot> lot_id(const Arguments& arguments) {
    const auto id = core::parse_scaled(arguments.positionals.at(0), 1);
    if (!id || *id <= 0)
        throw UsageError("LOT", "« " + arguments.positionals.at(0) +
                                    " » n’est pas le numéro d’un lot dans la base ; « clausier marches voir --format "
                                    "json » le donne (lot_id)");
    return {*id};
}

Outcome see_lot(Context& context, const Arguments& arguments) {
    Input input(arguments);
    const domain::LotHypotheses hypotheses{
        input.percent("--part-mo"), input.percent("--taux"), input.euros("--cout-horaire"),
        domain::HourRounding::parse(arguments.get("--arrondi").value_or("proche")).value()};
    input.check();
    const domain::Id<domain::Lot> id = lot_id(arguments);
    const auto base = open_base(arguments, false);
    const domain::Reference reference = app::reference(*base);
    const auto work = arguments.has("--enregistrer") ? app::save_lot_hours : app::lot_hours;
    return {present::answer(work(session(context), *base, id, hypotheses, reference))};
}

Outcome change_lot(Context& context, const Arguments& arguments) {
    const domain::Id<domain::Lot> id = lot_id(arguments);
    const auto base = open_base(arguments, false);
    domain::LotSheet sheet = app::lot_sheet(*base, id);
    domain::Lot& lot = sheet.lot;
    Changes changes(arguments);
    changes.set(lot.number, "--numero");
    changes.set(lot.title, "--intitule");
    changes.set(lot.trade, "--metier");
    changes.set(lot.cpv, "--cpv");
    changes.set(lot.amount, "--montant");
    changes.set(lot.amount_min, "--montant-min");
    changes.set(lot.amount_estimated, "--montant-estime");
    changes.set(lot.amount_max, "--montant-max");
    changes.set(lot.labour_share, "--part-mo");
    changes.set(lot.effort, "--taux");
    changes.set(lot.hourly_cost, "--cout-horaire");
    changes.set(lot.hours, "--heures");
    changes.set_social(lot.considerations);
    changes.set_environmental(lot.environmental);
    const auto clauses = changes.clauses();
    changes.check();
    return by_option(kOptions, [&] {
        app::update_lot(session(context), *base, lot, clauses);
        return Outcome{present::answer(app::lot_sheet(*base, id))};
    });
}

constexpr PositionalSpec kLot = {"LOT", "son numéro dans la base (« lot_id » de « marches voir --format json »)"};

}  // namespace

std::vector<CommandSpec> market_edit_commands() {
    return {
        {"marches creer",
         "un marché et ses lots ; le calcul des heures de chaque lot est gardé",
         {},
         {kBase,
          {"--acheteur", "ACHETEUR", "nom ou SIRET de l’acheteur ; il est créé s’il n’est pas connu", true},
          {"--objet", "TEXTE", "objet du marché", true},
          {"--lot",
           "LOT",
           "numéro;intitulé;montant HT[;part de main-d’œuvre;taux;coût horaire], une fois par lot",
           true,
           {},
           true},
          {"--reference", "TEXTE", "référence du marché ; sans elle, une référence est tirée du contenu"},
          kConsultation,
          {"--date-notification", "DATE", "jour de notification ; sans elle, les montants sont des estimations"},
          kMonths,
          kCpv,
          kNeed,
          kSocial,
          kEnvironmental,
          {"--part-mo", "POURCENT", "part de main-d’œuvre des lots qui n’en ont pas"},
          {"--taux", "POURCENT", "taux d’effort des lots qui n’en ont pas"},
          {"--cout-horaire", "EUROS", "coût horaire des lots qui n’en ont pas"},
          kRounding},
         create,
         "clausier marches creer --base region.sqlite --acheteur \"Commune de Valbrume\" --objet \"École\" --lot "
         "\"1;Peinture;200 000\""},
        {"marches modifier",
         "change les valeurs d’un marché",
         {{"MARCHÉ", "sa référence, ou son numéro dans la base"}},
         {kBase,
          {"--acheteur", "ACHETEUR", "nom ou SIRET de l’acheteur, quand plusieurs ont cette référence"},
          kReference,
          kObject,
          kCpv,
          kConsultation,
          kNotified,
          kMonths,
          kNeed,
          kSocial,
          kEnvironmental,
          kEmpty},
         change_market,
         "clausier marches modifier 2026-014 --base region.sqlite --date-notification 2026-03-01"},
        {"lots voir",
         "un lot, le calcul de ses heures pas à pas, et les calculs gardés",
         {kLot},
         {kBase, kShare, kEffort, kCost, kRounding, {"--enregistrer", "", "garde ce calcul dans la base"}},
         see_lot,
         "clausier lots voir 12 --base region.sqlite --taux 10"},
        {"lots modifier",
         "change les valeurs d’un lot",
         {kLot},
         {kBase,
          {"--numero", "TEXTE", "numéro du lot"},
          {"--intitule", "TEXTE", "intitulé du lot"},
          {"--metier", "MÉTIER", "métier, qui donne la part de main-d’œuvre et le coût horaire de référence"},
          kCpv,
          {"--montant", "EUROS", "montant attribué HT"},
          {"--montant-min", "EUROS", "montant minimum HT"},
          {"--montant-estime", "EUROS", "montant estimé HT"},
          {"--montant-max", "EUROS", "montant maximum HT"},
          kShare,
          kEffort,
          kCost,
          {"--heures", "HEURES", "heures dues"},
          kSocial,
          kEnvironmental,
          kClause,
          kEmpty},
         change_lot,
         "clausier lots modifier 12 --base region.sqlite --montant 180000 --heures 150"},
    };
}

}  // namespace clausier::cli
