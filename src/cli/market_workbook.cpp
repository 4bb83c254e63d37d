// Writes workbooks of lots.
#include "market_workbook.hpp"

#include "clausier/present/hours_columns.hpp"
#include "clausier/sheets/write.hpp"

namespace clausier::cli {
namespace {

using sheets::OutCell;
using sheets::Style;

template <class T>
OutCell maybe(const std::optional<T>& value) {
    return value ? OutCell{sheets::Value(*value), Style::plain} : OutCell{};
}

std::vector<OutCell> titles(std::initializer_list<const char*> names) {
    std::vector<OutCell> out;
    for (const char* name : names) out.push_back({std::string(name), Style::header});
    return out;
}

std::string holders(const domain::Lot& lot) {
    std::string out;
    for (const domain::Holder& holder : lot.holders) out += (out.empty() ? "" : ", ") + holder.label();
    return out;
}

}  // namespace

void write_lots(const std::string& file, const std::vector<domain::MarketSheet>& sheets_of_markets) {
    sheets::XlsxWriter writer(file);
    writer.sheet("Lots", {28, 16, 44, 8, 44, 12, 12, 14, 10, 10, 10, 12, 40});
    writer.row(titles({"Acheteur", "Marché", "Objet", "Lot", "Intitulé", "CPV", "Notifié le", "Montant HT", "Part MO",
                       "Taux d’effort", "Coût horaire", "Heures", "Titulaires"}));
    for (const domain::MarketSheet& sheet : sheets_of_markets)
        for (const domain::Lot& lot : sheet.lots)
            writer.row({{sheet.buyer.label()},
                        {sheet.market.reference},
                        {sheet.market.object},
                        {lot.number},
                        {lot.title},
                        {lot.cpv},
                        maybe(lot.notified_on ? lot.notified_on : sheet.market.notified_on),
                        maybe(lot.amount),
                        maybe(lot.labour_share),
                        maybe(lot.effort),
                        maybe(lot.hourly_cost),
                        maybe(lot.hours),
                        {holders(lot)}});
    writer.close();
}

void write_hours(const std::string& file, const domain::TenderHours& tender) {
    constexpr std::size_t own_columns = 4;
    sheets::XlsxWriter writer(file);
    writer.sheet("Heures d’insertion", {28, 24, 8, 44, 16, 12, 10, 12, 12, 10, 50});
    present::HoursColumns columns(own_columns);
    std::vector<OutCell> header = titles({"Acheteur", "Marché", "Lot", "Intitulé"});
    for (OutCell& cell : columns.header()) header.push_back(std::move(cell));
    std::uint32_t row = writer.row(header);
    for (const domain::LotHours& lot : tender.lots) {
        std::vector<OutCell> cells = {
            {lot.figures.buyer}, {lot.figures.market}, {lot.figures.number}, {lot.figures.title}};
        for (OutCell& cell : columns.lot(lot, row + 1)) cells.push_back(std::move(cell));
        row = writer.row(cells);
    }
    writer.row(columns.total(tender));
    writer.close();
}

}  // namespace clausier::cli
