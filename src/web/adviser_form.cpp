// Reads and shows the adviser's form.
#include "adviser_form.hpp"

#include <array>
#include <boost/json/array.hpp>

#include "clausier/core/text.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;

constexpr std::array<FieldLabel, 13> labels{{{"objet", "Objet"},
                                             {"cpv", "Code CPV"},
                                             {"type", "Type d’achat"},
                                             {"categorie", "Catégorie de l’acheteur"},
                                             {"defense", "Achat de défense ou de sécurité"},
                                             {"besoin-estime", "Besoin estimé HT (€)"},
                                             {"duree-mois", "Durée (mois)"},
                                             {"date-consultation", "Date de consultation"},
                                             {"departement", "Département"},
                                             {"siae", "SIAE"},
                                             {"siae-ca", "Chiffre d’affaires moyen d’une SIAE (€)"},
                                             {"ea-esat", "EA et ESAT"},
                                             {"ea-esat-ca", "Chiffre d’affaires moyen d’un EA ou ESAT (€)"}}};

std::string_view label(std::string_view field) {
    for (const FieldLabel& one : labels)
        if (field_of(one.first) == field) return one.second;
    return {};
}

// A word of a list; nothing is "unknown".
template <class T>
void read_word(FormReader& reader, std::string_view field, T& value, std::optional<T> (*parse)(std::string_view)) {
    const std::string text = reader.text(field);
    if (text.empty()) return;
    if (const auto found = parse(text))
        value = *found;
    else
        reader.refuse(field, "« " + text + " » n’est pas dans la liste ; choisissez-y une valeur");
}

}  // namespace

std::span<const FieldLabel> purchase_labels() { return labels; }

http::Fields purchase_fields(const http::Fields& sent) {
    http::Fields out;
    for (const FieldLabel& one : labels) {
        const std::string name = field_of(one.first);
        std::string_view value = core::trim(sent.get(name).value_or(""));
        if (name == "duree_mois" && value.ends_with("mois")) value = core::trim(value.substr(0, value.size() - 4));
        if (!value.empty()) out.add(name, std::string(value));
    }
    return out;
}

domain::Purchase read_purchase(FormReader& reader) {
    domain::Purchase out;
    out.object = core::collapse(reader.text("objet"));
    out.cpv = reader.text("cpv");
    read_word(reader, "type", out.type, domain::purchase_type);
    read_word(reader, "categorie", out.buyer_category, domain::buyer_category);
    out.defence = !reader.text("defense").empty();
    out.estimated_need = reader.euros("besoin_estime");
    out.duration_months = reader.whole("duree_mois");
    out.consultation_on = reader.date("date_consultation");
    out.department = reader.text("departement");
    out.insertion = {reader.whole("siae"), reader.euros("siae_ca")};
    out.disability = {reader.whole("ea_esat"), reader.euros("ea_esat_ca")};
    return out;
}

void show_purchase(json::object& view, const FormView& form, const http::Fields& kept) {
    const auto value = [&](std::string_view name) { return kept.get(name).value_or(""); };
    const auto field = [&](FieldView spec) {
        spec.label = label(spec.name);
        return form.field(spec, value(spec.name));
    };
    view["objet"] = field({"objet", "", "le métier en est tiré"});
    view["cpv"] = field({"cpv", "", "8 chiffres", "numeric"});
    view["type"] = form.choice({"type", label("type"), "vide : celui du CPV"}, value("type"),
                               {{"", "non précisé"},
                                {"travaux", "Travaux"},
                                {"fournitures", "Fournitures"},
                                {"services", "Services"},
                                {"concession", "Concession"}});
    view["categorie"] =
        form.choice({"categorie", label("categorie"), "le seuil européen en dépend"}, value("categorie"),
                    {{"", "non précisée"},
                     {"etat", "État et ses opérateurs"},
                     {"autre", "Autre pouvoir adjudicateur"},
                     {"entite", "Entité adjudicatrice"}});
    view["besoin_estime"] = field({"besoin_estime", "", "de tout le besoin, tous lots", "decimal"});
    view["duree_mois"] = field({"duree_mois", "", "", "numeric"});
    view["date_consultation"] = field({"date_consultation", "", "jour où elle est lancée", "", "date"});
    view["departement"] = field({"departement", "", "d’exécution : 01, 2A, 974", ""});
    view["defense"] = kept.has("defense");
    json::array supply;
    for (const std::string_view name : {"siae", "siae_ca", "ea_esat", "ea_esat_ca"})
        supply.push_back(field({name, "", "", name.ends_with("_ca") ? "decimal" : "numeric"}));
    view["offre"] = std::move(supply);
}

}  // namespace clausier::web
