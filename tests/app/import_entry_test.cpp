// The works done on one import, one by one: what each leaves in the draft.
#include "import_entry.hpp"

#include <catch2/catch_test_macros.hpp>

#include "app/import_world.hpp"

using namespace clausier;
using domain::ImportStep;

namespace {

struct Works {
    tests::ImportWorld world;
    app::SheetReader reader = world.reader();
    app::ImportEntry entry{world.base, domain::Viewer::everything()};
    app::ImportWorkshop workshop{world.base, world.clock, reader};

    explicit Works(std::string_view csv) {
        entry.scratch = std::make_shared<store::Scratch>(world.work);
        std::ofstream(entry.path(), std::ios::binary) << csv;
    }
    domain::ImportDraft look(domain::ImportChoices choices = {}) {
        domain::ImportDraft draft;
        draft.file = "marches.csv";
        draft.actor = "compte/1";
        draft.choices = std::move(choices);
        return app::look_at(workshop, entry, std::move(draft));
    }
    domain::ImportDraft read(domain::ImportDraft draft, bool settled = false) {
        return app::read_whole(workshop, entry, std::move(draft), settled);
    }
};

constexpr std::string_view unknown =
    "Acheteur;N° marché;Objet;Procédure;Montant HT\nCommune de Valbrume;A;Toit;MAPA 2;100\n";

}  // namespace

TEST_CASE("looking reads the first rows only, and tells what is missing") {
    std::string csv = "Objet;Montant HT\n";
    for (int i = 0; i < 5000; ++i) csv += "École;12 000\n";
    Works works(csv);
    const domain::ImportDraft draft = works.look();
    CHECK(draft.step == ImportStep::columns);
    CHECK(draft.sheets == std::vector<std::string>{"Feuille"});
    CHECK(draft.header_row == 1);
    CHECK(draft.needs_buyer);
    CHECK(works.entry.done < 1000);
}

TEST_CASE("a buyer chosen is no longer asked for, and stands for the rows that name none") {
    Works works("Objet;Montant HT\nÉcole;12 000\n");
    domain::ImportChoices choices;
    choices.buyer = "Commune de Valbrume";
    domain::ImportDraft draft = works.look(choices);
    CHECK_FALSE(draft.needs_buyer);
    draft = works.read(std::move(draft));
    CHECK(draft.step == ImportStep::check);
    CHECK(draft.outcome->rows_kept == 1);
}

TEST_CASE("an unknown value is asked about once: settled, it no longer stops the reading") {
    Works works(unknown);
    domain::ImportDraft draft = works.read(works.look());
    CHECK(draft.step == ImportStep::values);
    CHECK_FALSE(draft.outcome);
    draft = works.read(std::move(draft), true);
    CHECK(draft.step == ImportStep::check);
    CHECK(draft.outcome->markets_new == 1);
}

TEST_CASE("applying writes what the reading showed; looking again forgets the reading") {
    Works works(unknown);
    domain::ImportDraft draft = works.read(works.look(), true);
    CHECK(works.entry.columns == 5);
    draft = app::apply_read(works.entry, std::move(draft));
    CHECK(draft.step == ImportStep::applied);
    CHECK(draft.outcome->id);
    CHECK(app::list_markets(works.world.base, {}).markets == 1);
    draft = works.look();
    CHECK_FALSE(draft.outcome);
    CHECK_FALSE(works.entry.session);
}

TEST_CASE("a reading that is cancelled stops at once, and a file without a row under its titles says what to do") {
    Works cancelled(unknown);
    domain::ImportDraft draft = cancelled.look();
    cancelled.entry.cancelled = true;
    CHECK_THROWS_AS(cancelled.read(draft), core::Error);
    Works bare("Acheteur;N° marché;Objet;Montant HT\n");
    draft = bare.look();
    try {
        bare.read(draft);
        FAIL("the reading was not refused");
    } catch (const core::Error& error) {
        const std::string said = error.issues().front().sentence();
        CHECK(said.find("aucune ligne sous celle des titres") != std::string::npos);
        CHECK(said.find("profil") == std::string::npos);
    }
}
