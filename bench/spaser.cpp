// A base of 1 000 000 contracts: writing them, all indicators of one buyer and year (the greatest, then a middling
// one), the national table. Usage: bench_spaser BASE   (made when absent)
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <random>

#include "clausier/app/indicators.hpp"
#include "clausier/core/clock.hpp"
#include "clausier/store/imports.hpp"

using namespace clausier;

namespace {

constexpr std::int64_t contracts_made = 1'000'000;
constexpr unsigned buyers = 1'000;  // one of them has a twentieth of all

double milliseconds(const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

double median(int times, const std::function<void()>& work) {
    std::vector<double> taken;
    for (int i = 0; i < times; ++i) taken.push_back(milliseconds(work));
    std::sort(taken.begin(), taken.end());
    return taken[taken.size() / 2];
}

domain::TenderRecord record(std::mt19937& random, std::int64_t line) {
    static constexpr const char* cpvs[] = {"45214200", "45442100", "90910000", "77310000", "39100000", "71000000"};
    static constexpr const char* social[] = {"Clause sociale", "Critère social", "Clause sociale, Critère social",
                                             "Marché réservé", "Pas de considération sociale"};
    domain::TenderRecord r;
    const auto any = [&](unsigned below) { return static_cast<unsigned>(random() % below); };
    r.line = static_cast<std::uint64_t>(line);
    const unsigned buyer = any(20) == 0 ? 0 : any(buyers);
    r.buyer = {{"SIRET", std::to_string(21'990'000'000'000 + buyer)}, "Commune de Valbrume-" + std::to_string(buyer)};
    r.buyer_kind = domain::OrganisationKind::public_body;
    r.reference = "M" + std::to_string(line);
    r.object = "Entretien des bâtiments communaux";
    r.nature = "Marché";
    r.procedure = "Procédure adaptée";
    r.cpv = cpvs[any(6)];
    r.place_code = std::to_string(10'000 + any(80'000));
    r.place_type = "Code postal";
    r.notified_on = core::Date(std::chrono::sys_days(std::chrono::year(2019) / 1 / 1) + std::chrono::days(any(2800)));
    if (any(2) == 0) r.considerations = social[any(5)];
    r.amount = core::Euros::whole(1000 + any(2'000'000));
    if (any(2) == 0) r.essential.offers = 1 + any(9);
    const unsigned holder = any(60'000);
    r.holders = {{{"SIRET", std::to_string(99'900'000'000'000 + holder)}, "Bâtisseurs n° " + std::to_string(holder)}};
    return r;
}

void fill(store::Database& base) {
    std::mt19937 random(7);
    store::Staging staging;
    for (std::int64_t line = 1; line <= contracts_made; ++line) staging.add(record(random, line));
    staging.resolve();
    std::printf("apply of %lld contracts %.0f ms\n", static_cast<long long>(contracts_made), milliseconds([&] {
                    auto tx = base.write(staging.attachment());
                    store::Imports(tx).apply(staging, {{}, "bench", "x", std::string(64, 'a'), {}, "x"});
                    tx.commit();
                }));
    auto tx = base.write();
    tx.script(R"(
INSERT INTO structures (id, kind, name, folded, siret)
SELECT row_number() OVER (ORDER BY o.id), 'EI', o.name, o.folded, o.identifier
FROM organisations o WHERE o.identifier LIKE '9990000%' AND o.id % 100 = 0;
INSERT INTO structure_sirets (structure_id, siret) SELECT id, siret FROM structures;
INSERT INTO structure_approvals (structure_id, kind, valid_from, valid_to)
SELECT id, 'convention', '2015-01-01', '2030-12-31' FROM structures)");
    tx.commit();
}

}  // namespace

int main(int count, char** argument) {
    if (count != 2) {
        std::fprintf(stderr, "usage: bench_spaser BASE\n");
        return 2;
    }
    const bool fresh = !std::filesystem::exists(argument[1]);
    store::Database base(argument[1]);
    if (fresh) fill(base);
    const core::FixedClock clock{std::chrono::sys_days(std::chrono::year(2026) / 11 / 21)};
    const app::Session session{clock, "bench"};
    app::ContractScope scope;
    scope.first_year = scope.last_year = 2025;
    const auto by_buyer = app::indicators_by(session, base, scope, {}, domain::Dimension::buyer);
    for (const std::size_t rank : {std::size_t{0}, by_buyer.size() / 2}) {
        const auto& [buyer, sheet] = by_buyer.at(rank);
        scope.buyers = {{std::stoll(buyer)}};
        const double taken = median(41, [&] { static_cast<void>(app::indicators(session, base, scope, {})); });
        std::printf("indicators buyer %s contracts %lld ms %.3f\n", buyer.c_str(),
                    static_cast<long long>(sheet.all.contracts), taken);
    }
    std::printf("national ms %.1f\n", median(9, [&] { static_cast<void>(app::national_table(base)); }));
    std::printf("everything ms %.0f\n", median(1, [&] { static_cast<void>(app::indicators(session, base, {}, {})); }));
    return 0;
}
