# Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#   semtidy_enable(TARGET...
#     [WARNINGS_AS_ERRORS]    a finding breaks the build
#     [CONFIG_FILE file]      instead of the .clang-tidy beside the sources
#     [OPTIONS option...])    more of clang-tidy's options
#
# Runs the checks on every C and C++ source of the targets when it is compiled.
# A target that has a clang-tidy command already, by C_CLANG_TIDY or
# CMAKE_C_CLANG_TIDY, keeps its options, and runs our program instead: it is the
# same clang-tidy, with our checks beside all others.

include_guard(GLOBAL)

function(semtidy_enable)
  cmake_parse_arguments(PARSE_ARGV 0 arg
    "WARNINGS_AS_ERRORS" "CONFIG_FILE" "OPTIONS")
  if(NOT arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "semtidy_enable: no target was given")
  endif()
  if(NOT TARGET semtidy::semtidy)
    message(FATAL_ERROR
      "semtidy_enable: this SemTidy was built without the program 'semtidy'")
  endif()
  if(NOT CMAKE_GENERATOR MATCHES "Ninja|Makefiles")
    message(WARNING
      "semtidy_enable: the generator '${CMAKE_GENERATOR}' does not run "
      "clang-tidy when it compiles; no check will run. Makefiles and Ninja do.")
  endif()

  set(options "")
  if(arg_WARNINGS_AS_ERRORS)
    list(APPEND options "--warnings-as-errors=semaphore-*")
  endif()
  if(arg_CONFIG_FILE)
    get_filename_component(config "${arg_CONFIG_FILE}" ABSOLUTE
      BASE_DIR "${CMAKE_CURRENT_SOURCE_DIR}")
    if(NOT EXISTS "${config}")
      message(FATAL_ERROR "semtidy_enable: there is no file ${config}")
    endif()
    list(APPEND options "--config-file=${config}")
  endif()
  list(APPEND options ${arg_OPTIONS})

  get_target_property(program semtidy::semtidy LOCATION)
  foreach(target IN LISTS arg_UNPARSED_ARGUMENTS)
    if(NOT TARGET ${target})
      message(FATAL_ERROR "semtidy_enable: there is no target '${target}'")
    endif()
    foreach(language C CXX)
      get_target_property(command ${target} ${language}_CLANG_TIDY)
      if(command)
        list(POP_FRONT command)
      else()
        # With -Werror, clang's opinion of flags that are for another compiler,
        # and of other code, must not break the build.
        set(command --quiet
          --extra-arg=-Wno-error --extra-arg=-Wno-unknown-warning-option)
      endif()
      list(PREPEND command "${program}")
      list(APPEND command ${options})
      set_target_properties(${target} PROPERTIES
        ${language}_CLANG_TIDY "${command}")
    endforeach()
  endforeach()
endfunction()
