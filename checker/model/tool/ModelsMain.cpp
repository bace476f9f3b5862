//===--- ModelsMain.cpp - semtidy-models ----------------------------------===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Lists and explains the models in force. Without a name, one line for each
// family; with the name of a family, all that its functions do; with the name of
// a function, what that one does, in which family, and where that is written.
//
//===----------------------------------------------------------------------===//

#include "ModelExplanation.h"
#include "model/ModelPaths.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/WithColor.h"

using namespace semtidy;
using llvm::StringRef;

static llvm::cl::OptionCategory Category("semtidy-models options");
static llvm::cl::opt<std::string> Models(
    "models",
    llvm::cl::desc("Model files, separated by semicolons, as in the option "
                   "semaphore-close-while-set.Models"),
    llvm::cl::value_desc("files"), llvm::cl::cat(Category));
static llvm::cl::list<std::string> Names(llvm::cl::Positional,
                                         llvm::cl::desc("[function|family]..."),
                                         llvm::cl::cat(Category));

/// The models in force; an error is printed, and ends the program.
static std::shared_ptr<const ModelRegistry> load() {
  llvm::SmallVector<StringRef, 4> Parts;
  StringRef(Models).split(Parts, ';', -1, /*KeepEmpty=*/false);
  std::vector<std::string> Files;
  for (StringRef Part : Parts)
    Files.push_back(Part.trim().str());
  if (Files.empty())
    return ModelRegistry::builtin();
  auto Loaded = ModelRegistry::withFiles(Files);
  if (Loaded)
    return *Loaded;
  llvm::errs() << llvm::toString(Loaded.takeError()) << '\n';
  exit(1);
}

int main(int ArgC, char **ArgV) {
  llvm::InitLLVM Init(ArgC, ArgV);
  llvm::cl::HideUnrelatedOptions(Category);
  llvm::cl::SetVersionPrinter([](llvm::raw_ostream &OS) {
    OS << "semtidy-models " SEMTIDY_VERSION "\n";
  });
  llvm::cl::ParseCommandLineOptions(
      ArgC, ArgV,
      "Lists and explains the models in force: what functions do to a "
      "semaphore.\n");
  std::shared_ptr<const ModelRegistry> Registry = load();
  if (Names.empty()) {
    listFamilies(*Registry, llvm::outs());
    return 0;
  }
  int Status = 0;
  for (const std::string &Name : Names) {
    if (explain(*Registry, Name, llvm::outs()))
      continue;
    Status = 1;
    llvm::WithColor::error(llvm::errs(), "semtidy-models")
        << "no family and no function '" << Name << "'";
    if (std::string Near = Registry->nearestName(Name); !Near.empty())
      llvm::errs() << "; did you mean '" << Near << "'?";
    llvm::errs() << '\n';
  }
  return Status;
}
