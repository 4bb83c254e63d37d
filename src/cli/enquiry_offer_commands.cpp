// « dossiers grille », « dossiers offre » and « dossiers offres »: the social criterion and the offers it marks.
#include <filesystem>

#include "clausier/app/references.hpp"
#include "clausier/cli/output.hpp"
#include "clausier/cli/usage.hpp"
#include "clausier/core/text.hpp"
#include "clausier/domain/offer_remarks.hpp"
#include "clausier/present/offer_report.hpp"
#include "clausier/present/tables.hpp"
#include "clausier/sheets/write.hpp"
#include "enquiry_arguments.hpp"

namespace clausier::cli {
namespace {

// What is worth a look in each offer is told on stderr.
void tell_remarks(const Context& context, const domain::EnquirySheet& sheet,
                  const std::vector<domain::ScenarioStudy>& studies) {
    const domain::ScenarioStudy* chosen = nullptr;
    for (const domain::ScenarioStudy& one : studies)
        if (sheet.enquiry.chosen == one.scenario.id) chosen = &one;
    for (const domain::Offer& offer : sheet.offers) {
        auto remarks = domain::offer_remarks(sheet, chosen, offer);
        for (core::Issue& issue : remarks)
            issue.where = "offre n° " + std::to_string(offer.id.value) + ", " + offer.company + ", " + issue.where;
        print_remarks(remarks, context);
    }
}

Outcome offers(const Context& context, store::Database& base, const domain::EnquirySheet& sheet) {
    const auto studies = app::study_scenarios(enquiry_session(context), sheet, app::reference(base));
    tell_remarks(context, sheet, studies);
    return {present::offers_answer(sheet, studies)};
}

std::string quoted(const std::string& text) { return "«\u00a0" + text + "\u00a0»"; }

// "Encadrement;40;Un tuteur par personne": label, weight, what earns the best mark. A sub-criterion of the same label
// keeps its marks.
domain::SubCriterion parse_criterion(const std::string& text, const domain::MarkingGrid& kept) {
    const auto parts = core::split(text, ';');
    const auto weight = parts.size() > 1 ? core::parse_percent(parts[1]) : core::Result<core::Rate>(core::Rate());
    if (parts.size() < 2 || parts.size() > 3)
        throw UsageError("option --critere", quoted(text) +
                                                 "\u00a0: écrivez «\u00a0libellé;poids\u00a0», puis s’il le "
                                                 "faut «\u00a0;ce qui est attendu\u00a0»");
    if (!weight) throw UsageError("option --critere", quoted(text) + "\u00a0: " + weight.error().text);
    domain::SubCriterion out{{}, core::collapse(parts[0]), *weight, parts.size() > 2 ? core::collapse(parts[2]) : ""};
    for (const domain::SubCriterion& one : kept.criteria)
        if (one.label == out.label) out.id = one.id;
    return out;
}

Outcome grid(Context& context, const Arguments& arguments) {
    const OpenEnquiry open = open_enquiry(arguments);
    domain::MarkingGrid next = open.sheet.grid;
    Input input(arguments);
    if (const auto weight = input.percent("--poids")) next.weight = *weight;
    if (const auto best = input.whole("--note-max")) next.best = *best;
    input.check();
    if (arguments.has("--critere")) next.criteria.clear();
    for (const std::string& text : arguments.all("--critere"))
        next.criteria.push_back(parse_criterion(text, open.sheet.grid));
    return by_option({{"criteres", "--critere"}}, [&] {
        const domain::Enquiry& enquiry = open.sheet.enquiry;
        return offers(context, *open.base,
                      app::save_grid(enquiry_session(context), *open.base, enquiry.id, enquiry.revision, next));
    });
}

// "2=8,5;Un tuteur nommé": the rank of the sub-criterion, the mark, why. "2=" takes the mark back.
void set_mark(const std::string& text, const domain::MarkingGrid& grid, domain::Offer& offer) {
    const auto equal = text.find('=');
    const auto rank = core::parse_scaled(text.substr(0, equal), 1);
    if (equal == std::string::npos || !rank || *rank < 1 || *rank > static_cast<std::int64_t>(grid.criteria.size()))
        throw UsageError("option --note", quoted(text) +
                                              " ne se lit pas\u00a0; écrivez RANG=NOTE[;justification], le "
                                              "rang étant celui d’un sous-critère de la grille");
    const auto criterion = grid.criteria[static_cast<std::size_t>(*rank) - 1].id;
    std::erase_if(offer.marks, [&](const domain::Mark& mark) { return mark.criterion == criterion; });
    const std::string_view said = std::string_view(text).substr(equal + 1);
    const auto semicolon = said.find(';');
    const std::string_view mark = core::trim(said.substr(0, semicolon));
    if (mark.empty()) return;
    const auto read = core::parse_scaled(mark, 100);
    if (!read) throw UsageError("option --note", quoted(text) + "\u00a0: " + read.error().text);
    offer.marks.push_back(
        {criterion, *read, semicolon == std::string_view::npos ? "" : core::collapse(said.substr(semicolon + 1))});
}

void change(const Arguments& arguments, const domain::MarkingGrid& grid, domain::Offer& offer) {
    Changes changes(arguments);
    changes.set(offer.company, "--entreprise");
    changes.set(offer.amount, "--montant");
    changes.set(offer.hours, "--heures");
    changes.set(offer.kept, "--retenue");
    changes.set(offer.identifier.text, "--siret");
    changes.check();
    if (arguments.has("--siret")) {
        const auto siret = core::Siret::parse(offer.identifier.text);
        if (!siret) throw UsageError("option --siret", siret.error().text);
        offer.identifier = {"SIRET", siret->text()};
    }
    if (offer.identifier.empty()) offer.identifier = {};
    for (const std::string& text : arguments.all("--note")) set_mark(text, grid, offer);
}

Outcome save(const Context& context, const OpenEnquiry& open, const domain::Offer& offer) {
    return by_option({}, [&] {
        return offers(context, *open.base,
                      app::save_offer(enquiry_session(context), *open.base, open.sheet.enquiry.id, offer));
    });
}

Outcome add(Context& context, const Arguments& arguments) {
    const OpenEnquiry open = open_enquiry(arguments);
    domain::Offer offer;
    offer.lot = find_lot(open.sheet, arguments.positionals.at(1)).id;
    change(arguments, open.sheet.grid, offer);
    return save(context, open, offer);
}

Outcome modify(Context& context, const Arguments& arguments) {
    const OpenEnquiry open = open_enquiry(arguments);
    domain::Offer offer = find_offer(open.sheet, arguments.positionals.at(1));
    change(arguments, open.sheet.grid, offer);
    return save(context, open, offer);
}

Outcome keep(Context& context, const Arguments& arguments) {
    const OpenEnquiry open = open_enquiry(arguments);
    domain::Offer offer = find_offer(open.sheet, arguments.positionals.at(1));
    offer.kept = true;
    return save(context, open, offer);
}

Outcome remove(Context& context, const Arguments& arguments) {
    const OpenEnquiry open = open_enquiry(arguments);
    const auto id = find_offer(open.sheet, arguments.positionals.at(1)).id;
    return offers(context, *open.base, app::remove_offer(enquiry_session(context), *open.base, id));
}

void write_workbook(const std::string& file, const present::Answer& answer) {
    const present::TypedTable table = present::typed_table(answer);
    sheets::XlsxWriter writer(file);
    writer.sheet("Offres", table.widths);
    std::vector<sheets::OutCell> titles;
    for (const std::string& title : table.titles) titles.push_back({title, sheets::Style::header});
    writer.row(titles);
    for (const auto& row : table.rows) {
        std::vector<sheets::OutCell> cells;
        for (const present::TypedCell& cell : row)
            cells.push_back({sheets::same_value(cell.cell()), sheets::Style::plain});
        writer.row(cells);
    }
    writer.close();
}

Outcome list(Context& context, const Arguments& arguments) {
    const OpenEnquiry open = open_enquiry(arguments);
    Outcome outcome = offers(context, *open.base, open.sheet);
    const auto file = arguments.get("--sortie");
    if (!file || std::filesystem::path(*file).extension() != ".xlsx") return outcome;
    write_workbook(*file, outcome.answer);
    context.say("Écrit\u00a0: " + *file);
    return {{}, true};
}

std::vector<OptionSpec> with_values(OptionSpec company, std::vector<OptionSpec> own) {
    std::vector<OptionSpec> out{
        kBase,
        company,
        {"--siret", "SIRET", "SIRET de l’entreprise"},
        {"--montant", "EUROS", "montant de l’offre HT"},
        {"--heures", "HEURES", "heures proposées ; elles engagent quand elles dépassent le minimum"},
        {"--note", "RANG=NOTE[;POURQUOI]", "note d’un sous-critère, par son rang dans la grille", false, {}, true},
        {"--retenue", "", "l’offre est retenue pour son lot"}};
    out.insert(out.end(), own.begin(), own.end());
    return out;
}

}  // namespace

std::vector<CommandSpec> enquiry_offer_commands() {
    return {
        {"dossiers grille",
         "montre ou écrit la grille de notation du critère social",
         {kEnquiry},
         {kBase,
          {"--poids", "POURCENT", "poids du critère social parmi les critères d’attribution"},
          {"--note-max", "NOMBRE", "meilleure note d’un sous-critère (10 par défaut)"},
          {"--critere",
           "LIBELLÉ;POIDS[;ATTENDU]",
           "un sous-critère ; ceux qui sont donnés remplacent la grille, leurs poids font 100 %",
           false,
           {},
           true}},
         grid,
         "clausier dossiers grille 3 --base region.sqlite --poids 10 --critere \"Heures;60\" --critere "
         "\"Encadrement;40;Un tuteur nommé\""},
        {"dossiers offres",
         "les offres d’un dossier : notes, points, rangs et heures qui engagent",
         {kEnquiry},
         {kBase},
         list,
         "clausier dossiers offres 3 --base region.sqlite --sortie analyse.xlsx",
         Sortie::answer_or_workbook},
        {"dossiers offre ajouter",
         "ajoute une offre sur un lot",
         {kEnquiry, kEnquiryLot},
         with_values({"--entreprise", "NOM", "entreprise qui remet l’offre", true}, {}),
         add,
         "clausier dossiers offre ajouter 3 1 --base region.sqlite --entreprise \"Bâtisseurs du Haut-Val\" --heures "
         "250"},
        {"dossiers offre modifier",
         "change une offre",
         {kEnquiry, kOffer},
         with_values({"--entreprise", "NOM", "entreprise qui remet l’offre"}, {kEmpty}),
         modify,
         "clausier dossiers offre modifier 3 7 --base region.sqlite --note \"1=8,5;Un tuteur nommé\""},
        {"dossiers offre retenir",
         "retient une offre pour son lot ; celle qui l’était ne l’est plus",
         {kEnquiry, kOffer},
         {kBase},
         keep,
         "clausier dossiers offre retenir 3 7 --base region.sqlite"},
        {"dossiers offre retirer",
         "retire une offre",
         {kEnquiry, kOffer},
         {kBase},
         remove,
         "clausier dossiers offre retirer 3 7 --base region.sqlite"},
    };
}

}  // namespace clausier::cli
