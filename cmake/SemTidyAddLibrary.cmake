# Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#   semtidy_target(TARGET)
#     Gives a target of ours the common flags, the headers of clang and LLVM
#     (as system headers) and the shared precompiled header.
#
#   semtidy_add_library(NAME source... [OBJECT|STATIC|MODULE] [DEPS target...])
#     A library of ours; STATIC unless said otherwise. DEPS are linked PUBLIC.
#     There is one library for each folder of checker/, so that an include
#     against the direction of the design does not link.
#
# A MODULE must not link clang-cpp's symbols twice: it gets clang-cpp and LLVM
# as shared libraries, and ClangTidyCheck from the clang-tidy that loads it.

include_guard(GLOBAL)

# Flags change the meaning of a precompiled header, so the header's own target
# has exactly those that semtidy_target gives to all others.
add_library(SemTidyFlags INTERFACE)
target_include_directories(SemTidyFlags SYSTEM INTERFACE
  "${CLANG_INCLUDE_DIRS}" "${LLVM_INCLUDE_DIRS}")
separate_arguments(semtidyLLVMDefinitions NATIVE_COMMAND "${LLVM_DEFINITIONS}")
target_compile_definitions(SemTidyFlags INTERFACE ${semtidyLLVMDefinitions})
target_compile_options(SemTidyFlags INTERFACE
  -Wall -Wextra
  $<$<COMPILE_LANGUAGE:CXX>:-fno-rtti>
  $<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions>)

if(SEMTIDY_PCH)
  file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/cmake/SemTidyPCH.cpp"
    CONTENT "// The one source of the target that owns the precompiled header.\n")
  add_library(SemTidyPCH OBJECT "${CMAKE_BINARY_DIR}/cmake/SemTidyPCH.cpp")
  target_link_libraries(SemTidyPCH PRIVATE SemTidyFlags)
  target_precompile_headers(SemTidyPCH PRIVATE
    "$<$<COMPILE_LANGUAGE:CXX>:${CMAKE_CURRENT_LIST_DIR}/SemTidyPCH.h>")
endif()

function(semtidy_target target)
  target_link_libraries(${target} PRIVATE SemTidyFlags)
  target_include_directories(${target} PRIVATE "${PROJECT_SOURCE_DIR}/checker")
  if(SEMTIDY_PCH)
    target_precompile_headers(${target} REUSE_FROM SemTidyPCH)
  endif()
endfunction()

function(semtidy_add_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "OBJECT;STATIC;MODULE" "" "DEPS")
  set(kind STATIC)
  foreach(other OBJECT MODULE)
    if(arg_${other})
      set(kind ${other})
    endif()
  endforeach()
  add_library(${name} ${kind} ${arg_UNPARSED_ARGUMENTS})
  semtidy_target(${name})
  if(kind STREQUAL "MODULE")
    target_link_libraries(${name} PRIVATE ${arg_DEPS} clang-cpp LLVM)
  else()
    target_link_libraries(${name} PUBLIC ${arg_DEPS})
  endif()
endfunction()
