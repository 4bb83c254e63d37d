// Implements the recognition of archives and the relationships between parts of an Open Packaging file.
#include "package.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "xml.hpp"

namespace clausier::sheets {
namespace {

constexpr std::uint64_t part_limit = 4 << 20;  // bytes of the parts that only describe

bool contains(std::string_view text, std::string_view word) { return text.find(word) != std::string_view::npos; }

std::string_view last_word(std::string_view url) { return url.substr(url.rfind('/') + 1); }

// "xl/workbook.xml" → "xl/"; "workbook.xml" → "".
std::string_view folder_of(std::string_view part) { return part.substr(0, part.rfind('/') + 1); }

// The entry a target leads to from a folder: "/xl/a.xml", "../a.xml", "./a.xml", "a.xml".
std::string resolve(std::string_view folder, std::string_view target) {
    std::string path;
    if (target.substr(0, 1) != "/") path = folder;
    for (std::size_t begin = 0; begin <= target.size();) {
        const auto end = std::min(target.find_first_of("/\\", begin), target.size());
        const auto step = target.substr(begin, end - begin);
        begin = end + 1;
        if (step.empty() || step == ".") continue;
        if (step == "..") {
            if (!path.empty()) path.pop_back();
            path.resize(folder_of(path).size());
            continue;
        }
        path += step;
        if (end < target.size()) path += '/';
    }
    return path;
}

class RelationsReader final : public XmlHandler {
public:
    explicit RelationsReader(std::string_view folder) : folder_(folder) {}

    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name != "Relationship" || attributes.get("TargetMode") == "External") return;
        found.push_back({std::string(attributes.get("Id")), std::string(last_word(attributes.get("Type"))),
                         resolve(folder_, attributes.get("Target"))});
    }
    void end(std::string_view) override {}
    [[nodiscard]] bool wants_text() const override { return false; }

    std::vector<Relation> found;

private:
    std::string_view folder_;
};

// Looks for the type of one part, and for the part that says it is a workbook.
class ContentTypesReader final : public XmlHandler {
public:
    explicit ContentTypesReader(std::string_view part) : part_(part) {}

    void start(std::string_view name, const XmlAttributes& attributes) override {
        const auto type = attributes.get("ContentType");
        if (name == "Default" && attributes.get("Extension") == part_.substr(part_.rfind('.') + 1)) {
            if (type_of_part.empty()) type_of_part = type;
            return;
        }
        if (name != "Override") return;
        auto part = attributes.get("PartName");
        if (part.substr(0, 1) == "/") part.remove_prefix(1);
        if (part == part_) type_of_part = type;
        if (contains(type, "sheet") && contains(type, ".main+xml")) workbook = part;
    }
    void end(std::string_view) override {}
    [[nodiscard]] bool wants_text() const override { return false; }

    std::string type_of_part;
    std::string workbook;

private:
    std::string_view part_;
};

ContentTypesReader content_types(Archive& archive, std::string_view part) {
    ContentTypesReader reader(part);
    if (archive.has("[Content_Types].xml")) parse_xml(archive, "[Content_Types].xml", reader, part_limit);
    return reader;
}

std::string short_text(Archive& archive, std::string_view entry, std::size_t at_most) {
    return archive.has(entry) ? archive.text(entry, at_most) : std::string();
}

Format open_document(Archive& archive, std::string_view type, std::string_view manifest) {
    if (archive.has("encrypted-package") || contains(manifest, "encryption-data"))
        throw archive.refusal("le fichier est protégé par un mot de passe ; enregistrez-le sans mot de passe");
    if (contains(type, "opendocument.spreadsheet")) return Format::ods;
    const std::string_view kind = contains(type, "opendocument.text") ? "un document texte OpenDocument"
                                  : contains(type, "opendocument.presentation")
                                      ? "une présentation OpenDocument"
                                      : "un document qui n’est pas un tableur";
    throw archive.refusal(
        fmt::format("c’est {} ; copiez le tableau dans un tableur et enregistrez-le en .ods ou .xlsx", kind));
}

Format open_xml(Archive& archive, std::string_view main) {
    const std::string type = content_types(archive, main).type_of_part;
    if (contains(type, "sheet.binary") || main.substr(main.rfind('.') + 1) == "bin")
        throw archive.refusal("c’est un classeur binaire .xlsb ; enregistrez-le en .xlsx depuis le tableur");
    if (contains(type, "spreadsheetml") || contains(type, "ms-excel")) return Format::xlsx;
    if (!contains(type, "word") && !contains(type, "presentation") && !contains(type, "powerpoint") &&
        !contains(type, "visio") && main.substr(0, 3) == "xl/")
        return Format::xlsx;
    const std::string_view kind = contains(type, "word")                                           ? "un document Word"
                                  : contains(type, "presentation") || contains(type, "powerpoint") ? "une présentation"
                                                                                                   : "un document";
    throw archive.refusal(
        fmt::format("c’est {} et non un tableur ; copiez le tableau dans un tableur et enregistrez-le en .xlsx", kind));
}

}  // namespace

std::vector<Relation> relations(Archive& archive, std::string_view part) {
    const auto folder = folder_of(part);
    const std::string entry = fmt::format("{}_rels/{}.rels", folder, part.substr(folder.size()));
    RelationsReader reader(folder);
    if (archive.has(entry)) parse_xml(archive, entry, reader, part_limit);
    return std::move(reader.found);
}

std::string main_part(Archive& archive) {
    for (auto& relation : relations(archive, ""))
        if (relation.type == "officeDocument") return std::move(relation.target);
    return content_types(archive, "").workbook;
}

Format archive_format(Archive& archive) {
    const std::string mimetype = short_text(archive, "mimetype", 1024);
    const std::string manifest = short_text(archive, "META-INF/manifest.xml", part_limit);
    if (contains(mimetype, "opendocument") || contains(manifest, "oasis.opendocument"))
        return open_document(archive, mimetype.empty() ? manifest : mimetype, manifest);
    const std::string main = main_part(archive);
    if (!main.empty()) return open_xml(archive, main);
    if (archive.has("Index/Document.iwa") || archive.has("Index.zip"))
        throw archive.refusal("c’est un classeur Numbers ; exportez-le en .xlsx depuis Numbers");
    throw archive.refusal("c’est une archive zip et non un tableur ; extrayez d’abord le tableur qu’elle contient");
}

}  // namespace clausier::sheets
