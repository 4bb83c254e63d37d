// The words and the rules of accounts.
#include "clausier/domain/account.hpp"

#include <algorithm>
#include <array>

#include "clausier/core/text.hpp"
#include "clausier/domain/code_lists.hpp"
#include "clausier/domain/rights.hpp"
#include "coded_words.hpp"

namespace clausier::domain {
namespace {

using core::Issue;
using core::Severity;

constexpr std::array<CodedWord<AccountState>, 3> states{{{AccountState::invited, "invite", "invité"},
                                                         {AccountState::active, "actif", "actif"},
                                                         {AccountState::disabled, "desactive", "désactivé"}}};

constexpr std::size_t longest_name = 100;

Issue in(std::string_view field, std::string_view code, std::string text) {
    return {Severity::error, std::string(code), std::string(field), std::move(text)};
}

bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

bool is_label(std::string_view text) {
    return !text.empty() && text.size() <= 63 && text.front() != '-' && text.back() != '-' &&
           std::all_of(text.begin(), text.end(), [](char c) { return is_letter_or_digit(c) || c == '-'; });
}

bool is_domain(std::string_view text) {
    const auto labels = core::split(text, '.');
    return text.size() <= 253 && labels.size() >= 2 && std::all_of(labels.begin(), labels.end(), is_label);
}

bool is_local(std::string_view text) {
    const auto parts = core::split(text, '.');
    const auto sound = [](std::string_view part) {
        return !part.empty() && std::all_of(part.begin(), part.end(), [](char c) {
            return is_letter_or_digit(c) || std::string_view("!#$%&'*+-/=?^_`{|}~").find(c) != std::string_view::npos;
        });
    };
    return text.size() <= 64 && std::all_of(parts.begin(), parts.end(), sound);
}

}  // namespace

std::string_view code(AccountState state) { return word_of(states, state).code; }
std::string_view label(AccountState state) { return word_of(states, state).label; }
std::optional<AccountState> account_state(std::string_view code) { return value_of_code(states, code); }

bool needs_second_factor(const std::vector<Membership>& memberships) {
    return std::any_of(memberships.begin(), memberships.end(), [](const Membership& membership) {
        return membership.role == Role::admin || membership.role == Role::facilitator;
    });
}

core::Result<std::string> parse_email(std::string_view text) {
    std::string email(core::trim(text));
    for (char& c : email)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    const std::size_t at = email.find('@');
    if (at == std::string::npos || !is_local(std::string_view(email).substr(0, at)) ||
        !is_domain(std::string_view(email).substr(at + 1)))
        return core::fault("courriel",
                           "ce n’est pas une adresse électronique\u00a0; écrivez-la comme prenom@exemple.fr");
    return email;
}

void tidy(Account& account) {
    account.name = core::collapse(account.name);
    if (const auto email = parse_email(account.email)) account.email = *email;
}

std::vector<Issue> faults(const Account& account) {
    std::vector<Issue> out;
    if (const auto email = parse_email(account.email); !email)
        out.push_back(in("courriel", email.error().code, email.error().text));
    if (account.name.empty())
        out.push_back(in("nom", "nom", "le nom affiché est obligatoire\u00a0; écrivez-le"));
    else if (account.name.size() > longest_name || !core::is_utf8(account.name))
        out.push_back(in("nom", "nom", "le nom affiché dépasse 100 caractères\u00a0; raccourcissez-le"));
    return out;
}

std::vector<Issue> faults(const Membership& membership) {
    std::vector<Issue> out;
    const bool admin = membership.role == Role::admin;
    if (admin && !membership.organisation.empty())
        out.push_back(in("organisation", "organisation",
                         "un administrateur l’est de toute l’installation\u00a0; laissez l’organisation vide"));
    if (!admin && membership.organisation.empty())
        out.push_back(
            in("organisation", "organisation", "ce rôle s’exerce pour une organisation\u00a0; dites laquelle"));
    if (!membership.departments.empty() && membership.role != Role::facilitator)
        out.push_back(in("departements", "departements",
                         "seul un facilitateur est limité à des départements\u00a0; laissez-les vides"));
    for (const std::string& code : membership.departments) {
        const Department* known = CodeLists::embedded().department(code);
        if (!known || known->code != code)
            out.push_back(in("departements", "departements",
                             "« " + code + " » n’est pas un code de département\u00a0; écrivez 01, 2A ou 974"));
    }
    return out;
}

}  // namespace clausier::domain
