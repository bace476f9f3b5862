# Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Finds the one LLVM that the plugin is for. A plugin works only in the
# clang-tidy of the very same major version, so any other version is refused.
#
# Sets SEMTIDY_LLVM_PREFIX and SEMTIDY_LLVM_TOOLS (the bin directory), and
# offers the imported targets clang-cpp and LLVM.

set(SEMTIDY_LLVM_SUPPORTED 22 19 16)
if(NOT SEMTIDY_LLVM_MAJOR IN_LIST SEMTIDY_LLVM_SUPPORTED)
  list(JOIN SEMTIDY_LLVM_SUPPORTED ", " known)
  message(FATAL_ERROR
    "SEMTIDY_LLVM_MAJOR is '${SEMTIDY_LLVM_MAJOR}'; known are ${known}.")
endif()

# The version files want major.minor: 22.1 was released, 22.0 never was.
set(SEMTIDY_LLVM_MINOR 1)
if(SEMTIDY_LLVM_MAJOR EQUAL 16)
  set(SEMTIDY_LLVM_MINOR 0)
endif()

set(hint "/usr/lib/llvm-${SEMTIDY_LLVM_MAJOR}")
find_package(Clang ${SEMTIDY_LLVM_MAJOR}.${SEMTIDY_LLVM_MINOR} CONFIG QUIET
  HINTS "${hint}" "${hint}/lib/cmake/clang")
if(NOT Clang_FOUND)
  set(seen "")
  foreach(config version IN ZIP_LISTS
      Clang_CONSIDERED_CONFIGS Clang_CONSIDERED_VERSIONS)
    string(APPEND seen "\n  seen and refused: ${version} in ${config}")
  endforeach()
  message(FATAL_ERROR
    "No Clang ${SEMTIDY_LLVM_MAJOR} with its development files was found.\n"
    "On Debian: apt-get install libclang-${SEMTIDY_LLVM_MAJOR}-dev "
    "llvm-${SEMTIDY_LLVM_MAJOR}-dev clang-tidy-${SEMTIDY_LLVM_MAJOR}\n"
    "Elsewhere: -DClang_DIR=<prefix>/lib/cmake/clang, and "
    "-DSEMTIDY_LLVM_MAJOR=N for another version.${seen}")
endif()

if(NOT LLVM_VERSION_MAJOR EQUAL SEMTIDY_LLVM_MAJOR)
  message(FATAL_ERROR
    "Found LLVM ${LLVM_PACKAGE_VERSION} in ${LLVM_DIR}, but the plugin is for "
    "clang-tidy ${SEMTIDY_LLVM_MAJOR} and would not load there.")
endif()
foreach(target clang-cpp LLVM)
  if(NOT TARGET ${target})
    message(FATAL_ERROR
      "${CLANG_INSTALL_PREFIX} has no shared library '${target}'. A clang-tidy "
      "that loads plugins is linked with it, and so must the plugin be.")
  endif()
endforeach()

set(SEMTIDY_LLVM_PREFIX "${LLVM_INSTALL_PREFIX}")
set(SEMTIDY_LLVM_TOOLS "${LLVM_TOOLS_BINARY_DIR}")
if(NOT EXISTS "${CLANG_INCLUDE_DIRS}/clang-tidy/ClangTidyCheck.h")
  message(FATAL_ERROR
    "${CLANG_INCLUDE_DIRS} has no clang-tidy/ClangTidyCheck.h.")
endif()
message(STATUS "LLVM ${LLVM_PACKAGE_VERSION} in ${SEMTIDY_LLVM_PREFIX}")
