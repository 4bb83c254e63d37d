// The figures of a database follow what it holds.
#include "clausier/store/figures.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/store/database.hpp"

using namespace clausier;

TEST_CASE("the figures count markets and lots, and the bytes of the file") {
    store::Database base(":memory:");
    store::Transaction tx = base.write();
    const store::Figures before = store::figures(tx);
    CHECK(before.markets == 0);
    CHECK(before.lots == 0);
    CHECK(before.imports_applied == 0);
    CHECK(before.bytes > 0);
    tx.script(R"(
INSERT INTO organisations (kind, name, folded) VALUES ('public', 'Commune de Valbrume', 'commune de valbrume');
INSERT INTO markets (buyer_id, reference) VALUES (1, '2026-01');
INSERT INTO lots (market_id, number) VALUES (1, '1'), (1, '2'))");
    const store::Figures after = store::figures(tx);
    CHECK(after.markets == 1);
    CHECK(after.lots == 2);
}
