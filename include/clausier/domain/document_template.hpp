// Templates of documents as they are kept, and what was produced from them.
#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "clausier/core/clock.hpp"
#include "clausier/domain/id.hpp"

namespace clausier::domain {

struct Enquiry;

// A template in force. Version 0 is the program's own text, which nobody wrote on any day.
struct DocumentTemplate {
    std::string key;      // "ccap"
    std::string name;     // "CCAP : clause sociale"
    bool own = false;     // the program has a text of that key
    bool edited = false;  // the text in force is a user's
    std::int64_t version = 0;
    std::string text;
    std::string sha256;  // of the text
    std::optional<core::Instant> at;
    std::string actor;
};

struct TemplateVersion {
    std::int64_t version = 0;
    std::string text;
    std::optional<core::Instant> at;
    std::string actor;
};

// A document that left the program: from which text, and the fingerprint of its bytes. Never changed.
struct ProducedDocument {
    Id<ProducedDocument> id{};
    std::optional<Id<Enquiry>> enquiry;
    std::string template_key;
    std::int64_t template_version = 0;
    std::string template_sha256;
    std::string title;
    std::string format;  // "html", "docx", "odt", "pdf", "xlsx" or "txt"
    std::string sha256;
    std::int64_t size = 0;  // bytes
    core::Instant at{};
    std::string actor;
};

}  // namespace clausier::domain
