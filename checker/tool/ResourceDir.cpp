//===--- ResourceDir.cpp - Where clang's own headers are --------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tool/ResourceDir.h"
#include "clang/Basic/Version.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <dlfcn.h>

using namespace llvm;

#define SEMTIDY_TEXT(x) #x
#define SEMTIDY_TEXT_OF(x) SEMTIDY_TEXT(x)

static bool isResourceDir(StringRef Dir) {
  return sys::fs::is_directory(Dir + "/include");
}

/// The real directory of the library or program that holds \p Symbol.
static std::string directoryOf(void *Symbol) {
  Dl_info Info;
  SmallString<256> Path;
  if (!dladdr(Symbol, &Info) || !Info.dli_fname ||
      sys::fs::real_path(Info.dli_fname, Path))
    return "";
  return sys::path::parent_path(Path).str();
}

std::string semtidy::resourceDirToName(const char *Argv0) {
  constexpr char Major[] = SEMTIDY_TEXT_OF(CLANG_VERSION_MAJOR);
  static int InThisProgram;
  std::string Self = sys::fs::getMainExecutable(Argv0, &InThisProgram);
  std::string Bin = sys::path::parent_path(Self).str();
  if (isResourceDir(Bin + "/../lib/clang/" + Major))
    return "";

  // getClangFullVersion is in libclang-cpp: in PREFIX/lib, or, as Debian has
  // it, in the system's library directory while PREFIX is /usr/lib/llvm-N.
  std::string Lib =
      directoryOf(reinterpret_cast<void *>(&clang::getClangFullVersion));
  for (const std::string &Dir :
       {Lib + "/clang/" + Major,
        Lib + "/../llvm-" + Major + "/lib/clang/" + Major,
        Lib + "/llvm-" + Major + "/lib/clang/" + Major,
        std::string(SEMTIDY_LLVM_PREFIX) + "/lib/clang/" + Major}) {
    SmallString<256> Real;
    if (isResourceDir(Dir) && !sys::fs::real_path(Dir, Real))
      return Real.str().str();
  }
  return "";
}
