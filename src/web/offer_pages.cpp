// One offer on a lot of a dossier: its figures, its marks with why, kept or taken away.
#include <boost/json/array.hpp>

#include "clausier/core/french.hpp"
#include "clausier/domain/tender.hpp"
#include "edit_form.hpp"
#include "enquiry_pages.hpp"
#include "form_reader.hpp"
#include "row_form.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;
using domain::EnquirySheet;
using domain::Offer;

const Offer& offer_of(const Call& call, const EnquirySheet& sheet) {
    const std::int64_t id = call.id(1);
    for (const Offer& one : sheet.offers)
        if (one.id.value == id) return one;
    throw core::Error(core::ErrorKind::not_found, "", "cette offre n’existe pas, ou n’est pas de ce dossier");
}

std::string mark_typed(std::int64_t hundredths) { return typed(std::optional(core::Hours::of(hundredths))); }

http::Fields fields_of(const Offer& offer, const domain::MarkingGrid& grid) {
    http::Fields out{{"lot", std::to_string(offer.lot.value)},
                     {"entreprise", offer.company},
                     {"siret", offer.identifier.text},
                     {"montant", typed(offer.amount)},
                     {"heures", typed(offer.hours)},
                     {"retenue", offer.kept ? "oui" : ""},
                     {"revision", std::to_string(offer.revision)}};
    for (std::size_t i = 0; i < grid.criteria.size(); ++i)
        for (const domain::Mark& mark : offer.marks)
            if (mark.criterion == grid.criteria[i].id) {
                out.add(RowForm::name("note", i + 1), mark_typed(mark.hundredths));
                out.add(RowForm::name("justification", i + 1), mark.justification);
            }
    return out;
}

// Marks have at most two decimals, as hours have.
Offer read_offer(FormReader& reader, Offer offer, const domain::MarkingGrid& grid) {
    offer.lot = {reader.whole("lot").value_or(0)};
    offer.company = reader.text("entreprise");
    const std::string identifier = reader.text("siret");
    offer.identifier = identifier.empty() ? core::Identifier{} : domain::parse_buyer(identifier).identifier;
    if (!identifier.empty() && offer.identifier.empty())
        reader.refuse("siret", "ce n’est pas un SIRET\u00a0; écrivez ses 14 chiffres, ou laissez vide");
    offer.amount = reader.euros("montant");
    offer.hours = reader.hours("heures");
    offer.kept = reader.text("retenue") == "oui";
    offer.revision = reader.whole("revision").value_or(0);
    offer.marks.clear();
    for (std::size_t i = 0; i < grid.criteria.size(); ++i) {
        const auto mark = reader.hours(RowForm::name("note", i + 1));
        const std::string why = reader.text(RowForm::name("justification", i + 1));
        if (mark)
            offer.marks.push_back({grid.criteria[i].id, mark->parts(), why});
        else if (!why.empty() && reader.text(RowForm::name("note", i + 1)).empty())
            reader.refuse(RowForm::name("note", i + 1), "la justification attend sa note\u00a0; donnez-la");
    }
    return offer;
}

json::array mark_rows(const FormView& form, const FormReader& typed_fields, const domain::MarkingGrid& grid) {
    json::array out;
    for (std::size_t i = 0; i < grid.criteria.size(); ++i) {
        const domain::SubCriterion& one = grid.criteria[i];
        const std::string note = RowForm::name("note", i + 1);
        const std::string why = RowForm::name("justification", i + 1);
        json::object mark =
            form.field({note, "Note «\u00a0" + one.label + "\u00a0»", {}, "decimal"}, typed_fields.text(note));
        json::object reason =
            form.field({why, "Justification «\u00a0" + one.label + "\u00a0»"}, typed_fields.text(why));
        for (json::object* cell : {&mark, &reason}) {
            (*cell)["colonne"] = (*cell)["nom"] == json::value(note) ? "note" : "justification";
            (*cell)["a_saisir"] = false;
        }
        out.push_back({{"libelle", one.label},
                       {"poids", core::french::percent(one.weight)},
                       {"attendu", one.expected},
                       {"note", std::move(mark)},
                       {"justification", std::move(reason)}});
    }
    return out;
}

struct OfferPage {
    http::Fields shown;
    std::string revision;
    std::vector<core::Issue> issues{};
    bool conflict = false;
};

Reply offer_page(Call& call, const EnquirySheet& sheet, const Offer& offer, OfferPage what) {
    require_page(call, what.issues, what.conflict);
    const FormView form(what.issues);
    const FormReader typed_fields(what.shown);
    const bool fresh = offer.id.empty();
    std::vector<std::pair<std::string, std::string>> lots;
    for (const domain::EnquiryLot& lot : sheet.lots)
        if (!lot.abandoned || lot.id == offer.lot)
            lots.emplace_back(std::to_string(lot.id.value),
                              "Lot " + lot.number + (lot.title.empty() ? "" : "\u00a0: " + lot.title));
    const auto field = [&](FieldView spec) { return form.field(spec, typed_fields.text(spec.name)); };
    Reply out;
    out.status = edit_status(what.issues, what.conflict);
    out.title = fresh ? "Nouvelle offre" : offer.company;
    out.trail = enquiry_trail(sheet);
    out.trail.push_back({enquiry_url(sheet, "/offres"), "Offres"});
    out.page = "dossier_offre.html";
    out.headers.set("Cache-Control", "no-store");
    const std::string url = enquiry_url(sheet, "/offres/" + (fresh ? "nouvelle" : std::to_string(offer.id.value)));
    out.view = {
        {"jeton", call.token()},
        {"titre", out.title},
        {"action", url},
        {"retour", enquiry_url(sheet, "/offres")},
        {"revision", what.revision},
        {"conflit", written_since(what.issues)},
        {"existante", !fresh},
        {"note_max", std::to_string(sheet.grid.best)},
        {"a_une_grille", !sheet.grid.criteria.empty()},
        {"champs", json::array{field({"entreprise", "Entreprise", {}, {}, "text", true}),
                               field({"siret", "SIRET", "14 chiffres, s’il est connu", "numeric"}),
                               field({"montant", "Montant de l’offre (€ HT)", {}, "decimal"}),
                               field({"heures", "Heures proposées", "vide\u00a0: le minimum exigé", "decimal"})}},
        {"choix", json::array{form.choice({"lot", "Lot"}, typed_fields.text("lot"), lots),
                              form.choice({"retenue", "Offre retenue pour le lot"}, typed_fields.text("retenue"),
                                          {{"", "Non"}, {"oui", "Oui\u00a0: elle remporte le lot"}})}},
        {"notes", mark_rows(form, typed_fields, sheet.grid)}};
    form.summarise(out.view);
    return out;
}

Reply new_offer(Call& call) {
    const EnquirySheet sheet = enquiry_of(call);
    return offer_page(call, sheet, {}, {{{"lot", call.get("lot")}}, "0"});
}

Reply see_offer(Call& call) {
    const EnquirySheet sheet = enquiry_of(call);
    const Offer& offer = offer_of(call, sheet);
    return offer_page(call, sheet, offer, {fields_of(offer, sheet.grid), std::to_string(offer.revision)});
}

Reply keep_offer(Call& call, const EnquirySheet& sheet, const Offer& today) {
    FormReader reader(call.form.fields);
    const Offer edited = read_offer(reader, today, sheet.grid);
    const auto revision = [&](bool conflict) { return shown_revision(call.form.fields, today.revision, conflict); };
    if (!reader.sound()) return offer_page(call, sheet, today, {call.form.fields, revision(false), reader.issues()});
    try {
        app::save_offer(call.session(), call.base(), sheet.enquiry.id, edited);
        return Reply::see(enquiry_url(sheet, "/offres"), "offre-enregistree");
    } catch (const core::Error& error) {
        if (!mendable(error) && error.kind() != core::ErrorKind::not_found) throw;
        const bool conflict = error.kind() == core::ErrorKind::conflict;
        return offer_page(call, sheet, today,
                          {call.form.fields, revision(conflict), placed_in_rows(error.issues()), conflict});
    }
}

Reply add_offer(Call& call) { return keep_offer(call, enquiry_of(call), {}); }

Reply save_offer(Call& call) {
    const EnquirySheet sheet = enquiry_of(call);
    return keep_offer(call, sheet, offer_of(call, sheet));
}

Reply remove_offer(Call& call) {
    const EnquirySheet sheet = enquiry_of(call);
    app::remove_offer(call.session(), call.base(), offer_of(call, sheet).id);
    return Reply::see(enquiry_url(sheet, "/offres"), "offre-retiree");
}

// The offer wins its lot, in the stead of the one that did.
Reply choose_offer(Call& call) {
    const EnquirySheet sheet = enquiry_of(call);
    const Offer& today = offer_of(call, sheet);
    FormReader reader(call.form.fields);
    Offer offer = today;
    offer.kept = true;
    offer.revision = reader.whole("revision").value_or(0);
    try {
        app::save_offer(call.session(), call.base(), sheet.enquiry.id, offer);
        return Reply::see(enquiry_url(sheet, "/offres"), "offre-retenue");
    } catch (const core::Error& error) {
        if (!mendable(error)) throw;
        const std::string revision = std::to_string(today.revision);
        return offer_page(call, sheet, today,
                          {fields_of(today, sheet.grid), revision, placed_in_rows(error.issues()),
                           error.kind() == core::ErrorKind::conflict});
    }
}

std::vector<Parameter> offer_parameters() {
    return {{"lot", "numéro du lot dans la base", "1", true},
            {"entreprise", "nom de l’entreprise", "Bâtisseurs de la Lorne", true},
            {"siret", "son SIRET"},
            {"montant", "montant de l’offre HT", "190000"},
            {"heures", "heures proposées ; vide : le minimum", "220"},
            {"retenue", "oui : elle remporte le lot"},
            {"note_1", "note au premier sous-critère (puis _2, _3…)"},
            {"justification_1", "pourquoi cette note"},
            {"revision", "la version qui a été lue"}};
}

}  // namespace

std::vector<Route> offer_routes() {
    constexpr Formats page{true, false, false};
    const Parameter id{"id", "numéro du dossier", "1"};
    const Parameter one{"offre", "numéro de l’offre", "1"};
    std::vector<Parameter> added{id};
    std::vector<Parameter> edited{id, one};
    for (const Parameter& parameter : offer_parameters()) {
        added.push_back(parameter);
        edited.push_back(parameter);
    }
    return {{"GET",
             "/dossiers/{id}/offres/nouvelle",
             Action::enquiry_write,
             new_offer,
             "Le formulaire d’une offre",
             {id, {"lot", "numéro du lot"}},
             page,
             "/dossiers/1/offres/nouvelle"},
            {"POST", "/dossiers/{id}/offres/nouvelle", Action::enquiry_write, add_offer, "Enregistre une offre", added,
             page, "lot=1&entreprise=B%C3%A2tisseurs&montant=190000"},
            {"GET",
             "/dossiers/{id}/offres/{offre}",
             Action::enquiry_read,
             see_offer,
             "Une offre et ses notes",
             {id, one},
             page,
             "/dossiers/1/offres/1"},
            {"POST", "/dossiers/{id}/offres/{offre}", Action::enquiry_write, save_offer,
             "Change une offre et ses notes", edited, page, ""},
            {"POST",
             "/dossiers/{id}/offres/{offre}/retenir",
             Action::enquiry_write,
             choose_offer,
             "Retient une offre pour son lot",
             {id, one, {"revision", "la version de l’offre qui a été lue", "1", true}},
             page,
             ""},
            {"POST",
             "/dossiers/{id}/offres/{offre}/retirer",
             Action::enquiry_write,
             remove_offer,
             "Retire une offre",
             {id, one},
             page,
             ""}};
}

}  // namespace clausier::web
