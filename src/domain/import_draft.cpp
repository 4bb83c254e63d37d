// The steps of an import, and its columns as they are shown.
#include "clausier/domain/import_draft.hpp"

#include <array>

#include "tender_values.hpp"

namespace clausier::domain {

std::string_view text(ImportStep step) {
    static constexpr std::array<std::string_view, 9> names = {
        "déposé", "lecture", "colonnes", "valeurs", "vérification", "application", "appliqué", "abandonné", "échoué"};
    return names.at(static_cast<std::size_t>(step));
}

bool is_at_rest(ImportStep step) {
    return step != ImportStep::deposited && step != ImportStep::reading && step != ImportStep::applying;
}

std::vector<ColumnPreview> column_previews(const Mapping& mapping) {
    std::vector<ColumnPreview> previews;
    for (const Column& column : mapping.columns) {
        ColumnPreview& preview = previews.emplace_back();
        preview.index = column.index;
        preview.letters = core::column_letters(column.index);
        preview.header = column.header;
        for (const std::string& sample : column.samples) preview.samples.push_back(excerpt(sample));
        preview.field = column.field;
        preview.score = column.score;
        preview.how = column.how;
        if (column.unresolved()) preview.suggestions = column.suggestions;
    }
    return previews;
}

}  // namespace clausier::domain
