// Views that the pages of accounts share.
#include "account_views.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "clausier/core/french.hpp"
#include "clausier/core/secret.hpp"

namespace clausier::web {

namespace json = boost::json;

std::string moment(core::Instant at) {
    const auto day = std::chrono::floor<std::chrono::days>(at);
    return fmt::format("{} à {:%H:%M} UTC", core::french::date(std::chrono::year_month_day(day)),
                       fmt::gmtime(std::chrono::system_clock::to_time_t(at)));
}

std::string sent_password(const Call& call, std::string_view field) {
    return std::string(call.form.fields.get(field).value_or(""));
}

json::object new_password_field(const FormView& form) {
    return form.field({"mot_de_passe",
                       "Nouveau mot de passe",
                       "15 caractères au moins ; une phrase convient",
                       "",
                       "password",
                       true,
                       {},
                       "new-password"},
                      "");
}

json::object confirmation_field(const FormView& form) {
    return form.field({"confirmation", "Encore une fois", "", "", "password", true, {}, "new-password"}, "");
}

std::vector<core::Issue> confirmation_faults(const Call& call) {
    if (core::same_secret(sent_password(call, "mot_de_passe"), sent_password(call, "confirmation"))) return {};
    return {{core::Severity::error, "confirmation", "confirmation",
             "les deux mots de passe diffèrent ; tapez-les de nouveau"}};
}

std::string membership_text(const domain::Membership& membership, const domain::Organisation& organisation) {
    std::string out(domain::role_label(membership.role));
    if (!organisation.label().empty()) out += " – " + organisation.label();
    if (membership.departments.empty()) return out;
    out += membership.departments.size() > 1 ? ", départements " : ", département ";
    return out + fmt::format("{}", fmt::join(membership.departments, ", "));
}

json::array membership_views(const app::AccountSheet& sheet) {
    json::array out;
    for (std::size_t i = 0; i < sheet.account.memberships.size(); ++i) {
        const domain::Membership& one = sheet.account.memberships[i];
        const domain::Organisation& organisation = sheet.organisations.at(i);
        out.push_back({{"texte", membership_text(one, organisation)},
                       {"role", domain::role_label(one.role)},
                       {"role_code", domain::role_code(one.role)},
                       {"organisation", organisation.label()},
                       {"organisation_numero", one.organisation.value},
                       {"departements", fmt::format("{}", fmt::join(one.departments, ", "))}});
    }
    return out;
}

std::string_view state_class(domain::AccountState state) {
    switch (state) {
        case domain::AccountState::active:
            return "valide";
        case domain::AccountState::invited:
            return "attente";
        case domain::AccountState::disabled:
            break;
    }
    return "alerte";
}

std::vector<std::pair<std::string, std::string>> role_choices(std::string_view none) {
    std::vector<std::pair<std::string, std::string>> out;
    if (!none.empty()) out.emplace_back("", none);
    for (const domain::Role role : domain::all_roles)
        out.emplace_back(domain::role_code(role), domain::role_label(role));
    return out;
}

}  // namespace clausier::web
