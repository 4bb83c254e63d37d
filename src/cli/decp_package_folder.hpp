// Where a package of open data goes: a zip, or a folder that does not exist yet.
#pragma once
#include <filesystem>
#include <memory>
#include <string>

#include "clausier/decp/package.hpp"
#include "clausier/sheets/zip_writer.hpp"

namespace clausier::cli {

// The folder, or the zip, appears under its name when close() has succeeded.
class PackageFiles {
public:
    // A name in ".zip" is a zip. Throws Error(conflict) when the folder exists, Error(unavailable) when it cannot be
    // made.
    explicit PackageFiles(const std::string& name);
    ~PackageFiles();
    PackageFiles(const PackageFiles&) = delete;
    PackageFiles& operator=(const PackageFiles&) = delete;

    [[nodiscard]] decp::FileMaker maker();
    void close();

private:
    std::filesystem::path name_;
    std::filesystem::path folder_;  // where the files are until close(); empty for a zip
    std::unique_ptr<sheets::ZipWriter> zip_;
};

}  // namespace clausier::cli
