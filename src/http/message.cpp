// Header fields by name, and the size of an answer.
#include "clausier/http/message.hpp"

#include "field_syntax.hpp"

namespace clausier::http {

std::optional<std::string_view> Headers::get(std::string_view name) const {
    for (const Header& field : fields_)
        if (same_word(field.name, name)) return field.value;
    return std::nullopt;
}

void Headers::set(std::string_view name, std::string value) {
    remove(name);
    add(name, std::move(value));
}

void Headers::add(std::string_view name, std::string value) {
    fields_.push_back({std::string(name), std::move(value)});
}

void Headers::remove(std::string_view name) {
    std::erase_if(fields_, [&](const Header& field) { return same_word(field.name, name); });
}

std::uint64_t Response::size() const {
    if (file) return file->size();
    return shared ? shared->size() : body.size();
}

}  // namespace clausier::http
