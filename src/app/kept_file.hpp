// The original of a file that was read, kept among the pieces with what was made of it.
#pragma once
#include <filesystem>
#include <memory>
#include <string>

#include "clausier/store/pieces.hpp"

namespace clausier::app {

// Copied before the writer is asked for; a base in memory keeps no file, only its fingerprint.
class KeptFile {
public:
    // Throws as store::ArrivingPiece.
    KeptFile(const store::Database& base, const std::filesystem::path& file);
    // Names it in the transaction; gives its SHA-256.
    std::string keep(store::Transaction& tx, const std::string& name, core::Instant at);

private:
    std::filesystem::path folder_;
    std::unique_ptr<store::ArrivingPiece> piece_;
    std::string hash_;
};

}  // namespace clausier::app
