# How our own code is compiled: strict warnings as errors, sanitizers on demand, ccache when present.
set(CLAUSIER_SANITIZE "" CACHE STRING "Sanitizers for every target: empty, address or thread")
option(CLAUSIER_TESTS "Build the test programs (they need Catch2 3)" ON)
option(CLAUSIER_BENCH "Build the programs of bench/" OFF)
option(CLAUSIER_FUZZ "Build the libFuzzer targets of tests/fuzz (clang only)" OFF)

# Not for optimised builds: g++ 12 then reports overflows of its own headers, which it no longer knows for system headers.
option(CLAUSIER_PRECOMPILE "Precompile the headers of the libraries: half the time of a cold Debug build" OFF)

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE_PROGRAM})
endif()

# Linked privately by our targets only: the headers of libraries are not ours to fix.
add_library(clausier_compiler INTERFACE)
target_compile_options(clausier_compiler INTERFACE
  -Wall -Wextra -Wpedantic -Werror -Wconversion -Wsign-conversion -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Woverloaded-virtual)
# -Wrestrict and -Wmaybe-uninitialized report false positives of g++ 12 and 14 inside std::string and std::optional.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(clausier_compiler INTERFACE -Wno-restrict -Wno-maybe-uninitialized)
endif()

if(CLAUSIER_SANITIZE STREQUAL "address")
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
elseif(CLAUSIER_SANITIZE STREQUAL "thread")
  add_compile_options(-fsanitize=thread -fno-omit-frame-pointer)
  # Asio's fences are seen by no TSan; its mutexes, which order the same things, are.
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    add_compile_options(-Wno-tsan)
  endif()
  add_link_options(-fsanitize=thread)
endif()
if(CLAUSIER_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

# clausier_precompile(<target> [<header>...])   the standard headers most files include, and those named
function(clausier_precompile target)
  if(CLAUSIER_PRECOMPILE)
    target_precompile_headers(${target} PRIVATE <algorithm> <array> <chrono> <functional> <map> <memory>
      <optional> <span> <string> <string_view> <vector> <fmt/format.h> <boost/system/result.hpp> ${ARGN})
  endif()
endfunction()
