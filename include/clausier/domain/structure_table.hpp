// Lists of structures: a row becomes a structure, or the reasons why it is left out.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "clausier/domain/plain_table.hpp"
#include "clausier/domain/structure.hpp"

namespace clausier::domain {

// type, nom, siret, ancien_siret, departement, code_postal, commune, naf, source, fermee_le, convention_du,
// convention_au, esus_du, esus_au, ess_du, ess_au.
const std::vector<PlainField>& structure_columns();

struct StructureTableOptions {
    std::string kind{};    // of rows that say none
    std::string source{};  // of rows that say none
};

// A row read. `issues`: errors leave it out, warnings do not.
struct StructureRow {
    std::uint64_t line = 0;
    Structure structure;
    std::string former_siret;
    std::vector<core::Issue> issues;

    [[nodiscard]] bool sound() const;
};

class StructureTable final : public PlainTable {
public:
    explicit StructureTable(StructureTableOptions options, std::vector<PlainChoice> choices = {});
    [[nodiscard]] const std::vector<StructureRow>& rows() const { return rows_; }

protected:
    void take(const core::Row& row) override;

private:
    void read_kind(const core::Row& row, StructureRow& out) const;
    void read_siret(const core::Row& row, StructureRow& out) const;
    void read_place(const core::Row& row, StructureRow& out) const;
    void read_approval(const core::Row& row, StructureRow& out, ApprovalKind kind) const;
    std::optional<core::Date> read_date(const core::Row& row, StructureRow& out, std::string_view field,
                                        bool& unreadable) const;
    StructureTableOptions options_;
    std::vector<StructureRow> rows_;
};

// The kind that a word of a list says: its code or its label, whatever their case and accents; "" when none.
std::string structure_kind_of(std::string_view word);

// What is kept, completed and corrected by a row: what the row does not say stays, another SIRET joins the history from
// `today`, an approval of the same kind and first day takes the row's last day, others are added.
Structure merged(const Structure& kept, const StructureRow& row, core::Date today);

}  // namespace clausier::domain
