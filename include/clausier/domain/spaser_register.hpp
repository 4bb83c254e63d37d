// The registers that a SPASER report draws on: referents of services, awareness actions, partnerships with companies,
// and what AGEC asks to declare of goods reused or recycled.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/core/dates.hpp"
#include "clausier/core/issue.hpp"
#include "clausier/core/quantity.hpp"
#include "clausier/domain/id.hpp"
#include "clausier/domain/indicator.hpp"
#include "clausier/domain/market_fields.hpp"
#include "clausier/domain/organisation.hpp"

namespace clausier::domain {

enum class RegisterKind { referent, awareness, partnership };
inline constexpr RegisterKind register_kinds[] = {RegisterKind::referent, RegisterKind::awareness,
                                                  RegisterKind::partnership};
// "referent", "sensibilisation", "partenariat".
std::string_view code(RegisterKind kind);
// « Référent », « Action de sensibilisation », « Partenariat avec une entreprise ».
std::string_view label(RegisterKind kind);
std::optional<RegisterKind> register_kind(std::string_view code);

// A referent is a service and a function, from a day to another; the name may stay empty and is never published. An
// awareness action counts the people it reached, none of whom is named. A partnership's title says the company.
struct RegisterEntry {
    Id<RegisterEntry> id{};
    Id<Organisation> buyer{};
    RegisterKind kind = RegisterKind::awareness;
    core::Date begins_on{};
    std::optional<core::Date> ends_on;
    std::string unit;    // the service
    std::string title;   // the function, the action, the company and what is done with it
    std::string person;  // of a referent only
    std::optional<std::int64_t> people;
    std::string note;
    std::int64_t revision = 0;
};
// Whether it stood on some day of that year.
bool stands_in(const RegisterEntry& entry, int year);

// What a register counts in a year: entries, distinct services, people counted.
struct RegisterCount {
    std::int64_t entries = 0;
    std::int64_t units = 0;
    std::int64_t people = 0;
    bool operator==(const RegisterCount&) const = default;
};
RegisterCount count_in(const std::vector<RegisterEntry>& entries, RegisterKind kind, int year);

// The products of data/codes/agec_products.csv.
struct ReuseProduct {
    std::string code;
    std::string label;
};
const std::vector<ReuseProduct>& reuse_products();
// nullptr when there is none of that code or label.
const ReuseProduct* reuse_product(std::string_view code_or_label);

// What was spent in a year on a product: in all, on reused goods (donated ones among them), on goods that hold recycled
// matter. Excl. tax.
struct ReuseDeclaration {
    Id<ReuseDeclaration> id{};
    Id<Organisation> buyer{};
    int year = 0;
    std::string product;  // a code of reuse_products()
    core::Euros total;
    core::Euros reused;
    core::Euros donated;
    core::Euros recycled;
    std::string note;
    std::int64_t revision = 0;
};

// Registers and declarations, each with its buyer.
struct RegisterSheet {
    struct Entry {
        RegisterEntry entry;
        Organisation buyer;
    };
    struct Declaration {
        ReuseDeclaration declaration;
        Organisation buyer;
    };
    std::vector<Entry> entries;
    std::vector<Declaration> declarations;
};

// E4 from the declarations of a year: reused and recycled on the total; unavailable without any.
void fill_reuse(IndicatorValue& value, const std::vector<ReuseDeclaration>& declarations);

void tidy(RegisterEntry& entry);
void tidy(ReuseDeclaration& declaration);
// Faults in "debut", "fin", "service", "titre", "nom", "personnes", "note".
std::vector<core::Issue> faults(const RegisterEntry& entry);
// In "annee", "produit", "total", "reemploi", "dons", "recycles", "note": no part is over the total, nor gifts over
// what is reused.
std::vector<core::Issue> faults(const ReuseDeclaration& declaration);
std::vector<FieldText> field_texts(const RegisterEntry& entry);
std::vector<FieldText> field_texts(const ReuseDeclaration& declaration);

}  // namespace clausier::domain
