// Takes in the rows of a file as they are read: recognises the table on its first rows, then maps and stages every row
// in a thread of its own, so that reading and mapping go on together.
#pragma once
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "clausier/core/rows.hpp"
#include "clausier/domain/mapping.hpp"
#include "clausier/domain/tender.hpp"
#include "clausier/store/staging.hpp"

namespace clausier::app {

struct IntakeOptions {
    std::string profile;                        // empty: the best one
    std::vector<domain::Choice> choices;        // columns decided by the user
    std::optional<std::uint64_t> header_row{};  // as the user says it
    // What the user calls the file, when its path does not; and where the rows wait.
    std::string file_name{};
    std::filesystem::path folder = std::filesystem::temp_directory_path();
    domain::TenderOptions tender;
    // Asked once, from the staging thread, when no column names a buyer and the options do not either. May throw.
    std::function<domain::TenderParty()> ask_buyer;
};

class Intake final : public core::RowSink {
public:
    Intake(IntakeOptions options, store::Aliases aliases);
    ~Intake() override;
    Intake(const Intake&) = delete;
    Intake& operator=(const Intake&) = delete;

    // False once staging has failed: finish() then says why.
    bool row(const core::Row& row) override;
    // After the last row: waits for staging and settles duplicates. Throws what recognition, mapping or staging threw;
    // Error(invalid) when no row came.
    void finish();

    // After finish().
    [[nodiscard]] const domain::Mapping& mapping() const;
    [[nodiscard]] domain::UnknownValues unknown() const;
    [[nodiscard]] const store::Staging& staging() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace clausier::app
