// Templates of the program stand until a user's version does; nothing is lost, and what was produced is told.
#include "clausier/app/documents.hpp"

#include <catch2/catch_test_macros.hpp>

#include "app/market_world.hpp"
#include "clausier/core/digest.hpp"
#include "clausier/store/journal.hpp"

using namespace clausier;
using tests::MarketWorld;
using tests::refusal;

namespace {

// Refuses a text that holds « faute ».
std::vector<core::Issue> check(std::string_view text) {
    std::vector<core::Issue> out{{core::Severity::warning, "", "ligne 1, colonne 1", "à savoir"}};
    if (text.find("faute") != std::string_view::npos)
        out.push_back({core::Severity::error, "modele_variable", "ligne 1, colonne 3", "à corriger"});
    return out;
}

std::string last_action(store::Database& base) {
    auto tx = base.read();
    return store::Journal(tx).list(1).at(0).entry.action;
}

}  // namespace

TEST_CASE("without any of the user's, the program's own templates are in force as version 0") {
    MarketWorld world;
    const auto all = app::document_templates(world.base);
    REQUIRE(all.size() == 6);
    CHECK(all[1].key == "ccap");
    CHECK(all[1].own);
    CHECK_FALSE(all[1].edited);
    const auto ccap = app::document_template(world.base, "ccap");
    CHECK(ccap.version == 0);
    CHECK(ccap.text.starts_with("# Cahier"));
    CHECK(ccap.sha256 == core::sha256(ccap.text));
    const auto error = refusal([&] { (void)app::document_template(world.base, "cap"); });
    CHECK(error.kind() == core::ErrorKind::not_found);
    CHECK(error.issues()[0].text.find("« ccap »") != std::string::npos);
}

TEST_CASE("a user's version stands in for the program's, and goes when it is withdrawn, versions kept") {
    MarketWorld world;
    const auto saved = app::save_template(world.session, world.base, {"ccap", "Notre CCAP", "# Un", 0}, check);
    CHECK(saved.version == 1);
    CHECK(saved.edited);
    CHECK(last_action(world.base) == "modele.enregistrer");
    CHECK(app::document_templates(world.base)[1].name == "Notre CCAP");
    CHECK(app::save_template(world.session, world.base, {"ccap", "Notre CCAP", "# Un\r\n", 1}, check).version == 1);
    CHECK(app::save_template(world.session, world.base, {"ccap", "Notre CCAP", "# Deux", 1}, check).version == 2);
    const auto versions = app::template_versions(world.base, "ccap");
    REQUIRE(versions.size() == 3);
    CHECK(versions[0].text == "# Deux\n");
    CHECK(versions[2].version == 0);
    CHECK(app::restore_template(world.session, world.base, "ccap", 1, check).text == "# Un\n");
    app::withdraw_template(world.session, world.base, "ccap");
    CHECK(last_action(world.base) == "modele.retirer");
    CHECK(app::document_template(world.base, "ccap").version == 0);
    CHECK(app::template_versions(world.base, "ccap").size() == 4);
    CHECK(refusal([&] { app::withdraw_template(world.session, world.base, "ccap"); }).kind() ==
          core::ErrorKind::conflict);
    CHECK(app::save_template(world.session, world.base, {"ccap", "Notre CCAP", "# Quatre", 0}, check).version == 4);
}

TEST_CASE("a text with a fault and a name left out are refused together; a warning does not refuse") {
    MarketWorld world;
    const auto error = refusal([&] {
        app::save_template(world.session, world.base, {"ccap", " ", "# faute", 0}, check);
    });
    CHECK(error.kind() == core::ErrorKind::invalid);
    REQUIRE(error.issues().size() == 2);
    CHECK(error.issues()[0].where == "nom");
    CHECK(error.issues()[1].where == "ligne 1, colonne 3");
    CHECK_FALSE(app::document_template(world.base, "ccap").edited);
}

TEST_CASE("who saves over a version that came in between is told, and may then replace it") {
    MarketWorld world;
    app::save_template(world.session, world.base, {"ccap", "CCAP", "# Un", 0}, check);
    const auto error = refusal([&] {
        app::save_template(world.session, world.base, {"ccap", "CCAP", "# Autre", 0}, check);
    });
    CHECK(error.kind() == core::ErrorKind::conflict);
    CHECK(error.issues()[0].text.find("la version en vigueur est la 1") != std::string::npos);
    CHECK(app::document_template(world.base, "ccap").text == "# Un\n");
}

TEST_CASE("a template of the user's own has a key from its name, and is gone once withdrawn") {
    MarketWorld world;
    const auto made = app::create_template(world.session, world.base, "Clause « Été » n° 2", "# Été", check);
    CHECK(made.key == "clause-ete-n-2");
    CHECK_FALSE(made.own);
    CHECK(app::document_templates(world.base).size() == 7);
    CHECK(refusal([&] { app::create_template(world.session, world.base, "Clause ÉTÉ n 2", "# x", check); }).kind() ==
          core::ErrorKind::conflict);
    CHECK(refusal([&] { app::create_template(world.session, world.base, "CCAP", "# x", check); }).kind() ==
          core::ErrorKind::conflict);
    CHECK(refusal([&] { app::create_template(world.session, world.base, "«»", "# x", check); }).kind() ==
          core::ErrorKind::invalid);
    app::withdraw_template(world.session, world.base, made.key);
    CHECK(app::document_templates(world.base).size() == 6);
    CHECK(refusal([&] { (void)app::document_template(world.base, made.key); }).kind() == core::ErrorKind::not_found);
    CHECK(app::create_template(world.session, world.base, "Clause « Été » n° 2", "# Été", check).version == 2);
}

TEST_CASE("what is produced is kept with the fingerprint of its bytes, in the journal too") {
    MarketWorld world;
    const auto ccap = app::document_template(world.base, "ccap");
    const auto kept = app::record_production(world.session, world.base, {ccap, {}, "CCAP", "docx"}, "octets");
    CHECK(kept.template_sha256 == ccap.sha256);
    CHECK(kept.sha256 == core::sha256("octets"));
    CHECK(kept.size == 6);
    CHECK(kept.actor == "test");
    CHECK(last_action(world.base) == "document.produire");
    CHECK(app::produced_documents(world.base, {}).total == 1);
    const auto again = app::record_production(world.session, world.base, {ccap, {}, "CCAP", "docx"}, "octets");
    CHECK(again.id.value == kept.id.value);
    CHECK(app::produced_documents(world.base, {}).total == 1);
    app::record_production(world.session, world.base, {ccap, {}, "CCAP", "docx"}, "autres octets");
    app::record_production(world.session, world.base, {ccap, {}, "CCAP", "odt"}, "octets");
    CHECK(app::produced_documents(world.base, {}).total == 3);
}

TEST_CASE("documents are written from the scenario asked for, else the chosen one, else the only one") {
    domain::EnquirySheet sheet;
    std::vector<domain::ScenarioStudy> studies(2);
    studies[0].scenario.id = {7};
    studies[1].scenario.id = {8};
    studies[0].with_clause = studies[1].with_clause = 1;
    using Asked = std::optional<domain::Id<domain::Scenario>>;
    const auto written = [&](Asked asked) { return app::study_to_write(studies, sheet, asked).scenario.id.value; };
    CHECK(refusal([&] { written({}); }).kind() == core::ErrorKind::conflict);
    CHECK(written(Asked{{7}}) == 7);
    CHECK(refusal([&] { written(Asked{{9}}); }).kind() == core::ErrorKind::not_found);
    sheet.enquiry.chosen = domain::Id<domain::Scenario>{8};
    CHECK(written({}) == 8);
    sheet.enquiry.chosen.reset();
    studies.pop_back();
    CHECK(written({}) == 7);
    studies[0].with_clause = 0;
    CHECK(refusal([&] { written({}); }).kind() == core::ErrorKind::conflict);
    CHECK(refusal([&] { written(Asked{{7}}); }).kind() == core::ErrorKind::conflict);
    studies.clear();
    CHECK(refusal([&] { written({}); }).kind() == core::ErrorKind::conflict);
}

TEST_CASE("an installation that has not named itself signs nothing") {
    CHECK(app::signature({}).empty());
    CHECK(app::signature({"Maison de l’emploi", "", "", ""}) == "Maison de l’emploi");
}
