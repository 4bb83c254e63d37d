// The parts of the adviser: what each is given, and the answer it makes.
#pragma once
#include "clausier/domain/adviser.hpp"

namespace clausier::domain {

// The whole family of the purchase in data/codes/clause_scopes.csv for a kind: its label, "" when it is in none.
std::string scope_of(std::string_view kind, std::string_view cpv);

// What every kind is judged on. `advice` holds everything but its kinds.
struct KindQuestion {
    const Advice& advice;
    const Reference& reference;
};

// A kind being judged: its sentences, figures and articles.
KindAdvice begin_kind(const KindQuestion& question, std::string_view kind,
                      std::initializer_list<std::string_view> statements);

// Condition of execution, criterion, both, training: what hours of work make possible.
std::vector<KindAdvice> work_kinds(const KindQuestion& question);
// SIAE, EA and ESAT, both, ESS, prison, and services whose object is insertion.
std::vector<KindAdvice> reserved_kinds(const KindQuestion& question);
// Equality, accessibility, due diligence, fair trade: by what is bought.
std::vector<KindAdvice> other_kinds(const KindQuestion& question);

}  // namespace clausier::domain
