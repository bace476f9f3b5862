//===--- Interpreter.cpp - Meaning of events on path states ---------------===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Interpreter.h"
#include "Declarations.h"
#include "clang/Basic/Builtins.h"
#include "llvm/ADT/SmallBitVector.h"

using namespace semtidy;
using namespace clang;

/// Whether only this translation unit can name the variable at \p Address.
bool Interpreter::isOfUnit(Term Address) const {
  const TermNode &N = Terms[Terms.base(Address)];
  const auto *Var = N.Kind == TermKind::VarAddr
                        ? dyn_cast<VarDecl>(static_cast<const Decl *>(N.Ptr))
                        : nullptr;
  return Var && Var->hasGlobalStorage() && !Var->isExternallyVisible();
}

/// What a constant global holds at \p Address: a number or a function.
Term Interpreter::constantAt(Term Address) const {
  llvm::SmallVector<const FieldDecl *, 4> Path;
  while (Terms[Address].Kind == TermKind::FieldAddr) {
    Path.push_back(cast<FieldDecl>(
        static_cast<const Decl *>(Terms[Address].Ptr)));
    Address = Terms[Address].A;
  }
  if (Terms[Address].Kind != TermKind::VarAddr)
    return {};
  const auto *Var =
      dyn_cast<VarDecl>(static_cast<const Decl *>(Terms[Address].Ptr));
  if (!Var || !Var->hasGlobalStorage() || !Var->getType().isConstQualified())
    return {};
  const Expr *Init = Var->getAnyInitializer();
  for (const FieldDecl *Field : llvm::reverse(Path)) {
    const auto *List = dyn_cast_or_null<InitListExpr>(Init);
    if (List && !List->isSemanticForm())
      List = List->getSemanticForm();
    if (!List || Field->getParent()->isUnion() ||
        Field->getFieldIndex() >= List->getNumInits())
      return {};
    Init = List->getInit(Field->getFieldIndex());
  }
  if (!Init || Init->isValueDependent())
    return {};
  if (const auto *Ref = dyn_cast<DeclRefExpr>(Init->IgnoreParenCasts()))
    if (const auto *F = dyn_cast<FunctionDecl>(Ref->getDecl()))
      return Terms.funcAddr(F);
  Expr::EvalResult Value;
  if (Init->getType()->isIntegralOrEnumerationType() &&
      Init->EvaluateAsInt(Value, Unit.Ctx) &&
      Value.Val.getInt().isRepresentableByInt64())
    return Terms.constant(Value.Val.getInt().getExtValue());
  return {};
}

void Interpreter::noteComparison(Term A, Term B) {
  if (Unit.ModelledCalls.empty())
    return;
  for (auto [Result, Code] : {std::pair(A, B), std::pair(B, A)}) {
    if (!Result || !Terms.isConstant(Code))
      continue;
    while (Terms[Result].Kind == TermKind::Op &&
           Terms[Result].Op == Operation::Cast)
      Result = Terms[Result].A;
    if (Terms[Result].Kind == TermKind::Fresh && !Terms[Result].A &&
        Unit.ModelledCalls.contains(Terms[Result].Value))
      Unit.ComparedCodes.insert({Terms[Result].Value, Terms[Code].Value});
  }
}

void Interpreter::noteTest(Term Result) {
  if (!Result || Unit.ModelledCalls.empty())
    return;
  while (Terms[Result].Kind == TermKind::Op &&
         Terms[Result].Op == Operation::Cast)
    Result = Terms[Result].A;
  if (Terms[Result].Kind == TermKind::Fresh && !Terms[Result].A &&
      Unit.ModelledCalls.contains(Terms[Result].Value))
    Unit.TestedResults.insert(Terms[Result].Value);
}

/// Copies what is known of the object at \p From to \p To; of its members, also
/// what they held before anything was known of them.
void Interpreter::copyRecord(Term To, Term From, const RecordDecl *Type,
                             EventUid Uid, PathState &Path) {
  llvm::SmallVector<std::pair<Term, Term>, 8> Members;
  if (Type && To != From)
    for (const MemberPath &Member : scalarMembers(Type)) {
      Term Old = From, New = To;
      for (const FieldDecl *Field : Member) {
        Old = Terms.fieldAddr(Old, Field);
        New = Terms.fieldAddr(New, Field);
      }
      if (Term Value = Path.load(Old);
          Terms[Value].Depth <= TermContext::MaxDepth)
        Members.push_back({New, Value});
    }
  Path.copyObject(To, From, Uid);
  Path.storeAll(Members);
  for (auto [Address, Value] : Members)
    publishIfStored(Address, Value, Path);
}

/// Who finds the memory at \p Address finds \p Value there.
void Interpreter::publishIfStored(Term Address, Term Value,
                                  PathState &Path) const {
  if (Terms.isConstant(Value))
    return;
  const bool IsOwn = Terms.isLocal(Address) || isOfUnit(Address);
  if (!IsOwn && Terms.isBehindParameter(Address))
    Path.publishAt(Address, Value);
  else if (!IsOwn || Path.isPublished(Address))
    Path.publish(Value);
}

void Interpreter::execute(unsigned Block, unsigned Index, PathState &Path,
                          RegisterFile &R) {
  const Event &E = Events.Blocks[Block].Events[Index];
  const bool InLoop = Events.Blocks[Block].InLoop;
  EventUid Uid = Events.eventUid(Block, Index);
  auto Get = [&](Register Reg) {
    return Reg == NoRegister ? Term() : R[Reg];
  };
  // A register without a value (void, poison) stands for something unknown.
  auto Need = [&](Register Reg) {
    Term T = Get(Reg);
    return T ? T : Terms.fresh(Uid, Terms.constant(Reg));
  };
  auto Fresh = [&] {
    if (InLoop)
      Path.beginEvent(Uid);
    return Terms.fresh(Uid);
  };
  auto Bounded = [&](Term T) {
    return Terms[T].Depth > TermContext::MaxDepth ? Fresh() : T;
  };
  switch (E.Kind) {
  case EventKind::Constant:
    R[E.Result] = Terms.constant(E.Value);
    return;
  case EventKind::VarAddress:
    R[E.Result] = Terms.varAddr(E.Decl);
    return;
  case EventKind::TempAddress:
    R[E.Result] = Terms.tempAddr(E.Origin);
    return;
  case EventKind::FuncAddress:
    R[E.Result] = Terms.funcAddr(cast<FunctionDecl>(E.Decl));
    return;
  case EventKind::Field:
    R[E.Result] = Bounded(Terms.fieldAddr(Need(E.A), cast<FieldDecl>(E.Decl)));
    return;
  case EventKind::Element: {
    Term IndexTerm = Need(E.B);
    if (std::optional<int64_t> V = Path.valuesOf(IndexTerm).asSingle())
      IndexTerm = Terms.constant(*V);
    R[E.Result] = Bounded(Terms.elemAddr(Need(E.A), IndexTerm, E.Value));
    return;
  }
  case EventKind::Reached:
    R[E.Result] = Term();
    return;
  case EventKind::Load: {
    Term Address = Need(E.A), Value = Path.load(Address);
    if (Value == Terms.load(Address))
      if (Term Constant = constantAt(Address))
        Value = Constant;
    R[E.Result] = Bounded(Value);
    return;
  }
  case EventKind::Store: {
    Term Address = Need(E.A), Value = Need(E.B);
    Path.store(Address, Value);
    publishIfStored(Address, Value, Path);
    return;
  }
  case EventKind::Copy: {
    Term From = Need(E.B);
    // What a copy holds answers what the original did.
    for (Term Answer : {From, Path.load(From)})
      for (Term Object : Terms.answersAbout(Answer))
        Terms.noteAnswers(Uid, Object);
    copyRecord(Need(E.A), From, dyn_cast_or_null<RecordDecl>(E.Decl), Uid,
               Path);
    return;
  }
  case EventKind::Compute: {
    Term A = Need(E.A), B = Get(E.B);
    if (E.Op == Operation::EQ)
      noteComparison(A, B);
    if (E.Op != Operation::Cast) {
      noteTest(A);
      noteTest(B);
    }
    R[E.Result] = Bounded(Path.evaluate(E.Op, A, B, E.Value));
    return;
  }
  case EventKind::Aligned:
    R[E.Result] = Need(E.A);
    Terms.noteZeroBits(R[E.Result], E.Value);
    return;
  case EventKind::Unknown:
    R[E.Result] = Fresh();
    return;
  case EventKind::NewObject:
    R[E.Result] = Fresh();
    Unit.Allocations.insert(Uid);
    (void)Path.assumeNonZero(R[E.Result]);
    return;
  case EventKind::Uninitialise: {
    Term Address = Need(E.A);
    Path.forgetObject(Address);
    // Its first value is nobody's: two rounds of a loop must not share it.
    Path.clobber(Address, Uid);
    return;
  }
  case EventKind::Take: {
    Term Address = Terms.tempAddr(E.Origin);
    Term V = Path.load(Address);
    if (Terms[V].Kind == TermKind::Load && Terms[V].A == Address)
      V = Fresh();
    R[E.Result] = V;
    return;
  }
  case EventKind::EndOfLife:
    if (E.Decl)
      Path.endObject(Terms.varAddr(E.Decl));
    return;
  case EventKind::Return:
    if (E.Value)
      Path.copyObject(Events.ReturnSlot, Need(E.A), Uid);
    else
      Path.store(Events.ReturnSlot, Need(E.A));
    noteTest(Get(E.A));
    return;
  case EventKind::Call:
    llvm_unreachable("calls are executed in steps");
  }
}

CallValues Interpreter::beginCall(unsigned Block, unsigned Index,
                                  PathState &Path, RegisterFile &R) {
  const EventBlock &B = Events.Blocks[Block];
  const CallSite &Site = Events.call(B.Events[Index]);
  CallValues V;
  V.Uid = Events.eventUid(Block, Index);
  auto Get = [&](Register Reg) {
    return Reg == NoRegister ? Term() : R[Reg];
  };
  if (B.InLoop)
    Path.beginEvent(V.Uid);
  if (Site.Callee && Site.Callee->getReturnType()->isBooleanType())
    Terms.noteTruth(V.Uid);
  for (Register Arg : Site.Args) {
    Term T = Get(Arg);
    if (!T || (B.InLoop && Terms.mentions(T, V.Uid)))
      T = Terms.fresh(V.Uid, Terms.constant(Arg + 1000));
    V.Args.push_back(T);
  }
  V.This = Get(Site.This);
  if (Site.Effects)
    readNames(Site, V, Path);
  // CHECK(pthread_mutex_destroy(&m), EBUSY): both are arguments.
  for (Term A : V.Args)
    noteTest(A);
  for (Term A : V.Args)
    for (Term C : V.Args)
      if (Terms.isConstant(C))
        noteComparison(A, C);
  return V;
}

/// Finds the objects that attributes of the callee name, in the caller's terms.
void Interpreter::readNames(const CallSite &Site, CallValues &V,
                            const PathState &Path) const {
  for (const BoundEffect &B : *Site.Effects) {
    if (!B.Name)
      continue;
    Term At = B.Name->Base ? valueAt(B.Name->Base, V, Path)
                           : Terms.varAddr(B.Name->Global);
    for (const FieldDecl *Field : B.Name->Steps) {
      if (!At)
        break;
      if (Field) {
        At = Terms.fieldAddr(At, Field);
        continue;
      }
      Term Value = Path.load(At);
      V.Cells.push_back({At, Value});
      At = Value;
    }
    V.Named.push_back(At && Terms[At].Depth <= TermContext::MaxDepth ? At
                                                                     : Term());
  }
}

Term Interpreter::valueAt(const Place &P, const CallValues &V,
                          const PathState &Path) const {
  switch (P.Kind) {
  case Place::Return:
    return V.Result;
  case Place::Arg:
    return P.Index < V.Args.size() ? V.Args[P.Index] : Term();
  case Place::Out:
    return P.Index < V.Args.size() ? Path.load(V.Args[P.Index]) : Term();
  case Place::This:
    return V.This;
  case Place::Held:
    return V.This ? Path.load(V.This) : Term();
  case Place::Named:
    return P.Index < V.Named.size() ? V.Named[P.Index] : Term();
  case Place::Literal:
    return Terms.constant(P.Value);
  case Place::None:
    return {};
  }
  return {};
}

Term Interpreter::objectOf(const BoundEffect &B, const CallValues &V,
                           const PathState &Path) const {
  return valueAt(B.TheEffect->Object, V, Path);
}

ValueSet Interpreter::satisfying(const Test &T, const CallValues &V,
                                 bool OnlyExpected) const {
  if (T.AnyOf.empty())
    return ValueSet::all();
  ValueSet S;
  for (const Comparison &C : T.AnyOf) {
    if (C.Mask != ~uint64_t(0))
      return ValueSet::all();
    int64_t Value = Unit.Models.resolve(C.Symbol, C.Value);
    // Rare codes of success (EOWNERDEAD, WAIT_ABANDONED) are believed in where
    // the program itself asks for them.
    if (OnlyExpected && &C != T.AnyOf.begin() && C.Op == Comparison::EQ &&
        !Unit.ComparedCodes.contains({V.Uid, Value}))
      continue;
    switch (C.Op) {
    case Comparison::EQ:
      S = S.unite(ValueSet::single(Value));
      break;
    case Comparison::NE:
      S = S.unite(ValueSet::single(Value).complement());
      break;
    case Comparison::LT:
      S = S.unite(ValueSet::interval(ValueSet::Min, Value - 1));
      break;
    case Comparison::LE:
      S = S.unite(ValueSet::interval(ValueSet::Min, Value));
      break;
    case Comparison::GT:
      S = S.unite(ValueSet::interval(Value + 1, ValueSet::Max));
      break;
    case Comparison::GE:
      S = S.unite(ValueSet::interval(Value, ValueSet::Max));
      break;
    }
  }
  return S;
}

std::optional<bool> Interpreter::decide(const Test &T, const CallValues &V,
                                        const PathState &Path) const {
  Term Subject = valueAt(T.Subject, V, Path);
  if (!Subject)
    return std::nullopt;
  ValueSet Known = Path.valuesOf(Subject);
  if (std::optional<int64_t> Single = Known.asSingle()) {
    Test Resolved = T;
    for (Comparison &C : Resolved.AnyOf)
      C.Value = Unit.Models.resolve(C.Symbol, C.Value);
    return Resolved.holds(*Single);
  }
  for (const Comparison &C : T.AnyOf)
    if (C.Mask != ~uint64_t(0))
      return std::nullopt;
  ValueSet Wanted = satisfying(T, V, /*OnlyExpected=*/false);
  if (Known.isSubsetOf(Wanted))
    return true;
  if (Known.intersect(Wanted).empty())
    return false;
  return std::nullopt;
}

bool Interpreter::matches(const BoundEffect &B, const CallValues &V,
                          const PathState &Path) const {
  return llvm::all_of(B.TheEffect->Match, [&](const Test &T) {
    return decide(T, V, Path).value_or(false);
  });
}

bool Interpreter::assume(const Test &T, bool Holds, const CallValues &V,
                         PathState &Path) const {
  if (!T)
    return Holds;
  Term Subject = valueAt(T.Subject, V, Path);
  if (!Subject)
    return true;
  for (const Comparison &C : T.AnyOf)
    if (C.Mask != ~uint64_t(0))
      return decide(T, V, Path).value_or(Holds) == Holds;
  ValueSet S = satisfying(T, V, /*OnlyExpected=*/Holds);
  return Path.assume(Subject, Holds ? S : S.complement());
}

/// What a call that sets an object writes elsewhere, and what a question about
/// it answers, can say whether it is set. The model does not tell how.
void Interpreter::noteAnswers(const CallSite &Site, const BoundEffect &B,
                              const CallValues &V, const PathState &Path) {
  const Effect &E = *B.TheEffect;
  const bool Sets = E.TheRole == Role::Set || E.TheRole == Role::TrySet;
  const bool Asks = E.TheRole == Role::Neutral && E.TellsState;
  Term Object = Sets || Asks ? objectOf(B, V, Path) : Term();
  if (!Object || Terms.isConstant(Object))
    return;
  // After a function that takes a lock in any case, there is no question; what
  // it leaves elsewhere is its own business.
  if (E.IsContract && E.TheRole == Role::Set && !E.When)
    return;
  if (!Sets)
    Terms.noteAnswer(V.Result, Object);
  else if (E.When.Subject.Kind == Place::Return)
    if (auto &Of = Unit.SetResults[V.Uid]; !llvm::is_contained(Of, Object))
      Of.push_back(Object);
  for (unsigned I = 0; I < V.Args.size(); ++I) {
    auto Names = [&](const Place &P) {
      return (P.Kind == Place::Arg || P.Kind == Place::Out) && P.Index == I;
    };
    if (Site.Passed[I] == Passing::Mutable && !Names(E.Object) &&
        !Names(E.When.Subject) && !Names(E.ArraySize))
      Terms.noteAnswer(Terms.fresh(V.Uid, V.Args[I]), Object);
  }
  if (E.IsContract && V.This && V.This != Object)
    Terms.noteAnswer(Terms.fresh(V.Uid, V.This), Object);
}

/// What a call answers that gets the result of a call which sets an object, or
/// memory that holds it, can say whether the object is set.
void Interpreter::noteQuestions(const CallValues &V, const PathState &Path) {
  if (Unit.SetResults.empty())
    return;
  auto Note = [&](Term Value) {
    while (Value && Terms[Value].Kind == TermKind::Op && Terms[Value].A)
      Value = Terms[Value].A;
    if (!Value || Terms[Value].Kind != TermKind::Fresh || Terms[Value].A)
      return;
    auto It = Unit.SetResults.find(Terms[Value].Value);
    if (It != Unit.SetResults.end())
      for (Term Object : It->second)
        Terms.noteAnswers(V.Uid, Object);
  };
  for (Term Arg : V.Args) {
    Note(Arg);
    if (Arg && !Terms.isConstant(Arg))
      Note(Path.load(Arg));
  }
}

void Interpreter::applyModel(const CallSite &Site, const Event &E,
                             CallValues &V, PathState &Path) {
  V.Result = Terms.fresh(V.Uid);
  Unit.ModelledCalls.insert(V.Uid);
  if (Site.isContract())
    applyContract(Site, V, Path);
  else
    writeArguments(Site, V, Path);
  for (const BoundEffect &B : *Site.Effects)
    applyToMemory(Site, E, B, V, Path);
}

/// Whether \p T is the object of an effect of the call, or the guard of one.
bool Interpreter::isObjectOf(const CallSite &Site, const CallValues &V,
                             const PathState &Path, Term T) const {
  return Site.Effects &&
         llvm::any_of(*Site.Effects, [&](const BoundEffect &B) {
           const Place &P = B.TheEffect->Object;
           const bool IsGuard = P.Kind == Place::Held || B.TheEffect->Guards;
           return T == valueAt(P, V, Path) || (IsGuard && T == V.This);
         });
}

/// A function that takes or needs a lock in an object may change the rest of it.
/// If the path asked before for what it asks again afterwards (a flag that says
/// whether to lock), the answer says something about the lock.
void Interpreter::applyContract(const CallSite &Site, CallValues &V,
                                PathState &Path) {
  auto IsExposed = [&](Term Address) {
    auto Leads = [&](Term Root) {
      return Terms.contains(Address, Root) && !isObjectOf(Site, V, Path, Root);
    };
    for (unsigned I = 0; I < V.Args.size(); ++I)
      if (Site.Passed[I] == Passing::Mutable && Leads(V.Args[I]))
        return true;
    return V.This && !Site.IsThisConst && Leads(V.This);
  };
  llvm::SmallVector<Term, 8> Known;
  auto Add = [&](Term Address) {
    if (IsExposed(Address) && !llvm::is_contained(Known, Address))
      Known.push_back(Address);
  };
  Path.forEachStored([&](Term Address, Term) { Add(Address); });
  Path.forEachFact([&](Term Value, const ValueSet &) {
    llvm::SmallVector<Term, 8> Work = {Value};
    while (!Work.empty()) {
      const TermNode &N = Terms[Work.pop_back_val()];
      if (N.Kind == TermKind::Load)
        Add(N.A);
      else if (N.Kind == TermKind::Op)
        for (Term Part : {N.A, N.B})
          if (Part)
            Work.push_back(Part);
    }
  });
  applyUnknown(Site, V, Path);
  for (Term Address : Known) {
    if (llvm::any_of(V.Cells,
                     [&](const auto &Cell) { return Cell.first == Address; }))
      continue;
    Term Value = Terms.fresh(V.Uid, Address);
    Path.store(Address, Value);
    for (const BoundEffect &B : *Site.Effects)
      if (Term Object = objectOf(B, V, Path);
          Object && !Terms.isConstant(Object))
        Terms.noteAnswer(Value, Object);
  }
}

/// Arguments that a modelled function writes: handles and other out-parameters.
/// The object's own memory is the model's business.
void Interpreter::writeArguments(const CallSite &Site, const CallValues &V,
                                 PathState &Path) const {
  llvm::SmallBitVector IsObject(Site.Args.size());
  bool WritesHandle = false;
  for (const BoundEffect &B : *Site.Effects) {
    const Place &Object = B.TheEffect->Object;
    if (Object.Kind == Place::Arg && Object.Index < IsObject.size())
      IsObject.set(Object.Index);
    WritesHandle |= Object.Kind == Place::Out;
  }
  for (unsigned I = 0; I < V.Args.size(); ++I) {
    if (IsObject[I] || Site.Passed[I] != Passing::Mutable ||
        Terms.isConstant(V.Args[I]))
      continue;
    Path.clobber(V.Args[I], V.Uid);
    Path.store(V.Args[I], Terms.fresh(V.Uid, V.Args[I]));
    // The handle that a creator writes is shared if its place is.
    if (WritesHandle && !Terms.isLocal(V.Args[I]) && !isOfUnit(V.Args[I]))
      Path.publish(Terms.fresh(V.Uid, V.Args[I]));
  }
}

/// What the effect \p B of a call does to memory.
void Interpreter::applyToMemory(const CallSite &Site, const Event &E,
                                const BoundEffect &B, const CallValues &V,
                                PathState &Path) {
  const Effect &Eff = *B.TheEffect;
  if (!matches(B, V, Path))
    return;
  noteAnswers(Site, B, V, Path);
  if (Eff.Guards && V.This)
    if (Term Object = objectOf(B, V, Path))
      Path.store(V.This, Object);
  if (Eff.TheRole == Role::Escape || Eff.TheRole == Role::Alias) {
    if (Term Object = objectOf(B, V, Path); Object && !Terms.isConstant(Object))
      Path.publish(Object);
  }
  if (Eff.TheRole == Role::Free) {
    if (Term Object = objectOf(B, V, Path); Object && !Terms.isConstant(Object))
      Path.forgetObject(Object);
  }
  // A handle that was closed leads nowhere.
  if (Eff.TheRole == Role::Close)
    if (Term Object = objectOf(B, V, Path))
      if (CreationId Id = Path.creationOf(Object);
          Id && Unit.Creations[Id].Name) {
        Creation Closed = Unit.Creations[Id];
        Closed.Name = Term();
        Path.recordCreation(Object, Unit.intern(Closed));
      }
  // Nobody gets a lock that is not there.
  if (Eff.TheRole == Role::TrySet && Eff.When &&
      B.TheFamily->Id == Identity::Address)
    if (Term Object = objectOf(B, V, Path);
        Object && Path.valuesOf(Object) == ValueSet::single(0))
      (void)assume(Eff.When, /*Holds=*/false, V, Path);
  if (Eff.TheRole == Role::Attribute && Eff.Recursive) {
    Creation C;
    C.By = &B;
    C.Recursive = Eff.Recursive;
    if (Term Object = objectOf(B, V, Path))
      Path.recordCreation(Object, Unit.intern(C));
  }
  if (Eff.TheRole != Role::Create && Eff.TheRole != Role::Open)
    return;
  Term Object = objectOf(B, V, Path);
  if (!Object || Terms.isConstant(Object))
    return;
  Creation C;
  C.By = &B;
  C.Loc = E.Loc;
  C.Kind = Eff.Kind.value_or(B.TheFamily->Kind);
  C.Recursive = Eff.Recursive ? Eff.Recursive : B.TheFamily->Recursive;
  if (Eff.Initial)
    if (Term Count = valueAt(Eff.Initial, V, Path))
      C.Initial = Path.valuesOf(Count).asSingle();
  if (Eff.Owned)
    C.Owned = decide(Eff.Owned, V, Path).value_or(false);
  if (Eff.SharedName)
    if (Term Name = valueAt(Eff.SharedName, V, Path))
      if (!Path.valuesOf(Name).asSingle()) {
        C.Shared = true;
        // What a local variable holds is another name in the next call.
        const auto *Root = dyn_cast_or_null<VarDecl>(Terms.rootDecl(Name));
        if (!Terms[Name].Events &&
            (Root ? Root->hasGlobalStorage() : !Terms.rootDecl(Name)))
          C.Name = Name;
      }
  // Who opens an object that exists does not come to own it.
  C.Owned &= !C.Shared;
  // An attribute block that makes mutexes recursive.
  for (Term Arg : V.Args)
    if (Arg != Object)
      if (CreationId Id = Path.creationOf(Arg))
        if (Unit.Creations[Id].Recursive && !C.Recursive)
          C.Recursive = Unit.Creations[Id].Recursive;
  Path.recordCreation(Object, Unit.intern(C));
}

/// An unseen callee can change the memory that it gets, and keep its address.
/// What attributes say of a lock is all that it does to that lock.
void Interpreter::exposeArguments(const CallSite &Site, const CallValues &V,
                                  PathState &Path) const {
  for (unsigned I = 0; I < V.Args.size(); ++I) {
    if (Terms.isConstant(V.Args[I]) || Site.Passed[I] == Passing::Const ||
        isObjectOf(Site, V, Path, V.Args[I]))
      continue;
    // A handle by value is known to the callee; memory may be written, too.
    if (Site.Passed[I] != Passing::Value)
      Path.publishContents(V.Args[I]);
    Path.publish(V.Args[I]);
    if (Site.Passed[I] == Passing::Mutable)
      Path.clobber(V.Args[I], V.Uid);
  }
  if (V.This && !Site.IsThisConst && !isObjectOf(Site, V, Path, V.This)) {
    Path.publishContents(V.This);
    Path.clobber(V.This, V.Uid);
    Path.publish(V.This);
  }
  // Those who take a lock and those who release it find it by the same pointers.
  for (auto [Address, Value] : V.Cells)
    Path.store(Address, Value);
}

void Interpreter::applyUnknown(const CallSite &Site, CallValues &V,
                               PathState &Path) {
  if (Site.IsPure && !V.Args.empty()) {
    // The same question gets the same answer while what it reads is the same.
    Term List;
    for (Term A : V.Args) {
      List = List ? Terms.op(Operation::List, List, A) : A;
      Term Held = Path.load(A);
      if (!Terms.isConstant(A))
        List = Terms.op(Operation::List, List, Held);
    }
    V.Result = Terms.op(Operation::Pure, List, {}, 0,
                        Site.Callee->getCanonicalDecl());
    return;
  }
  if (Site.IsPure && Site.Callee) {
    V.Result = Terms.op(Operation::Pure, {}, {}, 0,
                        Site.Callee->getCanonicalDecl());
    return;
  }
  V.Result = Terms.fresh(V.Uid);
  if (Site.Callee &&
      (Site.Callee->getOverloadedOperator() == OO_New ||
       Site.Callee->getBuiltinID() == Builtin::BI__builtin_operator_new)) {
    Unit.Allocations.insert(V.Uid);
    // It throws where there is no memory; `new (nothrow)` is another function.
    if (V.Args.size() == 1)
      (void)Path.assumeNonZero(V.Result);
  }
  // As malloc: what it returns is nothing that exists.
  if (Site.Callee && Site.Callee->hasAttr<RestrictAttr>())
    Unit.Allocations.insert(V.Uid);
  exposeArguments(Site, V, Path);
}
