// Essential data into files of the formats of 2022, as entries come.
#pragma once
#include <functional>
#include <memory>
#include <string_view>

#include "clausier/decp/entry.hpp"

namespace clausier::decp {

// Takes the bytes of a file, in pieces.
using Output = std::function<void(std::string_view)>;

class EntryWriter {
public:
    virtual ~EntryWriter() = default;
    // Only entries without fault make a file that the schema accepts.
    virtual void add(const Entry& entry) = 0;
    // Once, after the last entry: the file is whole.
    virtual void finish() = 0;
};

// JSON 2.0.4. Markets go out as they come; concessions, which the format puts in a list of their own, wait for
// finish().
std::unique_ptr<EntryWriter> json_writer(Output out);
// XML 2.0.2, in UTF-8.
std::unique_ptr<EntryWriter> xml_writer(Output out);

}  // namespace clausier::decp
