// The workbook that a person fills in: one column for each field worth typing, two lots as examples.
#include <algorithm>
#include <array>

#include "clausier/core/text.hpp"
#include "clausier/present/import_drafts.hpp"

namespace clausier::present {
namespace {

using core::CellKind;
using domain::Field;

struct Example {
    Field field;
    CellKind kind;
    std::array<std::string_view, 2> values;
};

// In the order in which people fill them in.
constexpr std::array<Example, 21> examples{
    {{Field::buyer_id, CellKind::text, {"21990001600011", "21990001600011"}},
     {Field::buyer_name, CellKind::text, {"Commune de Valbrume (exemple)", "Commune de Valbrume (exemple)"}},
     {Field::reference, CellKind::text, {"EX-2026-01", "EX-2026-01"}},
     {Field::object, CellKind::text, {"Exemple : école des Tilleuls", "Exemple : école des Tilleuls"}},
     {Field::lot_number, CellKind::text, {"1", "2"}},
     {Field::lot_title, CellKind::text, {"Gros œuvre", "Peinture intérieure"}},
     {Field::trade, CellKind::text, {"Gros œuvre", "Peinture intérieure"}},
     {Field::nature, CellKind::text, {"Marché", "Marché"}},
     {Field::section, CellKind::text, {"Travaux", "Travaux"}},
     {Field::procedure, CellKind::text, {"Procédure adaptée", "Procédure adaptée"}},
     {Field::cpv, CellKind::text, {"45223220", "45442110"}},
     {Field::place_code, CellKind::text, {"39", "39"}},
     {Field::notified_on, CellKind::date, {"2026-03-02", "2026-03-02"}},
     {Field::duration_months, CellKind::number, {"14", "5"}},
     {Field::amount, CellKind::number, {"1000000", "180000.5"}},
     {Field::labour_share, CellKind::text, {"50 %", "70 %"}},
     {Field::effort_rate, CellKind::text, {"5 %", "7,5 %"}},
     {Field::hours, CellKind::number, {"833", "315"}},
     {Field::social, CellKind::text, {"Clause sociale", "Clause sociale, Critère social"}},
     {Field::holder_id, CellKind::text, {"99900001100018", "99900002900010"}},
     {Field::holder_name, CellKind::text, {"Bâtisseurs du Haut-Val (exemple)", "Peintres du Causse (exemple)"}}}};

// The label of the field with a capital, as titles are.
std::string title(Field field) {
    std::string text(domain::info(field).label);
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

}  // namespace

TypedTable import_template() {
    TypedTable table;
    table.rows.resize(std::tuple_size_v<decltype(Example::values)>);
    for (const Example& example : examples) {
        table.titles.push_back(title(example.field));
        std::size_t width = table.titles.back().size();
        for (std::size_t i = 0; i < table.rows.size(); ++i) {
            table.rows[i].push_back({example.kind, std::string(example.values.at(i))});
            width = std::max(width, example.values.at(i).size());
        }
        table.widths.push_back(static_cast<int>(std::clamp<std::size_t>(width, 8, 60)));
    }
    return table;
}

}  // namespace clausier::present
