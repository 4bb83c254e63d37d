// The schema files embedded in the program, applied one by one.
#include "clausier/store/migrate.hpp"

#include <fmt/format.h>

#include <charconv>

#include "clausier/core/asset.hpp"
#include "clausier/core/issue.hpp"
#include "clausier/store/database.hpp"
#include "market_index.hpp"

namespace clausier::store {
namespace {

using core::Error;
using core::ErrorKind;

// Written in every clausier database by the first step: "CLSR" as an integer.
constexpr std::int64_t application_id = 0x434C5352;
constexpr std::string_view folder = "src/store/schema/";

bool has_market_index(Transaction& tx) {
    return tx.value<bool>("SELECT count(*) FROM sqlite_schema WHERE name = 'market_index'");
}

}  // namespace

std::vector<Migration> migrations() {
    std::vector<Migration> steps;
    for (const std::string_view path : core::assets(folder)) {
        std::string_view name = path.substr(folder.size());
        name = name.substr(0, name.find('.'));
        int number = 0;
        std::from_chars(name.data(), name.data() + name.size(), number);
        if (number != static_cast<int>(steps.size()) + 1)
            throw Error(ErrorKind::invalid, path, "les numéros des migrations doivent se suivre à partir de 001");
        steps.push_back({number, std::string(name), core::asset(path)});
    }
    return steps;
}

int schema_version(Transaction& tx) { return tx.value<int>("PRAGMA user_version"); }

void check_schema(Transaction& tx, std::span<const Migration> steps) {
    const int version = schema_version(tx);
    const auto tables = tx.value<std::int64_t>("SELECT count(*) FROM sqlite_schema");
    if ((version != 0 || tables != 0) && tx.value<std::int64_t>("PRAGMA application_id") != application_id)
        throw Error(ErrorKind::invalid, "base",
                    "ce fichier est la base d’un autre logiciel ; donnez celui d’une base clausier, ou un nouveau nom");
    if (version > static_cast<int>(steps.size()))
        throw Error(ErrorKind::conflict, "base",
                    fmt::format("elle vient d’une version plus récente de clausier (schéma {}, connu jusqu’à {}) ; "
                                "mettez le programme à jour",
                                version, steps.size()));
}

bool migrate_once(Transaction& tx, std::span<const Migration> steps) {
    check_schema(tx, steps);
    const auto version = static_cast<std::size_t>(schema_version(tx));
    if (version == steps.size()) return false;
    const Migration& step = steps[version];
    tx.script(step.sql);
    if (step.number == static_cast<int>(steps.size()) && has_market_index(tx)) MarketIndex(tx).rebuild();
    tx.script(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}", application_id, step.number));
    return true;
}

}  // namespace clausier::store
