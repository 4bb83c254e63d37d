// Compares the extension of a file with what its content is known to be.
#include "upload_name.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>

#include "clausier/core/text.hpp"
#include "clausier/sheets/read.hpp"

namespace clausier::web {
namespace {

using sheets::Format;

std::optional<Format> content_of(const http::FilePart& part) {
    sheets::Source source;
    source.path = part.file->path();
    source.name = part.filename;
    try {
        return sheets::open(source).format;
    } catch (const core::Error&) {
        return std::nullopt;
    }
}

// The extensions of a format, the first being the one to advise. Much software exports text, or an xlsx, under the
// name .xls: that is taken.
std::vector<std::string_view> extensions(Format format) {
    switch (format) {
        case Format::csv:
            return {".csv", ".txt", ".tsv", ".xls"};
        case Format::xlsx:
            return {".xlsx", ".xlsm", ".xls"};
        case Format::ods:
            return {".ods"};
        case Format::xls:
            return {".xls"};
        case Format::decp_json:
            return {".json"};
        case Format::decp_xml:
            return {".xml"};
    }
    return {};
}

void require_true_name(const http::FilePart& part) {
    const auto format = content_of(part);
    if (!format) return;
    const std::string extension = core::fold(std::filesystem::path(part.filename).extension().string());
    const auto allowed = extensions(*format);
    for (const std::string_view one : allowed)
        if (extension == core::fold(one)) return;
    throw core::Error(core::ErrorKind::invalid, "fichier",
                      "« " + part.filename + " » contient du " + std::string(allowed.front().substr(1)) +
                          ", ce que son nom ne dit pas ; donnez-lui l’extension " + std::string(allowed.front()) +
                          ", puis envoyez-le de nouveau");
}

}  // namespace

void require_true_names(const http::Form& form) {
    for (const http::FilePart& part : form.files)
        if (!part.filename.empty() && part.file && part.file->size() > 0) require_true_name(part);
}

}  // namespace clausier::web
