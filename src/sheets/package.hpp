// What a zip archive holds: a workbook, a spreadsheet, or something else that is named in the refusal.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "archive.hpp"
#include "clausier/sheets/read.hpp"

namespace clausier::sheets {

// Format::xlsx or Format::ods. Throws Error(invalid) for any other archive, with one sentence that names what it is
// (a Word document, an xlsb workbook, an encrypted spreadsheet, a plain zip…) and what to do.
Format archive_format(Archive& archive);

// A relationship of an Open Packaging part: `type` is the last word of its type ("worksheet", "sharedStrings", the same
// in transitional and strict files), `target` the entry it leads to.
struct Relation {
    std::string id;
    std::string type;
    std::string target;
};

// The relationships of `part`, or of the package when it is empty; none when it has no relationships part. External
// ones are left out.
std::vector<Relation> relations(Archive& archive, std::string_view part);

// The entry of the main document that the package declares; "" when it declares none.
std::string main_part(Archive& archive);

}  // namespace clausier::sheets
