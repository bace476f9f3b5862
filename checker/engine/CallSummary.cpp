//===--- CallSummary.cpp - What a call does, seen from outside ------------===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CallSummary.h"
#include "clang/AST/DeclCXX.h"

using namespace semtidy;
using namespace clang;

Term semtidy::entryValue(TermContext &Terms, const ParmVarDecl *Param) {
  return Terms.load(Terms.varAddr(Param));
}

static const Decl *declOf(const TermNode &N) {
  return static_cast<const Decl *>(N.Ptr);
}

/// Whether \p D names the same memory in every function.
static bool isGlobal(const Decl *D) {
  const auto *Var = dyn_cast<VarDecl>(D);
  return Var && Var->hasGlobalStorage();
}

Term TermTranslator::translate(Term T) {
  if (!T)
    return T;
  auto Known = Done.find(T.Id);
  if (Known != Done.end())
    return Known->second;
  const TermNode N = Terms[T];
  Term R;
  switch (N.Kind) {
  case TermKind::Constant:
  case TermKind::FuncAddr:
    R = T;
    break;
  case TermKind::VarAddr:
    if (isGlobal(declOf(N)))
      R = T;
    break;
  case TermKind::TempAddr:
    break;
  case TermKind::FieldAddr:
    if (Term Base = translate(N.A))
      R = Terms.fieldAddr(Base, cast<FieldDecl>(declOf(N)));
    break;
  case TermKind::ElemAddr:
    if (Term Base = translate(N.A))
      if (Term Index = translate(N.B))
        R = Terms.elemAddr(Base, Index, N.Value);
    break;
  case TermKind::Load:
    if (!N.B) {
      // A parameter's slot, or `this`.
      const TermNode Address = Terms[N.A];
      if (Address.Kind == TermKind::VarAddr && !isGlobal(declOf(Address))) {
        if (isa<FunctionDecl>(declOf(Address))) {
          R = Call.This;
        } else if (const auto *P = dyn_cast<ParmVarDecl>(declOf(Address))) {
          unsigned Index = P->getFunctionScopeIndex();
          if (Index < Call.Args.size())
            R = Call.Args[Index];
        }
        if (!R)
          R = Terms.fresh(Call.Uid, T);
        break;
      }
      if (Term Inner = translate(N.A)) {
        R = Before.load(Inner);
        break;
      }
    }
    R = Terms.fresh(Call.Uid, T);
    break;
  case TermKind::Fresh:
  case TermKind::Phi:
  case TermKind::Stale:
    R = Terms.fresh(Call.Uid, T);
    break;
  case TermKind::Op: {
    Term A = translate(N.A), B = translate(N.B);
    // An answer about the memory that the callee saw is none about another.
    if ((!N.A || A) && (!N.B || B) &&
        !(N.Op == Operation::Pure && N.Value == 1)) {
      PathState Path = Before;
      R = N.Op == Operation::Pure || N.Op == Operation::List
              ? Terms.op(N.Op, A, B, N.Value, N.Ptr)
              : Path.evaluate(N.Op, A, B, N.Value);
    } else {
      R = Terms.fresh(Call.Uid, T);
    }
    break;
  }
  }
  Done[T.Id] = R;
  if (R)
    Terms.noteZeroBits(R, Terms.zeroBits(T));
  // A new name says what the old one said.
  if (R && R != T && Terms[R].Kind == TermKind::Fresh)
    noteAnswers(T, R);
  return R;
}

void TermTranslator::noteAnswers(Term Inner, Term Outer) {
  for (Term Object : Terms.answersAbout(Inner))
    if (Term O = translate(Object))
      Terms.noteAnswer(Outer, O);
}

/// How many steps of memory a name in the callee may take.
static constexpr unsigned MaxIndirections = 6;

static Term intoCallee(Term T, TermContext &Terms, const CallContext &Call,
                       const PathState &Before, unsigned Depth) {
  if (Depth > MaxIndirections)
    return {};
  const FunctionDecl *F = Call.Callee->Function;
  // An argument itself.
  if (Call.This && Call.This == T)
    return Terms.load(Terms.varAddr(F));
  for (unsigned I = 0; I < Call.Args.size() && I < F->getNumParams(); ++I)
    if (Call.Args[I] == T && !Terms.isConstant(T))
      return entryValue(Terms, F->getParamDecl(I));
  auto Inner = [&](Term Part, unsigned Steps) {
    return intoCallee(Part, Terms, Call, Before, Depth + Steps);
  };
  const TermNode N = Terms[T];
  switch (N.Kind) {
  case TermKind::Constant:
  case TermKind::FuncAddr:
    return T;
  case TermKind::VarAddr:
    if (isGlobal(declOf(N)))
      return T;
    break;
  case TermKind::FieldAddr:
    if (Term Base = Inner(N.A, 0))
      return Terms.fieldAddr(Base, cast<FieldDecl>(declOf(N)));
    break;
  case TermKind::ElemAddr:
    if (Term Base = Inner(N.A, 0);
        Base && (Terms.isConstant(N.B) ||
                 Terms[N.B].Kind == TermKind::FuncAddr))
      return Terms.elemAddr(Base, N.B, N.Value);
    break;
  case TermKind::Load:
    if (Before.load(N.A) == T)
      if (Term Address = Inner(N.A, 1))
        return Terms.load(Address);
    break;
  default:
    break;
  }
  // A value that is kept somewhere the callee can look.
  Term Found;
  Before.forEachStored([&](Term Address, Term Value) {
    if (!Found && Value == T)
      if (Term Place = Inner(Address, 1))
        Found = Terms.load(Place);
  });
  return Found;
}

Term semtidy::translateIntoCallee(Term T, TermContext &Terms,
                                  const CallContext &Call,
                                  const PathState &Before) {
  return intoCallee(T, Terms, Call, Before, 0);
}

llvm::SmallVector<Term, 4>
semtidy::aliasesInCallee(Term T, TermContext &Terms, const CallContext &Call,
                         const PathState &Before) {
  static constexpr unsigned MaxAliases = 4;
  llvm::SmallVector<Term, 4> Found;
  Before.forEachStored([&](Term Address, Term Value) {
    if (Value != T || Found.size() >= MaxAliases)
      return;
    if (Term Place = intoCallee(Address, Terms, Call, Before, 1))
      Found.push_back(Place);
  });
  llvm::sort(Found);
  return Found;
}

/// Whether \p T says something about the state at the callee's entry only.
static bool isEntryTerm(Term T, const TermContext &Terms) {
  if (!T)
    return true;
  const TermNode &N = Terms[T];
  switch (N.Kind) {
  case TermKind::Fresh:
  case TermKind::Phi:
  case TermKind::Stale:
  case TermKind::TempAddr:
    return false;
  case TermKind::Load:
    return !N.B && isEntryTerm(N.A, Terms);
  default:
    return isEntryTerm(N.A, Terms) && isEntryTerm(N.B, Terms);
  }
}

namespace {
/// The values of a function that a caller has a name for when it ended: those
/// that the function was entered with, what it returns, and what is found in
/// memory from there. The rest is garbage, as a collector would say.
class CallerView {
public:
  CallerView(const Disjunct &AtEnd, const FunctionEvents &Callee)
      : Terms(AtEnd.Path.terms()), ReturnSlot(Callee.ReturnSlot) {
    std::vector<std::pair<Term, Term>> Stores;
    AtEnd.Path.forEachStored([&](Term Address, Term Value) {
      Stores.push_back({Address, Value});
    });
    // By a value that leads to the address.
    llvm::DenseMap<unsigned, llvm::SmallVector<size_t, 2>> Behind;
    reach(ReturnSlot);
    if (AtEnd.Property.Object)
      reach(AtEnd.Property.Object);
    for (size_t I = 0; I < Stores.size(); ++I) {
      if (isNamed(Stores[I].first))
        leave(Stores[I].second);
      else if (hasPlace(Stores[I].first))
        forEachNewValue(Stores[I].first,
                        [&](Term V) { Behind[V.Id].push_back(I); });
    }
    while (!Work.empty())
      if (auto Found = Behind.find(Work.pop_back_val().Id);
          Found != Behind.end())
        for (size_t I : Found->second)
          leave(Stores[I].second);
  }

  bool isNamed(Term Address) {
    if (!hasPlace(Address))
      return false;
    bool Any = false, IsReached = false;
    forEachNewValue(Address, [&](Term V) {
      Any = true;
      IsReached |= Reached.contains(V.Id);
    });
    return IsReached || !Any;
  }

  /// Whether \p T is, or is part of, a value that was left where it is found.
  bool isLeft(Term T) const { return Left.contains(T.Id); }

private:
  /// Whether the memory at \p Address is still there.
  bool hasPlace(Term Address) const {
    return Terms.base(Address) == ReturnSlot || !Terms.isLocal(Address);
  }

  /// Visits the values in \p T that came into being in the function.
  void forEachNewValue(Term T, llvm::function_ref<void(Term)> Visit) const {
    const TermNode &N = Terms[T];
    if (Terms.isNewName(T) || N.Kind == TermKind::TempAddr ||
        (N.Kind == TermKind::Load && N.B))
      return Visit(T);
    if (N.A)
      forEachNewValue(N.A, Visit);
    if (N.B)
      forEachNewValue(N.B, Visit);
  }

  void reach(Term T) {
    forEachNewValue(T, [&](Term V) {
      if (Reached.insert(V.Id).second)
        Work.push_back(V);
    });
  }

  void leave(Term Value) {
    if (Terms.isConstant(Value))
      return;
    reach(Value);
    addParts(Value);
  }

  void addParts(Term T) {
    if (!T || !Left.insert(T.Id).second || Terms.isNewName(T))
      return;
    addParts(Terms[T].A);
    addParts(Terms[T].B);
  }

  const TermContext &Terms;
  const Term ReturnSlot;
  llvm::DenseSet<unsigned> Reached, Left;
  llvm::SmallVector<Term, 16> Work;
};
} // namespace

/// A function that walks a tree changes what is many steps away, and each level of
/// calls adds some: the number of names is a power of the number of fields. So
/// many steps are told of a function that is in a cycle of calls.
static constexpr unsigned MaxIndirectionsInCycle = 4;
/// And so few of any function that has more to tell than this.
static constexpr size_t MaxNamesTold = 256;

static unsigned countLoads(Term Address, const TermContext &Terms) {
  unsigned Loads = 0;
  for (; Address; Address = Terms[Address].A) {
    if (Terms.isNewName(Address))
      break;
    Loads += Terms[Address].Kind == TermKind::Load;
  }
  return Loads;
}

/// How many steps of memory are told of \p AtEnd; at least one.
static unsigned indirectionsTold(const PathState &AtEnd,
                                 const FunctionEvents &Callee) {
  const TermContext &Terms = AtEnd.terms();
  std::array<size_t, TermContext::MaxDepth + 2> Names = {};
  auto Count = [&](Term Address) {
    ++Names[std::min<size_t>(countLoads(Address, Terms), Names.size() - 1)];
  };
  AtEnd.forEachStored([&](Term Address, Term) { Count(Address); });
  AtEnd.forEachClobber([&](Term Root, Term) { Count(Root); });
  AtEnd.forEachPublished([&](Term Root) {
    const std::optional<PathState::Left> L = AtEnd.leftAt(Root);
    Count(L ? L->Value : Root);
  });
  const unsigned Last =
      Callee.Cycle ? MaxIndirectionsInCycle : TermContext::MaxDepth + 1;
  unsigned Steps = 1;
  for (size_t Told = Names[0] + Names[1]; Steps < Last; ++Steps)
    if ((Told += Names[Steps + 1]) > MaxNamesTold)
      break;
  return Steps;
}

/// Of memory that is more than \p MaxSteps steps away, says only where it lies
/// behind.
static void shortenNames(PathState &AtEnd, const FunctionEvents &Callee,
                         unsigned MaxSteps) {
  TermContext &Terms = AtEnd.terms();
  auto IsFar = [&](Term Address) {
    return countLoads(Address, Terms) > MaxSteps;
  };
  auto Near = [&](Term Address) {
    while (IsFar(Address))
      Address = Terms[Address].A;
    return Address;
  };
  const EventUid End = Callee.blockUid(Callee.ExitBlock);
  llvm::SmallVector<Term, 8> Changed, Known;
  AtEnd.forEachStored([&](Term Address, Term) {
    if (IsFar(Address))
      Changed.push_back(Near(Address));
  });
  AtEnd.forEachClobber([&](Term Root, Term) {
    if (IsFar(Root))
      Changed.push_back(Near(Root));
  });
  auto IsKept = [&](Term Root) {
    const std::optional<PathState::Left> L = AtEnd.leftAt(Root);
    return L ? !IsFar(L->Address) && !IsFar(L->Value) : !IsFar(Root);
  };
  AtEnd.forEachPublished([&](Term Root) {
    const std::optional<PathState::Left> L = AtEnd.leftAt(Root);
    if (!IsKept(Root))
      Known.push_back(Near(L ? L->Value : Root));
  });
  AtEnd.keepOnly(IsKept, [](Term) { return true; });
  llvm::sort(Changed);
  Changed.erase(std::unique(Changed.begin(), Changed.end()), Changed.end());
  for (Term Root : Changed) {
    AtEnd.clobber(Root, End);
    Terms.noteAnswer(Terms.fresh(End, Root), Terms.anyObject());
  }
  for (Term Root : Known)
    AtEnd.publish(Root);
}

void semtidy::keepForCaller(Disjunct &AtEnd, const FunctionEvents &Callee) {
  const TermContext &Terms = AtEnd.Path.terms();
  CallerView View(AtEnd, Callee);
  // What is left in memory that ends here is known to those who got that.
  llvm::SmallVector<Term, 4> Known;
  AtEnd.Path.forEachPublished([&](Term Root) {
    const std::optional<PathState::Left> L = AtEnd.Path.leftAt(Root);
    if (L && Terms.isLocal(L->Address) &&
        AtEnd.Path.isPublished(L->Address))
      Known.push_back(L->Value);
  });
  for (Term Value : Known)
    AtEnd.Path.publish(Value);
  AtEnd.Path.keepOnly(
      [&](Term Address) {
        const std::optional<PathState::Left> L = AtEnd.Path.leftAt(Address);
        return L ? !Terms.isLocal(L->Address) && View.isNamed(L->Value)
                 : View.isNamed(Address);
      },
      [&](Term T) { return isEntryTerm(T, Terms) || View.isLeft(T); });
  shortenNames(AtEnd.Path, Callee, indirectionsTold(AtEnd.Path, Callee));
}

bool semtidy::canHappen(const Outcome &O, const CallContext &Call,
                        TermContext &Terms, const PathState &Before) {
  TermTranslator Translator(Terms, Call, Before);
  PathState Path = Before;
  bool Can = true;
  O.State.Path.forEachFact([&](Term T, const ValueSet &S) {
    if (Can && isEntryTerm(T, Terms))
      if (Term New = Translator.translate(T))
        Can = Path.assume(New, S);
  });
  return Can;
}

namespace {
/// What a call does to the caller's path, in the caller's names.
struct CallEffects {
  llvm::SmallVector<std::pair<Term, ValueSet>, 8> Facts;
  llvm::SmallVector<Term, 4> Clobbered, Published;
  llvm::SmallVector<std::pair<Term, Term>, 8> Stores;
  llvm::SmallVector<std::pair<Term, CreationId>, 2> Created;

  /// Returns false if the facts cannot be.
  [[nodiscard]] bool applyTo(PathState &Path, EventUid Call) const {
    for (const auto &[T, S] : Facts)
      if (!Path.assume(T, S))
        return false;
    for (Term Root : Clobbered)
      Path.clobber(Root, Call);
    Path.storeAll(Stores);
    for (Term Root : Published)
      Path.publish(Root);
    for (auto [Obj, C] : Created)
      Path.recordCreation(Obj, C);
    return true;
  }
};
} // namespace

bool semtidy::applyOutcome(const Outcome &O, const CallContext &Call,
                           UnitContext &Unit, PathState &Path, Term &Result,
                           Term *Object) {
  TermContext &Terms = Unit.Terms;
  const PathState Before = Path;
  const PathState &Callee = O.State.Path;
  TermTranslator Translator(Terms, Call, Before);
  Term ReturnSlot = Call.Callee->ReturnSlot;
  Term CalleeResult = Callee.load(ReturnSlot);
  bool HasResult = Terms[CalleeResult].Kind != TermKind::Load ||
                   Terms[CalleeResult].A != ReturnSlot;
  Term NewResult = HasResult ? Translator.translate(CalleeResult) : Term();

  // All names first: they speak about the memory before the call.
  CallEffects Done;
  Callee.forEachClobber([&](Term Root, Term Epoch) {
    if (Term R = Translator.translate(Root)) {
      Done.Clobbered.push_back(R);
      Translator.noteAnswers(Epoch, Terms.fresh(Call.Uid, R));
    }
  });
  Callee.forEachStored([&](Term Address, Term Value) {
    if (Terms.base(Address) == ReturnSlot && Address != ReturnSlot) {
      // Parts of a record that is returned.
      return;
    }
    if (Address == ReturnSlot)
      return;
    Term A = Translator.translate(Address);
    if (!A)
      return;
    Term V = Translator.translate(Value);
    Done.Stores.push_back({A, V ? V : Terms.fresh(Call.Uid, Value)});
  });
  Callee.forEachFact([&](Term T, const ValueSet &S) {
    if (Term New = Translator.translate(T))
      Done.Facts.push_back({New, S});
  });
  Callee.forEachPublished([&](Term Root) {
    const std::optional<PathState::Left> L = Callee.leftAt(Root);
    Term At = L ? Translator.translate(L->Address) : Term();
    Term R = Translator.translate(L ? L->Value : Root);
    if (R && !Terms.isConstant(R))
      Done.Published.push_back(
          At && At != R ? Terms.op(Operation::List, At, R) : R);
  });
  Callee.forEachCreation([&](Term Obj, CreationId C) {
    if (Term R = Translator.translate(Obj))
      Done.Created.push_back({R, C});
  });
  if (Object)
    *Object = Translator.translate(*Object);

  if (!Done.applyTo(Path, Call.Uid))
    return false;

  if (!NewResult)
    NewResult = Terms.fresh(Call.Uid);
  Result = NewResult;
  // A record that is returned by value: its parts, below the new name.
  Callee.forEachStored([&](Term Address, Term Value) {
    if (Address == ReturnSlot || Terms.base(Address) != ReturnSlot)
      return;
    std::function<Term(Term)> Rebase = [&](Term A) -> Term {
      if (A == ReturnSlot)
        return Result;
      const TermNode N = Terms[A];
      if (N.Kind == TermKind::FieldAddr)
        return Terms.fieldAddr(Rebase(N.A), cast<FieldDecl>(declOf(N)));
      Term Base = Rebase(N.A);
      Term Index = Translator.translate(N.B);
      return Terms.elemAddr(Base, Index ? Index : N.B, N.Value);
    };
    Term V = Translator.translate(Value);
    Path.store(Rebase(Address), V ? V : Terms.fresh(Call.Uid, Value));
  });
  return true;
}

/// Whether \p New, the caller's name of the callee's \p T, differs from it in
/// no more than the names of parameters.
static bool isRenamed(Term T, Term New, const TermContext &Terms) {
  if (!T || !New)
    return !T && !New;
  const TermNode &N = Terms[T], &M = Terms[New];
  auto IsParameter = [&](const TermNode &Each) {
    return Each.Kind == TermKind::Load && !Each.B &&
           Terms[Each.A].Kind == TermKind::VarAddr &&
           !isGlobal(declOf(Terms[Each.A]));
  };
  if (IsParameter(N))
    return IsParameter(M) || M.Kind == TermKind::VarAddr ||
           M.Kind == TermKind::Constant || M.Kind == TermKind::FuncAddr;
  switch (N.Kind) {
  case TermKind::Constant:
  case TermKind::FuncAddr:
  case TermKind::VarAddr:
    return T == New;
  case TermKind::Fresh:
  case TermKind::Phi:
  case TermKind::Stale:
  case TermKind::TempAddr:
    return false;
  case TermKind::FieldAddr:
  case TermKind::ElemAddr:
  case TermKind::Load:
  case TermKind::Op:
    // What was computed from known values is known.
    return Terms.isConstant(New) ||
           (N.Kind == M.Kind && N.Op == M.Op && N.Value == M.Value &&
            N.Ptr == M.Ptr && isRenamed(N.A, M.A, Terms) &&
            isRenamed(N.B, M.B, Terms));
  }
  return false;
}

/// The value or variable of the caller through which it gets at \p Address;
/// none if that is a number that was computed.
static Term accessRoot(Term Address, const TermContext &Terms) {
  while (true) {
    const TermNode &N = Terms[Address];
    if (N.Kind == TermKind::Op)
      return {};
    if (N.Kind != TermKind::FieldAddr && N.Kind != TermKind::ElemAddr &&
        (N.Kind != TermKind::Load ||
         (!N.B && Terms[N.A].Kind == TermKind::VarAddr)))
      return Address;
    Address = N.A;
  }
}

bool semtidy::applyInCycle(const Outcome &O, const CallContext &Call,
                           UnitContext &Unit, bool Widen, PathState &Path,
                           Term &Result, Term *Object) {
  TermContext &Terms = Unit.Terms;
  const PathState Before = Path;
  const PathState &Callee = O.State.Path;
  if (!canHappen(O, Call, Terms, Before))
    return false;
  TermTranslator Translator(Terms, Call, Before);
  auto Renamed = [&](Term T) {
    Term New = Translator.translate(T);
    return New && isRenamed(T, New, Terms) ? New : Term();
  };
  // Memory that has another name in each round: all behind the same root.
  auto RootOf = [&](Term T) {
    Term New = isEntryTerm(T, Terms) ? Translator.translate(T) : Term();
    return New ? accessRoot(New, Terms) : Term();
  };
  CallEffects Done;
  // A value of the callee that is left at \p Address.
  auto ValueAt = [&](Term Address, Term Value) {
    const bool IsNumber = Terms.isConstant(Value);
    if (IsNumber && !Widen)
      return Value;
    if (Term New = IsNumber ? Term() : Renamed(Value);
        New && (!Widen || !Terms.isConstant(New)))
      return New;
    Term New = Terms.fresh(Call.Uid, Address);
    if (!Widen)
      Done.Facts.push_back({New, Callee.valuesOf(Value)});
    Translator.noteAnswers(Value, New);
    return New;
  };

  const Term ReturnSlot = Call.Callee->ReturnSlot;
  Result = Terms.fresh(Call.Uid);
  Callee.forEachStored([&](Term Address, Term Value) {
    if (Terms.base(Address) == ReturnSlot) {
      if (Address == ReturnSlot)
        Result = ValueAt(Address, Value);
    } else if (Term A = Renamed(Address)) {
      Done.Stores.push_back({A, ValueAt(Address, Value)});
    } else if (Term Root = RootOf(Address)) {
      Done.Clobbered.push_back(Root);
    }
  });
  Callee.forEachClobber([&](Term Root, Term Epoch) {
    Term R = Renamed(Root);
    if (!R)
      R = RootOf(Root);
    if (!R)
      return;
    Done.Clobbered.push_back(R);
    Translator.noteAnswers(Epoch, Terms.fresh(Call.Uid, R));
  });
  Callee.forEachFact([&](Term T, const ValueSet &S) {
    if (Term New = Renamed(T))
      Done.Facts.push_back({New, S});
  });
  Callee.forEachPublished([&](Term Root) {
    if (const std::optional<PathState::Left> L = Callee.leftAt(Root))
      Root = L->Value;
    Term R = Renamed(Root);
    if (R || (R = RootOf(Root)))
      Done.Published.push_back(R);
  });
  Callee.forEachCreation([&](Term Obj, CreationId C) {
    if (Term R = Renamed(Obj))
      Done.Created.push_back({R, C});
  });
  if (Object)
    *Object = Renamed(*Object);

  return Done.applyTo(Path, Call.Uid);
}
