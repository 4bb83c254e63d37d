// Settings: what one installation has chosen, by key.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "clausier/store/transaction.hpp"

namespace clausier::store {

// The key of the words of a market of insertion and qualification in the DECP summary of a lot.
inline constexpr std::string_view insertion_services_setting = "decp.marche_insertion";

class Settings {
public:
    explicit Settings(Transaction& tx) : tx_(tx) {}

    [[nodiscard]] std::optional<std::string> get(std::string_view key);
    [[nodiscard]] std::map<std::string, std::string> all();
    void set(std::string_view key, std::string_view value);
    // Back to the default.
    void unset(std::string_view key);

private:
    Transaction& tx_;
};

}  // namespace clausier::store
