//===--- CloseWhileSetCheck.cpp - semaphore-close-while-set ---------------===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CloseWhileSetCheck.h"
#include "EngineVersion.h"
#include "clang-tidy/GlobList.h"
#include "engine/Engine.h"
#include "model/ModelPaths.h"
#include "report/FindingReporter.h"
#include <mutex>
#include <set>

using namespace semtidy;
using namespace clang;
using namespace clang::ast_matchers;

CloseWhileSetCheck::CloseWhileSetCheck(llvm::StringRef Name,
                                       tidy::ClangTidyContext *Context)
    : ClangTidyCheck(Name, Context), ModelFiles(Options.get("Models", "")),
      Families(Options.get("Families", "*")),
      MinStrength(Options.get("MinStrength", "warning")),
      // Not get<bool>: g++ and clang disagree on how that is mangled, and the
      // definition is in the clang-tidy that loads us.
      Statistics(Options.get("Statistics", "false") == "true") {
  Limits.MaxBlocks = Options.get("MaxBlocks", Limits.MaxBlocks);
  Limits.MaxVisits = Options.get("MaxVisits", Limits.MaxVisits);
  Limits.MaxStates = Options.get("MaxStates", Limits.MaxStates);
  Limits.MaxStepsApart = Options.get("MaxStepsApart", Limits.MaxStepsApart);
  Limits.MaxSteps = Options.get("MaxSteps", Limits.MaxSteps);
  Limits.MaxSearchSteps = Options.get("MaxSearchSteps", Limits.MaxSearchSteps);
  Limits.MaxCallDepth = Options.get("MaxCallDepth", Limits.MaxCallDepth);
  Limits.MaxRounds = Options.get("MaxRounds", Limits.MaxRounds);
  Limits.MaxWork = Options.get("MaxWork", Limits.MaxWork);

  Registry = loadModels(modelPaths(getCurrentMainFile(), ModelFiles));
  if (MinStrength != "note" && MinStrength != "warning" &&
      MinStrength != "error")
    configurationDiag("invalid configuration value '%0' for option "
                      "'semaphore-close-while-set.MinStrength'; expected "
                      "'note', 'warning' or 'error'")
        << MinStrength;
}

/// The models in force. A model that is not understood must not look like a
/// clean run: that is an error, which fails the run, once in a process.
std::shared_ptr<const ModelRegistry>
CloseWhileSetCheck::loadModels(const std::vector<std::string> &Files) {
  if (Files.empty())
    return ModelRegistry::builtin();
  auto Loaded = ModelRegistry::withFiles(Files);
  if (Loaded)
    return *Loaded;
  std::string Mistake = llvm::toString(Loaded.takeError());
  static std::mutex Lock;
  static std::set<std::string> Reported;
  bool IsNew;
  {
    std::lock_guard<std::mutex> Guard(Lock);
    IsNew = Reported.insert(Mistake).second;
  }
  if (IsNew)
    configurationDiag("model file not loaded: %0", DiagnosticIDs::Error)
        << Mistake;
  return ModelRegistry::builtin();
}

void CloseWhileSetCheck::storeOptions(
    tidy::ClangTidyOptions::OptionMap &Opts) {
  Options.store(Opts, "Models", ModelFiles);
  Options.store(Opts, "Families", Families);
  Options.store(Opts, "MinStrength", MinStrength);
  Options.store(Opts, "Statistics", Statistics ? "true" : "false");
  Options.store(Opts, "MaxBlocks", Limits.MaxBlocks);
  Options.store(Opts, "MaxVisits", Limits.MaxVisits);
  Options.store(Opts, "MaxStates", Limits.MaxStates);
  Options.store(Opts, "MaxStepsApart", Limits.MaxStepsApart);
  Options.store(Opts, "MaxSteps", Limits.MaxSteps);
  Options.store(Opts, "MaxSearchSteps", Limits.MaxSearchSteps);
  Options.store(Opts, "MaxCallDepth", Limits.MaxCallDepth);
  Options.store(Opts, "MaxRounds", Limits.MaxRounds);
  Options.store(Opts, "MaxWork", Limits.MaxWork);
  Options.store(Opts, "EngineVersion", EngineVersion);
  Options.store(Opts, "ModelDigest", Registry->digest());
}

void CloseWhileSetCheck::registerMatchers(MatchFinder *Finder) {
  // The engine wants the whole unit at its end. In an editor, the unit's root
  // is not traversed, so any function serves to get at the context.
  Finder->addMatcher(functionDecl(isDefinition()).bind("function"), this);
}

void CloseWhileSetCheck::check(const MatchFinder::MatchResult &Result) {
  Ctx = Result.Context;
}

static Strength parseStrength(llvm::StringRef S) {
  if (S == "note")
    return Strength::Note;
  if (S == "error")
    return Strength::Error;
  return Strength::Warning;
}

/// Whether an entry of \p Globs is \p Name itself, and no pattern.
static bool namesFamily(llvm::StringRef Globs, llvm::StringRef Name) {
  llvm::SmallVector<llvm::StringRef, 4> Entries;
  Globs.split(Entries, ',');
  return llvm::any_of(
      Entries, [&](llvm::StringRef Entry) { return Entry.trim() == Name; });
}

void CloseWhileSetCheck::onEndOfTranslationUnit() {
  if (!Ctx)
    return;
  ASTContext &Unit = *Ctx;
  Ctx = nullptr;
  // Half-typed code: statements may be missing from the AST.
  if (Unit.getDiagnostics().hasUncompilableErrorOccurred())
    return;
  Engine TheEngine(Unit, *Registry, Limits);
  // Lists in options are separated by semicolons; GlobList wants commas.
  std::string Globs = Families;
  std::replace(Globs.begin(), Globs.end(), ';', ',');
  tidy::GlobList Enabled(Globs);
  const Strength Least = parseStrength(MinStrength);
  auto IsWanted = [&](const Finding &F) {
    // Who names a family that is off wants it, whatever it weighs.
    if (F.strength() == Strength::Off)
      return namesFamily(Globs, F.TheFamily->Name);
    return F.strength() >= Least && Enabled.contains(F.TheFamily->Name);
  };
  for (const Finding &F : TheEngine.run()) {
    if (!IsWanted(F))
      continue;
    reportFinding(F, [&](SourceLocation Loc, const std::string &Text,
                         bool IsNote) {
      // Text may hold '%': it is an argument, never the format.
      // In a macro's expansion, the user's line is where the macro is used.
      Loc = Unit.getSourceManager().getExpansionLoc(Loc);
      diag(Loc, "%0", IsNote ? DiagnosticIDs::Note : DiagnosticIDs::Warning)
          << Text;
    });
  }
  if (Statistics) {
    const EngineCounters &C = TheEngine.counters();
    llvm::errs() << "semtidy: functions " << C.Functions << ", candidates "
                 << C.Candidates << ", refuted " << C.Refuted
                 << ", solver calls " << C.SolverCalls
                 << "; limits reached: blocks " << C.BlocksLimit << ", visits "
                 << C.VisitsLimit << ", states " << C.StatesLimit << ", steps "
                 << C.StepsLimit << ", search " << C.SearchLimit << ", depth "
                 << C.DepthLimit << ", rounds " << C.RoundsLimit << ", work "
                 << C.WorkLimit << "; work done "
                 << TheEngine.unit().Terms.work() << '\n';
  }
}
