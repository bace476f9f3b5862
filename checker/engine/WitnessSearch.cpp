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
#include "llvm/Support/SaveAndRestore.h"

using namespace semtidy;
using namespace clang;

namespace {

/// A path in reverse.
struct ReversePath {
  PathNode Node;
  bool Tracked; ///< after the origin
  std::shared_ptr<const ReversePath> Earlier;
};
using PathRef = std::shared_ptr<const ReversePath>;

/// Block (times two, plus one after the origin) to visits.
using VisitMap = llvm::ImmutableMap<unsigned, unsigned>;

class Search {
public:
  Search(UnitContext &Unit, FunctionSummary &Function, const SearchGoal &Goal)
      : Unit(Unit), Function(Function), Events(Function.events()), Goal(Goal),
        Run(Goal.Run) {}

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
    bool Widened = false;
  };

  llvm::BitVector canReach(unsigned Block) const;
  llvm::SmallVector<Disjunct, 2> widen(Frame &F);
  void expand(const Frame &F);
  bool accept(const BlockResult &R, const PathRef &Path,
              const Origin &AtOrigin);
  bool acceptExit(const Frame &F);
  void found(const PathRef &Path, const Origin &AtOrigin, const Trail &AtEnd);
  void pushSuccessors(const BlockResult &R, const Frame &From, unsigned Block,
                      const std::shared_ptr<const Origin> &AtOrigin);

  UnitContext &Unit;
  FunctionSummary &Function;
  const FunctionEvents &Events;
  const SearchGoal &Goal;
  const FunctionSummary::OriginRun &Run;
  llvm::BitVector ReachesOrigin, ReachesGoal;
  VisitMap::Factory Visits{/*canonicalize=*/false}; // Outlives the frames.
  std::vector<Frame> Stack;
  SearchResult Result;
  bool Done = false;
};

} // namespace

llvm::BitVector Search::canReach(unsigned Block) const {
  llvm::BitVector Seen(Events.Blocks.size());
  llvm::SmallVector<unsigned, 32> Work = {Block};
  Seen.set(Block);
  while (!Work.empty())
    for (unsigned P : Events.Blocks[Work.pop_back_val()].Predecessors)
      if (!Seen.test(P)) {
        Seen.set(P);
        Work.push_back(P);
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
  // Rounds that set the object once more are no later rounds of the same.
  const PropertyState &P = F.State.Property;
  unsigned Key = 2 * (F.Block + Events.Blocks.size() * (P.Rounds ? P.Depth : 0)) +
                 F.Tracked;
  const unsigned *Before = F.Visits.lookup(Key);
  unsigned Seen = Before ? *Before : 0;
  F.Visits = Visits.add(F.Visits, Key, Seen + 1);
  if (Seen < 2)
    return {F.State};
  llvm::SmallVector<Disjunct, 2> Wide;
  if (Seen > 2)
    return Wide;
  F.Widened = true;
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

void Search::found(const PathRef &Path, const Origin &AtOrigin,
                   const Trail &AtEnd) {
  Result.Verdict = SearchVerdict::Found;
  Result.AtOrigin = AtOrigin;
  Result.AtEnd = AtEnd;
  for (const ReversePath *P = Path.get(); P; P = P->Earlier.get())
    (P->Tracked ? Result.After : Result.Before).push_back(P->Node);
  std::reverse(Result.Before.begin(), Result.Before.end());
  std::reverse(Result.After.begin(), Result.After.end());
  Done = true;
}

bool Search::accept(const BlockResult &R, const PathRef &Path,
                    const Origin &AtOrigin) {
  for (const CloseHit &H : R.Hits) {
    if (!Goal.isClose(H))
      continue;
    // The program asked, and knows more than we do.
    if (H.At.Path.askedAbout(H.At.Property.Object, AtOrigin.After.State.Path))
      continue;
    if (isInfeasible(H.At.Path, Unit)) {
      ++Unit.Counters.Refuted;
      continue;
    }
    if (Goal.Fits && !Goal.Fits(H.At))
      continue;
    Result.Hit = H;
    found(Path, AtOrigin, H.At.Property.SetTrail);
    return true;
  }
  return false;
}

bool Search::acceptExit(const Frame &F) {
  const PropertyState &P = F.State.Property;
  if (!P.sameKey(*Goal.AtExit) ||
      F.State.Path.askedAbout(P.Object, F.AtOrigin->After.State.Path) ||
      isInfeasible(F.State.Path, Unit) || (Goal.Fits && !Goal.Fits(F.State)))
    return false;
  found(F.Path, *F.AtOrigin, P.SetTrail);
  return true;
}

void Search::pushSuccessors(const BlockResult &R, const Frame &From,
                            unsigned Block,
                            const std::shared_ptr<const Origin> &AtOrigin) {
  const bool Tracked = AtOrigin != nullptr;
  const llvm::BitVector &Leads = Tracked ? ReachesGoal : ReachesOrigin;
  for (const auto &[Edge, D] : llvm::reverse(R.Out)) {
    unsigned To = Events.Blocks[Block].Successors[Edge].To;
    if (!Leads.test(To))
      continue;
    Stack.push_back(Frame{To, D, Tracked,
                          std::make_shared<const ReversePath>(ReversePath{
                              PathNode{Block, Edge, D.Property.isSet(),
                                       From.Widened, D.Property.SetTrail},
                              Tracked, From.Path}),
                          From.Visits, AtOrigin});
  }
}

void Search::expand(const Frame &F) {
  PropertySimulation &Simulation = Function.simulation();
  if (F.Tracked && !Goal.Close && F.Block == Goal.ExitBlock) {
    acceptExit(F);
    return;
  }
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
  llvm::SaveAndRestore<bool> Follow(Function.simulation().FollowsCalls, true);
  ReachesOrigin = canReach(Run.From.Block);
  ReachesGoal = canReach(Goal.block());
  Stack.push_back(Frame{0, Function.simulation().entry().State, false, nullptr,
                        Visits.getEmptyMap(), nullptr});
  if (Goal.IsEntry) {
    Stack.back().State = Run.From.After.State;
    Stack.back().Tracked = true;
    Stack.back().AtOrigin = std::make_shared<const Origin>(Run.From);
  }
  unsigned Steps = 0;
  while (!Stack.empty() && !Done) {
    Frame F = std::move(Stack.back());
    Stack.pop_back();
    // A path through a long function takes a step for each of its blocks.
    if (++Steps > Goal.MaxSteps + 4 * Events.Blocks.size()) {
      ++Unit.Counters.SearchLimit;
      if (!Goal.Fits && debugEnabled("limits", Events.Function))
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
                                    const SearchGoal &Goal) {
  return Search(Unit, Function, Goal).search();
}
