// The database first, as one state, then the pieces that this state names.
#include "clausier/store/backup.hpp"

#include <fmt/format.h>

#include <array>
#include <fstream>

#include "clausier/core/digest.hpp"
#include "clausier/core/issue.hpp"
#include "clausier/store/pieces.hpp"
#include "connection.hpp"
#include "durable.hpp"

namespace clausier::store {
namespace {

using core::Error;
using core::ErrorKind;

std::filesystem::path with(const std::filesystem::path& path, std::string_view suffix) {
    auto longer = path;
    longer += suffix;
    return longer;
}

// The fingerprint of a file's content; empty when it cannot be read.
std::string hash_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) return {};
    core::Sha256 digest;
    constexpr std::size_t block = 65536;
    std::array<char, block> bytes{};
    while (in.read(bytes.data(), bytes.size()) || in.gcount() > 0)
        digest.update({bytes.data(), static_cast<std::size_t>(in.gcount())});
    return in.bad() ? std::string() : digest.finish();
}

// What is wrong with a piece whose file is not what its name says, or is not there.
core::Issue faulty(const Piece& piece, bool there) {
    core::Issue out = there ? core::warning("piece_alteree",
                                            "son fichier n’a plus le contenu reçu ; reprenez-le d’une autre sauvegarde")
                            : core::warning("piece_perdue", "son fichier a disparu ; remettez-le ou passez outre");
    out.where = fmt::format("pièce « {} »", piece.name);
    return out;
}

// Every piece that `database` names, from one folder to another; tells those whose file is lost or is no longer what
// its name says, which are not copied. One already there is kept when it is sound.
std::vector<core::Issue> copy_pieces(Database& database, const std::filesystem::path& from,
                                     const std::filesystem::path& to) {
    std::vector<core::Issue> lost;
    Transaction tx = database.read();
    for (const Piece& piece : Pieces(tx, from).list()) {
        const auto source = from / piece.hash;
        const auto target = to / piece.hash;
        if (std::filesystem::exists(target) && hash_of(target) == piece.hash) continue;
        if (!std::filesystem::exists(source)) {
            lost.push_back(faulty(piece, false));
            continue;
        }
        std::filesystem::create_directories(to);
        const auto partial = with(target, ".partiel");
        std::filesystem::copy_file(source, partial, std::filesystem::copy_options::overwrite_existing);
        if (hash_of(partial) == piece.hash) {
            rename_durably(partial, target);
        } else {
            std::filesystem::remove(partial);
            lost.push_back(faulty(piece, true));
        }
    }
    return lost;
}

// Ends write-ahead logging on a file that is about to be replaced, so that nothing of the old one is read with the new.
void quiet(const std::filesystem::path& file) {
    try {
        Connection connection(file, Access::write, std::chrono::milliseconds(500));
        connection.script("PRAGMA journal_mode = DELETE");
    } catch (const Error& error) {
        if (error.kind() == ErrorKind::unavailable) throw;
    }
    for (const std::string_view suffix : {"-wal", "-shm"}) std::filesystem::remove(with(file, suffix));
}

}  // namespace

std::vector<core::Issue> faulty_pieces(Database& database) {
    std::vector<core::Issue> out;
    if (database.in_memory()) return out;
    const std::filesystem::path folder = database.pieces_folder();
    Transaction tx = database.read();
    for (const Piece& piece : Pieces(tx, folder).list())
        if (const std::string hash = hash_of(folder / piece.hash); hash != piece.hash)
            out.push_back(faulty(piece, std::filesystem::exists(folder / piece.hash)));
    return out;
}

std::vector<core::Issue> backup(Database& database, const std::filesystem::path& to, const core::Progress& progress) {
    if (std::filesystem::exists(to))
        throw Error(ErrorKind::conflict, to.string(), "le fichier existe déjà ; donnez un autre nom à la sauvegarde");
    database.copy_to(to, progress);
    if (database.in_memory()) return {};
    try {
        Database copy(to, {.must_exist = true});
        if (!copy.integrity().empty())
            throw Error(ErrorKind::unavailable, to.string(),
                        "la copie ne se relit pas saine et n’a pas été gardée ; vérifiez le disque, puis la base par "
                        "« clausier verifier »");
        return copy_pieces(copy, database.pieces_folder(), with(to, ".pieces"));
    } catch (...) {
        std::error_code ignored;
        for (const std::string_view suffix : {"", "-wal", "-shm"}) std::filesystem::remove(with(to, suffix), ignored);
        throw;
    }
}

namespace {

// The backup copied beside its destination, checked, and brought up to date.
std::vector<core::Issue> prepare(const std::filesystem::path& from, const std::filesystem::path& arriving,
                                 const std::filesystem::path& pieces, const Amend& amend) {
    {
        Connection source(from, Access::read, std::chrono::seconds(5));
        Connection target(arriving, Access::create, std::chrono::seconds(5));
        source.copy_to(target, {});
    }
    Database restored(arriving, {.must_exist = true, .copy_before_steps = false});
    if (const auto faults = restored.integrity(); !faults.empty())
        throw Error(ErrorKind::invalid, "",
                    fmt::format("la sauvegarde est abîmée ({}) ; prenez-en une autre", faults.front()));
    std::vector<core::Issue> lost = copy_pieces(restored, with(from, ".pieces"), pieces);
    if (amend) amend(restored);
    return lost;
}

}  // namespace

std::vector<core::Issue> restore(const std::filesystem::path& from, const std::filesystem::path& to,
                                 Overwrite overwrite, const Amend& amend) {
    if (std::filesystem::exists(to) && overwrite == Overwrite::no)
        throw Error(ErrorKind::conflict, to.string(),
                    "la base existe déjà ; confirmez son remplacement ou donnez un autre nom");
    if (!std::filesystem::exists(from))
        throw Error(ErrorKind::not_found, from.string(),
                    "il n’y a pas de sauvegarde à cet endroit ; vérifiez le chemin");
    const auto arriving = with(to, ".restauration");
    const auto clear = [&] {
        std::error_code ignored;
        for (const std::string_view suffix : {"", "-wal", "-shm"})
            std::filesystem::remove(with(arriving, suffix), ignored);
    };
    clear();
    std::vector<core::Issue> lost;
    try {
        lost = prepare(from, arriving, with(to, ".pieces"), amend);
    } catch (const Error& error) {
        clear();
        throw Error(error.kind(), from.string(), error.issues().front().text);
    }
    try {
        if (std::filesystem::exists(to)) quiet(to);
        rename_durably(arriving, to);
    } catch (...) {
        clear();
        throw;
    }
    return lost;
}

}  // namespace clausier::store
