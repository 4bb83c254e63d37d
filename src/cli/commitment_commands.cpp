// « engagements », « bilan » and « lots ordre »: what is owed on a lot, from when, and how far it is.
#include "clausier/app/executions.hpp"
#include "clausier/app/references.hpp"
#include "clausier/present/executions.hpp"
#include "command_table.hpp"
#include "execution_arguments.hpp"
#include "spaser_arguments.hpp"

namespace clausier::cli {
namespace {

using domain::Commitment;
using domain::CommitmentVersion;

const FieldOptions kOptions = {{"unite", "--unite"},           {"remplace", "--remplace"}, {"facture", "--facture"},
                               {"convenu_le", "--convenu-le"}, {"date", "--le"},           {"jusqu_au", "--jusqu-au"}};
constexpr std::string_view kKinds =
    "minimum|offre|avenant|tranche|reconduction|facture|prevision|cede|recu|report_entrant|report_sortant";

CommitmentVersion version(const Context& context, const Arguments& arguments) {
    Input input(arguments);
    CommitmentVersion out;
    out.kind = domain::version_kind(arguments.get("--nature").value_or("minimum")).value();
    if (const auto quantity = input.hours("--quantite")) out.quantity = domain::committed(*quantity);
    out.since = input.date("--depuis").value_or(context.clock.today());
    out.invoiced = input.euros("--facture");
    out.agreed_on = input.date("--convenu-le");
    if (const auto rank = input.whole("--remplace")) out.replaces = static_cast<int>(*rank);
    out.confirmed = !arguments.has("--a-confirmer");
    out.reason = arguments.get("--motif").value_or("");
    out.reference = arguments.get("--reference").value_or("");
    input.check();
    return out;
}

Outcome shown(const Context& context, const Commitment& commitment) {
    return {present::answer(commitment, context.clock.today())};
}

Outcome add(Context& context, const Arguments& arguments) {
    Commitment commitment;
    commitment.lot = row_id<domain::Lot>(arguments.positionals.at(0), "LOT");
    commitment.unit = domain::commitment_unit(arguments.get("--unite").value_or("heures")).value();
    commitment.goal = arguments.get("--objectif").value_or(std::string(domain::whole_goal));
    commitment.parent = row_option<Commitment>(arguments, "--part-de");
    Input input(arguments);
    commitment.share = input.percent("--part");
    input.check();
    const CommitmentVersion first = version(context, arguments);
    const auto base = open_base(arguments, false);
    if (const auto holder = arguments.get("--titulaire")) commitment.holder = named_buyer(*base, *holder).id;
    return by_option(kOptions, [&] {
        return shown(context, app::add_commitment(execution_session(context), *base, commitment, first));
    });
}

Commitment kept(store::Database& base, domain::Id<Commitment> id) { return app::commitment(base, id); }

Outcome add_version(Context& context, const Arguments& arguments) {
    const auto id = row_id<Commitment>(arguments.positionals.at(0), "ENGAGEMENT");
    const CommitmentVersion one = version(context, arguments);
    Input input(arguments);
    const auto revision = input.whole("--revision");
    input.check();
    const auto base = open_base(arguments, false);
    return by_option(kOptions, [&] {
        return shown(context, app::add_version(execution_session(context), *base, id,
                                               revision.value_or(kept(*base, id).revision), one));
    });
}

Outcome show(Context& context, const Arguments& arguments) {
    const auto id = row_id<Commitment>(arguments.positionals.at(0), "ENGAGEMENT");
    const auto base = open_base(arguments, false);
    return shown(context, kept(*base, id));
}

Outcome transfer(Context& context, const Arguments& arguments) {
    const auto from = row_id<Commitment>(arguments.positionals.at(0), "ENGAGEMENT");
    const auto into = row_option<Commitment>(arguments, "--vers").value();
    Input input(arguments);
    domain::Transfer one;
    if (const auto quantity = input.hours("--quantite")) one.quantity = domain::committed(*quantity);
    one.since = input.date("--depuis").value_or(context.clock.today());
    one.agreed_on = input.date("--convenu-le").value_or(core::Date{});
    one.reference = arguments.get("--reference").value_or("");
    one.reason = arguments.get("--motif").value_or("");
    input.check();
    const auto base = open_base(arguments, false);
    return by_option(kOptions, [&] {
        return shown(
            context,
            app::transfer_commitment(execution_session(context), *base, from, into, one, app::reference(*base)).into);
    });
}

Outcome report(const Context& context, store::Database& base, app::LotId lot, std::optional<core::Date> on) {
    return {present::answer(app::lot_execution(base, lot, app::reference(base), on.value_or(context.clock.today())))};
}

Outcome lot_report(Context& context, const Arguments& arguments) {
    const auto lot = row_id<domain::Lot>(arguments.positionals.at(0), "LOT");
    Input input(arguments);
    const auto on = input.date("--le");
    input.check();
    const auto base = open_base(arguments, false);
    return report(context, *base, lot, on);
}

Outcome order(Context& context, const Arguments& arguments) {
    Input input(arguments);
    domain::ServiceOrder one;
    one.lot = row_id<domain::Lot>(arguments.positionals.at(0), "LOT");
    one.kind = domain::order_kind(arguments.get("--nature").value_or("demarrage")).value();
    one.on = input.date("--le").value_or(core::Date{});
    one.reference = arguments.get("--reference").value_or("");
    input.check();
    const auto base = open_base(arguments, false);
    return by_option(kOptions, [&] {
        app::add_order(execution_session(context), *base, one);
        return report(context, *base, one.lot, {});
    });
}

Outcome stoppage(Context& context, const Arguments& arguments) {
    Input input(arguments);
    domain::Stoppage one;
    one.lot = row_id<domain::Lot>(arguments.positionals.at(0), "LOT");
    const auto from = input.date("--du");
    const auto to = input.date("--au");
    input.check();
    const auto base = open_base(arguments, false);
    // Without its first day, the stoppage that still lasts is the one that ends.
    if (!from)
        for (const domain::Stoppage& known :
             app::lot_execution(*base, one.lot, app::reference(*base), context.clock.today()).stoppages)
            if (!known.to) one = known;
    if (!from && one.id.empty())
        throw UsageError("option --du",
                         "aucun arrêt n’est en cours sur ce lot\u00a0; donnez le premier jour du nouveau");
    if (from) one.from = *from;
    one.to = to;
    if (const auto reason = arguments.get("--motif")) one.reason = *reason;
    if (const auto reference = arguments.get("--reference")) one.reference = *reference;
    return by_option(kOptions, [&] {
        app::save_stoppage(execution_session(context), *base, one);
        return report(context, *base, one.lot, {});
    });
}

Outcome certify(Context& context, const Arguments& arguments) {
    Input input(arguments);
    domain::Certificate one;
    one.lot = row_id<domain::Lot>(arguments.positionals.at(0), "LOT");
    one.until = input.date("--jusqu-au").value_or(core::Date{});
    one.issued_on = input.date("--le").value_or(context.clock.today());
    one.final = arguments.has("--definitive");
    one.reference = arguments.get("--reference").value_or("");
    one.note = arguments.get("--note").value_or("");
    input.check();
    const auto base = open_base(arguments, false);
    return by_option(kOptions, [&] {
        app::certify(execution_session(context), *base, one, app::reference(*base));
        return report(context, *base, one.lot, {});
    });
}

constexpr OptionSpec kQuantity = {"--quantite", "NOMBRE", "combien, dans l’unité de l’engagement"};
constexpr OptionSpec kSince = {"--depuis", "DATE", "le premier jour où cela vaut\u00a0; aujourd’hui sinon"};
constexpr OptionSpec kAgreed = {"--convenu-le", "DATE", "de l’accord écrit"};

std::vector<OptionSpec> version_options(std::vector<OptionSpec> first) {
    for (const OptionSpec& option : std::initializer_list<OptionSpec>{
             {"--nature", "SORTE", "minimum par défaut", false, kKinds},
             kQuantity,
             kSince,
             {"--facture", "EUROS", "tout ce qui est facturé à ce jour, hors taxes"},
             {"--a-confirmer", "", "tranche ou reconduction qui n’est pas encore affermie"},
             {"--remplace", "RANG", "une version écrite par erreur, qui ne compte plus"},
             kReason,
             kReference,
             kAgreed,
             kBase})
        first.push_back(option);
    return first;
}

std::vector<CommandSpec> lot_event_commands() {
    return {{"lots ordre",
             "inscrit un ordre de service, d’où court ce qui est attendu",
             {kLotNumber},
             {{"--nature", "SORTE", "demarrage par défaut", false, "preparation|demarrage"},
              {"--le", "DATE", "le jour de l’ordre", true},
              kReference,
              kBase},
             order,
             "clausier lots ordre 1 --le 2026-04-01 --base region.sqlite"},
            {"lots arret",
             "inscrit un arrêt des travaux\u00a0; sans --du, la fin de celui qui dure",
             {kLotNumber},
             {{"--du", "DATE", "le premier jour"}, {"--au", "DATE", "le dernier jour"}, kReason, kReference, kBase},
             stoppage,
             "clausier lots arret 1 --du 2026-07-01 --motif \"découverte d’amiante\" --base region.sqlite"},
            {"lots attester",
             "atteste les heures d’un lot jusqu’à un jour\u00a0; elles ne changent plus que par une écriture inverse",
             {kLotNumber},
             {{"--jusqu-au", "DATE", "le dernier jour couvert", true},
              {"--le", "DATE", "le jour de l’attestation\u00a0; aujourd’hui sinon"},
              {"--definitive", "", "clôt le lot"},
              {"--note", "TEXTE", "ce que l’attestation doit dire de plus"},
              kReference,
              kBase},
             certify,
             "clausier lots attester 1 --jusqu-au 2026-10-31 --base region.sqlite"}};
}

}  // namespace

std::vector<CommandSpec> commitment_commands() {
    std::vector<CommandSpec> out{
        {"engagements ajouter",
         "inscrit ce qui est dû sur un lot, en tout ou pour un sous-objectif",
         {kLotNumber},
         version_options({{"--unite", "UNITÉ", "heures par défaut", false, "heures|personnes|euros|actions"},
                          {"--objectif", "CODE", "un sous-objectif (qpv, women, training…)"},
                          {"--part", "POURCENT", "d’un sous-objectif\u00a0: sa part de ce que doit l’autre engagement"},
                          {"--part-de", "ENGAGEMENT", "d’un sous-objectif\u00a0: l’engagement dont il est une part"},
                          {"--titulaire", "ORGANISATION", "un membre du groupement\u00a0: nom, SIRET ou numéro"}}),
         add,
         "clausier engagements ajouter 1 --quantite 800 --depuis 2026-03-01 --base region.sqlite"},
        {"engagements version",
         "ajoute une ligne à l’histoire d’un engagement\u00a0; rien n’y est jamais effacé",
         {{"ENGAGEMENT", "son numéro (« bilan lot » le donne)"}},
         version_options({{"--revision", "N", "celle qui a été lue\u00a0; refuse si quelqu’un a écrit depuis"}}),
         add_version,
         "clausier engagements version 1 --nature offre --quantite 900 --depuis 2026-03-01 --base region.sqlite"},
        {"engagements voir",
         "un engagement, son histoire et ce qui en fait le dû d’aujourd’hui",
         {{"ENGAGEMENT", "son numéro (« bilan lot » le donne)"}},
         {kBase},
         show,
         "clausier engagements voir 1 --base region.sqlite"},
        {"engagements ceder",
         "passe une part d’un engagement à un cotraitant, ou un excédent à un autre lot, par accord écrit",
         {{"ENGAGEMENT", "celui qui cède"}},
         {{"--vers", "ENGAGEMENT", "celui qui reçoit", true}, kQuantity, kSince, kAgreed, kReference, kReason, kBase},
         transfer,
         "clausier engagements ceder 1 --vers 2 --quantite 100 --convenu-le 2026-05-04 --reference \"accord 3\" --base "
         "region.sqlite"},
        {"bilan lot",
         "où en est un lot\u00a0: dû, validé, en attente, et l’état qui en découle",
         {kLotNumber},
         {{"--le", "DATE", "tel que les dates le disent ce jour-là\u00a0; aujourd’hui sinon"}, kBase},
         lot_report,
         "clausier bilan lot 1 --base region.sqlite"}};
    for (CommandSpec& command : lot_event_commands()) out.push_back(std::move(command));
    return out;
}

}  // namespace clausier::cli
