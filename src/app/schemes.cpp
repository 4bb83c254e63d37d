// Saves schemes, targets, registers and declarations.
#include "clausier/app/schemes.hpp"

#include <algorithm>

#include "clausier/store/journal.hpp"
#include "clausier/store/organisations.hpp"
#include "clausier/store/registers.hpp"
#include "clausier/store/schemes.hpp"
#include "refusals.hpp"

namespace clausier::app {
namespace {

using core::Error;
using core::ErrorKind;
using domain::Id;
using domain::Organisation;
using domain::RegisterEntry;
using domain::ReuseDeclaration;
using domain::Scheme;
using domain::Target;

// How each kind is found, told and called.
template <class T>
struct Kind;
template <>
struct Kind<Scheme> {
    static constexpr const char *word = "schema", *gone = "ce schéma n’existe plus ; revenez aux cibles";
    static std::optional<Scheme> find(store::Transaction& tx, Id<Scheme> id) { return store::Schemes(tx).find(id); }
};
template <>
struct Kind<Target> {
    static constexpr const char *word = "cible", *gone = "cette cible n’existe plus ; revenez aux cibles";
    static std::optional<Target> find(store::Transaction& tx, Id<Target> id) {
        return store::Schemes(tx).find_target(id);
    }
};
template <>
struct Kind<RegisterEntry> {
    static constexpr const char *word = "registre", *gone = "cette ligne n’existe plus ; revenez aux registres";
    static std::optional<RegisterEntry> find(store::Transaction& tx, Id<RegisterEntry> id) {
        return store::Registers(tx).find(id);
    }
};
template <>
struct Kind<ReuseDeclaration> {
    static constexpr const char *word = "agec", *gone = "cette déclaration n’existe plus ; revenez aux registres";
    static std::optional<ReuseDeclaration> find(store::Transaction& tx, Id<ReuseDeclaration> id) {
        return store::Registers(tx).find(id);
    }
};

template <class T>
T require(store::Transaction& tx, Id<T> id) {
    if (auto found = Kind<T>::find(tx, id)) return *std::move(found);
    throw Error(ErrorKind::not_found, "n° " + std::to_string(id.value), Kind<T>::gone);
}

// The buyer, the one it was merged into if it was.
Id<Organisation> require_buyer(store::Transaction& tx, Id<Organisation> id, const char* where) {
    const auto found = store::Organisations(tx).find(id);
    if (!found)
        throw Error(ErrorKind::not_found, where, "cet acheteur n’existe pas ; « clausier marches liste » les montre");
    return found->merged_into.value_or(found->id);
}

void check(std::vector<core::Issue> issues) {
    if (!issues.empty()) throw Error(ErrorKind::invalid, std::move(issues));
}
[[noreturn]] void refuse_double(const char* where, const std::string& text) {
    throw Error(ErrorKind::conflict, where, text);
}

// Its faults, those that need the base among them; the references it must keep.
void prepare(store::Transaction& tx, Scheme& s, const Scheme*) {
    check(domain::faults(s));
    for (Id<Organisation>& buyer : s.buyers) buyer = require_buyer(tx, buyer, "acheteurs");
    domain::tidy(s);
    for (const Target& target : store::Schemes(tx).targets(s.id))
        if (target.year < s.first_year || target.year > s.last_year)
            throw Error(ErrorKind::invalid, target.year < s.first_year ? "premiere_annee" : "derniere_annee",
                        "une cible est posée pour " + std::to_string(target.year) +
                            " ; retirez-la d’abord, ou gardez cette année dans le schéma");
}
void prepare(store::Transaction& tx, Target& t, const Target* kept) {
    if (kept) t.scheme = kept->scheme;
    check(domain::faults(t, require(tx, t.scheme)));
    const auto same = store::Schemes(tx).same_target(t);
    if (same && same->id != t.id)
        refuse_double("annee",
                      "cette cible existe déjà : « " +
                          domain::target_text(t.measure, domain::indicator_info(t.indicator)->unit, same->parts) +
                          " » ; changez-la plutôt que d’en poser une autre");
}
void prepare(store::Transaction& tx, RegisterEntry& e, const RegisterEntry* kept) {
    if (kept) e.buyer = kept->buyer;
    check(domain::faults(e));
    e.buyer = require_buyer(tx, e.buyer, "acheteur");
}
void prepare(store::Transaction& tx, ReuseDeclaration& d, const ReuseDeclaration* kept) {
    if (kept) d.buyer = kept->buyer;
    check(domain::faults(d));
    d.buyer = require_buyer(tx, d.buyer, "acheteur");
    const auto same = store::Registers(tx).same(d);
    if (same && same->id != d.id)
        refuse_double("produit",
                      "ce produit est déjà déclaré pour cette année ; changez sa déclaration plutôt que d’en ajouter");
}

Scheme write(store::Transaction& tx, Scheme s) { return store::Schemes(tx).save(std::move(s)); }
Target write(store::Transaction& tx, Target t) { return store::Schemes(tx).save(std::move(t)); }
RegisterEntry write(store::Transaction& tx, RegisterEntry e) { return store::Registers(tx).save(std::move(e)); }
ReuseDeclaration write(store::Transaction& tx, ReuseDeclaration d) { return store::Registers(tx).save(std::move(d)); }
void erase(store::Transaction& tx, Id<Scheme> id) { store::Schemes(tx).remove(id); }
void erase(store::Transaction& tx, Id<Target> id) { store::Schemes(tx).remove(id); }
void erase(store::Transaction& tx, Id<RegisterEntry> id) { store::Registers(tx).remove(id); }
void erase(store::Transaction& tx, Id<ReuseDeclaration> id) { store::Registers(tx).remove(id); }

template <class T>
void tell(store::Transaction& tx, const Session& session, std::string_view action, const T& value,
          const std::string& detail) {
    const std::string word = Kind<T>::word;
    store::Journal(tx).append({session.clock.now(), session.actor, word + "." + std::string(action),
                               word + "/" + std::to_string(value.id.value), detail});
}

template <class T>
T save_one(const Session& session, store::Database& base, T value) {
    domain::tidy(value);
    refuse_nir_in(domain::field_texts(value));
    store::Transaction tx = base.write();
    if (value.id.empty()) {
        prepare(tx, value, nullptr);
        value = write(tx, std::move(value));
        tell(tx, session, "ajouter", value, "");
    } else {
        const T kept = require(tx, value.id);
        prepare(tx, value, &kept);
        const auto before = domain::field_texts(kept);
        const auto after = domain::field_texts(value);
        const std::string changed = domain::changed_fields(before, after);
        if (changed.empty()) return kept;
        if (kept.revision != value.revision) throw Error(ErrorKind::conflict, domain::conflict_issues(before, after));
        value = write(tx, std::move(value));
        tell(tx, session, "modifier", value, changed);
    }
    tx.commit();
    return value;
}

template <class T>
T remove_one(const Session& session, store::Database& base, Id<T> id) {
    store::Transaction tx = base.write();
    T kept = require(tx, id);
    erase(tx, id);
    tell(tx, session, "retirer", kept, "");
    tx.commit();
    return kept;
}

template <class T>
T find_one(store::Database& base, Id<T> id) {
    store::Transaction tx = base.read();
    return require(tx, id);
}

SchemeSheet sheet_of(store::Transaction& tx, Scheme scheme) {
    SchemeSheet out{std::move(scheme), {}, {}};
    for (const auto id : out.scheme.buyers) out.buyers.push_back(store::Organisations(tx).find(id).value());
    out.targets = store::Schemes(tx).targets(out.scheme.id);
    return out;
}

}  // namespace

std::vector<SchemeSheet> schemes(store::Database& base, std::optional<Id<Organisation>> buyer) {
    store::Transaction tx = base.read();
    store::Schemes store(tx);
    std::vector<SchemeSheet> out;
    for (Scheme& scheme : buyer ? store.of_buyer(*buyer) : store.list()) out.push_back(sheet_of(tx, std::move(scheme)));
    return out;
}

SchemeSheet scheme_sheet(store::Database& base, Id<Scheme> id) {
    store::Transaction tx = base.read();
    return sheet_of(tx, require(tx, id));
}

domain::RegisterSheet registers(store::Database& base, std::optional<Id<Organisation>> buyer) {
    store::Transaction tx = base.read();
    store::Registers store(tx);
    store::Organisations organisations(tx);
    domain::RegisterSheet out;
    for (RegisterEntry& entry : store.entries(buyer)) {
        Organisation owner = organisations.find(entry.buyer).value();
        out.entries.push_back({std::move(entry), std::move(owner)});
    }
    for (ReuseDeclaration& declaration : store.declarations(buyer)) {
        Organisation owner = organisations.find(declaration.buyer).value();
        out.declarations.push_back({std::move(declaration), std::move(owner)});
    }
    return out;
}

std::vector<Organisation> buyers(store::Database& base) {
    store::Transaction tx = base.read();
    return store::Organisations(tx).list("", store::Organisations::Among::buyers);
}

Target find_target(store::Database& base, Id<Target> id) { return find_one(base, id); }
RegisterEntry find_entry(store::Database& base, Id<RegisterEntry> id) { return find_one(base, id); }
ReuseDeclaration find_declaration(store::Database& base, Id<ReuseDeclaration> id) { return find_one(base, id); }

Scheme save(Session s, store::Database& base, Scheme v) { return save_one(s, base, std::move(v)); }
Target save(Session s, store::Database& base, Target v) { return save_one(s, base, std::move(v)); }
RegisterEntry save(Session s, store::Database& base, RegisterEntry v) { return save_one(s, base, std::move(v)); }
ReuseDeclaration save(Session s, store::Database& base, ReuseDeclaration v) { return save_one(s, base, std::move(v)); }
Scheme remove(Session s, store::Database& base, Id<Scheme> id) { return remove_one(s, base, id); }
Target remove(Session s, store::Database& base, Id<Target> id) { return remove_one(s, base, id); }
RegisterEntry remove(Session s, store::Database& base, Id<RegisterEntry> id) { return remove_one(s, base, id); }
ReuseDeclaration remove(Session s, store::Database& base, Id<ReuseDeclaration> id) { return remove_one(s, base, id); }

}  // namespace clausier::app
