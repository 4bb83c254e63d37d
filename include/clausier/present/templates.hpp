// All the templates of the program, read and checked once when it starts.
#pragma once
#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "clausier/present/template.hpp"

namespace clausier::present {

class Templates {
public:
    // Reads every templates/**.html: those of the program, or those under `folder`, which are read again at each use
    // so that they can be edited live. Throws std::logic_error when one is broken or when `folder` has none.
    explicit Templates(std::filesystem::path folder = {});

    // "calcul.html". Throws std::logic_error when there is none of that name, or when it has become broken on disk.
    [[nodiscard]] Template get(std::string_view name) const;

private:
    std::filesystem::path folder_;  // its templates; empty: those of the program
    std::map<std::string, Template, std::less<>> templates_;
};

}  // namespace clausier::present
