// Text as people type it: folding, trimming, near names, repair.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace clausier::core {

// Without white space of any kind (no-break and zero-width included) at both ends.
std::string_view trim(std::string_view text);

// For comparing: lower case, accents and ligatures undone, every run of spaces or punctuation one space, trimmed.
// "Montant  € HT" and "montant_ht" both give "montant ht".
std::string fold(std::string_view text);

// Every run of white space (line ends included) becomes one space; trimmed.
std::string collapse(std::string_view text);

std::vector<std::string_view> split(std::string_view text, char separator);

// Whether the bytes are well-formed UTF-8.
bool is_utf8(std::string_view text);

// HTML entities and tags undone ("&amp;" → "&", "<br />" → " "). Tells whether anything was undone.
bool has_html(std::string_view text);
std::string undo_html(std::string_view text);

// Whether U+FFFD, the mark of a lost character, stands in the text.
bool has_lost_characters(std::string_view text);

// The candidate nearest to `word` (edit distance ≤ a third of its length, at least 1), or "" when none is near.
std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace clausier::core
