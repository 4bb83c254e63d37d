// Files by their hash: written beside, synced, renamed, then named in the database.
#include "clausier/store/pieces.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <fstream>

#include "clausier/core/digest.hpp"
#include "clausier/core/issue.hpp"
#include "durable.hpp"

namespace clausier::store {

using core::Error;
using core::ErrorKind;

namespace {

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

Piece Pieces::add(const std::filesystem::path& file, const std::string& name, core::Instant at) {
    std::filesystem::create_directories(folder_);
    const auto partial = folder_ / fmt::format("arrivee-{}.partiel", ::getpid());
    Piece piece{{}, name, 0, at};
    try {
        std::tie(piece.hash, piece.size) = copy_hashed(file, partial);
    } catch (...) {
        std::error_code ignored;
        std::filesystem::remove(partial, ignored);
        throw;
    }
    if (std::filesystem::exists(folder_ / piece.hash))
        std::filesystem::remove(partial);
    else
        rename_durably(partial, folder_ / piece.hash);
    tx_.run("INSERT INTO pieces (hash, name, size, at) VALUES (?, ?, ?, ?) ON CONFLICT (hash) DO NOTHING", piece.hash,
            piece.name, piece.size, piece.at);
    return find(piece.hash).value();
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
    for (const auto& entry : std::filesystem::directory_iterator(folder_))
        if (!find(entry.path().filename().string()) && std::filesystem::remove(entry.path())) ++removed;
    return removed;
}

}  // namespace clausier::store
