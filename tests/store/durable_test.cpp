// A file takes another's name in one step, and a refusal of the disk is told.
#include "durable.hpp"

#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "sheets/scratch_folder.hpp"
#include "store/tenders.hpp"

using namespace clausier;

TEST_CASE("the new file replaces the old one") {
    tests::ScratchFolder folder;
    std::ofstream(folder.path() / "ancien") << "ancien";
    std::ofstream(folder.path() / "nouveau") << "nouveau";
    store::rename_durably(folder.path() / "nouveau", folder.path() / "ancien");
    CHECK(tests::content_of(folder.path() / "ancien") == "nouveau");
    CHECK(folder.names() == std::vector<std::string>{"ancien"});
}

TEST_CASE("a file that cannot be synced or renamed is named in the refusal") {
    tests::ScratchFolder folder;
    const auto absent = folder.path() / "absent";
    const auto error = tests::refusal([&] { store::sync_file(absent); });
    CHECK(error.kind() == core::ErrorKind::unavailable);
    CHECK(error.issues().front().where == absent.string());
    std::ofstream(folder.path() / "fichier") << "x";
    CHECK(tests::refusal([&] { store::rename_durably(folder.path() / "fichier", absent / "x"); }).kind() ==
          core::ErrorKind::unavailable);
}
