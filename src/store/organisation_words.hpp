// What organisations are searched by, read and folded once while many rows name them.
#pragma once
#include <cstdint>
#include <string>
#include <unordered_map>

#include "clausier/store/transaction.hpp"

namespace clausier::store {

// Good as long as no organisation changes.
class OrganisationWords {
public:
    explicit OrganisationWords(Transaction& tx) : tx_(tx) {}
    // Its name and its identifier, folded; until the next call.
    const std::string& of(std::int64_t organisation);

private:
    Transaction& tx_;
    std::unordered_map<std::int64_t, std::string> known_;
};

}  // namespace clausier::store
