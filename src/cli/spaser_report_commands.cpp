// The commands of the SPASER report: made, published, and what was published.
#include <algorithm>
#include <filesystem>

#include "clausier/app/references.hpp"
#include "clausier/app/settings.hpp"
#include "clausier/app/spaser_report.hpp"
#include "clausier/cli/input.hpp"
#include "clausier/cli/output.hpp"
#include "clausier/present/frozen_report.hpp"
#include "clausier/present/spaser_report.hpp"
#include "clausier/sheets/write.hpp"
#include "command_table.hpp"
#include "confirm.hpp"
#include "document_files.hpp"
#include "indicator_options.hpp"
#include "spaser_arguments.hpp"

namespace clausier::cli {
namespace {

using domain::PublishedReport;

domain::SpaserReport report_of(const Context& context, store::Database& base, const Arguments& arguments) {
    Input input(arguments);
    app::ReportRequest request;
    if (const auto scheme = input.whole("--schema")) request.scheme = domain::Id<domain::Scheme>{*scheme};
    request.year = static_cast<int>(input.year("--annee").value_or(0));
    input.check();
    request.buyer = asked_buyer(base, arguments);
    request.options = indicator_options(arguments);
    return app::spaser_report(spaser_session(context), base, request, app::reference(base));
}

// Writes it under the name given, in the format that its ending tells.
void write(const Context& context, const present::FrozenReport& report, const std::string& file,
           const std::string& fingerprint, const std::string& kept) {
    const std::string ending = std::filesystem::path(file).extension().string();
    if (ending == ".xlsx")
        sheets::write_workbook(file, present::workbook(report));
    else if (ending == ".zip")
        write_output(present::data_package(report, fingerprint), file);
    else if (ending == ".json")
        write_output(kept.empty() ? present::frozen_text(report) : kept, file);
    else
        write_output(document_bytes(report.document, document_format(file), context.engines), file);
    context.say("Écrit : " + file);
}

void check_ending(const Arguments& arguments) {
    const auto file = arguments.get("--sortie");
    if (!file) return;
    const std::string ending = std::filesystem::path(*file).extension().string();
    for (const char* known : {".xlsx", ".zip", ".json", ".docx", ".odt", ".pdf", ".html", ".txt"})
        if (ending == known) return;
    throw UsageError("option --sortie", "« " + *file +
                                            " » n’a pas une fin connue ; donnez un nom en .html, .docx, .odt, .pdf, "
                                            ".txt, .xlsx, .json, ou .zip pour le paquet ouvert");
}

Outcome report(Context& context, const Arguments& arguments) {
    check_ending(arguments);
    const auto base = open_base(arguments, false);
    const present::FrozenReport made = present::freeze(report_of(context, *base, arguments), app::identity(*base).name);
    const auto file = arguments.get("--sortie");
    if (!file) return {present::answer(made)};
    write(context, made, *file, "", "");
    return {{}, true};
}

Outcome publish(Context& context, const Arguments& arguments) {
    const auto base = open_base(arguments, false);
    const app::Session session = spaser_session(context);
    domain::SpaserReport gathered = report_of(context, *base, arguments);
    confirm(context, arguments,
            "Publier " + present::report_title(gathered) + " ? Une version publiée ne change plus.");
    const std::string note = arguments.get("--note").value_or("");
    std::vector<PublishedReport> out;
    // The indicators are those of each buyer: a shared scheme publishes one report a buyer.
    std::vector<domain::ReportBuyer> buyers = std::move(gathered.buyers);
    for (domain::ReportBuyer& buyer : buyers) {
        domain::SpaserReport one = gathered;
        one.buyers = {std::move(buyer)};
        const std::string content = present::frozen_text(present::freeze(one, app::identity(*base).name));
        out.push_back(app::publish_report(session, *base, one, present::report_title(one), content, note));
    }
    return {present::answer(out)};
}

Outcome list(Context&, const Arguments& arguments) {
    const auto base = open_base(arguments, false);
    return {present::answer(app::published_reports(*base, asked_buyer(*base, arguments)))};
}

PublishedReport published_of(store::Database& base, const Arguments& arguments) {
    PublishedReport found = app::published_report(base, number_of<PublishedReport>(arguments, "PUBLICATION"));
    if (!app::intact(found))
        throw core::Error(core::ErrorKind::conflict, "rapport n° " + std::to_string(found.id.value),
                          "son contenu n’a plus l’empreinte sous laquelle il a été publié ; restaurez une sauvegarde");
    return found;
}

Outcome see(Context& context, const Arguments& arguments) {
    check_ending(arguments);
    const auto base = open_base(arguments, false);
    const PublishedReport found = published_of(*base, arguments);
    const present::FrozenReport frozen = present::thaw(found.content);
    const auto file = arguments.get("--sortie");
    if (!file) return {present::answer(frozen)};
    write(context, frozen, *file, found.sha256, found.content);
    return {{}, true};
}

Outcome verify(Context& context, const Arguments& arguments) {
    const auto base = open_base(arguments, false);
    std::vector<domain::Id<PublishedReport>> asked;
    if (arguments.positionals.empty())
        for (const PublishedReport& one : app::published_reports(*base)) asked.push_back(one.id);
    else
        asked.push_back(number_of<PublishedReport>(arguments, "PUBLICATION"));
    std::vector<core::Issue> broken;
    for (const auto id : asked)
        if (!app::intact(app::published_report(*base, id)))
            broken.push_back({core::Severity::error, "empreinte", "rapport n° " + std::to_string(id.value),
                              "son contenu n’a plus l’empreinte sous laquelle il a été publié"});
    if (!broken.empty()) throw core::Error(core::ErrorKind::conflict, std::move(broken));
    context.say(asked.empty() ? "Aucun rapport n’est publié."
                              : "Chaque rapport publié a encore son empreinte (" + std::to_string(asked.size()) + ").");
    return {{}, true};
}

Outcome changes(Context& context, const Arguments& arguments) {
    const auto base = open_base(arguments, false);
    const PublishedReport found = published_of(*base, arguments);
    app::ReportRequest request{found.buyer, {}, found.year, domain::options_of(found.options).value()};
    const auto today =
        present::freeze(app::spaser_report(spaser_session(context), *base, request, app::reference(*base)), "");
    return {present::answer(present::figure_changes(present::thaw(found.content), today))};
}

std::vector<OptionSpec> report_options(std::vector<OptionSpec> own) {
    std::vector<OptionSpec> out{kBase,
                                kBuyer,
                                {"--schema", "N", "numéro du schéma : un jeu de chapitres par acheteur"},
                                {"--annee", "ANNÉE", "année du rapport", true}};
    out.insert(out.end(), kIndicatorChoices.begin(), kIndicatorChoices.end());
    out.insert(out.end(), own.begin(), own.end());
    return out;
}

std::vector<CommandSpec> publication_commands() {
    const PositionalSpec number{"PUBLICATION", "son numéro (« spaser publications »)"};
    return {{"spaser publications",
             "les rapports publiés, avec l’empreinte de chacun",
             {},
             {kBase, kBuyer},
             list,
             "clausier spaser publications --base region.sqlite"},
            {"spaser publication",
             "un rapport tel qu’il a été publié ; --sortie l’écrit dans le format de son nom",
             {number},
             {kBase},
             see,
             "clausier spaser publication 2 --base region.sqlite --sortie rapport.odt",
             Sortie::own_or_workbook},
            {"spaser ecarts",
             "ce qui a changé depuis une publication : chiffres publiés et chiffres d’aujourd’hui",
             {number},
             {kBase},
             changes,
             "clausier spaser ecarts 2 --base region.sqlite"},
            {"spaser verifier",
             "vérifie l’empreinte des rapports publiés, ou d’un seul",
             {{"PUBLICATION", "son numéro ; toutes par défaut", false}},
             {kBase},
             verify,
             "clausier spaser verifier --base region.sqlite"}};
}

}  // namespace

std::vector<CommandSpec> spaser_report_commands() {
    std::vector<CommandSpec> out{
        {"spaser rapport",
         "le rapport d’un acheteur, ou d’un schéma ; --sortie l’écrit en .html, .docx, .odt, .pdf, .txt, .xlsx, .json, "
         "ou .zip (paquet ouvert)",
         {},
         report_options({}),
         report,
         "clausier spaser rapport --acheteur \"Commune de Valbrume\" --annee 2026 --base region.sqlite --sortie "
         "rapport.docx",
         Sortie::own_or_workbook},
        {"spaser publier",
         "fige le rapport de chaque acheteur sous une nouvelle version, avec son empreinte",
         {},
         report_options({{"--note", "TEXTE", "ce que cette version corrige"}, kYes}),
         publish,
         "clausier spaser publier --acheteur \"Commune de Valbrume\" --annee 2026 --oui --base region.sqlite"}};
    for (CommandSpec& command : publication_commands()) out.push_back(std::move(command));
    return out;
}

}  // namespace clausier::cli
