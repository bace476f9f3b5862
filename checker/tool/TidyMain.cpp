//===--- TidyMain.cpp - clang-tidy with our checks --------------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `semtidy` is clang-tidy, linked from its static parts, with our module
// inside. Nothing is loaded at run time, so nothing can fail to load: either
// the program starts, or it has the checks.
//
// One thing differs from clang-tidy, the options of a file. The linker sends
// calls of ClangTidyOptionsProvider::getOptions here (--wrap, see
// docs/hacking/wrapper.md).
//
//===----------------------------------------------------------------------===//

#include "clang-tidy/ClangTidyOptions.h"
#include "clang-tidy/tool/ClangTidyMain.h"
#include "tool/CheckDefaults.h"
#include "tool/ResourceDir.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/raw_ostream.h"
#include <cstring>
#include <string>

using clang::tidy::ClangTidyOptions;
using clang::tidy::ClangTidyOptionsProvider;

/// The directory that every compile command gets; "" leaves them alone.
static std::string ResourceDir;

#define SEMTIDY_GET_OPTIONS                                                    \
  "_ZN5clang4tidy24ClangTidyOptionsProvider10getOptionsEN4llvm9StringRefE"

ClangTidyOptions getOptionsOfClangTidy(
    ClangTidyOptionsProvider *Provider,
    llvm::StringRef File) __asm__("__real_" SEMTIDY_GET_OPTIONS);

ClangTidyOptions getOptionsOfSemTidy(
    ClangTidyOptionsProvider *Provider,
    llvm::StringRef File) __asm__("__wrap_" SEMTIDY_GET_OPTIONS);

/// What the user said about checks, for one file.
enum class UserChecks {
  None,    ///< Nothing: no .clang-tidy, or one without `Checks`.
  Config,  ///< In .clang-tidy, -config or -config-file.
  Decided, ///< With -checks, which is final, or we were asked before.
};

static UserChecks whoSaysChecks(ClangTidyOptionsProvider &Provider,
                                llvm::StringRef File) {
  auto Sources = Provider.getRawOptions(File);
  // clang-tidy hands on what was decided already as the only source; where it
  // decides, the command line's options are another, even if they are empty.
  if (Sources.size() == 1)
    return UserChecks::Decided;
  UserChecks Who = UserChecks::None;
  for (const auto &[Options, Source] : Sources) {
    if (!Options.Checks ||
        Source == ClangTidyOptionsProvider::OptionsSourceTypeDefaultBinary)
      continue;
    if (Source ==
        ClangTidyOptionsProvider::OptionsSourceTypeCheckCommandLineOption)
      return UserChecks::Decided;
    Who = UserChecks::Config;
  }
  return Who;
}

ClangTidyOptions getOptionsOfSemTidy(ClangTidyOptionsProvider *Provider,
                                     llvm::StringRef File) {
  ClangTidyOptions Options = getOptionsOfClangTidy(Provider, File);
  switch (whoSaysChecks(*Provider, File)) {
  case UserChecks::None:
    Options.Checks = std::string("-*,") + semtidy::OurChecks;
    break;
  case UserChecks::Config:
    Options.Checks = semtidy::withOurChecks(*Options.Checks);
    break;
  case UserChecks::Decided:
    break;
  }
  if (!ResourceDir.empty()) {
    if (!Options.ExtraArgsBefore)
      Options.ExtraArgsBefore.emplace();
    Options.ExtraArgsBefore->insert(Options.ExtraArgsBefore->begin(),
                                    "-resource-dir=" + ResourceDir);
  }
  return Options;
}

/// A configuration that is dumped is for any machine: it names no directory.
static bool dumpsConfig(int Argc, const char **Argv) {
  for (int I = 1; I < Argc && std::strcmp(Argv[I], "--") != 0; ++I) {
    llvm::StringRef Argument(Argv[I]);
    if (Argument.ltrim('-') == "dump-config" && Argument.size() > 11)
      return true;
  }
  return false;
}

int main(int Argc, const char **Argv) {
  llvm::cl::AddExtraVersionPrinter([](llvm::raw_ostream &OS) {
    OS << "SemTidy version " SEMTIDY_VERSION "\n";
  });
  if (!dumpsConfig(Argc, Argv))
    ResourceDir = semtidy::resourceDirToName(Argv[0]);
  return clang::tidy::clangTidyMain(Argc, Argv);
}
