//===--- ObjectEvents.cpp - What calls do to a tracked object -------------===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The transitions of the property state: one function for each role of an API
// model, for callees with a summary, and for callees that cannot be seen.
//
//===----------------------------------------------------------------------===//

#include "Compat.h"
#include "CreatorIndex.h"
#include "PropertySimulation.h"
#include "Summary.h"

using namespace semtidy;
using namespace clang;

/// Depths beyond this are not counted: the object becomes unknown.
static constexpr int MaxDepth = 8;
/// Rounds of a loop that set an object are told apart up to this depth.
static constexpr int MaxDepthOfRounds = 3;
/// How high the name of an object may be that a call clears which closes a
/// cycle of calls. Each round may add to it.
static constexpr unsigned MaxDepthInCycle = 10;

//===----------------------------------------------------------------------===//
// Aliasing
//===----------------------------------------------------------------------===//

/// The address that \p Address is computed from, and how many bits away it is;
/// none if an index or a layout is not known.
static std::optional<std::pair<Term, uint64_t>>
offsetFromBase(Term Address, const TermContext &Terms, const ASTContext &Ctx) {
  uint64_t Bits = 0;
  while (true) {
    const TermNode &N = Terms[Address];
    if (N.Kind == TermKind::FieldAddr) {
      const auto *Field =
          cast<FieldDecl>(static_cast<const Decl *>(N.Ptr));
      const RecordDecl *Record = Field->getParent();
      if (!Record->isCompleteDefinition() || Record->isInvalidDecl() ||
          Record->isDependentContext())
        return std::nullopt;
      Bits += Ctx.getFieldOffset(Field);
    } else if (N.Kind == TermKind::ElemAddr) {
      if (!Terms.isConstant(N.B))
        return std::nullopt;
      Bits += 8 * static_cast<uint64_t>(Terms[N.B].Value * N.Value);
    } else {
      return std::pair(Address, Bits);
    }
    Address = N.A;
  }
}

/// Whether two addresses are one: by name, or since C programs give one object
/// several record types that begin alike.
bool PropertySimulation::isSame(Term A, Term B) const {
  if (A == B)
    return true;
  const TermContext &Terms = Unit.Terms;
  if (Terms[A].Kind != TermKind::FieldAddr ||
      Terms[B].Kind != TermKind::FieldAddr ||
      Terms.base(A) != Terms.base(B))
    return false;
  auto OA = offsetFromBase(A, Terms, Unit.Ctx),
       OB = offsetFromBase(B, Terms, Unit.Ctx);
  return OA && OB && *OA == *OB;
}

bool PropertySimulation::mayAlias(Term A, Term B,
                                  const PathState &Path) const {
  const TermContext &Terms = Unit.Terms;
  if (A == B)
    return true;
  if (Terms.isConstant(A) || Terms.isConstant(B))
    return false;
  // The program compared them.
  Term Equal = Path.terms().op(Operation::EQ, std::min(A, B), std::max(A, B));
  if (std::optional<int64_t> Known = Path.valuesOf(Equal).asSingle())
    return *Known != 0;
  const TermNode NA = Terms[A], NB = Terms[B];
  if (NA.Kind == TermKind::FieldAddr && NB.Kind == TermKind::FieldAddr) {
    if (NA.Ptr == NB.Ptr)
      return mayAlias(NA.A, NB.A, Path);
    auto OA = offsetFromBase(A, Terms, Unit.Ctx),
         OB = offsetFromBase(B, Terms, Unit.Ctx);
    return OA && OB && OA->second == OB->second &&
           mayAlias(OA->first, OB->first, Path);
  }
  if (NA.Kind == TermKind::ElemAddr && NB.Kind == TermKind::ElemAddr &&
      NA.Value == NB.Value) {
    if (NA.A == NB.A)
      return !(Terms.isConstant(NA.B) && Terms.isConstant(NB.B));
    return mayAlias(NA.A, NB.A, Path);
  }
  // An array's first element against another one.
  if (NA.Kind == TermKind::ElemAddr && NA.A == B)
    return !Terms.isConstant(NA.B);
  if (NB.Kind == TermKind::ElemAddr && NB.A == A)
    return !Terms.isConstant(NB.B);
  // A variable is no field of another object.
  if ((NA.Kind == TermKind::FieldAddr && NB.Kind == TermKind::VarAddr) ||
      (NB.Kind == TermKind::FieldAddr && NA.Kind == TermKind::VarAddr))
    return false;
  auto IsVariable = [](const TermNode &N) {
    return N.Kind == TermKind::VarAddr || N.Kind == TermKind::TempAddr;
  };
  if (IsVariable(NA) && IsVariable(NB))
    return false;
  // Two allocations are two objects.
  if (Terms.base(A) != Terms.base(B) && isAllocated(Terms.base(A)) &&
      isAllocated(Terms.base(B)))
    return false;
  // No variable was allocated.
  if ((IsVariable(Terms[Terms.base(A)]) && isAllocated(Terms.base(B))) ||
      (IsVariable(Terms[Terms.base(B)]) && isAllocated(Terms.base(A))))
    return false;
  // Two handles that were made by two creators are two objects, unless it is
  // one that both found by its name.
  if (CreationId CA = Path.creationOf(A), CB = Path.creationOf(B); CA && CB)
    return Unit.isSameName(CA, CB);
  // Two parameters are taken to be two objects; so is a parameter and a local
  // variable. What is read from memory may be anything.
  auto IsParameter = [&](const TermNode &N) {
    return N.Kind == TermKind::Load && !N.B &&
           Terms[N.A].Kind == TermKind::VarAddr;
  };
  if (IsParameter(NA) && IsParameter(NB))
    return false;
  // What memory held at entry is nothing that was allocated since.
  auto IsOfEntry = [](const TermNode &N) {
    return N.Kind == TermKind::Load && !N.B;
  };
  if ((IsOfEntry(NA) && isAllocated(B)) || (IsOfEntry(NB) && isAllocated(A)))
    return false;
  auto IsLocal = [&](const TermNode &N) {
    if (N.Kind != TermKind::VarAddr)
      return false;
    const auto *Var =
        dyn_cast<VarDecl>(static_cast<const Decl *>(N.Ptr));
    return Var && !Var->hasGlobalStorage();
  };
  if ((IsLocal(NA) && IsParameter(NB)) || (IsLocal(NB) && IsParameter(NA)))
    return false;
  // Two variables or fields hold two handles; and what memory held at entry is
  // no handle that was made since.
  if (NA.Kind == TermKind::Load && NB.Kind == TermKind::Load &&
      Terms[NA.A].Kind != TermKind::ElemAddr &&
      Terms[NB.A].Kind != TermKind::ElemAddr)
    return mayAlias(NA.A, NB.A, Path);
  if ((NA.Kind == TermKind::Load && !NA.B && Path.creationOf(B)) ||
      (NB.Kind == TermKind::Load && !NB.B && Path.creationOf(A)))
    return false;
  return true;
}

/// Whether one of two objects may be inside the other: a lock is made of locks,
/// and who clears the inner one clears, or has cleared, the outer one.
bool PropertySimulation::mayContain(Term A, Term B,
                                    const PathState &Path) const {
  const TermContext &Terms = Unit.Terms;
  auto IsInside = [&](Term Inner, Term Outer) {
    while (Terms[Inner].Kind == TermKind::FieldAddr) {
      const RecordDecl *Record =
          cast<FieldDecl>(static_cast<const Decl *>(Terms[Inner].Ptr))
              ->getParent();
      Inner = Terms[Inner].A;
      if (Inner == Outer ||
          (Unit.Models.familyOfObject(canonicalTypeOf(Unit.Ctx, Record)) &&
           mayAlias(Inner, Outer, Path)))
        return true;
    }
    return false;
  };
  return IsInside(A, B) || IsInside(B, A);
}

bool PropertySimulation::reaches(Term From, const Disjunct &D,
                                 bool IsSystem) const {
  const TermContext &Terms = Unit.Terms;
  Term Object = D.Property.Object;
  if (Terms.isConstant(From))
    return false;
  if (Terms.contains(Object, From))
    return true;
  // A part of the object's owner, from which code of the program can get at
  // the whole (container_of).
  if (!IsSystem && Terms[From].Kind == TermKind::FieldAddr &&
      Terms.base(From) == Terms.base(Object)) {
    const auto *Field = cast<FieldDecl>(
        static_cast<const Decl *>(Terms[From].Ptr));
    if (Field->getType()->isRecordType())
      return true;
  }
  return leads(From, D);
}

/// Whether memory inside or behind \p From leads to the object.
bool PropertySimulation::leads(Term From, const Disjunct &D) const {
  bool Leads = false;
  D.Path.forEachReached(From, [&](Term Value) {
    return Leads = Unit.Terms.contains(D.Property.Object, Value);
  });
  return Leads;
}

bool PropertySimulation::escapes(const CallSite &Site, const CallValues &V,
                                 const Disjunct &D) const {
  const PropertyState &P = D.Property;
  const TermContext &Terms = Unit.Terms;
  for (unsigned I = 0; I < V.Args.size(); ++I) {
    if (Site.Passed[I] == Passing::Const)
      continue;
    if (V.Args[I] == P.Object)
      return true;
    if (Site.Passed[I] == Passing::Mutable &&
        reaches(V.Args[I], D, Site.IsSystem))
      return true;
    if (Site.Passed[I] == Passing::Record &&
        (leads(V.Args[I], D) || (Terms.contains(P.Object, V.Args[I]) &&
                                 !Terms.isInside(P.Object, V.Args[I]))))
      return true;
  }
  if (V.This && !Site.IsThisConst && reaches(V.This, D, Site.IsSystem))
    return true;
  if (Site.IsSystem || Site.IsPure)
    return false;
  // Anyone may clear it, and somebody else knows it.
  if (P.TheFamily->ReleasedBy == Releaser::Anyone &&
      D.Path.isPublished(P.Object))
    return true;
  const auto *Var = dyn_cast_or_null<VarDecl>(Terms.rootDecl(P.Object));
  if (!Var)
    return false;
  // A local variable whose address was given away earlier: it may be kept.
  if (!Var->hasGlobalStorage())
    return Terms[Terms.base(P.Object)].Kind == TermKind::VarAddr &&
           D.Path.isPublished(P.Object);
  // Code of the unit that is not followed can name it.
  const FunctionDecl *Body = nullptr;
  if (Site.Callee && Site.Callee->hasBody(Body)) {
    FunctionSummary *Callee = Unit.Summaries->find(Body);
    if (!Callee || (Callee->touching() & FunctionSummary::CallsApi))
      return true;
  }
  return isKnownOutside(Var, P.Object);
}

/// Whether code outside of the unit can get at \p Object, in the global variable
/// \p Var, without being given it: by name, or by calling back what clears it.
bool PropertySimulation::isKnownOutside(const VarDecl *Var,
                                        Term Object) const {
  return Var->isExternallyVisible() ||
         (Unit.Creators && Unit.Creators->clearedByReentry(Object, Unit.Terms,
                                                           Events.Function));
}

/// Whether a call cannot change the object, so that the callee need not be run
/// once more for it. Most callees of a critical section are such.
bool PropertySimulation::isUntouchedBy(FunctionSummary &Callee,
                                       const CallValues &V,
                                       const Disjunct &D) const {
  const unsigned How = Callee.touching();
  if (How == 0)
    return true;
  if (How & FunctionSummary::CallsApi)
    return false;
  // Unseen code can get at a static variable only by what it is given.
  const TermContext &Terms = Unit.Terms;
  Term Object = D.Property.Object;
  const auto *Var = dyn_cast_or_null<VarDecl>(Terms.rootDecl(Object));
  if (!Var || !Var->hasGlobalStorage() || isKnownOutside(Var, Object) ||
      Terms[Terms.base(Object)].Kind != TermKind::VarAddr ||
      D.Path.isPublished(Object))
    return false;
  return (!V.This || !reaches(V.This, D, /*IsSystem=*/false)) &&
         llvm::none_of(V.Args, [&](Term Arg) {
           return Arg && reaches(Arg, D, /*IsSystem=*/false);
         });
}

void PropertySimulation::drop(const Disjunct &D, BlockResult &Result) {
  Result.Dropped = true;
  if (D.Property.FailedClose)
    Result.HandledCloses.push_back(D.Property.FailedClose - 1);
}

//===----------------------------------------------------------------------===//
// Modelled calls
//===----------------------------------------------------------------------===//

/// Whether a call may come back without the object: a try, or a wait with a time
/// limit. All interfaces write "for ever" with all bits set.
bool PropertySimulation::isTry(const Effect &E, const CallValues &V,
                               const PathState &Path) const {
  if (E.TheRole != Role::Set || !E.Timeout)
    return E.TheRole == Role::TrySet;
  Term T = Interp.valueAt(E.Timeout, V, Path);
  std::optional<int64_t> Limit =
      T ? Path.valuesOf(T).asSingle() : std::nullopt;
  // One is also "yes, wait" where the argument is a truth value.
  return Limit && (*Limit == E.Immediate ||
                   (*Limit > 1 && *Limit != 0xFFFFFFFF));
}

void PropertySimulation::setAgain(const BoundEffect &B,
                                  const BlockPosition &At, const CallValues &V,
                                  Disjunct D, BlockResult &Result,
                                  Disjuncts &Next) {
  PropertyState &P = D.Property;
  const CallSite &Site =
      Events.call(Events.Blocks[At.Block].Events[At.Index]);
  const Effect &E = *B.TheEffect;
  const bool CanFail =
      E.When && (isTry(E, V, D.Path) ||
                 (E.TheRole == Role::Set && Unit.TestedResults.contains(V.Uid)));
  if (E.TheRole == Role::Reacquire) {
    // Released while waiting, held again on return.
    P.Depth = std::max(P.Depth, 1);
    Next.push_back(std::move(D));
    return;
  }
  if (CanFail) {
    Disjunct Failed = D;
    if (Interp.assume(E.When, false, V, Failed.Path))
      Next.push_back(std::move(Failed));
  }
  if (!Interp.assume(E.When, true, V, D.Path))
    return;
  if (P.Audit && P.Kind != ObjectKind::Permit) {
    // Whether the second of two sets counts depends on what is not known.
    if (P.Depth <= 0 || !P.Recursive) {
      Next.push_back(D);
      Next.back().Property.Depth = std::max(P.Depth, 1);
    }
    if (P.Depth <= 0)
      return;
  }
  std::optional<int> Count = countOf(E, V, D.Path);
  if (!Count) {
    unknown(std::move(D), Result, Next);
    return;
  }
  // A permit that is not there comes from somebody else, who would have to know
  // the object.
  if (P.Kind == ObjectKind::Permit && P.Created) {
    std::optional<int64_t> Initial = Unit.Creations[P.Created].Initial;
    if (Initial && P.Depth + *Count > *Initial &&
        !D.Path.isPublished(P.Object))
      return;
  }
  // Who holds it does not get it as a writer.
  if (E.Exclusive && CanFail && P.Depth > 0)
    return;
  const bool OnlyOnce = E.Exclusive || (P.Recursive && !*P.Recursive);
  if (P.Kind == ObjectKind::OwnerLock && E.TheRole == Role::TrySet &&
      (!P.Recursive.value_or(false) || P.TheFamily->HasModes)) {
    // The owner cannot take it twice. If it is not known whether it can, a try
    // that succeeds says that the lock is recursive, or that it was not held; or
    // that readers hold it.
    if (!OnlyOnce && !P.Audit) {
      Result.CountedInLoop |= Events.Blocks[At.Block].InLoop;
      drop(D, Result);
    }
    return;
  }
  const int Before = P.Depth;
  if (P.Kind == ObjectKind::Permit ||
      ((P.Kind == ObjectKind::OwnerLock ||
        P.Kind == ObjectKind::FromCreator) &&
       !OnlyOnce) ||
      (P.Kind == ObjectKind::Flag && P.Recursive.value_or(false)))
    P.Depth += *Count;
  if (Events.Blocks[At.Block].InLoop &&
      !changeInRound(P, Before, At.Block, Result))
    return;
  if (P.Depth >= 1 && P.Depth - *Count < 1 && P.Kind == ObjectKind::Permit) {
    WitnessStep Step{StepKind::Set, {}, nullptr, CanFail, 0};
    Step.Loc = Site.ArgExprs.empty() || !Site.ArgExprs[0]
                   ? SourceLocation()
                   : Site.ArgExprs[0]->getBeginLoc();
    P.SetTrail = extend(P.SetTrail, Step);
  }
  if (P.Depth <= MaxDepth)
    Next.push_back(std::move(D));
}

/// Notes in \p P that its depth, which was \p Before, changed in \p Block, in a
/// round of a loop. False if it is not known any more how often the object is
/// set: a lock was set once more that perhaps does not count.
bool PropertySimulation::changeInRound(PropertyState &P, int Before,
                                       unsigned Block,
                                       BlockResult &Result) const {
  if (P.Audit)
    return true;
  if (P.Depth <= Before) {
    if (P.RoundBase && P.Depth <= *P.RoundBase)
      P.endRound();
    return true;
  }
  if (P.Kind != ObjectKind::Permit && !P.Recursive.value_or(false)) {
    Result.CountedInLoop = true;
    return false;
  }
  P.RoundBase = std::min(P.RoundBase.value_or(Before), Before);
  P.SetInRound = std::max(P.SetInRound, Block);
  return true;
}

/// Notes in \p D that a round of a loop ends, where control goes from \p Block
/// to \p To. Where rounds leave the object set more often than it was, they are
/// told apart by its depth; false if that is too high.
bool PropertySimulation::endRound(unsigned Block, unsigned To, Disjunct &D,
                                  BlockResult &Result) const {
  PropertyState &P = D.Property;
  // An inner loop begins behind where it was set. Blocks are in reverse
  // post-order: each cycle through that goes back to it, or to before it.
  const bool GoesOn =
      To > Block ? Events.Blocks[To].Loop == Events.Blocks[Block].Loop
                 : To > P.SetInRound;
  if (!P.RoundBase || GoesOn)
    return true;
  P.endRound();
  P.Rounds = true;
  Result.CountedInLoop = true;
  return P.Kind == ObjectKind::Permit || P.Depth <= MaxDepthOfRounds;
}

/// How many times a call sets or clears at once; none if it is not known.
std::optional<int> PropertySimulation::countOf(const Effect &E,
                                               const CallValues &V,
                                               const PathState &Path) const {
  if (!E.Count)
    return 1;
  Term T = Interp.valueAt(E.Count, V, Path);
  std::optional<int64_t> Known =
      T ? Path.valuesOf(T).asSingle() : std::nullopt;
  if (!Known || *Known < 0 || *Known > MaxDepth)
    return std::nullopt;
  return static_cast<int>(*Known);
}

/// The count of those who hold a lock, which \p Store adds one to, was 0 when the
/// function took the lock. If it was not, a recursive lock has another owner, who
/// would not have left it.
void PropertySimulation::assumeOutermost(const Event &Store,
                                         BlockPosition &At) {
  TermContext &Terms = Unit.Terms;
  const PropertyState &P = At.State.Property;
  Term Address = At.Registers[Store.A], New = At.Registers[Store.B];
  if (P.Audit || P.Entered || P.Depth != 1 ||
      P.Kind != ObjectKind::OwnerLock || !Address || !New ||
      !Terms.isNestingCount(Address) ||
      (Terms[Address].Kind == TermKind::FieldAddr
           ? Terms.base(Address) != Terms.base(P.Object)
           : !Terms.rootDecl(P.Object)))
    return;
  Term Old = At.State.Path.load(Address);
  PathState Outermost = At.State.Path;
  if (Old && New == Terms.op(Operation::Add, Old, Terms.constant(1)) &&
      Outermost.assume(Old, ValueSet::single(0)))
    At.State.Path = std::move(Outermost);
}

/// Nothing is known of the object any more, or it is clear.
void PropertySimulation::unknown(Disjunct D, BlockResult &Result,
                                 Disjuncts &Next) {
  if (!D.Property.Audit) {
    drop(D, Result);
    return;
  }
  D.Property.Depth = 0;
  Next.push_back(std::move(D));
}

void PropertySimulation::clear(const BoundEffect &B, const BlockPosition &At,
                               const CallValues &V, Disjunct D,
                               BlockResult &Result, Disjuncts &Next) {
  PropertyState &P = D.Property;
  const Effect &E = *B.TheEffect;
  // Released until it fails: nothing is held afterwards, however often it was
  // set.
  if (Events.Blocks[At.Block].InLoop && !E.When &&
      Unit.TestedResults.contains(V.Uid)) {
    Result.ClearedInLoop = true;
    unknown(std::move(D), Result, Next);
    return;
  }
  std::optional<int> Count = countOf(E, V, D.Path);
  // What a round took it may give back: no other round is concerned.
  const bool IsOfRound =
      P.RoundBase && Count && P.Depth - *Count >= *P.RoundBase;
  Result.ClearedInLoop |= Events.Blocks[At.Block].InLoop && !IsOfRound;
  if (E.When) {
    Disjunct Kept = D;
    if (Interp.assume(E.When, false, V, Kept.Path))
      Next.push_back(std::move(Kept));
    if (!Interp.assume(E.When, true, V, D.Path))
      return;
  }
  const int Before = P.Depth;
  P.Depth -= Count.value_or(2 * MaxDepth);
  if (P.Audit && P.Kind != ObjectKind::Permit)
    P.Depth = std::max(P.Depth, 0);
  else if (P.Kind == ObjectKind::Permit ? P.Depth < -MaxDepth : P.Depth <= 0) {
    unknown(std::move(D), Result, Next);
    return;
  }
  changeInRound(P, Before, At.Block, Result);
  Next.push_back(std::move(D));
}

/// Whether another handle leads to the object that \p D follows, so that closing
/// this one does not end it.
bool PropertySimulation::hasOtherHandle(const Disjunct &D) const {
  const PropertyState &P = D.Property;
  bool Found = false;
  if (Unit.Creations[P.Created].Name)
    D.Path.forEachCreation([&](Term Other, CreationId C) {
      Found |= Other != P.Object && Unit.isSameName(P.Created, C) &&
               D.Path.valuesOf(Other) != ValueSet::single(0);
    });
  return Found;
}

void PropertySimulation::close(const BoundEffect &B, CloseKind Kind,
                               const BlockPosition &At, const CallValues &V,
                               Disjunct D, BlockResult &Result,
                               Disjuncts &Next) {
  PropertyState &P = D.Property;
  const CallSite &Site =
      Events.call(Events.Blocks[At.Block].Events[At.Index]);
  if (P.isSet() == P.Audit)
    return;
  if (Kind == CloseKind::Call && hasOtherHandle(D)) {
    drop(D, Result);
    return;
  }
  if (Kind == CloseKind::Call && Site.IsImplicit)
    Kind = Site.IsDelete ? CloseKind::Free : CloseKind::Scope;
  CloseHit H = hitAt(At, D, Kind);
  H.By = &B;
  const Place &Object = B.TheEffect->Object;
  if (Object.Kind == Place::Arg && Object.Index < Site.ArgExprs.size())
    H.ObjectExpr = Site.ArgExprs[Object.Index];
  Result.Hits.push_back(H);
  // The close fails and the object stays: what does the program do then?
  if (P.Audit || Kind != CloseKind::Call || !B.TheFamily->StaysOpen)
    return;
  if (!B.TheFamily->BusyCodes.empty() && V.Result) {
    ValueSet Codes;
    for (unsigned I = 0; I < B.TheFamily->BusyCodes.size(); ++I)
      Codes = Codes.unite(ValueSet::single(Unit.Models.resolve(
          B.TheFamily->BusyNames[I], B.TheFamily->BusyCodes[I])));
    if (!D.Path.assume(V.Result, Codes))
      return;
  }
  if (!Site.ResultUsed)
    return;
  P.FailedClose = V.Uid + 1;
  Next.push_back(std::move(D));
}

/// The handles of an array argument, in order; none if its size is not known.
llvm::SmallVector<Term, 4>
PropertySimulation::handlesOf(const BoundEffect &B, const CallValues &V,
                              const PathState &Path) const {
  llvm::SmallVector<Term, 4> Handles;
  Term Array = Interp.objectOf(B, V, Path);
  Term Size = Interp.valueAt(B.TheEffect->ArraySize, V, Path);
  std::optional<int64_t> N =
      Size ? Path.valuesOf(Size).asSingle() : std::nullopt;
  if (!Array || !N)
    return Handles;
  int64_t Stride =
      Unit.Ctx.getTypeSizeInChars(Unit.Ctx.VoidPtrTy).getQuantity();
  for (int64_t I = 0; I < std::min<int64_t>(*N, 64); ++I)
    Handles.push_back(Path.load(
        Unit.Terms.elemAddr(Array, Unit.Terms.constant(I), Stride)));
  return Handles;
}

/// The results that say that the handle at \p Index was acquired: the codes for
/// the first one, plus the index. Rare codes count if the program looks for
/// them.
ValueSet PropertySimulation::codesOfHandle(const Effect &E, unsigned Index,
                                           EventUid Call) const {
  ValueSet Codes;
  for (const Comparison &C : E.When.AnyOf) {
    int64_t Code = C.Value + Index;
    if (&C == E.When.AnyOf.begin() || Unit.ComparedCodes.contains({Call, Code}))
      Codes = Codes.unite(ValueSet::single(Code));
  }
  return Codes.empty() ? ValueSet::single(Index) : Codes;
}

void PropertySimulation::applyToArray(const BoundEffect &B,
                                      const BlockPosition &At,
                                      const CallValues &V, Disjunct D,
                                      BlockResult &Result, Disjuncts &Next) {
  const Effect &E = *B.TheEffect;
  llvm::SmallVector<Term, 4> Handles = handlesOf(B, V, D.Path);
  auto It = llvm::find(Handles, D.Property.Object);
  bool Acquires = E.TheRole == Role::Set || E.TheRole == Role::TrySet;
  if (It == Handles.end() || !Acquires) {
    Next.push_back(std::move(D));
    return;
  }
  if (E.All && Interp.decide(E.All, V, D.Path).value_or(false)) {
    setAgain(B, At, V, std::move(D), Result, Next);
    return;
  }
  // One of the handles was acquired: this one, or another.
  ValueSet Codes = codesOfHandle(E, It - Handles.begin(), V.Uid);
  Disjunct Other = D;
  if (Other.Path.assume(V.Result, Codes.complement()))
    Next.push_back(std::move(Other));
  if (D.Path.assume(V.Result, Codes)) {
    ++D.Property.Depth;
    Next.push_back(std::move(D));
  }
}

void PropertySimulation::applyEffect(const BoundEffect &B,
                                     const BlockPosition &At,
                                     const CallValues &V, Disjunct D,
                                     BlockResult &Result, Disjuncts &Next) {
  const Effect &E = *B.TheEffect;
  PropertyState &P = D.Property;
  if (!Interp.matches(B, V, D.Path)) {
    Next.push_back(std::move(D));
    return;
  }
  Term Object = Interp.objectOf(B, V, D.Path);
  bool IsIt = Object && isSame(Object, P.Object);
  if (E.ArraySize) {
    applyToArray(B, At, V, std::move(D), Result, Next);
    return;
  }
  switch (E.TheRole) {
  case Role::Neutral:
  case Role::Attribute:
  case Role::Open:
    Next.push_back(std::move(D));
    return;
  case Role::Escape:
  case Role::Alias:
    if (Object && reaches(Object, D, /*IsSystem=*/true))
      unknown(std::move(D), Result, Next);
    else
      Next.push_back(std::move(D));
    return;
  case Role::Create:
    if (!IsIt) {
      Next.push_back(std::move(D));
      return;
    }
    if (B.TheFamily->Id == Identity::Address)
      close(B, CloseKind::Reinitialise, At, V, D, Result, Next);
    if (P.Audit) {
      CreationId Id = D.Path.creationOf(Object);
      P.Depth = Id && Unit.Creations[Id].Owned;
      Next.push_back(std::move(D));
    }
    return;
  case Role::Free:
    if (Object && P.TheFamily->Id == Identity::Address &&
        Unit.Terms.isInside(P.Object, Object)) {
      Disjunct Kept = D;
      if (E.When && Interp.assume(E.When, false, V, Kept.Path))
        Next.push_back(std::move(Kept));
      if (Interp.assume(E.When, true, V, D.Path))
        close(B, CloseKind::Free, At, V, std::move(D), Result, Next);
      return;
    }
    Next.push_back(std::move(D));
    return;
  case Role::Set:
  case Role::TrySet:
  case Role::Reacquire:
    if (IsIt)
      setAgain(B, At, V, std::move(D), Result, Next);
    else
      Next.push_back(std::move(D));
    return;
  case Role::Clear:
    if (IsIt)
      clear(B, At, V, std::move(D), Result, Next);
    else if (Object && ((B.TheFamily == P.TheFamily &&
                         mayAlias(Object, P.Object, D.Path)) ||
                        mayContain(Object, P.Object, D.Path))) {
      Result.ClearedInLoop |= Events.Blocks[At.Block].InLoop;
      unknown(std::move(D), Result, Next);
    } else
      Next.push_back(std::move(D));
    return;
  case Role::Close:
    if (IsIt)
      close(B, CloseKind::Call, At, V, std::move(D), Result, Next);
    else if (P.Audit && Object && B.TheFamily == P.TheFamily &&
             mayAlias(Object, P.Object, D.Path))
      unknown(std::move(D), Result, Next);
    else
      // If it is perhaps this object: either that close fails, or a later one.
      Next.push_back(std::move(D));
    return;
  }
}

/// How an object came into being: as seen on the path, else as all of the unit
/// agrees.
std::optional<Creation>
PropertySimulation::creationOf(Term Object, const PathState &Path) const {
  if (CreationId Id = Path.creationOf(Object))
    return Unit.Creations[Id];
  if (Unit.Creators)
    return Unit.Creators->creationOf(Object, Unit.Terms);
  return std::nullopt;
}

void PropertySimulation::collectModelOrigins(const BlockPosition &At,
                                             const CallValues &V,
                                             BlockResult &Result) {
  const Event &Ev = Events.Blocks[At.Block].Events[At.Index];
  const CallSite &Site = Events.call(Ev);
  const PathState &Path = At.State.Path;
  unsigned Number = 0;

  auto Add = [&](const BoundEffect &B, Term Object, const Test &When,
                 std::optional<ValueSet> ResultIn, int Depth) {
    ++Number;
    if (!Object || Unit.Terms.isConstant(Object))
      return;
    const Effect &E = *B.TheEffect;
    CreationId Id = Path.creationOf(Object);
    std::optional<Creation> Made = creationOf(Object, Path);
    ObjectKind Kind = Made && Made->Kind != ObjectKind::FromCreator
                          ? Made->Kind
                          : B.TheFamily->Kind;
    // A handle of unknown kind is followed all the same: a caller may know.
    if (Kind == ObjectKind::Event)
      return;
    if (Kind == ObjectKind::Permit) {
      // Only a permit that was there at creation can be held, and only if
      // nobody else can return it.
      if (E.TheRole != Role::Create || !Made || Made->Initial.value_or(0) < 1)
        return;
      if (Unit.Creators && Unit.Creators->clearedElsewhere(
                               Object, Unit.Terms, Events.Function))
        return;
    }
    Origin O(At);
    O.Number = Number;
    Disjunct &D = O.After.State;
    const bool IsFallible = isTry(E, V, Path);
    if (IsFallible) {
      O.Failed = Path;
      if ((When && !Interp.assume(When, false, V, *O.Failed)) ||
          (ResultIn && !O.Failed->assume(V.Result, ResultIn->complement())))
        O.Failed.reset();
    }
    if (When && !Interp.assume(When, true, V, D.Path))
      return;
    if (ResultIn && !D.Path.assume(V.Result, *ResultIn))
      return;
    // What was acquired is there.
    if (!D.Path.assumeNonZero(Object))
      return;
    PropertyState &P = D.Property;
    P.Object = Object;
    P.TheFamily = B.TheFamily;
    P.Kind = Kind;
    P.Depth = Depth;
    P.Created = Id;
    P.Recursive = Made && Made->Recursive ? Made->Recursive
                                          : B.TheFamily->Recursive;
    if (E.TheRole != Role::Create)
      P.SetTrail = extend(
          nullptr, WitnessStep{StepKind::Set, Ev.Loc, nullptr, IsFallible, 0});
    if (E.Object.Kind == Place::Arg && E.Object.Index < Site.ArgExprs.size())
      P.SetExpr = Site.ArgExprs[E.Object.Index];
    Result.Origins.push_back(std::move(O));
  };

  for (const BoundEffect &B : *Site.Effects) {
    const Effect &E = *B.TheEffect;
    if (!Interp.matches(B, V, Path))
      continue;
    Term Object = Interp.objectOf(B, V, Path);
    switch (E.TheRole) {
    case Role::Clear:
      if (Object)
        Result.Clears.push_back({Object, B.TheFamily});
      break;
    case Role::Create: {
      CreationId Id = Object ? Path.creationOf(Object) : 0;
      if (!Id)
        break;
      const Creation &C = Unit.Creations[Id];
      if (C.Kind == ObjectKind::Permit)
        Add(B, Object, E.When, std::nullopt, 0);
      else if (C.Owned)
        Add(B, Object, E.When, std::nullopt, 1);
      break;
    }
    case Role::Set:
    case Role::TrySet:
    case Role::Reacquire: {
      if (!E.ArraySize) {
        Add(B, Object, E.When, std::nullopt, 1);
        break;
      }
      std::optional<bool> All =
          E.All ? Interp.decide(E.All, V, Path) : std::optional<bool>(false);
      if (!All)
        break;
      for (auto [I, Handle] : llvm::enumerate(handlesOf(B, V, Path)))
        if (*All)
          Add(B, Handle, E.When, std::nullopt, 1);
        else
          Add(B, Handle, Test(), codesOfHandle(E, I, V.Uid), 1);
      break;
    }
    default:
      break;
    }
  }
}

void PropertySimulation::callModelled(BlockPosition &At, CallValues &V,
                                      BlockResult &Result, Continuations &Next,
                                      bool CollectOrigins) {
  const Event &E = Events.Blocks[At.Block].Events[At.Index];
  const CallSite &Site = Events.call(E);
  // Code that cannot be seen: an attribute speaks of the locks that it names.
  const bool Escapes =
      Site.isContract() && At.State.Property.Object &&
      llvm::none_of(*Site.Effects,
                    [&](const BoundEffect &B) {
                      Term Object = Interp.objectOf(B, V, At.State.Path);
                      return Object && isSame(Object, At.State.Property.Object);
                    }) &&
      escapes(Site, V, At.State);
  Interp.applyModel(Site, E, V, At.State.Path);
  At.Registers[E.Result] = V.Result;
  if (!At.State.Property.Object) {
    if (CollectOrigins)
      collectModelOrigins(At, V, Result);
    Next.push_back({At.State, V.Result});
    return;
  }
  Disjuncts Now;
  if (Escapes)
    unknown(At.State, Result, Now);
  else
    Now.push_back(At.State);
  for (const BoundEffect &B : *Site.Effects) {
    Disjuncts After;
    for (Disjunct &D : Now)
      applyEffect(B, At, V, std::move(D), Result, After);
    Now = std::move(After);
  }
  for (Disjunct &D : Now)
    Next.push_back({std::move(D), V.Result});
}

//===----------------------------------------------------------------------===//
// Other calls
//===----------------------------------------------------------------------===//

void PropertySimulation::callUnknown(BlockPosition &At, CallValues &V,
                                     BlockResult &Result,
                                     Continuations &Next) {
  const Event &E = Events.Blocks[At.Block].Events[At.Index];
  const CallSite &Site = Events.call(E);
  PropertyState &P = At.State.Property;
  bool Escapes = P.Object && escapes(Site, V, At.State);
  Interp.applyUnknown(Site, V, At.State.Path);
  At.Registers[E.Result] = V.Result;
  Disjuncts After;
  // setjmp returns once more, after what follows its first return ran in part:
  // that side knows nothing of the object.
  if (P.Object && !Escapes && Site.Callee &&
      Site.Callee->hasAttr<ReturnsTwiceAttr>()) {
    Disjunct Again = At.State;
    if (Again.Path.assumeNonZero(V.Result))
      unknown(std::move(Again), Result, After);
    if (At.State.Path.assumeZero(V.Result))
      After.push_back(At.State);
  } else if (Escapes) {
    unknown(At.State, Result, After);
  } else {
    After.push_back(At.State);
  }
  for (Disjunct &D : After)
    Next.push_back({std::move(D), V.Result});
}

/// Names the answer of \p Callee, which only looks, to this question: it is the
/// same as long as memory is. No term if too much has changed.
Term PropertySimulation::answerOf(const FunctionDecl *Callee,
                                  const CallValues &V,
                                  const PathState &Path) const {
  static constexpr size_t MaxChanges = 32;
  TermContext &Terms = Unit.Terms;
  llvm::SmallVector<Term, 4> Question(V.Args.begin(), V.Args.end());
  if (V.This)
    Question.push_back(V.This);
  // A local variable that is no argument is out of reach, if it is a number or
  // a pointer: another one would have to lead to it.
  auto CanRead = [&](Term Address) {
    const TermNode &Base = Terms[Terms.base(Address)];
    if (Base.Kind == TermKind::TempAddr)
      return false;
    const auto *Var = Base.Kind == TermKind::VarAddr
                          ? dyn_cast<VarDecl>(static_cast<const Decl *>(Base.Ptr))
                          : nullptr;
    return !Var || Var->hasGlobalStorage() || !Var->getType()->isScalarType() ||
           llvm::any_of(Question, [&](Term Arg) {
             return Arg && Terms.base(Arg) == Terms.base(Address);
           });
  };
  std::vector<std::pair<Term, Term>> Memory;
  Path.forEachClobber([&](Term Root, Term Epoch) {
    if (CanRead(Root))
      Memory.push_back({Root, Epoch});
  });
  Path.forEachStored([&](Term Address, Term Value) {
    if (CanRead(Address))
      Memory.push_back({Address, Value});
  });
  if (Memory.size() > MaxChanges)
    return {};
  const auto Number =
      Unit.Memories.try_emplace(std::move(Memory), Unit.Memories.size() + 1)
          .first->second;
  Term List = Terms.constant(Number);
  for (Term Part : Question) {
    if (!Part || Terms[List].Depth >= TermContext::MaxDepth ||
        Terms[Part].Depth >= TermContext::MaxDepth)
      return {};
    List = Terms.op(Operation::List, List, Part);
  }
  return Terms.op(Operation::Pure, List, {}, /*Value=*/1,
                  Callee->getCanonicalDecl());
}

void PropertySimulation::callSummary(BlockPosition &At, CallValues &V,
                                     const CallContext &Call,
                                     BlockResult &Result, Continuations &Next,
                                     bool CollectOrigins) {
  const Event &E = Events.Blocks[At.Block].Events[At.Index];
  const CallSite &Site = Events.call(E);
  const FunctionDecl *Callee = Call.Callee->Function;
  FunctionSummary *Summary = Unit.Summaries->get(Callee, &Events);
  if (!Summary)
    return;
  const PathState Before = At.State.Path;
  // A cycle of calls is like a loop: what is known must not grow round by
  // round.
  const bool ClosesCycle =
      Events.closesCycle(*Call.Callee) && !Events.Cycle->isGivenUp();
  const bool InLoop = ClosesCycle || Events.Blocks[At.Block].InLoop;
  auto ApplyTo = [&](PathState &Path, const Outcome &O, Term &R, Term *Object) {
    return ClosesCycle ? applyInCycle(O, Call, Unit, Events.Cycle->isWidening(),
                                      Path, R, Object)
                       : applyOutcome(O, Call, Unit, Path, R, Object);
  };

  // What the call does to values, whatever the object's state.
  const Outcome *Plain = Summary->plain(Call, Before, Events.CallsModelled);
  PropertyState &P = At.State.Property;
  // Exceptions leave the block by edges of their own.
  auto EdgeOf = [&](const Outcome &O) -> std::optional<unsigned> {
    for (auto [Type, Edge] : Site.Throws)
      if (Type == O.Thrown)
        return Edge;
    return std::nullopt;
  };
  // The object's states after \p O, which tells nothing about the object.
  auto Apply = [&](const Outcome &O, bool IsUnknown, Term &R) {
    Disjunct D = At.State;
    Disjuncts After;
    if (!ApplyTo(D.Path, O, R, nullptr))
      return After;
    if (IsUnknown)
      unknown(std::move(D), Result, After);
    else
      After.push_back(std::move(D));
    return After;
  };
  auto Throw = [&](bool IsUnknown) {
    if (!Site.Throws.empty())
      for (const Outcome &O : Summary->throws())
        if (std::optional<unsigned> Edge = EdgeOf(O)) {
          Term R;
          for (Disjunct &D : Apply(O, IsUnknown, R))
            Result.Out.push_back({*Edge, std::move(D)});
        }
  };
  // Whether something is set may depend on the answer to a question, and whether
  // it is cleared on the answer to the same one.
  const bool IsQuestion = Events.CallsModelled && Summary->isQuestion();
  // In another round, the same names can mean another memory.
  const Term Answer =
      IsQuestion && !InLoop ? answerOf(Callee, V, Before) : Term();
  auto Return = [&](llvm::ArrayRef<Outcome> Ways, bool IsUnknown) {
    for (const Outcome &O : Ways) {
      Term R;
      for (Disjunct &D : Apply(O, IsUnknown, R)) {
        if (Answer && R) {
          if (!D.Path.assume(Answer, D.Path.valuesOf(R)) ||
              !D.Path.assume(R, D.Path.valuesOf(Answer)))
            continue;
          if (Unit.Terms.mentions(R, V.Uid))
            R = Answer;
        }
        Next.push_back({std::move(D), R});
      }
    }
  };
  const llvm::ArrayRef<Outcome> Joined =
      Plain ? llvm::ArrayRef<Outcome>(*Plain) : llvm::ArrayRef<Outcome>();
  // In a cycle of calls a summary can change yet.
  const bool Follows = FollowsCalls && !ClosesCycle &&
                       (!Events.Cycle || Events.Cycle != Call.Callee->Cycle);
  auto Follow = [&](const Outcome &O, BlockPosition After, const Trail &Inner) {
    return FollowedCall{Call.Callee, &Site,  V.Args, Call.This,
                        Call.Uid,    Before, O,      std::move(After),
                        E.Result,    Inner};
  };
  auto CallStep = [&](FollowedCall Followed) {
    WitnessStep Step{StepKind::Called, E.Loc, Callee, false, 0};
    Step.Call = std::make_shared<const FollowedCall>(std::move(Followed));
    return Step;
  };
  if (!P.Object) {
    if (CollectOrigins) {
      unsigned Number = 0;
      for (const ClearedObject &C : Summary->clears())
        if (Term Object =
                TermTranslator(Unit.Terms, Call, Before).translate(C.Object);
            Object &&
            !(ClosesCycle && Unit.Terms[Object].Depth > MaxDepthInCycle))
          Result.Clears.push_back({Object, C.TheFamily});
      for (const Outcome &O : Summary->setOutcomes()) {
        ++Number;
        Origin New(At);
        New.Number = Number;
        New.Counted = O.Counted || ClosesCycle;
        Term R, Object = O.State.Property.Object;
        if (!ApplyTo(New.After.State.Path, O, R, &Object) || !Object ||
            Unit.Terms.isConstant(Object))
          continue;
        PropertyState Q = O.State.Property;
        Q.Object = Object;
        if (!Follows)
          Q.SetTrail = callTrail(E.Loc, Callee, O.State.Property.SetTrail);
        if (Q.Kind == ObjectKind::Permit && Q.Depth <= 0)
          Q.SetTrail = nullptr;
        Q.Created = New.After.State.Path.creationOf(Object);
        if (Q.Kind == ObjectKind::FromCreator)
          if (std::optional<Creation> Made =
                  creationOf(Object, New.After.State.Path)) {
            if (Made->Kind == ObjectKind::Event ||
                Made->Kind == ObjectKind::Permit)
              continue;
            Q.Kind = Made->Kind;
            Q.Recursive = Made->Recursive;
          }
        Q.SetExpr = nullptr;
        New.After.State.Property = Q;
        New.After.Registers[E.Result] = R;
        if (O.Kind == Outcome::Throws) {
          std::optional<unsigned> Edge = EdgeOf(O);
          if (!Edge)
            continue;
          New.After.Block = Events.Blocks[At.Block].Successors[*Edge].To;
          New.After.Index = 0;
          New.After.Registers = RegisterFile();
        }
        if (Follows && Q.isSet())
          New.After.State.Property.SetTrail =
              extend(nullptr, CallStep(Follow(O, New.After, Q.SetTrail)));
        Result.Origins.push_back(std::move(New));
      }
    }
    Throw(/*IsUnknown=*/false);
    static constexpr unsigned MaxAnswersApart = 4;
    Return(IsQuestion && Result.Forks < Unit.Limits.MaxForksApart &&
                   Summary->ways().size() <= MaxAnswersApart
               ? Summary->ways()
               : Joined,
           /*IsUnknown=*/false);
    return;
  }

  if (isUntouchedBy(*Summary, V, At.State)) {
    Throw(/*IsUnknown=*/false);
    // Many calls in a row, each with its ways, must not multiply them.
    Return(Result.Forks < Unit.Limits.MaxForksApart ? Summary->ways() : Joined,
           /*IsUnknown=*/false);
    return;
  }
  Term Inner = translateIntoCallee(P.Object, Unit.Terms, Call, Before);
  if (!Inner && P.Audit && !ClosesCycle && Unit.Terms.mentions(P.Object, V.Uid))
    // The object is made by this call: audit the callee for it.
    for (const Outcome &O : Summary->setOutcomes()) {
      PathState Scratch = Before;
      Term R, Object = O.State.Property.Object;
      if (applyOutcome(O, Call, Unit, Scratch, R, &Object) &&
          Object == P.Object)
        Inner = O.State.Property.Object;
    }
  if (!Inner) {
    // The callee has no name for the object; but it may clear one that it finds
    // in memory, and that may be this one.
    bool MayClear = false;
    for (const ClearedObject &C : Summary->clears())
      if (C.TheFamily == P.TheFamily)
        if (Term Other = TermTranslator(Unit.Terms, Call, Before)
                             .translate(C.Object))
          MayClear |= mayAlias(Other, P.Object, Before);
    Throw(MayClear);
    Return(Joined, MayClear);
    return;
  }
  PropertyState Entering = P;
  Entering.Object = Inner;
  Entering.Entered = true;
  Entering.FailedClose = 0;
  Entering.Rounds = false;
  Entering.endRound();
  llvm::SmallVector<Term, 4> Aliases =
      aliasesInCallee(P.Object, Unit.Terms, Call, Before);
  const Term Address = Unit.Terms[Inner].Kind == TermKind::Load
                           ? Unit.Terms[Inner].A
                           : Term();
  llvm::erase_if(Aliases, [&](Term Alias) { return Alias == Address; });
  // The callee cannot tell what it clears from the object; the caller can, which
  // knows what it passes.
  static constexpr unsigned MaxOthers = 4;
  llvm::SmallVector<Term, 4> Others;
  for (const ClearedObject &C : Summary->allClears())
    if (C.TheFamily == P.TheFamily && Others.size() < MaxOthers &&
        Unit.Terms.isBehindParameter(C.Object) &&
        mayAlias(C.Object, Inner, States.initial()))
      if (Term Other =
              TermTranslator(Unit.Terms, Call, Before).translate(C.Object);
          Other && !mayAlias(Other, P.Object, Before))
        Others.push_back(C.Object);
  const EntrySummary &S = Summary->entered(Entering, Aliases, Others);
  // What cleared it in some round of calls is not known in the others.
  if (S.Unknown || (ClosesCycle && S.MayClear)) {
    Result.ClearedInLoop |= !S.Unknown;
    Throw(/*IsUnknown=*/true);
    Return(Joined, /*IsUnknown=*/true);
    return;
  }
  for (const Outcome &O : S.Outcomes) {
    Disjunct D = At.State;
    Term R;
    if (!ApplyTo(D.Path, O, R, nullptr))
      continue;
    if (O.Kind == Outcome::Closes) {
      // The destructor of a `delete` ends memory, not a scope.
      CloseHit H = hitAt(At, D,
                         O.HitKind == CloseKind::Scope && Site.IsDelete
                             ? CloseKind::Free
                             : O.HitKind);
      H.By = O.CloseBy;
      if (Follows) {
        FollowedCall Followed = Follow(O, At, O.CloseTrail);
        Followed.Entering = Entering;
        Followed.Aliases = Aliases;
        Followed.Others = Others;
        H.Inner = extend(nullptr, CallStep(std::move(Followed)));
      } else {
        H.Inner = callTrail(E.Loc, Callee, O.CloseTrail);
      }
      H.CloseUid = O.CloseUid;
      for (unsigned I = 0; I < V.Args.size(); ++I)
        if (Site.ArgExprs[I] && (V.Args[I] == P.Object || !H.ObjectExpr) &&
            Unit.Terms.contains(P.Object, V.Args[I]))
          H.ObjectExpr = V.Args[I] == P.Object ? Site.ArgExprs[I] : nullptr;
      Result.Hits.push_back(std::move(H));
      continue;
    }
    D.Property.Depth = O.State.Property.Depth;
    D.Property.Rounds |= O.State.Property.Rounds;
    // The object was set here, or another way through the callee clears it.
    if (const bool SetsIt = !P.isSet() && O.State.Property.isSet();
        Follows && !P.Audit && (SetsIt || (P.isSet() && S.MayClear))) {
      BlockPosition After{At.Block, At.Index + 1, D, At.Registers};
      if (O.Kind == Outcome::Throws)
        if (std::optional<unsigned> Edge = EdgeOf(O))
          After = {Events.Blocks[At.Block].Successors[*Edge].To, 0, D, {}};
      FollowedCall Followed = Follow(
          O, std::move(After), SetsIt ? O.State.Property.SetTrail : nullptr);
      Followed.Entering = Entering;
      Followed.Aliases = Aliases;
      Followed.Others = Others;
      D.Property.SetTrail =
          extend(D.Property.SetTrail, CallStep(std::move(Followed)));
    }
    if (O.Kind == Outcome::Throws) {
      if (std::optional<unsigned> Edge = EdgeOf(O))
        Result.Out.push_back({*Edge, std::move(D)});
      continue;
    }
    // In a cycle of calls, not even two rounds are believed in.
    const bool Counts = ClosesCycle && !P.Audit && D.Property.Depth > P.Depth;
    Result.CountedInLoop |= Counts;
    if (Counts || (ClosesCycle && D.Property.Rounds))
      drop(D, Result);
    else if (!InLoop ||
             changeInRound(D.Property, P.Depth, At.Block, Result))
      Next.push_back({std::move(D), R});
  }
  Result.addLoopsOf(At.Index, S.Counted, S.ClearedInLoop,
                    InLoop ? S.TwoLoops : S.BothInLoops, InLoop);
  Result.ClearedInLoop |= S.MayClear && InLoop;
  if (S.MayClear && P.FailedClose)
    Result.HandledCloses.push_back(P.FailedClose - 1);
}

void PropertySimulation::call(BlockPosition &At, BlockResult &Result,
                              Continuations &Next, bool CollectOrigins) {
  const Event &E = Events.Blocks[At.Block].Events[At.Index];
  const CallSite &Site = Events.call(E);
  CallValues V = Interp.beginCall(At.Block, At.Index, At.State.Path,
                                  At.Registers);
  if (Observer)
    Observer(Site, E, V, At.State);
  if (!Site.Effects || Site.isContract()) {
    Interp.noteQuestions(V, At.State.Path);
    noteSharing(Site, V, At.State.Path);
  }
  if (Site.Effects) {
    callModelled(At, V, Result, Next, CollectOrigins);
    return;
  }
  if (At.State.Property.Object && endsLastOwner(Site, V, At.State)) {
    const PropertyState &P = At.State.Property;
    if (P.isSet() != P.Audit)
      Result.Hits.push_back(hitAt(At, At.State, CloseKind::Free));
    return;
  }
  // A pointer whose value is known calls a known function.
  const FunctionDecl *Callee = Site.Callee;
  if (!Callee && Site.CalleeValue != NoRegister)
    if (Term T = At.Registers[Site.CalleeValue];
        T && Unit.Terms[T].Kind == TermKind::FuncAddr)
      Callee = cast<FunctionDecl>(
          static_cast<const Decl *>(Unit.Terms[T].Ptr));
  if (Callee && Unit.Summaries && !Site.IsPure)
    if (FunctionSummary *S = Unit.Summaries->get(Callee, &Events)) {
      CallContext Call{&S->events(), &Site, V.Args, V.This, V.Uid};
      callSummary(At, V, Call, Result, Next, CollectOrigins);
      return;
    }
  callUnknown(At, V, Result, Next);
}
