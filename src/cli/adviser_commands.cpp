// « conseiller »: a few facts about a purchase in, what is mandatory and which clauses fit out.
#include "adviser_commands.hpp"

#include <algorithm>

#include "base_option.hpp"
#include "clausier/app/enquiries.hpp"
#include "clausier/app/references.hpp"
#include "clausier/cli/input.hpp"
#include "clausier/cli/usage.hpp"
#include "clausier/core/text.hpp"
#include "clausier/present/adviser.hpp"
#include "command_table.hpp"

namespace clausier::cli {
namespace {

// The options that are given take the place of what the dossier says.
void read_purchase(const Arguments& arguments, domain::Purchase& out) {
    Input input(arguments);
    const auto take = [](auto& value, auto given) {
        if (given) value = *given;
    };
    if (const auto text = arguments.get("--objet")) out.object = core::collapse(*text);
    if (const auto text = arguments.get("--cpv")) out.cpv = core::trim(*text);
    if (const auto text = arguments.get("--type")) out.type = domain::purchase_type(*text).value();
    if (const auto text = arguments.get("--categorie")) out.buyer_category = domain::buyer_category(*text).value();
    if (arguments.has("--defense")) out.defence = true;
    take(out.department, input.department("--departement"));
    take(out.estimated_need, input.euros("--besoin-estime"));
    take(out.duration_months, input.whole("--duree-mois"));
    take(out.consultation_on, input.date("--date-consultation"));
    take(out.insertion.structures, input.whole("--siae"));
    take(out.insertion.mean_turnover, input.euros("--siae-ca"));
    take(out.disability.structures, input.whole("--ea-esat"));
    take(out.disability.mean_turnover, input.euros("--ea-esat-ca"));
    input.check();
}

// A fault of a field told as a fault of the option of that name.
domain::Advice advised(const domain::Purchase& purchase, const std::vector<domain::EnquiryLot>& lots,
                       const domain::Reference& reference, core::Date today) {
    try {
        return domain::advise(purchase, lots, reference, today);
    } catch (const core::Error& error) {
        std::vector<core::Issue> issues = error.issues();
        for (core::Issue& issue : issues) {
            std::replace(issue.where.begin(), issue.where.end(), '_', '-');
            issue.where = "option --" + issue.where;
        }
        throw core::Error(error.kind(), std::move(issues));
    }
}

Outcome adviser(Context& context, const Arguments& arguments) {
    domain::Purchase purchase;
    std::vector<domain::EnquiryLot> lots;
    if (const auto number = arguments.get("--dossier")) {
        const auto base = open_base(arguments, false);
        domain::EnquirySheet sheet = app::enquiry_sheet(*base, enquiry_id(*number));
        purchase = std::move(sheet.enquiry.purchase);
        lots = std::move(sheet.lots);
    }
    read_purchase(arguments, purchase);
    const domain::Reference reference = app::reference(app::base_path(arguments.get("--base")));
    return {present::answer(advised(purchase, lots, reference, context.clock.today()))};
}

}  // namespace

domain::Id<domain::Enquiry> enquiry_id(const std::string& number) {
    const auto id = core::parse_scaled(number, 1);
    if (!id || *id <= 0)
        throw UsageError("DOSSIER",
                         "« " + number + " » n’est pas le numéro d’un dossier ; « clausier dossiers liste » les donne");
    return {*id};
}

std::vector<CommandSpec> adviser_commands() {
    std::vector<CommandSpec> out{
        {"conseiller",
         "ce que la loi demande pour un achat, et les clauses qui conviennent, avec leurs articles",
         {},
         {kBase,
          {"--dossier", "DOSSIER", "prend ce que dit ce dossier de la base ; les autres options passent devant"},
          {"--objet", "TEXTE", "objet de l’achat, dont le métier est tiré"},
          {"--cpv", "CODE", "code CPV, 8 chiffres"},
          {"--type", "TYPE", "type d’achat", false, "travaux|fournitures|services|concession"},
          {"--categorie", "CATÉGORIE", "catégorie de l’acheteur : État, autre pouvoir adjudicateur, entité", false,
           "etat|autre|entite"},
          {"--defense", "", "achat de défense ou de sécurité"},
          {"--besoin-estime", "EUROS", "valeur estimée du besoin, tous lots, HT"},
          {"--duree-mois", "MOIS", "durée en mois"},
          {"--date-consultation", "DATE", "jour où la consultation est lancée"},
          {"--departement", "CODE", "département d’exécution"},
          {"--siae", "NOMBRE", "SIAE à proximité qui font cette activité"},
          {"--siae-ca", "EUROS", "chiffre d’affaires moyen d’une de ces SIAE"},
          {"--ea-esat", "NOMBRE", "EA et ESAT à proximité qui font cette activité"},
          {"--ea-esat-ca", "EUROS", "chiffre d’affaires moyen d’un de ces EA ou ESAT"}},
         adviser,
         "clausier conseiller --objet \"Réfection d’une école\" --type travaux --besoin-estime 6000000 --duree-mois 14 "
         "--date-consultation 2026-12-01"},
    };
    for (CommandSpec& command : note_commands()) out.push_back(std::move(command));
    return out;
}

}  // namespace clausier::cli
