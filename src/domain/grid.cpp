// Reading step grids, and finding the step of an amount.
#include "clausier/domain/grid.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "data_file.hpp"

namespace clausier::domain {
namespace {

// The step of one row; nothing with an issue when it cannot be read.
std::optional<GridStep> read_step(DataFile& data, std::size_t row) {
    GridStep step;
    if (const auto& text = data.text(row, "below_eur"); !text.empty()) {
        const auto below = core::parse_euros(text);
        if (!below) {
            data.fault(row, "below_eur", below.error().code, below.error().text);
            return std::nullopt;
        }
        step.below = *below;
    }
    const auto hours = core::parse_hours(data.text(row, "hours"));
    if (!hours) {
        data.fault(row, "hours", hours.error().code, hours.error().text);
        return std::nullopt;
    }
    step.hours = *hours;
    return step;
}

Grid read_grid(DataFile& data, std::size_t row, Layer layer) {
    Grid grid;
    grid.name = data.required(row, "grid");
    grid.label = data.required(row, "label");
    grid.valid_from = data.date(row, "valid_from");
    grid.citation = {data.required(row, "source"), data.text(row, "url"),  data.date(row, "checked_on"),
                     data.yes(row, "verified"),    data.text(row, "note"), layer};
    return grid;
}

void add_step(DataFile& data, std::size_t row, Grid& grid, GridStep step) {
    if (!grid.steps.empty()) {
        const auto& last = grid.steps.back().below;
        if (!last || (step.below && *step.below <= *last))
            data.fault(row, "below_eur", "grille_ordre",
                       fmt::format("les seuils de la grille « {} » ne montent pas ; rangez ses lignes.", grid.name));
    }
    grid.steps.push_back(step);
}

}  // namespace

const GridStep& Grid::step(core::Euros amount) const {
    if (amount < core::Euros())
        throw core::Error(core::ErrorKind::invalid, "montant",
                          "le montant est négatif ; donnez un montant hors taxes positif.");
    return *std::find_if(steps.begin(), steps.end(),
                         [amount](const GridStep& step) { return !step.below || amount < *step.below; });
}

std::vector<Grid> parse_grids_csv(std::string_view csv, std::string_view file, Layer layer) {
    DataFile data(
        csv, file,
        {"grid", "label", "below_eur", "hours", "source", "url", "valid_from", "checked_on", "verified", "note"});
    std::vector<Grid> grids;
    std::size_t last_row = 0;
    const auto close = [&] {
        if (!grids.empty() && (grids.back().steps.empty() || grids.back().steps.back().below))
            data.fault(
                last_row, "below_eur", "grille_ouverte",
                fmt::format("la grille « {} » n’a pas de dernière ligne sans seuil ; ajoutez-la.", grids.back().name));
    };
    for (std::size_t row = 0; row < data.size(); ++row) {
        auto grid = read_grid(data, row, layer);
        if (grids.empty() || grids.back().name != grid.name || grids.back().valid_from != grid.valid_from) {
            close();
            grids.push_back(std::move(grid));
        }
        if (const auto step = read_step(data, row)) add_step(data, row, grids.back(), *step);
        last_row = row;
    }
    close();
    data.finish();
    return grids;
}

}  // namespace clausier::domain
