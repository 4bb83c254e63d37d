// Words that tables and pages of documents share.
#pragma once
#include <algorithm>
#include <string>
#include <vector>

#include "clausier/core/text.hpp"
#include "clausier/domain/document_template.hpp"
#include "clausier/present/document_variables.hpp"

namespace clausier::present {

inline std::string origin(const domain::DocumentTemplate& one) {
    if (!one.edited) return "du programme";
    return one.own ? "le vôtre, à la place de celui du programme" : "le vôtre";
}

// Version 0 has no number: it is the program's.
inline std::string version_text(std::int64_t version) { return version == 0 ? "programme" : std::to_string(version); }

inline std::string template_name(const std::vector<domain::DocumentTemplate>& templates, const std::string& key) {
    const auto found =
        std::find_if(templates.begin(), templates.end(), [&](const auto& one) { return one.key == key; });
    return found == templates.end() ? key : found->name;
}

// Enough of a fingerprint to tell two files apart at a glance.
inline std::string abridged(const std::string& sha256) { return sha256.substr(0, 12); }

// What a flag holds in the sample is of no help.
inline std::string first_example(const DocumentVariable& one) {
    return one.kind == VariableKind::text ? std::string(core::split(one.example, '|').front()) : std::string();
}

}  // namespace clausier::present
