// Lays local reference values over the national ones.
#include "clausier/app/references.hpp"

#include "clausier/store/journal.hpp"
#include "clausier/store/references.hpp"
#include "refusals.hpp"

namespace clausier::app {

domain::Reference reference(store::Database& base) {
    store::Transaction tx = base.read();
    domain::Reference out = domain::Reference::national();
    out.add_layer(store::References(tx).local());
    return out;
}

domain::Reference reference(const std::optional<std::filesystem::path>& base) {
    if (!base) return domain::Reference::national();
    store::DatabaseOptions options;
    options.must_exist = true;
    store::Database database(*base, options);
    return reference(database);
}

domain::ReferenceValue add_reference(Session session, store::Database& base, const domain::ReferenceTexts& texts,
                                     const domain::Place& place) {
    std::vector<core::Issue> issues;
    const auto value = domain::Reference::national().read_local(texts, place, issues);
    if (!value) throw core::Error(core::ErrorKind::invalid, issues);
    refuse_nir({{place("label"), texts.label}, {place("source"), texts.source}, {place("note"), texts.note}});
    store::Transaction tx = base.write();
    store::References(tx).save(*value);
    store::Journal(tx).append(
        {session.clock.now(), session.actor, "reference.ajouter", "reference/" + value->key, value->text()});
    tx.commit();
    return *value;
}

}  // namespace clausier::app
