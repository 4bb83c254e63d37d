// The journal: its rows by action, actor, subject and day, and whether its chain holds.
#include <algorithm>

#include "clausier/app/journal.hpp"
#include "clausier/core/french.hpp"
#include "clausier/present/journal.hpp"
#include "form_reader.hpp"
#include "form_view.hpp"
#include "page_links.hpp"
#include "route.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;

constexpr std::int64_t rows_on_page = 100;
constexpr std::int64_t every_row = -1;

// `page` only matters to who reads pages: exports give every row.
domain::JournalFilter read_filter(const Call& call, std::int64_t& page) {
    FormReader reader(call.query);
    domain::JournalFilter out;
    out.action = reader.text("action");
    out.actor = reader.text("acteur");
    out.subject = reader.text("sujet");
    if (const auto day = reader.date("du")) out.from = std::chrono::sys_days(*day);
    if (const auto day = reader.date("au")) out.until = std::chrono::sys_days(*day) + std::chrono::days(1);
    page = asked_page(reader);
    if (!reader.sound()) throw core::Error(core::ErrorKind::invalid, reader.issues());
    const bool exported = call.format == Format::csv || call.format == Format::xlsx;
    out.limit = exported ? every_row : rows_on_page;
    out.offset = exported ? 0 : (page - 1) * rows_on_page;
    return out;
}

json::object filters(Call& call) {
    const FormReader reader(call.query);
    const FormView form({});
    std::vector<std::pair<std::string, std::string>> actions{{"", "Toutes"}};
    for (const std::string& action : app::journal_actions(call.base())) actions.emplace_back(action, action);
    if (const std::string asked = reader.text("action");
        std::none_of(actions.begin(), actions.end(), [&](const auto& known) { return known.first == asked; }))
        actions.emplace_back(asked, asked);
    const auto field = [&](FieldView spec) { return form.field(spec, reader.text(spec.name)); };
    return {{"action", form.choice({"action", "Action"}, reader.text("action"), actions)},
            {"acteur", field({"acteur", "Acteur", "« compte/3 », « cli »"})},
            {"sujet", field({"sujet", "Sujet", "« marche/12 », ou « marche » pour tous"})},
            {"du", field({"du", "Du", "", "", "date"})},
            {"au", field({"au", "Au", "ce jour compris", "", "date"})}};
}

Reply list(Call& call) {
    std::int64_t at = 1;
    const domain::JournalPage page = app::list_journal(call.base(), read_filter(call, at));
    Reply out;
    out.title = "Journal";
    out.trail = {{"/reglages", "Réglages"}};
    out.page = "journal.html";
    out.filename = "journal";
    out.headers.set("Cache-Control", "no-store");
    out.answer = present::answer(page);
    if (!call.html()) return out;
    out.view = filters(call);
    out.view["nombre"] = core::french::count(static_cast<std::uint64_t>(page.total), "ligne");
    out.view["vide"] = page.rows.empty();
    out.view["plein"] = !page.rows.empty();
    out.view["lignes"] = present::journal_views(page);
    out.view["pages"] = page_links({at, page.total, rows_on_page}, "/journal", call.query);
    out.view["gardees_depuis"] = core::french::date(app::journal_kept_from(call.base(), call.app.clock));
    return out;
}

Reply check(Call& call) {
    const domain::JournalCheck found = app::check_journal(call.base());
    Reply out;
    out.title = "Vérification du journal";
    out.trail = {{"/reglages", "Réglages"}, {"/journal", "Journal"}};
    out.page = "journal_verification.html";
    out.headers.set("Cache-Control", "no-store");
    out.answer = present::answer(found);
    if (call.html()) out.view = present::journal_check_view(found);
    return out;
}

}  // namespace

std::vector<Route> journal_routes() {
    return {{"GET",
             "/journal",
             Action::journal_read,
             list,
             "Le journal : qui a fait quoi et quand, sans le nom de personne",
             {{"action", "une action, ou le début commun à plusieurs", "import"},
              {"acteur", "« compte/3 », ou « compte » pour tous", "web"},
              {"sujet", "« marche/12 », ou « marche » pour tous"},
              {"du", "premier jour", "2026-11-01"},
              {"au", "dernier jour", "2026-11-30"},
              {"page", "page de 100 lignes, à partir de 1", "1"}},
             {true, true, true},
             "/journal?action=import"},
            {"GET",
             "/journal/verification",
             Action::journal_read,
             check,
             "La chaîne d’empreintes du journal, relue en entier",
             {},
             {},
             "/journal/verification"}};
}

}  // namespace clausier::web
