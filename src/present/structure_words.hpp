// Words on structures that documents and pages share.
#pragma once
#include <string>
#include <string_view>

#include "clausier/domain/structure_list.hpp"

namespace clausier::present {

// The convention that ends last, one without end after all others; nullptr when there is none.
const domain::Approval* last_convention(const domain::Structure& structure);
// " (du 2025-01-01 au 2026-12-31)", "" without bounds.
std::string period_of(const std::optional<core::Date>& from, const std::optional<core::Date>& to);
// « titulaire » or « sous-traitant ».
std::string_view role_of(const domain::SupplierContract& contract);
// « essai », « appliqué » or « annulé ».
std::string_view state_of(const domain::StructureImport& import);
// « 3 lignes lues : 2 créées, 0 modifiée, 0 identique, 1 écartée. »
std::string counts_text(const domain::StructureImport& import);
// "AI – Association intermédiaire", or the code alone when the list has it no more.
std::string kind_text(const std::string& code);

}  // namespace clausier::present
