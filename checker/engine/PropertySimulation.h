//===--- PropertySimulation.h - Following objects through a function *- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Runs disjuncts (a property state with path facts) through a function to a
/// fixpoint. At each block the disjuncts with equal property states are merged,
/// so the number of disjuncts does not grow with the number of paths:
/// M. Das, S. Lerner, M. Seigle: "ESP", PLDI 2002.
///
/// The same machine computes the plain value flow (no object), follows an
/// object that is set, and follows paths on which it is not.
///
//===----------------------------------------------------------------------===//

#ifndef SEMTIDY_ENGINE_PROPERTYSIMULATION_H
#define SEMTIDY_ENGINE_PROPERTYSIMULATION_H

#include "CallSummary.h"
#include "Interpreter.h"
#include "PropertyState.h"

namespace semtidy {

/// An event that closes an object that is set (or, in an audit, one that is
/// not).
struct CloseHit {
  explicit CloseHit(Disjunct At) : At(std::move(At)) {}

  CloseKind Kind = CloseKind::Call;
  unsigned Block = 0, Index = 0;
  Disjunct At;
  const BoundEffect *By = nullptr;
  /// The event's location; for a close inside a callee, the call's.
  clang::SourceLocation Loc;
  /// The expression that names the object, if there is one.
  const clang::Expr *ObjectExpr = nullptr;
  const clang::VarDecl *Var = nullptr;
  /// How a callee closed it, newest first; null if here.
  Trail Inner;
  /// Uid of the closing call's event, wherever it is.
  EventUid CloseUid = 0;
  /// The program clears the object when the close fails.
  bool Handled = false;
};

/// A place inside a block with what is known there.
struct BlockPosition {
  unsigned Block = 0, Index = 0;
  Disjunct State;
  RegisterFile Registers;
};

/// A call through which a path goes, with what tells one way through it from
/// the others.
struct FollowedCall {
  const FunctionEvents *Callee;
  const CallSite *Site;
  llvm::SmallVector<Term, 4> Args;
  Term This;
  EventUid Uid;
  PathState Before; ///< what was known at the call
  Outcome Way;      ///< what it did
  /// Where the caller goes on, and where the call's result is then.
  BlockPosition After;
  Register Result;
  /// What the summary tells of the way.
  Trail Inner;
  /// The object as it entered, what else held it, and what the callee clears
  /// that is another one; none if the callee set it.
  std::optional<PropertyState> Entering = std::nullopt;
  llvm::SmallVector<Term, 4> Aliases = {}, Others = {};

  CallContext context() const { return {Callee, Site, Args, This, Uid}; }
};

/// An event that sets an object, and the disjunct right after it.
struct Origin {
  explicit Origin(BlockPosition After)
      : Block(After.Block), Index(After.Index), After(std::move(After)) {
    ++this->After.Index;
  }

  unsigned Block = 0, Index = 0;
  /// Tells several objects of one event apart.
  unsigned Number = 0;
  /// A callee set it once for each round of a loop.
  bool Counted = false;
  BlockPosition After;
  /// A call that may fail: what is known where it did.
  std::optional<PathState> Failed;
};

/// An object that a call clears.
struct ClearedObject {
  Term Object;
  const Family *TheFamily;
  bool operator==(const ClearedObject &O) const {
    return Object == O.Object && TheFamily == O.TheFamily;
  }
};

/// What running some disjuncts through one block gave.
struct BlockResult {
  llvm::SmallVector<std::pair<unsigned, Disjunct>, 2> Out; ///< by edge
  std::vector<CloseHit> Hits;
  /// An object stopped being followed since it was cleared or unknown.
  bool Dropped = false;
  /// How often a call of the block that runs went on in one more way. Nothing
  /// joins the ways before the block's end, so their number is bounded.
  unsigned Forks = 0;
  bool LimitReached = false;
  /// The object was set once more in a round of a loop, or cleared in one.
  bool CountedInLoop = false, ClearedInLoop = false;
  /// The first and the last call of the block with a loop that does so; and whether
  /// the loop that sets it is another one than that which clears it.
  struct Calls {
    unsigned First = ~0u, Last = 0;
    void add(unsigned Call) {
      First = std::min(First, Call);
      Last = std::max(Last, Call);
    }
    bool beginBefore(const Calls &O) const { return First < O.Last; }
  };
  Calls CountedIn, ClearedIn;
  bool BothInLoops = false;
  void addLoopsOf(unsigned Call, bool Counted, bool Cleared, bool Both,
                  bool InLoop) {
    if (Counted)
      CountedIn.add(Call);
    if (Cleared)
      ClearedIn.add(Call);
    BothInLoops |= Both || CountedIn.beginBefore(ClearedIn) ||
                   (InLoop && ClearedIn.beginBefore(CountedIn));
    CountedInLoop |= Counted;
    ClearedInLoop |= Cleared;
  }
  /// The object was (or may have been) cleared at a close that had failed.
  llvm::SmallVector<unsigned, 1> HandledCloses;
  std::vector<Origin> Origins;
  std::vector<ClearedObject> Clears; ///< with CollectOrigins
};

class FunctionSummary;
class SummaryStore;

class PropertySimulation {
public:
  PropertySimulation(UnitContext &Unit, const FunctionEvents &Events,
                     PathStates &States)
      : Unit(Unit), Events(Events), States(States), Interp(Unit, Events) {}

  /// A fixpoint: what reaches each block.
  struct Fixpoint {
    std::map<unsigned, llvm::SmallVector<Disjunct, 1>> In; ///< by block
    /// Edges that some disjunct took, by block; in order.
    std::map<unsigned, llvm::SmallVector<unsigned, 2>> Taken;
    std::vector<CloseHit> Hits;
    /// Blocks in which the object was set once more in a round of a loop, or
    /// cleared in a round of a loop.
    llvm::SmallVector<unsigned, 1> CountedIn, ClearedIn, BothIn;
    /// On some path the object was cleared, or became unknown.
    bool Dropped = false;
    bool LimitReached = false;
  };

  /// Whether the object was set in the rounds of one loop, in block
  /// \p Counted, and then given back in those of another one, in \p Cleared.
  /// How the numbers of rounds relate is not known, so neither is the state.
  /// Not in order: where the function is called in each round of a loop.
  static bool isCountedByLoops(const FunctionEvents &Events, const Fixpoint &F,
                               unsigned Counted, unsigned Cleared,
                               bool InAnyOrder = false);

  /// Runs the seeds (positions in blocks) to a fixpoint.
  Fixpoint run(llvm::ArrayRef<BlockPosition> Seeds);

  /// Runs one disjunct from a position to the end of its block.
  void runBlock(BlockPosition From, BlockResult &Result,
                bool CollectOrigins = false);

  /// The disjunct that enters the function with no object and no knowledge.
  BlockPosition entry();

  /// Called for each call with what is known before it; for debugging.
  using CallObserver = std::function<void(const CallSite &, const Event &,
                                          const CallValues &,
                                          const Disjunct &)>;
  void observeCalls(CallObserver O) { Observer = std::move(O); }

  /// Whether the trails of objects tell of calls that they came through.
  bool FollowsCalls = false;

  const FunctionEvents &events() const { return Events; }
  unsigned steps() const { return Steps; }
  /// What was run is run again.
  void forgetSteps(unsigned Count) { Steps -= std::min(Steps, Count); }

private:
  using Disjuncts = llvm::SmallVector<Disjunct, 2>;
  /// What follows a call, each with the call's result on its paths.
  using Continuations = llvm::SmallVector<std::pair<Disjunct, Term>, 2>;

  /// A disjunct that comes to a block, and from which one; none for a seed.
  using Arrival = std::pair<const Disjunct *, std::optional<unsigned>>;

  bool choosesSame(const Disjunct &A, const Disjunct &B, bool InLoop) const;
  Disjuncts mergeAt(unsigned Block, llvm::ArrayRef<Arrival> Incoming);
  bool keepsObject(const Disjunct &D, unsigned Block) const;

  // Calls.
  void call(BlockPosition &At, BlockResult &Result, Continuations &Next,
            bool CollectOrigins);
  void callModelled(BlockPosition &At, CallValues &V, BlockResult &Result,
                    Continuations &Next, bool CollectOrigins);
  void callSummary(BlockPosition &At, CallValues &V, const CallContext &Call,
                   BlockResult &Result, Continuations &Next,
                   bool CollectOrigins);
  void callUnknown(BlockPosition &At, CallValues &V, BlockResult &Result,
                   Continuations &Next);
  std::optional<Creation> creationOf(Term Object,
                                     const PathState &Path) const;
  void collectModelOrigins(const BlockPosition &At, const CallValues &V,
                           BlockResult &Result);

  // Effects on the tracked object.
  llvm::SmallVector<Term, 4> handlesOf(const BoundEffect &B,
                                       const CallValues &V,
                                       const PathState &Path) const;
  ValueSet codesOfHandle(const Effect &E, unsigned Index, EventUid Call) const;
  void applyToArray(const BoundEffect &B, const BlockPosition &At,
                    const CallValues &V, Disjunct D, BlockResult &Result,
                    Disjuncts &Next);
  void applyEffect(const BoundEffect &B, const BlockPosition &At,
                   const CallValues &V, Disjunct D, BlockResult &Result,
                   Disjuncts &Next);
  void setAgain(const BoundEffect &B, const BlockPosition &At,
                const CallValues &V, Disjunct D, BlockResult &Result,
                Disjuncts &Next);
  bool changeInRound(PropertyState &P, int Before, unsigned Block,
                     BlockResult &Result) const;
  bool endRound(unsigned Block, unsigned To, Disjunct &D,
                BlockResult &Result) const;
  bool isTry(const Effect &E, const CallValues &V, const PathState &Path) const;
  std::optional<int> countOf(const Effect &E, const CallValues &V,
                             const PathState &Path) const;
  void assumeOutermost(const Event &Store, BlockPosition &At);
  void unknown(Disjunct D, BlockResult &Result, Disjuncts &Next);
  void clear(const BoundEffect &B, const BlockPosition &At,
             const CallValues &V, Disjunct D, BlockResult &Result,
             Disjuncts &Next);
  bool hasOtherHandle(const Disjunct &D) const;
  void close(const BoundEffect &B, CloseKind Kind, const BlockPosition &At,
             const CallValues &V, Disjunct D, BlockResult &Result,
             Disjuncts &Next);
  void drop(const Disjunct &D, BlockResult &Result);
  /// A close of the object of \p D by the event at \p At.
  CloseHit hitAt(const BlockPosition &At, const Disjunct &D,
                 CloseKind Kind) const;
  bool isKnownOutside(const clang::VarDecl *Var, Term Object) const;
  bool isUntouchedBy(FunctionSummary &Callee, const CallValues &V,
                     const Disjunct &D) const;
  Term answerOf(const clang::FunctionDecl *Callee, const CallValues &V,
                const PathState &Path) const;
  bool escapes(const CallSite &Site, const CallValues &V,
               const Disjunct &D) const;
  bool reaches(Term From, const Disjunct &D, bool IsSystem) const;
  bool leads(Term From, const Disjunct &D) const;
  bool isSame(Term A, Term B) const;
  bool mayAlias(Term A, Term B, const PathState &Path) const;
  bool mayContain(Term A, Term B, const PathState &Path) const;

  // Shared ownership.
  void noteSharing(const CallSite &Site, const CallValues &V,
                   PathState &Path) const;
  bool endsLastOwner(const CallSite &Site, const CallValues &V,
                     const Disjunct &D) const;
  bool isAllocated(Term T) const;
  bool isShared(Term Address, const PathState &Path) const;
  Term sharedMark(Term Base) const;
  const TermContext &Terms() const { return Unit.Terms; }

  UnitContext &Unit;
  const FunctionEvents &Events;
  PathStates &States;
  Interpreter Interp;
  unsigned Steps = 0;
  CallObserver Observer;
};

} // namespace semtidy

#endif // SEMTIDY_ENGINE_PROPERTYSIMULATION_H
