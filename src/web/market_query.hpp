// Which markets an address asks for, and the addresses that ask for others.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "call.hpp"
#include "clausier/app/markets.hpp"
#include "clausier/present/market_views.hpp"
#include "form_reader.hpp"
#include "route.hpp"

namespace clausier::web {

// Markets a page shows at once.
constexpr std::int64_t kMarketsOnPage = 100;

// The filters of an address: texte, acheteur (its number, its SIRET or its name), titulaire, annee, departement, cpv,
// secteur, consideration, montant_min, montant_max, heures; its order: tri, sens; its page, from 1. Faults are kept by
// `reader`, with the name of their parameter.
app::MarketQuery read_market_query(FormReader& reader);
// The number of a buyer in the base, when the text is one: a SIREN and a SIRET have more digits.
std::optional<domain::Id<domain::Organisation>> buyer_number(std::string_view text);
// The codes chosen, for the facets.
present::FacetChoice chosen(const http::Fields& query);
// A filter, or the order, as people call it (« Année de notification »); the name itself when it is neither.
std::string_view filter_label(std::string_view name);
// Whether any filter is set.
bool filtered(const http::Fields& query);
// The page asked for, from 1.
std::int64_t page_of(const http::Fields& query);

// "/marches?…": this query with one parameter changed ("" takes it away), back on the first page.
std::string with(const http::Fields& query, std::string_view name, std::string_view value);

// The parameters above, as routes describe them.
std::vector<Parameter> market_parameters();

}  // namespace clausier::web
