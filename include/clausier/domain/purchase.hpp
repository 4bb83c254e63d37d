// What a buyer wants to buy, before any award: what the law and the adviser look at.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "clausier/core/dates.hpp"
#include "clausier/core/quantity.hpp"

namespace clausier::domain {

enum class PurchaseType { unknown, works, supplies, services, concession };
inline constexpr std::array all_purchase_types = {PurchaseType::unknown, PurchaseType::works, PurchaseType::supplies,
                                                  PurchaseType::services, PurchaseType::concession};
// "inconnu", "travaux", "fournitures", "services", "concession".
std::string_view code(PurchaseType type);
// « Travaux »…: what people read; « Non précisé » when it is not known.
std::string_view label(PurchaseType type);
std::optional<PurchaseType> purchase_type(std::string_view code);

// Which of the European thresholds the buyer is under.
enum class BuyerCategory { unknown, central, authority, entity };
inline constexpr std::array all_buyer_categories = {BuyerCategory::unknown, BuyerCategory::central,
                                                    BuyerCategory::authority, BuyerCategory::entity};
// "inconnue", "etat", "autre", "entite".
std::string_view code(BuyerCategory category);
// « État », « Autre pouvoir adjudicateur », « Entité adjudicatrice »; « Non précisée » when it is not known.
std::string_view label(BuyerCategory category);
std::optional<BuyerCategory> buyer_category(std::string_view code);

// The structures nearby that could do the work, of one family, and the mean turnover of one of them.
struct SupplyCount {
    std::optional<std::int64_t> structures;
    std::optional<core::Euros> mean_turnover;
    bool operator==(const SupplyCount&) const = default;
};

// Texts are "" when not known.
struct Purchase {
    std::string object;
    std::string cpv;  // 8 digits
    PurchaseType type = PurchaseType::unknown;
    BuyerCategory buyer_category = BuyerCategory::unknown;
    bool defence = false;                       // defence or security
    std::string department;                     // of execution, its code
    std::optional<core::Euros> estimated_need;  // of the whole need, all lots, excl. tax
    std::optional<std::int64_t> duration_months;
    std::optional<core::Date> consultation_on;
    SupplyCount insertion;   // SIAE
    SupplyCount disability;  // EA, ESAT
    bool operator==(const Purchase&) const = default;
};

}  // namespace clausier::domain
