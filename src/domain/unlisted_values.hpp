// Notes the values of a file that no list knows, each once, and tells what was decided of them.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/domain/import_decision.hpp"
#include "clausier/domain/tender_record.hpp"
#include "tender_lists.hpp"

namespace clausier::domain {

class UnlistedValues {
public:
    // `buyers`: those already known, to whom a name of the file may come near.
    UnlistedValues(Decisions decisions, std::vector<TenderParty> buyers);

    // No list knows this value, which is noted. What was decided of it, or nullptr.
    const Decision* met(Field field, std::string_view value, std::string_view column, std::uint64_t line);
    // The same for a trade, a place and a buyer's name, which are noted only when they are not understood: a name is
    // understood unless it comes near a buyer that bears another, or the same with an identifier.
    const Decision* trade(std::string_view value, std::string_view column, std::uint64_t line);
    const Decision* place(std::string_view value, std::string_view column, std::uint64_t line);
    const Decision* buyer(std::string_view name, std::string_view column, std::uint64_t line);

    [[nodiscard]] UnknownValues list() const;

private:
    using Near = std::vector<ValueChoice>;
    // Nothing when the value is understood.
    using Judge = std::function<std::optional<Near>(std::string_view)>;
    const Decision* judge(Field field, std::string_view value, std::string_view column, std::uint64_t line,
                          const Judge& judge);
    std::size_t enter(Field field, std::string_view value, std::string_view column, std::uint64_t line,
                      const Judge& judge);
    [[nodiscard]] std::optional<Near> near_buyers(std::string_view name) const;

    struct Buyer {
        std::string folded;
        ValueChoice choice;
        bool identified = false;
    };
    Decisions decisions_;
    std::vector<Buyer> buyers_;
    std::vector<UnknownValue> values_;
    std::array<TextMap<std::size_t>, field_count> asked_;  // by the text as written: a place in values_, or known
    std::array<std::size_t, field_count> listed_{};        // distinct values of each field
    std::int64_t more_ = 0;
};

}  // namespace clausier::domain
