// Files named by the database are on the disk before the commit that names them; those left over are swept.
#include "clausier/store/pieces.hpp"

#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "clausier/core/digest.hpp"
#include "sheets/scratch_folder.hpp"
#include "store/tenders.hpp"

using namespace clausier;
using store::Pieces;

namespace {

std::filesystem::path file(const tests::ScratchFolder& folder, const std::string& name, const std::string& content) {
    std::ofstream(folder.path() / name, std::ios::binary) << content;
    return folder.path() / name;
}

}  // namespace

TEST_CASE("a piece is kept under the hash of its content, once, with its first name") {
    tests::ScratchFolder folder;
    store::Database database(folder.path() / "base.sqlite");
    const std::string content(200'000, 'x');
    auto tx = database.write();
    Pieces pieces(tx, database.pieces_folder());
    const auto piece = pieces.add(file(folder, "marches.xlsx", content), "marches.xlsx", tests::noon(21));
    CHECK(piece.hash == core::sha256(content));
    CHECK(piece.size == 200'000);
    CHECK(tests::content_of(pieces.path(piece.hash)) == content);
    const auto again = pieces.add(file(folder, "copie.xlsx", content), "copie.xlsx", tests::noon(22));
    CHECK(again.name == "marches.xlsx");
    CHECK(pieces.list().size() == 1);
    CHECK(pieces.find(piece.hash)->at == tests::noon(21));
}

TEST_CASE("files that no committed row names are swept, the others stay") {
    tests::ScratchFolder folder;
    store::Database database(folder.path() / "base.sqlite");
    std::string kept;
    {
        auto tx = database.write();
        kept = Pieces(tx, database.pieces_folder()).add(file(folder, "a", "gardé"), "a", tests::noon(21)).hash;
        tx.commit();
    }
    {
        auto stopped_before_commit = database.write();
        Pieces(stopped_before_commit, database.pieces_folder()).add(file(folder, "b", "perdu"), "b", tests::noon(21));
    }
    auto tx = database.write();
    Pieces pieces(tx, database.pieces_folder());
    CHECK(pieces.sweep() == 1);
    CHECK(pieces.sweep() == 0);
    CHECK(tests::content_of(pieces.path(kept)) == "gardé");
    pieces.forget(kept);
    CHECK(pieces.sweep() == 1);
    CHECK(tests::refusal([&] { static_cast<void>(pieces.path(kept)); }).kind() == core::ErrorKind::not_found);
}

TEST_CASE("a file that cannot be read leaves nothing among the pieces") {
    tests::ScratchFolder folder;
    store::Database database(folder.path() / "base.sqlite");
    auto tx = database.write();
    Pieces pieces(tx, database.pieces_folder());
    CHECK(tests::refusal([&] { pieces.add(folder.path() / "absent", "absent", tests::noon(21)); }).kind() ==
          core::ErrorKind::not_found);
    CHECK(pieces.list().empty());
    CHECK(std::filesystem::is_empty(database.pieces_folder()));
}

TEST_CASE("a base in memory has nowhere to keep pieces, and says so") {
    store::Database database(":memory:");
    auto tx = database.write();
    CHECK(tests::refusal([&] { Pieces(tx, database.pieces_folder()); }).kind() == core::ErrorKind::invalid);
}

TEST_CASE("a piece is copied before the transaction that names it, and goes when nobody names it") {
    tests::ScratchFolder folder;
    store::Database database(folder.path() / "base.sqlite");
    const auto source = file(folder, "a", "contenu");
    {
        store::ArrivingPiece left(database.pieces_folder(), source);
        CHECK(left.hash() == core::sha256("contenu"));
        auto tx = database.write();
        CHECK(Pieces(tx, database.pieces_folder()).sweep() == 0);
    }
    CHECK(std::filesystem::is_empty(database.pieces_folder()));
    store::ArrivingPiece arriving(database.pieces_folder(), source);
    store::ArrivingPiece same(database.pieces_folder(), source);
    auto tx = database.write();
    Pieces pieces(tx, database.pieces_folder());
    CHECK(tests::content_of(pieces.path(pieces.add(arriving, "a", tests::noon(21)).hash)) == "contenu");
    CHECK(pieces.add(same, "b", tests::noon(22)).name == "a");
}

TEST_CASE("what a kill left on its way among the pieces is swept") {
    tests::ScratchFolder folder;
    store::Database database(folder.path() / "base.sqlite");
    std::filesystem::create_directories(database.pieces_folder());
    const auto left = database.pieces_folder() / "arrivee-1-abcdef";
    std::ofstream(left) << "moitié";
    std::filesystem::last_write_time(left, std::filesystem::file_time_type::clock::now() - std::chrono::hours(1));
    auto tx = database.write();
    CHECK(Pieces(tx, database.pieces_folder()).sweep() == 1);
}

TEST_CASE("a reading that fails is not the end of the file: a folder is no piece") {
    tests::ScratchFolder folder;
    store::Database database(folder.path() / "base.sqlite");
    auto tx = database.write();
    Pieces pieces(tx, database.pieces_folder());
    CHECK(tests::refusal([&] { pieces.add(folder.path(), "dossier", tests::noon(21)); }).kind() ==
          core::ErrorKind::unavailable);
    CHECK(std::filesystem::is_empty(database.pieces_folder()));
}
