// Tells schemes, targets, registers and declarations.
#include "clausier/present/schemes.hpp"

#include <boost/json/array.hpp>

#include "clausier/core/french.hpp"
#include "json_values.hpp"

namespace clausier::present {
namespace {

std::string years(const domain::Scheme& scheme) {
    return std::to_string(scheme.first_year) + "-" + std::to_string(scheme.last_year);
}

std::string day(const std::optional<core::Date>& date) { return date ? core::iso(*date) : ""; }

// The parts of a measure as a number of its unit.
json::value value_json(const domain::Target& target) {
    constexpr std::int64_t hundred = 100;
    return json::value(core::decimal(target.parts, target.measure == domain::TargetMeasure::contracts ? 1 : hundred));
}

std::string siret_of(const domain::Organisation& buyer) {
    return buyer.identifier.scheme == "SIRET" ? buyer.identifier.text : "";
}

}  // namespace

Answer schemes_answer(const std::vector<domain::SchemeSheet>& schemes) {
    Answer out;
    out.rows = "schemas";
    out.title = core::french::count(schemes.size(), "schéma");
    out.table.columns = {"N°", "Titre", "Années", "Édition", "Acheteurs", "Cibles"};
    out.numeric = {true, false, false, false, false, true};
    json::array rows;
    for (const domain::SchemeSheet& sheet : schemes) {
        const domain::Scheme& scheme = sheet.scheme;
        json::array buyers;
        std::string names;
        for (const domain::Organisation& buyer : sheet.buyers) {
            buyers.push_back({{"id", buyer.id.value}, {"nom", buyer.label()}});
            names += (names.empty() ? "" : ", ") + buyer.label();
        }
        rows.push_back({{"id", scheme.id.value},
                        {"titre", scheme.title},
                        {"premiere_annee", scheme.first_year},
                        {"derniere_annee", scheme.last_year},
                        {"edition", scheme.edition},
                        {"url", scheme.url},
                        {"note", scheme.note},
                        {"acheteurs", std::move(buyers)},
                        {"cibles", sheet.targets.size()},
                        {"revision", scheme.revision}});
        out.table.rows.push_back({std::to_string(scheme.id.value), scheme.title, years(scheme), scheme.edition, names,
                                  std::to_string(sheet.targets.size())});
    }
    out.document = json::object{{"schemas", std::move(rows)}};
    return out;
}

Answer targets_answer(const std::vector<domain::SchemeSheet>& schemes) {
    Answer out;
    out.rows = "cibles";
    out.table.columns = {"N°", "Schéma", "Indicateur", "Mesure", "Année", "Cible", "Note"};
    out.numeric = {true, false, false, false, true, true, false};
    json::array rows;
    for (const domain::SchemeSheet& sheet : schemes)
        for (const domain::Target& target : sheet.targets) {
            const domain::IndicatorInfo* info = domain::indicator_info(target.indicator);
            const std::string shown = domain::target_text(target.measure, info ? info->unit : "", target.parts);
            rows.push_back({{"id", target.id.value},
                            {"schema_id", sheet.scheme.id.value},
                            {"titre", sheet.scheme.title},
                            {"indicateur", target.indicator},
                            {"libelle", info ? info->label : ""},
                            {"mesure", domain::code(target.measure)},
                            {"annee", target.year},
                            {"valeur", value_json(target)},
                            {"cible", shown},
                            {"note", target.note},
                            {"revision", target.revision}});
            out.table.rows.push_back({std::to_string(target.id.value), sheet.scheme.title, target.indicator,
                                      std::string(domain::label(target.measure)), std::to_string(target.year), shown,
                                      target.note});
        }
    out.title = core::french::count(rows.size(), "cible");
    out.document = json::object{{"cibles", std::move(rows)}};
    return out;
}

Answer register_answer(const domain::RegisterSheet& registers) {
    Answer out;
    out.rows = "lignes";
    out.title = "Registres\u00a0: " + core::french::count(registers.entries.size(), "ligne");
    out.table.columns = {"N°", "Acheteur", "Registre", "Début", "Fin", "Service", "Intitulé", "Personnes"};
    out.numeric = {true, false, false, false, false, false, false, true};
    json::array rows;
    for (const auto& [entry, buyer] : registers.entries) {
        rows.push_back({{"id", entry.id.value},
                        {"acheteur_id", buyer.id.value},
                        {"acheteur", buyer.label()},
                        {"registre", domain::code(entry.kind)},
                        {"debut", json_of(entry.begins_on)},
                        {"fin", json_of(entry.ends_on)},
                        {"service", entry.unit},
                        {"titre", entry.title},
                        {"nom", entry.person},
                        {"personnes", json_of(entry.people)},
                        {"note", entry.note},
                        {"revision", entry.revision}});
        out.table.rows.push_back({std::to_string(entry.id.value), buyer.label(), std::string(domain::label(entry.kind)),
                                  core::iso(entry.begins_on), day(entry.ends_on), entry.unit, entry.title,
                                  entry.people ? std::to_string(*entry.people) : ""});
    }
    out.document = json::object{{"lignes", std::move(rows)}};
    return out;
}

Answer reuse_answer(const domain::RegisterSheet& registers) {
    Answer out;
    out.rows = "declarations";
    out.title = core::french::count(registers.declarations.size(), "déclaration AGEC", "déclarations AGEC");
    out.table.columns = {"N°", "Acheteur", "Année", "Produit", "Total", "Réemploi", "Dont dons", "Recyclés"};
    out.numeric = {true, false, true, false, true, true, true, true};
    json::array rows;
    for (const auto& [one, buyer] : registers.declarations) {
        const domain::ReuseProduct* product = domain::reuse_product(one.product);
        const std::string name = product ? product->label : one.product;
        rows.push_back({{"id", one.id.value},
                        {"acheteur_id", buyer.id.value},
                        {"annee", one.year},
                        {"siret", siret_of(buyer)},
                        {"raison_sociale", buyer.label()},
                        {"type_produit_acquis", name},
                        {"montant_total", json_of(one.total)},
                        {"montant_reemploi_et_reutilisation", json_of(one.reused)},
                        {"montant_produits_issus_don", json_of(one.donated)},
                        {"montant_produits_recycles", json_of(one.recycled)},
                        {"commentaires", one.note},
                        {"revision", one.revision}});
        out.table.rows.push_back({std::to_string(one.id.value), buyer.label(), std::to_string(one.year), name,
                                  core::french::euros(one.total), core::french::euros(one.reused),
                                  core::french::euros(one.donated), core::french::euros(one.recycled)});
    }
    out.document = json::object{{"declarations", std::move(rows)}};
    return out;
}

}  // namespace clausier::present
