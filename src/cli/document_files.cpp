// Documents into files.
#include "document_files.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

#include "clausier/cli/usage.hpp"

namespace clausier::cli {

std::string document_format(const std::string& file) {
    static constexpr std::array<std::string_view, 5> known{"docx", "odt", "pdf", "html", "txt"};
    if (file.empty()) return "txt";
    const std::string ending = std::filesystem::path(file).extension().string();
    const std::string format = ending.empty() ? "" : ending.substr(1);
    if (std::find(known.begin(), known.end(), format) == known.end())
        throw UsageError("option --sortie",
                         "« " + file + " » n’a pas une fin connue ; donnez un nom en .docx, .odt, .pdf, .html ou .txt");
    return format;
}

std::string document_bytes(const present::Document& document, const std::string& format,
                           const present::Engines& engines) {
    if (format == "docx") return present::docx(document, engines.raster);
    if (format == "odt") return present::odt(document, engines.raster);
    if (format == "html") return present::print_page(document);
    if (format == "txt") return present::plain_text(document);
    if (!engines.pdf)
        throw core::Error(core::ErrorKind::unavailable, "PDF",
                          "cette machine n’a pas de quoi faire un PDF ; donnez un nom en .docx ou .odt");
    return engines.pdf(present::print_page(document));
}

}  // namespace clausier::cli
