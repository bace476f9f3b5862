//===--- ClangdMain.cpp - clangd with our checks ----------------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `semtidy-clangd` is clangd, linked from its static parts, with our module
// inside and switched on. Stock clangd cannot load a plugin, runs a fixed list
// of checks if there is no configuration, and skips every check that is not in
// its own table of fast ones. The linker sends the two questions here (--wrap,
// see docs/hacking/wrapper.md); everything else is clangd's.
//
//===----------------------------------------------------------------------===//

#include "clang-tidy/ClangTidyOptions.h"
#include "tool/CheckDefaults.h"
#include "tool/ResourceDir.h"
#include "clang/Basic/Version.h"
#include "llvm/ADT/FunctionExtras.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include <optional>
#include <string>
#include <vector>

// clangd's headers are not installed, so these declarations repeat three of
// its functions. Another name or other parameters would not link; another
// return type would, and the tests in test/integration/clangd would fail.
namespace clang::clangd {
#if CLANG_VERSION_MAJOR >= 22
using TidyProvider = llvm::unique_function<void(tidy::ClangTidyOptions &,
                                                llvm::StringRef) const>;
#else
using TidyProvider =
    llvm::function_ref<void(tidy::ClangTidyOptions &, llvm::StringRef)>;
#endif
int clangdMain(int Argc, char *Argv[]);
} // namespace clang::clangd

using clang::clangd::TidyProvider;
using clang::tidy::ClangTidyOptions;

#define SEMTIDY_DEFAULT_CHECKS "_ZN5clang6clangd20provideDefaultChecksEv"
#define SEMTIDY_IS_FAST "_ZN5clang6clangd15isFastTidyCheckEN4llvm9StringRefE"

TidyProvider defaultChecksOfClangd() __asm__("__real_" SEMTIDY_DEFAULT_CHECKS);
TidyProvider defaultChecksOfSemTidy() __asm__("__wrap_" SEMTIDY_DEFAULT_CHECKS);

/// The provider that comes after .clang-tidy and .clangd have been read: it
/// fills in clangd's own list of checks if there is none.
TidyProvider defaultChecksOfSemTidy() {
  // A function_ref does not own it.
  static const auto Provide = [](ClangTidyOptions &Options,
                                 llvm::StringRef File) {
    defaultChecksOfClangd()(Options, File);
    if (Options.Checks)
      Options.Checks = semtidy::withOurChecks(*Options.Checks);
  };
  return Provide;
}

#if CLANG_VERSION_MAJOR >= 18
std::optional<bool>
isFastForClangd(llvm::StringRef Check) __asm__("__real_" SEMTIDY_IS_FAST);
std::optional<bool>
isFastForSemTidy(llvm::StringRef Check) __asm__("__wrap_" SEMTIDY_IS_FAST);

/// Ours costs next to nothing where no modelled function is called, and is
/// bounded where one is: see docs/semaphore-close-while-set.md.
std::optional<bool> isFastForSemTidy(llvm::StringRef Check) {
  if (semtidy::mentionsOurChecks(Check))
    return true;
  return isFastForClangd(Check);
}
#endif

int main(int Argc, char *Argv[]) {
  std::vector<char *> Arguments(Argv, Argv + Argc);
  bool NamesResourceDir = false;
  for (int I = 1; I < Argc; ++I)
    NamesResourceDir |=
        llvm::StringRef(Argv[I]).ltrim('-').substr(0, 12) == "resource-dir";

  std::string Option;
  if (!NamesResourceDir) {
    Option = semtidy::resourceDirToName(Argv[0]);
    if (!Option.empty()) {
      Option = "--resource-dir=" + Option;
      Arguments.insert(Arguments.begin() + 1, Option.data());
    }
  }
  Arguments.push_back(nullptr);
  return clang::clangd::clangdMain(static_cast<int>(Arguments.size()) - 1,
                                   Arguments.data());
}
