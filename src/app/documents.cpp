// Templates in force, their versions, and the trace of what was produced.
#include "clausier/app/documents.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "clausier/core/digest.hpp"
#include "clausier/core/text.hpp"
#include "clausier/store/document_templates.hpp"
#include "clausier/store/journal.hpp"
#include "own_templates.hpp"
#include "refusals.hpp"

namespace clausier::app {
namespace {

using core::Error;
using core::ErrorKind;
using core::Issue;
using core::Severity;
using domain::DocumentTemplate;

constexpr std::size_t longest_name = 200;  // bytes

// Without its text.
DocumentTemplate in_force(const OwnTemplate* own, const store::KeptTemplate* kept) {
    DocumentTemplate out;
    out.own = own != nullptr;
    if (own) out.key = own->key, out.name = own->name;
    if (!kept || kept->withdrawn) return out;
    out.key = kept->key;
    out.name = kept->name;
    out.edited = true;
    out.version = kept->version;
    out.at = kept->at;
    out.actor = kept->actor;
    return out;
}

std::vector<DocumentTemplate> all(store::Transaction& tx) {
    const auto kept = store::DocumentTemplates(tx).list();
    std::vector<DocumentTemplate> out;
    for (const OwnTemplate& own : own_templates) {
        const auto found = std::find_if(kept.begin(), kept.end(), [&](const auto& k) { return k.key == own.key; });
        out.push_back(in_force(&own, found == kept.end() ? nullptr : &*found));
    }
    for (const store::KeptTemplate& one : kept)
        if (!one.withdrawn && !own_template(one.key)) out.push_back(in_force(nullptr, &one));
    return out;
}

[[noreturn]] void refuse_unknown(store::Transaction& tx, std::string_view key) {
    const auto known = all(tx);
    std::vector<std::string_view> keys;
    for (const DocumentTemplate& one : known) keys.emplace_back(one.key);
    const std::string_view near = core::nearest(key, keys);
    throw Error(ErrorKind::not_found, fmt::format("modèle « {} »", key),
                near.empty() ? "il n’y a pas de modèle de ce nom\u00a0; voyez la liste des modèles"
                             : fmt::format("il n’y a pas de modèle de ce nom\u00a0; vouliez-vous « {} »\u00a0?", near));
}

DocumentTemplate found(store::Transaction& tx, std::string_view key) {
    store::DocumentTemplates templates(tx);
    const auto kept = templates.find(key);
    DocumentTemplate out = in_force(own_template(key), kept ? &*kept : nullptr);
    if (out.key.empty()) refuse_unknown(tx, key);
    out.text = out.edited ? templates.version(key, out.version).value().text : std::string(own_template(key)->text());
    out.sha256 = core::sha256(out.text);
    return out;
}

// The errors of a name and of a text; what is only to be told is left out.
void require_sound(const std::string& name, const std::string& text, const TemplateCheck& check) {
    std::vector<Issue> issues;
    if (core::trim(name).empty())
        issues.push_back({Severity::error, "", "nom", "le nom du modèle est obligatoire\u00a0; écrivez-le"});
    if (name.size() > longest_name)
        issues.push_back({Severity::error, "", "nom", "le nom dépasse 200 caractères\u00a0; raccourcissez-le"});
    for (Issue& issue : check(text))
        if (issue.severity == Severity::error) issues.push_back(std::move(issue));
    if (!issues.empty()) throw Error(ErrorKind::invalid, std::move(issues));
    refuse_nir({{"nom", name}, {"texte", text}});
}

// As editors and browsers send it, made one: line feeds alone, one at the end.
std::string tidy(std::string_view text) {
    std::string out;
    for (const char c : text)
        if (c != '\r') out += c;
    out.erase(out.find_last_not_of(" \t\n") + 1);
    return out + "\n";
}

DocumentTemplate keep(Session session, store::Transaction& tx, const std::string& key, const std::string& name,
                      const std::string& text) {
    const core::Instant now = session.clock.now();
    const std::int64_t version = store::DocumentTemplates(tx).save(key, name, text, now, session.actor);
    DocumentTemplate out = found(tx, key);
    store::Journal(tx).append({now, session.actor, "modele.enregistrer", "modele/" + key,
                               fmt::format("version={} empreinte={}", version, out.sha256)});
    return out;
}

}  // namespace

std::vector<DocumentTemplate> document_templates(store::Database& base) {
    store::Transaction tx = base.read();
    return all(tx);
}

DocumentTemplate document_template(store::Database& base, std::string_view key) {
    store::Transaction tx = base.read();
    return found(tx, key);
}

std::vector<domain::TemplateVersion> template_versions(store::Database& base, std::string_view key) {
    store::Transaction tx = base.read();
    (void)found(tx, key);
    auto out = store::DocumentTemplates(tx).versions(key);
    if (const OwnTemplate* own = own_template(key)) out.push_back({0, std::string(own->text()), std::nullopt, ""});
    return out;
}

domain::TemplateVersion template_version(store::Database& base, std::string_view key, std::int64_t version) {
    for (domain::TemplateVersion& one : template_versions(base, key))
        if (one.version == version) return std::move(one);
    throw Error(ErrorKind::not_found, fmt::format("version {}", version),
                "ce modèle n’a pas de version de ce numéro\u00a0; voyez ses versions");
}

DocumentTemplate save_template(Session session, store::Database& base, const TemplateEdit& edit,
                               const TemplateCheck& check) {
    const std::string text = tidy(edit.text);
    require_sound(edit.name, text, check);
    store::Transaction tx = base.write();
    DocumentTemplate now = found(tx, edit.key);
    if (now.version != edit.version)
        throw Error(
            ErrorKind::conflict, "texte",
            fmt::format(
                "{} entre-temps, la version en vigueur est la {}\u00a0; reprenez-la, ou enregistrez de nouveau "
                "pour la remplacer par votre texte",
                now.actor.empty() ? "quelqu’un a changé ce modèle" : fmt::format("« {} » a enregistré", now.actor),
                now.version));
    if (now.text == text && now.name == edit.name) return now;
    DocumentTemplate out = keep(session, tx, edit.key, edit.name, text);
    tx.commit();
    return out;
}

DocumentTemplate create_template(Session session, store::Database& base, const std::string& name,
                                 const std::string& text, const TemplateCheck& check) {
    require_sound(name, text, check);
    std::string key = core::fold(name);
    std::erase_if(key, [](char c) { return static_cast<unsigned char>(c) > '~'; });
    key = core::collapse(std::string_view(key).substr(0, 60));
    std::replace(key.begin(), key.end(), ' ', '-');
    if (key == "nouveau") key = "modele-nouveau";  // the address of the form
    if (key.empty())
        throw Error(ErrorKind::invalid, "nom", "le nom n’a aucune lettre ni chiffre\u00a0; donnez-en un qui se lise");
    store::Transaction tx = base.write();
    const auto kept = store::DocumentTemplates(tx).find(key);
    if (own_template(key) || (kept && !kept->withdrawn))
        throw Error(ErrorKind::conflict, "nom", "un modèle porte déjà ce nom\u00a0; donnez-en un autre");
    DocumentTemplate out = keep(session, tx, key, name, tidy(text));
    tx.commit();
    return out;
}

DocumentTemplate restore_template(Session session, store::Database& base, std::string_view key, std::int64_t version,
                                  const TemplateCheck& check) {
    const domain::TemplateVersion old = template_version(base, key, version);
    const DocumentTemplate now = document_template(base, key);
    return save_template(session, base, {std::string(key), now.name, old.text, now.version}, check);
}

void withdraw_template(Session session, store::Database& base, std::string_view key) {
    store::Transaction tx = base.write();
    const DocumentTemplate now = found(tx, key);
    if (!now.edited)
        throw Error(ErrorKind::conflict, fmt::format("modèle « {} »", key),
                    "c’est le texte du programme qui est en vigueur\u00a0: il n’y a rien à retirer");
    store::DocumentTemplates(tx).withdraw(key);
    store::Journal(tx).append({session.clock.now(), session.actor, "modele.retirer", "modele/" + now.key,
                               fmt::format("version={}", now.version)});
    tx.commit();
}

std::string signature(const Identity& identity) { return identity.name == Identity().name ? "" : identity.name; }

namespace {

const domain::ScenarioStudy& with_clause(const domain::ScenarioStudy& study) {
    if (study.with_clause == 0)
        throw Error(ErrorKind::conflict, "scénario",
                    fmt::format("«\u00a0{}\u00a0» ne met de clause sur aucun lot\u00a0: il n’y a rien à écrire\u00a0; "
                                "décidez la clause d’un lot, ou prenez un autre scénario",
                                study.scenario.name));
    return study;
}

}  // namespace

const domain::ScenarioStudy& study_to_write(const std::vector<domain::ScenarioStudy>& studies,
                                            const domain::EnquirySheet& sheet,
                                            std::optional<domain::Id<domain::Scenario>> asked) {
    const auto wanted = asked ? asked : sheet.enquiry.chosen;
    for (const domain::ScenarioStudy& study : studies)
        if (wanted && study.scenario.id == *wanted) return with_clause(study);
    if (asked)
        throw Error(ErrorKind::not_found, fmt::format("scénario n° {}", asked->value),
                    "ce dossier n’a pas de scénario de ce numéro\u00a0; voyez ses scénarios");
    if (studies.size() == 1) return with_clause(studies.front());
    throw Error(ErrorKind::conflict, "scénario",
                studies.empty() ? "ce dossier n’a pas de scénario\u00a0; créez-en un et décidez la clause de chaque lot"
                                : "aucun scénario n’est retenu\u00a0; retenez celui dont les documents doivent parler");
}

domain::ProducedDocument record_production(Session session, store::Database& base, const Production& made,
                                           std::string_view bytes) {
    domain::ProducedDocument out{{},
                                 made.enquiry,
                                 made.from.key,
                                 made.from.version,
                                 made.from.sha256,
                                 made.title,
                                 made.format,
                                 core::sha256(bytes),
                                 static_cast<std::int64_t>(bytes.size()),
                                 session.clock.now(),
                                 session.actor};
    if (store::Transaction tx = base.read(); auto kept = store::ProducedDocuments(tx).same(out)) return *kept;
    store::Transaction tx = base.write();
    if (auto kept = store::ProducedDocuments(tx).same(out)) return *kept;
    out = store::ProducedDocuments(tx).save(std::move(out));
    store::Journal(tx).append(
        {out.at, out.actor, "document.produire",
         out.enquiry ? fmt::format("dossier/{}", out.enquiry->value) : fmt::format("document/{}", out.id.value),
         fmt::format("modele={} version={} format={} empreinte={}", out.template_key, out.template_version, out.format,
                     out.sha256)});
    tx.commit();
    return out;
}

store::ProducedPage produced_documents(store::Database& base, const store::ProducedFilter& filter) {
    store::Transaction tx = base.read();
    return store::ProducedDocuments(tx).list(filter);
}

}  // namespace clausier::app
