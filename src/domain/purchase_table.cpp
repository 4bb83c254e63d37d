// Reads files of purchases.
#include "clausier/domain/purchase_table.hpp"

#include "clausier/core/codes.hpp"
#include "clausier/core/text.hpp"

namespace clausier::domain {
namespace {

std::string quoted(std::string_view text) { return "«\u00a0" + std::string(text) + "\u00a0»"; }

// The first of several SIRETs: "123… / 456…", "123…;456…".
std::string_view first_of(std::string_view text) { return core::trim(text.substr(0, text.find_first_of(",;/|\n"))); }

}  // namespace

const std::vector<PlainField>& purchase_columns() {
    static const std::vector<PlainField> fields{
        {"fournisseur",
         "Raison sociale du fournisseur",
         false,
         {"raison sociale du fournisseur", "fournisseur", "raison sociale", "nom du fournisseur", "nom fournisseur",
          "tiers", "nom", "supplier", "supplier name", "beneficiaire"}},
        {"siret",
         "SIRET",
         true,
         {"siret", "siret du fournisseur", "siret fournisseur", "n siret", "numero siret", "numero de siret",
          "supplier siret", "siret tiers"}},
        {"montant",
         "Dépense achat (€)",
         true,
         {"depense achat", "depense achat €", "depense", "depenses", "montant", "montant ht", "montant mandate",
          "mandate", "mandate ht", "montant paye", "depense ht", "depense ttc", "montant ttc", "purchase amount",
          "total", "montant total"}},
        {"categorie",
         "Catégorie d’achat",
         false,
         {"categorie d achat optionnelle", "categorie d achat", "categorie", "famille d achat", "famille", "segment",
          "purchase category", "nature"}},
        {"entite",
         "Entité acheteuse",
         false,
         {"entite acheteuse optionnelle", "entite acheteuse", "entite", "service", "direction", "buying entity",
          "service acheteur"}},
    };
    return fields;
}

void PurchaseTable::warn(const PurchaseLine& line, std::string_view code, std::string text) {
    remarks_.push_back(
        {core::Severity::warning, std::string(code), "ligne " + std::to_string(line.line), std::move(text)});
}

void PurchaseTable::read_siret(const std::string& text, PurchaseLine& line) {
    const std::string_view first = first_of(text);
    if (first.empty()) return;
    const auto siret = core::Siret::parse(first);
    if (!siret) {
        warn(line, siret.error().code, siret.error().text + "\u00a0; la ligne compte sans SIRET");
        return;
    }
    line.siret = siret->text();
    if (first.size() != core::trim(text).size())
        warn(line, "siret_plusieurs", "de plusieurs SIRET, le premier est pris\u00a0: " + line.siret);
    if (!siret->checks()) warn(line, "siret_cle", "la clé du SIRET " + line.siret + " est fausse\u00a0; vérifiez-le");
}

void PurchaseTable::take(const core::Row& row) {
    PurchaseLine line;
    line.line = row.number;
    line.supplier = text(row, "fournisseur");
    const core::Cell amount_cell = cell(row, "montant");
    const auto amount = core::parse_euros(core::trim(amount_cell.text), amount_cell.kind == core::CellKind::number);
    if (!amount) {
        rejects_.push_back({row.number, amount.error().code, "montant\u00a0: " + amount.error().text});
        return;
    }
    if (amount->parts() <= 0) {
        rejects_.push_back({row.number, "montant_nul",
                            "montant\u00a0: " + quoted(core::trim(amount_cell.text)) +
                                " n’est pas une dépense\u00a0; seuls les montants au-dessus de 0 comptent"});
        return;
    }
    line.amount = *amount;
    read_siret(text(row, "siret"), line);
    line.category = text(row, "categorie");
    line.unit = text(row, "entite");
    lines_.push_back(std::move(line));
}

}  // namespace clausier::domain
