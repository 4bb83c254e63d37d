// Files of purchases: read, kept, matched with structures; and what a buyer spends in a year.
#pragma once
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "clausier/app/app.hpp"
#include "clausier/domain/purchase_table.hpp"
#include "clausier/domain/purchases.hpp"
#include "clausier/domain/tender_record.hpp"

namespace clausier::app {

// What a file of purchases is brought with. The buyer is found by its identifier or name, or made.
struct PurchaseDraft {
    domain::TenderParty buyer;
    int year = 0;
    std::string file_name;
    std::string sheet{};
    bool replace = false;  // the file of that buyer and year, if there is one
};

// What a file read whole tells; nothing is written. Throws Error(invalid) when it has no row.
domain::PurchaseSheet try_purchases(const Session& session, store::Database& base, const PurchaseDraft& draft,
                                    const domain::PurchaseTable& table);
// Keeps it, in one transaction with a row of the journal and the original among the pieces. Throws Error(invalid) on
// "acheteur" or "annee", Error(conflict) when the buyer has a file for that year and it is not to be replaced.
domain::PurchaseSheet import_purchases(const Session& session, store::Database& base, const PurchaseDraft& draft,
                                       const domain::PurchaseTable& table, const std::filesystem::path& file);

std::vector<domain::PurchaseYear> list_purchases(store::Database& base);
// « Ma part d'achat inclusif », on the structures as they are today. Throws Error(not_found).
domain::PurchaseSheet purchase_sheet(const Session& session, store::Database& base,
                                     domain::Id<domain::PurchaseFile> id);
// The number of the file of a buyer and year. Throws Error(not_found).
domain::Id<domain::PurchaseFile> find_purchases(store::Database& base, domain::Id<domain::Organisation> buyer,
                                                int year);
// Takes the file away with its lines, and its original where nothing else is made from it.
domain::PurchaseFile remove_purchases(const Session& session, store::Database& base,
                                      domain::Id<domain::PurchaseFile> id);

// The user's own file, and what is said beside each of its lines. Lines left out say why in `inclusive`.
struct AnnotatedPurchases {
    domain::PurchaseFile file;
    std::filesystem::path path;
    std::map<std::uint64_t, domain::PurchaseNote> notes;
};
// Throws Error(not_found) when the original was not kept.
AnnotatedPurchases annotated_purchases(const Session& session, store::Database& base,
                                       domain::Id<domain::PurchaseFile> id);
// The same of a file just read from `path`.
AnnotatedPurchases annotated_purchases(const Session& session, store::Database& base, const PurchaseDraft& draft,
                                       const domain::PurchaseTable& table, const std::filesystem::path& path);

// What a buyer spends in a year: typed, with where the figure comes from. Throw Error(invalid) on "depense", "annee" or
// "source".
void save_spending(const Session& session, store::Database& base, const domain::TenderParty& buyer, int year,
                   const domain::AnnualSpending& spending);
// Throws Error(not_found) when none was typed.
void remove_spending(const Session& session, store::Database& base, domain::Id<domain::Organisation> buyer, int year);

}  // namespace clausier::app
