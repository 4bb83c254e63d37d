// Queries of markets.
#include "market_query.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "page_links.hpp"

namespace clausier::web {
namespace {

struct Filter {
    std::string_view name, label;
};
constexpr std::array<Filter, 11> filters{{{"texte", "Recherche"},
                                          {"acheteur", "Acheteur"},
                                          {"titulaire", "Titulaire"},
                                          {"annee", "Année de notification"},
                                          {"departement", "Département"},
                                          {"cpv", "CPV"},
                                          {"secteur", "Secteur"},
                                          {"consideration", "Considération sociale"},
                                          {"montant_min", "Montant minimal"},
                                          {"montant_max", "Montant maximal"},
                                          {"heures", "Heures d’insertion"}}};
constexpr Filter by_order{"tri", "Ordre"};

std::optional<std::int64_t> number(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value <= 0) return std::nullopt;
    return value;
}

// A SIRET has 14 digits, a SIREN 9: a shorter number is that of the organisation in the base.
constexpr std::size_t longest_id = 8;

void read_codes(FormReader& reader, store::MarketFilter& out) {
    if (const std::string text = reader.text("secteur"); !text.empty()) {
        out.sector = domain::sector(text);
        if (!out.sector)
            reader.refuse("secteur", "ce secteur n’existe pas ; choisissez travaux, fournitures ou services");
    }
    if (const std::string text = reader.text("consideration"); !text.empty()) {
        out.social = domain::social_state(text);
        if (!out.social)
            reader.refuse("consideration", "cet état n’existe pas ; choisissez oui, aucune ou non_renseignee");
    }
    if (const std::string text = reader.text("heures"); !text.empty()) {
        if (text != "oui" && text != "non") reader.refuse("heures", "répondez oui ou non");
        out.has_hours = text == "oui";
    }
}

void read_order(FormReader& reader, store::MarketFilter& out) {
    static constexpr std::array<std::pair<std::string_view, store::MarketSort>, 6> orders{
        {{"notification", store::MarketSort::notified_on},
         {"reference", store::MarketSort::reference},
         {"acheteur", store::MarketSort::buyer},
         {"objet", store::MarketSort::object},
         {"montant", store::MarketSort::amount},
         {"heures", store::MarketSort::hours}}};
    const std::string wanted = reader.text("tri");
    const auto* found =
        std::find_if(orders.begin(), orders.end(), [&](const auto& order) { return order.first == wanted; });
    if (found != orders.end()) out.sort = found->second;
    if (!wanted.empty() && found == orders.end())
        reader.refuse(
            "tri", "cet ordre n’existe pas ; choisissez notification, reference, acheteur, objet, montant ou heures");
    out.descending = wanted.empty() ? reader.text("sens") != "croissant" : reader.text("sens") == "decroissant";
}

}  // namespace

std::optional<domain::Id<domain::Organisation>> buyer_number(std::string_view text) {
    const auto id = number(text);
    if (!id || text.size() > longest_id) return std::nullopt;
    return domain::Id<domain::Organisation>{*id};
}

app::MarketQuery read_market_query(FormReader& reader) {
    app::MarketQuery out;
    store::MarketFilter& filter = out.filter;
    filter.text = reader.text("texte");
    const std::string buyer = reader.text("acheteur");
    filter.buyer = buyer_number(buyer);
    if (!filter.buyer) out.buyer = buyer;
    const std::string holder = reader.text("titulaire");
    filter.holder = buyer_number(holder);
    if (!filter.holder) out.holder = holder;
    filter.year = reader.year("annee");
    filter.department = reader.text("departement");
    filter.cpv = reader.text("cpv");
    filter.amount_from = reader.euros("montant_min");
    filter.amount_to = reader.euros("montant_max");
    read_codes(reader, filter);
    read_order(reader, filter);
    filter.limit = kMarketsOnPage;
    return out;
}

present::FacetChoice chosen(const http::Fields& query) {
    const auto get = [&](std::string_view name) { return std::string(query.get(name).value_or("")); };
    return {get("annee"), get("acheteur"), get("departement"), get("secteur"), get("consideration"), get("heures")};
}

bool filtered(const http::Fields& query) {
    return std::any_of(filters.begin(), filters.end(),
                       [&](const Filter& filter) { return !query.get(filter.name).value_or("").empty(); });
}

std::string_view filter_label(std::string_view name) {
    if (name == by_order.name) return by_order.label;
    const auto* found =
        std::find_if(filters.begin(), filters.end(), [&](const Filter& filter) { return filter.name == name; });
    return found == filters.end() ? name : found->label;
}

std::int64_t page_of(const http::Fields& query) {
    return std::min(number(query.get("page").value_or("1")).value_or(1), last_page);
}

std::string with(const http::Fields& query, std::string_view name, std::string_view value) {
    http::Fields out;
    for (const http::Header& pair : query)
        if (pair.name != name && pair.name != "page" && pair.name != "fait" && !pair.value.empty())
            out.add(pair.name, pair.value);
    if (!value.empty()) out.add(std::string(name), std::string(value));
    return out.empty() ? "/marches" : "/marches?" + http::encode_query(out);
}

std::vector<Parameter> market_parameters() {
    return {{"texte", "mots de l’objet, de la référence, de l’acheteur, des lots ou des titulaires", "lycée"},
            {"acheteur", "numéro, SIRET ou nom de l’acheteur"},
            {"titulaire", "SIRET ou nom du titulaire d’un lot"},
            {"annee", "année de notification", "2026"},
            {"departement", "code du département d’exécution", "31"},
            {"cpv", "premiers chiffres du CPV", "45"},
            {"secteur", "travaux, fournitures ou services", "travaux"},
            {"consideration", "oui, aucune ou non_renseignee (qui n’est jamais « aucune »)", "oui"},
            {"montant_min", "somme des montants attribués, au moins", "100000"},
            {"montant_max", "somme des montants attribués, au plus"},
            {"heures", "oui : un lot au moins a des heures dues ; non : aucun"},
            {"tri", "notification, reference, acheteur, objet, montant ou heures", "montant"},
            {"sens", "croissant ou decroissant", "decroissant"},
            {"page", "page de 100 marchés, à partir de 1", "1"}};
}

}  // namespace clausier::web
