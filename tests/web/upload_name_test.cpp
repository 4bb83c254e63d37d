// A file is taken by a name that tells what it holds, whatever page it is sent to.
#include "upload_name.hpp"

#include <catch2/catch_test_macros.hpp>

#include "web_world.hpp"

using namespace clausier;
using testing::WebWorld;

namespace {

const std::string table = "Acheteur;N° marché;Objet;Montant HT\nCommune de Valbrume;2026-01;Peinture;1 000,00\n";

}  // namespace

TEST_CASE("a table under the name of another kind of file is refused with the name to give it") {
    WebWorld world;
    for (const char* name : {"liste.xlsx", "liste.pdf", "liste.exe", "liste", "liste.csv.php"}) {
        INFO(name);
        for (const char* page : {"/import", "/structures/importer", "/achats/importer"}) {
            const http::Response answer = world.upload(page, name, table);
            CHECK(answer.status == 400);
            CHECK(answer.body.find("donnez-lui l’extension .csv") != std::string::npos);
        }
    }
}

TEST_CASE("its own extension, in any case, is taken, and .xls for a text that software exports so") {
    WebWorld world;
    for (const char* name : {"liste.csv", "LISTE.CSV", "liste.txt", "export.xls"})
        CHECK(world.upload("/import", name, table).status == 303);
}

TEST_CASE("what is no table is told so by who reads it") {
    WebWorld world;
    const http::Response answer = world.upload("/structures/importer", "image.csv", "\x89PNG\r\n\x1a\n and the rest");
    CHECK(answer.body.find("donnez-lui l’extension") == std::string::npos);
}
