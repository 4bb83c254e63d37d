// The organisations that somebody acts for, as a query.
#pragma once
#include <fmt/format.h>

#include <string>

#include "clausier/domain/rights.hpp"

namespace clausier::store {

// The organisations of the memberships of those roles, after merges: a query of their ids, "" without any.
inline std::string organisations_of(const domain::Viewer& viewer, domain::Roles roles) {
    std::string ids;
    for (const domain::Membership& membership : viewer.memberships)
        if (roles.has(membership.role))
            ids += fmt::format("{}{}", ids.empty() ? "" : ", ", membership.organisation.value);
    if (ids.empty()) return "";
    return fmt::format("SELECT coalesce(x.merged_into, x.id) FROM organisations x WHERE x.id IN ({})", ids);
}

// Conditions of which one is enough; "1" swallows the others, "" is none.
class Either {
public:
    void add(std::string condition) {
        if (condition == "1") all_ = true;
        if (condition.empty() || condition == "0" || condition == "1") return;
        text_ += (text_.empty() ? "" : " OR ") + std::move(condition);
        ++parts_;
    }
    [[nodiscard]] std::string text() const {
        if (all_) return "1";
        if (parts_ == 0) return "0";
        return parts_ > 1 ? "(" + text_ + ")" : text_;
    }

private:
    bool all_ = false;
    int parts_ = 0;
    std::string text_;
};

}  // namespace clausier::store
