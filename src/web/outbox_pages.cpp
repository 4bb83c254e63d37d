// The outbox for who manages accounts: which mails wait, left or were given up, and what to do of those that wait.
#include <boost/json/array.hpp>

#include "account_mail.hpp"
#include "account_views.hpp"
#include "clausier/app/outbox.hpp"
#include "clausier/core/french.hpp"
#include "route.hpp"
#include "visitor.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;
using store::ListedMail;
using store::MailState;

constexpr std::string_view home = "/boite-envoi";

struct StateWords {
    std::string_view code, label, mark, moment;
};

StateWords words(MailState state) {
    if (state == MailState::sent) return {"parti", "parti", "valide", "Parti le "};
    if (state == MailState::given_up) return {"abandonne", "abandonné", "alerte", "Abandonné le "};
    return {"en_attente", "en attente", "attente", "Prochain essai le "};
}

present::Answer answer(const std::vector<ListedMail>& mails) {
    present::Answer out;
    json::array list;
    out.title = "Boîte d’envoi";
    out.rows = "courriels";
    out.table.columns = {"Numéro", "Destinataire", "État", "Essais", "Créé le", "Quand", "Dernière faute"};
    out.numeric = {true, false, false, true, false, false, false};
    for (const ListedMail& mail : mails) {
        const StateWords state = words(mail.state);
        list.push_back({{"numero", mail.id},
                        {"destinataire", mail.recipient},
                        {"etat", state.code},
                        {"essais", mail.attempts},
                        {"cree", moment(mail.created)},
                        {"quand", moment(mail.at)},
                        {"faute", mail.fault}});
        out.table.rows.push_back({std::to_string(mail.id), mail.recipient, std::string(state.label),
                                  std::to_string(mail.attempts), moment(mail.created),
                                  std::string(state.moment) + moment(mail.at), mail.fault});
    }
    out.document = json::object{{"courriels", std::move(list)}};
    return out;
}

Reply list(Call& call) {
    require_accounts(call);
    const std::vector<ListedMail> mails = app::outbox_mails(call.session(), call.app.base);
    Reply out;
    out.title = "Boîte d’envoi";
    out.trail = {{"/comptes", "Comptes"}};
    out.page = "boite_envoi.html";
    out.filename = "boite-envoi";
    out.headers.set("Cache-Control", "no-store");
    out.answer = answer(mails);
    if (!call.html()) return out;
    json::array lines;
    for (const ListedMail& mail : mails) {
        const StateWords state = words(mail.state);
        lines.push_back({{"url", std::string(home) + "/" + std::to_string(mail.id)},
                         {"destinataire", mail.recipient},
                         {"etat", state.label},
                         {"classe", state.mark},
                         {"essais", mail.attempts},
                         {"cree", moment(mail.created)},
                         {"quand", std::string(state.moment) + moment(mail.at)},
                         {"faute", mail.fault.empty() ? std::string("–") : mail.fault},
                         {"attend", mail.state == MailState::waiting}});
    }
    out.view = {{"jeton", call.token()},
                {"sans_courrier", !has_mail(call.app)},
                {"nombre", core::french::count(mails.size(), "courriel")},
                {"vide", mails.empty()},
                {"courriels", std::move(lines)}};
    return out;
}

Reply hasten(Call& call) {
    require_accounts(call);
    app::hasten_mail(call.session(), call.app.base, call.id());
    return Reply::see(std::string(home), "courriel-relance");
}

Reply discard(Call& call) {
    require_accounts(call);
    app::discard_mail(call.session(), call.app.base, call.id());
    return Reply::see(std::string(home), "courriel-ecarte");
}

}  // namespace

std::vector<Route> outbox_routes() {
    const Parameter id{"id", "numéro du courriel", "1"};
    return {{"GET",
             home,
             Action::account_manage,
             list,
             "Les courriels qui attendent, sont partis ou ont été abandonnés, sans leur texte",
             {},
             {true, true, true}},
            {"POST",
             "/boite-envoi/{id}/relancer",
             Action::account_manage,
             hasten,
             "Essaie tout de suite d’envoyer un courriel qui attend",
             {id},
             {true, false, false}},
            {"POST",
             "/boite-envoi/{id}/ecarter",
             Action::account_manage,
             discard,
             "Abandonne un courriel qui attend : son texte est effacé",
             {id},
             {true, false, false}}};
}

}  // namespace clausier::web
