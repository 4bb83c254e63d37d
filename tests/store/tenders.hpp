// Imports for tests: records of fictitious buyers, staged and applied, and the whole database as text.
#pragma once
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "clausier/domain/tender_record.hpp"
#include "clausier/store/database.hpp"
#include "clausier/store/imports.hpp"
#include "clausier/store/organisations.hpp"
#include "support/refusal.hpp"

namespace clausier::tests {

inline core::Date day(int year, unsigned month, unsigned number) {
    return core::Date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{number}};
}

inline core::Instant noon(unsigned number_of_november) {
    return std::chrono::sys_days(day(2026, 11, number_of_november)) + std::chrono::hours(12);
}

// A lot of the town of Valbrume, held by the builders of Haut-Val.
inline domain::TenderRecord record(std::uint64_t line, const std::string& reference, const std::string& lot = "1") {
    domain::TenderRecord r;
    r.line = line;
    r.buyer = {{"SIRET", "21990001000017"}, "Commune de Valbrume"};
    r.buyer_kind = domain::OrganisationKind::public_body;
    r.reference = reference;
    r.object = "Réfection de l'école";
    r.cpv = "45214200";
    r.place_code = "57000";
    r.place_type = "Code postal";
    r.notified_on = day(2026, 3, 1);
    r.lot_number = lot;
    r.lot_title = "Lot " + lot;
    r.amount = core::Euros::whole(100'000);
    r.holders = {{{"SIRET", "99900001000019"}, "Bâtisseurs du Haut-Val"}};
    return r;
}

// Essential data with no value absent.
inline domain::EssentialData full_essential_data() {
    domain::EssentialData e;
    e.techniques = "Accord-cadre";
    e.execution_modes = "Tranches, Bons de commande";
    e.framework_reference = "2025-AC1";
    e.innovative = true;
    e.advance = false;
    e.advance_rate = core::Rate::of(500);
    e.subcontracting = true;
    e.ccag = "Travaux";
    e.offers = 3;
    e.consortium = "Solidaire";
    e.price_form = "Mixte";
    e.price_types = "Définitif révisable";
    e.origin_eu = core::Rate::whole(1);
    e.origin_france = core::Rate::of(2500);
    e.starts_on = day(2026, 4, 1);
    e.subsidy = core::Euros::whole(9);
    e.holder_sme = true;
    e.holder_department = "57";
    e.buying_unit = "Direction des bâtiments";
    e.modifications = R"([{"id":"1","montant":"120000.00"}])";
    e.subcontracts = R"([{"id":"1","montant":"1200.00"}])";
    e.subcontract_changes = R"([{"id":"1","montant":"1300.00"}])";
    e.execution_years = R"([{"depensesInvestissement":"10.00"}])";
    return e;
}

using Records = std::vector<domain::TenderRecord>;

inline std::unique_ptr<store::Staging> staged(const Records& records, store::Aliases aliases = {}) {
    auto staging = std::make_unique<store::Staging>(std::move(aliases));
    for (const auto& r : records) staging->add(r);
    staging->resolve();
    return staging;
}

inline store::ImportMeta meta(unsigned number_of_november = 21) {
    return {noon(number_of_november), "compte/1", "marches.xlsx", std::string(64, 'a'), {}, "table-region"};
}

inline store::Import apply(store::Database& database, const store::Staging& staging) {
    auto tx = database.write(staging.attachment());
    const store::Import import = store::Imports(tx).apply(staging, meta());
    tx.commit();
    return import;
}

inline store::Import import(store::Database& database, const Records& records) {
    return apply(database, *staged(records));
}

// The rows of a query, columns joined by "|", an absent value as "-".
inline std::vector<std::string> rows(store::Transaction& tx, const std::string& sql, int columns) {
    std::vector<std::string> out;
    for (auto q = tx.query(sql); q.step();) {
        std::string line;
        for (int i = 0; i < columns; ++i) line += (i ? "|" : "") + (q.is_null(i) ? std::string("-") : q.text(i));
        out.push_back(line);
    }
    return out;
}

// All that people see of the markets; two databases that dump the same hold the same.
inline std::vector<std::string> dump(store::Database& database) {
    auto tx = database.read();
    std::vector<std::string> out;
    const auto add = [&](const std::string& sql, int columns) {
        for (auto& line : rows(tx, sql, columns)) out.push_back(std::move(line));
    };
    add("SELECT kind, name, folded, scheme, identifier, merged_into FROM organisations ORDER BY id", 6);
    add("SELECT name, convention_number FROM operations ORDER BY id", 2);
    add("SELECT o.identifier, m.reference, m.object, m.nature, m.procedure, m.cpv, m.place_code, m.place_type, "
        "m.department, m.notified_on, m.published_on, m.duration_months, m.considerations, m.environmental, "
        "m.operation_id, m.last_import, m.digest FROM markets m JOIN organisations o ON o.id = m.buyer_id ORDER BY "
        "m.id",
        17);
    add("SELECT market_id, number, title, section, bracket, cpv, trade, place_code, department, notified_on, "
        "considerations, environmental, amount_cents, amount_max_cents, effort_bp, hours_centi, last_import, "
        "source_line, "
        "digest, holders_digest, techniques, offers, holder_sme, starts_on, modifications FROM lots ORDER BY id",
        25);
    add("SELECT lot_id, rank, organisation_id FROM lot_holders ORDER BY lot_id, rank", 3);
    return out;
}

}  // namespace clausier::tests
