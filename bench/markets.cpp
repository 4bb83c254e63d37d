// A base of 200 000 lots: searching, listing, counting and reading one lot as JSON, on one thread.
// Usage: bench_markets BASE   (made when absent)
#include "clausier/app/markets.hpp"

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <random>

#include "clausier/app/lot_hours.hpp"
#include "clausier/present/lots.hpp"
#include "clausier/store/imports.hpp"

using namespace clausier;

namespace {

constexpr std::int64_t lots_made = 200'000;

// A source of numbers that are 32 bits wide.
class Random {
public:
    explicit Random(std::uint32_t seed) : engine_(seed) {}
    std::uint32_t operator()() { return static_cast<std::uint32_t>(engine_()); }

private:
    std::mt19937 engine_;
};

double milliseconds(const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

std::string words(Random& random, int count) {
    static constexpr const char* all[] = {
        "réfection",  "école",       "peinture", "intérieure",    "gros",      "œuvre",       "voirie",
        "réseaux",    "nettoyage",   "locaux",   "entretien",     "espaces",   "verts",       "commune",
        "lycée",      "collège",     "bâtiment", "chauffage",     "plomberie", "ventilation", "menuiserie",
        "extérieure", "maintenance", "mobilier", "services",      "travaux",   "logements",   "collectifs",
        "groupe",     "scolaire",    "toiture",  "réhabilitation"};
    std::string out;
    for (int i = 0; i < count; ++i) out += (i ? " " : "") + std::string(all[random() % std::size(all)]);
    return out;
}

domain::TenderRecord record(Random& random, std::int64_t market, std::int64_t line) {
    static constexpr const char* departments[] = {"57000", "54000", "75014", "13001", "33000", "97411", "2A004"};
    static constexpr const char* cpvs[] = {"45214200", "45442100", "90910000", "77310000", "39100000", "71000000"};
    domain::TenderRecord r;
    Random of_market(static_cast<std::uint32_t>(market));
    r.line = static_cast<std::uint64_t>(line);
    const unsigned buyer = of_market() % 600;
    r.buyer = {{"SIRET", std::to_string(21'990'000'000'000 + buyer)}, "Commune de Valbrume-" + std::to_string(buyer)};
    r.reference = "2026-" + std::to_string(market);
    r.object = words(of_market, 7);
    r.cpv = cpvs[of_market() % std::size(cpvs)];
    r.place_code = departments[of_market() % std::size(departments)];
    r.place_type = "Code postal";
    r.notified_on =
        core::Date(std::chrono::sys_days(std::chrono::year(2019) / 1 / 1) + std::chrono::days(of_market() % 2800));
    if (of_market() % 3 == 0) r.considerations = of_market() % 2 ? "Clause sociale" : "Pas de considération sociale";
    r.lot_number = std::to_string(line);
    r.lot_title = words(random, 4);
    r.amount = core::Euros::whole(1000 + static_cast<std::int64_t>(random() % 2'000'000));
    if (random() % 5 == 0) r.hours = core::Hours::whole(random() % 1000);
    const unsigned holder = random() % 15'000;
    r.holders = {{{"SIRET", std::to_string(99'900'000'000'000 + holder)},
                  "Bâtisseurs du Haut-Val n° " + std::to_string(holder)}};
    return r;
}

void fill(store::Database& base) {
    Random random(7);
    store::Staging staging;
    std::int64_t market = 0;
    for (std::int64_t line = 1; line <= lots_made; ++line) {
        if (random() % 2 == 0) ++market;
        staging.add(record(random, market, line));
    }
    staging.resolve();
    std::printf("apply %.0f ms\n", milliseconds([&] {
                    auto tx = base.write(staging.attachment());
                    store::Imports(tx).apply(staging, {{}, "bench", "x", std::string(64, 'a'), {}, "x"});
                    tx.commit();
                }));
}

void measure(store::Database& base, const char* name, const app::MarketQuery& query) {
    std::int64_t markets = 0;
    for (int i = 0; i < 2; ++i) static_cast<void>(app::list_markets(base, query));
    const double list = milliseconds([&] {
        for (int i = 0; i < 5; ++i) markets = app::list_markets(base, query).markets;
    });
    const double facets = milliseconds([&] {
        for (int i = 0; i < 5; ++i) static_cast<void>(app::market_facets(base, query));
    });
    std::printf("%-28s %7lld markets  list %6.1f ms  facets %6.1f ms\n", name, static_cast<long long>(markets),
                list / 5, facets / 5);
}

// Lots taken from the first `among`, as their document.
void read_lots(store::Database& base, std::int64_t among) {
    constexpr int reads = 200'000;
    std::size_t bytes = 0;
    const double taken = milliseconds([&] {
        for (int i = 0; i < reads; ++i)
            bytes += present::document(app::lot_sheet(base, {1 + (i * 7919LL) % among})).size();
    });
    std::printf("lot JSON among %lld: %.0f per second, %zu bytes each\n", static_cast<long long>(among),
                reads / taken * 1000, bytes / reads);
}

}  // namespace

int main(int, char** argv) {
    const bool fresh = !std::filesystem::exists(argv[1]);
    store::Database base(argv[1]);
    if (fresh) fill(base);
    measure(base, "everything", {});
    for (const char* text : {"école", "peinture collège toiture", "14999", "val", "introuvable", "ba"}) {
        app::MarketQuery query;
        query.filter.text = text;
        measure(base, text, query);
    }
    app::MarketQuery year;
    year.filter.year = 2023;
    measure(base, "year", year);
    app::MarketQuery cpv;
    cpv.filter.cpv = "4544";
    measure(base, "cpv", cpv);
    for (const auto sort : {store::MarketSort::reference, store::MarketSort::buyer, store::MarketSort::object,
                            store::MarketSort::amount}) {
        app::MarketQuery query;
        query.filter.sort = sort;
        measure(base, "sorted", query);
    }
    read_lots(base, lots_made);
    read_lots(base, 2'000);
}
