// « mises »: who works for a lot, with which contract, and which lots share it.
#include "clausier/app/people.hpp"
#include "clausier/app/placements.hpp"
#include "clausier/app/references.hpp"
#include "clausier/core/text.hpp"
#include "clausier/present/executions.hpp"
#include "command_table.hpp"
#include "execution_arguments.hpp"
#include "spaser_arguments.hpp"

namespace clausier::cli {
namespace {

using domain::Placement;

const FieldOptions kOptions = {
    {"personne", "--personne"},     {"modalite", "--modalite"}, {"structure", "--sorte"},        {"metier", "--metier"},
    {"convenu_le", "--convenu-le"}, {"parts", "--part"},        {"a_partir_de", "--a-partir-de"}};
constexpr PositionalSpec kPlacement = {"MISE", "son numéro (« mises liste » le donne)"};

// "minimum_income;attestation de RSA;2026-02-20", "iae:rsa;…" for a criterion of the IAE.
domain::CriterionProof criterion(const std::string& text, core::Date today) {
    const auto parts = core::split(text, ';');
    domain::CriterionProof out;
    std::string code(core::trim(parts.at(0)));
    if (code.starts_with("iae:")) {
        out.source = domain::CriterionSource::iae;
        code.erase(0, 4);
    }
    out.criterion = std::move(code);
    if (parts.size() > 1) out.proof = std::string(core::trim(parts[1]));
    if (parts.size() > 2) {
        const auto day = core::parse_date(core::trim(parts[2]));
        if (!day) throw UsageError("option --critere", day.error().text);
        out.proof_on = day->date;
        out.checked_by = "cli";
        out.checked_on = today;
    }
    return out;
}

Outcome saved(store::Database& base, const app::SavedPlacement& saved) {
    Outcome out{present::answer(app::placement(base, saved.placement.id))};
    out.answer.remarks = saved.remarks;
    return out;
}

Outcome open(Context& context, const Arguments& arguments) {
    Input input(arguments);
    Placement p;
    p.lot = row_id<domain::Lot>(arguments.positionals.at(0), "LOT");
    p.modality = arguments.get("--modalite").value_or("");
    p.contract = arguments.get("--contrat").value_or("");
    p.structure_kind = arguments.get("--sorte").value_or("");
    p.started_on = input.date("--debut").value_or(core::Date{});
    p.ended_on = input.date("--fin");
    p.job_code = arguments.get("--rome").value_or("");
    p.job = arguments.get("--metier").value_or("");
    p.permanent_staff = arguments.has("--encadrant");
    p.profile = {arguments.get("--sexe").value_or(""), arguments.get("--age").value_or(""),
                 arguments.get("--diplome").value_or(""), arguments.get("--situation").value_or("")};
    input.check();
    for (const std::string& text : arguments.all("--critere"))
        p.criteria.push_back(criterion(text, context.clock.today()));
    const auto base = open_base(arguments, false);
    p.employer = named_buyer(*base, arguments.get("--employeur").value_or("")).id;
    if (const auto holder = arguments.get("--titulaire")) p.holder = named_buyer(*base, *holder).id;
    if (const auto person = arguments.get("--personne")) p.participant = app::person_of(*base, *person);
    return by_option(kOptions, [&] {
        return saved(*base, app::open_placement(execution_session(context), *base, p, app::reference(*base)));
    });
}

Outcome change(Context& context, const Arguments& arguments) {
    const auto id = row_id<Placement>(arguments.positionals.at(0), "MISE");
    const auto base = open_base(arguments, false);
    Placement p = app::placement(*base, id).placement;
    Changes changes(arguments);
    changes.set(p.ended_on, "--fin");
    changes.set(p.hired_on, "--embauche");
    changes.set(p.job, "--metier");
    changes.set(p.job_code, "--rome");
    changes.check();
    return by_option(kOptions, [&] {
        return saved(*base, app::change_placement(execution_session(context), *base, p, app::reference(*base)));
    });
}

Outcome show(Context&, const Arguments& arguments) {
    const auto id = row_id<Placement>(arguments.positionals.at(0), "MISE");
    const auto base = open_base(arguments, false);
    return {present::answer(app::placement(*base, id))};
}

Outcome list(Context&, const Arguments& arguments) {
    Input input(arguments);
    store::PlacementFilter filter;
    filter.lot = row_option<domain::Lot>(arguments, "--lot");
    filter.runs_on = input.date("--le");
    filter.ends_until = input.date("--finit-avant");
    filter.limit = 1'000'000;
    input.check();
    const auto base = open_base(arguments, false);
    if (const auto employer = arguments.get("--employeur")) filter.employer = named_buyer(*base, *employer).id;
    if (const auto person = arguments.get("--personne")) filter.participant = app::person_of(*base, *person);
    const app::PlacementList found = app::placements(*base, filter);
    return {present::placements_answer(found.lines, found.total)};
}

// "12=60": the lot n° 12 takes 60 %.
domain::PlacementShare share(const std::string& text) {
    const auto at = text.find('=');
    if (at == std::string::npos) throw UsageError("option --part", "écrivez « LOT=POURCENT », par exemple 12=60");
    const auto rate = core::parse_percent(text.substr(at + 1));
    if (!rate) throw UsageError("option --part", rate.error().text);
    return {row_id<domain::Lot>(text.substr(0, at), "option --part"), *rate};
}

Outcome share_lots(Context& context, const Arguments& arguments) {
    Input input(arguments);
    domain::Globalisation one;
    one.placement = row_id<Placement>(arguments.positionals.at(0), "MISE");
    one.agreed_on = input.date("--convenu-le");
    one.reference = arguments.get("--reference").value_or("");
    input.check();
    one.from = month_option(arguments, "--a-partir-de").value();
    for (const std::string& text : arguments.all("--part")) one.shares.push_back(share(text));
    const auto base = open_base(arguments, false);
    return by_option(kOptions, [&] {
        app::share_placement(execution_session(context), *base, one, app::reference(*base));
        return Outcome{present::answer(app::placement(*base, one.placement))};
    });
}

constexpr OptionSpec kEnd = {"--fin", "DATE", "le dernier jour, prévu ou passé"};
constexpr OptionSpec kJob = {"--metier", "TEXTE", "le poste"};
constexpr OptionSpec kRome = {"--rome", "CODE", "code ROME du métier"};

std::vector<CommandSpec> listing_commands() {
    return {
        {"mises modifier",
         "change la fin, l’embauche ou le métier d’une mise en œuvre",
         {kPlacement},
         {kEnd,
          {"--embauche", "DATE", "en contrat durable, chez le titulaire ou l’employeur"},
          kJob,
          kRome,
          kEmpty,
          kBase},
         change,
         "clausier mises modifier 1 --fin 2026-09-30 --base region.sqlite"},

        {"mises voir", "une mise en œuvre", {kPlacement}, {kBase}, show, "clausier mises voir 1 --base region.sqlite"},
        {"mises liste",
         "les mises en œuvre, la plus récente d’abord",
         {},
         {{"--lot", "N", "numéro d’un lot, partages compris"},
          {"--employeur", "ORGANISATION", "nom, SIRET ou numéro"},
          {"--personne", "PSEUDONYME", "comme P-7F3K-29"},
          {"--le", "DATE", "en cours ce jour-là"},
          {"--finit-avant", "DATE", "qui finissent ce jour-là au plus tard"},
          kBase},
         list,
         "clausier mises liste --lot 1 --base region.sqlite"},
        {"mises partager",
         "partage les heures d’une mise en œuvre entre plusieurs lots, par accord écrit",
         {kPlacement},
         {{"--part", "LOT=POURCENT", "une fois par lot, le sien compris\u00a0; les parts font 100", true, {}, true},
          {"--a-partir-de", "MOIS", "le premier mois partagé, comme 2026-04", true},
          {"--convenu-le", "DATE", "de l’accord écrit"},
          kReference,
          kBase},
         share_lots,
         "clausier mises partager 1 --part 1=60 --part 2=40 --a-partir-de 2026-04 --convenu-le 2026-03-30 "
         "--reference \"accord 3\" --base region.sqlite"}};
}

}  // namespace

std::vector<CommandSpec> placement_commands() {
    std::vector<CommandSpec> out{
        {"mises ouvrir",
         "inscrit qui travaille pour un lot, et juge son éligibilité à l’entrée",
         {kLotNumber},
         {{"--employeur", "ORGANISATION", "qui emploie et déclare les heures\u00a0: nom, SIRET ou numéro", true},
          {"--modalite", "CODE", "cdd, secondment_etti, subcontracting_ei…", true},
          {"--contrat", "CODE", "cdd, cdi, cddi, temporary_insertion…"},
          {"--debut", "DATE", "l’entrée", true},
          kEnd,
          {"--personne", "PSEUDONYME", "comme P-7F3K-29"},
          {"--titulaire", "ORGANISATION", "qui doit les heures, quand le lot a plusieurs titulaires"},
          {"--sorte", "SORTE", "sorte de structure qui emploie\u00a0: EI, ACI, ETTI…"},
          {"--critere",
           "CODE;PREUVE;DATE",
           "une fois par critère\u00a0; « iae:rsa » pour un critère de l’IAE",
           false,
           {},
           true},
          kRome,
          kJob,
          {"--sexe", "CODE", "female ou male"},
          {"--age", "CODE", "tranche d’âge à l’entrée\u00a0: under_26, 26_40, 41_50, over_50"},
          {"--diplome", "CODE", "niveau à l’entrée"},
          {"--situation", "CODE", "situation avant l’entrée"},
          {"--encadrant", "", "personnel permanent\u00a0: ses heures ne comptent pas"},
          kBase},
         open,
         "clausier mises ouvrir 1 --employeur 3 --modalite cdd --contrat cdd --debut 2026-04-01 --personne P-7F3K-29 "
         "--critere \"minimum_income;attestation de RSA;2026-03-20\" --base region.sqlite"}};
    for (CommandSpec& command : listing_commands()) out.push_back(std::move(command));
    return out;
}

}  // namespace clausier::cli
