// Accounts and their sessions, as documents and tables.
#pragma once
#include <string>
#include <vector>

#include "clausier/domain/account.hpp"
#include "clausier/domain/user_session.hpp"
#include "clausier/present/answer.hpp"

namespace clausier::present {

// comptes[] (id, courriel, nom, etat, cree_le, double_authentification, habilitations[] (role, organisation_id,
// organisation, departements[]), sessions, lien_expire_le, revision). Moments are in UTC.
Answer accounts_answer(const std::vector<domain::AccountSheet>& accounts);
// sessions[] (id, ouverte_le, vue_le, adresse, navigateur, attend_le_code).
Answer user_sessions_answer(const std::vector<domain::UserSession>& sessions);
// A link that opens once: lien, expire_le, compte_id (null for the first admin), courriel.
Answer account_link_answer(const std::string& link, core::Instant expires, const domain::Account* account);

}  // namespace clausier::present
