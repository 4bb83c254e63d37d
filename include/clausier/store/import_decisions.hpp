// Decisions on unknown values of files, kept for the next import.
#pragma once
#include <string_view>

#include "clausier/domain/import_decision.hpp"
#include "clausier/store/transaction.hpp"

namespace clausier::store {

class ImportDecisions {
public:
    explicit ImportDecisions(Transaction& tx) : tx_(tx) {}

    // All of them, each with its instant and its author; those on fields that no longer exist are passed over.
    [[nodiscard]] domain::Decisions all();
    // Takes the place of the one on the same value.
    void save(const domain::Decision& decision, core::Instant at, const std::string& actor);
    // Tells whether there was one.
    bool forget(domain::Field field, std::string_view value);

private:
    Transaction& tx_;
};

}  // namespace clausier::store
