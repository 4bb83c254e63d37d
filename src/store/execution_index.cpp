// Hours summed by lot, month, performer and stage, and by lot, year and stage, added and taken out a few at a time.
#include "execution_index.hpp"

#include <fmt/format.h>

namespace clausier::store {
namespace {

constexpr std::string_view of_statement = "s.id = ?1";
constexpr std::string_view of_placement = "s.placement_id = ?1";
constexpr std::string_view of_employer = "p.employer_id = ?1";

// A table of sums and its key, as columns and as expressions.
struct Kept {
    std::string_view table;
    std::string_view columns;
    std::string_view key;
};
constexpr Kept kept_tables[] = {
    {"execution_months", "lot_id, month, performer_id", "l.lot_id, s.month, p.employer_id"},
    {"execution_years", "lot_id, year", "l.lot_id, s.month / 12"},
};

constexpr std::string_view source = R"(
FROM hours_statements s JOIN placements p ON p.id = s.placement_id JOIN statement_lines l ON l.statement_id = s.id
WHERE s.state <> 'rejete' AND )";

constexpr std::string_view addition = R"(
INSERT INTO {table} ({columns}, stage, statements, worked_centi, training_centi, paid_centi, counted_centi, apart_centi)
SELECT {key}, CASE s.state WHEN 'valide' THEN 2 WHEN 'transmis' THEN 1 WHEN 'controle' THEN 1 ELSE 0 END AS stage,
       {sign} * count(DISTINCT s.id), {sign} * sum(CASE l.nature WHEN 'travaillees' THEN l.hours_centi ELSE 0 END),
       {sign} * sum(CASE l.nature WHEN 'formation' THEN l.hours_centi ELSE 0 END),
       {sign} * sum(CASE l.nature WHEN 'payees' THEN l.hours_centi ELSE 0 END),
       {sign} * sum(CASE l.counted WHEN 'compte' THEN l.hours_centi ELSE 0 END),
       {sign} * sum(CASE l.counted WHEN 'reserve' THEN l.hours_centi ELSE 0 END)
{source} {condition} GROUP BY {key}, stage
ON CONFLICT ({columns}, stage) DO UPDATE SET statements = statements + excluded.statements,
  worked_centi = worked_centi + excluded.worked_centi, training_centi = training_centi + excluded.training_centi,
  paid_centi = paid_centi + excluded.paid_centi, counted_centi = counted_centi + excluded.counted_centi,
  apart_centi = apart_centi + excluded.apart_centi)";

}  // namespace

void ExecutionIndex::add(int sign, std::string_view condition, std::int64_t id) {
    for (const Kept& kept : kept_tables) {
        tx_.run(fmt::format(fmt::runtime(addition), fmt::arg("table", kept.table), fmt::arg("columns", kept.columns),
                            fmt::arg("key", kept.key), fmt::arg("sign", sign), fmt::arg("source", source),
                            fmt::arg("condition", condition)),
                id);
        if (sign < 0)
            tx_.run(fmt::format("DELETE FROM {} WHERE statements = 0 AND lot_id IN (SELECT l.lot_id {} {})", kept.table,
                                source, condition),
                    id);
    }
}

void ExecutionIndex::take_out(domain::Id<domain::HoursStatement> statement) { add(-1, of_statement, statement.value); }
void ExecutionIndex::put_in(domain::Id<domain::HoursStatement> statement) { add(1, of_statement, statement.value); }
void ExecutionIndex::take_out(domain::Id<domain::Placement> placement) { add(-1, of_placement, placement.value); }
void ExecutionIndex::put_in(domain::Id<domain::Placement> placement) { add(1, of_placement, placement.value); }
void ExecutionIndex::take_out(domain::Id<domain::Organisation> employer) { add(-1, of_employer, employer.value); }
void ExecutionIndex::put_in(domain::Id<domain::Organisation> employer) { add(1, of_employer, employer.value); }

void ExecutionIndex::rebuild() {
    for (const Kept& kept : kept_tables) tx_.run(fmt::format("DELETE FROM {}", kept.table));
    add(1, "s.id > ?1", 0);
}

}  // namespace clausier::store
