// Files of purchases kept, one a buyer and a year, and what buyers spend in a year.
#pragma once
#include <optional>
#include <span>
#include <vector>

#include "clausier/domain/purchases.hpp"
#include "clausier/store/transaction.hpp"

namespace clausier::store {

class Purchases {
public:
    explicit Purchases(Transaction& tx) : tx_(tx) {}

    // Keeps a file with its lines, in the stead of the one of that buyer and year, if any; gives it back with its
    // number.
    domain::PurchaseFile save(domain::PurchaseFile file, const std::vector<domain::PurchaseLine>& lines,
                              const std::vector<domain::PurchaseReject>& rejects);
    [[nodiscard]] std::optional<domain::PurchaseFile> find(domain::Id<domain::PurchaseFile> id);
    [[nodiscard]] std::optional<domain::PurchaseFile> find(domain::Id<domain::Organisation> buyer, int year);
    // Every buyer and year with a file or a typed spending, the newest year first, then by buyer.
    [[nodiscard]] std::vector<domain::PurchaseYear> list();
    [[nodiscard]] std::vector<domain::PurchaseLine> lines(domain::Id<domain::PurchaseFile> id);
    [[nodiscard]] std::vector<domain::PurchaseReject> rejects(domain::Id<domain::PurchaseFile> id);
    void remove(domain::Id<domain::PurchaseFile> id);
    // Whether a file of purchases or an import is made from this piece.
    [[nodiscard]] bool uses(const std::string& hash);

    // What was spent: as typed, else the sum of the file of the year; nothing when neither is known.
    [[nodiscard]] std::optional<domain::AnnualSpending> spending(domain::Id<domain::Organisation> buyer, int year);
    // What the buyers spent in those years; absent without buyers, or when it is not known for each in each year.
    [[nodiscard]] std::optional<domain::SpendingSum> spent(std::span<const domain::Id<domain::Organisation>> buyers,
                                                           int first_year, int last_year);
    void save_spending(domain::Id<domain::Organisation> buyer, int year, const domain::AnnualSpending& spending,
                       core::Instant at, const std::string& actor);
    void remove_spending(domain::Id<domain::Organisation> buyer, int year);

    // Two buyers are one: the years of `from` go to `into`. Throws Error(conflict) naming the years that both have.
    void move(domain::Id<domain::Organisation> from, domain::Id<domain::Organisation> into);

private:
    Transaction& tx_;
};

}  // namespace clausier::store
