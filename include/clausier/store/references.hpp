// The local reference values: a territory's own layer over the national ones.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "clausier/domain/reference_value.hpp"
#include "clausier/store/transaction.hpp"

namespace clausier::store {

class References {
public:
    explicit References(Transaction& tx) : tx_(tx) {}

    // Every local value, by key and first day, for domain::Reference::add_layer().
    [[nodiscard]] std::vector<domain::ReferenceValue> local();
    // Adds the value, or replaces the one of the same key and first day.
    void save(const domain::ReferenceValue& value);
    // False when there was none of that key and first day.
    bool remove(const std::string& key, std::optional<core::Date> valid_from);

private:
    Transaction& tx_;
};

}  // namespace clausier::store
