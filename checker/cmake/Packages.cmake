# Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# `cpack -G DEB` makes semtidy-N, one for each LLVM version, and semtidy-dev with
# the runtime header; `cpack -G TGZ` makes one archive with everything.

set(SEMTIDY_PACKAGE_CONTACT "The SemTidy authors <semtidy@example.org>" CACHE STRING
  "Whom a package names as its maintainer")

set(CPACK_PACKAGE_NAME "${packageName}")
set(CPACK_PACKAGE_VENDOR "SemTidy")
set(CPACK_PACKAGE_CONTACT "${SEMTIDY_PACKAGE_CONTACT}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY
  "clang-tidy checks for semaphores that are closed while set")
set(CPACK_RESOURCE_FILE_LICENSE "${PROJECT_SOURCE_DIR}/LICENSE")
set(CPACK_STRIP_FILES ON)
set(CPACK_GENERATOR "DEB;TGZ")
set(CPACK_PACKAGING_INSTALL_PREFIX "")
set(CPACK_PROJECT_CONFIG_FILE "${CMAKE_CURRENT_BINARY_DIR}/PackagesByKind.cmake")
file(CONFIGURE OUTPUT PackagesByKind.cmake @ONLY CONTENT [[
# What differs between the kinds of packages.
if(CPACK_GENERATOR STREQUAL "DEB")
  set(CPACK_PACKAGING_INSTALL_PREFIX "/usr")
  set(CPACK_COMPONENTS_ALL Tools @semtidyRuntimeComponent@)
else()
  set(CPACK_COMPONENTS_ALL Tools Links @semtidyRuntimeComponent@)
  set(CPACK_MONOLITHIC_INSTALL ON)
endif()
]])

# --- Debian -------------------------------------------------------------------

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)

set(CPACK_DEBIAN_TOOLS_PACKAGE_NAME "${packageName}")
set(CPACK_DEBIAN_TOOLS_PACKAGE_SECTION devel)
# The headers of clang itself; without them no source would compile.
set(CPACK_DEBIAN_TOOLS_PACKAGE_DEPENDS "libclang-common-${suffix}-dev, python3:any")
if(semtidyRuntimeComponent)
  # The CMake package offers what is in there, and CMake looks whether it is.
  string(APPEND CPACK_DEBIAN_TOOLS_PACKAGE_DEPENDS
    ", semtidy-dev (>= ${PROJECT_VERSION})")
endif()
set(CPACK_DEBIAN_TOOLS_PACKAGE_RECOMMENDS "clang-tidy-${suffix}")
set(CPACK_COMPONENT_TOOLS_DESCRIPTION
"SemTidy finds, before the program runs, the call that closes, destroys or
deletes a semaphore or a lock while it is still set.

This package has clang-tidy and clangd of LLVM ${suffix} with the checks inside,
the same checks as a plugin for clang-tidy-${suffix}, and a tool that turns
findings into reports.")

set(CPACK_DEBIAN_RUNTIME_PACKAGE_NAME semtidy-dev)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_DEPENDS "python3:any")
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SHLIBDEPS OFF)
set(CPACK_COMPONENT_RUNTIME_DESCRIPTION
"SemTidy finds, before the program runs, the call that closes, destroys or
deletes a semaphore or a lock while it is still set.

This package has the header that confirms such findings in a running program,
macros that describe a project's own locks to the checks, and the semaphores of
OS/2 for programs that run elsewhere.")

# Unversioned names, as far as nothing else provides them.
set(alternatives "")
foreach(program IN LISTS programs)
  if(program STREQUAL "semtidy")
    continue()
  endif()
  string(APPEND alternatives " \\
        --slave /usr/bin/${program} ${program} /usr/bin/${program}-${suffix}")
endforeach()
foreach(program IN LISTS programs)
  if(EXISTS "${PROJECT_SOURCE_DIR}/checker/tool/man/${program}.1.in")
    string(APPEND alternatives " \\
        --slave /usr/share/man/man1/${program}.1.gz ${program}.1.gz \\
        /usr/share/man/man1/${program}-${suffix}.1.gz")
  endif()
endforeach()
set(controlDir "${CMAKE_CURRENT_BINARY_DIR}/debian-control")
foreach(script postinst prerm)
  configure_file(debian/${script}.in "${controlDir}/${script}" @ONLY
    FILE_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE
                     GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
endforeach()
set(CPACK_DEBIAN_TOOLS_PACKAGE_CONTROL_EXTRA
  "${controlDir}/postinst;${controlDir}/prerm")

set(changelogDate "Sun, 01 Nov 2026 12:00:00 +0000")
if(SEMTIDY_GZIP)
  configure_file(debian/changelog.in debian/changelog @ONLY)
  semtidy_compress("${CMAKE_CURRENT_BINARY_DIR}/debian/changelog"
    "${CMAKE_CURRENT_BINARY_DIR}/debian/changelog.gz")
  install(FILES "${CMAKE_CURRENT_BINARY_DIR}/debian/changelog.gz"
    DESTINATION share/doc/${packageName} COMPONENT Tools)
  if(semtidyRuntimeComponent)
    install(FILES "${CMAKE_CURRENT_BINARY_DIR}/debian/changelog.gz"
      DESTINATION share/doc/semtidy-dev COMPONENT Runtime)
  endif()
endif()

include(CPack)
