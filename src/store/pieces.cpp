// Files by their hash: written beside, synced, renamed, then named in the database.
#include "clausier/store/pieces.hpp"

#include <stdlib.h>
#include <unistd.h>

#include <array>
#include <fstream>
#include <tuple>

#include "clausier/core/digest.hpp"
#include "clausier/core/issue.hpp"
#include "durable.hpp"
#include "hold.hpp"

namespace clausier::store {

using core::Error;
using core::ErrorKind;

namespace {

constexpr std::string_view arriving_prefix = "arrivee-";

// A new file in the folder, nobody else's to read.
std::filesystem::path fresh_file(const std::filesystem::path& folder) {
    std::string name = (folder / (held_prefix(std::string(arriving_prefix)) + "XXXXXX")).string();
    const int file = ::mkstemp(name.data());
    if (file < 0)
        throw Error(ErrorKind::unavailable, folder.string(),
                    "écriture impossible ; vérifiez le dossier, les droits et la place libre");
    ::close(file);
    return name;
}

// Copies the file, hashing on the way; tells its hash and size.
std::pair<std::string, std::int64_t> copy_hashed(const std::filesystem::path& from, const std::filesystem::path& to) {
    std::ifstream in(from, std::ios::binary);
    if (!in)
        throw Error(ErrorKind::not_found, from.string(),
                    "le fichier ne peut pas être lu ; vérifiez le chemin et les droits");
    std::ofstream out(to, std::ios::binary | std::ios::trunc);
    core::Sha256 hash;
    std::int64_t size = 0;
    std::array<char, 65536> buffer{};
    while (in) {
        in.read(buffer.data(), buffer.size());
        const std::string_view bytes(buffer.data(), static_cast<std::size_t>(in.gcount()));
        hash.update(bytes);
        size += in.gcount();
        out << bytes;
    }
    // A reading that failed is not the end of the file.
    if (in.bad()) throw Error(ErrorKind::unavailable, from.string(), "la lecture du fichier a échoué ; recommencez");
    out.close();
    if (!out)
        throw Error(ErrorKind::unavailable, to.string(), "écriture impossible ; vérifiez la place libre et les droits");
    return {hash.finish(), size};
}

Piece read_row(const Statement& row) { return {row.text(0), row.text(1), row.integer(2), row.get<core::Instant>(3)}; }

}  // namespace

Pieces::Pieces(Transaction& tx, std::filesystem::path folder) : tx_(tx), folder_(std::move(folder)) {
    if (folder_.empty())
        throw Error(ErrorKind::invalid, "base",
                    "une base en mémoire ne garde pas de fichiers ; donnez un fichier avec --base");
}

ArrivingPiece::ArrivingPiece(const std::filesystem::path& folder, const std::filesystem::path& file) {
    std::filesystem::create_directories(folder);
    partial_ = fresh_file(folder);
    try {
        hold_ = std::make_unique<Hold>(partial_);
        std::tie(hash_, size_) = copy_hashed(file, partial_);
        sync_file(partial_);
    } catch (...) {
        std::error_code ignored;
        std::filesystem::remove(partial_, ignored);
        throw;
    }
}

ArrivingPiece::~ArrivingPiece() {
    std::error_code ignored;
    if (!partial_.empty()) std::filesystem::remove(partial_, ignored);
}

Piece Pieces::add(ArrivingPiece& arriving, const std::string& name, core::Instant at) {
    if (!arriving.partial_.empty() && !std::filesystem::exists(folder_ / arriving.hash_)) {
        rename_durably(arriving.partial_, folder_ / arriving.hash_);
        arriving.partial_.clear();
    }
    tx_.run("INSERT INTO pieces (hash, name, size, at) VALUES (?, ?, ?, ?) ON CONFLICT (hash) DO NOTHING",
            arriving.hash_, name, arriving.size_, at);
    return find(arriving.hash_).value();
}

Piece Pieces::add(const std::filesystem::path& file, const std::string& name, core::Instant at) {
    ArrivingPiece arriving(folder_, file);
    return add(arriving, name, at);
}

std::optional<Piece> Pieces::find(const std::string& hash) {
    auto rows = tx_.query("SELECT hash, name, size, at FROM pieces WHERE hash = ?", hash);
    if (!rows.step()) return std::nullopt;
    return read_row(rows);
}

std::vector<Piece> Pieces::list() {
    auto rows = tx_.query("SELECT hash, name, size, at FROM pieces ORDER BY at, hash");
    std::vector<Piece> pieces;
    while (rows.step()) pieces.push_back(read_row(rows));
    return pieces;
}

std::filesystem::path Pieces::path(const std::string& hash) const {
    auto file = folder_ / hash;
    if (!std::filesystem::exists(file))
        throw Error(ErrorKind::not_found, hash, "le fichier de cette pièce a disparu ; restaurez une sauvegarde");
    return file;
}

void Pieces::forget(const std::string& hash) { tx_.run("DELETE FROM pieces WHERE hash = ?", hash); }

std::int64_t Pieces::sweep() {
    if (!std::filesystem::exists(folder_)) return 0;
    std::int64_t removed = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder_)) {
        const std::string name = entry.path().filename().string();
        const bool arriving = name.starts_with(arriving_prefix);
        const bool left = arriving ? is_abandoned(entry.path(), std::string(arriving_prefix)) : !find(name);
        if (left && std::filesystem::remove(entry.path())) ++removed;
    }
    return removed;
}

}  // namespace clausier::store
