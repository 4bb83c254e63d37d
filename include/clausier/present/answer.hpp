// What a use case answers, before any door gives it a shape: one JSON document, and the same thing as a table to read.
#pragma once
#include <boost/json/value.hpp>
#include <string>
#include <vector>

#include "clausier/core/issue.hpp"
#include "clausier/core/table.hpp"

namespace clausier::present {

// The document is the contract (every decimal in it is a string with two decimals and a dot); the table, the title and
// the lines are for people. `rows` names the list of the document that CSV and NDJSON give, or is empty when they give
// the document itself as one row.
struct Answer {
    boost::json::value document;
    std::string rows;
    std::string title;
    core::Table table;
    std::vector<bool> numeric;  // per column of the table: aligned on the right
    std::vector<std::string> lines;
    std::vector<core::Issue> remarks;
};

}  // namespace clausier::present
