// The company's simulator: what its hires yield over the lots it holds.
#include <boost/json/array.hpp>

#include "calculation_frame.hpp"
#include "clausier/core/french.hpp"
#include "clausier/domain/code_lists.hpp"
#include "clausier/present/calculation_views.hpp"
#include "form_reader.hpp"
#include "form_view.hpp"
#include "row_form.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;
using Options = std::vector<std::pair<std::string, std::string>>;

constexpr FieldLabel labels[] = {{"heures", "Heures dues"}, {"embauche", "Embauches"},
                                 {"nombre", "Nombre"},      {"heures-mois", "Heures par mois"},
                                 {"mois", "Mois"},          {"part-comptee", "Part comptée"}};

// What a request asks of the simulator.
struct Asked {
    explicit Asked(const http::Fields& sent)
        : rows(sent, {},
               {{"lot", {"intitule", "heures"}, 50},
                {"embauche", {"genre", "nombre", "heures_mois", "mois", "part_comptee"}, 20}}) {}

    RowForm rows;
    std::vector<domain::OwedLot> lots{};
    std::vector<domain::Hire> hires{};
    std::vector<std::size_t> lot_rows{};
    std::vector<std::size_t> hire_rows{};
    std::vector<core::Issue> issues{};
};

std::string hire_label(const std::string& code) {
    const domain::Modality* modality = domain::CodeLists::embedded().modality(code.empty() ? "apprenticeship" : code);
    return modality ? modality->label : "Embauche";
}

domain::Hire read_hire(FormReader& reader, std::size_t row) {
    const auto name = [&](std::string_view column) { return RowForm::name(column, row); };
    reader.require(name("mois"), "Mois");
    domain::Hire out;
    out.label = hire_label(reader.text(name("genre")));
    out.people = reader.whole(name("nombre")).value_or(1);
    out.monthly = reader.hours(name("heures_mois"));
    out.months = reader.number(name("mois")).value_or(core::Fraction(0));
    out.counted = reader.percent(name("part_comptee"));
    return out;
}

// A hire of which only the kind is chosen is not asked about.
bool hire_left_out(const RowForm& rows, std::size_t row) {
    for (const std::string_view column : {"nombre", "heures_mois", "mois", "part_comptee"})
        if (!rows.value("embauche", column, row).empty()) return false;
    return true;
}

Asked read(const http::Fields& sent) {
    Asked out(sent);
    FormReader reader(out.rows.fields());
    for (std::size_t row = 1; row <= out.rows.rows("lot"); ++row) {
        if (out.rows.blank("lot", row)) continue;
        const std::string title = reader.text(RowForm::name("intitule", row));
        reader.require(RowForm::name("heures", row), "Heures dues");
        out.lots.push_back({title.empty() ? "Lot " + std::to_string(row) : title,
                            reader.hours(RowForm::name("heures", row)).value_or(core::Hours())});
        out.lot_rows.push_back(row);
    }
    for (std::size_t row = 1; row <= out.rows.rows("embauche"); ++row) {
        if (hire_left_out(out.rows, row)) continue;
        out.hires.push_back(read_hire(reader, row));
        out.hire_rows.push_back(row);
    }
    out.issues = out.rows.issues();
    out.issues.insert(out.issues.end(), reader.issues().begin(), reader.issues().end());
    return out;
}

// "lot 2, option --heures" is about the second lot read, which may stand on another row.
std::string suffix_of(const Asked& asked, const std::string& where) {
    const auto row = [&](std::string_view kind, const std::vector<std::size_t>& rows) -> std::string {
        if (!where.starts_with(kind)) return "";
        const std::size_t index = std::stoul(where.substr(kind.size()));
        return index >= 1 && index <= rows.size() ? "_" + std::to_string(rows[index - 1]) : "";
    };
    const std::string lot = row("lot ", asked.lot_rows);
    return lot.empty() ? row("embauche ", asked.hire_rows) : lot;
}

std::optional<domain::CompanyPlan> plan(Asked& asked, const domain::Reference& reference, core::Date on) {
    if (!asked.issues.empty()) return std::nullopt;
    try {
        return domain::plan_company(asked.lots, asked.hires, reference, on);
    } catch (const core::Error& error) {
        if (error.kind() != core::ErrorKind::invalid) throw;
        for (const core::Issue& issue : error.issues()) {
            std::string suffix = suffix_of(asked, issue.where);
            // A fault of the whole table stands at its first row.
            if (suffix.empty()) suffix = "_1";
            core::Issue told = told_by_field(issue, labels, suffix);
            if (told.where == "embauche_1") told.where = "mois_1";
            asked.issues.push_back(std::move(told));
        }
    }
    return std::nullopt;
}

json::array lot_views(const Asked& asked, const FormView& form) {
    json::array out;
    const std::size_t rows = asked.rows.rows("lot");
    for (std::size_t row = 1; row <= rows; ++row) {
        const std::string which = " du lot " + std::to_string(row);
        out.push_back({{"numero", row},
                       {"intitule", row_cell(asked.rows, form, {"lot", "intitule", row}, "Intitulé" + which, false)},
                       {"heures", row_cell(asked.rows, form, {"lot", "heures", row}, "Heures dues" + which, true)},
                       {"plusieurs", rows > 1}});
    }
    return out;
}

json::array hire_views(const Asked& asked, const FormView& form) {
    Options kinds;
    for (const domain::Modality& modality : domain::CodeLists::embedded().modalities)
        kinds.emplace_back(modality.code, modality.label);
    json::array out;
    const std::size_t rows = asked.rows.rows("embauche");
    for (std::size_t row = 1; row <= rows; ++row) {
        const std::string which = " de l’embauche " + std::to_string(row);
        const auto figure = [&](std::string_view column, const char* label) {
            return row_cell(asked.rows, form, {"embauche", column, row}, label + which, true);
        };
        const std::string kind = RowForm::name("genre", row);
        const std::string& chosen = asked.rows.value("embauche", "genre", row);
        out.push_back(
            {{"numero", row},
             {"genre", form.choice({kind, "Genre" + which}, chosen.empty() ? "apprenticeship" : chosen, kinds)},
             {"nombre", figure("nombre", "Nombre de personnes")},
             {"heures_mois", figure("heures_mois", "Heures par mois")},
             {"mois", figure("mois", "Mois")},
             {"part", figure("part_comptee", "Part comptée en %")},
             {"plusieurs", rows > 1}});
    }
    return out;
}

Reply simulator(Call& call) {
    const auto reference = call.app.reference();
    const core::Date today = call.app.clock.today();
    Asked asked = read(call.query);
    std::optional<domain::CompanyPlan> found;
    // Lots without hires are where one comes from the calculator: a page to fill in, not a fault.
    if (!call.html() || !asked.hires.empty() || !asked.issues.empty()) found = plan(asked, *reference, today);
    if (!asked.issues.empty() && !call.html()) throw core::Error(core::ErrorKind::invalid, asked.issues);
    Reply out;
    out.title = "Simulateur entreprise";
    out.trail = {{"/calcul", "Calculette"}};
    out.page = "calcul_entreprise.html";
    out.filename = "heures-des-embauches";
    out.status = fault_status(call, asked.issues);
    if (found) out.answer = present::answer(*found);
    if (!call.html()) return out;
    const FormView form(asked.issues);
    const domain::Cited<core::Hours> month = reference->hours("time.month", today);
    out.view = {{"lots", asked.rows.rows("lot")},
                {"embauches", asked.rows.rows("embauche")},
                {"lignes_lots", lot_views(asked, form)},
                {"lignes_embauches", hire_views(asked, form)},
                {"mois_reference", core::french::hours(month.value) + " (" + month.citation.source + ")"},
                {"a_un_resultat", found.has_value()},
                {"resultat", found ? present::company_view(*found) : json::object()}};
    form.summarise(out.view);
    add_calculation_frame(call, out, asked.rows.fields());
    return out;
}

}  // namespace

std::vector<Route> company_routes() {
    return {{"GET",
             "/calcul/entreprise",
             Action::open,
             simulator,
             "Ce que produisent les embauches d’une entreprise sur les heures qu’elle doit",
             {{"intitule_1", "intitulé du lot 1 (puis _2, _3…)", "Peinture"},
              {"heures_1", "heures dues sur ce lot", "199", true},
              {"genre_1", "modalité de l’embauche 1", "apprenticeship"},
              {"nombre_1", "nombre de personnes, 1 par défaut", "1"},
              {"heures_mois_1", "heures par mois, la référence par défaut"},
              {"mois_1", "mois de présence", "12", true},
              {"part_comptee_1", "part des heures qui compte, en %, 100 par défaut"}},
             Formats{true, true, true},
             "/calcul/entreprise?intitule_1=Peinture&heures_1=199&intitule_2=Plomberie&heures_2=420&mois_1=4"}};
}

}  // namespace clausier::web
