// The memory that the XML parser may take: expat keeps every name it meets, so a hostile file could make it grow
// without end.
#pragma once
#include <expat.h>

#include <cstddef>

namespace clausier::core {

inline constexpr std::size_t xml_memory_limit = 16 << 20;  // bytes, of all the parsers of a thread together

// Functions for XML_ParserCreate_MM: beyond the limit they answer null, and the parser XML_ERROR_NO_MEMORY. A parser
// lives and dies on one thread.
const XML_Memory_Handling_Suite& bounded_xml_memory();

// Bytes that the parsers of this thread hold.
std::size_t xml_memory_in_use();

}  // namespace clausier::core
