// The lots of a dossier, typed all at once.
#include "enquiry_lot_pages.hpp"

#include "clausier/core/french.hpp"
#include "clausier/domain/code_lists.hpp"
#include "edit_form.hpp"
#include "form_reader.hpp"
#include "row_form.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;

constexpr std::uint64_t form_limit = 1ULL << 20;
constexpr std::size_t shown_remarks = 50;
constexpr std::size_t shown_left_out = 500;

RowForm rows_of(const http::Fields& sent) {
    return {sent,
            {"revision"},
            {{"lot", {"lot", "intitule", "metier", "cpv", "montant", "maximum", "sans_suite", "ident"}, kMostLots}}};
}

json::value text_or_null(const std::string& text) { return text.empty() ? json::value(nullptr) : json::value(text); }

// A row holds nothing a person typed when only its hidden number is left.
bool blank(const RowForm& rows, std::size_t row) {
    for (const std::string_view column : {"lot", "intitule", "metier", "cpv", "montant", "maximum", "sans_suite"})
        if (!rows.value("lot", column, row).empty()) return false;
    return true;
}

struct ReadLots {
    std::vector<domain::EnquiryLot> lots;
    std::vector<std::size_t> rows;  // where each stands
};

ReadLots read_lots(FormReader& reader, const RowForm& rows) {
    ReadLots out;
    for (std::size_t row = 1; row <= rows.rows("lot"); ++row) {
        if (blank(rows, row)) continue;
        const auto value = [&](std::string_view column) { return rows.value("lot", column, row); };
        domain::EnquiryLot lot;
        lot.id = {reader.whole(RowForm::name("ident", row)).value_or(0)};
        lot.number = value("lot");
        lot.title = value("intitule");
        lot.trade = value("metier");
        lot.cpv = value("cpv");
        lot.estimate = reader.euros(RowForm::name("montant", row));
        lot.maximum = value("maximum") == "oui";
        lot.abandoned = value("sans_suite") == "oui";
        out.lots.push_back(std::move(lot));
        out.rows.push_back(row);
    }
    return out;
}

// Faults are told by the rank of a lot: here by its row.
std::vector<core::Issue> at_rows(std::vector<core::Issue> issues, const std::vector<std::size_t>& rows) {
    for (core::Issue& issue : issues) {
        if (!issue.where.starts_with("lots.")) continue;
        const std::size_t end = issue.where.find('.', 5);
        const std::size_t rank = std::stoul(issue.where.substr(5, end - 5));
        if (end == std::string::npos || rank == 0 || rank > rows.size()) continue;
        issue.where = RowForm::name(issue.where.substr(end + 1), rows[rank - 1]);
    }
    return issues;
}

// What goes with a lot that is taken away, "" when nothing does.
std::string carried_away(const domain::EnquirySheet& sheet, const std::string& ident) {
    std::size_t decided = 0;
    std::size_t offers = 0;
    for (const domain::Scenario& scenario : sheet.scenarios)
        for (const domain::ScenarioLot& lot : scenario.lots)
            if (std::to_string(lot.lot.value) == ident && lot.hours) ++decided;
    for (const domain::Offer& offer : sheet.offers)
        if (std::to_string(offer.lot.value) == ident) ++offers;
    std::string out;
    if (decided) out = "ses heures décidées dans " + core::french::count(decided, "scénario");
    if (offers) out += (out.empty() ? "" : " et ") + core::french::count(offers, "offre");
    return out;
}

// The trade found for a lot that names none, with its usual share of labour; "" when nothing tells.
std::string found_trade(const Call& call, const domain::EnquirySheet& sheet, const domain::EnquiryLot& lot) {
    if (!lot.trade.empty()) return "";
    const domain::LotFigures known = domain::figures_of(lot, {}, sheet.enquiry.purchase);
    const domain::Trade* trade = domain::CodeLists::embedded().suggest_trade(known.title, known.cpv);
    if (!trade) return "";
    const auto share = call.app.reference()->rate(trade->labour_share_key, call.app.clock.today());
    return trade->label + ", " + core::french::percent(share.value);
}

json::array row_views(const Call& call, const domain::EnquirySheet& sheet, const RowForm& rows, const FormView& form) {
    json::array out;
    const std::size_t count = rows.rows("lot");
    for (std::size_t row = 1; row <= count; ++row) {
        const std::string which = ", ligne " + std::to_string(row);
        const auto cell = [&](std::string_view column, const std::string& label, bool figure) {
            return row_cell(rows, form, {"lot", column, row}, label + which, figure);
        };
        const auto list = [&](std::string_view column, const std::string& label,
                              const std::vector<std::pair<std::string, std::string>>& options) {
            return form.choice({RowForm::name(column, row), label + which}, rows.value("lot", column, row), options);
        };
        domain::EnquiryLot lot;
        lot.title = rows.value("lot", "intitule", row);
        lot.trade = rows.value("lot", "metier", row);
        lot.cpv = rows.value("lot", "cpv", row);
        const bool written = !blank(rows, row);
        out.push_back({{"numero", row},
                       {"metier_trouve", text_or_null(written ? found_trade(call, sheet, lot) : "")},
                       {"emporte", text_or_null(carried_away(sheet, rows.value("lot", "ident", row)))},
                       {"lot", cell("lot", "Numéro", false)},
                       {"intitule", cell("intitule", "Intitulé", false)},
                       {"metier", list("metier", "Métier", trade_choices())},
                       {"cpv", cell("cpv", "CPV", true)},
                       {"montant", cell("montant", "Montant estimé HT, en euros", true)},
                       {"maximum", list("maximum", "Nature du montant", {{"", "Estimé"}, {"oui", "Maximum"}})},
                       {"sans_suite", list("sans_suite", "Suite", {{"", "En cours"}, {"oui", "Sans suite"}})},
                       {"ident", rows.value("lot", "ident", row)},
                       {"plusieurs", count > 1}});
    }
    return out;
}

json::array texts(const std::vector<core::Issue>& issues, std::size_t most) {
    json::array out;
    for (const core::Issue& issue : issues)
        if (out.size() < most) out.push_back(json::object{{"texte", issue.sentence()}});
    return out;
}

std::string rest(std::size_t all, std::size_t most, std::string_view one, std::string_view several) {
    return all > most ? "et " + core::french::count(all - most, one, several) : "";
}

json::object reading_view(const FileReading& reading, std::size_t lots) {
    std::vector<core::Issue> left_out;
    for (const app::FileRemark& line : reading.left_out) left_out.push_back(line.issue);
    return {{"fichier", reading.name},
            {"lus", core::french::count(lots, "lot lu", "lots lus")},
            {"ecartees", core::french::count(left_out.size(), "ligne écartée", "lignes écartées")},
            {"a_des_ecartees", !left_out.empty()},
            {"lignes_ecartees", texts(left_out, shown_left_out)},
            {"ecartees_suite", rest(left_out.size(), shown_left_out, "autre ligne", "autres lignes")},
            {"a_des_remarques", !reading.remarks.empty()},
            {"remarques", texts(reading.remarks, shown_remarks)},
            {"suite", rest(reading.remarks.size(), shown_remarks, "autre remarque", "autres remarques")},
            {"choix_colonnes", reading.columns}};
}

}  // namespace

http::Fields fields_of(const std::vector<domain::EnquiryLot>& lots) {
    http::Fields out;
    for (std::size_t i = 0; i < lots.size(); ++i) {
        const auto add = [&](std::string_view column, std::string value) {
            if (!value.empty()) out.add(RowForm::name(column, i + 1), std::move(value));
        };
        const domain::EnquiryLot& lot = lots[i];
        add("lot", lot.number);
        add("intitule", lot.title);
        add("metier", lot.trade);
        add("cpv", lot.cpv);
        add("montant", typed(lot.estimate));
        add("maximum", lot.maximum ? "oui" : "");
        add("sans_suite", lot.abandoned ? "oui" : "");
        add("ident", lot.id.empty() ? "" : std::to_string(lot.id.value));
    }
    return out;
}

Reply lots_page(Call& call, const domain::EnquirySheet& sheet, const http::Fields& shown, LotsPage what) {
    const RowForm rows = rows_of(shown);
    for (const core::Issue& issue : rows.issues()) what.issues.push_back(issue);
    require_page(call, what.issues, what.conflict);
    const FormView form(what.issues);
    Reply out;
    out.status = edit_status(what.issues, what.conflict);
    out.title = "Lots";
    out.trail = enquiry_trail(sheet);
    out.page = "dossier_lots.html";
    out.headers.set("Cache-Control", "no-store");
    out.view = {{"jeton", call.token()},
                {"adresse", enquiry_url(sheet)},
                {"revision", shown_revision(call.form.fields, sheet.enquiry.revision, what.conflict)},
                {"lots", rows.rows("lot")},
                {"lignes", row_views(call, sheet, rows, form)},
                {"conflit", written_since(what.issues)},
                {"a_lecture", what.reading != nullptr},
                {"lecture", what.reading ? reading_view(*what.reading, what.read) : json::object()}};
    form.summarise(out.view);
    return out;
}

namespace {

Reply see(Call& call) {
    const domain::EnquirySheet sheet = enquiry_of(call);
    return lots_page(call, sheet, fields_of(sheet.lots), {});
}

Reply save(Call& call) {
    const domain::EnquirySheet sheet = enquiry_of(call);
    const http::Fields& sent = call.form.fields;
    if (sent.has("ajouter") || sent.has("retirer_lot")) return lots_page(call, sheet, sent, {});
    const RowForm rows = rows_of(sent);
    FormReader reader(rows.fields());
    ReadLots read = read_lots(reader, rows);
    if (!reader.sound() || !rows.issues().empty()) return lots_page(call, sheet, sent, {reader.issues()});
    try {
        app::save_enquiry_lots(call.session(), call.base(), sheet.enquiry.id, reader.whole("revision").value_or(0),
                               std::move(read.lots));
        return Reply::see(enquiry_url(sheet), "lots-enregistres");
    } catch (const core::Error& error) {
        if (!mendable(error)) throw;
        return lots_page(call, sheet, sent,
                         {at_rows(error.issues(), read.rows), error.kind() == core::ErrorKind::conflict});
    }
}

}  // namespace

std::vector<Route> enquiry_lot_routes() {
    constexpr Formats page{true, false, false};
    const Parameter id{"id", "numéro du dossier", "1"};
    return {{"GET",
             "/dossiers/{id}/lots",
             Action::enquiry_write,
             see,
             "Les lots d’un dossier, à modifier ensemble",
             {id},
             page,
             "/dossiers/1/lots"},
            {"POST",
             "/dossiers/{id}/lots",
             Action::enquiry_write,
             save,
             "Enregistre tous les lots d’un dossier, dans cet ordre",
             {id,
              {"lot_1", "numéro du premier lot (puis _2, _3…)", "1"},
              {"intitule_1", "son intitulé", "Peinture intérieure"},
              {"metier_1", "son métier", "interior_painting"},
              {"cpv_1", "son CPV"},
              {"montant_1", "son montant estimé HT", "200000"},
              {"maximum_1", "oui : c’est le maximum d’un accord-cadre"},
              {"sans_suite_1", "oui : le lot est abandonné"},
              {"ident_1", "son numéro dans la base, quand il y est déjà"},
              {"revision", "la version du dossier qui a été lue", "3", true}},
             page,
             "lot_1=1&intitule_1=Peinture&montant_1=200000&revision=5",
             false,
             form_limit}};
}

}  // namespace clausier::web
