//===--- Term.cpp - Hash-consed values and addresses ----------------------===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Term.h"
#include <utility>

using namespace semtidy;

static uint64_t eventBit(EventUid E) {
  return uint64_t(1) << ((E * 0x9E3779B1u) >> 26);
}

// Identifier 0 is no term.
TermContext::TermContext() { Nodes.emplace_back(TermKind::Constant); }

Term TermContext::intern(TermNode Node) {
  ++Work;
  // The highest bit is clear, which keeps hashes apart from DenseMap's own keys.
  uint64_t Hash = static_cast<unsigned>(Node.Kind) << 8 |
                  static_cast<unsigned>(Node.Op);
  for (uint64_t Part :
       {static_cast<uint64_t>(Node.A.Id) << 32 | Node.B.Id,
        static_cast<uint64_t>(Node.Value),
        static_cast<uint64_t>(reinterpret_cast<uintptr_t>(Node.Ptr))}) {
    Hash = (Hash ^ Part) * 0x9E3779B97F4A7C15u;
    Hash ^= Hash >> 32;
  }
  Hash >>= 1;
  auto [It, Inserted] = Interned.try_emplace(Hash, Nodes.size());
  if (!Inserted) {
    for (unsigned Id = It->second; Id; Id = Nodes[Id].SameHash)
      if (Nodes[Id].isSameValue(Node))
        return Term{Id};
    Node.SameHash = std::exchange(It->second, Nodes.size());
  }
  Term New{static_cast<unsigned>(Nodes.size())};
  // The tag of a fresh value is only a name: it does not depend on the tag's
  // events.
  if (Node.Kind != TermKind::Fresh && Node.Kind != TermKind::Phi &&
      Node.Kind != TermKind::Stale)
    Node.Events |= Nodes[Node.A.Id].Events | Nodes[Node.B.Id].Events;
  else
    FirstMentions.try_emplace(static_cast<EventUid>(Node.Value), New);
  Node.Depth =
      1 + std::max(Nodes[Node.A.Id].Depth, Nodes[Node.B.Id].Depth);
  Nodes[Node.A.Id].IsPart = Nodes[Node.B.Id].IsPart = true;
  Node.Base = Node.Kind == TermKind::FieldAddr || Node.Kind == TermKind::ElemAddr
                  ? Nodes[Node.A.Id].Base
                  : New;
  Nodes.push_back(Node);
  return New;
}

Term TermContext::constant(int64_t Value) {
  TermNode N(TermKind::Constant);
  N.Value = Value;
  return intern(N);
}

Term TermContext::varAddr(const clang::Decl *D) {
  TermNode N(TermKind::VarAddr);
  N.Ptr = D->getCanonicalDecl();
  return intern(N);
}

Term TermContext::tempAddr(const void *Expr) {
  TermNode N(TermKind::TempAddr);
  N.Ptr = Expr;
  return intern(N);
}

Term TermContext::funcAddr(const clang::FunctionDecl *F) {
  TermNode N(TermKind::FuncAddr);
  N.Ptr = F->getCanonicalDecl();
  return intern(N);
}

Term TermContext::fieldAddr(Term Base, const clang::FieldDecl *F) {
  TermNode N(TermKind::FieldAddr);
  N.A = Base;
  N.Ptr = F->getCanonicalDecl();
  return intern(N);
}

Term TermContext::elemAddr(Term Base, Term Index, int64_t Stride) {
  if (isConstant(Index) && Nodes[Index.Id].Value == 0)
    return Base;
  // As a distance, a number is the same whether it has a sign or not.
  while (Nodes[Index.Id].Kind == TermKind::Op &&
         Nodes[Index.Id].Op == Operation::Cast &&
         (Nodes[Index.Id].Value == 64 || Nodes[Index.Id].Value == -64))
    Index = Nodes[Index.Id].A;
  // Fold (p + i) + j, so that walking a buffer names its elements once.
  const TermNode &Outer = Nodes[Base.Id];
  if (Outer.Kind == TermKind::ElemAddr && Outer.Value == Stride &&
      isConstant(Outer.B) && isConstant(Index)) {
    Term Inner = Outer.A;
    Term Sum = constant(Nodes[Outer.B.Id].Value + Nodes[Index.Id].Value);
    return elemAddr(Inner, Sum, Stride);
  }
  TermNode N(TermKind::ElemAddr);
  N.A = Base;
  N.B = Index;
  N.Value = Stride;
  return intern(N);
}

Term TermContext::load(Term Address, Term Epoch) {
  TermNode N(TermKind::Load);
  N.A = Address;
  N.B = Epoch;
  return intern(N);
}

Term TermContext::fresh(EventUid Event, Term Tag) {
  TermNode N(TermKind::Fresh);
  N.A = Tag;
  N.Value = Event;
  N.Events = eventBit(Event);
  return intern(N);
}

Term TermContext::phi(EventUid Block, Term Address) {
  TermNode N(TermKind::Phi);
  N.A = Address;
  N.Value = Block;
  N.Events = eventBit(Block);
  return intern(N);
}

Term TermContext::stale(EventUid Event, Term Address) {
  TermNode N(TermKind::Stale);
  N.A = Address;
  N.Value = Event;
  N.Events = eventBit(Event);
  return intern(N);
}

Term TermContext::op(Operation O, Term A, Term B, int64_t Value,
                     const void *Ptr) {
  TermNode N(TermKind::Op);
  N.Op = O;
  N.A = A;
  N.B = B;
  N.Value = Value;
  N.Ptr = Ptr;
  return intern(N);
}

bool TermContext::isAddress(Term T) const {
  switch (Nodes[T.Id].Kind) {
  case TermKind::VarAddr:
  case TermKind::TempAddr:
  case TermKind::FuncAddr:
    return true;
  // The address of a field or element is null only if the base is invalid.
  case TermKind::FieldAddr:
    return true;
  case TermKind::ElemAddr:
    return isAddress(Nodes[T.Id].A);
  default:
    return false;
  }
}

bool TermContext::isTruth(Term T) const {
  const TermNode &N = Nodes[T.Id];
  switch (N.Kind) {
  case TermKind::Op:
    return N.Op == Operation::EQ || N.Op == Operation::LT ||
           N.Op == Operation::ULT ||
           (N.Op == Operation::Pure && N.Ptr &&
            static_cast<const clang::FunctionDecl *>(N.Ptr)
                ->getReturnType()
                ->isBooleanType());
  case TermKind::Fresh:
    return !N.A && Truths.contains(N.Value);
  case TermKind::Load:
  case TermKind::Phi: {
    const TermNode &Place = Nodes[N.A.Id];
    if (Place.Kind == TermKind::FieldAddr)
      return static_cast<const clang::FieldDecl *>(Place.Ptr)
          ->getType()
          ->isBooleanType();
    const auto *Var = Place.Kind == TermKind::VarAddr
                          ? llvm::dyn_cast<clang::VarDecl>(
                                static_cast<const clang::Decl *>(Place.Ptr))
                          : nullptr;
    return Var && Var->getType()->isBooleanType();
  }
  default:
    return false;
  }
}

bool TermContext::isDepth(Term T) const {
  const TermNode &N = Nodes[T.Id];
  if (Depths.empty() || (N.Kind != TermKind::Load && N.Kind != TermKind::Phi))
    return false;
  const TermNode &Place = Nodes[N.A.Id];
  return Place.Kind == TermKind::VarAddr && Depths.contains(Place.Ptr);
}

bool TermContext::mentions(Term T, EventUid E) const {
  const TermNode &N = Nodes[T.Id];
  if (!(N.Events & eventBit(E)))
    return false;
  switch (N.Kind) {
  case TermKind::Fresh:
  case TermKind::Phi:
  case TermKind::Stale:
    return N.Value == static_cast<int64_t>(E);
  default:
    return (N.A && mentions(N.A, E)) || (N.B && mentions(N.B, E));
  }
}

bool TermContext::contains(Term T, Term Part) const {
  if (T == Part)
    return true;
  const TermNode &N = Nodes[T.Id];
  // Terms are interned bottom-up: a part has a smaller identifier.
  if (Part.Id > T.Id || isNewName(T))
    return false;
  return (N.A && contains(N.A, Part)) || (N.B && contains(N.B, Part));
}

bool TermContext::isInside(Term Address, Term Object) const {
  while (Address != Object) {
    const TermNode &N = Nodes[Address.Id];
    if (N.Kind != TermKind::FieldAddr && N.Kind != TermKind::ElemAddr)
      return false;
    Address = N.A;
  }
  return true;
}

bool TermContext::isLocal(Term Address) const {
  const TermNode &N = Nodes[base(Address).Id];
  if (N.Kind != TermKind::VarAddr)
    return N.Kind == TermKind::TempAddr;
  const auto *Var =
      llvm::dyn_cast<clang::VarDecl>(static_cast<const clang::Decl *>(N.Ptr));
  return !Var || !Var->hasGlobalStorage();
}

bool TermContext::isBehindParameter(Term Address) const {
  while (Nodes[Address.Id].Kind == TermKind::FieldAddr)
    Address = Nodes[Address.Id].A;
  const TermNode &N = Nodes[Address.Id];
  return N.Kind == TermKind::Load && !N.B &&
         Nodes[N.A.Id].Kind == TermKind::VarAddr && isLocal(N.A);
}

Term TermContext::root(Term T) const {
  while (true) {
    const TermNode &N = Nodes[T.Id];
    if (N.Kind != TermKind::FieldAddr && N.Kind != TermKind::ElemAddr &&
        N.Kind != TermKind::Load)
      return T;
    T = N.A;
  }
}

const clang::ValueDecl *TermContext::rootDecl(Term T) const {
  const TermNode &N = Nodes[root(T).Id];
  if (N.Kind != TermKind::VarAddr)
    return nullptr;
  return llvm::dyn_cast<clang::ValueDecl>(
      static_cast<const clang::Decl *>(N.Ptr));
}

void TermContext::noteAnswer(Term Value, Term Object) {
  llvm::SmallVector<Term, 1> &Objects = Answers[Value.Id];
  if (!llvm::is_contained(Objects, Object))
    Objects.push_back(Object);
}

void TermContext::noteAnswers(EventUid Event, Term Object) {
  llvm::SmallVector<Term, 1> &Objects = AnswersOfEvents[Event];
  if (!llvm::is_contained(Objects, Object))
    Objects.push_back(Object);
}

llvm::SmallVector<Term, 2> TermContext::answersAbout(Term T) const {
  llvm::SmallVector<Term, 2> Objects;
  if (Answers.empty() && AnswersOfEvents.empty())
    return Objects;
  llvm::SmallVector<Term, 16> Work = {T};
  llvm::SmallDenseSet<unsigned, 16> Seen;
  while (!Work.empty()) {
    Term Part = Work.pop_back_val();
    if (!Part || !Seen.insert(Part.Id).second)
      continue;
    const TermNode &N = Nodes[Part.Id];
    if (N.Kind == TermKind::Fresh) { // Its tag is only a name.
      auto It = Answers.find(Part.Id);
      if (It != Answers.end())
        Objects.append(It->second.begin(), It->second.end());
      if (auto Of = AnswersOfEvents.find(static_cast<EventUid>(N.Value));
          Of != AnswersOfEvents.end())
        Objects.append(Of->second.begin(), Of->second.end());
      continue;
    }
    if (N.Kind == TermKind::Phi || N.Kind == TermKind::Stale)
      continue;
    Work.push_back(N.A);
    Work.push_back(N.B);
  }
  return Objects;
}

void TermContext::print(Term T, llvm::raw_ostream &OS) const {
  const TermNode &N = Nodes[T.Id];
  auto Name = [&] {
    const auto *D = static_cast<const clang::NamedDecl *>(
        static_cast<const clang::Decl *>(N.Ptr));
    return D->getNameAsString();
  };
  switch (N.Kind) {
  case TermKind::Constant:
    OS << N.Value;
    return;
  case TermKind::VarAddr:
    OS << '&' << Name();
    return;
  case TermKind::TempAddr:
    OS << "&temporary#" << T.Id;
    return;
  case TermKind::FuncAddr:
    OS << '&' << Name();
    return;
  case TermKind::FieldAddr:
    print(N.A, OS);
    OS << "->" << Name();
    return;
  case TermKind::ElemAddr:
    print(N.A, OS);
    OS << '[';
    print(N.B, OS);
    OS << ']';
    return;
  case TermKind::Load:
    OS << "*(";
    print(N.A, OS);
    OS << ')';
    if (N.B)
      OS << '@' << N.B.Id;
    return;
  case TermKind::Fresh:
    OS << "event#" << N.Value;
    if (N.A)
      OS << '.' << N.A.Id;
    return;
  case TermKind::Phi:
    OS << "phi#" << N.Value << '(';
    print(N.A, OS);
    OS << ')';
    return;
  case TermKind::Stale:
    OS << "stale#" << N.Value << '(' << N.A.Id << ')';
    return;
  case TermKind::Op: {
    static constexpr const char *Names[] = {"?",  "+", "-", "*",    "/",
                                            "%", "%u", "<<", ">>", "&",   "|",
                                            "^",  "==", "<",  "<u",  "cast",
                                            "pure", ","};
    OS << '(';
    if (N.A)
      print(N.A, OS);
    OS << ' ' << Names[static_cast<unsigned>(N.Op)] << ' ';
    if (N.B)
      print(N.B, OS);
    OS << ')';
    return;
  }
  }
}
