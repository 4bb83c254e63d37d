// Style sheet, scripts and pictures: served under an address that holds their fingerprint, so that browsers keep them.
#pragma once
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "clausier/http/message.hpp"

namespace clausier::web {

class Assets {
public:
    // `folder` empty: the program's own; else its files are read at each use and not kept by browsers.
    explicit Assets(std::filesystem::path folder);

    // "/actifs/3f2a…/app.css". Throws std::logic_error when there is no such asset.
    [[nodiscard]] std::string url(std::string_view name) const;
    // The asset of an address. Throws Error(not_found).
    [[nodiscard]] http::Response answer(std::string_view hash, std::string_view name) const;

private:
    struct Entry {
        std::string hash;
        std::string type;
        std::shared_ptr<const std::string> bytes;
    };
    std::filesystem::path folder_;
    std::map<std::string, Entry, std::less<>> entries_;
};

}  // namespace clausier::web
