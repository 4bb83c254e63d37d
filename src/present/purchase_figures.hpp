// The figures of a share of inclusive purchases, in their order.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "clausier/domain/purchases.hpp"

namespace clausier::present {

struct PurchaseFigure {
    std::string_view code;
    std::string label;
    domain::Spent spent;
};
std::vector<PurchaseFigure> purchase_figures(const domain::PurchaseShare& share);

}  // namespace clausier::present
