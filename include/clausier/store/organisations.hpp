// Organisations kept: found by identifier or by name, saved, and merged when two turn out to be one.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "clausier/domain/organisation.hpp"
#include "clausier/domain/organisation_sheet.hpp"
#include "clausier/store/staging.hpp"
#include "clausier/store/transaction.hpp"

namespace clausier::store {

// The form in which names are compared: core::fold(), or the name itself when folding leaves nothing of it ("***").
std::string folded_name(const std::string& name);

class Organisations {
public:
    explicit Organisations(Transaction& tx) : tx_(tx) {}

    [[nodiscard]] std::optional<domain::Organisation> find(domain::Id<domain::Organisation> id);
    // The same among those that the viewer sees.
    [[nodiscard]] std::optional<domain::Organisation> find_visible(domain::Id<domain::Organisation> id);
    // The organisation of that identifier, the one it was merged into if it was.
    [[nodiscard]] std::optional<domain::Organisation> find(const core::Identifier& identifier);
    // The organisation known by that name alone, the one it was merged into if it was. Case, accents and punctuation
    // do not count.
    [[nodiscard]] std::optional<domain::Organisation> find_by_name(const std::string& name);
    // Those that are not merged and whose name or identifier holds the text (all when ""), by name; buyers (of a
    // market or a dossier) only on demand.
    enum class Among { all, buyers };
    [[nodiscard]] std::vector<domain::Organisation> list(const std::string& text, Among among = Among::all);

    [[nodiscard]] domain::MarketCounts market_counts(domain::Id<domain::Organisation> id);

    // Adds it when its id is empty, else replaces it; gives it back with its id and revision. Throws Error(conflict)
    // when its identifier, or its name where it has no identifier, is another's, or when it was saved by somebody else
    // since it was read; Error(invalid) when it has neither name nor identifier.
    domain::Organisation save(domain::Organisation organisation);

    // `from` and `into` are one organisation: the markets, lots, dossiers and contacts of `from` go to `into`, and
    // files that name `from` will mean `into`. Throws Error(not_found) when one does not exist, Error(conflict) when
    // they are the same, one is merged already, or both have a market of the same reference, each named.
    void merge(domain::Id<domain::Organisation> from, domain::Id<domain::Organisation> into);

    // What merged organisations are called in files, for Staging.
    [[nodiscard]] Aliases aliases();

private:
    domain::Organisation require_free(domain::Id<domain::Organisation> id);
    void merge_before_images(domain::Id<domain::Organisation> from, domain::Id<domain::Organisation> into);
    Transaction& tx_;
};

}  // namespace clausier::store
