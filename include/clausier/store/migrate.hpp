// The steps by which a database comes to the form the program knows, forward only.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace clausier::store {

class Transaction;

// One step: its number, from 1 without gaps, its name ("001_base") and its statements, which live as long as the
// program.
struct Migration {
    int number = 0;
    std::string name;
    std::string_view sql;
};

// The steps shipped with the program, src/store/schema/NNN_name.sql, in order. Throws Error(invalid) when the numbers
// have a gap.
std::vector<Migration> migrations();

// Where a database stands: the number of the last step applied; 0 for an empty one.
int schema_version(Transaction& tx);

// Applies, inside the transaction, the step after the one the database stands at. False when there was none to apply.
// Throws Error(conflict) when the database comes from a newer program.
bool migrate_once(Transaction& tx, std::span<const Migration> steps);

// Throws Error(invalid) when the database is another program's, Error(conflict) when it comes from a newer program.
void check_schema(Transaction& tx, std::span<const Migration> steps);

}  // namespace clausier::store
