# The libraries of Debian we stand on. Plain names are those the linker finds without a CMake package.
find_package(Threads REQUIRED)
find_package(Boost 1.81 REQUIRED COMPONENTS json)
find_package(fmt REQUIRED)
find_package(SQLiteCpp REQUIRED)
if(CLAUSIER_TESTS)
  find_package(Catch2 3 REQUIRED)
endif()
