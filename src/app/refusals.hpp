// How use cases refuse what was typed.
#pragma once
#include <string_view>
#include <vector>

#include "clausier/core/issue.hpp"

namespace clausier::app {

// Throws Error(invalid) with the faults, if there are any.
void require_sound(std::vector<core::Issue> issues);

// One text as it was typed, and its field.
struct TypedText {
    std::string_view field;
    std::string_view text;
};
// Refuses the social security numbers in what was typed: Error(invalid), code "nir", at each field, repeating nothing
// of the text. References of markets, codes and identifiers are left alone: by chance, some are like one.
void refuse_nir(const std::vector<TypedText>& texts);
// The same of fields as documents know them (`name`, `text`).
template <class Field>
void refuse_nir_in(const std::vector<Field>& fields) {
    std::vector<TypedText> texts;
    for (const Field& one : fields) texts.push_back({one.name, one.text});
    refuse_nir(texts);
}

// Somebody else has written since: Error(conflict) with what differs, or saying so when nothing that is shown does.
[[noreturn]] void refuse_stale(std::vector<core::Issue> issues);

}  // namespace clausier::app
