// Shows contracts behind figures.
#include "spaser_contract_list.hpp"

#include <fmt/format.h>

#include "clausier/core/french.hpp"
#include "clausier/present/spaser_views.hpp"
#include "page_links.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;
namespace french = core::french;

// Exports give the whole list.
constexpr std::int64_t everything = 1'000'000;

bool whole(const Call& call) { return call.format == Format::csv || call.format == Format::xlsx; }

// « 02/03/2026 », which a column can hold on one line.
std::string short_date(const std::optional<core::Date>& date) {
    if (!date) return "";
    return fmt::format("{:02}/{:02}/{}", static_cast<unsigned>(date->day()), static_cast<unsigned>(date->month()),
                       static_cast<int>(date->year()));
}

std::string name_of(const app::ContractLine& line) {
    const std::string& name = line.object.empty() ? line.reference : line.object;
    if (line.lot_number.empty()) return name;
    return name + " (lot " + line.lot_number + ")";
}

json::object line_view(const app::ContractLine& line) {
    const bool aberrant = line.contract.has(domain::contract_flag::aberrant);
    return {{"url", "/lots/" + std::to_string(line.contract.lot.value)},
            {"nom", name_of(line)},
            {"marche", line.reference},
            {"date", short_date(line.contract.notified_on)},
            {"acheteur", line.buyer},
            {"titulaires", line.holders},
            {"montant", line.amount_read ? french::euros(*line.amount_read) : ""},
            {"aberrant", aberrant},
            {"social", line.considerations},
            {"environnement", line.environmental},
            {"motif", line.exclusion.empty() ? "" : present::exclusion_text(line.exclusion)}};
}

}  // namespace

app::ContractPage listed_contracts(const Call& call, const SpaserQuery& query, const std::string& indicator,
                                   app::Behind behind) {
    const std::int64_t at = contract_page(call);
    const std::int64_t limit = whole(call) ? everything : kContractsOnPage;
    return app::contracts_behind(call.session(), call.base(), query.scope, query.options, indicator, behind, limit,
                                 whole(call) ? 0 : (at - 1) * kContractsOnPage);
}

json::object contract_list_view(const Call& call, const SpaserQuery& query, const app::ContractPage& page,
                                std::string_view path, const Changes& changes, bool reasons) {
    json::array lines;
    for (const app::ContractLine& line : page.lines) lines.push_back(line_view(line));
    return {{"vide", page.total == 0},
            {"hors_page", page.total > 0 && lines.empty()},
            {"total", present::counted_text(page.sum)},
            {"motifs", reasons},
            {"lignes", std::move(lines)},
            {"pages", page_links({contract_page(call), page.total, kContractsOnPage}, [&](std::int64_t to) {
                 Changes with_page = changes;
                 with_page.emplace_back("page", std::to_string(to));
                 return spaser_url(path, query, with_page) + "#contrats";
             })}};
}

}  // namespace clausier::web
