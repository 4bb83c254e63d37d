// The archive: entries by name, and every way a hostile one is refused.
#include "archive.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "sheet_files.hpp"

using namespace clausier;
using sheets::Archive;
using sheets::Limits;
using tests::make_zip;
using tests::refusal_of;
using tests::says;
using tests::source_of;

namespace {

std::string read_all(std::string_view bytes, std::string_view entry, const Limits& limits = {}) {
    Archive archive(source_of(bytes, limits));
    return archive.text(entry, 1 << 26);
}

std::string refusal(std::string_view bytes, std::string_view entry, const Limits& limits = {}) {
    return refusal_of([&] { read_all(bytes, entry, limits); });
}

std::string noise(std::size_t size) {
    std::string out;
    for (std::uint32_t state = 1; out.size() < size; state = state * 1'664'525 + 1'013'904'223)
        out += static_cast<char>(state >> 24U);
    return out;
}

}  // namespace

TEST_CASE("entries are found by their path, whatever the case and the slashes") {
    const auto bytes = make_zip({{"xl\\Workbook.xml", "<workbook/>"}, {"stored.txt", "as is", false}});
    CHECK(read_all(bytes, "xl/workbook.xml") == "<workbook/>");
    CHECK(read_all(bytes, "stored.txt") == "as is");
    CHECK(says(refusal(bytes, "xl/styles.xml"), "essai.xlsx : la partie xl/styles.xml manque"));
}

TEST_CASE("an entry too big for a small text is refused") {
    const auto bytes = make_zip({{"a", noise(10'000)}});
    Archive archive(source_of(bytes));
    CHECK(says(refusal_of([&] { (void)archive.text("a", 9'999); }), "trop grande"));
    CHECK(archive.text("a", 10'000).size() == 10'000);
}

TEST_CASE("what is no zip, and a zip cut short, are refused as damaged") {
    const auto bytes = make_zip({{"a", noise(100'000)}});
    CHECK(says(refusal("PK\x03\x04 and nothing else", "a"), "tronqué ou abîmé"));
    CHECK(says(refusal(std::string_view(bytes).substr(0, bytes.size() - 30), "a"), "tronqué ou abîmé"));
    CHECK(says(refusal("", "a"), "tronqué ou abîmé"));
}

TEST_CASE("content that disagrees with its checksum is refused at its end") {
    auto bytes = make_zip({{"a", noise(5'000), false}});
    bytes[1'000] = static_cast<char>(bytes[1'000] ^ 1);
    CHECK(says(refusal(bytes, "a"), "essai.xlsx, a : le fichier est tronqué ou abîmé"));
}

TEST_CASE("20 000 entries are refused") {
    std::vector<tests::ZipEntry> entries;
    for (int i = 0; i < 20'000; ++i) entries.push_back({"e" + std::to_string(i), "", false});
    const auto bytes = make_zip(entries);
    CHECK(says(refusal(bytes, "e0"), "plus de 2000 entrées"));
    Limits generous;
    generous.entries = 20'000;
    CHECK(read_all(bytes, "e19999", generous).empty());
}

TEST_CASE("two entries of the same name are refused") {
    const auto bytes = tests::forged(make_zip({{"aa.xml", "1"}, {"bb.xml", "2"}}), "bb.xml", "aa.xml");
    CHECK(says(refusal(bytes, "aa.xml"), "deux entrées du même nom"));
}

TEST_CASE("an encrypted entry asks for the file without its password") {
    const auto bytes = make_zip({{"a", "secret", true, "sésame"}});
    CHECK(says(refusal(bytes, "a"), "protégé par un mot de passe"));
}

TEST_CASE("a declared size smaller than the content is refused as soon as it is passed") {
    const std::string content = noise(300'000);
    const auto bytes =
        tests::forged(make_zip({{"a", content}}), tests::little_endian(300'000), tests::little_endian(1'000));
    CHECK(says(refusal(bytes, "a"), "plus grande que ce que l’archive annonce"));
}

TEST_CASE("a declared size larger than the content is refused at the end") {
    const auto bytes =
        tests::forged(make_zip({{"a", noise(300'000)}}), tests::little_endian(300'000), tests::little_endian(300'001));
    CHECK(says(refusal(bytes, "a"), "tronqué ou abîmé"));
}

TEST_CASE("a zip bomb is refused by its ratio, whatever sizes it declares") {
    const auto bomb = make_zip({{"a", std::string(50'000'000, 'a')}});
    CHECK(says(refusal(bomb, "a"), "grossit plus de 100 fois"));
    const auto padded = make_zip({{"a", std::string(50'000'000, 'a')}, {"b", noise(2'000'000), false}});
    CHECK(says(refusal(padded, "a"), "grossit plus de 100 fois"));
}

TEST_CASE("a compressed size forged to hide a bomb does not help it") {
    const std::string content(50'000'000, 'a');
    const auto alone = make_zip({{"a", content}});
    Archive archive(source_of(alone));
    const auto bytes = make_zip({{"a", content}, {"b", noise(2'000'000), false}});
    const auto compressed = static_cast<std::uint32_t>(alone.find("PK\x01\x02") - alone.find("PK\x03\x04") - 31);
    const auto forged =
        tests::forged(bytes, tests::little_endian(compressed), tests::little_endian(compressed + 1'900'000));
    REQUIRE(forged != bytes);
    CHECK(says(refusal(forged, "a"), "grossit plus de 100 fois"));
}

TEST_CASE("small entries may compress as well as they like, up to the point where the ratio is judged") {
    CHECK(read_all(make_zip({{"a", std::string(100'000, 'a')}}), "a").size() == 100'000);
}

TEST_CASE("bytes are counted as they inflate") {
    Limits limits;
    limits.inflated = 1 << 20;
    const auto bytes = make_zip({{"a", noise(2'000'000)}});
    CHECK(says(refusal(bytes, "a", limits), "dépasse 1 Mio"));
}

TEST_CASE("progress tells compressed bytes of the file's size, and cancels") {
    const auto bytes = make_zip({{"a", noise(1'000'000)}});
    Archive archive(source_of(bytes));
    std::vector<std::uint64_t> told;
    const core::Progress progress = [&](std::uint64_t done, std::uint64_t total) {
        CHECK(total == bytes.size());
        told.push_back(done);
        return done < 500'000;
    };
    archive.watch(progress);
    CHECK(refusal_of([&] { (void)archive.text("a", 1 << 24); }) == "essai.xlsx : annulé");
    REQUIRE(told.size() > 3);
    CHECK(std::is_sorted(told.begin(), told.end()));
    CHECK(told.back() >= 500'000);
    CHECK(told.back() < 700'000);
}
