// Which contracts, and counted how, an address of the SPASER pages asks for; and the addresses that ask for others.
#pragma once
#include <boost/json/array.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "call.hpp"
#include "clausier/app/indicators.hpp"
#include "clausier/domain/organisation.hpp"
#include "form_reader.hpp"
#include "form_view.hpp"
#include "route.hpp"

namespace clausier::web {

// Contracts a page shows at once.
constexpr std::int64_t kContractsOnPage = 100;

struct SpaserQuery {
    app::ContractScope scope;
    domain::IndicatorOptions options;
    std::optional<domain::Organisation> buyer;  // absent: all of them
    std::optional<domain::Organisation> other;  // to compare with
    std::optional<domain::Dimension> by;        // the breakdown
    bool any_year = false;                      // annee=toutes: no year is chosen on purpose
    http::Fields kept;                          // what addresses of the same contracts carry
};

// acheteur (number, SIRET or name), autre, annee (a year, or "toutes"), jusqua, the options montant, repartition,
// accords, agrement, sous_traitants, concessions; the filters secteur, tranche, procedure, departement, service; lieu,
// entreprise; par. Throws Error(invalid) with every fault, each one sentence; Error(not_found) for a buyer.
SpaserQuery read_spaser_query(const Call& call);
// One parameter whose words are listed, "" being the first. A fault told by its label.
std::string chosen_word(FormReader& reader, std::string_view name, const std::vector<std::string_view>& words);
// Throws Error(invalid) when the reader has faults, told by label to people and by parameter to programs.
void refuse_unsound(const Call& call, const FormReader& reader);

// "/spaser/contrats?…": the contracts of the query under a path, some parameters changed ("" takes one away).
using Changes = std::vector<std::pair<std::string_view, std::string>>;
std::string spaser_url(std::string_view path, const SpaserQuery& query, const Changes& changes = {});
// The page of a list, from 1.
std::int64_t contract_page(const Call& call);

// « notifiés en 2025 par la Commune de Valbrume », « notifiés de 2023 à 2025 par tous les acheteurs », with the other
// filters of the query.
std::string scope_text(const SpaserQuery& query);

// The fields of the form that chooses contracts (partial « choix »): acheteur and annee apart, then the options. Other
// parameters of the query stand as hidden fields: gardes[] (nom, valeur).
struct ScopeForm {
    boost::json::array main;
    boost::json::array options;
    boost::json::array kept;
    bool options_open = false;
};
ScopeForm scope_form(Call& call, const SpaserQuery& query, const std::vector<int>& years, bool comparing);

// The parameters above, as routes describe them.
std::vector<Parameter> spaser_parameters();

}  // namespace clausier::web
