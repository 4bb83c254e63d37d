// Pieces: files that the database names by their content, kept beside it in "<base>.pieces".
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "clausier/store/database.hpp"

namespace clausier::store {

struct Piece {
    std::string hash;  // SHA-256 of the content, 64 hexadecimal digits
    std::string name;  // as the user called it
    std::int64_t size = 0;
    core::Instant at{};
};

class Pieces {
public:
    // `folder` is Database::pieces_folder(). Throws Error(invalid) when it is empty: ":memory:" keeps no files.
    Pieces(Transaction& tx, std::filesystem::path folder);

    // Copies the file among the pieces and names it in the database; the content is on the disk when it returns, so
    // before the commit. A content already kept is not written twice and keeps its first name. Throws Error(not_found)
    // when the file cannot be read, Error(unavailable) when the disk refuses.
    Piece add(const std::filesystem::path& file, const std::string& name, core::Instant at);
    [[nodiscard]] std::optional<Piece> find(const std::string& hash);
    [[nodiscard]] std::vector<Piece> list();
    // Where its content is. Throws Error(not_found) when the file has gone.
    [[nodiscard]] std::filesystem::path path(const std::string& hash) const;
    // The content's name goes from the database; sweep() removes the file.
    void forget(const std::string& hash);

    // Removes the files that the database does not name, left by a stop between the copy and the commit; tells how
    // many. Inside a write transaction only, so that no piece is on its way in.
    std::int64_t sweep();

private:
    Transaction& tx_;
    std::filesystem::path folder_;
};

}  // namespace clausier::store
