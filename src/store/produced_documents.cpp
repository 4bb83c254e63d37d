// Queries on the history of documents.
#include "clausier/store/produced_documents.hpp"

#include <fmt/format.h>

#include "clausier/store/visibility.hpp"

namespace clausier::store {
namespace {

domain::ProducedDocument read_row(const Statement& row) {
    return {row.get<domain::Id<domain::ProducedDocument>>(0),
            row.get<std::optional<domain::Id<domain::Enquiry>>>(1),
            row.text(2),
            row.integer(3),
            row.text(4),
            row.text(5),
            row.text(6),
            row.text(7),
            row.integer(8),
            row.get<core::Instant>(9),
            row.text(10)};
}

// Those of the dossiers that one sees, and those of no dossier that one's organisations made.
std::string visible_documents(const domain::Viewer& viewer) {
    const std::string enquiries = visible_enquiries(viewer, "d.enquiry_id");
    if (enquiries == "1") return "";
    return fmt::format(" AND ({} OR (d.enquiry_id IS NULL AND {}))", enquiries, visible_actors(viewer, "d.actor"));
}

}  // namespace

domain::ProducedDocument ProducedDocuments::save(domain::ProducedDocument document) {
    document.id.value = tx_.value<std::int64_t>(R"(
INSERT INTO produced_documents (enquiry_id, template_key, template_version, template_sha256, title, format, sha256, size,
  at, actor)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id)",
                                                document.enquiry, document.template_key, document.template_version,
                                                document.template_sha256, document.title, document.format,
                                                document.sha256, document.size, document.at, document.actor);
    return document;
}

std::optional<domain::ProducedDocument> ProducedDocuments::same(const domain::ProducedDocument& document) {
    auto rows = tx_.query(R"(
SELECT id, enquiry_id, template_key, template_version, template_sha256, title, format, sha256, size, at, actor
FROM produced_documents WHERE enquiry_id IS ?1 AND template_key = ?2 AND format = ?3 AND sha256 = ?4
ORDER BY id LIMIT 1)",
                          document.enquiry, document.template_key, document.format, document.sha256);
    if (!rows.step()) return std::nullopt;
    return read_row(rows);
}

ProducedPage ProducedDocuments::list(const ProducedFilter& filter) {
    ProducedPage page;
    const std::string visible = visible_documents(tx_.viewer());
    page.total = tx_.value<std::int64_t>(fmt::format(R"(
SELECT count(*) FROM produced_documents d WHERE (?1 IS NULL OR d.enquiry_id = ?1) AND (?2 = '' OR d.template_key = ?2){})",
                                                     visible),
                                         filter.enquiry, filter.template_key);
    auto rows = tx_.query(fmt::format(R"(
SELECT d.id, d.enquiry_id, d.template_key, d.template_version, d.template_sha256, d.title, d.format, d.sha256, d.size,
  d.at, d.actor
FROM produced_documents d WHERE (?1 IS NULL OR d.enquiry_id = ?1) AND (?2 = '' OR d.template_key = ?2){}
ORDER BY d.id DESC LIMIT ?3 OFFSET ?4)",
                                      visible),
                          filter.enquiry, filter.template_key, filter.limit, filter.offset);
    while (rows.step()) page.documents.push_back(read_row(rows));
    return page;
}

}  // namespace clausier::store
