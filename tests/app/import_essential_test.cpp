// The tables of essential data that are published, imported whole: one row a holder and modification, one modification
// a row, markers of the ministry.
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>

#include "clausier/app/imports.hpp"
#include "clausier/app/markets.hpp"
#include "clausier/store/markets.hpp"
#include "support/rows.hpp"

using namespace clausier;

namespace {

// As decp.info publishes: rows of one contract in any order, the state it is in now among them.
constexpr std::string_view observatory =
    "uid;id;acheteur_id;acheteur_nom;titulaire_id;titulaire_typeIdentifiant;titulaire_nom;objet;montant;dureeMois;"
    "dateNotification;datePublicationDonnees;considerationsSociales;donneesActuelles;modification_id;"
    "titulaire_categorie;titulaire_departement_code\n"
    "u1;M1;21990001000014;Valbrume;99900001000010;SIRET;Bâtisseurs;École;130000;16;2025-02-01;2025-03-01;Clause "
    "sociale, "
    "Critère social;true;2;PME;57\n"
    "u1;M1;21990001000014;Valbrume;99900001000010;SIRET;Bâtisseurs;École;100000;12;2024-03-01;2024-04-01;Clause "
    "sociale, "
    "Critère social;false;0;PME;57\n"
    "u1;M1;21990001000014;Valbrume;99900001000028;SIRET;Peintres;École;100000;12;2024-03-01;2024-04-01;Clause sociale, "
    "Critère social;false;0;GE;75\n"
    "u1;M1;21990001000014;Valbrume;99900001000010;SIRET;Bâtisseurs;École;120000;14;2024-09-01;2024-10-01;Clause "
    "sociale, "
    "Critère social;false;1;PME;57\n"
    "u1;M1;21990001000014;Valbrume;99900001000028;SIRET;Peintres;École;120000;14;2024-09-01;2024-10-01;Clause sociale, "
    "Critère social;false;1;GE;75\n"
    "u2;M2;21990001000014;Valbrume;99900001000028;SIRET;Peintres;Mairie;50000;6;2024-05-01;2024-06-01;Sans "
    "objet;true;0;GE;75\n"
    "u3;M3;21990001000014;Valbrume;99900001000028;SIRET;Peintres;Gymnase;60000;6;2024-05-01;2024-06-01;;true;0;GE;75\n";

// As data.economie publishes: the contract repeated for each modification and subcontract, absent data marked.
constexpr std::string_view ministry =
    "id;acheteur.id;titulaire_id_1;titulaire_typeIdentifiant_1;titulaire_id_2;titulaire_typeIdentifiant_2;objet;"
    "montant;"
    "dateNotification;considerationsSociales;techniques;marcheInnovant;idModification;montantModification;"
    "dureeMoisModification;dateNotificationModificationModification;idActeSousTraitance;montantActeSousTraitance;"
    "idSousTraitant;typeIdentifiantSousTraitant\n"
    "M1;21990001000014;99900001000010;SIRET;CDL;CDL;Pont;45155.0;2024-03-01;['Pas de considération sociale'];['Sans "
    "objet'];MQ;2;60000.0;CDL;2024-10-01;1;9000.0;99900001000028;SIRET\n"
    "M1;21990001000014;99900001000010;SIRET;CDL;CDL;Pont;45155.0;2024-03-01;['Pas de considération sociale'];['Sans "
    "objet'];MQ;1;50000.0;CDL;2024-06-01;CDL;CDL;CDL;CDL\n"
    "INX 24 3;21990001000014;99900001000010;SIRET;CDL;CDL;Quai;1000.0;2024-03-01;['Clause sociale'];['Sans "
    "objet'];MQ;CDL;CDL;CDL;CDL;CDL;CDL;CDL;CDL\n";

struct World {
    core::FixedClock clock{std::chrono::sys_days(core::parse_iso_date("2026-11-21").value())};
    store::Database base{":memory:"};
    std::filesystem::path file = std::filesystem::temp_directory_path() / "clausier-import-essential-test.csv";
    app::Session session{clock, "test"};

    domain::ImportOutcome import(std::string_view csv) {
        std::ofstream(file, std::ios::binary) << csv;
        app::ImportSession import(session, base, file, {});
        tests::feed(import.sink(), csv);
        return import.apply();
    }
    // The only lot of the market of that reference.
    domain::Lot lot(const std::string& reference) {
        auto tx = base.read();
        store::Markets markets(tx);
        return markets.lots(markets.find_by_reference(reference).at(0).id).at(0);
    }
    ~World() { std::filesystem::remove(file); }
};

}  // namespace

TEST_CASE("decp.info: the first state is the contract, the others are its modifications") {
    World world;
    const domain::ImportOutcome done = world.import(observatory);
    CHECK(done.rows_read == 7);
    CHECK(done.rows_kept == 7);
    CHECK(done.lots == 3);
    const domain::Lot lot = world.lot("M1");
    CHECK(lot.amount == core::Euros::whole(100'000));
    CHECK(lot.duration_months == 12);
    CHECK(lot.notified_on == core::parse_iso_date("2024-03-01").value());
    CHECK(lot.considerations == "Clause sociale, Critère social");
    CHECK(lot.holders.size() == 2);
    CHECK(lot.essential.holder_sme == true);
    CHECK(domain::amended_amount(lot.essential.modifications) == core::Euros::whole(130'000));
    std::vector<core::Issue> issues;
    const auto changes = domain::read_modifications(lot.essential.modifications, issues).value();
    REQUIRE(changes.size() == 2);
    CHECK(changes[0].number == "1");
    CHECK(changes[0].amount == core::Euros::whole(120'000));
    CHECK(changes[0].holders.size() == 2);
    CHECK(changes[1].holders.size() == 1);
    CHECK(world.lot("M2").considerations == "Pas de considération sociale");
    CHECK(world.lot("M2").essential.modifications.empty());
    CHECK(world.lot("M2").essential.holder_sme == false);
    CHECK_FALSE(world.lot("M3").considerations);
    CHECK(world.import(observatory).markets_changed == 0);
}

TEST_CASE("data.economie: modifications and subcontracts of several rows are one contract's") {
    World world;
    const domain::ImportOutcome done = world.import(ministry);
    CHECK(done.rows_read == 3);
    CHECK(done.rows_kept == 3);
    CHECK(done.lots == 2);
    const domain::Lot lot = world.lot("M1");
    CHECK(lot.amount == core::Euros::of(4'515'500));
    CHECK(lot.essential.modifications ==
          R"([{"id":"1","dateNotificationModification":"2024-06-01","montant":"50000.00"},)"
          R"({"id":"2","dateNotificationModification":"2024-10-01","montant":"60000.00"}])");
    CHECK(lot.essential.subcontracts ==
          R"([{"id":"1","sousTraitant":{"typeIdentifiant":"SIRET","id":"99900001000028"},"montant":"9000.00"}])");
    CHECK(lot.essential.techniques == "Sans objet");
    CHECK_FALSE(lot.essential.innovative);
    CHECK(lot.holders.size() == 1);
    CHECK(world.lot("24 3").amount == core::Euros::whole(1000));
    CHECK(world.import(ministry).markets_changed == 0);
}
