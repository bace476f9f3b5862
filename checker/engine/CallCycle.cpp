//===--- CallCycle.cpp - Results that depend on each other ----------------===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CallCycle.h"
#include "DebugOutput.h"
#include "llvm/Support/SaveAndRestore.h"

using namespace semtidy;

void CallCycle::evaluate(CycleQuery &Q) {
  llvm::SaveAndRestore<unsigned> Deeper(Unit.Nesting, Unit.Nesting + 1);
  Q.Stale = false;
  ++Q.Rounds;
  Evaluating.push_back(&Q);
  const bool Changed = Q.Evaluate();
  Evaluating.pop_back();
  if (Changed)
    for (CycleQuery *Reader : Q.Readers)
      Reader->Stale = true;
}

void CallCycle::demand(CycleQuery &Q) {
  if (Q.State == CycleQuery::Final || GivenUp)
    return;
  CycleQuery *Reader = Evaluating.empty() ? nullptr : Evaluating.back();
  if (Q.State == CycleQuery::New && !Abandoned) {
    Q.State = CycleQuery::Open;
    if (NotFinal.size() >= MaxOpen)
      abandon();
    // Callees first, as deep as the stack shall get; else it waits for its
    // turn.
    else if (Unit.Nesting < Unit.Limits.MaxCallDepth)
      evaluate(Q);
    NotFinal.push_back(&Q);
  }
  if (!Reader) {
    settle();
    return;
  }
  if (!llvm::is_contained(Q.Readers, Reader))
    Q.Readers.push_back(Reader);
}

void CallCycle::settle() {
  for (bool Again = true; Again && !Abandoned;) {
    Again = false;
    for (size_t I = 0; I < NotFinal.size() && !Abandoned; ++I) {
      CycleQuery &Q = *NotFinal[I];
      if (!Q.Stale)
        continue;
      Again = true;
      if (Q.Rounds >= Unit.Limits.MaxRounds)
        abandon();
      else
        evaluate(Q);
    }
  }
  if (Abandoned) {
    giveUp();
    return;
  }
  for (CycleQuery *Q : NotFinal) {
    Q->State = CycleQuery::Final;
    Q->Readers.clear();
  }
  NotFinal.clear();
}

void CallCycle::giveUp() {
  ++Unit.Counters.RoundsLimit;
  if (debugEnabled("limits", Head))
    llvm::errs() << "cycle of calls with " << Head->getNameAsString()
                 << ": limit reached, not followed\n";
  GivenUp = true;
  for (CycleQuery *Q : NotFinal)
    Q->Forget();
  NotFinal.clear();
}
