// Contents written field after field, each ended by a mark no text holds.
#include "fingerprint.hpp"

#include <array>
#include <charconv>
#include <chrono>
#include <optional>

#include "clausier/core/digest.hpp"

namespace clausier::store {
namespace {

constexpr char end_of_field = '\x1f';
constexpr char absent = '\x1e';

class Writer {
public:
    explicit Writer(std::string& out) : out_(out) { out_.clear(); }

    Writer& operator<<(std::string_view text) {
        out_ += text;
        out_ += end_of_field;
        return *this;
    }
    Writer& operator<<(bool flag) { return *this << std::int64_t{flag}; }
    Writer& operator<<(std::int64_t number) {
        std::array<char, 20> digits{};
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
        return *this << std::string_view(digits.data(), static_cast<std::size_t>(end - digits.data()));
    }
    template <class Unit>
    Writer& operator<<(core::Quantity<Unit> quantity) {
        return *this << quantity.parts();
    }
    Writer& operator<<(core::Date date) {
        return *this << std::int64_t{std::chrono::sys_days(date).time_since_epoch().count()};
    }
    template <class T>
    Writer& operator<<(const std::optional<T>& value) {
        if (value) return *this << *value;
        out_ += absent;
        return *this;
    }

private:
    std::string& out_;
};

}  // namespace

Fingerprint fingerprint(std::string_view bytes) {
    constexpr int digits = 16;
    Fingerprint print{core::short_digest(bytes), 0};
    std::from_chars(print.text.data(), print.text.data() + digits, print.number, 16);
    return print;
}

void write_market_content(const domain::TenderRecord& r, std::string& out) {
    Writer(out) << r.object << r.nature << r.procedure << r.cpv << r.place_code << r.place_type << r.notified_on
                << r.published_on << r.consultation_on << r.estimated_need << r.duration_months << r.considerations
                << r.environmental << r.operation;
}

std::size_t write_lot_content(const domain::TenderRecord& r, std::string& out) {
    Writer writer(out);
    writer << r.lot_title << r.section << r.bracket << r.cpv << r.trade << r.place_code << r.place_type << r.notified_on
           << r.duration_months << r.considerations << r.environmental << r.amount << r.amount_min << r.amount_estimated
           << r.amount_max << r.labour_share << r.effort << r.hourly_cost << r.hours;
    const std::size_t before = out.size();
    domain::each_value(r.essential, [&](const auto& value) { writer << value; });
    return before;
}

bool write_shared_essential(const domain::TenderRecord& r, std::string& out) {
    const domain::EssentialData& essential = r.essential;
    if (!essential.holder_sme && essential.holder_department.empty()) return false;
    Writer writer(out);
    domain::each_value(essential, [&](const auto& value) {
        const void* place = &value;
        if (place != &essential.holder_sme && place != &essential.holder_department) writer << value;
    });
    return true;
}

}  // namespace clausier::store
