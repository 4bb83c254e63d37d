// A document as the bytes of a file, in the format that its name tells.
#pragma once
#include <string>

#include "clausier/present/document.hpp"

namespace clausier::cli {

// "docx", "odt", "pdf", "html" or "txt" by the ending of the name; "txt" without a name. Throws UsageError for another.
std::string document_format(const std::string& file);

// Throws Error(unavailable) for a PDF when no engine makes one.
std::string document_bytes(const present::Document& document, const std::string& format,
                           const present::Engines& engines);

}  // namespace clausier::cli
