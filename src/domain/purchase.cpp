// Codes and words of purchases.
#include "clausier/domain/purchase.hpp"

namespace clausier::domain {
namespace {

template <class E>
struct Words {
    E value;
    std::string_view code;
    std::string_view label;
};

constexpr std::array purchase_types = {
    Words<PurchaseType>{PurchaseType::unknown, "inconnu", "Non précisé"},
    Words<PurchaseType>{PurchaseType::works, "travaux", "Travaux"},
    Words<PurchaseType>{PurchaseType::supplies, "fournitures", "Fournitures"},
    Words<PurchaseType>{PurchaseType::services, "services", "Services"},
    Words<PurchaseType>{PurchaseType::concession, "concession", "Concession"},
};
constexpr std::array buyer_categories = {
    Words<BuyerCategory>{BuyerCategory::unknown, "inconnue", "Non précisée"},
    Words<BuyerCategory>{BuyerCategory::central, "etat", "État"},
    Words<BuyerCategory>{BuyerCategory::authority, "autre", "Autre pouvoir adjudicateur"},
    Words<BuyerCategory>{BuyerCategory::entity, "entite", "Entité adjudicatrice"},
};

template <class List, class E>
const auto& of(const List& list, E value) {
    for (const auto& one : list)
        if (one.value == value) return one;
    return list.front();
}

template <class E, class List>
std::optional<E> by_code(const List& list, std::string_view code) {
    for (const auto& one : list)
        if (one.code == code) return one.value;
    return std::nullopt;
}

}  // namespace

std::string_view code(PurchaseType type) { return of(purchase_types, type).code; }
std::string_view label(PurchaseType type) { return of(purchase_types, type).label; }
std::optional<PurchaseType> purchase_type(std::string_view code) { return by_code<PurchaseType>(purchase_types, code); }

std::string_view code(BuyerCategory category) { return of(buyer_categories, category).code; }
std::string_view label(BuyerCategory category) { return of(buyer_categories, category).label; }
std::optional<BuyerCategory> buyer_category(std::string_view code) {
    return by_code<BuyerCategory>(buyer_categories, code);
}

}  // namespace clausier::domain
