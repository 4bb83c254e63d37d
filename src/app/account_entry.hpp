// What the use cases of accounts share: rights, fingerprints of tokens, links, the journal.
#pragma once
#include "clausier/app/accounts.hpp"

namespace clausier::app {

// Throws Error(forbidden) unless the viewer may manage accounts.
void require_manager(const Session& session);
// The account of the viewer. Throws Error(forbidden) when it has none.
domain::Id<domain::Account> own_account(const Session& session);
// The same as require_manager, unless it is one's own account.
void require_own_or_manager(const Session& session, domain::Id<domain::Account> account);

// Throws Error(forbidden) when it is one's own account: a session left open must not give its proofs away without one.
void refuse_own(const Session& session, domain::Id<domain::Account> account);

// Throws Error(not_found).
domain::Account require_account(store::Transaction& tx, domain::Id<domain::Account> id);

// What is kept of a token.
std::string token_hash(std::string_view token);

// A row of the journal about an account, named by its number; nobody's account is "compte/inconnu".
void tell(store::Transaction& tx, const Session& session, std::string_view action, domain::Id<domain::Account> account,
          std::string_view detail = {});
// The same, done by the account itself.
void tell_own(store::Transaction& tx, const Session& session, std::string_view action,
              domain::Id<domain::Account> account, std::string_view detail = {});

// Makes a link; those of the account before it are void.
AccountLink make_link(store::Transaction& tx, const Session& session, domain::InvitationKind kind,
                      std::optional<domain::Account> account, const SendLink& send);

// Ends what scripts come in with; told to the journal when there were some.
void end_tokens(store::Transaction& tx, const Session& session, domain::Id<domain::Account> account);

// The faults of a password for somebody, with the name of this installation.
std::vector<core::Issue> password_faults(store::Transaction& tx, std::string_view password, std::string_view email,
                                         std::string_view name);

}  // namespace clausier::app
