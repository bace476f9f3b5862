# Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# What a builder may choose, and the language level for everything.

set(SEMTIDY_LLVM_MAJOR 22 CACHE STRING
  "Major version of the LLVM whose clang-tidy loads the plugin: 22, 19 or 16")
set_property(CACHE SEMTIDY_LLVM_MAJOR PROPERTY STRINGS 22 19 16)

option(SEMTIDY_ASSERTIONS
  "Keep assertions and debug output in optimised builds" ON)
option(SEMTIDY_PCH "Compile with one precompiled header" ON)

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "Debug, Release, ..." FORCE)
endif()

set(CMAKE_CXX_STANDARD 17)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

if(SEMTIDY_ASSERTIONS)
  foreach(language C CXX)
    foreach(type RELEASE RELWITHDEBINFO MINSIZEREL)
      string(REPLACE "-DNDEBUG" "" CMAKE_${language}_FLAGS_${type}
        "${CMAKE_${language}_FLAGS_${type}}")
    endforeach()
  endforeach()
endif()
