// The memory of the XML parser: bounded, counted, and given back.
#include "clausier/core/xml_memory.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cstring>

using namespace clausier::core;

TEST_CASE("blocks are counted, may grow and shrink, and are given back") {
    const auto& memory = bounded_xml_memory();
    const auto before = xml_memory_in_use();
    void* block = memory.malloc_fcn(100);
    REQUIRE(block != nullptr);
    std::memset(block, 7, 100);
    CHECK(xml_memory_in_use() == before + 100);
    block = memory.realloc_fcn(block, 5'000);
    REQUIRE(block != nullptr);
    CHECK(static_cast<char*>(block)[99] == 7);
    CHECK(xml_memory_in_use() == before + 5'000);
    block = memory.realloc_fcn(block, 10);
    CHECK(xml_memory_in_use() == before + 10);
    memory.free_fcn(block);
    memory.free_fcn(nullptr);
    CHECK(xml_memory_in_use() == before);
}

TEST_CASE("nothing is given beyond the limit, and what was given stays") {
    const auto& memory = bounded_xml_memory();
    CHECK(memory.malloc_fcn(xml_memory_limit + 1) == nullptr);
    void* block = memory.realloc_fcn(nullptr, xml_memory_limit / 2);
    REQUIRE(block != nullptr);
    CHECK(memory.realloc_fcn(block, xml_memory_limit + 1) == nullptr);
    CHECK(memory.malloc_fcn(xml_memory_limit) == nullptr);
    CHECK(xml_memory_in_use() == xml_memory_limit / 2);
    memory.free_fcn(block);
    CHECK(xml_memory_in_use() == 0);
}
