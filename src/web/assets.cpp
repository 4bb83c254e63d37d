// Embedded assets with their types and fingerprints.
#include "assets.hpp"

#include <array>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "clausier/core/asset.hpp"
#include "clausier/core/digest.hpp"
#include "clausier/core/issue.hpp"

namespace clausier::web {
namespace {

struct Known {
    std::string_view name;
    std::string_view path;  // among the embedded files, and in the folder given by the user
    std::string_view type;
};
constexpr std::array<Known, 4> known{{{"app.css", "web/assets/app.css", "text/css; charset=utf-8"},
                                      {"app.js", "web/assets/app.js", "text/javascript; charset=utf-8"},
                                      {"icone.svg", "web/assets/icone.svg", "image/svg+xml"},
                                      {"htmx.min.js", "web/htmx.min.js", "text/javascript; charset=utf-8"}}};

std::string read(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

Assets::Assets(std::filesystem::path folder) : folder_(std::move(folder)) {
    for (const Known& file : known) {
        const std::string_view bytes = core::asset(file.path);
        if (bytes.empty()) throw std::logic_error("no asset " + std::string(file.path));
        Entry entry;
        entry.hash = core::short_digest(bytes).substr(0, 12);
        entry.type = file.type;
        entry.bytes = std::make_shared<const std::string>(bytes);
        entries_.emplace(file.name, std::move(entry));
    }
}

std::string Assets::url(std::string_view name) const {
    const auto found = entries_.find(name);
    if (found == entries_.end()) throw std::logic_error("no asset " + std::string(name));
    return "/actifs/" + (folder_.empty() ? found->second.hash : "dossier") + "/" + std::string(name);
}

http::Response Assets::answer(std::string_view hash, std::string_view name) const {
    const auto found = entries_.find(name);
    const bool live = !folder_.empty() && hash == "dossier";
    if (found == entries_.end() || (found->second.hash != hash && !live))
        throw core::Error(core::ErrorKind::not_found, "", "ce fichier n’existe pas (ou plus) ; rechargez la page");
    http::Response out;
    out.headers.set("Content-Type", found->second.type);
    if (live) {
        out.headers.set("Cache-Control", "no-cache");
        for (const Known& file : known)
            if (file.name == name) out.body = read(folder_ / file.path);
        if (out.body.empty()) out.shared = found->second.bytes;  // what comes from npm stands in no folder of ours
        return out;
    }
    out.headers.set("Cache-Control", "public, max-age=31536000, immutable");
    out.shared = found->second.bytes;
    return out;
}

}  // namespace clausier::web
