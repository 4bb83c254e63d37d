// Reads lists of considerations as files write them: joined by marks, or as JSON or Python lists.
#include <fmt/format.h>

#include <algorithm>

#include "clausier/core/text.hpp"
#include "consideration_words.hpp"
#include "tender_values.hpp"

namespace clausier::domain {

std::optional<std::string> TenderValues::considerations(Field field, CodeList& list) {
    const std::string_view given = value(field);
    if (given.empty()) return std::nullopt;
    if (const auto rank = list.find(given)) return list.official(*rank);
    std::vector<bool> said(list.size());
    for (std::string& word : consideration_words(given)) {
        if (ImportWords::embedded().is_marker(word)) continue;
        auto rank = list.find(word);
        const Decision* decision = rank ? nullptr : unlisted_.met(field, word, header(field), row_.number);
        if (decide(field, decision, word)) {
            rank = list.find(word);
            if (!rank) continue;
        }
        if (rank)
            said[*rank] = true;
        else
            remark(
                field, Remark::outside_list,
                fmt::format("« {} » n’est pas de la liste ({}) ; il n’est pas retenu", excerpt(word), list.listing()));
    }
    const auto count = std::count(said.begin(), said.end(), true);
    if (count == 0) return std::nullopt;
    // The last of a list is « Pas de considération… », which excludes the others.
    if (said.back() && count > 1) {
        remark(field, Remark::considerations_conflict,
               fmt::format("« {} » dit à la fois une considération et son absence ; « {} » est retenu, vérifiez", given,
                           list.official(list.size() - 1)));
        return list.official(list.size() - 1);
    }
    std::string joined;
    for (std::size_t i = 0; i < said.size(); ++i)
        if (said[i]) joined += fmt::format("{}{}", joined.empty() ? "" : ", ", list.official(i));
    return joined;
}

}  // namespace clausier::domain
