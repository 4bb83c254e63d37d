// The second proof: one-time codes of an application (TOTP), and recovery codes.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "clausier/app/app.hpp"
#include "clausier/domain/account.hpp"

namespace clausier::app {

// What the application is given: the secret in base32, and the same as a link (and QR code).
struct Enrolment {
    std::string secret;  // "JBSW Y3DP …" without its spaces
    std::string uri;     // "otpauth://totp/…"
};

// Of the account of session.viewer: a fresh secret, which waits for its first code in the place of the one before, so
// that whoever saw an earlier one has nothing. Error(conflict) when a second factor is there already.
Enrolment begin_enrolment(Session session, store::Database& base);
// The secret that waits, for a page shown again after a wrong code. Error(not_found) when none does.
Enrolment pending_enrolment(Session session, store::Database& base);

// The first code was right: from now on it is asked at each login. Gives the ten recovery codes, shown once. Error
// (invalid) in the field "code" otherwise; Error(not_found) when no enrolment was begun.
std::vector<std::string> confirm_enrolment(Session session, store::Database& base, std::string_view code);

// New recovery codes in the place of the old ones; a one-time code is asked again. Error(invalid) in the field "code".
std::vector<std::string> renew_recovery_codes(Session session, store::Database& base, std::string_view code);
// Recovery codes not used yet.
std::size_t recovery_codes_left(store::Database& base, domain::Id<domain::Account> account);

// Takes the second factor away and ends the sessions: of oneself against a code, of another for who manages accounts
// (a lost telephone). Error(invalid) in the field "code".
void remove_second_factor(Session session, store::Database& base, std::string_view code);
void reset_second_factor(Session session, store::Database& base, domain::Id<domain::Account> account);

}  // namespace clausier::app
