// Templates of documents in a list, and the history of what was produced.
#include "document_pages.hpp"

#include "clausier/app/documents.hpp"
#include "clausier/core/french.hpp"
#include "clausier/present/documents.hpp"
#include "form_reader.hpp"
#include "form_view.hpp"

namespace clausier::web {
namespace {

constexpr std::int64_t latest = 20;
constexpr std::int64_t on_page = 500;

Reply list(Call& call) {
    const auto templates = app::document_templates(call.base());
    Reply out;
    out.title = "Documents";
    out.page = "documents.html";
    out.filename = "modeles-de-documents";
    out.answer = present::answer(templates);
    if (!call.html()) return out;
    out.view = {{"modeles", present::template_views(templates)}};
    store::ProducedFilter filter;
    filter.limit = latest;
    add_history(call, filter, out.view);
    return out;
}

Reply history(Call& call) {
    FormReader reader(call.query);
    store::ProducedFilter filter;
    filter.template_key = reader.text("modele");
    filter.limit = on_page;
    if (const auto enquiry = reader.whole("dossier")) filter.enquiry = domain::Id<domain::Enquiry>{*enquiry};
    if (!reader.sound()) throw core::Error(core::ErrorKind::invalid, reader.issues());
    const store::ProducedPage page = app::produced_documents(call.base(), filter);
    Reply out;
    out.title = "Documents produits";
    out.trail = {{"/documents", "Documents"}};
    out.page = "documents_historique.html";
    out.filename = "documents-produits";
    out.answer = present::answer(page.documents, page.total, app::document_templates(call.base()));
    if (!call.html()) return out;
    const FormView form({});
    std::vector<std::pair<std::string, std::string>> templates{{"", "Tous"}};
    for (const domain::DocumentTemplate& one : app::document_templates(call.base()))
        templates.emplace_back(one.key, one.name);
    out.view = {{"dossier", form.field({"dossier", "Numéro du dossier", "", "numeric"}, reader.text("dossier"))},
                {"modele", form.choice({"modele", "Modèle"}, filter.template_key, templates)}};
    add_history(call, filter, out.view);
    return out;
}

}  // namespace

present::DocumentMaker document_maker(App& app) {
    const auto identity = app.identity();
    return {app::signature(*identity), identity->contact};
}

std::vector<core::Issue> checked_template(std::string_view text) {
    return present::check_template(text, present::document_variables());
}

void add_history(Call& call, const store::ProducedFilter& filter, boost::json::object& view) {
    const store::ProducedPage page = app::produced_documents(call.base(), filter);
    view["produits"] = present::production_views(page.documents, app::document_templates(call.base()));
    view["produits_nombre"] = core::french::count(static_cast<std::uint64_t>(page.total), "document");
    view["produits_vide"] = page.documents.empty();
}

std::vector<Route> document_routes() {
    constexpr Formats table{true, true, true};
    std::vector<Route> out{{"GET",
                            "/documents",
                            Action::document_read,
                            list,
                            "Les modèles de documents, et les derniers documents produits",
                            {},
                            table,
                            "/documents"},
                           {"GET",
                            "/documents/historique",
                            Action::document_read,
                            history,
                            "Les documents produits, avec l’empreinte de chacun",
                            {{"dossier", "numéro du dossier", "1"}, {"modele", "clé du modèle", "ccap"}},
                            table,
                            "/documents/historique?modele=ccap"}};
    for (auto* part : {template_edit_routes, template_routes, enquiry_document_routes})
        for (Route& route : part()) out.push_back(std::move(route));
    return out;
}

}  // namespace clausier::web
