// Makes the folder or the zip of a package.
#include "decp_package_folder.hpp"

#include <stdlib.h>

#include "clausier/core/issue.hpp"

namespace clausier::cli {
namespace fs = std::filesystem;

PackageFiles::PackageFiles(const std::string& name) : name_(name) {
    if (name_.extension() == ".zip") {
        zip_ = std::make_unique<sheets::ZipWriter>(name_);
        return;
    }
    if (fs::exists(name_))
        throw core::Error(core::ErrorKind::conflict, name, "ce dossier existe déjà ; donnez-en un autre, ou un zip");
    std::string made = name_.lexically_normal().string();
    while (made.size() > 1 && made.back() == '/') made.pop_back();
    name_ = made;
    made += ".XXXXXX";
    if (::mkdtemp(made.data()) == nullptr)
        throw core::Error(core::ErrorKind::unavailable, name,
                          "le dossier ne peut pas être fait ; vérifiez où il doit l’être");
    folder_ = made;
    fs::permissions(folder_, fs::perms::owner_all | fs::perms::group_read | fs::perms::group_exec |
                                 fs::perms::others_read | fs::perms::others_exec);
}

PackageFiles::~PackageFiles() {
    std::error_code ignored;
    if (!folder_.empty()) fs::remove_all(folder_, ignored);
}

decp::FileMaker PackageFiles::maker() {
    if (!zip_) return decp::files_in(folder_);
    return [this](const std::string& name) { return zip_->part(name); };
}

void PackageFiles::close() {
    if (zip_) return zip_->close();
    std::error_code error;
    fs::rename(folder_, name_, error);
    if (error)
        throw core::Error(core::ErrorKind::unavailable, name_.string(),
                          "le dossier ne peut pas recevoir son nom ; vérifiez qu’il n’existe pas déjà");
    folder_.clear();
}

}  // namespace clausier::cli
