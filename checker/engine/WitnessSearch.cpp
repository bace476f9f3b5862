//===--- WitnessSearch.cpp - A path for a candidate -----------------------===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "WitnessSearch.h"
#include "DebugOutput.h"
#include "Refutation.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/ImmutableMap.h"

using namespace semtidy;
using namespace clang;

namespace {

/// A path in reverse: the block and the edge by which it was left.
struct PathNode {
  unsigned Block;
  unsigned Edge;
  bool Tracked; ///< after the origin
  bool Set;     ///< the object was set when the block was left
  std::shared_ptr<const PathNode> Earlier;
};
using PathRef = std::shared_ptr<const PathNode>;

/// Block (times two, plus one after the origin) to visits.
using VisitMap = llvm::ImmutableMap<unsigned, unsigned>;

class Search {
public:
  Search(UnitContext &Unit, FunctionSummary &Function,
         const FunctionSummary::OriginRun &Run, const CloseHit &Target)
      : Unit(Unit), Function(Function), Events(Function.events()), Run(Run),
        Target(Target) {}

  SearchResult search();

private:
  struct Frame {
    unsigned Block;
    Disjunct State;
    bool Tracked;
    PathRef Path;
    /// How often the path was at each block of a loop, before and after the
    /// origin.
    VisitMap Visits;
    /// Where the object was set; null before.
    std::shared_ptr<const Origin> AtOrigin;
  };

  bool isTaken(unsigned Block, unsigned Edge) const;
  llvm::BitVector canReach(unsigned Block, bool WhileSet) const;
  llvm::SmallVector<Disjunct, 2> widen(Frame &F);
  void expand(const Frame &F);
  bool isTarget(const CloseHit &H) const;
  bool accept(const BlockResult &R, const PathRef &Path,
              const Origin &AtOrigin);
  void pushSuccessors(const BlockResult &R, const Frame &From, unsigned Block,
                      const std::shared_ptr<const Origin> &AtOrigin);
  bool chooses(unsigned Block) const;
  void noteBranches(const PathRef &Path, const PathNode *Test);
  bool testsSuccess(const PathRef &Path, const Origin &AtOrigin,
                    const PathNode *&Test) const;

  UnitContext &Unit;
  FunctionSummary &Function;
  const FunctionEvents &Events;
  const FunctionSummary::OriginRun &Run;
  const CloseHit &Target;
  llvm::BitVector ReachesOrigin, ReachesClose;
  /// Blocks from which the object gets to the close while it is set.
  llvm::BitVector StaysSet;
  VisitMap::Factory Visits{/*canonicalize=*/false}; // Outlives the frames.
  std::vector<Frame> Stack;
  SearchResult Result;
  bool Done = false;
};

} // namespace

bool Search::isTaken(unsigned Block, unsigned Edge) const {
  auto It = Run.Result.Taken.find(Block);
  return It != Run.Result.Taken.end() && llvm::is_contained(It->second, Edge);
}

llvm::BitVector Search::canReach(unsigned Block, bool WhileSet) const {
  llvm::BitVector Seen(Events.Blocks.size());
  llvm::SmallVector<unsigned, 32> Work = {Block};
  Seen.set(Block);
  while (!Work.empty()) {
    unsigned B = Work.pop_back_val();
    for (unsigned P : Events.Blocks[B].Predecessors) {
      if (Seen.test(P))
        continue;
      const auto &Out = Events.Blocks[P].Successors;
      bool Leads = !WhileSet;
      for (unsigned E = 0; !Leads && E < Out.size(); ++E)
        Leads = Out[E].To == B && isTaken(P, E);
      if (!Leads)
        continue;
      Seen.set(P);
      Work.push_back(P);
    }
  }
  return Seen;
}

/// Whether one path can be among those that \p All summarises: then all that is
/// known there holds for it.
static bool isAmong(const PathState &One, const PathState &All) {
  bool Can = true;
  All.forEachFact([&](Term T, const ValueSet &S) {
    Can = Can && !One.valuesOf(T).intersect(S).empty();
  });
  return Can;
}

/// The states from which to go on: the path's own, or at its third visit what
/// the fixpoint knows of later rounds.
llvm::SmallVector<Disjunct, 2> Search::widen(Frame &F) {
  if (!Events.Blocks[F.Block].InLoop)
    return {F.State};
  unsigned Key = 2 * F.Block + F.Tracked;
  const unsigned *Before = F.Visits.lookup(Key);
  unsigned Seen = Before ? *Before : 0;
  F.Visits = Visits.add(F.Visits, Key, Seen + 1);
  if (Seen < 2)
    return {F.State};
  llvm::SmallVector<Disjunct, 2> Wide;
  if (Seen > 2)
    return Wide;
  const auto &In = F.Tracked ? Run.Result.In : Function.valueFlow().In;
  auto It = In.find(F.Block);
  if (It == In.end())
    return Wide;
  for (const Disjunct &D : It->second)
    if (!D.isFirstRound() &&
        (!F.Tracked || D.Property.Depth == F.State.Property.Depth) &&
        isAmong(F.State.Path, D.Path)) {
      Wide.push_back(D);
      Wide.back().Property.SetTrail = F.State.Property.SetTrail;
    }
  return Wide;
}

/// Whether the branch at the end of \p Block leads at once to a choice of the
/// object: which one it is, is told apart.
bool Search::chooses(unsigned Block) const {
  return llvm::any_of(Events.Blocks[Block].Successors, [&](const Edge &E) {
    const EventBlock &To = Events.Blocks[E.To];
    return To.Predecessors.size() == 1 && To.WritesNamingSlot;
  });
}

/// Notes the branches of the path that matter: those that choose the object,
/// those by which it got to the close while it was set, and \p Test, which
/// tells that it was set.
void Search::noteBranches(const PathRef &Path, const PathNode *Test) {
  for (const PathNode *P = Path.get(); P; P = P->Earlier.get()) {
    std::vector<WitnessStep> &Steps =
        P->Tracked ? Result.Branches : Result.Choices;
    const EventBlock &B = Events.Blocks[P->Block];
    const Edge &Taken = B.Successors[P->Edge];
    if (P->Set && Taken.Kind == Edge::Throw)
      Steps.push_back(
          WitnessStep{StepKind::Called, Taken.Loc, Taken.Callee, false, 0});
    if ((P->Tracked && !P->Set) || B.Successors.size() < 2 ||
        B.BranchLoc.isInvalid())
      continue;
    // A branch matters if another way out does not lead to the close with the
    // object set.
    bool Matters = P == Test || chooses(P->Block);
    for (unsigned I = 0; P->Tracked && I < B.Successors.size(); ++I)
      if (I != P->Edge && B.Successors[I].Kind != Edge::Throw) {
        unsigned To = B.Successors[I].To;
        Matters |= !isTaken(P->Block, I) || !StaysSet.test(To);
      }
    if (!Matters)
      continue;
    WitnessStep S;
    switch (B.Successors[P->Edge].Kind) {
    case Edge::True:
      S.Kind = StepKind::BranchTrue;
      break;
    case Edge::False:
      S.Kind = StepKind::BranchFalse;
      break;
    case Edge::Case:
    case Edge::Default:
      S.Kind = StepKind::BranchCase;
      break;
    case Edge::Always:
    case Edge::Throw:
      continue;
    }
    S.Loc = B.BranchLoc;
    if (S.Kind == StepKind::BranchCase && B.Successors[P->Edge].Loc.isValid())
      S.Loc = B.Successors[P->Edge].Loc;
    Steps.push_back(S);
  }
  std::reverse(Result.Choices.begin(), Result.Choices.end());
  std::reverse(Result.Branches.begin(), Result.Branches.end());
}

/// How many states are followed along a path that was found.
static constexpr size_t MaxStatesOnPath = 16;

/// Walks the path once more with two states: that in which the call that set
/// the object succeeded, and that in which it failed. Where they part, the
/// program tested what the call returned: \p Test is the branch, if it was one.
bool Search::testsSuccess(const PathRef &Path, const Origin &AtOrigin,
                          const PathNode *&Test) const {
  llvm::SmallVector<const PathNode *, 16> Nodes;
  for (const PathNode *P = Path.get(); P && P->Tracked; P = P->Earlier.get())
    Nodes.push_back(P);
  std::reverse(Nodes.begin(), Nodes.end());
  // A permit is taken on the way.
  auto FirstSet =
      llvm::find_if(Nodes, [](const PathNode *P) { return P->Set; });
  const bool IsTakenLater = !AtOrigin.After.State.Property.isSet();
  std::vector<BlockPosition> Succeeded = {AtOrigin.After}, Failed;
  if (AtOrigin.Failed) {
    Failed.push_back(AtOrigin.After);
    Failed.back().State.Path = *AtOrigin.Failed;
  }
  auto Run = [&](const std::vector<BlockPosition> &At) {
    BlockResult R;
    for (const BlockPosition &Each : At)
      Function.simulation().runBlock(Each, R);
    return R;
  };
  auto Leave = [](const BlockResult &R, const PathNode &By, unsigned To) {
    std::vector<BlockPosition> Next;
    for (const auto &[Edge, D] : R.Out)
      if (Edge == By.Edge)
        Next.push_back(BlockPosition{To, 0, D, {}});
    return Next;
  };
  for (auto It = Nodes.begin(); It != Nodes.end(); ++It) {
    const PathNode &P = **It;
    BlockResult Good = Run(Succeeded), Bad = Run(Failed);
    const bool IsTakenHere = IsTakenLater && It == FirstSet;
    if (IsTakenHere) {
      auto IsUnset = [](const auto &Each) {
        return !Each.second.Property.isSet();
      };
      llvm::copy_if(Good.Out, std::back_inserter(Bad.Out), IsUnset);
      llvm::erase_if(Good.Out, IsUnset);
      // What is asked is where the program goes, not what becomes of the
      // object.
      for (auto &Each : Bad.Out)
        if (!Good.Out.empty())
          Each.second.Property = Good.Out.front().second.Property;
    }
    auto CanTake = [](const BlockResult &R, unsigned Edge) {
      return llvm::any_of(R.Out,
                          [&](const auto &Each) { return Each.first == Edge; });
    };
    // A later round of a loop, of which less is known.
    if (!CanTake(Good, P.Edge))
      return false;
    if ((IsTakenHere || !Failed.empty()) &&
        (!CanTake(Bad, P.Edge) || llvm::any_of(Bad.Out, [&](const auto &Each) {
          return !CanTake(Good, Each.first);
        }))) {
      Test = &P;
      return true;
    }
    const unsigned To = Events.Blocks[P.Block].Successors[P.Edge].To;
    Succeeded = Leave(Good, P, To);
    Failed = Leave(Bad, P, To);
    if (Succeeded.size() > MaxStatesOnPath || Failed.size() > MaxStatesOnPath)
      return false;
  }
  auto Closes = [&](const BlockResult &R) {
    return llvm::any_of(R.Hits, [&](const CloseHit &H) { return isTarget(H); });
  };
  return !Failed.empty() && Closes(Run(Succeeded)) && !Closes(Run(Failed));
}

bool Search::isTarget(const CloseHit &H) const {
  return H.Block == Target.Block && H.Index == Target.Index &&
         !H.At.Property.Audit && H.CloseUid == Target.CloseUid;
}

bool Search::accept(const BlockResult &R, const PathRef &Path,
                    const Origin &AtOrigin) {
  for (const CloseHit &H : R.Hits) {
    if (!isTarget(H))
      continue;
    // The program asked, and knows more than we do.
    if (H.At.Path.askedAbout(H.At.Property.Object, AtOrigin.After.State.Path))
      continue;
    if (isInfeasible(H.At.Path, Unit)) {
      ++Unit.Counters.Refuted;
      continue;
    }
    Result.Verdict = SearchVerdict::Found;
    Result.Hit = H;
    const PathNode *Test = nullptr;
    Result.TestsSuccess = testsSuccess(Path, AtOrigin, Test);
    noteBranches(Path, Test);
    Done = true;
    return true;
  }
  return false;
}

void Search::pushSuccessors(const BlockResult &R, const Frame &From,
                            unsigned Block,
                            const std::shared_ptr<const Origin> &AtOrigin) {
  const bool Tracked = AtOrigin != nullptr;
  const llvm::BitVector &Goal = Tracked ? ReachesClose : ReachesOrigin;
  for (const auto &[Edge, D] : llvm::reverse(R.Out)) {
    unsigned To = Events.Blocks[Block].Successors[Edge].To;
    if (!Goal.test(To))
      continue;
    Stack.push_back(
        Frame{To, D, Tracked,
              std::make_shared<const PathNode>(PathNode{
                  Block, Edge, Tracked, D.Property.isSet(), From.Path}),
              From.Visits, AtOrigin});
  }
}

void Search::expand(const Frame &F) {
  PropertySimulation &Simulation = Function.simulation();
  BlockResult R;
  bool AtOrigin = !F.Tracked && F.Block == Run.From.Block;
  Simulation.runBlock(BlockPosition{F.Block, 0, F.State, {}}, R, AtOrigin);
  if (F.Tracked) {
    if (!accept(R, F.Path, *F.AtOrigin))
      pushSuccessors(R, F, F.Block, F.AtOrigin);
    return;
  }
  pushSuccessors(R, F, F.Block, /*AtOrigin=*/nullptr);
  for (const Origin &O : R.Origins) {
    if (O.Index != Run.From.Index || O.Number != Run.From.Number)
      continue;
    BlockResult After;
    auto AtOrigin = std::make_shared<const Origin>(O);
    Simulation.runBlock(O.After, After);
    if (accept(After, F.Path, *AtOrigin))
      return;
    pushSuccessors(After, F, O.After.Block, AtOrigin);
  }
}

SearchResult Search::search() {
  ReachesOrigin = canReach(Run.From.Block, /*WhileSet=*/false);
  ReachesClose = canReach(Target.Block, /*WhileSet=*/false);
  StaysSet = canReach(Target.Block, /*WhileSet=*/true);
  BlockPosition Entry = Function.simulation().entry();
  Stack.push_back(
      Frame{0, Entry.State, false, nullptr, Visits.getEmptyMap(), nullptr});
  unsigned Steps = 0;
  while (!Stack.empty() && !Done) {
    Frame F = std::move(Stack.back());
    Stack.pop_back();
    // A path through a long function takes a step for each of its blocks.
    if (++Steps > Unit.Limits.MaxSearchSteps + 4 * Events.Blocks.size()) {
      ++Unit.Counters.SearchLimit;
      if (debugEnabled("limits", Events.Function))
        llvm::errs() << "witness search in "
                     << Events.Function->getNameAsString()
                     << ": limit reached, silent\n";
      Result.Verdict = SearchVerdict::Unknown;
      return Result;
    }
    for (Disjunct &State : widen(F)) {
      F.State = std::move(State);
      expand(F);
      if (Done)
        break;
    }
  }
  if (!Done)
    Result.Verdict = SearchVerdict::Refuted;
  return Result;
}

SearchResult semtidy::searchWitness(UnitContext &Unit,
                                    FunctionSummary &Function,
                                    const FunctionSummary::OriginRun &Run,
                                    const CloseHit &Target) {
  return Search(Unit, Function, Run, Target).search();
}
