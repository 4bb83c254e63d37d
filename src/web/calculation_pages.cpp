// The calculator: hours of the lots of a tender, live, with an address to keep.
#include "calculation_frame.hpp"
#include "clausier/present/calculation_views.hpp"
#include "hours_workbook.hpp"
#include "tender_form.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;

// The regions outside the result that a live answer also replaces.
std::string replaced_regions(const TenderForm& tender) {
    std::string out = "#annonce:innerHTML,#exports";
    for (std::size_t row = 1; row <= tender.rows().rows("lot"); ++row) out += ",#source_" + std::to_string(row);
    return out;
}

// The lots and their hours, for the company's simulator.
std::string company_address(const domain::TenderStudy& study) {
    http::Fields out;
    std::size_t row = 0;
    for (const domain::LotHours& lot : study.tender.lots) {
        if (!lot.result) continue;
        ++row;
        const std::string title = lot.figures.title.empty() ? "Lot " + lot.figures.number : lot.figures.title;
        out.add(RowForm::name("intitule", row), title);
        out.add(RowForm::name("heures", row), core::decimal(lot.result->estimate.hours));
    }
    return address("/calcul/entreprise", out);
}

// The figures of the calculation, for a dossier of which they make the lots and the first scenario.
std::string enquiry_address(http::Fields kept) {
    kept.add("depuis", "calcul");
    return address("/dossiers/creer", kept);
}

void show(Call& call, Reply& out, const TenderForm& tender, const std::optional<domain::TenderStudy>& study,
          const domain::Reference& reference) {
    const FormView form(tender.issues());
    const http::Fields& kept = tender.rows().fields();
    const auto field = [&](FieldView spec) {
        spec.keyboard = "decimal";
        return form.field(spec, kept.get(spec.name).value_or(""));
    };
    const bool with_hours = study && study->tender.computed > 0;
    // Faults alone are shown as such, not as a result of zero hours.
    const bool found = study && tender.has_lots() && (with_hours || form.sound());
    const auto link = [&](auto make) { return with_hours ? json::value(make()) : json::value(nullptr); };
    out.view = {
        {"lots", tender.rows().rows("lot")},
        {"regions", replaced_regions(tender)},
        {"lignes", tender_rows(tender, form, study, reference, call.app.clock.today())},
        {"taux", field({"taux", "Taux d’effort commun (%)", "vide\u00a0: le taux usuel de référence"})},
        {"cout_horaire", field({"cout_horaire", "Coût horaire chargé commun (€)", "vide\u00a0: celui du métier"})},
        {"mois", field({"mois", "Durée des travaux (mois)", "pour l’effectif moyen"})},
        {"comparer", field({"comparer", "Taux à comparer (%)", "par exemple 3;5;10"})},
        {"arrondi",
         form.choice({"arrondi", "Arrondi des heures"}, kept.get("arrondi").value_or(""), rounding_options())},
        {"a_un_resultat", found},
        {"resultat", found ? present::study_view(*study) : json::object()},
        {"entreprise", link([&] { return company_address(*study); })},
        {"dossier", form.sound() ? link([&] { return enquiry_address(kept); }) : json::value(nullptr)},
        {"creer", form.sound() ? link([&] { return address("/marches/nouveau", kept); }) : json::value(nullptr)}};
    form.summarise(out.view);
    if (found && form.sound()) out.answer = present::answer(*study);
    add_calculation_frame(call, out, kept);
}

Reply calculator(Call& call) {
    const auto reference = call.app.reference();
    TenderForm tender(call.query);
    const std::optional<domain::TenderStudy> found = tender.study(*reference, call.app.clock.today());
    if (!tender.issues().empty() && !call.html()) throw core::Error(core::ErrorKind::invalid, tender.issues());
    Reply out;
    out.title = "Calculette des heures d’insertion";
    out.page = "calcul.html";
    out.filename = "heures-d-insertion";
    out.status = fault_status(call, tender.issues());
    if (call.html()) {
        show(call, out, tender, found, *reference);
        return out;
    }
    out.answer = present::answer(*found);
    out.workbook = [hours = found->tender](const std::filesystem::path& file) { write_hours(file, hours); };
    return out;
}

}  // namespace

std::vector<Route> calculation_routes() {
    std::vector<Route> out{
        {"GET",
         "/calcul",
         Action::open,
         calculator,
         "Les heures d’insertion des lots d’un marché, étape par étape",
         {{"intitule_1", "intitulé du lot 1 (puis _2, _3…)", "Peinture intérieure"},
          {"metier_1", "métier du lot, dont la part de main-d’œuvre de référence sert quand elle n’est pas donnée",
           "interior_painting"},
          {"montant_1", "montant HT du lot, en euros", "200000"},
          {"part_mo_1", "part de main-d’œuvre du lot, en %"},
          {"cout_horaire_1", "coût horaire chargé du lot, en euros"},
          {"taux_1", "taux d’effort du lot, en %"},
          {"taux", "taux d’effort des lots qui n’en ont pas, en %", "5"},
          {"cout_horaire", "coût horaire des lots qui n’en ont pas, en euros"},
          {"mois", "durée des travaux, en mois"},
          {"arrondi", "proche, bas, haut, 5, 7 ou 35", "proche"},
          {"comparer", "taux d’effort à comparer, en %", "3;5;10"}},
         Formats{true, true, true},
         "/calcul?intitule_1=Peinture%20int%C3%A9rieure&montant_1=200000&taux=5"}};
    for (auto* part : {company_routes, method_routes, market_creation_routes})
        for (Route& route : part()) out.push_back(std::move(route));
    return out;
}

}  // namespace clausier::web
