//===--- Summary.cpp - Summaries of the unit's functions ------------------===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Summary.h"
#include "DebugOutput.h"
#include "llvm/ADT/bit.h"
#include "llvm/Support/MathExtras.h"
#include "llvm/Support/SaveAndRestore.h"

using namespace semtidy;
using namespace clang;

/// So many pairs of loops are looked at, of which one sets and one clears.
static constexpr size_t MaxPairsOfLoops = 64;

Trail semtidy::callTrail(SourceLocation Loc, const FunctionDecl *Callee,
                         const Trail &Inner) {
  llvm::SmallVector<WitnessStep, 4> Steps;
  for (const WitnessTrail *T = Inner.get(); T; T = T->Earlier.get())
    Steps.push_back(T->Step);
  // Nobody reads through hundreds of calls: of those in the middle, not all are
  // told.
  static constexpr size_t MaxSteps = 64;
  if (Steps.size() > MaxSteps)
    Steps.erase(Steps.begin() + Steps.size() / 2);
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

/// Adds \p O as a caller sees it. Ways that look alike from outside are one,
/// and of the others some are kept apart: each level of calls would multiply
/// their number.
void FunctionSummary::addOutcome(Outcome O, std::vector<Outcome> &Found) {
  keepForCaller(O.State, *Events);
  Outcome *Last = nullptr;
  unsigned Alike = 0;
  for (Outcome &Other : Found) {
    if (!Other.endsLike(O))
      continue;
    if (Other.State.Path == O.State.Path)
      return;
    Last = &Other;
    ++Alike;
  }
  if (Alike < Unit.Limits.MaxOutcomes)
    Found.push_back(std::move(O));
  else
    joinInto(*Last, O);
}

void FunctionSummary::joinInto(Outcome &O, const Outcome &Other) {
  O.State.Path = States.join(O.State.Path, Other.State.Path,
                             Events->blockUid(Events->ExitBlock),
                             /*InLoop=*/false, /*Widen=*/false);
}

/// A result of the function that is part of a fixpoint. The steps for it count
/// once, however many rounds it takes.
std::unique_ptr<CycleQuery>
FunctionSummary::query(std::function<bool()> Evaluate,
                       std::function<void()> Forget) {
  auto Counted = [this, Evaluate = std::move(Evaluate), Used = 0u]() mutable {
    Simulation.forgetSteps(Used);
    const unsigned Before = Simulation.steps();
    const bool Changed = Evaluate();
    Used = Simulation.steps() - std::min(Before, Simulation.steps());
    // What others were told of this function may be missing a part.
    if (LimitReached)
      Events->Cycle->abandon();
    return Changed;
  };
  return std::make_unique<CycleQuery>(std::move(Counted), std::move(Forget));
}

FunctionSummary::ValueSummary FunctionSummary::computeValues() {
  ValueSummary New;
  New.Flow = Simulation.run(Simulation.entry());
  LimitReached |= New.Flow.LimitReached;
  if (debugEnabled("events", Events->Function))
    printEvents(*Events, Unit.Terms, llvm::errs());
  if (debugEnabled("values", Events->Function))
    printFixpoint(*Events, New.Flow, llvm::errs());
  if (LimitReached)
    return New;
  forEachWayOut(New.Flow, [&](Outcome O) {
    std::vector<Outcome> &Ways =
        O.Kind == Outcome::Throws ? New.Thrown : New.PlainParts;
    addOutcome(std::move(O), Ways);
  });
  for (const Outcome &O : New.PlainParts) {
    if (!New.Plain)
      New.Plain = O;
    else
      joinInto(*New.Plain, O);
  }
  if (New.PlainParts.size() == 1)
    New.PlainParts.clear();
  return New;
}

const PropertySimulation::Fixpoint &FunctionSummary::valueFlow() {
  if (inCycle()) {
    if (!ValuesQuery) {
      Values.emplace();
      ValuesQuery = query(
          [this] {
            ValueSummary New = computeValues();
            const bool Changed = !(New.Plain == Values->Plain) ||
                                 New.PlainParts != Values->PlainParts ||
                                 New.Thrown != Values->Thrown;
            Values = std::move(New);
            return Changed;
          },
          [this] {
            Values.reset();
            LimitReached = false;
          });
    }
    Events->Cycle->demand(*ValuesQuery);
  }
  if (Values)
    return Values->Flow;
  llvm::SaveAndRestore<bool> Guard(InProgress, true);
  ValueSummary New = computeValues();
  return (Values = std::move(New))->Flow;
}

const Outcome *FunctionSummary::plain(const CallContext &Call,
                                      const PathState &Before,
                                      bool InDetail) {
  valueFlow();
  if (!Values->Plain)
    return nullptr;
  // So many ways are looked at where an argument is a constant, as that of a
  // library's helpers often is.
  static constexpr unsigned MaxWaysOfConstant = 4;
  if (!InDetail && (Values->PlainParts.size() > MaxWaysOfConstant ||
                    llvm::none_of(Call.Args, [&](Term Arg) {
                      return Arg && Unit.Terms.isConstant(Arg);
                    })))
    return &*Values->Plain;
  // What the caller knows may leave only some of several ways.
  const std::vector<Outcome> &Parts = Values->PlainParts;
  assert(Parts.size() <= 64 && "more than MaxOutcomes");
  uint64_t Possible = 0;
  for (unsigned I = 0; I < Parts.size(); ++I)
    if (canHappen(Parts[I], Call, Unit.Terms, Before))
      Possible |= uint64_t(1) << I;
  if (!Possible || Possible == llvm::maskTrailingOnes<uint64_t>(Parts.size()))
    return &*Values->Plain;
  auto [It, IsNew] = Values->SomeParts.try_emplace(
      Possible, Parts[llvm::countr_zero(Possible)]);
  if (IsNew)
    for (unsigned I = llvm::countr_zero(Possible) + 1; I < Parts.size(); ++I)
      if (Possible >> I & 1)
        joinInto(It->second, Parts[I]);
  return &It->second;
}

llvm::ArrayRef<Outcome> FunctionSummary::ways() {
  valueFlow();
  if (!Values->PlainParts.empty())
    return Values->PlainParts;
  return Values->Plain ? llvm::ArrayRef<Outcome>(*Values->Plain)
                       : llvm::ArrayRef<Outcome>();
}

bool FunctionSummary::isQuestion() {
  valueFlow();
  if (!Values->Plain ||
      !Events->Function->getReturnType()->isIntegralOrEnumerationType())
    return false;
  if (!Values->IsQuestion) {
    bool Changes = touching() != 0;
    for (const Outcome &O : ways())
      O.State.Path.forEachStored([&](Term Address, Term) {
        Changes |= entryVisible(Address);
      });
    Values->IsQuestion = !Changes;
  }
  return *Values->IsQuestion;
}

unsigned FunctionSummary::touching() {
  constexpr unsigned All = CallsApi | CallsUnseen;
  if (Touches)
    return *Touches;
  if (Unit.Nesting >= Unit.Limits.MaxCallDepth)
    return All;
  llvm::SaveAndRestore<unsigned> Deeper(Unit.Nesting, Unit.Nesting + 1);
  if (!Events->Cycle) {
    Touches = All; // While calls that are not seen here lead back.
    Touches = ownTouching();
    return *Touches;
  }
  // Functions that call each other touch the same.
  for (FunctionSummary *Member : Events->Cycle->members())
    Member->Touches = All;
  unsigned Found = 0;
  for (FunctionSummary *Member : Events->Cycle->members())
    Found |= Member->ownTouching();
  for (FunctionSummary *Member : Events->Cycle->members())
    Member->Touches = Found;
  return Found;
}

/// What the function touches itself, or through calls that leave its cycle.
unsigned FunctionSummary::ownTouching() {
  constexpr unsigned All = CallsApi | CallsUnseen;
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
          Site.Callee ? Unit.Summaries->get(Site.Callee, Events.get())
                      : nullptr;
      if (Callee && Events->Cycle && Callee->Events->Cycle == Events->Cycle)
        continue;
      if (Callee)
        Found |= Callee->touching();
      else
        Found |= Site.Callee && !Site.Callee->hasBody() ? CallsUnseen : All;
    }
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

FunctionSummary::ObjectSummary FunctionSummary::computeObjects() {
  ObjectSummary New;
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
        if (!llvm::is_contained(New.Clears, C))
          New.Clears.push_back(C);
    }
  New.AllClears = New.Clears;
  // What was set here is given back here.
  llvm::erase_if(New.Clears, [&](const ClearedObject &C) {
    return llvm::any_of(Origins, [&](const Origin &O) {
      return O.After.State.Property.Object == C.Object;
    });
  });
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
    Run.From.Failed.reset();
    if (debugEnabled("objects", Events->Function))
      printFixpoint(*Events, Run.Result, llvm::errs());
    writeDot(*Events, Run.Result, New.Runs.size());
    if (Run.Result.LimitReached)
      continue; // Unknown, and so silent.
    trim(Run.Result);
    New.Runs.push_back(std::move(Run));
  }
  return New;
}

const std::deque<FunctionSummary::OriginRun> &FunctionSummary::originRuns() {
  if (inCycle()) {
    if (!ObjectsQuery) {
      Objects.emplace();
      Sets.emplace();
      ObjectsQuery = query(
          [this] {
            ObjectSummary New = computeObjects();
            bool Changed = New.Clears != Objects->Clears ||
                           New.AllClears != Objects->AllClears;
            Objects = std::move(New);
            // The same outcome keeps the shortest story.
            if (std::vector<Outcome> Found = computeSets(); Found != *Sets) {
              Sets = std::move(Found);
              Changed = true;
            }
            return Changed;
          },
          [this] {
            Objects.reset();
            Sets.reset();
            LimitReached = false;
          });
    }
    Events->Cycle->demand(*ObjectsQuery);
  }
  if (Objects)
    return Objects->Runs;
  Objects.emplace();
  if (!LimitReached)
    Objects = computeObjects();
  return Objects->Runs;
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
  case TermKind::Op: // An address that was computed, as by masking a bit.
    return N.A && Terms.isConstant(N.B) && entryVisible(N.A);
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
  if (!Objects && (inProgress() || isTooDeep()))
    return None;
  llvm::SaveAndRestore<unsigned> Deeper(Unit.Nesting, Unit.Nesting + 1);
  originRuns();
  return Objects->Clears;
}

const std::vector<ClearedObject> &FunctionSummary::allClears() {
  const std::vector<ClearedObject> &Some = clears();
  return Objects ? Objects->AllClears : Some;
}

std::vector<Outcome> FunctionSummary::computeSets() {
  std::vector<Outcome> Found;
  for (const OriginRun &Run : Objects->Runs) {
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
  return Found;
}

const std::vector<Outcome> &FunctionSummary::setOutcomes() {
  static const std::vector<Outcome> None;
  if (Sets && !inCycle())
    return *Sets;
  if (inProgress())
    return None;
  if (!Sets && isTooDeep()) {
    ++Unit.Counters.DepthLimit;
    return None;
  }
  llvm::SaveAndRestore<unsigned> Deeper(Unit.Nesting, Unit.Nesting + 1);
  originRuns();
  if (!Sets)
    Sets = computeSets();
  return *Sets;
}

BlockPosition FunctionSummary::entryWith(const PropertyState &P,
                                         llvm::ArrayRef<Term> Aliases,
                                         llvm::ArrayRef<Term> Others) {
  BlockPosition Entry = Simulation.entry();
  Entry.State.Property = P;
  Entry.State.Property.SetTrail = nullptr;
  for (Term Other : Others) {
    Term Equal = Unit.Terms.op(Operation::EQ, std::min(Other, P.Object),
                               std::max(Other, P.Object));
    (void)Entry.State.Path.assumeZero(Equal);
  }
  for (Term A : Aliases)
    Entry.State.Path.store(A, P.Object);
  return Entry;
}

EntrySummary FunctionSummary::computeEntry(const PropertyState &P,
                                           llvm::ArrayRef<Term> Aliases,
                                           llvm::ArrayRef<Term> Others) {
  EntrySummary Summary;
  BlockPosition Entry = entryWith(P, Aliases, Others);
  PropertySimulation::Fixpoint F = Simulation.run(Entry);
  if (debugEnabled("objects", Events->Function))
    printFixpoint(*Events, F, llvm::errs());
  if (F.LimitReached) {
    Summary.Unknown = true;
    return Summary;
  }
  auto Asked = [&](const Disjunct &D) {
    return !P.Audit && D.Path.askedAbout(P.Object, Entry.State.Path);
  };
  Summary.MayClear = F.Dropped;
  Summary.Counted = !F.CountedIn.empty();
  Summary.ClearedInLoop = !F.ClearedIn.empty();
  // Where there are many, the answer is not worth the time.
  const bool AreMany = F.CountedIn.size() * F.ClearedIn.size() > MaxPairsOfLoops;
  auto AnyPair = [&](bool InAnyOrder) {
    return AreMany || llvm::any_of(F.CountedIn, [&](unsigned Counted) {
             return llvm::any_of(F.ClearedIn, [&](unsigned Cleared) {
               return PropertySimulation::isCountedByLoops(
                   *Events, F, Counted, Cleared, InAnyOrder);
             });
           });
  };
  Summary.BothInLoops = AnyPair(/*InAnyOrder=*/false);
  Summary.TwoLoops = AnyPair(/*InAnyOrder=*/true);
  forEachWayOut(F, [&](Outcome O) {
    if (Asked(O.State))
      Summary.MayClear = true;
    else if (!O.State.Property.FailedClose)
      addOutcome(std::move(O), Summary.Outcomes);
  });
  for (const CloseHit &H : F.Hits) {
    if (H.Handled || Asked(H.At) ||
        (H.By && Unit.reactsToBusy(H.CloseUid, *H.By->TheFamily)))
      continue;
    // The callee's part of the story: calls, then the close.
    Trail Inner = H.Inner ? H.Inner
                          : extend(nullptr, WitnessStep{StepKind::Closed, H.Loc,
                                                        nullptr, false, 0});
    addOutcome(
        Outcome{
            Outcome::Closes, H.At, false, Inner, H.By, H.Kind, H.CloseUid, {}},
        Summary.Outcomes);
  }
  return Summary;
}

const EntrySummary &FunctionSummary::entered(const PropertyState &P,
                                             llvm::ArrayRef<Term> Aliases,
                                             llvm::ArrayRef<Term> Others) {
  EntryKey Key{P.Object.Id, P.Depth, P.Audit, P.Kind, P.TheFamily, {}, {}};
  for (Term A : Aliases)
    Key.Aliases.push_back(A.Id);
  for (Term O : Others)
    Key.Others.push_back(O.Id);
  static const EntrySummary Unknown{{}, true, true};
  std::unique_ptr<Entry> &Slot = Entries[Key];
  if (Slot && Slot->IsValid && !inCycle())
    return Slot->Summary; // In a cycle that is not followed: unknown as yet.
  if (!(Slot && Slot->IsValid) && isTooDeep()) {
    ++Unit.Counters.DepthLimit;
    return Unknown;
  }
  llvm::SaveAndRestore<unsigned> Deeper(Unit.Nesting, Unit.Nesting + 1);
  if (inCycle()) {
    if (!Slot) {
      Slot = std::make_unique<Entry>();
      Entry *E = Slot.get();
      E->IsValid = true;
      E->Query = query(
          [this, E, P, Aliases = llvm::SmallVector<Term, 4>(Aliases),
           Others = llvm::SmallVector<Term, 4>(Others)] {
            EntrySummary New = computeEntry(P, Aliases, Others);
            // A path that clears it stays possible.
            New.MayClear |= E->Summary.MayClear;
            if (New == E->Summary)
              return false;
            E->Summary = std::move(New);
            return true;
          },
          [E] { E->IsValid = false; });
    }
    Events->Cycle->demand(*Slot->Query);
    if (Slot->IsValid)
      return Slot->Summary;
  }
  Slot = std::make_unique<Entry>();
  Slot->Summary = Unknown; // Should calls that are not seen here lead back.
  Slot->IsValid = true;
  Entry *E = Slot.get();
  E->Summary = computeEntry(P, Aliases, Others);
  return E->Summary;
}
