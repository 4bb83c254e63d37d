// Implements the record while it is built.
#include "record.hpp"

namespace clausier::decp {
namespace {

std::uint32_t narrow(std::size_t value) {
    if (value > UINT32_MAX) throw RecordTooLarge();
    return static_cast<std::uint32_t>(value);
}

}  // namespace

void Record::name() {
    name_ = narrow(mark_);
    name_size_ = narrow(text_.size() - mark_);
    mark_ = text_.size();
}

Record::Place& Record::add(ValueKind kind) {
    if (sizeof(Place) > most_ - weight()) throw RecordTooLarge();
    Place place;
    place.name = name_;
    place.name_size = name_size_;
    place.kind = kind;
    place.end = narrow(places_.size() + 1);
    name_size_ = 0;
    return places_.emplace_back(place);
}

void Record::scalar(ValueKind kind) {
    Place& place = add(kind);
    place.text = narrow(mark_);
    place.text_size = narrow(text_.size() - mark_);
    mark_ = text_.size();
}

void Record::open(ValueKind kind) {
    open_.push_back(narrow(places_.size()));
    add(kind).end = UINT32_MAX;
}

void Record::close() {
    places_[open_.back()].end = narrow(places_.size());
    open_.pop_back();
}

void Record::close_as_text() {
    Place& place = places_[open_.back()];
    place.kind = text_.size() == mark_ ? ValueKind::null : ValueKind::text;
    place.text = narrow(mark_);
    place.text_size = narrow(text_.size() - mark_);
    place.end = narrow(places_.size());
    mark_ = text_.size();
    open_.pop_back();
}

void Record::clear() {
    text_.clear();
    places_.clear();
    open_.clear();
    mark_ = 0;
    name_size_ = 0;
}

}  // namespace clausier::decp
