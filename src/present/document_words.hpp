// Words that tables and pages of documents share.
#pragma once
#include <string>

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

// What a flag holds in the sample is of no help.
inline std::string first_example(const DocumentVariable& one) {
    return one.kind == VariableKind::text ? std::string(core::split(one.example, '|').front()) : std::string();
}

}  // namespace clausier::present
