// Templates of documents, the program's own and the users', and the history of what was produced.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/app/app.hpp"
#include "clausier/app/settings.hpp"
#include "clausier/domain/document_template.hpp"
#include "clausier/domain/enquiry_study.hpp"
#include "clausier/store/produced_documents.hpp"

namespace clausier::app {

// How a door checks the text of a template; errors refuse it, the rest is only told.
using TemplateCheck = std::function<std::vector<core::Issue>(std::string_view text)>;

// Every template in force, without its text: the program's own in their order, then the users' by name. A user's
// version of one of the program's stands in its stead.
std::vector<domain::DocumentTemplate> document_templates(store::Database& base);
// With its text. Throws Error(not_found) with the nearest key.
domain::DocumentTemplate document_template(store::Database& base, std::string_view key);
// Every version, the newest first; the program's own text, when there is one, comes last as version 0.
std::vector<domain::TemplateVersion> template_versions(store::Database& base, std::string_view key);
// Throws Error(not_found).
domain::TemplateVersion template_version(store::Database& base, std::string_view key, std::int64_t version);

// `version` is the one that was in force when the edit began.
struct TemplateEdit {
    std::string key;
    std::string name;
    std::string text;
    std::int64_t version = 0;
};
// Keeps a new version, in force at once; nothing when neither name nor text changed. Throws Error(invalid) with what
// stands in the way, the field « nom » or « ligne 3, colonne 5 » being the place, Error(conflict) when somebody saved
// since, Error(not_found).
domain::DocumentTemplate save_template(Session session, store::Database& base, const TemplateEdit& edit,
                                       const TemplateCheck& check);
// A template of the user's own under a new name, from which its key is made. Throws Error(conflict) when a template has
// that key, Error(invalid) as save_template.
domain::DocumentTemplate create_template(Session session, store::Database& base, const std::string& name,
                                         const std::string& text, const TemplateCheck& check);
// The text of an old version becomes the newest one. Throws as save_template.
domain::DocumentTemplate restore_template(Session session, store::Database& base, std::string_view key,
                                          std::int64_t version, const TemplateCheck& check);
// The user's text is no more in force: the program's own is again, or there is no such template. Its versions are kept.
// Throws Error(not_found), Error(conflict) when no text of a user is in force.
void withdraw_template(Session session, store::Database& base, std::string_view key);

// Who documents say they are made by: nobody while the installation has not named itself.
std::string signature(const Identity& identity);

// The scenario that documents are written from: the one asked for, else the chosen one, else the only one. Throws
// Error(not_found) when the dossier has not the one asked for, Error(conflict) when none can be told or when it
// has no clause on any lot.
const domain::ScenarioStudy& study_to_write(const std::vector<domain::ScenarioStudy>& studies,
                                            const domain::EnquirySheet& sheet,
                                            std::optional<domain::Id<domain::Scenario>> asked);

// What a document was made from, and its format.
struct Production {
    domain::DocumentTemplate from;
    std::optional<domain::Id<domain::Enquiry>> enquiry;
    std::string title;
    std::string format;  // "docx"
};
// Keeps the trace of a document, whose bytes are those that leave; the first trace, when the same bytes of the same
// document left before.
domain::ProducedDocument record_production(Session session, store::Database& base, const Production& made,
                                           std::string_view bytes);
store::ProducedPage produced_documents(store::Database& base, const store::ProducedFilter& filter);

}  // namespace clausier::app
