// Codes and words of purchases.
#include "clausier/domain/purchase.hpp"

#include <array>

#include "coded_words.hpp"

namespace clausier::domain {
namespace {

constexpr std::array purchase_types = {
    CodedWord<PurchaseType>{PurchaseType::unknown, "inconnu", "Non précisé"},
    CodedWord<PurchaseType>{PurchaseType::works, "travaux", "Travaux"},
    CodedWord<PurchaseType>{PurchaseType::supplies, "fournitures", "Fournitures"},
    CodedWord<PurchaseType>{PurchaseType::services, "services", "Services"},
    CodedWord<PurchaseType>{PurchaseType::concession, "concession", "Concession"},
};
constexpr std::array buyer_categories = {
    CodedWord<BuyerCategory>{BuyerCategory::unknown, "inconnue", "Non précisée"},
    CodedWord<BuyerCategory>{BuyerCategory::central, "etat", "État"},
    CodedWord<BuyerCategory>{BuyerCategory::authority, "autre", "Autre pouvoir adjudicateur"},
    CodedWord<BuyerCategory>{BuyerCategory::entity, "entite", "Entité adjudicatrice"},
};

}  // namespace

std::string_view code(PurchaseType type) { return word_of(purchase_types, type).code; }
std::string_view label(PurchaseType type) { return word_of(purchase_types, type).label; }
std::optional<PurchaseType> purchase_type(std::string_view code) { return value_of_code(purchase_types, code); }

std::string_view code(BuyerCategory category) { return word_of(buyer_categories, category).code; }
std::string_view label(BuyerCategory category) { return word_of(buyer_categories, category).label; }
std::optional<BuyerCategory> buyer_category(std::string_view code) { return value_of_code(buyer_categories, code); }

}  // namespace clausier::domain
