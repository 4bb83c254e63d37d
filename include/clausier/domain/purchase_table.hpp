// Files of purchases, in the five columns of the Marché de l'inclusion: a row becomes a line, or the reason why not.
#pragma once
#include <string>
#include <vector>

#include "clausier/domain/plain_table.hpp"
#include "clausier/domain/purchases.hpp"

namespace clausier::domain {

// fournisseur, siret, montant, categorie, entite.
const std::vector<PlainField>& purchase_columns();

// Keeps the rows whose amount is more than 0. Of several SIRETs the first counts; one that cannot be read leaves the
// line without SIRET, with a warning, so that what was spent stays in the total.
class PurchaseTable final : public PlainTable {
public:
    explicit PurchaseTable(std::vector<PlainChoice> choices = {})
        : PlainTable(purchase_columns(), std::move(choices)) {}
    [[nodiscard]] const std::vector<PurchaseLine>& lines() const { return lines_; }
    [[nodiscard]] const std::vector<PurchaseReject>& rejects() const { return rejects_; }
    // Warnings on lines that are kept, each with its place.
    [[nodiscard]] const std::vector<core::Issue>& remarks() const { return remarks_; }

protected:
    void take(const core::Row& row) override;

private:
    void read_siret(const std::string& text, PurchaseLine& line);
    void warn(const PurchaseLine& line, std::string_view code, std::string text);
    std::vector<PurchaseLine> lines_;
    std::vector<PurchaseReject> rejects_;
    std::vector<core::Issue> remarks_;
};

}  // namespace clausier::domain
