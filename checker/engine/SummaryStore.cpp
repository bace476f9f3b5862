//===--- SummaryStore.cpp - All summaries of a translation unit -----------===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "EventBuilder.h"
#include "Summary.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/Support/SaveAndRestore.h"

using namespace semtidy;
using namespace clang;

SummaryStore::SummaryStore(UnitContext &Unit)
    : Unit(Unit),
      Calls([this](const FunctionDecl *F) { return calleesOf(F); }) {}

/// The functions whose summaries that of \p Definition is computed from.
llvm::SmallVector<const FunctionDecl *, 8>
SummaryStore::calleesOf(const FunctionDecl *Definition) {
  llvm::SmallVector<const FunctionDecl *, 8> Found;
  FunctionSummary *S = make(Definition);
  if (!S)
    return Found;
  for (const CallSite &Site : S->events().Calls) {
    const FunctionDecl *Callee = nullptr;
    if (Site.Callee && !Site.Effects && !Site.IsPure &&
        Site.Callee->hasBody(Callee) && !llvm::is_contained(Found, Callee))
      Found.push_back(Callee);
  }
  return Found;
}

FunctionSummary *SummaryStore::make(const FunctionDecl *Definition) {
  auto It = Summaries.find(Definition);
  if (It != Summaries.end())
    return It->second.get();
  EventLimits Limits;
  Limits.MaxBlocks = Unit.Limits.MaxBlocks;
  std::unique_ptr<FunctionEvents> Events =
      buildEvents(Definition, Unit.Ctx, Unit.Models, Unit.Terms, Unit.Thrown,
                  Unit.NextUid, Limits, Unit.Counters.BlocksLimit);
  std::unique_ptr<FunctionSummary> New;
  if (Events)
    New = std::make_unique<FunctionSummary>(Unit, std::move(Events));
  return (Summaries[Definition] = std::move(New)).get();
}

void SummaryStore::addCycle(llvm::ArrayRef<const FunctionDecl *> Members) {
  // Where the cycle is entered does not depend on who asks first, nor on the
  // order of the functions in the source if there is one entrance only.
  const SourceManager &SM = Unit.Ctx.getSourceManager();
  const llvm::SmallPtrSet<const FunctionDecl *, 16> Inside(Members.begin(),
                                                           Members.end());
  auto IsEntrance = [&](const FunctionDecl *F) {
    auto It = Unit.Callers.find(F);
    return It != Unit.Callers.end() &&
           llvm::any_of(It->second, [&](const FunctionDecl *Caller) {
             return !Inside.contains(Caller);
           });
  };
  const FunctionDecl *Head = nullptr;
  bool HeadIsEntrance = false;
  for (const FunctionDecl *F : Members) {
    const bool Enters = IsEntrance(F);
    if (!Head || Enters > HeadIsEntrance ||
        (Enters == HeadIsEntrance &&
         SM.isBeforeInTranslationUnit(F->getLocation(), Head->getLocation())))
      Head = F;
    HeadIsEntrance |= Enters;
  }
  llvm::SmallVector<FunctionSummary *, 8> Summaries;
  unsigned Blocks = 0;
  for (const FunctionDecl *F : Calls.bottomUp(Members, Head)) {
    Summaries.push_back(make(F));
    Blocks += Summaries.back()->events().Blocks.size();
  }
  Cycles.push_back(std::make_unique<CallCycle>(Unit, Head, Summaries));
  for (unsigned I = 0; I < Summaries.size(); ++I)
    Summaries[I]->setCycle(Cycles.back().get(), I);
  if (Blocks > Unit.Limits.MaxCycleBlocks)
    Cycles.back()->giveUp();
}

FunctionSummary *SummaryStore::get(const FunctionDecl *F,
                                   const FunctionEvents *Caller) {
  const FunctionDecl *Definition = nullptr;
  if (!F->hasBody(Definition) || !Definition)
    return nullptr;
  Calls.explore(Definition, [&](llvm::ArrayRef<const FunctionDecl *> Members,
                                bool IsCycle) {
    if (IsCycle)
      addCycle(Members);
  });
  FunctionSummary *S = make(Definition);
  if (!S || S->inProgress() || S->limitReached())
    return nullptr;
  // A call that is not seen in the source leads back into the cycle.
  if (const CallCycle *Cycle = S->events().Cycle;
      Cycle && Cycle->isOpen() && (!Caller || Caller->Cycle != Cycle))
    return nullptr;
  if (!S->hasValueFlow() && S->isTooDeep()) {
    ++Unit.Counters.DepthLimit;
    return nullptr;
  }
  llvm::SaveAndRestore<unsigned> Deeper(Unit.Nesting, Unit.Nesting + 1);
  S->valueFlow();
  return S->limitReached() ? nullptr : S;
}
