// « dossiers note »: the opportunity note of a dossier, on the terminal or as a file to send.
#include "adviser_commands.hpp"
#include "base_option.hpp"
#include "clausier/app/enquiries.hpp"
#include "clausier/app/references.hpp"
#include "clausier/app/settings.hpp"
#include "clausier/cli/input.hpp"
#include "clausier/cli/output.hpp"
#include "clausier/present/opportunity_note.hpp"
#include "document_files.hpp"

namespace clausier::cli {
namespace {

Outcome note(Context& context, const Arguments& arguments) {
    const auto file = arguments.get("--sortie");
    const std::string format = file ? document_format(*file) : std::string();
    Input input(arguments);
    const auto number = input.whole("--scenario");
    input.check();
    const auto scenario = number ? std::optional(domain::Id<domain::Scenario>{*number}) : std::nullopt;
    const auto base = open_base(arguments, false);
    const app::Session session{context.clock, "cli"};
    const domain::EnquirySheet sheet = app::enquiry_sheet(*base, enquiry_id(arguments.positionals.at(0)));
    const domain::Reference reference = app::reference(*base);
    const auto studies = app::study_scenarios(session, sheet, reference);
    const domain::Advice advice = domain::advise(sheet.enquiry.purchase, sheet.lots, reference, context.clock.today());
    const present::OpportunityNote made{sheet,
                                        present::study_for_note(sheet, studies, scenario),
                                        advice,
                                        {},
                                        {},
                                        app::identity(*base).name,
                                        context.clock.now()};
    if (!file) return {present::answer(made)};
    write_output(document_bytes(present::opportunity_note(made), format, context.engines), file);
    context.say("Écrit : " + *file);
    return {{}, true};
}

}  // namespace

std::vector<CommandSpec> note_commands() {
    return {{"dossiers note",
             "la note d’opportunité d’un dossier, sur une page ; --sortie l’écrit en .docx, .odt, .pdf, .html ou .txt",
             {{"DOSSIER", "son numéro dans la base"}},
             {kBase, {"--scenario", "N", "numéro du scénario qui répond ; celui qui est retenu par défaut"}},
             note,
             "clausier dossiers note 3 --base region.sqlite --sortie note.docx",
             Sortie::own}};
}

}  // namespace clausier::cli
