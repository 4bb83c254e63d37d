// Implements the bounded memory: each block is preceded by its size.
#include "clausier/core/xml_memory.hpp"

#include <cstdlib>

namespace clausier::core {
namespace {

constexpr std::size_t header = alignof(std::max_align_t);

thread_local std::size_t in_use = 0;

std::size_t& size_of(void* block) { return *static_cast<std::size_t*>(block); }

// What the caller sees of a block, and back.
void* outer(void* block) { return static_cast<char*>(block) + header; }
void* inner(void* given) { return static_cast<char*>(given) - header; }

void* take(std::size_t size) {
    if (size > xml_memory_limit - in_use) return nullptr;
    void* block = std::malloc(size + header);
    if (block == nullptr) return nullptr;
    size_of(block) = size;
    in_use += size;
    return outer(block);
}

void give_back(void* given) {
    if (given == nullptr) return;
    in_use -= size_of(inner(given));
    std::free(inner(given));
}

void* retake(void* given, std::size_t size) {
    if (given == nullptr) return take(size);
    const std::size_t before = size_of(inner(given));
    if (size > before && size - before > xml_memory_limit - in_use) return nullptr;
    void* block = std::realloc(inner(given), size + header);
    if (block == nullptr) return nullptr;
    size_of(block) = size;
    in_use = in_use - before + size;
    return outer(block);
}

}  // namespace

const XML_Memory_Handling_Suite& bounded_xml_memory() {
    static const XML_Memory_Handling_Suite suite{take, retake, give_back};
    return suite;
}

std::size_t xml_memory_in_use() { return in_use; }

}  // namespace clausier::core
