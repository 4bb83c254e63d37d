// « decp »: contracts exported as essential data and open data, files checked against the formats.
#include <filesystem>
#include <fstream>

#include "base_option.hpp"
#include "clausier/app/markets.hpp"
#include "clausier/cli/input.hpp"
#include "clausier/cli/output.hpp"
#include "clausier/cli/usage.hpp"
#include "clausier/core/french.hpp"
#include "clausier/decp/check.hpp"
#include "clausier/decp/exporter.hpp"
#include "clausier/present/essential_data.hpp"
#include "clausier/sheets/read.hpp"
#include "clausier/sheets/zip_writer.hpp"
#include "command_table.hpp"
#include "decp_package_folder.hpp"

namespace clausier::cli {
namespace {

namespace french = core::french;
using decp::ExportFormat;

constexpr int remarks_shown = 20;

app::MarketQuery query_of(const Arguments& arguments) {
    Input input(arguments);
    app::MarketQuery query;
    query.buyer = arguments.get("--acheteur").value_or("");
    if (const auto year = input.year("--annee")) query.filter.year = static_cast<int>(*year);
    input.check();
    query.filter.sort = store::MarketSort::reference;
    query.filter.descending = false;
    return query;
}

// What --format asks for, else what the name of the file says.
ExportFormat format_of(const Arguments& arguments) {
    if (const auto asked = arguments.get("--format")) return decp::export_format(*asked).value();
    const std::string extension = std::filesystem::path(arguments.get("--sortie").value_or("")).extension().string();
    if (extension == ".xml") return ExportFormat::xml;
    if (extension == ".csv") return ExportFormat::csv;
    if (extension == ".zip") return ExportFormat::package;
    if (extension.empty() || extension == ".json") return ExportFormat::json;
    throw UsageError("option --sortie",
                     "« " + *arguments.get("--sortie") +
                         " » n’a pas une fin connue ; donnez un nom en .json, .xml, .csv ou .zip, ou --format");
}

decp::OcdsSettings ocds_settings(const Context& context, const Arguments& arguments) {
    decp::OcdsSettings out;
    out.published_on = context.clock.today();
    if (const auto prefix = arguments.get("--prefixe-ocds")) out.prefix = *prefix;
    if (const auto publisher = arguments.get("--editeur")) out.publisher = *publisher;
    if (const auto uri = arguments.get("--adresse")) out.uri = *uri;
    if (!decp::is_ocid_prefix(out.prefix))
        throw UsageError("option --prefixe-ocds",
                         "« " + out.prefix + " » n’est pas un préfixe ; écrivez « ocds- » et six lettres ou chiffres");
    return out;
}

// The contracts left out, told on stderr as they come: the first ones, then how many more.
class Refusals {
public:
    Refusals(const Context& context, const std::optional<std::string>& file) : context_(context) {
        if (file) {
            file_.emplace(*file);
            writer_.emplace([this](std::string_view text) { file_->write(text); });
        }
    }
    void add(const decp::LeftOutLot& one) {
        if (writer_) writer_->add(one);
        if (++count_ > remarks_shown && !context_.verbose) return;
        for (const core::Issue& fault : one.faults)
            context_.say("laissé de côté : marché " + one.market->reference +
                         (one.lot->number.empty() ? "" : ", lot " + one.lot->number) + ", " + fault.sentence());
    }
    void close() {
        if (count_ > remarks_shown && !context_.verbose)
            context_.say("… et " + french::number(count_ - remarks_shown, 1) +
                         " autres ; « --details » les montre tous, « --rejets F.csv » les écrit");
        if (file_) file_->close();
    }

private:
    const Context& context_;
    std::optional<OutputFile> file_{};
    std::optional<decp::LeftOutWriter> writer_{};
    std::int64_t count_ = 0;
};

decp::PackageInfo package_info(const Context& context) {
    return {"contrats", "Contrats de la commande publique", context.clock.today()};
}

Outcome export_all(Context& context, const Arguments& arguments) {
    const ExportFormat format = format_of(arguments);
    const auto file = arguments.get("--sortie");
    if (format == ExportFormat::package && !file)
        throw UsageError("option --sortie", "un paquet est un dossier ou un zip ; donnez le nom de l’un ou de l’autre");
    const decp::OcdsSettings ocds = ocds_settings(context, arguments);
    const app::MarketQuery query = query_of(arguments);
    const auto base = open_base(arguments, false);
    Refusals refusals(context, arguments.get("--rejets"));
    std::optional<OutputFile> out;
    std::optional<PackageFiles> package;
    decp::ExportTarget target;
    if (format == ExportFormat::package) {
        package.emplace(*file);
        target.files = package->maker();
    } else {
        out.emplace(file);
        target.out = [&out](std::string_view text) { out->write(text); };
    }
    decp::Exporter exporter(format, target, ocds, package_info(context),
                            [&refusals](const decp::LeftOutLot& one) { refusals.add(one); });
    app::each_market_sheet(*base, query, [&](const domain::MarketSheet& sheet, const app::ClausesByLot& clauses) {
        exporter.add(sheet, clauses);
    });
    const decp::Tally tally = exporter.finish();
    refusals.close();
    if (out) out->close();
    if (package) package->close();
    context.say(present::export_sentence({tally.lots, tally.taken, tally.left_out}));
    if (format == ExportFormat::ocds && ocds.prefix == decp::unregistered_ocid_prefix)
        context.say("Le préfixe OCDS « " + ocds.prefix +
                    " » n’est enregistré par personne ; demandez le vôtre et donnez-le par --prefixe-ocds");
    return {{}, true};
}

decp::FileFormat file_format(const std::string& file) {
    sheets::Source source;
    source.path = file;
    source.name = std::filesystem::path(file).filename().string();
    switch (sheets::open(source).format) {
        case sheets::Format::decp_json:
            return decp::FileFormat::json;
        case sheets::Format::decp_xml:
            return decp::FileFormat::xml;
        default:
            throw core::Error(
                core::ErrorKind::invalid, file,
                "ce n’est pas un fichier de données essentielles en JSON ou en XML ; « clausier importer » "
                "lit les tableurs");
    }
}

Outcome check(Context&, const Arguments& arguments) {
    const std::string& file = arguments.positionals.at(0);
    const decp::FileFormat format = file_format(file);
    std::ifstream in(file, std::ios::binary);
    std::vector<char> buffer(64 << 10);
    const auto pieces = [&]() -> std::string_view {
        in.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
        return {buffer.data(), static_cast<std::size_t>(in.gcount())};
    };
    present::CheckAnswer answer;
    const decp::CheckReport report = decp::check(
        pieces, format, std::filesystem::path(file).filename().string(),
        [&](const decp::RefusedRecord& one) { answer.add(one.rank, one.concession, one.id, one.buyer, one.faults); });
    Outcome out{answer.finish(report.records, report.refused)};
    for (const core::Issue& issue : report.issues) out.answer.remarks.push_back(issue);
    out.exit_code = report.refused == 0 && report.issues.empty() ? Exit::ok : Exit::invalid_data;
    return out;
}

}  // namespace

std::vector<CommandSpec> decp_commands() {
    return {
        {"decp exporter",
         "les contrats complets en données essentielles (JSON 2.0.4, XML 2.0.2), ou tous en OCDS et en données "
         "ouvertes",
         {},
         {kBase,
          {"--acheteur", "ACHETEUR", "nom ou SIRET de l’acheteur"},
          {"--annee", "ANNÉE", "année de notification"},
          {"--format", "FORMAT", "json, xml, ocds, csv ou paquet (d’après --sortie, ou json par défaut)", false,
           "json|xml|ocds|csv|paquet"},
          {"--sortie", "FICHIER", "fichier à écrire ; d’un paquet, un zip ou un dossier qui n’existe pas encore"},
          {"--rejets", "F.csv", "écrit les contrats laissés de côté et leurs raisons"},
          {"--prefixe-ocds", "PRÉFIXE", "votre préfixe OCDS (ocds-000000 par défaut, qui n’est à personne)"},
          {"--editeur", "NOM", "qui publie, pour OCDS"},
          {"--adresse", "URL", "où le fichier sera publié, pour OCDS"}},
         export_all,
         "clausier decp exporter --base region.sqlite --annee 2026 --sortie decp.json --rejets rejets.csv",
         Sortie::own},
        {"decp valider",
         "ce que les formats de 2022 refusent d’un fichier JSON ou XML, enregistrement par enregistrement",
         {{"FICHIER", "le fichier de données essentielles"}},
         {},
         check,
         "clausier decp valider marches-2026.json"},
    };
}

}  // namespace clausier::cli
