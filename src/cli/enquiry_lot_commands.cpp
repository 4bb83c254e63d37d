// « dossiers lots » and « dossiers lot »: the lots of a dossier, from a spreadsheet or by hand.
#include "clausier/app/lots.hpp"
#include "clausier/cli/output.hpp"
#include "clausier/cli/progress.hpp"
#include "clausier/present/hours.hpp"
#include "enquiry_arguments.hpp"
#include "sheet_source.hpp"

namespace clausier::cli {
namespace {

const FieldOptions kOptions = {{"lot", "--numero"}};

// Faults of the lot of that rank named by the options of the command, those of others left as they are.
Outcome save(const Context& context, OpenEnquiry& open, std::size_t rank) {
    const std::string place = "lots." + std::to_string(rank + 1) + ".";
    const domain::Enquiry& enquiry = open.sheet.enquiry;
    try {
        return shown(context, *open.base,
                     app::save_enquiry_lots(enquiry_session(context), *open.base, enquiry.id, enquiry.revision,
                                            open.sheet.lots));
    } catch (const core::Error& error) {
        auto issues = error.issues();
        for (core::Issue& issue : issues)
            if (issue.where.starts_with(place)) issue.where.erase(0, place.size());
        throw core::Error(error.kind(), options_of(std::move(issues), kOptions));
    }
}

void change(const Arguments& arguments, domain::EnquiryLot& lot) {
    Changes changes(arguments);
    changes.set(lot.number, "--numero");
    changes.set(lot.title, "--intitule");
    changes.set(lot.trade, "--metier");
    changes.set(lot.cpv, "--cpv");
    changes.set(lot.estimate, "--montant");
    changes.set(lot.maximum, "--maximum");
    changes.set(lot.abandoned, "--sans-suite");
    changes.check();
}

Outcome add(Context& context, const Arguments& arguments) {
    OpenEnquiry open = open_enquiry(arguments);
    domain::EnquiryLot lot;
    change(arguments, lot);
    open.sheet.lots.push_back(std::move(lot));
    return save(context, open, open.sheet.lots.size() - 1);
}

std::size_t rank_of(const OpenEnquiry& open, const Arguments& arguments) {
    return static_cast<std::size_t>(&find_lot(open.sheet, arguments.positionals.at(1)) - open.sheet.lots.data());
}

Outcome modify(Context& context, const Arguments& arguments) {
    OpenEnquiry open = open_enquiry(arguments);
    const std::size_t rank = rank_of(open, arguments);
    change(arguments, open.sheet.lots[rank]);
    return save(context, open, rank);
}

Outcome remove(Context& context, const Arguments& arguments) {
    OpenEnquiry open = open_enquiry(arguments);
    const std::size_t rank = rank_of(open, arguments);
    open.sheet.lots.erase(open.sheet.lots.begin() + static_cast<std::ptrdiff_t>(rank));
    return save(context, open, open.sheet.lots.size());
}

// The lots of the file, and what must be said of its lines.
std::vector<domain::EnquiryLot> read_lots(Context& context, const Arguments& arguments,
                                          std::vector<core::Issue>& remarks) {
    app::LotCollector collector(arguments.get("--profil").value_or(""), column_choices(arguments));
    read_sheet(context, chosen_sheet(arguments.positionals.at(1), arguments), collector, "Lecture");
    collector.finish();
    for (const app::FileRemark& line : collector.passed_over()) remarks.push_back(line.issue);
    for (const app::FileRemark& remark : collector.remarks()) remarks.push_back(remark.issue);
    for (core::Issue& issue : app::unused_columns(collector.mapping())) remarks.push_back(std::move(issue));
    std::vector<domain::LotFigures> figures;
    for (const app::FileLot& lot : collector.lots()) figures.push_back(lot.figures);
    return app::lots_of(figures);
}

Outcome import(Context& context, const Arguments& arguments) {
    OpenEnquiry open = open_enquiry(arguments);
    std::vector<core::Issue> remarks;
    open.sheet.lots =
        domain::merged_lots(open.sheet.lots, read_lots(context, arguments, remarks), arguments.has("--remplacer"));
    Outcome outcome;
    if (arguments.has("--essai")) {
        for (core::Issue issue : domain::faults(open.sheet.lots)) remarks.push_back(std::move(issue));
        outcome = shown(context, *open.base, open.sheet);
    } else {
        outcome = save(context, open, open.sheet.lots.size());
    }
    outcome.answer.remarks.insert(outcome.answer.remarks.end(), remarks.begin(), remarks.end());
    return outcome;
}

std::vector<OptionSpec> with_values(std::vector<OptionSpec> own) {
    std::vector<OptionSpec> out{
        kBase,
        {"--numero", "TEXTE", "numéro du lot"},
        {"--intitule", "TEXTE", "intitulé du lot"},
        {"--montant", "EUROS", "montant estimé HT"},
        {"--metier", "MÉTIER", "métier, qui donne la part de main-d’œuvre et le coût horaire de référence"},
        {"--cpv", "CODE", "code CPV, 8 chiffres"},
        {"--maximum", "", "le montant est le maximum d’un accord-cadre"},
        {"--sans-suite", "", "le lot est sans suite ou infructueux : il n’ira pas au marché"}};
    out.insert(out.end(), own.begin(), own.end());
    return out;
}

}  // namespace

std::vector<CommandSpec> enquiry_lot_commands() {
    return {
        {"dossiers lots",
         "prend les lots du tableur de l’acheteur ; un lot de même numéro est mis à jour",
         {kEnquiry, {"FICHIER", "le tableur des lots"}},
         {kBase,
          {"--remplacer", "", "les lots que le fichier n’a pas s’en vont, avec ce qui en est dit"},
          {"--essai", "", "montre ce que donnerait le fichier, sans rien enregistrer"},
          kProfile,
          kColumn,
          kSheet,
          kEncoding,
          kSeparator},
         import,
         "clausier dossiers lots 3 lots.xlsx --base region.sqlite --essai"},
        {"dossiers lot ajouter",
         "ajoute un lot à un dossier",
         {kEnquiry},
         with_values({}),
         add,
         "clausier dossiers lot ajouter 3 --base region.sqlite --numero 4 --intitule Nettoyage --montant 20000"},
        {"dossiers lot modifier",
         "change un lot d’un dossier",
         {kEnquiry, kEnquiryLot},
         with_values({kEmpty}),
         modify,
         "clausier dossiers lot modifier 3 4 --base region.sqlite --sans-suite"},
        {"dossiers lot retirer",
         "retire un lot d’un dossier, avec ce que les scénarios et les offres en disent",
         {kEnquiry, kEnquiryLot},
         {kBase},
         remove,
         "clausier dossiers lot retirer 3 4 --base region.sqlite"},
    };
}

}  // namespace clausier::cli
