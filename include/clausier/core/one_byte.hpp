// Encodings of one byte a character that French files still come in: the code point of each byte.
#pragma once

namespace clausier::core {

// Windows-1252; the five bytes it leaves undefined keep their value.
char32_t cp1252(unsigned char byte);
// ISO-8859-15, which is ISO-8859-1 with the euro and seven letters.
char32_t iso_8859_15(unsigned char byte);

}  // namespace clausier::core
