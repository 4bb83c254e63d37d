// The name that the directory of structures has for an organisation without one.
#pragma once
#include <string_view>

namespace clausier::store {

// Of the organisation `o` of a query: of the structure that has, or had, its SIRET, an open one first; NULL when there
// is none, or when the organisation has a name of its own.
inline constexpr std::string_view directory_name = R"(CASE WHEN o.name = '' AND o.scheme = 'SIRET' THEN (
  SELECT s.name FROM structures s
  WHERE s.siret = o.identifier OR s.id IN (SELECT p.structure_id FROM structure_sirets p WHERE p.siret = o.identifier)
  ORDER BY s.closed_on IS NOT NULL, s.id LIMIT 1) END)";

}  // namespace clausier::store
