//===--- WitnessStory.cpp - What a path tells -----------------------------===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "WitnessStory.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/Support/SaveAndRestore.h"
#include <set>

using namespace semtidy;
using namespace clang;

/// Branches that are noted of one call. Those nearest to its end tell most.
static constexpr size_t MaxBranchesOfCall = 8;
/// Calls that are looked into for one finding, and steps of the search in each.
static constexpr unsigned MaxCalls = 16, MaxStepsInCall = 1000;
/// How many states are followed along a path that was found.
static constexpr size_t MaxStatesOnPath = 16;
/// Of so many ways out of a callee the caller is asked whether it goes on from
/// there; the others are taken to be such.
static constexpr unsigned MaxReturnsAsked = 64;

namespace {

class StoryTeller {
public:
  StoryTeller(UnitContext &Unit, FunctionSummary &Function,
              const SearchGoal &Goal, const SearchResult &Found,
              unsigned &Calls)
      : Unit(Unit), Function(Function), Events(Function.events()), Goal(Goal),
        Found(Found), Calls(Calls) {}

  WitnessStory tell();

private:
  using Positions = std::vector<BlockPosition>;

  // Branches.
  bool isTaken(unsigned Block, unsigned Edge) const;
  bool leads(unsigned Block, unsigned Edge) const;
  void findReturns();
  llvm::BitVector staysSet() const;
  bool leadsElsewhere(unsigned From, unsigned Without) const;
  bool chooses(unsigned Block) const;
  bool decides(const PathNode &P) const;
  std::optional<WitnessStep> branch(const PathNode &P) const;
  // Along the path once more.
  BlockResult run(const Positions &At) const;
  Positions leave(const BlockResult &R, const PathNode &By) const;
  bool isClosed(const BlockResult &R) const;
  bool testsSuccess(Positions Failed, const PathNode *&Test);
  bool leadsOn(const BlockPosition &From, size_t Node) const;
  // Calls.
  void addTrail(const Trail &Now, size_t Node, std::vector<WitnessStep> &To);
  void addCall(const WitnessStep &Step, size_t Node,
               std::vector<WitnessStep> &To);
  bool fits(const FollowedCall &Call, const Disjunct &AtEnd, size_t Node) const;
  std::optional<BlockPosition> goOn(const FollowedCall &Call,
                                    const Disjunct &AtEnd) const;
  std::optional<WitnessStory> ofCall(const FollowedCall &Call, size_t Node);
  std::optional<WitnessStory> ofRun(FunctionSummary &Callee,
                                    const SearchGoal &Inside);

  UnitContext &Unit;
  FunctionSummary &Function;
  const FunctionEvents &Events;
  const SearchGoal &Goal;
  const SearchResult &Found;
  unsigned &Calls;
  /// Blocks from which the object gets to the end while it is set.
  llvm::BitVector StaysSet;
  /// In a callee: the edges to the exit block by which it returns as the
  /// caller's path goes on.
  std::set<std::pair<unsigned, unsigned>> Returns;
  /// The newest step that was told.
  Trail Told;
  WitnessStory Story;
};

} // namespace

//===----------------------------------------------------------------------===//
// Branches
//===----------------------------------------------------------------------===//

bool StoryTeller::isTaken(unsigned Block, unsigned Edge) const {
  auto It = Goal.Run.Result.Taken.find(Block);
  return It != Goal.Run.Result.Taken.end() &&
         std::binary_search(It->second.begin(), It->second.end(), Edge);
}

/// Whether the object takes that edge, and is not at a wrong end then.
bool StoryTeller::leads(unsigned Block, unsigned Edge) const {
  return isTaken(Block, Edge) &&
         (Goal.Close ||
          Events.Blocks[Block].Successors[Edge].To != Goal.ExitBlock ||
          Returns.count({Block, Edge}));
}

void StoryTeller::findReturns() {
  unsigned Asked = 0;
  for (unsigned P : Events.Blocks[Goal.ExitBlock].Predecessors) {
    auto In = Goal.Run.Result.In.find(P);
    BlockResult R;
    if (In != Goal.Run.Result.In.end())
      for (const Disjunct &D : In->second)
        Function.simulation().runBlock(BlockPosition{P, 0, D, {}}, R);
    // The object may come from the middle of the block.
    if (P == Goal.Run.From.After.Block && !Goal.IsEntry)
      Function.simulation().runBlock(Found.AtOrigin->After, R);
    for (const auto &[Edge, D] : R.Out)
      if (Events.Blocks[P].Successors[Edge].To == Goal.ExitBlock &&
          !Returns.count({P, Edge}) && D.Property.sameKey(*Goal.AtExit) &&
          (++Asked > MaxReturnsAsked || Goal.Fits(D)))
        Returns.insert({P, Edge});
  }
}

llvm::BitVector StoryTeller::staysSet() const {
  llvm::BitVector Seen(Events.Blocks.size());
  llvm::SmallVector<unsigned, 32> Work = {Goal.block()};
  Seen.set(Work.front());
  while (!Work.empty()) {
    unsigned B = Work.pop_back_val();
    for (unsigned P : Events.Blocks[B].Predecessors) {
      const auto &Out = Events.Blocks[P].Successors;
      bool Leads = false;
      for (unsigned E = 0; !Leads && E < Out.size(); ++E)
        Leads = Out[E].To == B && leads(P, E);
      if (!Leads || Seen.test(P))
        continue;
      Seen.set(P);
      Work.push_back(P);
    }
  }
  return Seen;
}

/// Whether the object gets from block \p From to where it is not followed any
/// more, and to the end only by way of the block \p Without.
bool StoryTeller::leadsElsewhere(unsigned From, unsigned Without) const {
  const unsigned End = Goal.block();
  llvm::BitVector Seen(Events.Blocks.size());
  Seen.set(Without);
  llvm::SmallVector<unsigned, 16> Work;
  auto Visit = [&](unsigned Block) {
    if (Seen.test(Block))
      return;
    Seen.set(Block);
    Work.push_back(Block);
  };
  Visit(From);
  bool Elsewhere = false;
  while (!Work.empty()) {
    unsigned B = Work.pop_back_val();
    if (B == End)
      return false;
    bool GoesOn = false;
    for (unsigned E = 0; E < Events.Blocks[B].Successors.size(); ++E)
      if (leads(B, E)) {
        GoesOn = true;
        Visit(Events.Blocks[B].Successors[E].To);
      }
    Elsewhere |= !GoesOn;
  }
  return Elsewhere;
}

/// Whether the branch at the end of \p Block leads at once to a choice of the
/// object: which one it is, is told apart.
bool StoryTeller::chooses(unsigned Block) const {
  return llvm::any_of(Events.Blocks[Block].Successors, [&](const Edge &E) {
    const EventBlock &To = Events.Blocks[E.To];
    return To.Predecessors.size() == 1 && To.WritesNamingSlot;
  });
}

/// Whether another way out does not lead to the end with the object set, or
/// only back here.
bool StoryTeller::decides(const PathNode &P) const {
  const EventBlock &B = Events.Blocks[P.Block];
  for (unsigned I = 0; I < B.Successors.size(); ++I) {
    if (I == P.Edge || B.Successors[I].Kind == Edge::Throw)
      continue;
    const unsigned To = B.Successors[I].To;
    // Outside of loops, nothing comes back here.
    if (!leads(P.Block, I) || !StaysSet.test(To) ||
        (B.InLoop && Events.Blocks[To].InLoop && leadsElsewhere(To, P.Block)))
      return true;
  }
  return false;
}

/// The note on how the block of \p P was left, if it was by a branch.
std::optional<WitnessStep> StoryTeller::branch(const PathNode &P) const {
  const EventBlock &B = Events.Blocks[P.Block];
  if (B.Successors.size() < 2 || B.BranchLoc.isInvalid())
    return std::nullopt;
  const Edge &Taken = B.Successors[P.Edge];
  WitnessStep S{StepKind::BranchTrue, B.BranchLoc};
  switch (Taken.Kind) {
  case Edge::True:
    return S;
  case Edge::False:
    S.Kind = StepKind::BranchFalse;
    return S;
  case Edge::Case:
  case Edge::Default:
    S.Kind = StepKind::BranchCase;
    if (Taken.Loc.isValid())
      S.Loc = Taken.Loc;
    return S;
  case Edge::Always:
  case Edge::Throw:
    return std::nullopt;
  }
  return std::nullopt;
}

//===----------------------------------------------------------------------===//
// Along the path once more
//===----------------------------------------------------------------------===//

BlockResult StoryTeller::run(const Positions &At) const {
  BlockResult R;
  for (const BlockPosition &Each : At)
    Function.simulation().runBlock(Each, R);
  return R;
}

StoryTeller::Positions StoryTeller::leave(const BlockResult &R,
                                          const PathNode &By) const {
  Positions Next;
  for (const auto &[Edge, D] : R.Out)
    if (Edge == By.Edge)
      Next.push_back(
          BlockPosition{Events.Blocks[By.Block].Successors[Edge].To, 0, D, {}});
  return Next;
}

bool StoryTeller::isClosed(const BlockResult &R) const {
  return llvm::any_of(R.Hits,
                      [&](const CloseHit &H) { return Goal.isClose(H); });
}

static bool canTake(const BlockResult &R, unsigned Edge) {
  return llvm::any_of(R.Out,
                      [&](const auto &Each) { return Each.first == Edge; });
}

/// Walks the path with two states: that in which the call that set the object
/// succeeded, and that in which it failed (\p Failed). Where they part, the
/// program tested what the call returned: \p Test is the branch, if it was one.
bool StoryTeller::testsSuccess(Positions Failed, const PathNode *&Test) {
  const Origin &AtOrigin = *Found.AtOrigin;
  // A permit is taken on the way.
  const bool IsTakenLater = !AtOrigin.After.State.Property.isSet();
  bool IsTaken = false;
  Positions Succeeded = {AtOrigin.After};
  for (const PathNode &P : Found.After) {
    BlockResult Good = run(Succeeded), Bad = run(Failed);
    const bool IsTakenHere = IsTakenLater && !IsTaken && P.Set;
    if (IsTakenHere) {
      IsTaken = true;
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
    // A later round of a loop, of which less is known.
    if (!canTake(Good, P.Edge))
      return false;
    if ((IsTakenHere || !Failed.empty()) &&
        (!canTake(Bad, P.Edge) || llvm::any_of(Bad.Out, [&](const auto &Each) {
          return !canTake(Good, Each.first);
        }))) {
      Test = &P;
      return true;
    }
    Succeeded = leave(Good, P);
    Failed = leave(Bad, P);
    if (Succeeded.size() > MaxStatesOnPath || Failed.size() > MaxStatesOnPath)
      return false;
  }
  if (Goal.Close)
    return !Failed.empty() && isClosed(run(Succeeded)) &&
           !isClosed(run(Failed));
  // Perhaps the caller does.
  for (BlockPosition &At : Failed)
    Story.Failed.push_back(std::move(At.State));
  return false;
}

/// Whether \p From leads along the path, whose block \p Node it is in.
bool StoryTeller::leadsOn(const BlockPosition &From, size_t Node) const {
  Positions Now = {From};
  for (size_t I = Node; I < Found.After.size(); ++I) {
    const PathNode &P = Found.After[I];
    // Of later rounds, less is known.
    if (I > Node && P.Widened)
      return true;
    if (Now.front().Block != P.Block)
      return false;
    Now = leave(run(Now), P);
    if (Now.empty())
      return false;
    if (Now.size() > MaxStatesOnPath)
      return true;
  }
  return !Goal.Close || isClosed(run(Now));
}

//===----------------------------------------------------------------------===//
// Calls
//===----------------------------------------------------------------------===//

/// Where the caller goes on if the call ends in the state \p AtEnd.
std::optional<BlockPosition> StoryTeller::goOn(const FollowedCall &Call,
                                               const Disjunct &AtEnd) const {
  Outcome Way = Call.Way;
  Way.State.Path = AtEnd.Path;
  keepForCaller(Way.State, *Call.Callee);
  BlockPosition At = Call.After;
  At.State.Path = Call.Before;
  Term Result, Object = AtEnd.Property.Object;
  if (!applyOutcome(Way, Call.context(), Unit, At.State.Path, Result, &Object))
    return std::nullopt;
  if (!Call.Entering && Object != At.State.Property.Object)
    return std::nullopt;
  if (Call.Way.Kind == Outcome::Returns)
    At.Registers[Call.Result] = Result;
  return At;
}

bool StoryTeller::fits(const FollowedCall &Call, const Disjunct &AtEnd,
                       size_t Node) const {
  std::optional<BlockPosition> At = goOn(Call, AtEnd);
  // An exception goes on in another block.
  if (Call.Way.Kind == Outcome::Throws && Call.Entering)
    ++Node;
  return At && (Call.Way.Kind == Outcome::Closes || leadsOn(*At, Node));
}

std::optional<WitnessStory> StoryTeller::ofRun(FunctionSummary &Callee,
                                               const SearchGoal &Inside) {
  SearchResult Path = searchWitness(Unit, Callee, Inside);
  if (Path.Verdict != SearchVerdict::Found)
    return std::nullopt;
  WitnessStory Told = StoryTeller(Unit, Callee, Inside, Path, Calls).tell();
  if (Inside.Close && Told.Inner.empty())
    Told.Inner.push_back(WitnessStep{StepKind::Closed, Path.Hit->Loc});
  return Told;
}

/// Looks for the way in which \p Call went, and that the path goes on from;
/// none if none was found.
std::optional<WitnessStory> StoryTeller::ofCall(const FollowedCall &Call,
                                                size_t Node) {
  const FunctionDecl *F = Call.Callee->Function;
  const SourceManager &SM = Unit.Ctx.getSourceManager();
  FunctionSummary *Callee = Unit.Summaries->find(F);
  // The library's branches are not shown; whether it tested a call is asked.
  if (!Callee || Callee->limitReached() || ++Calls > MaxCalls ||
      (Call.Entering &&
       SM.isInSystemHeader(SM.getExpansionLoc(F->getLocation()))))
    return std::nullopt;
  unsigned ExitBlock = Call.Callee->ExitBlock;
  if (Call.Way.Kind == Outcome::Throws)
    for (const FunctionEvents::Unwind &U : Call.Callee->Unwinds)
      if (U.Thrown == Call.Way.Thrown)
        ExitBlock = U.Block;
  PropertySimulation &Simulation = Callee->simulation();
  auto RunFrom = [&](llvm::ArrayRef<BlockPosition> Seeds) {
    const unsigned Before = Simulation.steps();
    PropertySimulation::Fixpoint Result = Simulation.run(Seeds);
    Simulation.forgetSteps(Simulation.steps() - Before);
    return Result;
  };
  const PropertyState &AtExit = Call.Way.State.Property;
  auto GoalOf = [&](const FunctionSummary::OriginRun &Run) {
    return SearchGoal{Run,
                      Call.Entering.has_value(),
                      nullptr,
                      ExitBlock,
                      &AtExit,
                      [&](const Disjunct &AtEnd) { return fits(Call, AtEnd, Node); },
                      MaxStepsInCall};
  };

  if (Call.Entering) {
    BlockPosition Entry = Callee->entryWith(*Call.Entering, Call.Aliases,
                                            Call.Others);
    FunctionSummary::OriginRun Run{Origin(Entry), RunFrom(Entry)};
    Run.From.After = Entry;
    if (Run.Result.LimitReached)
      return std::nullopt;
    SearchGoal Inside = GoalOf(Run);
    if (Call.Way.Kind != Outcome::Closes)
      return ofRun(*Callee, Inside);
    for (const CloseHit &H : Run.Result.Hits)
      if (H.CloseUid == Call.Way.CloseUid && H.Kind == Call.Way.HitKind &&
          !H.Handled) {
        Inside.Close = &H;
        if (std::optional<WitnessStory> Told = ofRun(*Callee, Inside))
          return Told;
      }
    return std::nullopt;
  }

  for (const FunctionSummary::OriginRun &Known : Callee->originRuns()) {
    const Origin &From = Known.From;
    auto Exit = Known.Result.In.find(ExitBlock);
    if (Exit == Known.Result.In.end() ||
        llvm::none_of(Exit->second, [&](const Disjunct &D) {
          return D.Property.sameKey(AtExit);
        }))
      continue;
    // What the run knew of the blocks was not kept.
    auto In = Callee->valueFlow().In.find(From.Block);
    if (In == Callee->valueFlow().In.end())
      continue;
    Positions Seeds;
    for (const Disjunct &D : In->second) {
      BlockResult R;
      Simulation.runBlock(BlockPosition{From.Block, 0, D, {}}, R,
                          /*CollectOrigins=*/true);
      for (Origin &Each : R.Origins)
        if (Each.Index == From.Index && Each.Number == From.Number)
          Seeds.push_back(std::move(Each.After));
    }
    FunctionSummary::OriginRun Run{From, RunFrom(Seeds)};
    if (Run.Result.LimitReached)
      continue;
    if (std::optional<WitnessStory> Told = ofRun(*Callee, GoalOf(Run)))
      return Told;
  }
  return std::nullopt;
}

static bool isBranch(const WitnessStep &S) {
  return S.Kind == StepKind::BranchTrue || S.Kind == StepKind::BranchFalse ||
         S.Kind == StepKind::BranchCase;
}

void StoryTeller::addCall(const WitnessStep &Step, size_t Node,
                          std::vector<WitnessStep> &To) {
  const FollowedCall &Call = *Step.Call;
  std::vector<WitnessStep> Steps;
  if (std::optional<WitnessStory> Inside = ofCall(Call, Node)) {
    size_t Branches = llvm::count_if(Inside->Steps, isBranch);
    for (const WitnessStep &S : Inside->Steps)
      if (!isBranch(S) || Branches-- <= MaxBranchesOfCall)
        Steps.push_back(S);
    llvm::append_range(Steps, Inside->Inner);
    if (!Call.Entering)
      Story.Failed = std::move(Inside->Failed);
  } else {
    for (const WitnessTrail *T = Call.Inner.get(); T; T = T->Earlier.get())
      Steps.insert(Steps.begin(), T->Step);
  }
  // A call by which nothing changed, and of which there is nothing to tell, is
  // no part of the story.
  if (Steps.empty() && Call.Entering)
    return;
  To.push_back(Step);
  To.back().Call = nullptr;
  llvm::append_range(To, Steps);
}

/// Adds what is new in \p Now, which happened in the block \p Node of the path.
void StoryTeller::addTrail(const Trail &Now, size_t Node,
                           std::vector<WitnessStep> &To) {
  llvm::SmallVector<const WitnessStep *, 4> New;
  for (const WitnessTrail *T = Now.get(); T && T != Told.get();
       T = T->Earlier.get())
    New.push_back(&T->Step);
  for (const WitnessStep *S : llvm::reverse(New)) {
    if (S->Call)
      addCall(*S, Node, To);
    else
      To.push_back(*S);
  }
  Told = Now;
}

WitnessStory StoryTeller::tell() {
  if (!Goal.Close)
    findReturns();
  StaysSet = staysSet();
  for (const PathNode &P : Found.Before)
    if (chooses(P.Block))
      if (std::optional<WitnessStep> S = branch(P))
        Story.Choices.push_back(*S);

  const Origin &AtOrigin = *Found.AtOrigin;
  addTrail(AtOrigin.After.State.Property.SetTrail, 0, Story.Steps);
  Positions Failed;
  if (AtOrigin.Failed) {
    Failed.push_back(AtOrigin.After);
    Failed.back().State.Path = *AtOrigin.Failed;
  }
  // A callee that set it left open whether the call there succeeded.
  if (Story.Failed.size() <= MaxStatesOnPath)
    for (const Disjunct &D : Story.Failed)
      if (std::optional<BlockPosition> At =
              goOn(*AtOrigin.After.State.Property.SetTrail->Step.Call, D))
        Failed.push_back(std::move(*At));
  Story.Failed.clear();
  const PathNode *Test = nullptr;
  const bool IsTested = testsSuccess(std::move(Failed), Test);

  for (size_t I = 0; I < Found.After.size(); ++I) {
    const PathNode &P = Found.After[I];
    const size_t Before = Story.Steps.size();
    addTrail(P.Steps, I, Story.Steps);
    const Edge &Taken = Events.Blocks[P.Block].Successors[P.Edge];
    if (P.Set && Taken.Kind == Edge::Throw && Story.Steps.size() == Before)
      Story.Steps.push_back(
          WitnessStep{StepKind::Called, Taken.Loc, Taken.Callee});
    if (P.Set && (&P == Test || chooses(P.Block) || decides(P)))
      if (std::optional<WitnessStep> S = branch(P)) {
        // Of the rounds of a loop, the last one is told.
        llvm::erase_if(Story.Steps, [&](const WitnessStep &Old) {
          return Old.Kind == S->Kind && Old.Loc == S->Loc;
        });
        Story.Steps.push_back(*S);
      }
  }
  addTrail(Found.AtEnd, Found.After.size(), Story.Steps);
  // That the call succeeds, a branch tells.
  if (IsTested)
    for (WitnessStep &S : llvm::reverse(Story.Steps))
      if (S.Kind == StepKind::Set) {
        S.Fallible = false;
        break;
      }
  if (Found.Hit && Found.Hit->Inner) {
    Told = nullptr;
    addTrail(Found.Hit->Inner, Found.After.size(), Story.Inner);
  }
  return std::move(Story);
}

WitnessStory semtidy::tellStory(UnitContext &Unit, FunctionSummary &Function,
                                const SearchGoal &Goal,
                                const SearchResult &Found) {
  // What is found does not depend on what is told.
  llvm::SaveAndRestore<EngineCounters> Counters(Unit.Counters);
  const uint64_t Work = Unit.Terms.work();
  unsigned Calls = 0;
  WitnessStory Told = StoryTeller(Unit, Function, Goal, Found, Calls).tell();
  Unit.Terms.forgetWorkSince(Work);
  return Told;
}
