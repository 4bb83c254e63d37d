// Keeps the originals of files.
#include "kept_file.hpp"

#include <array>
#include <fstream>

#include "clausier/core/digest.hpp"
#include "clausier/core/issue.hpp"

namespace clausier::app {
namespace {

constexpr std::size_t chunk = 64 * 1024;

std::string digest_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in)
        throw core::Error(core::ErrorKind::not_found, file.filename().string(),
                          "ce fichier ne s’ouvre pas\u00a0; "
                          "vérifiez son nom et vos droits");
    core::Sha256 sha;
    std::array<char, chunk> bytes{};
    while (in.read(bytes.data(), static_cast<std::streamsize>(bytes.size())) || in.gcount() > 0)
        sha.update({bytes.data(), static_cast<std::size_t>(in.gcount())});
    return sha.finish();
}

}  // namespace

KeptFile::KeptFile(const store::Database& base, const std::filesystem::path& file) {
    if (base.in_memory()) {
        hash_ = digest_of(file);
    } else {
        folder_ = base.pieces_folder();
        piece_ = std::make_unique<store::ArrivingPiece>(folder_, file);
    }
}

std::string KeptFile::keep(store::Transaction& tx, const std::string& name, core::Instant at) {
    return piece_ ? store::Pieces(tx, folder_).add(*piece_, name, at).hash : hash_;
}

}  // namespace clausier::app
