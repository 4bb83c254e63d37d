// What was deleted leaves the file too: at once, or when nobody reads it any more.
#include "scrubbing.hpp"

#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "clausier/store/settings.hpp"

using namespace clausier;

namespace {

struct Folder {
    std::filesystem::path path =
        std::filesystem::temp_directory_path() / ("clausier-nettoyage-" + std::to_string(getpid()));
    Folder() {
        std::filesystem::remove_all(path);
        std::filesystem::create_directories(path);
    }
    ~Folder() { std::filesystem::remove_all(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
};

// Whether any file of the folder holds the text.
bool found(const std::filesystem::path& folder, const std::string& text) {
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        std::ifstream in(entry.path(), std::ios::binary);
        const std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
        if (bytes.find(text) != std::string::npos) return true;
    }
    return false;
}

// Writes a setting, then deletes it; `marked`: says that it must leave the file.
void write_and_delete(store::Database& base, bool marked) {
    {
        store::Transaction tx = base.write();
        store::Settings(tx).set("essai", "Zqtexte");
        tx.commit();
    }
    store::Transaction tx = base.write();
    store::Settings(tx).unset("essai");
    if (marked) app::mark_for_scrubbing(tx);
    tx.commit();
}

}  // namespace

TEST_CASE("a file that is marked is cleaned once, and a file that is not is left as it is") {
    const Folder folder;
    store::Database base(folder.path / "region.sqlite");
    write_and_delete(base, false);
    CHECK(app::scrub_if_marked(base).empty());
    CHECK(found(folder.path, "Zqtexte"));
    write_and_delete(base, true);
    CHECK(app::scrub_if_marked(base).empty());
    CHECK_FALSE(found(folder.path, "Zqtexte"));
    // The mark went with the work.
    write_and_delete(base, false);
    CHECK(app::scrub_if_marked(base).empty());
    CHECK(found(folder.path, "Zqtexte"));
}

TEST_CASE("what is given up with its transaction marks nothing") {
    const Folder folder;
    store::Database base(folder.path / "region.sqlite");
    {
        store::Transaction tx = base.write();
        app::mark_for_scrubbing(tx);
    }
    write_and_delete(base, false);
    CHECK(app::scrub_if_marked(base).empty());
    CHECK(found(folder.path, "Zqtexte"));
}

TEST_CASE("while another work reads, the file waits with a remark; the next call does it") {
    const Folder folder;
    store::Database base(folder.path / "region.sqlite");
    write_and_delete(base, true);
    {
        store::Transaction reading = base.read();
        static_cast<void>(store::Settings(reading).get("essai"));
        const auto remarks = app::scrub_if_marked(base);
        REQUIRE(remarks.size() == 1);
        CHECK(remarks.front().severity == core::Severity::warning);
        CHECK(remarks.front().code == "nettoyage");
    }
    CHECK(app::scrub_if_marked(base).empty());
    CHECK_FALSE(found(folder.path, "Zqtexte"));
}
