// « dossiers »: opened, listed, seen, changed, and their ratio.
#include "clausier/app/markets.hpp"
#include "clausier/cli/usage.hpp"
#include "clausier/core/text.hpp"
#include "clausier/domain/tender.hpp"
#include "clausier/present/enquiries.hpp"
#include "command_table.hpp"
#include "confirm.hpp"
#include "enquiry_arguments.hpp"

namespace clausier::cli {
namespace {

// The names of fields that are not those of their options.
const FieldOptions kOptions = {{"publics", "--public"},
                               {"modalites", "--modalite"},

                               {"categorie_acheteur", "--categorie"},
                               {"siae_chiffre_affaires", "--siae-ca"},
                               {"ea_esat_chiffre_affaires", "--ea-esat-ca"}};

// The options that hold the values of a dossier, shared by « creer » and « modifier ».
std::vector<OptionSpec> with_values(std::vector<OptionSpec> before, std::vector<OptionSpec> after) {
    const std::vector<OptionSpec> values = {
        {"--cpv", "CODE", "code CPV, 8 chiffres"},
        {"--type", "TYPE", "travaux, fournitures, services ou concession", false,
         "inconnu|travaux|fournitures|services|concession"},
        {"--categorie", "CATÉGORIE", "seuil européen de l’acheteur : etat, autre (collectivité…) ou entite", false,
         "inconnue|etat|autre|entite"},
        {"--defense", "", "marché de défense ou de sécurité"},
        {"--departement", "CODE", "département d’exécution"},
        {"--besoin-estime", "EUROS", "valeur estimée du besoin, tous lots, HT"},
        {"--duree-mois", "MOIS", "durée en mois"},
        {"--date-consultation", "DATE", "jour où la consultation est lancée"},
        {"--siae", "NOMBRE", "SIAE du territoire qui peuvent faire le travail"},
        {"--siae-ca", "EUROS", "chiffre d’affaires moyen d’une de ces SIAE"},
        {"--ea-esat", "NOMBRE", "EA et ESAT du territoire qui peuvent faire le travail"},
        {"--ea-esat-ca", "EUROS", "chiffre d’affaires moyen d’un de ces EA ou ESAT"},
        {"--referent", "NOM", "facilitateur qui suit le dossier"},
        {"--date-demande", "DATE", "jour de la demande (aujourd’hui par défaut)"},
        {"--date-question", "DATE", "jour où l’acheteur attend la réponse"},
        {"--date-publication", "DATE", "jour où la consultation doit paraître"},
        {"--date-reponses", "DATE", "jour où les offres doivent être remises"},
        {"--public", "CODE", "public visé, un code de la liste ; autant de fois qu’il le faut", false, {}, true},
        {"--modalite", "CODE", "modalité permise, un code de la liste ; autant de fois qu’il le faut", false, {}, true},
        {"--motif-refus", "TEXTE", "pourquoi l’acheteur refuse"},
        {"--motif-exception", "TEXTE", "pourquoi la condition sociale obligatoire est écartée"},
        {"--note", "TEXTE", "note libre, sans donnée personnelle"},
        {"--opcs", "N", "numéro de l’OPCS qui répond à l’acheteur"}};
    before.insert(before.end(), values.begin(), values.end());
    before.insert(before.end(), after.begin(), after.end());
    return before;
}

void change(const Arguments& arguments, domain::Enquiry& e) {
    Changes changes(arguments);
    domain::Purchase& p = e.purchase;
    changes.set(p.object, "--objet");
    changes.set(p.cpv, "--cpv");
    if (const auto type = arguments.get("--type")) p.type = domain::purchase_type(*type).value();
    if (const auto category = arguments.get("--categorie"))
        p.buyer_category = domain::buyer_category(*category).value();
    changes.set(p.defence, "--defense");
    changes.set(p.department, "--departement");
    changes.set(p.estimated_need, "--besoin-estime");
    changes.set(p.duration_months, "--duree-mois");
    changes.set(p.consultation_on, "--date-consultation");
    changes.set(p.insertion.structures, "--siae");
    changes.set(p.insertion.mean_turnover, "--siae-ca");
    changes.set(p.disability.structures, "--ea-esat");
    changes.set(p.disability.mean_turnover, "--ea-esat-ca");
    changes.set(e.owner, "--referent");
    changes.must(e.requested_on, "--date-demande");
    changes.set(e.question_due_on, "--date-question");
    changes.set(e.publication_due_on, "--date-publication");
    changes.set(e.answers_due_on, "--date-reponses");
    changes.set(e.publics, "--public");
    changes.set(e.modalities, "--modalite");
    changes.set(e.refusal_reason, "--motif-refus");
    changes.set(e.exception_reason, "--motif-exception");
    changes.set(e.note, "--note");
    std::optional<std::int64_t> opcs;
    if (e.opcs) opcs = e.opcs->value;
    changes.set(opcs, "--opcs");
    changes.check();
    e.opcs = opcs ? std::optional(domain::Id<domain::Organisation>{*opcs}) : std::nullopt;
}

// "1;Peinture intérieure;200 000;peinture;45442100": number, title, estimate, then trade and CPV where they are known.
domain::EnquiryLot parse_lot(const std::string& text) {
    const auto parts = core::split(text, ';');
    if (parts.size() < 2 || parts.size() > 5)
        throw UsageError("option --lot", "«\u00a0" + text +
                                             "\u00a0»\u00a0: écrivez «\u00a0numéro;intitulé;montant\u00a0», puis s’il "
                                             "le faut «\u00a0;métier;CPV\u00a0»");
    const auto part = [&](std::size_t i) { return i < parts.size() ? core::trim(parts[i]) : std::string_view(); };
    domain::EnquiryLot lot;
    lot.number = part(0);
    lot.title = part(1);
    if (!part(2).empty()) {
        const auto amount = core::parse_euros(part(2));
        if (!amount) throw UsageError("option --lot", "«\u00a0" + text + "\u00a0»\u00a0: " + amount.error().text);
        lot.estimate = *amount;
    }
    lot.trade = part(3);
    lot.cpv = part(4);
    return lot;
}

Outcome list(Context&, const Arguments& arguments) {
    const auto base = open_base(arguments, false);
    Input input(arguments);
    store::EnquiryFilter filter;
    filter.text = arguments.get("--texte").value_or("");
    filter.owner = arguments.get("--referent").value_or("");
    filter.open = arguments.has("--ouverts");
    if (const auto state = arguments.get("--etat")) filter.state = domain::enquiry_state(*state);
    if (const auto year = input.year("--annee")) filter.year = static_cast<int>(*year);
    if (const auto market = input.whole("--marche")) filter.market = domain::Id<domain::Market>{*market};
    filter.limit = input.whole("--limite").value_or(100);
    filter.offset = input.whole("--debut").value_or(0);
    input.check();
    if (const auto buyer = arguments.get("--acheteur")) filter.buyer = app::find_buyer(*base, *buyer).id;
    return {present::answer(app::list_enquiries(*base, filter))};
}

Outcome see(Context& context, const Arguments& arguments) {
    const OpenEnquiry open = open_enquiry(arguments);
    return shown(context, *open.base, open.sheet);
}

Outcome create(Context& context, const Arguments& arguments) {
    app::EnquiryDraft draft;
    draft.buyer = domain::parse_buyer(arguments.get("--acheteur").value_or(""));
    change(arguments, draft.enquiry);
    for (const std::string& text : arguments.all("--lot")) draft.lots.push_back(parse_lot(text));
    const auto base = open_base(arguments, true);
    return by_option(kOptions, [&] {
        return shown(context, *base, app::create_enquiry(enquiry_session(context), *base, std::move(draft)));
    });
}

Outcome modify(Context& context, const Arguments& arguments) {
    OpenEnquiry open = open_enquiry(arguments);
    change(arguments, open.sheet.enquiry);
    if (const auto buyer = arguments.get("--acheteur"))
        open.sheet.enquiry.buyer = app::find_buyer(*open.base, *buyer).id;
    return by_option(kOptions, [&] {
        return shown(context, *open.base,
                     app::update_enquiry(enquiry_session(context), *open.base, open.sheet.enquiry));
    });
}

Outcome remove(Context& context, const Arguments& arguments) {
    const OpenEnquiry open = open_enquiry(arguments);
    const domain::Enquiry& enquiry = open.sheet.enquiry;
    const std::string number = std::to_string(enquiry.id.value);
    confirm(context, arguments,
            "Retirer le dossier n° " + number + ", «\u00a0" + enquiry.purchase.object +
                "\u00a0», avec tout ce qui s’y rattache\u00a0?");
    app::remove_enquiry(enquiry_session(context), *open.base, enquiry.id, enquiry.revision);
    context.say("Dossier n° " + number + " retiré.");
    return {{}, true};
}

Outcome ratio(Context&, const Arguments& arguments) {
    const auto base = open_base(arguments, false);
    return {present::answer(app::enquiry_ratios(*base))};
}

std::vector<CommandSpec> own_commands() {
    return {
        {"dossiers liste",
         "les demandes des acheteurs avant l’attribution, les plus pressées d’abord",
         {},
         {kBase,
          {"--texte", "TEXTE", "mots de l’objet, de l’acheteur ou des lots"},
          {"--etat", "ÉTAT", "état du dossier", false, kStates},
          {"--acheteur", "ACHETEUR", "nom ou SIRET de l’acheteur"},
          {"--referent", "NOM", "facilitateur qui suit le dossier"},
          {"--annee", "ANNÉE", "année de la demande"},
          {"--marche", "NUMÉRO", "marché que le dossier est devenu, par son numéro dans la base"},
          {"--ouverts", "", "ni refusés ni attribués"},
          {"--limite", "NOMBRE", "nombre de dossiers (100 par défaut)"},
          {"--debut", "NOMBRE", "dossiers à passer avant le premier"}},
         list,
         "clausier dossiers liste --base region.sqlite --ouverts"},
        {"dossiers voir",
         "un dossier, ses lots et ses scénarios côte à côte",
         {kEnquiry},
         {kBase},
         see,
         "clausier dossiers voir 3 --base region.sqlite"},
        {"dossiers creer",
         "ouvre un dossier ; l’acheteur est créé s’il n’est pas connu",
         {},
         with_values(
             {kBase,
              {"--acheteur", "ACHETEUR", "nom ou SIRET de l’acheteur", true},
              {"--objet", "TEXTE", "ce que l’acheteur veut acheter", true},
              {"--lot", "LOT", "numéro;intitulé;montant estimé HT[;métier;CPV], une fois par lot", false, {}, true}},
             {}),
         create,
         "clausier dossiers creer --base region.sqlite --acheteur \"Commune de Valbrume\" --objet \"École\" --lot "
         "\"1;Peinture;200 000\""},
        {"dossiers modifier",
         "change les valeurs d’un dossier",
         {kEnquiry},
         with_values({kBase,
                      {"--acheteur", "ACHETEUR", "nom ou SIRET d’un autre acheteur"},
                      {"--objet", "TEXTE", "ce que l’acheteur veut acheter"}},
                     {kEmpty}),
         modify,
         "clausier dossiers modifier 3 --base region.sqlite --public minimum_income --duree-mois 14"},
        {"dossiers retirer",
         "retire un dossier qui n’est pas attribué, avec tout ce qui s’y rattache",
         {kEnquiry},
         {kBase, kYes},
         remove,
         "clausier dossiers retirer 3 --base region.sqlite --oui"},
        {"dossiers ratio",
         "dossiers étudiés, clausables et clausés, par acheteur et par année",
         {},
         {kBase},
         ratio,
         "clausier dossiers ratio --base region.sqlite --format csv"},
    };
}

}  // namespace

std::vector<CommandSpec> enquiry_commands() {
    std::vector<CommandSpec> all = own_commands();
    for (const auto& group :
         {enquiry_step_commands(), enquiry_lot_commands(), enquiry_scenario_commands(), enquiry_offer_commands()})
        all.insert(all.end(), group.begin(), group.end());
    return all;
}

}  // namespace clausier::cli
