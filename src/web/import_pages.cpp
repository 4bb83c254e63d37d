// Imports in four steps: the file, its columns, its unknown values, the check; then the report.
#include "clausier/app/decisions.hpp"
#include "clausier/app/import_room.hpp"
#include "clausier/app/imports.hpp"
#include "clausier/present/import_drafts.hpp"
#include "clausier/present/import_views.hpp"
#include "clausier/present/imports.hpp"
#include "form_reader.hpp"
#include "form_view.hpp"
#include "import_column_form.hpp"
#include "import_files.hpp"
#include "route.hpp"

namespace clausier::web {
namespace {

using domain::ImportDraft;

// Short works are waited for, so that most visitors never see a progress bar.
constexpr std::chrono::milliseconds short_work{400};
constexpr std::chrono::milliseconds look_again{5000};
constexpr std::uint64_t upload_limit = 128ULL << 20;
constexpr std::int64_t shown_imports = 50;

std::string url_of(std::string_view id) { return "/import/" + std::string(id); }

Reply workbook(std::string name, const std::function<void(const std::filesystem::path&)>& write) {
    Reply out;
    out.raw = http::Response{};
    out.raw->file = std::make_shared<http::Spool>();
    write(out.raw->file->path());
    out.raw->file->refresh();
    out.raw->headers.set("Content-Type", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    out.raw->headers.set("Content-Disposition", "attachment; filename=\"" + name + "\"");
    return out;
}

Reply first_page(Call& call, std::vector<core::Issue> issues) {
    require_page(call, issues);
    const std::vector<domain::ImportOutcome> made = app::list_imports(call.base(), shown_imports);
    Reply out;
    out.status = issues.empty() ? 200 : 422;
    out.title = "Importer un tableur";
    out.page = "import.html";
    out.filename = "imports";
    out.answer = present::answer(made);
    if (!call.html()) return out;
    out.headers.set("Cache-Control", "no-store");
    const FormView form(issues);
    out.view = {
        {"jeton", call.token()},
        {"fichier",
         form.field({"fichier", "Votre tableur",
                     "xlsx, ods, xls ou csv, ou données essentielles (JSON ou XML), tel qu’il est ; 128 Mo au plus", "",
                     "file", true},
                    "")},
        {"imports", present::import_list_views(made)},
        {"a_des_imports", !made.empty()}};
    form.summarise(out.view);
    return out;
}

Reply start(Call& call) { return first_page(call, {}); }

Reply deposit(Call& call) {
    const http::FilePart* part = nullptr;
    for (const http::FilePart& one : call.form.files)
        if (one.name == "fichier") part = &one;
    if (!part || part->filename.empty() || part->file->size() == 0)
        return first_page(call, {{core::Severity::error, "", "fichier",
                                  part && !part->filename.empty() ? "le fichier est vide ; choisissez-en un autre"
                                                                  : "aucun fichier n’est choisi ; choisissez-en un"}});
    const std::string id = call.app.imports->deposit(call.session().actor, part->file->path(), part->filename,
                                                     domain::acting(call.viewer, call.route.action));
    static_cast<void>(call.app.imports->wait(id, call.session().actor, short_work));
    return Reply::see(url_of(id));
}

Reply draft_page(Call& call, const ImportDraft& draft, const http::Fields& typed,
                 std::vector<core::Issue> issues = {}) {
    require_page(call, issues);
    Reply out;
    out.status = issues.empty() ? 200 : 422;
    out.title = draft.file;
    out.trail = {{"/import", "Importer un tableur"}};
    out.page = "import_etape.html";
    out.filename = "import";
    out.answer = present::answer(draft);
    out.headers.set("Cache-Control", "no-store");
    if (!call.html()) return out;
    out.view = present::import_view(draft);
    out.view["jeton"] = call.token();
    out.view["adresse"] = url_of(draft.id);
    const FormView form(std::move(issues));
    out.view["champs"] = column_fields(form, typed);
    form.summarise(out.view);
    return out;
}

Reply see(Call& call) {
    // While it works, a script asks again every second: it gets what there is at once.
    const bool live = call.request.headers.has("hx-request");
    const ImportDraft draft = call.app.imports->wait(call.parts.at(0), call.session().actor,
                                                     live ? std::chrono::milliseconds(0) : short_work);
    return draft_page(call, draft, choice_fields(draft));
}

Reply choose(Call& call) {
    const std::string& id = call.parts.at(0);
    app::ImportRoom& room = *call.app.imports;
    FormReader reader(call.form.fields);
    ImportDraft before = room.draft(id, call.session().actor);
    domain::ImportChoices choices = read_choices(call.form.fields, reader, before);
    if (!reader.sound()) {
        if (before.step != domain::ImportStep::columns) throw core::Error(core::ErrorKind::invalid, reader.issues());
        before.choices = std::move(choices);
        show_chosen_columns(before, call.form.fields);
        return draft_page(call, before, call.form.fields, reader.issues());
    }
    room.choose(id, call.session().actor, choices);
    ImportDraft draft = room.wait(id, call.session().actor, look_again);
    if (auto issues = header_faults(draft); !issues.empty()) {
        draft.faults.clear();
        return draft_page(call, draft, call.form.fields, std::move(issues));
    }
    if (reader.text("action") == "lire" && draft.step == domain::ImportStep::columns && draft.faults.empty()) {
        if (!draft.can_be_read()) return draft_page(call, draft, choice_fields(draft), unreadable(draft));
        room.read(id, call.session().actor);
        static_cast<void>(room.wait(id, call.session().actor, short_work));
    }
    return Reply::see(url_of(id));
}

std::vector<domain::Decision> read_decisions(FormReader& reader) {
    std::vector<domain::Decision> out;
    for (int i = 1; !reader.text("champ_" + std::to_string(i)).empty(); ++i) {
        const std::string row = "_" + std::to_string(i);
        const std::string choice = reader.text("choix" + row);
        const std::string typed = reader.text("libre" + row);
        const auto field = domain::parse_field(reader.text("champ" + row));
        if (!field) continue;
        domain::Decision decision;
        decision.field = *field;
        decision.value = reader.text("valeur" + row);
        if (!typed.empty() || choice.starts_with('=')) {
            decision.ruling = domain::Ruling::replace;
            decision.meaning = typed.empty() ? choice.substr(1) : typed;
        } else if (const auto ruling = domain::ruling(choice)) {
            decision.ruling = *ruling;
        } else {
            continue;
        }
        out.push_back(std::move(decision));
    }
    return out;
}

Reply decide(Call& call) {
    const std::string& id = call.parts.at(0);
    FormReader reader(call.form.fields);
    call.app.imports->decide(id, call.session().actor, read_decisions(reader));
    static_cast<void>(call.app.imports->wait(id, call.session().actor, short_work));
    return Reply::see(url_of(id));
}

Reply keep_complete(Call& call) {
    const std::string& id = call.parts.at(0);
    call.app.imports->keep_complete(id, call.session().actor);
    static_cast<void>(call.app.imports->wait(id, call.session().actor, short_work));
    return Reply::see(url_of(id));
}

Reply apply(Call& call) {
    const std::string& id = call.parts.at(0);
    call.app.imports->apply(id, call.session().actor);
    static_cast<void>(call.app.imports->wait(id, call.session().actor, short_work));
    return Reply::see(url_of(id));
}

Reply abandon(Call& call) {
    call.app.imports->abandon(call.parts.at(0), call.session().actor);
    return Reply::see("/import", "import-abandonne");
}

Reply annotated(Call& call) {
    const app::AnnotatedFile file = call.app.imports->annotated(call.parts.at(0), call.session().actor);
    return workbook("lignes-annotees.xlsx", [&](const std::filesystem::path& to) { write_annotated(to, file); });
}

Reply blank(Call&) { return workbook("modele-de-lots.xlsx", write_import_template); }

Reply undo(Call& call) {
    app::undo_import(call.session(), call.base(), call.id());
    return Reply::see("/import", "import-annule");
}

Reply decisions(Call& call) {
    const std::vector<domain::Decision> known = app::list_decisions(call.base());
    Reply out;
    out.title = "Valeurs décidées";
    out.trail = {{"/import", "Importer un tableur"}};
    out.page = "import_decisions.html";
    out.filename = "decisions";
    out.answer = present::answer(known);
    if (!call.html()) return out;
    out.headers.set("Cache-Control", "no-store");
    out.view = {{"jeton", call.token()}, {"decisions", present::decision_views(known)}, {"vide", known.empty()}};
    return out;
}

Reply forget(Call& call) {
    const FormReader reader(call.form.fields);
    app::forget_decision(call.session(), call.base(), domain::parse_field(reader.text("champ")).value(),
                         reader.text("valeur"));
    return Reply::see("/import/decisions", "decision-oubliee");
}

}  // namespace

std::vector<Route> import_routes() {
    constexpr Formats page{true, false, false};
    constexpr Formats table{true, true, true};
    constexpr Formats raw{false, false, false};
    const Parameter id{"id", "celui que donne le dépôt du fichier"};
    return {
        {"GET",
         "/import",
         Action::import_write,
         start,
         "Le dépôt d’un tableur, et les imports faits",
         {},
         table,
         "/import"},
        {"POST",
         "/import",
         Action::import_write,
         deposit,
         "Dépose un tableur : rien n’est encore écrit dans la base",
         {{"fichier", "le tableur (xlsx, ods, xls ou csv) ou les données essentielles (JSON ou XML)", "", true}},
         page,
         "",
         false,
         upload_limit,
         true},
        {"GET",
         "/import/modele.xlsx",
         Action::open,
         blank,
         "Un classeur à remplir, que l’import reconnaît",
         {},
         raw,
         "/import/modele.xlsx"},
        {"GET",
         "/import/decisions",
         Action::import_write,
         decisions,
         "Ce qui a été décidé des valeurs inconnues",
         {},
         table,
         "/import/decisions"},
        {"POST",
         "/import/decisions/oublier",
         Action::import_write,
         forget,
         "Oublie une décision : la valeur sera redemandée",
         {{"champ", "le champ", "procedure", true}, {"valeur", "la valeur", "MAPA 2", true}},
         page,
         ""},
        {"GET",
         "/import/{id}",
         Action::import_write,
         see,
         "Un import en cours, à l’étape où il en est",
         {id},
         table,
         ""},
        {"POST",
         "/import/{id}/colonnes",
         Action::import_write,
         choose,
         "Décide de la feuille, des titres et des colonnes",
         {id,
          {"action", "« revoir », ou « lire » pour lire tout le fichier", "lire"},
          {"feuille", "nom de la feuille"},
          {"profil", "forme du tableau"},
          {"ligne_entetes", "ligne des titres"},
          {"colonne_1", "champ de la première colonne, et ainsi de suite", "objet"},
          {"acheteur", "acheteur des lignes qui n’en nomment pas"},
          {"objet", "objet du marché unique"},
          {"marche", "référence du marché unique"},
          {"annee", "année des lignes sans date"}},
         page,
         "",
         false,
         1ULL << 20},
        {"POST",
         "/import/{id}/valeurs",
         Action::import_write,
         decide,
         "Décide des valeurs inconnues, une fois pour toutes",
         {id,
          {"champ_1", "champ de la première"},
          {"valeur_1", "valeur"},
          {"choix_1", "« garder », « ignorer », ou « =sens »"},
          {"libre_1", "un sens tapé"}},
         page,
         "",
         false,
         1ULL << 20},
        {"POST",
         "/import/{id}/entiers",
         Action::import_write,
         keep_complete,
         "D’un fichier de données essentielles qui s’interrompt, garde les enregistrements entiers qui précèdent",
         {id},
         page,
         ""},
        {"POST",
         "/import/{id}/appliquer",
         Action::import_write,
         apply,
         "Écrit tout dans la base, d’un bloc",
         {id},
         page,
         ""},
        {"POST",
         "/import/{id}/abandonner",
         Action::import_write,
         abandon,
         "Abandonne l’import : rien n’est écrit",
         {id},
         page,
         ""},
        {"GET",
         "/import/{id}/lignes-annotees.xlsx",
         Action::import_write,
         annotated,
         "Votre fichier, avec ce que devient chaque ligne et pourquoi",
         {id},
         raw,
         ""},
        {"POST",
         "/imports/{id}/annuler",
         Action::import_write,
         undo,
         "Annule un import entier",
         {{"id", "numéro de l’import", "1"}},
         page,
         ""},
    };
}

}  // namespace clausier::web
