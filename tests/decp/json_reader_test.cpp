// Where records stand in a JSON document, and where a broken one breaks off.
#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "clausier/core/interrupted.hpp"
#include "read_rows.hpp"

using namespace clausier;
using tests::read_rows;
using Texts = std::vector<std::string>;

namespace {

const std::string first = R"({"id":"A","acheteur":{"id":"21000000000011"},"objet":"École"})";
const std::string second = R"({"id":"B","objet":"Toit"})";

tests::ReadRows read(std::string_view text, decp::ReadOptions options = {}, std::size_t piece = 1'000) {
    return read_rows(decp::read_json, text, std::move(options), piece);
}

std::string refusal(const std::string& text, std::uint64_t complete = 0) {
    try {
        read(text);
    } catch (const core::Interrupted& error) {
        CHECK(error.complete() == complete);
        return error.what();
    }
    return "accepté";
}

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::string content(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

std::filesystem::path real_files() {
    const char* set = std::getenv("CLAUSIER_SHARED");
    const std::filesystem::path folder =
        (set != nullptr ? std::filesystem::path(set) : std::filesystem::path(CLAUSIER_SOURCE_DIR) / ".." / "shared") /
        "data";
    if (!std::filesystem::exists(folder)) SKIP("no real files: " << folder.lexically_normal().string() << " is absent");
    return folder;
}

}  // namespace

TEST_CASE("records are found whatever holds them") {
    for (const std::string& text : {
             R"({"marches":[)" + first + "," + second + "]}",
             R"({"marches":{"marche":[)" + first + R"(],"contrat-concession":[)" + second + "]}}",
             R"({"marches":{"marche":)" + first + R"(,"contrat-concession":)" + second + "}}",
             R"({"marche":[)" + first + "," + second + "]}",
             "[" + first + "," + second + "]",
             "[[" + first + "],[[" + second + "]]]",
             "\xEF\xBB\xBF{\"marches\" : [\n" + first + ",\r\n" + second + "\n]}\n\n",
         }) {
        INFO(text);
        const auto rows = read(text);
        CHECK(rows.report.records == 2);
        CHECK(rows.all("id") == Texts{"A", "B"});
        CHECK(rows.all("enregistrement") == Texts{"1", "2"});
        CHECK(rows.numbers == std::vector<std::uint64_t>{1, 2, 3});
    }
}

TEST_CASE("a document that is itself a record gives it, another object gives nothing and says what it has") {
    CHECK(read(first).all("acheteur_id") == Texts{"21000000000011"});
    const auto other = read(R"({"type":"FeatureCollection","features":[{"a":1}]})");
    CHECK(other.report.records == 0);
    CHECK(other.numbers.empty());
    CHECK_FALSE(other.said("hors_enregistrement", "« features »").empty());
}

TEST_CASE("what stands beside records is told, what stands in their place is a warning") {
    const auto rows = read(R"({"$schema":"s","marches":[)" + first + R"(,12,"x"]})");
    CHECK(rows.report.records == 1);
    CHECK(rows.said("hors_enregistrement", "$schema") == "elle est à côté des enregistrements ; elle n’est pas lue");
    CHECK(holds(rows.said("hors_enregistrement", "marches"), "2\u00a0valeurs"));
}

TEST_CASE("the pieces that a file comes in change nothing") {
    const std::string text = R"({"marches":[{"id":"Néé\u00e9\n","montant":-12.50e+3,"marcheInnovant":true,"objet":NaN,)"
                             R"("titulaires":[{"titulaire":{"id":"NaN"}}],"modifications":[{"a":"\"NaN"},NaN,null]}]})";
    const auto whole = read(text);
    CHECK(whole.cell(0, "montant") == "-12.50e+3");
    CHECK(whole.cell(0, "titulaire_id") == "NaN");
    CHECK(whole.cell(0, "modifications") == R"([{"a":"\"NaN"},null,null])");
    for (std::size_t piece = 1; piece < 40; ++piece) {
        INFO(piece);
        const auto cut = read(text, {}, piece);
        CHECK(cut.rows == whole.rows);
        CHECK(cut.report.issues == whole.report.issues);
    }
}

TEST_CASE("NaN, which Python writes, is an absent value in a record, and told; elsewhere it is a fault") {
    const auto rows = read(R"([{"id":"A","montant":NaN,"dureeMois":NaN}])");
    CHECK(rows.cell(0, "montant").empty());
    CHECK(holds(rows.said("nan_lu_comme_vide"), "2 fois"));
    CHECK(holds(refusal("[NaN]"), "« NaN » n’est pas une valeur de JSON"));
}

TEST_CASE("a broken document says where, in which record, and what stands whole before") {
    const std::string quotes = refusal("[" + first + ",\n{\"id\":\"B\",\"objet\":\"rue \"Jaurès\"\"}]", 1);
    CHECK(holds(quotes, "f, ligne 2, colonne 25 (octet"));
    CHECK(holds(quotes, "dans l’enregistrement n° 2 (id « B »)"));
    CHECK(holds(quotes, "« J » n’est pas attendu ici"));
    CHECK(holds(quotes, "l’enregistrement entier qui précède"));
    CHECK(holds(refusal("[" + first + "," + second + ",{\"id\":\"C\"", 2), "le fichier s’arrête avant sa fin"));
    CHECK(holds(refusal("[{\"id\":\"A\tB\"}]"), "caractère de contrôle (code 9)"));
    CHECK(holds(refusal("[{\"id\":\"\xE9\"}]"), "octet E9"));
    CHECK(holds(refusal("[" + first + "]" + first, 1), "du texte suit la fin"));
    CHECK(holds(refusal("[]" + std::string(5, '[')), "aucun enregistrement entier"));
    CHECK(holds(refusal(std::string(100'000, '[')), "64 niveaux"));
}

TEST_CASE("what precedes the fault is kept when asked for") {
    decp::ReadOptions options;
    options.keep_before_fault = true;
    const auto rows = read("[" + first + "," + second + ",{\"id\":\"C\"", options);
    CHECK(rows.all("id") == Texts{"A", "B"});
    CHECK(holds(rows.said("fichier_interrompu"), "seuls les 2\u00a0enregistrements entiers"));
    CHECK_THROWS_AS(read("[{\"id\":", options), core::Interrupted);
}

TEST_CASE("a record too large is refused with its rank, and a sink that has enough ends the reading") {
    decp::ReadOptions options;
    options.record_bytes = 1'000;
    const std::string large = R"({"id":"B","objet":")" + std::string(2'000, 'x') + "\"}";
    try {
        read("[" + first + "," + large + "]", options);
        FAIL("accepted");
    } catch (const core::Error& error) {
        CHECK(holds(error.what(), "enregistrement 2"));
    }
    tests::ReadRows some;
    some.most = 1;
    tests::read_into(some, decp::read_json, "[" + first + "," + second + ",broken");
    CHECK(some.rows.size() == 1);
}

TEST_CASE("every file of the JSON test suite is accepted or refused as it should be", "[real]") {
    int judged = 0;
    for (const auto& entry : std::filesystem::directory_iterator(real_files() / "json-test-suite" / "test_parsing")) {
        const std::string name = entry.path().filename().string();
        const std::string text = content(entry.path());
        INFO(name);
        if (name.starts_with("y_")) CHECK_NOTHROW(read(text));
        if (name.starts_with("n_")) CHECK_THROWS_AS(read(text), core::Interrupted);
        if (name.starts_with("i_")) {
            try {
                read(text);
            } catch (const core::Error&) {
            }
        }
        ++judged;
    }
    CHECK(judged > 300);
}
