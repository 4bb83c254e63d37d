// Settings read and written.
#include "clausier/app/settings.hpp"

#include <array>
#include <vector>

#include "clausier/core/text.hpp"
#include "clausier/store/journal.hpp"
#include "clausier/store/settings.hpp"
#include "refusals.hpp"

namespace clausier::app {
namespace {

constexpr std::size_t longest = 500;

struct Entry {
    std::string_view key;
    std::string_view field;
    std::string Identity::*text;
};
constexpr std::array<Entry, 4> entries{{{"identite.nom", "nom", &Identity::name},
                                        {"identite.editeur", "editeur", &Identity::publisher},
                                        {"identite.contact", "contact", &Identity::contact},
                                        {"identite.hebergeur", "hebergeur", &Identity::host}}};

}  // namespace

Identity identity(store::Database& base) {
    store::Transaction tx = base.read();
    store::Settings settings(tx);
    Identity out;
    for (const Entry& entry : entries)
        if (const auto value = settings.get(entry.key)) out.*entry.text = *value;
    return out;
}

void save_identity(Session session, store::Database& base, const Identity& identity) {
    std::vector<core::Issue> issues;
    for (const Entry& entry : entries) {
        const std::string& text = identity.*entry.text;
        if (text.size() > longest)
            issues.push_back({core::Severity::error, "", std::string(entry.field),
                              "le texte dépasse 500 caractères ; raccourcissez-le"});
    }
    if (core::trim(identity.name).empty())
        issues.push_back({core::Severity::error, "", "nom", "le nom de l’instance est obligatoire ; écrivez-le"});
    if (!issues.empty()) throw core::Error(core::ErrorKind::invalid, issues);
    for (const Entry& entry : entries) refuse_nir({{entry.field, identity.*entry.text}});
    store::Transaction tx = base.write();
    store::Settings settings(tx);
    for (const Entry& entry : entries) settings.set(entry.key, identity.*entry.text);
    store::Journal(tx).append(
        {session.clock.now(), session.actor, "reglages.modifier", "reglages/identite", identity.name});
    tx.commit();
}

void check_base(store::Database& base) {
    store::Transaction tx = base.read();
    static_cast<void>(store::Settings(tx).get("identite.nom"));
}

store::Figures base_figures(store::Database& base) {
    store::Transaction tx = base.read();
    return store::figures(tx);
}

}  // namespace clausier::app
