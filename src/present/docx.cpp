// Gathers the parts of a DOCX.
#include <fmt/chrono.h>

#include <array>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "clausier/core/asset.hpp"
#include "clausier/present/template.hpp"
#include "document_text.hpp"
#include "docx_body.hpp"
#include "office_zip.hpp"

namespace clausier::present {
namespace {

namespace json = boost::json;

constexpr int kLevels = 9;
constexpr int kIndent = 340;  // twips a level

std::string part(const char* name, const json::object& values) {
    return Template::embedded(std::string("docx/") + name).render(values);
}

std::string fixed(const char* name) { return std::string(core::asset(std::string("templates/docx/") + name)); }

json::object properties(const Document& document) {
    return {{"titre", flat(document.title)},
            {"sujet", flat(document.subject)},
            {"organisme", flat(document.author)},
            {"pied", flat(document.title)},
            {"largeur", docx_width(document)},
            {"date", fmt::format("{:%Y-%m-%dT%H:%M:%SZ}",
                                 fmt::gmtime(std::chrono::system_clock::to_time_t(document.made_at)))}};
}

json::object numbering(const std::vector<int>& numbered) {
    static constexpr std::array<const char*, 3> bullets = {"•", "–", "▪"};
    static constexpr std::array<const char*, 3> figures = {"decimal", "lowerLetter", "lowerRoman"};
    static constexpr std::array<const char*, 3> ends = {".", ")", "."};
    json::array levels;
    for (std::size_t level = 0; level < kLevels; ++level)
        levels.emplace_back(json::object{{"niveau", level},
                                         {"rang", level + 1},
                                         {"retrait", kIndent * (static_cast<int>(level) + 1)},
                                         {"puce", bullets.at(level % 3)},
                                         {"chiffre", figures.at(level % 3)},
                                         {"fin", ends.at(level % 3)}});
    json::array lists;
    for (std::size_t i = 0; i < numbered.size(); ++i)
        lists.emplace_back(json::object{{"numero", i + 2}, {"niveau", numbered[i]}});
    return {{"niveaux", std::move(levels)}, {"listes", std::move(lists)}};
}

json::object relations(const std::vector<DocxImage>& images) {
    json::array out;
    for (const DocxImage& image : images) out.emplace_back(json::object{{"id", image.id}, {"nom", image.name}});
    return {{"images", std::move(out)}};
}

}  // namespace

std::string docx(const Document& document, const Rasteriser& raster) {
    DocxBody body = docx_body(document, raster);
    const json::object about = properties(document);
    std::vector<OfficePart> parts = {
        {"[Content_Types].xml", fixed("content_types.xml")},
        {"_rels/.rels", fixed("rels.xml")},
        {"word/document.xml", std::move(body.xml)},
        {"word/_rels/document.xml.rels", part("document_rels.xml", relations(body.images))},
        {"word/styles.xml", fixed("styles.xml")},
        {"word/numbering.xml", part("numbering.xml", numbering(body.numbered))},
        {"word/settings.xml", fixed("settings.xml")},
        {"word/footer1.xml", part("footer.xml", about)},
        {"docProps/core.xml", part("core.xml", about)},
        {"docProps/app.xml", part("app.xml", about)}};
    for (DocxImage& image : body.images) {
        const bool stored = image.name.ends_with(".png");
        parts.push_back({"word/media/" + image.name, std::move(image.bytes), stored});
    }
    return office_zip(parts);
}

}  // namespace clausier::present
