// Gathers the parts of an ODT.
#include <fmt/chrono.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "clausier/present/template.hpp"
#include "document_text.hpp"
#include "odt_body.hpp"
#include "office_zip.hpp"

namespace clausier::present {
namespace {

namespace json = boost::json;

std::string part(const char* name, const json::object& values) {
    return Template::embedded(std::string("odt/") + name).render(values);
}

json::object properties(const Document& document, const std::vector<OdtImage>& images) {
    json::array pictures;
    for (const OdtImage& image : images) pictures.emplace_back(json::object{{"nom", image.name}, {"type", image.type}});
    return {{"titre", flat(document.title)},
            {"sujet", flat(document.subject)},
            {"organisme", flat(document.author)},
            {"largeur", document.landscape ? 297 : 210},
            {"hauteur", document.landscape ? 210 : 297},
            {"texte_largeur", document.landscape ? 257 : 170},
            {"sens", document.landscape ? "landscape" : "portrait"},
            {"images", std::move(pictures)},
            {"date", fmt::format("{:%Y-%m-%dT%H:%M:%SZ}",
                                 fmt::gmtime(std::chrono::system_clock::to_time_t(document.made_at)))}};
}

}  // namespace

std::string odt(const Document& document, const Rasteriser& raster) {
    OdtBody body = odt_body(document, raster);
    const json::object about = properties(document, body.images);
    // The type comes first and as it is, so that it is found at a fixed place of the file.
    std::vector<OfficePart> parts = {{"mimetype", "application/vnd.oasis.opendocument.text", true},
                                     {"META-INF/manifest.xml", part("manifest.xml", about)},
                                     {"content.xml", std::move(body.xml)},
                                     {"styles.xml", part("styles.xml", about)},
                                     {"meta.xml", part("meta.xml", about)}};
    for (OdtImage& image : body.images) {
        const bool stored = image.name.ends_with(".png");
        parts.push_back({"Pictures/" + image.name, std::move(image.bytes), stored});
    }
    return office_zip(parts);
}

}  // namespace clausier::present
