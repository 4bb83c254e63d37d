// Templates written by users, each with every version it ever had.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/domain/document_template.hpp"
#include "clausier/store/transaction.hpp"

namespace clausier::store {

// A template and its last version, without its text.
struct KeptTemplate {
    std::string key;
    std::string name;
    bool withdrawn = false;
    std::int64_t version = 0;
    core::Instant at{};
    std::string actor;
};

class DocumentTemplates {
public:
    explicit DocumentTemplates(Transaction& tx) : tx_(tx) {}

    // By name, the withdrawn ones included.
    [[nodiscard]] std::vector<KeptTemplate> list();
    [[nodiscard]] std::optional<KeptTemplate> find(std::string_view key);
    // The newest first.
    [[nodiscard]] std::vector<domain::TemplateVersion> versions(std::string_view key);
    [[nodiscard]] std::optional<domain::TemplateVersion> version(std::string_view key, std::int64_t version);

    // Adds a version, and the template with it when there is none; one that was withdrawn is no more. Gives the
    // version.
    std::int64_t save(const std::string& key, const std::string& name, const std::string& text, core::Instant at,
                      const std::string& actor);
    // Its versions stay. False when there is none of that key.
    bool withdraw(std::string_view key);

private:
    Transaction& tx_;
};

}  // namespace clausier::store
