// Contracts as open data: a table, the Table Schema that describes it, and the Frictionless data package of both and of
// what was left out.
#pragma once
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>

#include "clausier/core/dates.hpp"
#include "clausier/decp/export.hpp"
#include "clausier/decp/write.hpp"

namespace clausier::decp {

// CSV in UTF-8, one row a holder (one without holder for a contract that has none), columns of the national tabular
// format and those that the format of 2022 adds; a text that a spreadsheet would take for a formula has an apostrophe
// before it.
class TableWriter {
public:
    explicit TableWriter(Output out);
    void add(const TakenLot& taken);

private:
    Output out_;
};

// The lots left out, one row a fault: acheteur_id, acheteur_nom, marche, lot, objet, champ, faute, raison.
class LeftOutWriter {
public:
    explicit LeftOutWriter(Output out);
    void add(const LeftOutLot& left_out);

private:
    Output out_;
};

// The Table Schema of TableWriter, and of LeftOutWriter, as JSON.
std::string table_schema();
std::string left_out_schema();

struct PackageInfo {
    std::string name;  // lower case letters, digits, "-"
    std::string title;
    core::Date created;
};

// Makes a file of that name, and gives what takes its bytes.
using FileMaker = std::function<Output(const std::string& name)>;
// Files of a folder that exists. They throw Error(unavailable) when they cannot be written.
FileMaker files_in(const std::filesystem::path& folder);

// The files of a package: contrats.csv, ecartes.csv, contrats.schema.json, ecartes.schema.json, and datapackage.json,
// which holds the size and the SHA-256 of the two tables.
class Package {
public:
    Package(const FileMaker& files, PackageInfo info);
    ~Package();
    Package(const Package&) = delete;
    Package& operator=(const Package&) = delete;
    void add(std::span<const TakenLot> lots);
    void leave_out(const LeftOutLot& left_out);
    void finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace clausier::decp
