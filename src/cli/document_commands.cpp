// « documents »: templates and their variables, documents made of a dossier, and what was produced.
#include "base_option.hpp"
#include "clausier/app/documents.hpp"
#include "clausier/app/enquiries.hpp"
#include "clausier/app/references.hpp"
#include "clausier/app/settings.hpp"
#include "clausier/cli/input.hpp"
#include "clausier/cli/output.hpp"
#include "clausier/cli/usage.hpp"
#include "clausier/present/documents.hpp"
#include "command_table.hpp"
#include "document_files.hpp"
#include "template_commands.hpp"

namespace clausier::cli {
namespace {

constexpr OptionSpec kEnquiry = {"--dossier", "N", "numéro du dossier", true};

std::optional<std::int64_t> whole(const Arguments& arguments, std::string_view option) {
    Input input(arguments);
    const auto number = input.whole(option);
    input.check();
    return number;
}

template <class T>
std::optional<domain::Id<T>> id_of(const Arguments& arguments, std::string_view option) {
    const auto number = whole(arguments, option);
    return number ? std::optional(domain::Id<T>{*number}) : std::nullopt;
}

Outcome produce(Context& context, const Arguments& arguments) {
    const auto file = arguments.get("--sortie");
    const std::string format = document_format(file.value_or(""));
    const auto base = open_base(arguments, false);
    const app::Session session{context.clock, "cli"};
    const auto enquiry = id_of<domain::Enquiry>(arguments, "--dossier").value();
    const domain::EnquirySheet sheet = app::enquiry_sheet(*base, enquiry);
    const domain::DocumentTemplate from = app::document_template(*base, arguments.get("--modele").value());
    const domain::Reference reference = app::reference(*base);
    const auto studies = app::study_scenarios(session, sheet, reference);
    const domain::ScenarioStudy& study =
        app::study_to_write(studies, sheet, id_of<domain::Scenario>(arguments, "--scenario"));
    const app::Identity identity = app::identity(*base);
    const present::DocumentMaker maker{app::signature(identity), identity.contact};
    const boost::json::object values = present::document_values(sheet, study, reference, maker, context.clock.today());
    const present::Document document = present::make_document(from, values, maker, context.clock.today());
    const std::string bytes = document_bytes(document, format, context.engines);
    OutputFile out(file);
    out.write(bytes);
    const domain::ProducedDocument made =
        app::record_production(session, *base, {from, enquiry, present::document_name(from, values), format}, bytes);
    out.close();
    context.say("Document produit : « " + made.title + " », empreinte " + made.sha256);
    return {{}, true};
}

Outcome history(Context&, const Arguments& arguments) {
    const auto base = open_base(arguments, false);
    store::ProducedFilter filter;
    filter.enquiry = id_of<domain::Enquiry>(arguments, "--dossier");
    filter.template_key = arguments.get("--modele").value_or("");
    filter.limit = 1'000'000;
    const store::ProducedPage page = app::produced_documents(*base, filter);
    return {present::answer(page.documents, page.total, app::document_templates(*base))};
}

Outcome variables(Context&, const Arguments&) { return {present::answer(present::document_variables())}; }

}  // namespace

std::vector<CommandSpec> document_commands() {
    std::vector<CommandSpec> out{
        {"documents produire",
         "remplit un modèle avec les lots d’un dossier, et le note dans l’historique",
         {},
         {kBase,
          kEnquiry,
          {"--modele", "CLÉ", "clé du modèle, par exemple ccap", true},
          {"--scenario", "N", "numéro du scénario, à défaut celui qui est retenu"}},
         produce,
         "clausier documents produire --base region.sqlite --dossier 12 --modele ccap --sortie ccap.docx",
         Sortie::own},
        {"documents historique",
         "les documents produits, avec l’empreinte de chacun",
         {},
         {kBase, {"--dossier", "N", "numéro du dossier"}, {"--modele", "CLÉ", "clé du modèle"}},
         history,
         "clausier documents historique --base region.sqlite --dossier 12"},
        {"documents variables",
         "ce qu’un modèle peut nommer, et ce que chaque variable contient",
         {},
         {},
         variables,
         "clausier documents variables"}};
    for (CommandSpec& command : template_commands()) out.push_back(std::move(command));
    return out;
}

}  // namespace clausier::cli
