// Gives structures the views of their pages.
#include <algorithm>

#include "clausier/core/french.hpp"
#include "clausier/domain/purchases.hpp"
#include "clausier/present/structures.hpp"
#include "json_values.hpp"
#include "structure_words.hpp"

namespace clausier::present {
namespace {

namespace french = core::french;
using domain::Structure;

constexpr std::size_t remarks_shown = 200;

std::string class_of(const domain::Standing& standing) {
    if (standing.approved) return "valide";
    return standing.deemed ? "attente" : "";
}

std::string place_of(const Structure& s) {
    if (s.department.empty()) return s.city;
    return s.city.empty() ? s.department : s.city + " (" + s.department + ")";
}

// « du 1er janvier 2025 au 31 décembre 2026 », « dates non renseignées ».
std::string period_text(const std::optional<core::Date>& from, const std::optional<core::Date>& to) {
    if (!from && !to) return "dates non renseignées";
    std::string out;
    if (from) out = (to ? "du " : "depuis le ") + french::date(*from);
    if (to) out += (from ? " au " : "jusqu’au ") + french::date(*to);
    return out;
}

void add_key(json::array& keys, std::string_view label, const std::string& value) {
    keys.push_back({{"libelle", label}, {"valeur", value.empty() ? "non renseigné" : value}});
}

}  // namespace

json::array structure_line_views(const domain::StructurePage& page, core::Date today) {
    json::array out;
    for (const Structure& s : page.lines) {
        const domain::Standing standing = domain::standing_of(s, std::nullopt, today);
        out.push_back({{"id", s.id.value},
                       {"nom", s.name},
                       {"type", s.kind},
                       {"siret", s.siret},
                       {"lieu", place_of(s)},
                       {"agreee", domain::approval_word(standing)},
                       {"classe", class_of(standing)},
                       {"fermee", s.closed_on.has_value()}});
    }
    return out;
}

json::array contract_views(const std::vector<domain::SupplierContract>& contracts) {
    json::array out;
    for (const domain::SupplierContract& c : contracts)
        out.push_back({{"marche_id", c.market.value},
                       {"acheteur", c.buyer},
                       {"objet", c.object.empty() ? c.reference : c.object},
                       {"reference", c.reference},
                       {"date", c.notified_on ? french::date(*c.notified_on) : "date inconnue"},
                       {"montant", c.amount ? french::euros(*c.amount) : "non renseigné"},
                       {"role", role_of(c)},
                       {"id", c.structure.id.value},
                       {"structure", c.structure.name},
                       {"type", c.structure.kind},
                       {"agreee", domain::approval_word(c.standing)},
                       {"classe", class_of(c.standing)}});
    return out;
}

json::object structure_view(const domain::StructureSheet& sheet, core::Date today) {
    const Structure& s = sheet.structure;
    const domain::Standing standing = domain::standing_of(s, std::nullopt, today);
    json::array keys;
    add_key(keys, "Type", kind_text(s.kind));
    add_key(keys, "Famille", std::string(domain::family_label(standing.family)));
    add_key(keys, "SIRET", s.siret);
    add_key(keys, "Lieu", s.post_code + (s.post_code.empty() ? "" : " ") + place_of(s));
    add_key(keys, "NAF", s.naf);
    add_key(keys, "Source", s.source);
    add_key(keys, "Agréée aujourd’hui", std::string(domain::approval_word(standing)));
    add_key(keys, "Entreprise agréée ESUS", standing.esus ? "oui" : "non");
    if (s.closed_on) add_key(keys, "Fermée le", french::date(*s.closed_on));
    json::array sirets;
    for (const domain::DatedSiret& one : s.sirets)
        sirets.push_back(
            {{"siret", one.siret}, {"periode", period_text(one.from, one.to)}, {"actuel", one.siret == s.siret}});
    json::array approvals;
    for (const domain::Approval& one : s.approvals)
        approvals.push_back({{"genre", domain::label(one.kind)},
                             {"periode", period_text(one.from, one.to)},
                             {"source", text_or_null(one.source)}});
    json::array sharing;
    for (const Structure& one : sheet.sharing)
        sharing.push_back({{"id", one.id.value}, {"nom", one.name}, {"type", one.kind}});
    return {{"nom", s.name},
            {"cles", std::move(keys)},
            {"a_des_sirets", !sirets.empty()},
            {"sirets", std::move(sirets)},
            {"a_des_agrements", !approvals.empty()},
            {"agrements", std::move(approvals)},
            {"a_des_partages", !sharing.empty()},
            {"partages", std::move(sharing)},
            {"a_des_contrats", !sheet.contracts.empty()},
            {"contrats", contract_views(sheet.contracts)}};
}

json::object structure_import_view(const domain::StructureImportOutcome& outcome) {
    const domain::StructureImport& i = outcome.import;
    json::array figures;
    const auto figure = [&](std::string_view label, std::int64_t value) {
        figures.push_back({{"libelle", label}, {"valeur", french::number(value, 1)}});
    };
    figure("lues", i.rows_read);
    figure("créées", i.created);
    figure("modifiées", i.updated);
    figure("identiques", i.same);
    figure("écartées", i.listed);
    // What is left out first: it is what has to be mended.
    std::vector<const domain::StructureImportRemark*> order;
    for (const auto& one : outcome.remarks) order.push_back(&one);
    std::stable_sort(order.begin(), order.end(), [](auto* a, auto* b) { return a->kept < b->kept; });
    json::array remarks;
    for (std::size_t n = 0; n < std::min(order.size(), remarks_shown); ++n)
        remarks.push_back({{"ligne", order[n]->line},
                           {"ecartee", !order[n]->kept},
                           {"etat", order[n]->kept ? "gardée" : "écartée"},
                           {"message", order[n]->message}});
    const std::size_t more = order.size() - remarks.size();
    return {{"chiffres", std::move(figures)},
            {"a_des_remarques", !order.empty()},
            {"remarques", std::move(remarks)},
            {"en_plus", more ? json::value(french::count(more, "autre remarque", "autres remarques")) : nullptr}};
}

}  // namespace clausier::present
