// A value of a record written as one text: its words joined, or its JSON.
#pragma once
#include <string>

#include "record.hpp"

namespace clausier::decp {

// The texts of all the scalars in it, in their order, joined by ", ".
void append_words(Record::Value value, std::string& out);
// Without white space, numbers as they were written.
void append_json(Record::Value value, std::string& out);

}  // namespace clausier::decp
