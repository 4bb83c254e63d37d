// Queries on templates of documents.
#include "clausier/store/document_templates.hpp"

namespace clausier::store {
namespace {

KeptTemplate read_row(const Statement& row) {
    return {row.text(0), row.text(1), row.get<bool>(2), row.integer(3), row.get<core::Instant>(4), row.text(5)};
}

domain::TemplateVersion read_version(const Statement& row) {
    return {row.integer(0), row.text(1), row.get<core::Instant>(2), row.text(3)};
}

}  // namespace

std::vector<KeptTemplate> DocumentTemplates::list() {
    auto rows = tx_.query(R"(
SELECT t.key, t.name, t.withdrawn, v.version, v.at, v.actor
FROM document_templates t JOIN document_template_versions v ON v.template_id = t.id
WHERE v.version = (SELECT max(version) FROM document_template_versions WHERE template_id = t.id)
ORDER BY t.name, t.key)");
    std::vector<KeptTemplate> out;
    while (rows.step()) out.push_back(read_row(rows));
    return out;
}

std::optional<KeptTemplate> DocumentTemplates::find(std::string_view key) {
    auto rows = tx_.query(R"(
SELECT t.key, t.name, t.withdrawn, v.version, v.at, v.actor
FROM document_templates t JOIN document_template_versions v ON v.template_id = t.id
WHERE t.key = ? ORDER BY v.version DESC LIMIT 1)",
                          key);
    if (!rows.step()) return std::nullopt;
    return read_row(rows);
}

std::vector<domain::TemplateVersion> DocumentTemplates::versions(std::string_view key) {
    auto rows = tx_.query(R"(
SELECT v.version, v.text, v.at, v.actor
FROM document_templates t JOIN document_template_versions v ON v.template_id = t.id
WHERE t.key = ? ORDER BY v.version DESC)",
                          key);
    std::vector<domain::TemplateVersion> out;
    while (rows.step()) out.push_back(read_version(rows));
    return out;
}

std::optional<domain::TemplateVersion> DocumentTemplates::version(std::string_view key, std::int64_t version) {
    auto rows = tx_.query(R"(
SELECT v.version, v.text, v.at, v.actor
FROM document_templates t JOIN document_template_versions v ON v.template_id = t.id
WHERE t.key = ? AND v.version = ?)",
                          key, version);
    if (!rows.step()) return std::nullopt;
    return read_version(rows);
}

std::int64_t DocumentTemplates::save(const std::string& key, const std::string& name, const std::string& text,
                                     core::Instant at, const std::string& actor) {
    tx_.run(R"(
INSERT INTO document_templates (key, name) VALUES (?, ?)
ON CONFLICT (key) DO UPDATE SET name = excluded.name, withdrawn = 0)",
            key, name);
    return tx_.value<std::int64_t>(R"(
INSERT INTO document_template_versions (template_id, version, text, at, actor)
SELECT t.id, 1 + coalesce((SELECT max(version) FROM document_template_versions WHERE template_id = t.id), 0), ?, ?, ?
FROM document_templates t WHERE t.key = ? RETURNING version)",
                                   text, at, actor, key);
}

bool DocumentTemplates::withdraw(std::string_view key) {
    return tx_.run("UPDATE document_templates SET withdrawn = 1 WHERE key = ? AND withdrawn = 0", key) > 0;
}

}  // namespace clausier::store
