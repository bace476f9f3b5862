//===--- Term.h - Hash-consed values and addresses --------------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A term names a value: a constant, an address, what an address held when a
/// function was entered, the result of an event, or an operation on those.
/// Terms are value numbers: within one path state, equal terms are equal values.
///
/// Objects are terms, too. A semaphore identified by address is the term of its
/// address; one identified by handle is the term of the handle.
///
/// Invariant: a term is interned once per translation unit, in a deterministic
/// order, so identifiers can be compared, sorted and hashed.
///
//===----------------------------------------------------------------------===//

#ifndef SEMTIDY_ENGINE_TERM_H
#define SEMTIDY_ENGINE_TERM_H

#include "clang/AST/Decl.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/FoldingSet.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/raw_ostream.h"
#include <vector>

namespace semtidy {

/// Identifies a term; the default one is no term.
struct Term {
  unsigned Id = 0;

  explicit operator bool() const { return Id != 0; }
  bool operator==(Term O) const { return Id == O.Id; }
  bool operator!=(Term O) const { return Id != O.Id; }
  bool operator<(Term O) const { return Id < O.Id; }
  void Profile(llvm::FoldingSetNodeID &ID) const { ID.AddInteger(Id); }
};

/// Numbers an event or block of a function, unique in the translation unit.
using EventUid = unsigned;

enum class TermKind : uint8_t {
  Constant, ///< the integer Value
  VarAddr,  ///< address of the variable Ptr; `this`'s slot for a method
  TempAddr, ///< address of the temporary made by the expression Ptr
  FuncAddr, ///< address of the function Ptr
  FieldAddr, ///< address of field Ptr in the object at A
  ElemAddr,  ///< address A moved by B elements of Value bytes
  Load,      ///< what address A held at epoch B; no epoch: at function entry
  Fresh,     ///< result of event Value; A tells several results apart
  Phi,       ///< what address A holds where paths meet at block Value
  Stale,     ///< an earlier round's value of something at event Value
  Op,        ///< Operation on A and B
};

/// Operations that terms can carry. Comparisons have the value 0 or 1.
enum class Operation : uint8_t {
  None,
  Add, Sub, Mul, Div, Rem, URem, Shl, Shr, And, Or, Xor,
  EQ,
  LT,   ///< signed
  ULT,  ///< unsigned
  Cast, ///< integral conversion that may change the value; Value: bits, sign
  /// A call without side effects; Ptr: the function, A: argument list; Value: 1
  /// if that begins with the number of what memory held (UnitContext::Memories).
  Pure,
  List, ///< A followed by B
  UDiv, ///< division of unsigned numbers
};

struct TermNode {
  explicit TermNode(TermKind Kind) : Kind(Kind) {}

  TermKind Kind;
  Operation Op = Operation::None;
  Term A, B;
  /// What fields and elements are stripped down to; the term itself otherwise.
  Term Base;
  int64_t Value = 0;
  const void *Ptr = nullptr;
  /// Bloom filter of the events and blocks that the term depends on.
  uint64_t Events = 0;
  /// Height of the term; bounded, see TermContext::MaxDepth.
  unsigned Depth = 1;
  /// The next older term with the same hash; 0 if there is none.
  unsigned SameHash = 0;
  /// Some other term has this one as a part.
  bool IsPart = false;

  bool isSameValue(const TermNode &O) const {
    return Kind == O.Kind && Op == O.Op && A == O.A && B == O.B &&
           Value == O.Value && Ptr == O.Ptr;
  }
};

/// Owns the terms of a translation unit.
class TermContext {
public:
  /// Terms higher than this are replaced by a fresh value where they arise.
  static constexpr unsigned MaxDepth = 24;

  TermContext();

  const TermNode &operator[](Term T) const { return Nodes[T.Id]; }

  Term constant(int64_t Value);
  Term varAddr(const clang::Decl *D);
  Term tempAddr(const void *Expr);
  /// The address of a string literal; equal literals are taken to be one.
  Term stringAddr(llvm::StringRef Bytes) {
    return tempAddr(&*Strings.insert(Bytes).first);
  }
  Term funcAddr(const clang::FunctionDecl *F);
  Term fieldAddr(Term Base, const clang::FieldDecl *F);
  Term elemAddr(Term Base, Term Index, int64_t Stride);
  Term load(Term Address, Term Epoch = {});
  Term fresh(EventUid Event, Term Tag = {});
  Term phi(EventUid Block, Term Address);
  Term stale(EventUid Event, Term Address);
  Term op(Operation O, Term A, Term B, int64_t Value = 0,
          const void *Ptr = nullptr);

  bool isConstant(Term T) const {
    return T && Nodes[T.Id].Kind == TermKind::Constant;
  }
  /// True for names of values that came into being. What they carry tells them
  /// apart, and is no part of the value.
  bool isNewName(Term T) const {
    const TermKind Kind = Nodes[T.Id].Kind;
    return Kind == TermKind::Fresh || Kind == TermKind::Phi ||
           Kind == TermKind::Stale;
  }
  /// True for addresses in a local variable or a temporary.
  bool isLocal(Term Address) const;
  /// Whether \p Address is what a parameter pointed to at the function's entry, or
  /// a field of that.
  bool isBehindParameter(Term Address) const;
  /// True for terms that are addresses of something and so never null.
  bool isAddress(Term T) const;
  /// True for terms that are 0 or 1: comparisons, and values of type `bool`.
  bool isTruth(Term T) const;
  /// Notes that the result of the call \p Event is 0 or 1.
  void noteTruth(EventUid Event) { Truths.insert(Event); }
  /// True for what a variable holds that counts how often something was begun
  /// and not ended, and so for no value below 0.
  bool isDepth(Term T) const;
  /// Notes that \p Var is such a variable.
  void noteDepth(const clang::VarDecl *Var) { Depths.insert(Var); }

  /// Whether \p Address is that of a variable or field that is only counted up
  /// and down, set to 0 and compared with 0.
  bool isNestingCount(Term Address) const {
    const TermNode &N = Nodes[Address.Id];
    return (N.Kind == TermKind::FieldAddr || N.Kind == TermKind::VarAddr) &&
           NestingCounts.contains(N.Ptr);
  }
  void noteNestingCount(const clang::ValueDecl *D) { NestingCounts.insert(D); }

  /// Whether any term has \p T as a part.
  bool hasParts(Term T) const { return Nodes[T.Id].IsPart; }
  /// The first of the terms that depend on event or block \p E: none comes
  /// before it. No term if there is none.
  Term firstMention(EventUid E) const { return FirstMentions.lookup(E); }
  /// Whether \p T may depend on event or block \p E.
  bool mentions(Term T, EventUid E) const;
  /// Whether \p Part is \p T or a part of it.
  bool contains(Term T, Term Part) const;
  /// Whether \p Address is that of \p Object or of a part of it.
  bool isInside(Term Address, Term Object) const;
  /// The variable or value that an address is inside of: strips fields and
  /// elements, but no loads.
  Term base(Term Address) const { return Nodes[Address.Id].Base; }
  /// The innermost address or value that \p T was reached from, through loads.
  Term root(Term T) const;
  /// The variable at the root of \p T, or null.
  const clang::ValueDecl *rootDecl(Term T) const;

  /// Notes that the lowest \p Bits of \p T are zero, by its type. A property of
  /// the name, not of a path.
  void noteZeroBits(Term T, unsigned Bits) {
    if (!isConstant(T) && ZeroBits.lookup(T.Id) < Bits)
      ZeroBits[T.Id] = Bits;
  }
  unsigned zeroBits(Term T) const { return ZeroBits.lookup(T.Id); }

  /// Notes that \p Value was written or returned by a call on \p Object and may
  /// say whether that is set. A property of the name, not of a path.
  void noteAnswer(Term Value, Term Object);
  /// The same of all values that the call \p Event makes.
  void noteAnswers(EventUid Event, Term Object);
  /// The objects that \p T or a part of it may say something about.
  llvm::SmallVector<Term, 2> answersAbout(Term T) const;
  /// Noted as an answer's object, it stands for all of them: the engine gave up
  /// what the answer would be.
  Term anyObject() { return constant(0); }

  void print(Term T, llvm::raw_ostream &OS) const;
  unsigned size() const { return Nodes.size(); }

  /// How much was done so far: terms asked for, and facts joined. It grows with
  /// the time that the analysis takes, and is the same on every machine.
  uint64_t work() const { return Work; }
  void addWork(unsigned Amount) { Work += Amount; }
  /// What tells of a result does not count.
  void forgetWorkSince(uint64_t Before) { Work = Before; }

private:
  Term intern(TermNode Node);

  std::vector<TermNode> Nodes;
  uint64_t Work = 0;
  llvm::DenseMap<EventUid, Term> FirstMentions;
  llvm::DenseSet<EventUid> Truths;
  llvm::DenseSet<const void *> Depths, NestingCounts;
  llvm::StringSet<> Strings;
  /// The newest term with a hash; TermNode::SameHash links the others. Smaller
  /// than a map of what terms consist of, and misses of the cache are its cost.
  llvm::DenseMap<uint64_t, unsigned> Interned;
  llvm::DenseMap<unsigned, llvm::SmallVector<Term, 1>> Answers;
  llvm::DenseMap<EventUid, llvm::SmallVector<Term, 1>> AnswersOfEvents;
  llvm::DenseMap<unsigned, unsigned> ZeroBits;
};

} // namespace semtidy

#endif // SEMTIDY_ENGINE_TERM_H
