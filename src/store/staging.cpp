// The staging file: records placed as they come, duplicates settled at the end.
#include "clausier/store/staging.hpp"

#include <fmt/format.h>

#include <array>

#include "clausier/store/scratch.hpp"
#include "connection.hpp"
#include "staging_tables.hpp"

namespace clausier::store {

using core::Error;
using core::ErrorKind;

namespace {

constexpr std::array<std::pair<core::Severity, std::string_view>, 3> severities{{
    {core::Severity::info, "info"},
    {core::Severity::warning, "warning"},
    {core::Severity::error, "error"},
}};

}  // namespace

std::string_view severity_code(core::Severity severity) {
    for (const auto& [known, text] : severities)
        if (known == severity) return text;
    return severities.back().second;
}

core::Severity read_severity(std::string_view code) {
    for (const auto& [severity, text] : severities)
        if (text == code) return severity;
    return core::Severity::error;
}

std::string_view code(RowStatus status) { return status == RowStatus::ignored ? "ignored" : "rejected"; }

struct Staging::State {
    explicit State(const std::filesystem::path& folder) : scratch(folder), file(scratch.path() / "attente.sqlite") {}

    Scratch scratch;
    std::filesystem::path file;
    std::unique_ptr<Connection> connection;
    std::unique_ptr<StagingTables> tables;
    RowCounts counts;
    std::uint64_t last_line = 0;
    std::array<std::int64_t, severities.size()> issues{};

    Statement query(std::string_view sql) { return Statement(connection->take(sql)); }
    void count_line(std::uint64_t line, std::int64_t RowCounts::*as);
};

void Staging::State::count_line(std::uint64_t line, std::int64_t RowCounts::*as) {
    if (line == last_line) return;
    last_line = line;
    ++counts.read;
    ++(counts.*as);
}

Staging::Staging(Aliases aliases, const std::filesystem::path& folder) : state_(std::make_unique<State>(folder)) {
    state_->connection = std::make_unique<Connection>(state_->file, Access::create, std::chrono::seconds(1));
    state_->tables = std::make_unique<StagingTables>(*state_->connection, std::move(aliases));
}

Staging::~Staging() = default;

void Staging::add(const domain::TenderRecord& record) {
    try {
        state_->tables->add(record);
    } catch (const Error& error) {
        if (error.kind() == ErrorKind::unavailable) throw;
        throw Error(error.kind(), fmt::format("ligne {}", record.line), error.issues().front().text);
    }
    state_->count_line(record.line, &RowCounts::kept);
}

void Staging::skip(std::uint64_t line, RowStatus status, std::string_view reason, std::string_view text) {
    state_->tables->skip({line, status, std::string(reason), std::string(text)});
    state_->count_line(line, status == RowStatus::ignored ? &RowCounts::ignored : &RowCounts::rejected);
}

void Staging::issue(std::uint64_t line, const core::Issue& issue) {
    state_->tables->issue(line, issue);
    ++state_->issues.at(static_cast<std::size_t>(issue.severity));
}

void Staging::resolve() {
    const std::int64_t doubles = state_->tables->settle();
    state_->counts.kept -= doubles;
    state_->counts.ignored += doubles;
    state_->tables.reset();
    state_->connection = std::make_unique<Connection>(state_->file, Access::read, std::chrono::seconds(1));
}

RowCounts Staging::counts() const { return state_->counts; }

std::int64_t Staging::issues(core::Severity severity) const {
    return state_->issues.at(static_cast<std::size_t>(severity));
}

void Staging::visit_skipped(const std::function<bool(const SkippedRow&)>& visitor) const {
    auto rows = state_->query("SELECT line, status, reason, message FROM skips ORDER BY line");
    while (rows.step())
        if (!visitor({rows.get<std::uint64_t>(0), rows.text(1) == "ignored" ? RowStatus::ignored : RowStatus::rejected,
                      rows.text(2), rows.text(3)}))
            return;
}

void Staging::visit_issues(const std::function<bool(std::uint64_t, const core::Issue&)>& visitor) const {
    auto rows = state_->query("SELECT line, severity, code, place, message FROM issues ORDER BY id");
    while (rows.step())
        if (!visitor(rows.get<std::uint64_t>(0),
                     {read_severity(rows.text(1)), rows.text(2), rows.text(3), rows.text(4)}))
            return;
}

Attachment Staging::attachment() const { return {state_->file, "staging"}; }

}  // namespace clausier::store
