//===--- Summary.cpp - Summaries of the unit's functions ------------------===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Summary.h"
#include "DebugOutput.h"
#include "EventBuilder.h"
#include "llvm/Support/SaveAndRestore.h"

using namespace semtidy;
using namespace clang;

Trail semtidy::callTrail(SourceLocation Loc, const FunctionDecl *Callee,
                         const Trail &Inner) {
  llvm::SmallVector<WitnessStep, 4> Steps;
  for (const WitnessTrail *T = Inner.get(); T; T = T->Earlier.get())
    Steps.push_back(T->Step);
  Trail Result =
      extend(nullptr, WitnessStep{StepKind::Called, Loc, Callee, false, 0});
  for (const WitnessStep &S : llvm::reverse(Steps))
    Result = extend(Result, S);
  return Result;
}

/// Visits all ways in which \p F leaves the function.
void FunctionSummary::forEachWayOut(
    const PropertySimulation::Fixpoint &F,
    llvm::function_ref<void(Outcome)> Visit) const {
  if (auto Exit = F.In.find(Events->ExitBlock); Exit != F.In.end())
    for (const Disjunct &D : Exit->second)
      Visit(Outcome{Outcome::Returns, D});
  for (const FunctionEvents::Unwind &U : Events->Unwinds)
    if (auto In = F.In.find(U.Block); In != F.In.end())
      for (const Disjunct &D : In->second) {
        Outcome Unwinding{Outcome::Throws, D};
        Unwinding.Thrown = U.Thrown;
        Visit(std::move(Unwinding));
      }
}

/// Whether two ways differ in no more than what is known on their paths.
static bool endAlike(const Outcome &A, const Outcome &B) {
  return A.Kind == B.Kind && A.Counted == B.Counted &&
         A.CloseUid == B.CloseUid && A.CloseBy == B.CloseBy &&
         A.HitKind == B.HitKind && A.Thrown == B.Thrown &&
         A.State.Property.sameKey(B.State.Property);
}

/// Adds \p O as a caller sees it. Ways that look alike from outside are one,
/// and of the others some are kept apart: each level of calls would multiply
/// their number.
void FunctionSummary::addOutcome(Outcome O, std::vector<Outcome> &Found) {
  keepForCaller(O.State.Path, *Events);
  Outcome *Last = nullptr;
  unsigned Alike = 0;
  for (Outcome &Other : Found) {
    if (!endAlike(Other, O))
      continue;
    if (Other.State.Path == O.State.Path)
      return;
    Last = &Other;
    ++Alike;
  }
  if (Alike < Unit.Limits.MaxOutcomes)
    Found.push_back(std::move(O));
  else
    Last->State.Path = States.join(Last->State.Path, O.State.Path,
                                   Events->blockUid(Events->ExitBlock),
                                   /*InLoop=*/false, /*Widen=*/false);
}

const PropertySimulation::Fixpoint &FunctionSummary::valueFlow() {
  if (Values)
    return *Values;
  llvm::SaveAndRestore<bool> Guard(InProgress, true);
  PropertySimulation::Fixpoint F = Simulation.run(Simulation.entry());
  LimitReached |= F.LimitReached;
  Values = std::move(F);
  if (debugEnabled("events", Events->Function))
    printEvents(*Events, Unit.Terms, llvm::errs());
  if (debugEnabled("values", Events->Function))
    printFixpoint(*Events, *Values, llvm::errs());
  if (LimitReached)
    return *Values;
  forEachWayOut(*Values, [&](Outcome O) {
    std::vector<Outcome> &Ways =
        O.Kind == Outcome::Throws ? Thrown : PlainParts;
    addOutcome(std::move(O), Ways);
  });
  for (const Outcome &O : PlainParts) {
    if (!Plain)
      Plain = O;
    else
      Plain->State.Path =
          States.join(Plain->State.Path, O.State.Path,
                      Events->blockUid(Events->ExitBlock), /*InLoop=*/false,
                      /*Widen=*/false);
  }
  if (PlainParts.size() == 1)
    PlainParts.clear();
  return *Values;
}

const Outcome *FunctionSummary::plain(const CallContext &Call,
                                      const PathState &Before,
                                      bool InDetail) {
  valueFlow();
  if (!Plain)
    return nullptr;
  if (!InDetail)
    return &*Plain;
  // What the caller knows may leave only one of several ways.
  const Outcome *Only = nullptr;
  for (const Outcome &O : PlainParts) {
    if (!canHappen(O, Call, Unit.Terms, Before))
      continue;
    if (Only)
      return &*Plain;
    Only = &O;
  }
  return Only ? Only : &*Plain;
}

llvm::ArrayRef<Outcome> FunctionSummary::ways() {
  valueFlow();
  if (!PlainParts.empty())
    return PlainParts;
  return Plain ? llvm::ArrayRef<Outcome>(*Plain) : llvm::ArrayRef<Outcome>();
}

unsigned FunctionSummary::touching() {
  constexpr unsigned All = CallsApi | CallsUnseen;
  if (Touches)
    return *Touches;
  if (Unit.Nesting >= Unit.Limits.MaxCallDepth)
    return All;
  llvm::SaveAndRestore<unsigned> Deeper(Unit.Nesting, Unit.Nesting + 1);
  Touches = All; // While a cycle of calls is being looked at.
  unsigned Found = 0;
  for (const EventBlock &B : Events->Blocks)
    for (const Event &E : B.Events) {
      if (Found == All)
        break;
      if (E.Kind == EventKind::Copy ||
          (E.Kind == EventKind::EndOfLife && !E.Decl))
        Found |= CallsUnseen;
      if (E.Kind != EventKind::Call)
        continue;
      const CallSite &Site = Events->call(E);
      if (Site.Effects) {
        for (const BoundEffect &Each : *Site.Effects)
          Found |= Each.TheEffect->TheRole == Role::Free ? CallsUnseen : All;
        continue;
      }
      if (Site.IsPure)
        continue;
      // Through a pointer, any function of the unit may be called.
      FunctionSummary *Callee =
          Site.Callee ? Unit.Summaries->get(Site.Callee) : nullptr;
      if (Callee)
        Found |= Callee->touching();
      else
        Found |= Site.Callee && !Site.Callee->hasBody() ? CallsUnseen : All;
    }
  Touches = Found;
  return Found;
}

/// Many objects held at once must not hold the states of all blocks, too.
void FunctionSummary::trim(PropertySimulation::Fixpoint &F) const {
  const bool HasHits = !F.Hits.empty();
  auto IsUnwind = [&](unsigned Block) {
    return llvm::any_of(Events->Unwinds,
                        [&](const FunctionEvents::Unwind &U) {
                          return U.Block == Block;
                        });
  };
  for (auto It = F.In.begin(); It != F.In.end();)
    if (It->first == Events->ExitBlock || IsUnwind(It->first) ||
        (HasHits && Events->Blocks[It->first].InLoop))
      ++It;
    else
      It = F.In.erase(It);
  if (!HasHits)
    F.Taken.clear();
}

const std::deque<FunctionSummary::OriginRun> &FunctionSummary::originRuns() {
  if (Runs)
    return *Runs;
  Runs.emplace();
  if (LimitReached)
    return *Runs;
  const PropertySimulation::Fixpoint &Flow = valueFlow();
  llvm::SaveAndRestore<bool> Guard(InProgress, true);
  std::vector<Origin> Origins;
  for (const auto &[Block, In] : Flow.In)
    for (const Disjunct &D : In) {
      BlockResult R;
      Simulation.runBlock(BlockPosition{Block, 0, D, {}}, R,
                          /*CollectOrigins=*/true);
      llvm::move(R.Origins, std::back_inserter(Origins));
      for (const ClearedObject &C : R.Clears)
        if (!llvm::is_contained(Clears, C))
          Clears.push_back(C);
    }
  // What was set here is given back here.
  llvm::erase_if(Clears, [&](const ClearedObject &C) {
    return llvm::any_of(Origins, [&](const Origin &O) {
      return O.After.State.Property.Object == C.Object;
    });
  });
  std::deque<OriginRun> Found;
  for (Origin &O : Origins) {
    if (Simulation.steps() > Unit.Limits.MaxSteps) {
      ++Unit.Counters.StepsLimit;
      if (debugEnabled("limits", Events->Function))
        llvm::errs() << "objects in "
                     << Events->Function->getNameAsString()
                     << ": limit reached, the rest is silent\n";
      LimitReached = true;
      break;
    }
    OriginRun Run{std::move(O), {}};
    Run.Result = Simulation.run(Run.From.After);
    Run.From.After.Registers = RegisterFile(); // As long as the block.
    if (debugEnabled("objects", Events->Function))
      printFixpoint(*Events, Run.Result, llvm::errs());
    writeDot(*Events, Run.Result, Found.size());
    if (Run.Result.LimitReached)
      continue; // Unknown, and so silent.
    trim(Run.Result);
    Found.push_back(std::move(Run));
  }
  Runs = std::move(Found);
  return *Runs;
}

/// Whether a caller has a name for \p T.
bool FunctionSummary::entryVisible(Term T) const {
  const TermContext &Terms = Unit.Terms;
  const TermNode &N = Terms[T];
  switch (N.Kind) {
  case TermKind::VarAddr: {
    const auto *Var =
        dyn_cast<VarDecl>(static_cast<const Decl *>(N.Ptr));
    return Var && Var->hasGlobalStorage();
  }
  case TermKind::FieldAddr:
  case TermKind::ElemAddr:
    return entryVisible(N.A);
  case TermKind::Load: {
    if (N.B)
      return false;
    const TermNode &Address = Terms[N.A];
    if (Address.Kind == TermKind::VarAddr)
      return true; // A parameter, `this`, or a global.
    return entryVisible(N.A);
  }
  default:
    return false;
  }
}

bool FunctionSummary::visible(const Disjunct &AtExit) const {
  const TermContext &Terms = Unit.Terms;
  Term Object = AtExit.Property.Object;
  if (entryVisible(Object))
    return true;
  Term Root = Terms.root(Object);
  if (Terms[Root].Kind == TermKind::VarAddr ||
      Terms[Root].Kind == TermKind::TempAddr)
    return false;
  // Made here: visible if it is returned or stored where the caller looks.
  if (Terms.root(AtExit.Path.load(Events->ReturnSlot)) == Root)
    return true;
  bool Stored = false;
  AtExit.Path.forEachStored([&](Term Address, Term Value) {
    Stored |= Terms.root(Value) == Root && entryVisible(Address);
    Stored |= Terms.root(Value) == Root &&
              Terms.base(Address) == Events->ReturnSlot;
  });
  return Stored;
}

const std::vector<ClearedObject> &FunctionSummary::clears() {
  static const std::vector<ClearedObject> None;
  if (!Runs && (InProgress || Unit.Nesting >= Unit.Limits.MaxCallDepth))
    return None;
  llvm::SaveAndRestore<unsigned> Deeper(Unit.Nesting, Unit.Nesting + 1);
  originRuns();
  return Clears;
}

const std::vector<Outcome> &FunctionSummary::setOutcomes() {
  static const std::vector<Outcome> None;
  if (Sets)
    return *Sets;
  if (InProgress)
    return None;
  if (Unit.Nesting >= Unit.Limits.MaxCallDepth) {
    ++Unit.Counters.DepthLimit;
    return None;
  }
  llvm::SaveAndRestore<unsigned> Deeper(Unit.Nesting, Unit.Nesting + 1);
  std::vector<Outcome> Found;
  for (const OriginRun &Run : originRuns()) {
    const bool Counted = Run.From.Counted || !Run.Result.CountedIn.empty();
    forEachWayOut(Run.Result, [&](Outcome O) {
      const Disjunct &D = O.State;
      if (D.Property.FailedClose || !visible(D) ||
          D.Path.askedAbout(D.Property.Object, Run.From.After.State.Path))
        return;
      O.Counted = Counted;
      addOutcome(std::move(O), Found);
    });
  }
  Sets = std::move(Found);
  return *Sets;
}

const EntrySummary &FunctionSummary::entered(const PropertyState &P,
                                             llvm::ArrayRef<Term> Aliases) {
  EntryKey Key{P.Object.Id, P.Depth, P.Audit, P.Kind, P.TheFamily, {}};
  for (Term A : Aliases)
    Key.Aliases.push_back(A.Id);
  static const EntrySummary Unknown{{}, true, true, false, false};
  auto [It, Inserted] = Entries.try_emplace(Key, nullptr);
  if (!Inserted)
    return It->second ? *It->second : Unknown; // A cycle of calls.
  if (Unit.Nesting >= Unit.Limits.MaxCallDepth) {
    ++Unit.Counters.DepthLimit;
    Entries.erase(Key);
    return Unknown;
  }
  llvm::SaveAndRestore<unsigned> Deeper(Unit.Nesting, Unit.Nesting + 1);
  BlockPosition Entry = Simulation.entry();
  Entry.State.Property = P;
  Entry.State.Property.SetTrail = nullptr;
  for (Term A : Aliases)
    Entry.State.Path.store(A, P.Object);
  auto Summary = std::make_unique<EntrySummary>();
  PropertySimulation::Fixpoint F = Simulation.run(Entry);
  if (debugEnabled("objects", Events->Function))
    printFixpoint(*Events, F, llvm::errs());
  if (F.LimitReached) {
    Summary->Unknown = true;
  } else {
    auto Asked = [&](const Disjunct &D) {
      return !P.Audit && D.Path.askedAbout(P.Object, Entry.State.Path);
    };
    Summary->MayClear = F.Dropped;
    Summary->Counted = !F.CountedIn.empty();
    Summary->ClearedInLoop = !F.ClearedIn.empty();
    forEachWayOut(F, [&](Outcome O) {
      if (Asked(O.State))
        Summary->MayClear = true;
      else if (!O.State.Property.FailedClose)
        addOutcome(std::move(O), Summary->Outcomes);
    });
    for (const CloseHit &H : F.Hits) {
      if (H.Handled || Asked(H.At) ||
          (H.By && Unit.reactsToBusy(H.CloseUid, *H.By->TheFamily)))
        continue;
      // The callee's part of the story: calls, then the close.
      Trail Inner = H.Inner
                        ? H.Inner
                        : extend(nullptr, WitnessStep{StepKind::Closed, H.Loc,
                                                      nullptr, false, 0});
      addOutcome(Outcome{Outcome::Closes, H.At, false, Inner, H.By, H.Kind,
                         H.CloseUid, {}},
                 Summary->Outcomes);
    }
  }
  return *(Entries[Key] = std::move(Summary));
}

FunctionSummary *SummaryStore::get(const FunctionDecl *F) {
  const FunctionDecl *Definition = nullptr;
  if (!F->hasBody(Definition) || !Definition)
    return nullptr;
  auto It = Summaries.find(Definition);
  if (It == Summaries.end()) {
    if (Unit.Nesting >= Unit.Limits.MaxCallDepth) {
      ++Unit.Counters.DepthLimit;
      return nullptr;
    }
    EventLimits Limits;
    Limits.MaxBlocks = Unit.Limits.MaxBlocks;
    std::unique_ptr<FunctionEvents> Events = buildEvents(
        Definition, Unit.Ctx, Unit.Models, Unit.Terms, Unit.Thrown,
        Unit.NextUid, Limits, Unit.Counters.BlocksLimit);
    std::unique_ptr<FunctionSummary> New;
    if (Events)
      New = std::make_unique<FunctionSummary>(Unit, std::move(Events));
    It = Summaries.try_emplace(Definition, std::move(New)).first;
  }
  FunctionSummary *S = It->second.get();
  if (!S || S->inProgress() || S->limitReached())
    return nullptr;
  llvm::SaveAndRestore<unsigned> Deeper(Unit.Nesting, Unit.Nesting + 1);
  S->valueFlow();
  return S->limitReached() ? nullptr : S;
}
