// What a file would change in the database, before it does.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "clausier/domain/field.hpp"
#include "clausier/store/transaction.hpp"

namespace clausier::store {

// A market counts as changed when its own content is, or when one of its lots is new or changed.
struct DifferenceCounts {
    std::int64_t organisations_new = 0;
    std::int64_t markets_new = 0;
    std::int64_t markets_changed = 0;
    std::int64_t markets_same = 0;
    std::int64_t lots_new = 0;
    std::int64_t lots_changed = 0;
    std::int64_t lots_same = 0;

    [[nodiscard]] std::int64_t markets() const { return markets_new + markets_changed + markets_same; }
    [[nodiscard]] std::int64_t lots() const { return lots_new + lots_changed + lots_same; }
};

// One value that the file gives otherwise. `column` is the column's name in the database, its unit in it
// ("amount_cents"), or "holders"; values are as stored, names joined by ", " for holders; absent = not filled in.
struct FieldChange {
    std::string buyer;
    std::string reference;
    std::optional<std::string> lot_number;  // absent for the market's own values
    std::string column;
    domain::Field field = domain::Field::ignored;  // what the column is to a reader
    std::optional<std::string> before;
    std::optional<std::string> after;
};

// The comparison of a resolved staging file with the database, computed by the constructor inside a transaction opened
// with the staging's attachment, and good as long as it. A market or lot is the same when its last import said the same
// (whatever was edited by hand since) or when nothing that the file gives differs; what the file does not give never
// differs.
class Difference {
public:
    // Throws Error(conflict) when organisations have been merged since the file was staged.
    explicit Difference(Transaction& tx);

    [[nodiscard]] const DifferenceCounts& counts() const { return counts_; }
    // The changes of values of markets and lots already known, in a stable order.
    [[nodiscard]] std::vector<FieldChange> changes(std::int64_t limit, std::int64_t offset = 0);

private:
    void find_organisations();
    void find_markets();
    void find_lots();
    void count();
    Transaction& tx_;
    DifferenceCounts counts_;
};

}  // namespace clausier::store
