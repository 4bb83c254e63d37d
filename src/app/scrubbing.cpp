// A setting tells that the file is still to be cleaned.
#include "scrubbing.hpp"

#include "clausier/core/issue.hpp"
#include "clausier/store/settings.hpp"

namespace clausier::app {
namespace {
constexpr std::string_view key = "rgpd.a_nettoyer";
}

void mark_for_scrubbing(store::Transaction& tx) { store::Settings(tx).set(key, "1"); }

std::vector<core::Issue> scrub_if_marked(store::Database& base) {
    {
        store::Transaction tx = base.read();
        if (!store::Settings(tx).get(key)) return {};
    }
    try {
        base.scrub();
    } catch (const core::Error& error) {
        if (error.kind() != core::ErrorKind::unavailable) throw;
        return {{core::Severity::warning, "nettoyage", "base",
                 "les noms sont effacés, mais le fichier est lu par un autre travail et n’a pas pu être nettoyé ; la "
                 "prochaine purge le fera"}};
    }
    store::Transaction tx = base.write();
    store::Settings(tx).unset(key);
    tx.commit();
    return {};
}

}  // namespace clausier::app
