// The register of processing as a document and a table.
#pragma once
#include <vector>

#include "clausier/domain/processing_activity.hpp"
#include "clausier/present/answer.hpp"
#include "clausier/present/document.hpp"

namespace clausier::present {

// traitements[] (code, nom, finalite, base_legale, personnes, donnees, destinataires, conservation, securite, retire,
// modifie, revision).
Answer answer(const std::vector<domain::ProcessingActivity>& activities);
// Those that take place here, to be printed; `controller` answers for them.
Document register_document(const std::vector<domain::ProcessingActivity>& activities, const std::string& controller,
                           core::Instant made_at);

}  // namespace clausier::present
