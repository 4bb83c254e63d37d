// One record of a file as a tree of values, held flat: a value is followed by what it contains.
#pragma once
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace clausier::decp {

enum class ValueKind : std::uint8_t { null, boolean, number, text, list, object };

// What a record may weigh is over.
struct RecordTooLarge : std::length_error {
    RecordTooLarge() : std::length_error("record") {}
};

class Record {
public:
    // Bytes of text and of places that it may take.
    explicit Record(std::uint64_t most) : most_(most) {}

    // Building, in the order of the document. Each may throw RecordTooLarge.
    // Bytes of the next name or scalar, in pieces.
    void append(std::string_view piece) {
        if (piece.size() > most_ - weight()) throw RecordTooLarge();
        text_ += piece;
    }
    // What was appended is the name of the next value.
    void name();
    // What was appended is a scalar: "true" or "false", a number as written, a text, nothing.
    void scalar(ValueKind kind);
    void open(ValueKind kind);
    void close();
    // Closes an object that contains nothing as the text appended since.
    void close_as_text();
    void clear();

    [[nodiscard]] bool empty() const { return places_.empty(); }
    // Whether the value open last contains nothing yet.
    [[nodiscard]] bool childless() const { return open_.back() + 1 == places_.size(); }
    // Whether nothing stays open.
    [[nodiscard]] bool complete() const { return open_.empty(); }
    // How many values are open.
    [[nodiscard]] std::size_t depth() const { return open_.size(); }

    class Value;
    // The first value; the record is not empty.
    [[nodiscard]] Value root() const;

private:
    struct Place {
        std::uint32_t name = 0, name_size = 0;
        std::uint32_t text = 0, text_size = 0;
        std::uint32_t end = 0;  // the place after what it contains; beyond all places while it is open
        ValueKind kind = ValueKind::null;
    };
    [[nodiscard]] std::uint64_t weight() const { return text_.size() + places_.size() * sizeof(Place); }
    Place& add(ValueKind kind);
    [[nodiscard]] std::uint32_t end_of(std::uint32_t at) const {
        return std::min(places_[at].end, static_cast<std::uint32_t>(places_.size()));
    }

    std::uint64_t most_;
    std::string text_;
    std::vector<Place> places_;
    std::vector<std::uint32_t> open_;
    std::size_t mark_ = 0;  // where what is appended begins
    std::uint32_t name_ = 0, name_size_ = 0;
};

// A place in a record, valid while the record does not change.
class Record::Value {
public:
    Value(const Record& record, std::uint32_t at) : record_(&record), at_(at) {}
    [[nodiscard]] ValueKind kind() const { return place().kind; }
    [[nodiscard]] std::string_view name() const {
        return std::string_view(record_->text_).substr(place().name, place().name_size);
    }
    [[nodiscard]] std::string_view text() const {
        return std::string_view(record_->text_).substr(place().text, place().text_size);
    }
    [[nodiscard]] bool contains() const { return kind() == ValueKind::list || kind() == ValueKind::object; }
    // Neither a scalar with text nor a list or an object with anything in it.
    [[nodiscard]] bool blank() const { return contains() ? record_->end_of(at_) == at_ + 1 : place().text_size == 0; }

    // What it contains, one after the other.
    class Iterator {
    public:
        Iterator(const Record& record, std::uint32_t at) : record_(&record), at_(at) {}
        Value operator*() const { return {*record_, at_}; }
        Iterator& operator++() {
            at_ = record_->end_of(at_);
            return *this;
        }
        bool operator!=(const Iterator& other) const { return at_ != other.at_; }

    private:
        const Record* record_;
        std::uint32_t at_;
    };
    [[nodiscard]] Iterator begin() const { return {*record_, at_ + 1}; }
    [[nodiscard]] Iterator end() const { return {*record_, record_->end_of(at_)}; }

private:
    [[nodiscard]] const Place& place() const { return record_->places_[at_]; }
    const Record* record_;
    std::uint32_t at_;
};

inline Record::Value Record::root() const { return {*this, 0}; }

}  // namespace clausier::decp
