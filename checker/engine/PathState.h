//===--- PathState.h - What is known on a path ------------------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The facts that the engine carries along a path: what addresses hold, what
/// values can be, what memory was changed behind our back, who may know an
/// object, and how objects came into being.
///
/// A state is a value: copying is cheap (persistent maps), and joining two
/// keeps what holds on both sides. Laws of the join, each tested:
///   J1  join(a, a) = a.
///   J2  An address that holds one value on both sides keeps it.
///   J3  Addresses that differ in the same way on both sides stay equal to each
///       other (one phi for the pair).
///   J4  A value's set after the join contains both sides' sets.
///   J5  Whoever may know an object on one side may know it afterwards.
///
//===----------------------------------------------------------------------===//

#ifndef SEMTIDY_ENGINE_PATHSTATE_H
#define SEMTIDY_ENGINE_PATHSTATE_H

#include "Term.h"
#include "ValueSet.h"
#include "llvm/ADT/ImmutableMap.h"
#include "llvm/ADT/ImmutableSet.h"
#include "llvm/ADT/SetVector.h"
#include <set>

namespace semtidy {

/// Identifies a Creation of the engine; 0 is none.
using CreationId = unsigned;

class PathState;

/// Makes and joins path states; owns their memory. One per function under
/// analysis, so that memory is returned early.
class PathStates {
public:
  explicit PathStates(TermContext &Terms)
      : Terms(Terms), TermMaps(Allocator, /*canonicalize=*/false),
        FactMaps(Allocator, false), IdMaps(Allocator, false),
        Sets(Allocator, false) {}

  PathState initial();

  /// Joins at block \p Block. In a loop, values of the earlier round are
  /// renamed; \p Widen gives up bounds that \p B passes.
  PathState join(const PathState &A, const PathState &B, EventUid Block,
                 bool InLoop, bool Widen);

  TermContext &terms() { return Terms; }

private:
  friend class PathState;
  using TermMap = llvm::ImmutableMap<Term, Term>;
  using FactMap = llvm::ImmutableMap<Term, const ValueSet *>;
  using IdMap = llvm::ImmutableMap<Term, CreationId>;
  using TermSet = llvm::ImmutableSet<Term>;

  const ValueSet *intern(const ValueSet &S) { return &*Pool.insert(S).first; }

  TermContext &Terms;
  llvm::BumpPtrAllocator Allocator;
  TermMap::Factory TermMaps;
  FactMap::Factory FactMaps;
  IdMap::Factory IdMaps;
  TermSet::Factory Sets;
  std::set<ValueSet> Pool;
  /// For each value that some path published by publishAt(), what it published.
  llvm::DenseMap<unsigned, llvm::SmallSetVector<unsigned, 2>> LeftOf;
};

/// What is known at one point of one path (or of all paths that agree on the
/// property state).
class PathState {
public:
  /// The value that \p Address holds.
  Term load(Term Address) const;
  void store(Term Address, Term Value) { storeAll({{Address, Value}}); }
  /// Stores values that all hold afterwards.
  void storeAll(llvm::ArrayRef<std::pair<Term, Term>> Stores);
  /// Copies what is known of the object at \p From to \p To.
  void copyObject(Term To, Term From, EventUid Event);
  /// Forgets \p Address and everything inside it; it now holds what is read
  /// from it first.
  void forgetObject(Term Address);
  /// The object at \p Address ends: nobody reads it any more.
  void endObject(Term Address);
  /// The memory that can be reached from \p Root was changed by \p Event.
  void clobber(Term Root, EventUid Event);

  /// Evaluates an operation under the facts: folds what they decide.
  Term evaluate(Operation Op, Term A, Term B, int64_t Aux = 0);
  /// Logical negation.
  Term negate(Term A) { return evaluate(Operation::EQ, A, constant(0)); }
  Term constant(int64_t V) const { return States->Terms.constant(V); }

  /// What is known about the value of \p T.
  ValueSet valuesOf(Term T) const;
  /// Restricts \p T to \p S. Returns false if that cannot be.
  [[nodiscard]] bool assume(Term T, const ValueSet &S);
  [[nodiscard]] bool assumeNonZero(Term T) {
    return assume(T, ValueSet::single(0).complement());
  }
  [[nodiscard]] bool assumeZero(Term T) {
    return assume(T, ValueSet::single(0));
  }

  /// Whether \p T, which may depend on what addresses hold where paths meet at
  /// \p Block, still names the same value when \p Block is entered again.
  bool keepsValue(Term T, EventUid Block) const;

  /// Events may run again in a loop: what depended on the earlier run of
  /// \p Event is renamed (addresses' values) or dropped (facts).
  void beginEvent(EventUid Event);

  /// Forgets what became known since \p Before of terms for which \p IsDead.
  void dropFactsSince(const PathState &Before,
                      llvm::function_ref<bool(Term)> IsDead);

  /// Forgets what is known of addresses, objects and values for which the
  /// answer is no.
  void keepOnly(llvm::function_ref<bool(Term Address)> KeepsAddress,
                llvm::function_ref<bool(Term Value)> KeepsFact);

  void publish(Term Root);
  /// Publishes the values that memory inside or behind \p Root holds.
  void publishContents(Term Root);
  /// Visits the values that memory inside or behind \p Root holds, and those
  /// behind them, until \p Visit says that it is enough.
  void forEachReached(Term Root, llvm::function_ref<bool(Term)> Visit) const;
  /// Publishes \p Value, which was left at \p Address, to those who find that: a
  /// caller may have this memory for itself.
  void publishAt(Term Address, Term Value);
  struct Left {
    Term Address, Value;
  };
  /// What \p Root, which was published, is by publishAt().
  std::optional<Left> leftAt(Term Root) const;
  /// Whether an object inside or behind \p T was handed to unknown code.
  bool isPublished(Term T) const { return isPublished(T, 4); }
  /// Whether exactly \p Root was published.
  bool isPublishedAs(Term Root) const { return Published.contains(Root); }

  void recordCreation(Term Object, CreationId Creation);
  CreationId creationOf(Term Object) const;

  /// Whether the path asked since \p Before for something that may say whether
  /// \p Object is set.
  bool askedAbout(Term Object, const PathState &Before) const;

  bool sameFacts(const PathState &O) const { return Facts == O.Facts; }
  bool operator==(const PathState &O) const;
  bool operator!=(const PathState &O) const { return !(*this == O); }

  /// Visits what this path stored, in a deterministic order.
  void forEachStored(llvm::function_ref<void(Term Addr, Term Value)> F) const;
  void forEachFact(llvm::function_ref<void(Term, const ValueSet &)> F) const;
  void forEachClobber(llvm::function_ref<void(Term Root, Term Epoch)> F) const;
  void forEachPublished(llvm::function_ref<void(Term Root)> F) const;
  void
  forEachCreation(llvm::function_ref<void(Term Object, CreationId)> F) const;

  void print(llvm::raw_ostream &OS) const;
  TermContext &terms() const { return States->Terms; }

private:
  friend class PathStates;
  explicit PathState(PathStates *S)
      : States(S), Store(S->TermMaps.getEmptyMap()),
        Clobbers(S->TermMaps.getEmptyMap()), Facts(S->FactMaps.getEmptyMap()),
        Creations(S->IdMaps.getEmptyMap()),
        Published(S->Sets.getEmptySet()) {}

  bool isPublished(Term T, unsigned Links) const;

  /// Drops what is known of those addresses with the part \p Part that
  /// \p IsGone names.
  void forget(Term Part, llvm::function_ref<bool(Term)> IsGone);
  Term epochOf(Term Address) const;
  void setFact(Term T, const ValueSet &S);
  /// Drops or renames what depends on phis of \p Block that change there.
  void ageLoopValues(EventUid Block);
  void age(EventUid Event, llvm::function_ref<bool(Term)> Keeps);

  PathStates *States;
  PathStates::TermMap Store;
  PathStates::TermMap Clobbers;
  PathStates::FactMap Facts;
  PathStates::IdMap Creations;
  PathStates::TermSet Published;
};

} // namespace semtidy

#endif // SEMTIDY_ENGINE_PATHSTATE_H
