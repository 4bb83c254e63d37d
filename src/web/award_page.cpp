// The end of a dossier: what it will become is said, then it becomes a market.
#include <boost/json/array.hpp>

#include "clausier/present/enquiry_views.hpp"
#include "edit_form.hpp"
#include "enquiry_pages.hpp"
#include "form_reader.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;
using domain::EnquirySheet;

// What the award still lacks; that a dossier cannot be awarded at all is one of them.
std::vector<core::Issue> lacks_of(const Call& call, const EnquirySheet& sheet) {
    try {
        return domain::missing(sheet, domain::EnquiryState::awarded, facts_of(call, sheet));
    } catch (const core::Error& error) {
        if (error.kind() != core::ErrorKind::conflict) throw;
        return error.issues();
    }
}

json::array lack_views(const Call& call, const EnquirySheet& sheet) {
    json::array out;
    for (const core::Issue& issue : lacks_of(call, sheet))
        out.push_back({{"texte", issue.text}, {"url", mending_url(sheet, issue.where)}});
    return out;
}

Reply form_page(Call& call, const EnquirySheet& sheet, std::vector<core::Issue> issues, bool conflict) {
    require_page(call, issues, conflict);
    const FormView form(issues);
    const FormReader typed_fields(call.form.fields);
    const auto field = [&](FieldView spec) { return form.field(spec, typed_fields.text(spec.name)); };
    Reply out;
    out.status = edit_status(issues, conflict);
    out.title = "Attribuer";
    out.trail = enquiry_trail(sheet);
    out.page = "dossier_attribuer.html";
    out.headers.set("Cache-Control", "no-store");
    json::array lacks = lack_views(call, sheet);
    out.view = present::award_view(sheet, studies_of(call, sheet));
    out.view["jeton"] = call.token();
    out.view["adresse"] = enquiry_url(sheet);
    out.view["acheteur"] = sheet.buyer.label();
    out.view["revision"] = std::to_string(sheet.enquiry.revision);
    out.view["possible"] = lacks.empty();
    out.view["manques"] = std::move(lacks);
    out.view["champs"] = json::array{
        field({"marche", "Référence du marché",
               "vide\u00a0: une référence «\u00a0D-…\u00a0» est formée, à "
               "changer dans le marché"}),
        field({"date_notification", "Notifié le", "vide\u00a0: le marché attend sa date de notification", {}, "date"}),
        field({"note", "Note", "facultative, gardée dans l’historique"})};
    form.summarise(out.view);
    return out;
}

Reply see(Call& call) { return form_page(call, enquiry_of(call), {}, false); }

Reply award(Call& call) {
    const EnquirySheet sheet = enquiry_of(call);
    FormReader reader(call.form.fields);
    const app::Award said{reader.text("marche"), reader.date("date_notification"), reader.text("note")};
    if (!reader.sound()) return form_page(call, sheet, reader.issues(), false);
    try {
        const auto reference = call.app.reference();
        const EnquirySheet made = app::award(call.session(), call.base(), sheet.enquiry.id,
                                             reader.whole("revision").value_or(0), said, *reference);
        return Reply::see(enquiry_url(made), "dossier-attribue");
    } catch (const core::Error& error) {
        if (!mendable(error)) throw;
        std::vector<core::Issue> issues = error.issues();
        for (core::Issue& issue : issues)
            if (issue.where != "marche" && issue.where != "date_notification") issue.where.clear();
        return form_page(call, sheet, std::move(issues), error.kind() == core::ErrorKind::conflict);
    }
}

}  // namespace

std::vector<Route> award_routes() {
    constexpr Formats page{true, false, false};
    const Parameter id{"id", "numéro du dossier", "1"};
    return {{"GET",
             "/dossiers/{id}/attribuer",
             Action::enquiry_write,
             see,
             "Ce que l’attribution fera d’un dossier",
             {id},
             page,
             "/dossiers/1/attribuer"},
            {"POST",
             "/dossiers/{id}/attribuer",
             Action::enquiry_write,
             award,
             "Attribue un dossier : il devient un marché, avec ses lots et leurs heures",
             {id,
              {"marche", "référence du marché ; vide : une référence est formée"},
              {"date_notification", "date de notification", "2026-11-20"},
              {"note", "note gardée dans l’historique"},
              {"revision", "la version qui a été lue", "3", true}},
             page,
             ""}};
}

}  // namespace clausier::web
