// The second proof of one's own account: setting it up, recovery codes, taking it away.
#include "account_views.hpp"
#include "clausier/app/second_factor.hpp"
#include "edit_form.hpp"
#include "form_reader.hpp"
#include "own_account_pages.hpp"
#include "qr_code.hpp"
#include "route.hpp"
#include "visitor.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;

// "JBSW Y3DP …", as it is copied by hand.
std::string in_groups(const std::string& secret) {
    std::string out;
    for (std::size_t i = 0; i < secret.size(); ++i) {
        if (i != 0 && i % 4 == 0) out += ' ';
        out += secret[i];
    }
    return out;
}

Reply enrol_form(Call& call, std::vector<core::Issue> issues) {
    // A wrong code is tried again with the key that the telephone has by now; whoever comes anew is given another.
    const app::Enrolment enrolment = issues.empty() ? app::begin_enrolment(call.session(), call.app.base)
                                                    : app::pending_enrolment(call.session(), call.app.base);
    const QrCode image = qr_code(enrolment.uri);
    Reply out;
    out.status = issues.empty() ? 200 : 422;
    out.title = "Activer la double authentification";
    out.trail = {{"/compte", "Mon compte"}};
    out.page = "compte_double.html";
    const FormView form(std::move(issues));
    out.view = {
        {"jeton", call.token()},
        {"obligatoire", call.visitor.session && call.visitor.session->must_enrol},
        {"cle", in_groups(enrolment.secret)},
        {"cote", image.side},
        {"trace", image.path},
        {"adresse", app::find_account(call.session(), call.app.base, *call.viewer.account).email},
        {"code", form.field({"code", "Code affiché", "6 chiffres", "numeric", "text", true, {}, "one-time-code"}, "")}};
    form.summarise(out.view);
    return out;
}

Reply enrolment(Call& call) {
    require_own_account(call);
    if (call.visitor.session && call.visitor.session->second_factor_enrolled) return Reply::see("/compte");
    return enrol_form(call, {});
}

// Shown in answer to the form, and never again.
Reply codes_page(Call& call, const std::vector<std::string>& codes) {
    Reply out;
    out.title = "Codes de secours";
    out.trail = {{"/compte", "Mon compte"}};
    out.page = "codes_de_secours.html";
    json::array list(codes.begin(), codes.end());
    out.answer.document = json::object{{"codes", list}};
    if (call.html()) out.view = {{"codes", std::move(list)}};
    return out;
}

Reply enrol(Call& call) {
    require_own_account(call);
    try {
        return codes_page(
            call, app::confirm_enrolment(call.session(), call.app.base, FormReader(call.form.fields).text("code")));
    } catch (const core::Error& error) {
        if (!mendable(error) || !call.html()) throw;
        return enrol_form(call, error.issues());
    }
}

Reply renew_codes(Call& call) {
    require_own_account(call);
    try {
        return codes_page(
            call, app::renew_recovery_codes(call.session(), call.app.base, FormReader(call.form.fields).text("code")));
    } catch (const core::Error& error) {
        if (!mendable(error) || !call.html()) throw;
        return own_account(call, error.issues(), "codes");
    }
}

Reply remove(Call& call) {
    require_own_account(call);
    try {
        app::remove_second_factor(call.session(), call.app.base, FormReader(call.form.fields).text("code"));
    } catch (const core::Error& error) {
        if (!mendable(error) || !call.html()) throw;
        return own_account(call, error.issues(), "retrait");
    }
    Reply out = Reply::see("/connexion", "double-retiree");
    out.cookies.push_back(session_cookie_field(call.request, ""));
    return out;
}

}  // namespace

std::vector<Route> second_factor_routes() {
    constexpr Formats page{true, false, false};
    using domain::Action;
    const Parameter code{"code", "le code affiché par l’application", "", true};
    return {
        {"GET",
         "/compte/double-authentification",
         Action::own_account,
         enrolment,
         "La page où l’on active la double authentification",
         {},
         page},
        {"POST",
         "/compte/double-authentification",
         Action::own_account,
         enrol,
         "Active la double authentification par un premier code, et montre les codes de secours",
         {code},
         page},
        {"POST",
         "/compte/double-authentification/retirer",
         Action::own_account,
         remove,
         "Retire la double authentification",
         {code},
         page},
        {"POST",
         "/compte/codes-de-secours",
         Action::own_account,
         renew_codes,
         "Fait de nouveaux codes de secours, qui remplacent les anciens",
         {code},
         page},
    };
}

}  // namespace clausier::web
