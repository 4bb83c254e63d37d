// The lots of a dossier read from the buyer's spreadsheet, and looked at before they are kept.
#include <algorithm>
#include <boost/json/array.hpp>

#include "clausier/core/french.hpp"
#include "clausier/sheets/read.hpp"
#include "enquiry_lot_pages.hpp"
#include "form_reader.hpp"
#include "lot_table_form.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;

constexpr std::uint64_t upload_limit = 32ULL << 20;

// `table`: what was read of the file, nullptr when nothing was.
Reply import_page(Call& call, const domain::EnquirySheet& sheet, std::vector<core::Issue> issues,
                  const LotTable* table = nullptr) {
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
                                                   {"remplacer", "Ne garder que ceux du fichier"}})}},
                {"choix_colonnes", table ? json::value(table_form(*table, form, call.form.fields)) : nullptr}};
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

// The rows of the file that is sent, else those kept by the page that shows them.
void read_rows(const Call& call, const http::FilePart* part, core::RowSink& sink) {
    const FormReader reader(call.form.fields);
    if (!part) return replay(reader.text("table"), sink);
    sheets::Source source;
    source.path = part->file->path();
    source.name = part->filename;
    const std::string wanted = reader.text("feuille");
    sheets::read(source, sink, wanted.empty() ? std::nullopt : std::optional<std::string_view>(wanted));
}

// Faults beside the field that mends them: those of the file by its own words.
std::vector<core::Issue> at_fields(const core::Error& error, bool sheet_named) {
    std::vector<core::Issue> issues;
    for (core::Issue issue : error.issues()) {
        if (issue.code == "ligne_des_titres_absente")
            issue.where = "ligne_titres";
        else
            issue.where = error.kind() == core::ErrorKind::not_found && sheet_named ? "feuille" : "fichier";
        issues.push_back(worded(std::move(issue)));
    }
    return issues;
}

FileReading reading_of(const app::LotCollector& collector, const std::string& name) {
    FileReading out{name, collector.passed_over()};
    for (const app::FileRemark& one : collector.remarks())
        if (one.left_out)
            out.left_out.push_back(one);
        else
            out.remarks.push_back(one.issue);
    std::stable_sort(out.left_out.begin(), out.left_out.end(),
                     [](const app::FileRemark& a, const app::FileRemark& b) { return a.line < b.line; });
    for (core::Issue& issue : app::unused_columns(collector.mapping())) out.remarks.push_back(std::move(issue));
    return out;
}

// The lots read beside those that stay, to look at: nothing is kept yet.
Reply preview(Call& call, const domain::EnquirySheet& sheet, const app::LotCollector& collector, LotTable table) {
    std::vector<domain::LotFigures> figures;
    for (const app::FileLot& lot : collector.lots()) figures.push_back(lot.figures);
    const std::vector<domain::EnquiryLot> read = app::lots_of(figures);
    const std::vector<domain::EnquiryLot> lots =
        domain::merged_lots(sheet.lots, read, call.form.fields.get("mode").value_or("") == "remplacer");
    table.mapping = &collector.mapping();
    if (lots.size() > kMostLots)
        return import_page(call, sheet,
                           {{core::Severity::error, "", "fichier",
                             core::french::count(lots.size(), "lot") + "\u00a0: un dossier en tient " +
                                 std::to_string(kMostLots) + " au plus\u00a0; partagez le fichier"}},
                           &table);
    FileReading reading = reading_of(collector, table.file);
    table.doubtful = collector.doubtful();
    reading.columns = table_form(table, FormView({}), call.form.fields);
    return lots_page(call, sheet, fields_of(lots), {{}, false, &reading, read.size()});
}

Reply import(Call& call) {
    const domain::EnquirySheet sheet = enquiry_of(call);
    const http::FilePart* part = file_of(call);
    FormReader reader(call.form.fields);
    if (!part && reader.text("table").empty())
        return import_page(call, sheet,
                           {{core::Severity::error, "", "fichier",
                             "aucun fichier n’est choisi, ou il est vide\u00a0; choisissez-en un"}});
    const LotTableChoices choices = read_table_choices(call.form.fields, reader);
    app::LotCollector collector(choices.profile, choices.columns, choices.header_row);
    RowKeeper keeper(collector);
    LotTable table{part ? part->filename : reader.text("nom"), "", nullptr, true};
    std::vector<core::Issue> issues = reader.issues();
    try {
        read_rows(call, part, keeper);
        table.rows = keeper.text();
        keeper.finish();
        collector.finish();
    } catch (const core::Error& error) {
        for (core::Issue& issue : at_fields(error, part && !reader.text("feuille").empty()))
            issues.push_back(std::move(issue));
    }
    if (issues.empty()) return preview(call, sheet, collector, std::move(table));
    const auto looked = collector.looked();
    if (looked) table.mapping = &looked->mapping;
    return import_page(call, sheet, std::move(issues), looked ? &table : nullptr);
}

}  // namespace

std::vector<Route> enquiry_import_routes() {
    constexpr Formats page{true, false, false};
    const Parameter id{"id", "numéro du dossier", "1"};
    return {{"GET",
             "/dossiers/{id}/lots/importer",
             Action::enquiry_write,
             import_form,
             "Le dépôt du tableur des lots",
             {id},
             page,
             "/dossiers/1/lots/importer"},
            {"POST",
             "/dossiers/{id}/lots/importer",
             Action::enquiry_write,
             import,
             "Lit les lots d’un tableur et les montre ; rien n’est enregistré",
             {id,
              {"fichier", "le tableur : xlsx, ods, xls ou csv ; inutile quand « table » est donnée"},
              {"feuille", "nom de la feuille"},
              {"mode", "« remplacer », ou vide pour ajouter"},
              {"colonne_1", "ce que donne la première colonne : lot_intitule… (puis _2, _3…)"},
              {"ligne_titres", "numéro de la ligne des titres"},
              {"ligne_lue", "celui de la lecture d’avant ; s’il change, les colonnes sont reconnues de nouveau"},
              {"table", "les lignes lues, telles que la page les garde"},
              {"nom", "nom du fichier, quand il n’est pas envoyé de nouveau"}},
             page,
             "",
             false,
             upload_limit,
             true}};
}

}  // namespace clausier::web
