// Lists of the contracts behind figures, a page at a time, and their exports.
#pragma once
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <string>
#include <string_view>

#include "spaser_query.hpp"

namespace clausier::web {

// Those of a page, or all of them for an export.
app::ContractPage listed_contracts(const Call& call, const SpaserQuery& query, const std::string& indicator,
                                   app::Behind behind);

// As partial « spaser_contrats » shows them: vide, total (« 120 contrats, 5 000 000 € »), motifs (bool: why each is
// left out), lignes[] (url, nom, marche, date, acheteur, titulaires, montant, aberrant, social, environnement, motif)
// and pages (plusieurs, avant, apres, ici), whose links keep `changes`.
boost::json::object contract_list_view(const Call& call, const SpaserQuery& query, const app::ContractPage& page,
                                       std::string_view path, const Changes& changes, bool reasons);

}  // namespace clausier::web
