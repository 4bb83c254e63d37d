// The lots of a dossier read from the buyer's spreadsheet, and looked at before they are kept.
#include <algorithm>
#include <boost/json/array.hpp>

#include "clausier/core/french.hpp"
#include "clausier/sheets/read.hpp"
#include "enquiry_lot_pages.hpp"
#include "form_reader.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;

constexpr std::uint64_t upload_limit = 32ULL << 20;

Reply import_page(Call& call, const domain::EnquirySheet& sheet, std::vector<core::Issue> issues) {
    require_page(call, issues);
    const FormView form(issues);
    const FormReader typed(call.form.fields);
    Reply out;
    out.status = issues.empty() ? 200 : 422;
    out.title = "Importer les lots";
    out.trail = enquiry_trail(sheet);
    out.page = "dossier_importer.html";
    out.headers.set("Cache-Control", "no-store");
    out.view = {{"jeton", call.token()},
                {"adresse", enquiry_url(sheet)},
                {"fichier", form.field({"fichier", "Le tableur de l’acheteur",
                                        "xlsx, ods, xls ou csv, tel qu’il est\u00a0; 32 Mo au plus", "", "file", true},
                                       "")},
                {"feuille", form.field({"feuille", "Feuille", "vide\u00a0: la première"}, typed.text("feuille"))},
                {"choix", json::array{form.choice({"mode", "Lots du dossier"}, typed.text("mode"),
                                                  {{"", "Les garder, et prendre ceux du fichier"},
                                                   {"remplacer", "Ne garder que ceux du fichier"}})}}};
    form.summarise(out.view);
    return out;
}

Reply import_form(Call& call) { return import_page(call, enquiry_of(call), {}); }

const http::FilePart* file_of(const Call& call) {
    const auto found = std::find_if(call.form.files.begin(), call.form.files.end(),
                                    [](const http::FilePart& one) { return one.name == "fichier"; });
    const bool some = found != call.form.files.end() && !found->filename.empty() && found->file->size() > 0;
    return some ? &*found : nullptr;
}

// A fault of the command line's words, told for a page.
core::Issue worded(core::Issue issue) {
    const std::size_t option = issue.text.find("--");
    if (option == std::string::npos) return issue;
    const std::size_t cut = issue.text.rfind(';', option);
    issue.text = cut == std::string::npos ? "ce tableau n’est pas reconnu" : issue.text.substr(0, cut);
    issue.text += "\u00a0; donnez-lui une colonne d’intitulé et une de montant, ou choisissez une autre feuille";
    return issue;
}

// The lots of the file beside those that stay, to look at: nothing is kept yet.
Reply import(Call& call) {
    const domain::EnquirySheet sheet = enquiry_of(call);
    const http::FilePart* part = file_of(call);
    if (!part)
        return import_page(call, sheet,
                           {{core::Severity::error, "", "fichier",
                             "aucun fichier n’est choisi, ou il est vide\u00a0; choisissez-en un"}});
    const FormReader reader(call.form.fields);
    const std::string wanted = reader.text("feuille");
    app::LotCollector collector("", {});
    try {
        sheets::Source source;
        source.path = part->file->path();
        source.name = part->filename;
        sheets::read(source, collector, wanted.empty() ? std::nullopt : std::optional<std::string_view>(wanted));
        collector.finish();
    } catch (const core::Error& error) {
        std::vector<core::Issue> issues;
        for (core::Issue issue : error.issues()) {
            issue.where = error.kind() == core::ErrorKind::not_found && !wanted.empty() ? "feuille" : "fichier";
            issues.push_back(worded(std::move(issue)));
        }
        return import_page(call, sheet, std::move(issues));
    }
    std::vector<domain::LotFigures> figures;
    for (const app::FileLot& lot : collector.lots()) figures.push_back(lot.figures);
    const std::vector<domain::EnquiryLot> read = app::lots_of(figures);
    const std::vector<domain::EnquiryLot> lots =
        domain::merged_lots(sheet.lots, read, reader.text("mode") == "remplacer");
    if (lots.size() > kMostLots)
        return import_page(call, sheet,
                           {{core::Severity::error, "", "fichier",
                             core::french::count(lots.size(), "lot") + "\u00a0: un dossier en tient " +
                                 std::to_string(kMostLots) + " au plus\u00a0; partagez le fichier"}});
    const FileReading reading{part->filename, collector.counts(), collector.remarks()};
    return lots_page(call, sheet, fields_of(lots), {{}, false, &reading, read.size()});
}

}  // namespace

std::vector<Route> enquiry_import_routes() {
    constexpr Formats page{true, false, false};
    const Parameter id{"id", "numéro du dossier", "1"};
    return {{"GET",
             "/dossiers/{id}/lots/importer",
             Right::change,
             import_form,
             "Le dépôt du tableur des lots",
             {id},
             page,
             "/dossiers/1/lots/importer"},
            {"POST",
             "/dossiers/{id}/lots/importer",
             Right::change,
             import,
             "Lit les lots d’un tableur et les montre ; rien n’est enregistré",
             {id,
              {"fichier", "le tableur : xlsx, ods, xls ou csv", "", true},
              {"feuille", "nom de la feuille"},
              {"mode", "« remplacer », ou vide pour ajouter"}},
             page,
             "",
             false,
             upload_limit,
             true}};
}

}  // namespace clausier::web
