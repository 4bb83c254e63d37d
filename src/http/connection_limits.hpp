// How many connections there may be, in all and for one address.
#pragma once
#include <cstddef>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace clausier::http {

class ConnectionLimits {
public:
    // A place held by one connection, given back with it.
    class Place {
    public:
        Place() = default;
        Place(Place&& other) noexcept;
        Place& operator=(Place&&) = delete;
        ~Place();
        // Whether there was room.
        explicit operator bool() const { return limits_ != nullptr; }

    private:
        friend class ConnectionLimits;
        Place(ConnectionLimits* limits, std::string group) : limits_(limits), group_(std::move(group)) {}
        ConnectionLimits* limits_ = nullptr;
        std::string group_;
    };

    // `for_each` 0: no limit for one address. `uncounted`: an address that has no limit of its own.
    ConnectionLimits(std::size_t in_all, std::size_t for_each, std::string uncounted);
    Place take(std::string_view address);

private:
    void give_back(const std::string& group);

    const std::size_t in_all_;
    const std::size_t for_each_;
    const std::string uncounted_;
    std::mutex mutex_;
    std::size_t total_ = 0;
    std::map<std::string, std::size_t, std::less<>> by_group_;
};

}  // namespace clausier::http
