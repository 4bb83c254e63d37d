// A filter of markets as SQL on the index, its values bound in.
#pragma once
#include <array>
#include <string>
#include <variant>
#include <vector>

#include "clausier/store/markets.hpp"

namespace clausier::store {

// The kinds by which markets are counted, each with a filter of its own.
enum class MarketKind { year, buyer, department, sector, social, hours };

class MarketConditions {
public:
    // Among the markets that the viewer sees. Throws Error(invalid) when the text has more words than a search takes.
    explicit MarketConditions(const MarketFilter& filter, const domain::Viewer& viewer = domain::Viewer::everything());

    // "market_index i", after "market_texts t" when the filter searches or `with_texts` is asked: texts are read in
    // their own order, each market of the index from there, which is ten times quicker than the other way round.
    [[nodiscard]] std::string from(bool with_texts = false) const;
    [[nodiscard]] bool searches() const { return searches_; }
    // Conditions on i. Those of one kind are "" when the filter says nothing of it.
    [[nodiscard]] std::string all() const;
    [[nodiscard]] bool filters(MarketKind kind) const { return !of(kind).empty(); }
    [[nodiscard]] const std::string& of(MarketKind kind) const { return by_kind_[static_cast<std::size_t>(kind)]; }
    // Of no kind.
    [[nodiscard]] const std::string& others() const { return others_; }

    // The number of the first parameter that is free.
    [[nodiscard]] std::size_t next() const { return values_.size() + 1; }
    // Binds the values to the parameters before it; gives it.
    int bind(Statement& statement) const;

private:
    // The name of a new parameter that holds the value.
    std::string parameter(std::variant<std::int64_t, std::string> value);
    void add(std::string condition) { others_ += " AND " + std::move(condition); }
    // Text search stays behind this one function.
    void search(const std::string& text);
    void set(MarketKind kind, std::string condition) {
        by_kind_[static_cast<std::size_t>(kind)] = std::move(condition);
    }

    std::array<std::string, 6> by_kind_;
    std::string others_ = "1 = 1";
    bool searches_ = false;
    std::vector<std::variant<std::int64_t, std::string>> values_;
};

}  // namespace clausier::store
