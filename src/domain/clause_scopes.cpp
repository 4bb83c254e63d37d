// Which families of purchase a kind of clause is usual for.
#include <fmt/format.h>

#include "adviser_parts.hpp"
#include "clausier/core/asset.hpp"
#include "clausier/domain/code_lists.hpp"
#include "data_file.hpp"

namespace clausier::domain {
namespace {

struct ClauseScope {
    std::string kind;
    std::string cpv_prefix;
    std::string label;
};

std::vector<ClauseScope> read_scopes() {
    constexpr std::string_view file = "data/codes/clause_scopes.csv";
    DataFile data(core::asset(file), file, {"kind", "cpv_prefix", "label", "source", "verified", "note"});
    std::vector<ClauseScope> out;
    for (std::size_t row = 0; row < data.size(); ++row) {
        out.push_back({data.required(row, "kind"), data.required(row, "cpv_prefix"), data.required(row, "label")});
        if (!CodeLists::embedded().clause_kind(out.back().kind))
            data.fault(row, "kind", "donnee_hors_liste",
                       fmt::format("« {} » n’est pas un code de clause_kinds ; corrigez-le.", out.back().kind));
        data.required(row, "source");
        data.yes(row, "verified");
    }
    data.finish();
    return out;
}

}  // namespace

std::string scope_of(std::string_view kind, std::string_view cpv) {
    static const std::vector<ClauseScope> scopes = read_scopes();
    for (const ClauseScope& scope : scopes)
        if (scope.kind == kind && cpv.starts_with(scope.cpv_prefix)) return scope.label;
    return {};
}

}  // namespace clausier::domain
