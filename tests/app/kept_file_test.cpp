// The original of a file stays among the pieces; a base in memory keeps its fingerprint alone.
#include "kept_file.hpp"

#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "clausier/core/digest.hpp"
#include "clausier/store/scratch.hpp"
#include "support/refusal.hpp"

using namespace clausier;

TEST_CASE("the original is kept with its fingerprint") {
    const store::Scratch folder;
    const auto file = folder.path() / "achats.csv";
    std::ofstream(file) << "a;b\n";
    store::Database memory(":memory:");
    app::KeptFile light(memory, file);
    auto light_tx = memory.write();
    CHECK(light.keep(light_tx, "achats.csv", {}) == core::sha256("a;b\n"));
    store::Database disk(folder.path() / "base.sqlite");
    app::KeptFile whole(disk, file);
    auto tx = disk.write();
    const std::string hash = whole.keep(tx, "achats.csv", {});
    CHECK(hash == core::sha256("a;b\n"));
    CHECK(std::filesystem::exists(store::Pieces(tx, disk.pieces_folder()).path(hash)));
    CHECK(tests::refusal([&] { app::KeptFile(memory, folder.path() / "absent.csv"); }).kind() ==
          core::ErrorKind::not_found);
}
