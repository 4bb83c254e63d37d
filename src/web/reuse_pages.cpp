// AGEC declarations: listed, added, changed and taken away.
#include "clausier/core/french.hpp"
#include "clausier/present/schemes.hpp"
#include "register_pages.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;
using domain::ReuseDeclaration;

constexpr std::string_view reuse_home = "/spaser/registres/agec";

std::string url(std::int64_t id) { return std::string(reuse_home) + "/" + std::to_string(id); }

Reply list_reuse(Call& call) {
    const domain::RegisterSheet sheet = app::registers(call.base(), asked_buyer(call));
    Reply out;
    out.title = "Déclarations AGEC";
    out.trail = {spaser_crumb, {std::string(registers_home), "Registres"}};
    out.page = "spaser_agec.html";
    out.filename = "agec";
    out.answer = present::reuse_answer(sheet);
    out.view = {{"sans_declaration", sheet.declarations.empty()}, {"declarations", declaration_views(sheet)}};
    return out;
}

http::Fields fields_of(const ReuseDeclaration& d) {
    const auto money = [](core::Euros value) { return typed(std::optional(value)); };
    return {{"acheteur", std::to_string(d.buyer.value)},
            {"annee", std::to_string(d.year)},
            {"produit", d.product},
            {"total", money(d.total)},
            {"reemploi", money(d.reused)},
            {"dons", money(d.donated)},
            {"recycles", money(d.recycled)},
            {"note", d.note}};
}

ReuseDeclaration read(FormReader& reader, ReuseDeclaration d) {
    if (d.id.empty()) d.buyer = {reader.whole("acheteur").value_or(0)};
    reader.require("annee", "Année");
    d.year = reader.year("annee").value_or(0);
    d.product = reader.text("produit");
    reader.require("total", "Total");
    d.total = reader.euros("total").value_or(core::Euros());
    d.reused = reader.euros("reemploi").value_or(core::Euros());
    d.donated = reader.euros("dons").value_or(core::Euros());
    d.recycled = reader.euros("recycles").value_or(core::Euros());
    d.note = reader.text("note");
    d.revision = reader.whole("revision").value_or(0);
    return d;
}

Reply page(Call& call, const ReuseDeclaration& today, SentEntry what) {
    const FormView view(what.issues);
    const FormReader typed_fields(what.fields);
    const bool fresh = today.id.empty();
    const auto field = [&](FieldView spec) { return view.field(spec, typed_fields.text(spec.name)); };
    EntryForm form;
    form.title = fresh ? "Déclarer un produit (AGEC)" : "Modifier la déclaration";
    form.trail = {spaser_crumb, {std::string(registers_home), "Registres"}};
    form.action = fresh ? std::string(reuse_home) + "/nouvelle" : url(today.id.value) + "/modifier";
    form.back = registers_home;
    form.back_text = "revenir aux registres";
    if (!fresh) {
        form.remove = url(today.id.value) + "/retirer";
        form.remove_text = "Retirer cette déclaration";
    }
    form.revision = shown_revision(call.form.fields, today.revision, what.conflict);
    Choices products;
    for (const domain::ReuseProduct& one : domain::reuse_products()) products.emplace_back(one.code, one.label);
    if (fresh)
        form.fields = {view.choice({"acheteur", "Acheteur"}, typed_fields.text("acheteur"), buyer_choices(call, ""))};
    form.fields.insert(
        form.fields.end(),
        {view.choice({"produit", "Produit"}, typed_fields.text("produit"), products),
         field({"annee", "Année", {}, "numeric", "text", true}),
         field({"total", "Dépenses totales (€ HT)", {}, "decimal", "text", true}),
         field({"reemploi", "Dont réemploi ou réutilisation (€ HT)", "dons compris", "decimal"}),
         field({"dons", "Dont dons, en valeur (€ HT)", {}, "decimal"}),
         field({"recycles", "Dont avec matières recyclées (€ HT)", {}, "decimal"}), field({"note", "Commentaire"})});
    form.issues = std::move(what.issues);
    form.conflict = what.conflict;
    return entry_page(call, std::move(form), view);
}

Reply new_declaration(Call& call) {
    return page(call, ReuseDeclaration{}, {{{"acheteur", call.get("acheteur")}, {"annee", call.get("annee")}}});
}
Reply add_declaration(Call& call) { return keep_entry(call, ReuseDeclaration{}, read, page, "agec-enregistree"); }
ReuseDeclaration declaration_of(const Call& call) { return app::find_declaration(call.base(), {call.id()}); }
Reply see_declaration(Call& call) {
    const ReuseDeclaration declaration = declaration_of(call);
    return page(call, declaration, {fields_of(declaration)});
}
Reply edit_declaration(Call& call) { return keep_entry(call, declaration_of(call), read, page, "agec-enregistree"); }
Reply remove_declaration(Call& call) {
    app::remove(call.session(), call.base(), domain::Id<ReuseDeclaration>{call.id()});
    return Reply::see(std::string(registers_home), "agec-retiree");
}

const Parameter buyer{"acheteur", "numéro de l’acheteur", "1"};
const Parameter revision{"revision", "la version qui a été lue", "1", true};

std::vector<Parameter> reuse_parameters() {
    return {{"annee", "année des dépenses", "2025", true},
            {"produit", "code du produit", "mobilier", true},
            {"total", "dépenses HT", "15000", true},
            {"reemploi", "dont réemploi et réutilisation, dons compris", "5000"},
            {"dons", "dont dons, en valeur", "1000"},
            {"recycles", "dont matières recyclées", "1500"},
            {"note", "commentaire"}};
}
}  // namespace

json::array declaration_views(const domain::RegisterSheet& sheet) {
    json::array out;
    for (const auto& [one, buyer] : sheet.declarations) {
        const domain::ReuseProduct* product = domain::reuse_product(one.product);
        out.push_back({{"url", url(one.id.value) + "/modifier"},
                       {"produit", product ? product->label : one.product},
                       {"acheteur", buyer.label()},
                       {"annee", one.year},
                       {"total", core::french::euros(one.total)},
                       {"reemploi", core::french::euros(one.reused)},
                       {"dons", core::french::euros(one.donated)},
                       {"recycles", core::french::euros(one.recycled)}});
    }
    return out;
}

std::vector<Route> reuse_routes() {
    constexpr Formats page_only{true, false, false};
    const Parameter id{"id", "numéro de la déclaration", "1"};
    const std::vector<Parameter> one{id};
    return {{"GET",
             "/spaser/registres/agec",
             Action::spaser_read,
             list_reuse,
             "Les déclarations AGEC, aux colonnes du schéma national",
             {buyer},
             {true, true, true},
             "/spaser/registres/agec"},
            {"GET",
             "/spaser/registres/agec/nouvelle",
             Action::spaser_write,
             new_declaration,
             "Le formulaire d’une déclaration AGEC",
             {buyer, {"annee", "année proposée", "2025"}},
             page_only,
             "/spaser/registres/agec/nouvelle"},
            {"POST", "/spaser/registres/agec/nouvelle", Action::spaser_write, add_declaration,
             "Déclare les dépenses d’un produit pour une année", with({buyer}, reuse_parameters()), page_only,
             "acheteur=1&annee=2025&produit=papier&total=15000&reemploi=5000"},
            {"GET", "/spaser/registres/agec/{id}/modifier", Action::spaser_write, see_declaration,
             "Le formulaire d’une déclaration enregistrée", one, page_only, "/spaser/registres/agec/1/modifier"},
            {"POST", "/spaser/registres/agec/{id}/modifier", Action::spaser_write, edit_declaration,
             "Change une déclaration", with({id, revision}, reuse_parameters()), page_only, ""},
            {"POST", "/spaser/registres/agec/{id}/retirer", Action::spaser_write, remove_declaration,
             "Retire une déclaration", one, page_only, ""}};
}

}  // namespace clausier::web
