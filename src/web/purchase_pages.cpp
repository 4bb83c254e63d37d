// Purchases of buyers by year, the share of inclusive ones, and what buyers spend in a year.
#include <boost/json/array.hpp>

#include "clausier/app/purchases.hpp"
#include "clausier/domain/tender.hpp"
#include "clausier/present/purchases.hpp"
#include "edit_form.hpp"
#include "form_reader.hpp"
#include "plain_import.hpp"
#include "purchase_annotation.hpp"
#include "route.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;

constexpr std::uint64_t upload_limit = 32ULL << 20;

json::array buyer_and_year(const FormView& form, const FormReader& shown) {
    return {form.field({"acheteur", "Acheteur", "son nom ou son SIRET", "", "text", true}, shown.text("acheteur")),
            form.field({"annee", "Année des achats", "année civile", "numeric", "text", true}, shown.text("annee"))};
}

// `sent`: of the form of spending, when it comes back with faults.
Reply home(Call& call, const http::Fields& sent, std::vector<core::Issue> issues) {
    require_page(call, issues);
    const FormView form(issues);
    const FormReader shown(sent);
    const auto years = app::list_purchases(call.base());
    Reply out;
    out.status = edit_status(issues, false);
    out.title = "Achats";
    out.page = "achats.html";
    out.filename = "achats";
    out.headers.set("Cache-Control", "no-store");
    out.answer = present::answer(years);
    if (!call.html()) return out;
    out.view = present::purchase_years_view(years);
    out.view["jeton"] = call.token();
    out.view["ouvert"] = !issues.empty();
    out.view["champs"] = buyer_and_year(form, shown);
    out.view["montants"] = json::array{
        form.field(
            {"depense", "Dépense de l’année (€)", "montant mandaté dans l’année civile", "decimal", "text", true},
            shown.text("depense")),
        form.field({"source", "Source", "par exemple «\u00a0compte administratif 2025\u00a0»", "", "text", true},
                   shown.text("source"))};
    form.summarise(out.view);
    return out;
}

Reply list(Call& call) { return home(call, {}, {}); }

Reply spend(Call& call) {
    const http::Fields& sent = call.form.fields;
    FormReader reader(sent);
    const domain::AnnualSpending spending{reader.euros("depense").value_or(core::Euros{}), reader.text("source"),
                                          false};
    const int year = reader.year("annee").value_or(0);
    if (!reader.sound()) return home(call, sent, reader.issues());
    try {
        app::save_spending(call.session(), call.base(), domain::parse_buyer(reader.text("acheteur")), year, spending);
        return Reply::see("/achats", "depense-enregistree");
    } catch (const core::Error& error) {
        if (!mendable(error)) throw;
        return home(call, sent, error.issues());
    }
}

Reply forget_spending(Call& call) {
    FormReader reader(call.form.fields);
    const auto buyer = reader.whole("acheteur_id");
    const auto year = reader.year("annee");
    if (!reader.sound() || !buyer || !year)
        throw core::Error(core::ErrorKind::invalid, "dépense", "dites de quel acheteur et de quelle année");
    app::remove_spending(call.session(), call.base(), {*buyer}, *year);
    return Reply::see("/achats", "depense-effacee");
}

Reply deposit_page(Call& call, std::vector<core::Issue> issues) {
    require_page(call, issues);
    const FormView form(issues);
    const FormReader shown(call.request.method == "POST" ? call.form.fields : call.query);
    Reply out;
    out.status = edit_status(issues, false);
    out.title = "Importer des achats";
    out.trail = {{"/achats", "Achats"}};
    out.page = "achats_importer.html";
    out.headers.set("Cache-Control", "no-store");
    json::array fields = buyer_and_year(form, shown);
    fields.push_back(form.field({"feuille", "Feuille", "vide\u00a0: la première"}, shown.text("feuille")));
    out.view = {
        {"jeton", call.token()}, {"fichier", file_field(form, "Le fichier d’achats")}, {"champs", std::move(fields)}};
    form.summarise(out.view);
    return out;
}

Reply deposit_form(Call& call) { return deposit_page(call, {}); }

Reply receive(Call& call) {
    FormReader reader(call.form.fields);
    reader.require("acheteur", "Acheteur");
    reader.require("annee", "Année des achats");
    reader.year("annee");
    std::vector<core::Issue> issues = reader.issues();
    const std::string id = issues.empty() ? deposit(call) : "";
    if (issues.empty() && id.empty()) issues.push_back(no_file());
    if (!issues.empty()) return deposit_page(call, std::move(issues));
    http::Fields query{{"acheteur", reader.text("acheteur")}, {"annee", reader.text("annee")}};
    return Reply::see("/achats/importer/" + id + "?" + http::encode_query(query));
}

app::PurchaseDraft draft_of(const http::Fields& sent, const app::WaitingFile& file) {
    FormReader reader(sent);
    app::PurchaseDraft out;
    out.buyer = domain::parse_buyer(reader.text("acheteur"));
    out.year = reader.year("annee").value_or(0);
    out.file_name = file.name;
    out.sheet = file.sheet;
    out.replace = reader.text("remplacer") == "oui";
    return out;
}

// The share that the file tells, or why it cannot be read; nothing is kept.
Reply preview_page(Call& call, const http::Fields& sent, std::vector<core::Issue> issues) {
    const app::WaitingFile file = call.app.uploads->find(call.parts.at(0));
    domain::PurchaseTable table(plain_choices(sent, domain::purchase_columns()));
    const std::vector<core::Issue> unread = read_waiting(file, table);
    std::optional<domain::PurchaseSheet> sheet;
    if (unread.empty()) try {
            sheet = app::try_purchases(call.session(), call.base(), draft_of(sent, file), table);
        } catch (const core::Error& error) {
            if (!mendable(error)) throw;
            issues.insert(issues.end(), error.issues().begin(), error.issues().end());
        }
    issues.insert(issues.end(), unread.begin(), unread.end());
    require_page(call, issues);
    Reply out;
    out.status = edit_status(issues, false);
    out.title = "Vérifier les achats";
    out.trail = {{"/achats", "Achats"}, {"/achats/importer", "Importer"}};
    out.page = "achats_essai.html";
    out.filename = "achats-essai";
    out.headers.set("Cache-Control", "no-store");
    if (sheet) out.answer = present::answer(*sheet);
    if (!call.html()) return out;
    const FormView form(issues);
    const FormReader shown(sent);
    out.view = {
        {"jeton", call.token()},
        {"adresse", "/achats/importer/" + call.parts.at(0)},
        {"fichier", file.name},
        {"bilan", sheet ? json::value(present::purchase_view(*sheet)) : json::value(nullptr)},
        {"champs", buyer_and_year(form, shown)},
        {"choix", json::array{form.choice({"remplacer", "Si l’année a déjà un fichier"}, shown.text("remplacer"),
                                          {{"", "Le garder, et refuser celui-ci"}, {"oui", "Le remplacer"}})}},
        {"colonnes", plain_columns_view(table.columns(), domain::purchase_columns(), form)},
        {"doute", !issues.empty()}};
    form.summarise(out.view);
    return out;
}

Reply preview(Call& call) { return preview_page(call, call.query, {}); }

// The same page, with what was chosen in its address.
Reply read_again(const Call& call) {
    http::Fields query;
    for (const http::Header& pair : call.form.fields)
        if (pair.name != "jeton" && pair.name != "relire") query.add(pair.name, pair.value);
    return Reply::see("/achats/importer/" + call.parts.at(0) + "?" + http::encode_query(query));
}

Reply keep(Call& call) {
    if (call.form.fields.has("relire")) return read_again(call);
    const app::WaitingFile file = call.app.uploads->find(call.parts.at(0));
    domain::PurchaseTable table(plain_choices(call.form.fields, domain::purchase_columns()));
    if (!read_waiting(file, table).empty()) return preview_page(call, call.form.fields, {});
    try {
        const auto done =
            app::import_purchases(call.session(), call.base(), draft_of(call.form.fields, file), table, file.path);
        call.app.uploads->forget(call.parts.at(0));
        return Reply::see("/achats/" + std::to_string(done.year.file.id.value), "achats-importes");
    } catch (const core::Error& error) {
        if (!mendable(error)) throw;
        std::vector<core::Issue> issues = error.issues();
        for (core::Issue& issue : issues)
            if (issue.where == "fichier") issue.where = "remplacer";
        return preview_page(call, call.form.fields, std::move(issues));
    }
}

Reply see(Call& call) {
    const auto sheet = app::purchase_sheet(call.session(), call.base(), {call.id()});
    Reply out;
    out.title = "Part d’achat inclusif " + std::to_string(sheet.year.file.year);
    out.trail = {{"/achats", "Achats"}};
    out.page = "achats_bilan.html";
    out.filename = "part-d-achat-inclusif";
    out.headers.set("Cache-Control", "no-store");
    out.answer = present::answer(sheet);
    if (!call.html()) return out;
    out.view = {{"jeton", call.token()},
                {"adresse", "/achats/" + std::to_string(sheet.year.file.id.value)},
                {"bilan", present::purchase_view(sheet)}};
    return out;
}

Reply remove(Call& call) {
    app::remove_purchases(call.session(), call.base(), {call.id()});
    return Reply::see("/achats", "achats-retires");
}

Reply annotated(Call& call) {
    const auto found = app::annotated_purchases(call.session(), call.base(), {call.id()});
    Reply out;
    out.filename = "achats-annotes";
    out.headers.set("Cache-Control", "no-store");
    if (call.format == Format::csv) {
        out.raw = http::Response{};
        out.raw->headers.set("Content-Type", "text/csv; charset=utf-8");
        out.raw->headers.set("Content-Disposition", "attachment; filename=\"achats-annotes.csv\"");
        out.raw->body = annotated_csv(found);
    } else {
        out.workbook = [found](const std::filesystem::path& to) { write_annotated(to, found); };
    }
    return out;
}

std::vector<Route> import_routes_of_purchases() {
    constexpr Formats page{true, false, false};
    const Parameter buyer{"acheteur", "nom ou SIRET de l’acheteur", "Commune de Valbrume", true};
    const Parameter year{"annee", "année des achats", "2025", true};
    const Parameter column{"colonne_1", "ce que donne la première colonne : siret, montant… (puis _2, _3…)"};
    const Parameter waiting{"depot", "le dépôt qui attend"};
    return {
        {"GET",
         "/achats/importer",
         Action::purchase_write,
         deposit_form,
         "Le dépôt d’un fichier d’achats",
         {},
         page,
         "/achats/importer"},
        {"POST",
         "/achats/importer",
         Action::purchase_write,
         receive,
         "Reçoit un fichier d’achats, à vérifier avant de le garder",
         {{"fichier", "le fichier : xlsx, ods, xls ou csv", {}, true}, {"feuille", "nom de la feuille"}, buyer, year},
         page,
         "",
         false,
         upload_limit,
         true},
        {"GET",
         "/achats/importer/{depot}",
         Action::purchase_write,
         preview,
         "La part d’achat inclusif du fichier déposé ; rien n’est enregistré",
         {waiting, buyer, year, column},
         {true, true, true},
         ""},
        {"POST",
         "/achats/importer/{depot}",
         Action::purchase_write,
         keep,
         "Garde le fichier d’achats déposé",
         {waiting,
          buyer,
          year,
          {"remplacer", "oui : à la place du fichier de l’année"},
          {"relire", "oui : ne fait que relire avec ces colonnes"},
          column},
         page,
         ""}};
}

}  // namespace

std::vector<Route> purchase_routes() {
    constexpr Formats page{true, false, false};
    const Parameter id{"id", "numéro du fichier d’achats", "1"};
    std::vector<Route> out = {
        {"GET",
         "/achats",
         Action::purchase_read,
         list,
         "Les fichiers d’achats et les dépenses, par acheteur et par année",
         {},
         {true, true, true},
         "/achats"},
        {"POST",
         "/achats/depense",
         Action::purchase_write,
         spend,
         "Enregistre ce qu’un acheteur a dépensé dans l’année civile",
         {{"acheteur", "nom ou SIRET de l’acheteur", "Commune de Valbrume", true},
          {"annee", "année civile", "2025", true},
          {"depense", "montant mandaté, en euros", "61000000", true},
          {"source", "d’où vient ce montant", "Compte administratif", true}},
         page,
         "acheteur=Commune+de+Valbrume&annee=2025&depense=61000000&source=Compte+administratif"},
        {"POST",
         "/achats/depense/effacer",
         Action::purchase_write,
         forget_spending,
         "Efface la dépense saisie d’une année",
         {{"acheteur_id", "numéro de l’acheteur", "1", true}, {"annee", "année civile", "2025", true}},
         page,
         ""}};
    for (Route& route : import_routes_of_purchases()) out.push_back(std::move(route));
    out.push_back({"GET",
                   "/achats/{id}",
                   Action::purchase_read,
                   see,
                   "« Ma part d’achat inclusif » d’un acheteur et d’une année",
                   {id},
                   {true, true, true},
                   ""});
    out.push_back({"GET",
                   "/achats/{id}/annote",
                   Action::purchase_read,
                   annotated,
                   "Le fichier de l’acheteur, avec à côté de chaque ligne si elle est inclusive",
                   {id},
                   {false, false, true},
                   ""});
    out.push_back(
        {"POST", "/achats/{id}/retirer", Action::purchase_write, remove, "Retire un fichier d’achats", {id}, page, ""});
    return out;
}

}  // namespace clausier::web
