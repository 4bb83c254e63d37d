// The letters of HTTP: which bytes may stand in a token, a field value, a target; names and list elements compared.
#pragma once
#include <string_view>

namespace clausier::http {

// tchar of RFC 9110: methods, field names, codings.
bool is_token(std::string_view text);
// Visible bytes that may stand in a request target; what browsers leave raw in a query ("|", "{", "^"…) is allowed.
bool is_target(std::string_view text);
// Bytes that may never stand in a request head, wherever: NUL and control characters other than tab, CR and LF.
bool is_control(char c);
// Whether an answer may carry this as a field value: no control character at all.
bool is_field_value(std::string_view text);

char lower(char c);
bool is_digit(char c);
// Without regard to the case of ASCII letters.
bool same_word(std::string_view a, std::string_view b);

// Without spaces and tabs at both ends: the only white space of HTTP fields.
std::string_view trim_blanks(std::string_view text);

// Takes the first element of a comma-separated list off its front, blanks trimmed. Elements may be empty.
std::string_view take_element(std::string_view& list, char separator = ',');

// Whether a list holds the word, in any case.
bool lists_word(std::string_view list, std::string_view word);

}  // namespace clausier::http
