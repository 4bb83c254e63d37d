// Gives reference values their document and their table.
#include "clausier/present/references.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

namespace clausier::present {
namespace {

namespace json = boost::json;

json::value bound(const domain::ReferenceValue& value, const std::optional<std::int64_t>& parts) {
    return parts ? json::value(value.written(*parts)) : json::value(nullptr);
}

json::value day(const std::optional<core::Date>& date) {
    return date ? json::value(core::iso(*date)) : json::value(nullptr);
}

json::object value_json(const domain::ReferenceValue& value) {
    json::object out;
    out["cle"] = value.key;
    out["libelle"] = value.label;
    out["valeur"] = value.text();
    out["valeur_min"] = bound(value, value.min);
    out["valeur_max"] = bound(value, value.max);
    out["unite"] = domain::unit_name(value.unit);
    out["depuis"] = day(value.valid_from);
    out["couche"] = value.citation.layer == domain::Layer::local ? "locale" : "nationale";
    out["source"] = value.citation.source;
    out["url"] = value.citation.url;
    out["relu_le"] = day(value.citation.checked_on);
    out["verifie"] = value.citation.verified;
    out["note"] = value.citation.note;
    return out;
}

}  // namespace

Answer answer(const std::vector<const domain::ReferenceValue*>& values, std::string_view title) {
    Answer out;
    out.title = title;
    out.rows = "valeurs";
    out.table.columns = {"Clé", "Libellé", "Valeur", "Unité", "Depuis", "Source", "État"};
    out.numeric = {false, false, true, false, false, false, false};
    json::array list;
    for (const domain::ReferenceValue* value : values) {
        list.emplace_back(value_json(*value));
        const std::string state = std::string(value->citation.layer == domain::Layer::local ? "locale, " : "") +
                                  (value->citation.verified ? "vérifiée" : "à vérifier");
        out.table.rows.push_back(
            {value->key, value->label, value->text(), std::string(domain::unit_symbol(value->unit)),
             value->valid_from ? core::iso(*value->valid_from) : "", value->citation.source, state});
    }
    json::object document;
    document["valeurs"] = std::move(list);
    out.document = std::move(document);
    return out;
}

}  // namespace clausier::present
