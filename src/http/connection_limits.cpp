// Counts under one lock, taken once when a connection opens and once when it closes.
#include "connection_limits.hpp"

#include <utility>

#include "host.hpp"

namespace clausier::http {

ConnectionLimits::ConnectionLimits(std::size_t in_all, std::size_t for_each, std::string uncounted)
    : in_all_(in_all), for_each_(for_each), uncounted_(std::move(uncounted)) {}

ConnectionLimits::Place::Place(Place&& other) noexcept
    : limits_(std::exchange(other.limits_, nullptr)), group_(std::move(other.group_)) {}

ConnectionLimits::Place::~Place() {
    if (limits_ != nullptr) limits_->give_back(group_);
}

ConnectionLimits::Place ConnectionLimits::take(std::string_view address) {
    const bool counted = for_each_ != 0 && address != uncounted_;
    std::string group = counted ? address_group(address) : std::string();
    const std::lock_guard lock(mutex_);
    if (total_ >= in_all_) return {};
    if (counted) {
        std::size_t& held = by_group_[group];
        if (held >= for_each_) return {};
        ++held;
    }
    ++total_;
    return {this, std::move(group)};
}

void ConnectionLimits::give_back(const std::string& group) {
    const std::lock_guard lock(mutex_);
    --total_;
    if (group.empty()) return;
    const auto held = by_group_.find(group);
    if (--held->second == 0) by_group_.erase(held);
}

}  // namespace clausier::http
