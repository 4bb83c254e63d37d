// Pieces: files that the database names by their content, kept beside it in "<base>.pieces".
#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "clausier/store/database.hpp"

namespace clausier::store {

class Hold;

struct Piece {
    std::string hash;  // SHA-256 of the content, 64 hexadecimal digits
    std::string name;  // as the user called it
    std::int64_t size = 0;
    core::Instant at{};
};

// A file copied among the pieces before the transaction that names it: hashed, on the disk, and gone with the object
// unless Pieces::add() has taken it.
class ArrivingPiece {
public:
    // Throws Error(not_found) when the file cannot be opened, Error(unavailable) when it cannot be read to its end or
    // the disk refuses.
    ArrivingPiece(const std::filesystem::path& folder, const std::filesystem::path& file);
    ~ArrivingPiece();
    ArrivingPiece(const ArrivingPiece&) = delete;
    ArrivingPiece& operator=(const ArrivingPiece&) = delete;

    [[nodiscard]] const std::string& hash() const { return hash_; }

private:
    friend class Pieces;
    std::filesystem::path partial_;
    std::unique_ptr<Hold> hold_;
    std::string hash_;
    std::int64_t size_ = 0;
};

class Pieces {
public:
    // `folder` is Database::pieces_folder(). Throws Error(invalid) when it is empty: ":memory:" keeps no files.
    Pieces(Transaction& tx, std::filesystem::path folder);

    // Names it in the database; the content is on the disk when it returns, so before the commit. A content already
    // kept is not kept twice and keeps its first name. Throws Error(unavailable) when the disk refuses.
    Piece add(ArrivingPiece& arriving, const std::string& name, core::Instant at);
    // The same from the file. Throws as ArrivingPiece too.
    Piece add(const std::filesystem::path& file, const std::string& name, core::Instant at);
    [[nodiscard]] std::optional<Piece> find(const std::string& hash);
    [[nodiscard]] std::vector<Piece> list();
    // Where its content is. Throws Error(not_found) when the file has gone.
    [[nodiscard]] std::filesystem::path path(const std::string& hash) const;
    // The content's name goes from the database; sweep() removes the file.
    void forget(const std::string& hash);

    // Removes the files that the database does not name, left by a stop before the commit; tells how many. Inside a
    // write transaction only; pieces that arrive meanwhile are not touched.
    std::int64_t sweep();

private:
    Transaction& tx_;
    std::filesystem::path folder_;
};

}  // namespace clausier::store
