// Templates of documents, as users write them: Markdown with Mustache tags. Values stay texts whatever they hold.
#pragma once
#include <boost/json/object.hpp>
#include <span>
#include <string_view>
#include <vector>

#include "clausier/core/issue.hpp"
#include "clausier/present/document.hpp"
#include "clausier/present/document_variables.hpp"

namespace clausier::present {

inline constexpr std::size_t longest_template = 64 * 1024;  // bytes

// What stands in the way of keeping a template, without any data: its tags, the names they bear where they stand, and
// the Markdown once filled with samples. Each Issue says « ligne 12, colonne 5 »; warnings do not prevent keeping it.
std::vector<core::Issue> check_template(std::string_view text, std::span<const DocumentVariable> variables);

// The blocks of a template filled with values, or why there are none: blocks are empty when an issue is an error.
struct FilledTemplate {
    std::vector<Block> blocks;
    std::vector<core::Issue> issues;
};
FilledTemplate fill_template(std::string_view text, const boost::json::object& values);

}  // namespace clausier::present
