// The fault of whoever typed the command, told apart from faults of data: its exit code is 2.
#pragma once
#include "clausier/core/issue.hpp"

namespace clausier::cli {

class UsageError : public core::Error {
public:
    UsageError(std::string_view where, std::string_view text) : Error(core::ErrorKind::invalid, where, text) {}
    explicit UsageError(std::vector<core::Issue> issues) : Error(core::ErrorKind::invalid, std::move(issues)) {}
};

}  // namespace clausier::cli
