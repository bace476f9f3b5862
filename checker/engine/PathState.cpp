//===--- PathState.cpp - What is known on a path --------------------------===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Persistent maps are LLVM's. Facts are literals over value numbers; see
// M. Das, S. Lerner, M. Seigle: "ESP: Path-Sensitive Program Verification in
// Polynomial Time", PLDI 2002, for why a merge may intersect them.
//
//===----------------------------------------------------------------------===//

#include "PathState.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/MathExtras.h"

using namespace semtidy;

static Term keyOf(Term Element) { return Element; }
template <typename ValueT>
static Term keyOf(const std::pair<Term, ValueT> &Entry) {
  return Entry.first;
}

/// Visits the entries in which two maps or sets differ, in order: that of each
/// side, null where it has none. Subtrees that they share are skipped, so the cost
/// is that of the difference.
template <typename MapT, typename VisitT>
static void forEachDifferentEntry(const MapT &A, const MapT &B, VisitT Visit) {
  using Tree = typename MapT::TreeTy;
  static const typename Tree::iterator End;
  const Tree *RootA = A.getRootWithoutRetain(), *RootB = B.getRootWithoutRetain();
  typename Tree::iterator ItA = RootA ? RootA->begin() : End;
  typename Tree::iterator ItB = RootB ? RootB->begin() : End;
  const typename Tree::iterator EndA = RootA ? RootA->end() : End;
  const typename Tree::iterator EndB = RootB ? RootB->end() : End;
  while (!(ItA == EndA) || !(ItB == EndB)) {
    bool HasA = !(ItA == EndA), HasB = !(ItB == EndB);
    if (HasA && HasB && &*ItA == &*ItB) {
      ItA.skipSubTree();
      ItB.skipSubTree();
      continue;
    }
    const auto *VA = HasA ? &ItA->getValue() : nullptr;
    const auto *VB = HasB ? &ItB->getValue() : nullptr;
    bool TakeA = VA && (!VB || !(keyOf(*VB) < keyOf(*VA)));
    bool TakeB = VB && (!VA || !(keyOf(*VA) < keyOf(*VB)));
    if (!TakeA || !TakeB || !(*VA == *VB))
      Visit(TakeA ? VA : nullptr, TakeB ? VB : nullptr);
    if (TakeA)
      ++ItA;
    if (TakeB)
      ++ItB;
  }
}

/// The same of two maps, by key and value.
template <typename MapT, typename VisitT>
static void forEachDifference(const MapT &A, const MapT &B, VisitT Visit) {
  forEachDifferentEntry(A, B, [&](const auto *InA, const auto *InB) {
    Visit(InA ? InA->first : InB->first, InA ? &InA->second : nullptr,
          InB ? &InB->second : nullptr);
  });
}

/// Visits the entries whose key is not before \p First. A term's parts have
/// smaller numbers than the term, so whatever has a part \p First is among them;
/// for a part that is new, these are few of many.
template <typename TreeT, typename VisitT>
static void forEachFrom(const TreeT *Tree, Term First, VisitT Visit) {
  if (!Tree)
    return;
  const auto &Entry = Tree->getValue();
  if (keyOf(Entry) < First)
    return forEachFrom(Tree->getRight(), First, Visit);
  forEachFrom(Tree->getLeft(), First, Visit);
  Visit(Entry);
  forEachFrom(Tree->getRight(), First, Visit);
}

PathState PathStates::initial() { return PathState(this); }

//===----------------------------------------------------------------------===//
// Memory
//===----------------------------------------------------------------------===//

Term PathState::epochOf(Term Address) const {
  if (Clobbers.isEmpty())
    return {};
  // All changes to any part of the access path, outermost last.
  Term Epoch;
  for (Term T = Address; T;) {
    if (const Term *E = Clobbers.lookup(T))
      Epoch = Epoch ? terms().op(Operation::List, Epoch, *E) : *E;
    const TermNode &N = terms()[T];
    if (N.Kind != TermKind::FieldAddr && N.Kind != TermKind::ElemAddr &&
        N.Kind != TermKind::Load)
      break;
    T = N.A;
  }
  return Epoch;
}

Term PathState::load(Term Address) const {
  if (const Term *V = Store.lookup(Address))
    return *V;
  return terms().load(Address, epochOf(Address));
}

void PathState::storeAll(llvm::ArrayRef<std::pair<Term, Term>> Stores) {
  TermContext &T = terms();
  // A write through an unknown index may hit any element of the array.
  llvm::SmallDenseSet<unsigned, 4> HitBases;
  for (auto [Address, Value] : Stores)
    for (Term Part = Address; T[Part].Base != Part; Part = T[Part].A)
      if (T[Part].Kind == TermKind::ElemAddr && !T.isConstant(T[Part].B)) {
        HitBases.insert(T.base(Address).Id);
        break;
      }
  if (!HitBases.empty()) {
    llvm::SmallVector<Term, 8> Hit;
    for (const auto &Entry : Store)
      if (T[Entry.first].Kind != TermKind::VarAddr &&
          HitBases.contains(T.base(Entry.first).Id))
        Hit.push_back(Entry.first);
    for (Term H : Hit)
      Store = States->TermMaps.remove(Store, H);
  }
  for (auto [Address, Value] : Stores)
    Store = States->TermMaps.add(Store, Address, Value);
}

void PathState::forget(Term Part, llvm::function_ref<bool(Term)> IsGone) {
  llvm::SmallVector<Term, 8> Gone;
  auto Look = [&](const auto &Entry) {
    if (IsGone(Entry.first))
      Gone.push_back(Entry.first);
  };
  forEachFrom(Store.getRootWithoutRetain(), Part, Look);
  for (Term T : Gone)
    Store = States->TermMaps.remove(Store, T);
  Gone.clear();
  forEachFrom(Creations.getRootWithoutRetain(), Part, Look);
  for (Term T : Gone)
    Creations = States->IdMaps.remove(Creations, T);
}

void PathState::forgetObject(Term Address) {
  if (!terms().hasParts(Address)) {
    Store = States->TermMaps.remove(Store, Address);
    Creations = States->IdMaps.remove(Creations, Address);
    return;
  }
  // The object itself, not what it points at.
  forget(Address, [&](Term T) { return terms().isInside(T, Address); });
}

void PathState::endObject(Term Address) {
  forgetObject(Address);
  Clobbers = States->TermMaps.remove(Clobbers, Address);
}

void PathState::clobber(Term Root, EventUid Event) {
  // Constants and the addresses of functions have no memory to change.
  if (terms().isConstant(Root) || terms()[Root].Kind == TermKind::FuncAddr)
    return;
  if (terms().hasParts(Root))
    forget(Root, [&](Term T) { return terms().contains(T, Root); });
  else
    forgetObject(Root);
  Clobbers = States->TermMaps.add(Clobbers, Root, terms().fresh(Event, Root));
}

void PathState::copyObject(Term To, Term From, EventUid Event) {
  if (To == From)
    return;
  TermContext &T = terms();
  llvm::SmallVector<std::pair<Term, Term>, 8> Moved;
  std::function<Term(Term)> Rebase = [&](Term A) -> Term {
    if (A == From)
      return To;
    const TermNode N = T[A];
    if (N.Kind == TermKind::FieldAddr) {
      Term Base = Rebase(N.A);
      return Base ? T.fieldAddr(
                        Base, llvm::cast<clang::FieldDecl>(
                                  static_cast<const clang::Decl *>(N.Ptr)))
                  : Term();
    }
    if (N.Kind == TermKind::ElemAddr) {
      Term Base = Rebase(N.A);
      return Base ? T.elemAddr(Base, N.B, N.Value) : Term();
    }
    return Term();
  };
  forEachFrom(Store.getRootWithoutRetain(), From, [&](const auto &Entry) {
    if (Term New = Rebase(Entry.first))
      Moved.push_back({New, Entry.second});
  });
  clobber(To, Event);
  storeAll(Moved);
}

//===----------------------------------------------------------------------===//
// Values
//===----------------------------------------------------------------------===//

/// The bounds of \p A, moved by \p By. Numbers are taken not to wrap, so one bound
/// alone moves, too.
static ValueSet moved(const ValueSet &A, int64_t By) {
  int64_t Low, High;
  if (A.empty())
    return ValueSet::all();
  if (A.min() == ValueSet::Min || llvm::AddOverflow(A.min(), By, Low))
    Low = ValueSet::Min;
  if (A.max() == ValueSet::Max || llvm::AddOverflow(A.max(), By, High))
    High = ValueSet::Max;
  return ValueSet::interval(Low, High);
}

ValueSet PathState::valuesOf(Term T) const {
  const TermNode &N = terms()[T];
  if (N.Kind == TermKind::Constant)
    return ValueSet::single(N.Value);
  if (const ValueSet *const *S = Facts.lookup(T))
    return **S;
  if (terms().isTruth(T)) {
    // What became known of the parts since the comparison was made.
    if (N.Op == Operation::EQ && terms().isConstant(N.B)) {
      int64_t V = terms()[N.B].Value;
      ValueSet A = valuesOf(N.A);
      if (!A.contains(V))
        return ValueSet::single(0);
      if (A.asSingle())
        return ValueSet::single(1);
    }
    return ValueSet::interval(0, 1);
  }
  if (terms().isAddress(T))
    return ValueSet::single(0).complement();
  if (terms().isDepth(T))
    return ValueSet::interval(0, ValueSet::Max);
  if (N.Kind == TermKind::Op && N.Op == Operation::Add &&
      terms().isConstant(N.B))
    return moved(valuesOf(N.A), terms()[N.B].Value);
  if (N.Kind == TermKind::Op && N.Op == Operation::URem &&
      terms().isConstant(N.B) && terms()[N.B].Value > 0)
    return ValueSet::interval(0, terms()[N.B].Value - 1);
  if (N.Kind == TermKind::Op && N.Op == Operation::And &&
      terms().isConstant(N.B) && terms()[N.B].Value >= 0)
    return ValueSet::interval(0, terms()[N.B].Value);
  return ValueSet::all();
}

static std::optional<int64_t> fold(Operation Op, int64_t A, int64_t B) {
  uint64_t UA = A, UB = B;
  switch (Op) {
  case Operation::Add:
    return UA + UB;
  case Operation::Sub:
    return UA - UB;
  case Operation::Mul:
    return UA * UB;
  case Operation::Div:
  case Operation::Rem:
    if (B == 0 || (A == ValueSet::Min && B == -1))
      return std::nullopt;
    return Op == Operation::Div ? A / B : A % B;
  case Operation::UDiv:
  case Operation::URem:
    if (B == 0)
      return std::nullopt;
    return Op == Operation::UDiv ? UA / UB : UA % UB;
  case Operation::Shl:
    return B < 0 || B > 62 ? std::nullopt : std::optional<int64_t>(UA << UB);
  case Operation::Shr:
    return B < 0 || B > 62 ? std::nullopt : std::optional<int64_t>(A >> B);
  case Operation::And:
    return UA & UB;
  case Operation::Or:
    return UA | UB;
  case Operation::Xor:
    return UA ^ UB;
  case Operation::EQ:
    return A == B;
  case Operation::LT:
    return A < B;
  case Operation::ULT:
    return UA < UB;
  default:
    return std::nullopt;
  }
}

/// Converts \p V to an integer of |Aux| bits, signed if \p Aux is negative.
static int64_t convert(int64_t V, int64_t Aux) {
  unsigned Bits = Aux < 0 ? -Aux : Aux;
  if (Bits == 0 || Bits >= 64)
    return V;
  uint64_t Mask = (uint64_t(1) << Bits) - 1, Low = V & Mask;
  bool Negative = Aux < 0 && (Low >> (Bits - 1));
  return static_cast<int64_t>(Negative ? Low | ~Mask : Low);
}

Term PathState::evaluate(Operation Op, Term A, Term B, int64_t Aux) {
  TermContext &T = terms();
  // A value that the facts pin down is as good as a constant.
  auto Pin = [&](Term X) -> Term {
    if (!X || T.isConstant(X))
      return X;
    if (std::optional<int64_t> V = valuesOf(X).asSingle())
      return T.constant(*V);
    return X;
  };
  A = Pin(A);
  B = Pin(B);
  if (Op == Operation::Cast) {
    ValueSet S = valuesOf(A);
    if (T.isConstant(A))
      return T.constant(convert(T[A].Value, Aux));
    // No change where every possible value fits.
    if (!S.empty() && S.min() != ValueSet::Min && S.max() != ValueSet::Max &&
        convert(S.min(), Aux) == S.min() && convert(S.max(), Aux) == S.max())
      return A;
    return T.op(Op, A, {}, Aux);
  }
  if (T.isConstant(A) && T.isConstant(B))
    if (std::optional<int64_t> V = fold(Op, T[A].Value, T[B].Value))
      return T.constant(*V);
  switch (Op) {
  case Operation::EQ: {
    if (A == B)
      return T.constant(1);
    if (T.isConstant(A) || (!T.isConstant(B) && B < A))
      std::swap(A, B);
    if (T.isConstant(B)) {
      int64_t V = T[B].Value;
      if (!valuesOf(A).contains(V))
        return T.constant(0);
      const TermNode N = T[A];
      // Not not.
      if (V == 0 && N.Kind == TermKind::Op && N.Op == Operation::EQ &&
          T.isTruth(N.A) && T.isConstant(N.B) && T[N.B].Value == 0)
        return N.A;
      // Move what is added to the other side.
      if (N.Kind == TermKind::Op && N.Op == Operation::Add &&
          T.isConstant(N.B))
        return evaluate(Op, N.A, T.constant(V - T[N.B].Value));
      if (V == 0 && N.Kind == TermKind::Op && N.Op == Operation::Sub)
        return evaluate(Op, N.A, N.B);
    } else if (T.isAddress(A) && T.isAddress(B) &&
               T[A].Kind == TermKind::VarAddr &&
               T[B].Kind == TermKind::VarAddr) {
      return T.constant(0);
    }
    break;
  }
  case Operation::LT: {
    if (A == B)
      return T.constant(0);
    ValueSet SA = valuesOf(A), SB = valuesOf(B);
    if (!SA.empty() && !SB.empty()) {
      if (SA.max() < SB.min())
        return T.constant(1);
      if (SA.min() >= SB.max())
        return T.constant(0);
    }
    break;
  }
  case Operation::ULT: {
    if (A == B)
      return T.constant(0);
    ValueSet SA = valuesOf(A), SB = valuesOf(B);
    if (!SA.empty() && !SB.empty() && SA.min() >= 0 && SB.min() >= 0)
      return evaluate(Operation::LT, A, B);
    break;
  }
  case Operation::Sub:
    if (T.isConstant(B) && T[B].Value != ValueSet::Min)
      return evaluate(Operation::Add, A, T.constant(-T[B].Value));
    if (A == B)
      return T.constant(0);
    break;
  case Operation::Add:
    if (T.isConstant(A))
      std::swap(A, B);
    if (T.isConstant(B) && T[B].Value == 0)
      return A;
    if (T.isConstant(B) && T[A].Kind == TermKind::Op &&
        T[A].Op == Operation::Add && T.isConstant(T[A].B))
      return evaluate(Op, T[A].A,
                      T.constant(static_cast<int64_t>(
                          uint64_t(T[T[A].B].Value) + T[B].Value)));
    break;
  case Operation::And:
  case Operation::Or:
  case Operation::Xor:
  case Operation::Mul:
    if (T.isConstant(A) || (!T.isConstant(B) && B < A))
      std::swap(A, B);
    if (T.isConstant(B) && T[B].Value == 0)
      return Op == Operation::Or || Op == Operation::Xor ? A : B;
    if (Op == Operation::And && T.isConstant(B)) {
      // The bits of an address that its alignment leaves free.
      const int64_t Free = (int64_t(1) << T.zeroBits(A)) - 1;
      if ((T[B].Value & ~Free) == 0)
        return T.constant(0);
      if ((T[B].Value | Free) == -1)
        return A;
    }
    if (T.isConstant(B) && T[A].Kind == TermKind::Op &&
        T.isConstant(T[A].B)) {
      // Flags that are kept as bits.
      const TermNode Inner = T[A];
      int64_t C = T[Inner.B].Value, D = T[B].Value;
      if (Op == Operation::And && Inner.Op == Operation::Or)
        return (C & D) == D   ? B
               : (C & D) == 0 ? evaluate(Operation::And, Inner.A, B)
                              : T.op(Op, A, B);
      if (Op == Operation::And && Inner.Op == Operation::And)
        return evaluate(Operation::And, Inner.A, T.constant(C & D));
      if (Op == Operation::Or && Inner.Op == Operation::Or)
        return evaluate(Operation::Or, Inner.A, T.constant(C | D));
    }
    break;
  default:
    break;
  }
  return T.op(Op, A, B);
}

void PathState::setFact(Term T, const ValueSet &S) {
  Facts = States->FactMaps.add(Facts, T, States->intern(S));
}

bool PathState::assume(Term T, const ValueSet &S) {
  ValueSet Old = valuesOf(T);
  ValueSet New = Old.intersect(S);
  if (New.empty())
    return false;
  if (New == Old)
    return true;
  const TermNode N = terms()[T];
  if (N.Kind == TermKind::Constant)
    return true;
  setFact(T, New);
  if (N.Kind != TermKind::Op)
    return true;

  std::optional<int64_t> Single = New.asSingle();
  bool Known = Single && (*Single == 0 || *Single == 1);
  auto Constant = [&](Term X) -> std::optional<int64_t> {
    return valuesOf(X).asSingle();
  };
  switch (N.Op) {
  case Operation::EQ: {
    if (!Known)
      return true;
    std::optional<int64_t> B = Constant(N.B), A = Constant(N.A);
    if (*Single == 1) {
      // Equal values have equal sets.
      ValueSet Both = valuesOf(N.A).intersect(valuesOf(N.B));
      return assume(N.A, Both) && assume(N.B, Both);
    }
    if (B)
      return assume(N.A, ValueSet::single(*B).complement());
    if (A)
      return assume(N.B, ValueSet::single(*A).complement());
    return true;
  }
  case Operation::ULT:
    // As signed numbers only if none can be negative.
    if (valuesOf(N.A).empty() || valuesOf(N.B).empty())
      return false;
    if (Known && *Single == 1 && valuesOf(N.B).min() >= 0 &&
        valuesOf(N.A).min() >= 0)
      break;
    if (Known && valuesOf(N.A).min() >= 0 && valuesOf(N.B).min() >= 0)
      break;
    return true;
  case Operation::LT:
    break;
  case Operation::Cast:
    // A conversion that does not narrow keeps zero-ness; one that narrows
    // maps zero to zero.
    if (!New.contains(0))
      return assume(N.A, ValueSet::single(0).complement());
    if (N.Value <= -32 || N.Value >= 32)
      if (Single && *Single == 0)
        return assume(N.A, ValueSet::single(0));
    return true;
  case Operation::And:
    // (x & m) != 0 implies x != 0.
    if (!New.contains(0) && terms().isConstant(N.B))
      return assume(N.A, ValueSet::single(0).complement());
    return true;
  case Operation::Add:
    if (terms().isConstant(N.B) && terms()[N.B].Value != ValueSet::Min)
      return assume(N.A, moved(New, -terms()[N.B].Value));
    return true;
  default:
    return true;
  }
  // LT, and ULT of numbers that are not negative.
  if (!Known)
    return true;
  ValueSet SA = valuesOf(N.A), SB = valuesOf(N.B);
  if (SA.empty() || SB.empty())
    return false;
  if (*Single == 1) {
    if (SB.max() == ValueSet::Min || SA.min() == ValueSet::Max)
      return false;
    return assume(N.A, ValueSet::interval(ValueSet::Min, SB.max() - 1)) &&
           assume(N.B, ValueSet::interval(SA.min() + 1, ValueSet::Max));
  }
  return assume(N.A, ValueSet::interval(SB.min(), ValueSet::Max)) &&
         assume(N.B, ValueSet::interval(ValueSet::Min, SA.max()));
}

//===----------------------------------------------------------------------===//
// Loops
//===----------------------------------------------------------------------===//

void PathState::age(EventUid Event, llvm::function_ref<bool(Term)> Keeps) {
  TermContext &T = terms();
  const Term First = T.firstMention(Event);
  if (!First)
    return;
  auto Old = [&](Term X) {
    return !(X < First) && T.mentions(X, Event) && !Keeps(X);
  };

  llvm::SmallVector<std::pair<Term, Term>, 8> Changed;
  llvm::SmallVector<Term, 8> Gone;
  for (const auto &Entry : Store) {
    if (Old(Entry.first))
      Gone.push_back(Entry.first);
    else if (Old(Entry.second))
      Changed.push_back({Entry.first, T.stale(Event, Entry.first)});
  }
  llvm::SmallVector<Term, 8> Facts0;
  forEachFrom(Facts.getRootWithoutRetain(), First,
              [&](const auto &Entry) {
                if (Old(Entry.first))
                  Facts0.push_back(Entry.first);
              });
  for (Term G : Gone)
    Store = States->TermMaps.remove(Store, G);
  for (auto [A, V] : Changed)
    Store = States->TermMaps.add(Store, A, V);
  for (Term F : Facts0)
    Facts = States->FactMaps.remove(Facts, F);

  llvm::SmallVector<Term, 4> Roots;
  for (const auto &Entry : Clobbers)
    if (Old(Entry.first) || Old(Entry.second))
      Roots.push_back(Entry.first);
  for (Term R : Roots) {
    Clobbers = States->TermMaps.remove(Clobbers, R);
    if (!Old(R))
      Clobbers = States->TermMaps.add(Clobbers, R, T.stale(Event, R));
  }
  llvm::SmallVector<Term, 4> Objects;
  forEachFrom(Creations.getRootWithoutRetain(), First,
              [&](const auto &Entry) {
                if (Old(Entry.first))
                  Objects.push_back(Entry.first);
              });
  for (Term O : Objects)
    Creations = States->IdMaps.remove(Creations, O);
  llvm::SmallVector<Term, 4> Known;
  forEachFrom(Published.getRootWithoutRetain(), First, [&](Term P) {
    if (Old(P))
      Known.push_back(P);
  });
  for (Term P : Known)
    Published = States->Sets.remove(Published, P);
}

void PathState::beginEvent(EventUid Event) {
  age(Event, [](Term) { return false; });
}

void PathState::dropFactsSince(const PathState &Before,
                               llvm::function_ref<bool(Term)> IsDead) {
  llvm::SmallVector<Term, 8> Dead;
  forEachDifference(
      Before.Facts, Facts,
      [&](Term T, const ValueSet *const *, const ValueSet *const *Now) {
        if (Now && IsDead(T))
          Dead.push_back(T);
      });
  for (Term T : Dead)
    Facts = States->FactMaps.remove(Facts, T);
}

template <typename FactoryT, typename MapT>
static void keepOnlyIn(FactoryT &Factory, MapT &Map,
                       llvm::function_ref<bool(Term)> Keeps) {
  llvm::SmallVector<Term, 16> Gone;
  for (const auto &Entry : Map)
    if (!Keeps(Entry.first))
      Gone.push_back(Entry.first);
  for (Term T : Gone)
    Map = Factory.remove(Map, T);
}

void PathState::keepOnly(llvm::function_ref<bool(Term)> KeepsAddress,
                         llvm::function_ref<bool(Term)> KeepsFact) {
  keepOnlyIn(States->TermMaps, Store, KeepsAddress);
  keepOnlyIn(States->TermMaps, Clobbers, KeepsAddress);
  keepOnlyIn(States->IdMaps, Creations, KeepsAddress);
  keepOnlyIn(States->FactMaps, Facts, KeepsFact);
  llvm::SmallVector<Term, 8> Gone;
  for (Term P : Published)
    if (!KeepsAddress(P))
      Gone.push_back(P);
  for (Term P : Gone)
    Published = States->Sets.remove(Published, P);
}

bool PathState::keepsValue(Term X, EventUid Block) const {
  const TermNode &N = terms()[X];
  if (!terms().mentions(X, Block))
    return true;
  // A phi whose address still holds it has the same value in the next round.
  if (N.Kind == TermKind::Phi)
    return N.A && load(N.A) == X;
  if (N.Kind == TermKind::Stale)
    return false;
  return (!N.A || keepsValue(N.A, Block)) && (!N.B || keepsValue(N.B, Block));
}

void PathState::ageLoopValues(EventUid Block) {
  // What is kept is decided on the state before any of it changes.
  const PathState Before = *this;
  age(Block, [&](Term X) { return Before.keepsValue(X, Block); });
}

PathState PathStates::join(const PathState &A0, const PathState &B0,
                           EventUid Block, bool InLoop, bool Widen) {
  // Sets of the values before they are renamed; J4 needs them.
  PathState A = A0, B = B0;
  if (InLoop) {
    A.ageLoopValues(Block);
    B.ageLoopValues(Block);
  }
  PathState R = A;

  // Clobbers first: they decide what the addresses not listed hold.
  forEachDifference(A.Clobbers, B.Clobbers,
                    [&](Term Root, const Term *, const Term *) {
                      R.Clobbers = TermMaps.add(R.Clobbers, Root,
                                                Terms.phi(Block, Root));
                    });

  forEachDifference(
      A.Facts, B.Facts,
      [&](Term T, const ValueSet *const *FA, const ValueSet *const *FB) {
        Terms.addWork(1);
        ValueSet SA = FA ? **FA : A.valuesOf(T);
        ValueSet SB = FB ? **FB : B.valuesOf(T);
        ValueSet S = Widen ? SA.widen(SB) : SA.unite(SB);
        // What holds of any value of this form is not worth keeping.
        if (S.isAll() || (Terms.isTruth(T) && S == ValueSet::interval(0, 1)) ||
            (Terms.isDepth(T) && S == ValueSet::interval(0, ValueSet::Max)))
          R.Facts = FactMaps.remove(R.Facts, T);
        else
          R.setFact(T, S);
      });

  llvm::DenseMap<std::pair<unsigned, unsigned>, Term> PairPhi;
  auto JoinAddress = [&](Term Address) {
    Term VA = A.load(Address), VB = B.load(Address);
    if (VA == VB) {
      R.Store = TermMaps.add(R.Store, Address, VA);
      return;
    }
    auto [It, Inserted] = PairPhi.try_emplace({VA.Id, VB.Id}, Term());
    if (Inserted) {
      It->second = Terms.phi(Block, Address);
      ValueSet SA = A0.valuesOf(A0.load(Address));
      ValueSet SB = B0.valuesOf(B0.load(Address));
      ValueSet S = Widen ? SA.widen(SB) : SA.unite(SB);
      if (S.isAll())
        R.Facts = FactMaps.remove(R.Facts, It->second);
      else
        R.setFact(It->second, S);
    }
    R.Store = TermMaps.add(R.Store, Address, It->second);
  };
  forEachDifference(A.Store, B.Store,
                    [&](Term Address, const Term *, const Term *) {
                      JoinAddress(Address);
                    });

  forEachDifference(A.Creations, B.Creations,
                    [&](Term Object, const CreationId *, const CreationId *) {
                      R.Creations = IdMaps.remove(R.Creations, Object);
                    });
  forEachDifferentEntry(A.Published, B.Published,
                        [&](const Term *InA, const Term *InB) {
                          if (!InA)
                            R.Published = Sets.add(R.Published, *InB);
                        });
  return R;
}

//===----------------------------------------------------------------------===//
// Who knows, who made
//===----------------------------------------------------------------------===//

void PathState::publish(Term Root) {
  Published = States->Sets.add(Published, Root);
  if (const std::optional<Left> L = leftAt(Root))
    States->LeftOf[L->Value.Id].insert(Root.Id);
}

void PathState::publishAt(Term Address, Term Value) {
  // One name twice is the mark of shared ownership.
  publish(Address == Value ? Value
                           : States->Terms.op(Operation::List, Address, Value));
}

std::optional<PathState::Left> PathState::leftAt(Term Root) const {
  const TermNode &N = terms()[Root];
  if (N.Kind != TermKind::Op || N.Op != Operation::List || N.A == N.B)
    return std::nullopt;
  return Left{N.A, N.B};
}

void PathState::forEachReached(Term Root,
                               llvm::function_ref<bool(Term)> Visit) const {
  llvm::SmallVector<Term, 4> Roots = {Root};
  llvm::SmallDenseSet<unsigned, 8> Seen;
  bool Enough = false;
  while (!Roots.empty() && !Enough) {
    Root = Roots.pop_back_val();
    if (terms().isConstant(Root) || !Seen.insert(Root.Id).second)
      continue;
    forEachFrom(Store.getRootWithoutRetain(), Root, [&](const auto &Entry) {
      Term V = Entry.second;
      if (Enough || terms().isConstant(V) ||
          !terms().contains(Entry.first, Root))
        return;
      Enough = Visit(V);
      Roots.push_back(V);
    });
  }
}

void PathState::publishContents(Term Root) {
  llvm::SmallVector<Term, 8> Reached;
  forEachReached(Root, [&](Term Value) {
    Reached.push_back(Value);
    return false;
  });
  for (Term Value : Reached)
    publish(Value);
}

bool PathState::isPublished(Term T, unsigned Links) const {
  if (Published.isEmpty())
    return false;
  llvm::SmallVector<Term, 8> Work = {T};
  llvm::SmallDenseSet<unsigned, 16> Parts;
  llvm::SmallVector<Term, 4> Places;
  while (!Work.empty()) {
    Term Part = Work.pop_back_val();
    if (!Part || !Parts.insert(Part.Id).second)
      continue;
    if (Published.contains(Part) && !leftAt(Part))
      return true;
    if (auto It = States->LeftOf.find(Part.Id); It != States->LeftOf.end())
      for (unsigned P : It->second)
        if (Published.contains(Term{P}))
          Places.push_back(leftAt(Term{P})->Address);
    if (!terms().isNewName(Part)) {
      Work.push_back(terms()[Part].A);
      Work.push_back(terms()[Part].B);
    }
  }
  return llvm::any_of(Places, [&](Term Address) {
    return !terms().isLocal(Address) || !Links || isPublished(Address, Links - 1);
  });
}

bool PathState::askedAbout(Term Object, const PathState &Before) const {
  bool Asked = false;
  forEachDifference(
      Before.Facts, Facts,
      [&](Term T, const ValueSet *const *, const ValueSet *const *Now) {
        if (Now)
          for (Term About : terms().answersAbout(T))
            Asked |= About == Object || About == terms().anyObject();
      });
  return Asked;
}

void PathState::recordCreation(Term Object, CreationId Creation) {
  Creations = States->IdMaps.add(Creations, Object, Creation);
}

CreationId PathState::creationOf(Term Object) const {
  const CreationId *C = Creations.lookup(Object);
  return C ? *C : 0;
}

bool PathState::operator==(const PathState &O) const {
  return Store == O.Store && Facts == O.Facts && Clobbers == O.Clobbers &&
         Creations == O.Creations && Published == O.Published;
}

void PathState::forEachStored(
    llvm::function_ref<void(Term, Term)> F) const {
  for (const auto &Entry : Store)
    F(Entry.first, Entry.second);
}
void PathState::forEachFact(
    llvm::function_ref<void(Term, const ValueSet &)> F) const {
  for (const auto &Entry : Facts)
    F(Entry.first, *Entry.second);
}
void PathState::forEachClobber(
    llvm::function_ref<void(Term, Term)> F) const {
  for (const auto &Entry : Clobbers)
    F(Entry.first, Entry.second);
}
void PathState::forEachPublished(llvm::function_ref<void(Term)> F) const {
  for (Term P : Published)
    F(P);
}
void PathState::forEachCreation(
    llvm::function_ref<void(Term, CreationId)> F) const {
  for (const auto &Entry : Creations)
    F(Entry.first, Entry.second);
}

void PathState::print(llvm::raw_ostream &OS) const {
  for (const auto &Entry : Store) {
    OS << "  ";
    terms().print(Entry.first, OS);
    OS << " = ";
    terms().print(Entry.second, OS);
    OS << '\n';
  }
  for (const auto &Entry : Facts) {
    OS << "  ";
    terms().print(Entry.first, OS);
    OS << " in ";
    Entry.second->print(OS);
    OS << '\n';
  }
}
