// Finds the buyer that a command names.
#include "spaser_arguments.hpp"

#include "clausier/app/markets.hpp"
#include "clausier/app/organisations.hpp"

namespace clausier::cli {

domain::Organisation named_buyer(store::Database& base, const std::string& text) {
    constexpr std::size_t siren_digits = 9;
    if (const auto number = core::parse_scaled(text, 1); number && *number > 0 && text.size() < siren_digits)
        return app::organisation_sheet(base, {*number}).organisation;
    return app::find_buyer(base, text);
}

std::optional<domain::Id<domain::Organisation>> asked_buyer(store::Database& base, const Arguments& arguments) {
    const auto text = arguments.get("--acheteur");
    return text ? std::optional(named_buyer(base, *text).id) : std::nullopt;
}

}  // namespace clausier::cli
