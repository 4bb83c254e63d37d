// Reads and shows memberships.
#include "account_form.hpp"

#include <algorithm>
#include <boost/json/array.hpp>

#include "account_views.hpp"
#include "clausier/app/account_organisations.hpp"
#include "clausier/core/text.hpp"
#include "form_reader.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;

constexpr std::size_t most_suggestions = 500;  // any other name may still be typed

domain::Role role_sent(const FormReader& reader) {
    if (const auto role = domain::role_of(reader.text("role"))) return *role;
    throw core::Error(core::ErrorKind::invalid, "role", "ce rôle n’existe pas ; choisissez-le dans la liste");
}

// "54, 57" as codes, sorted, each once.
std::vector<std::string> departments_sent(const FormReader& reader) {
    std::string text = reader.text("departements");
    std::replace(text.begin(), text.end(), ';', ',');
    std::vector<std::string> out;
    for (const std::string_view one : core::split(text, ','))
        if (!core::trim(one).empty()) out.emplace_back(core::trim(one));
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

}  // namespace

void add_membership_fields(json::object& view, const Call& call, const FormView& form) {
    const FormReader sent(call.form.fields);
    const std::string role = sent.text("role");
    json::array known;
    for (const domain::Organisation& one : app::account_organisations(call.session(), call.app.base))
        if (!one.label().empty() && known.size() < most_suggestions)
            known.push_back(json::object{{"libelle", one.label()}});
    view["role"] = form.choice({"role", "Rôle"}, role.empty() ? domain::role_code(domain::Role::facilitator) : role,
                               role_choices());
    view["organisation"] = form.field({"organisation", "Organisation", "nom ou SIRET ; rien pour un administrateur"},
                                      sent.text("organisation"));
    view["departements"] =
        form.field({"departements", "Départements d’un facilitateur", "par exemple 54, 57 ; rien : tous"},
                   sent.text("departements"));
    view["organisations_connues"] = std::move(known);
}

domain::Membership read_membership(const Call& call) {
    const FormReader reader(call.form.fields);
    domain::Membership out;
    out.role = role_sent(reader);
    out.departments = departments_sent(reader);
    const std::string organisation = reader.text("organisation");
    if (out.role == domain::Role::admin) {
        if (!organisation.empty())
            throw core::Error(core::ErrorKind::invalid, "organisation",
                              "un administrateur l’est de toute l’installation ; laissez ce champ vide");
        return out;
    }
    // Before an organisation is made for it.
    std::vector<core::Issue> issues;
    domain::Membership trial = out;
    trial.organisation.value = 1;
    for (core::Issue& issue : domain::faults(trial)) issues.push_back(std::move(issue));
    if (!issues.empty()) throw core::Error(core::ErrorKind::invalid, std::move(issues));
    out.organisation = app::organisation_for_account(call.session(), call.app.base, organisation, out.role).id;
    return out;
}

domain::Membership named_membership(const Call& call) {
    FormReader reader(call.form.fields);
    domain::Membership out;
    out.role = role_sent(reader);
    out.organisation.value = reader.whole("organisation").value_or(0);
    return out;
}

}  // namespace clausier::web
