// The history of the documents that were produced.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "clausier/domain/document_template.hpp"
#include "clausier/store/transaction.hpp"

namespace clausier::store {

// Every condition left empty lets all through.
struct ProducedFilter {
    std::optional<domain::Id<domain::Enquiry>> enquiry{};
    std::string template_key{};
    std::int64_t limit = 100;
    std::int64_t offset = 0;
};

// The newest first; `total` whatever the limit.
struct ProducedPage {
    std::vector<domain::ProducedDocument> documents;
    std::int64_t total = 0;
};

class ProducedDocuments {
public:
    explicit ProducedDocuments(Transaction& tx) : tx_(tx) {}

    domain::ProducedDocument save(domain::ProducedDocument document);
    // The first one with the same dossier, template, format and fingerprint.
    [[nodiscard]] std::optional<domain::ProducedDocument> same(const domain::ProducedDocument& document);
    [[nodiscard]] ProducedPage list(const ProducedFilter& filter);

private:
    Transaction& tx_;
};

}  // namespace clausier::store
