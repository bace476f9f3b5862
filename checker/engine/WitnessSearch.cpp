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

/// In functions of up to so many blocks, what a path knew before a loop is kept: it
/// costs a look at all that is known for each loop.
static constexpr unsigned MaxBlocksKeepingOwn = 400;

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
    /// How often the path was at each head of a loop, before and after the
    /// origin.
    VisitMap Visits;
    /// Where the object was set; null before.
    std::shared_ptr<const Origin> AtOrigin;
    bool Widened = false;
  };

  llvm::BitVector canReach(unsigned Block) const;
  bool isFixedIn(unsigned Loop, Term T) const;
  bool isLoopHead(unsigned Block) const;
  void findWrites();
  bool keepOwn(const PathState &Own, unsigned Loop, PathState &Wide) const;
  bool wasHere(const Frame &F);
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
  /// By block, from where the search went on; of each block, the last ones.
  struct Visit {
    Disjunct State;
    VisitMap Visits;
    std::shared_ptr<const Origin> AtOrigin;
  };
  llvm::DenseMap<unsigned, std::vector<Visit>> Went;
  /// Variables that are read and written by their names only, and by outermost
  /// loop those that are written there.
  bool KeepsOwn = false;
  std::vector<Term> ByName;
  llvm::DenseSet<std::pair<unsigned, unsigned>> WrittenIn;
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

/// Whether the function made none of the values in \p T.
static bool isOfEntry(Term T, const TermContext &Terms) {
  const TermNode &N = Terms[T];
  return !Terms.isNewName(T) && !(N.Kind == TermKind::Load && N.B) &&
         (!N.A || isOfEntry(N.A, Terms)) && (!N.B || isOfEntry(N.B, Terms));
}

/// Whether two objects with such names are two, as far as the paths tell.
static bool areOthers(Term A, Term B, const TermContext &Terms) {
  return A != B && isOfEntry(A, Terms) && isOfEntry(B, Terms);
}

/// Whether \p T names the same value in all rounds of \p Loop: nothing in it makes
/// the value.
bool Search::isFixedIn(unsigned Loop, Term T) const {
  const TermNode &N = Unit.Terms[T];
  switch (N.Kind) {
  case TermKind::Stale:
    return false;
  case TermKind::Fresh:
  case TermKind::Phi: {
    const auto Uid = static_cast<EventUid>(N.Value);
    if (Uid < Events.FirstUid || Uid >= Events.FirstUid + Events.NumUids)
      return false;
    unsigned Block = Uid - Events.FirstUid;
    if (Block >= Events.Blocks.size())
      Block = llvm::upper_bound(Events.FirstEventUid, Uid) -
              Events.FirstEventUid.begin() - 1;
    return Events.Blocks[Block].Loop != Loop;
  }
  default:
    return (!N.A || isFixedIn(Loop, N.A)) && (!N.B || isFixedIn(Loop, N.B));
  }
}

void Search::findWrites() {
  llvm::DenseSet<unsigned> Others;
  for (const EventBlock &B : Events.Blocks) {
    llvm::DenseMap<Register, Term> Addresses;
    auto VariableAt = [&](Register R) {
      return R == NoRegister ? Term() : Addresses.lookup(R);
    };
    auto Gives = [&](Register R) {
      if (Term Variable = VariableAt(R))
        Others.insert(Variable.Id);
    };
    for (const Event &E : B.Events) {
      if (E.Kind == EventKind::VarAddress) {
        const auto *Var = dyn_cast<VarDecl>(E.Decl);
        if (!Var || Var->hasGlobalStorage() || !Var->getType()->isScalarType())
          continue;
        Addresses[E.Result] = Unit.Terms.varAddr(Var);
        continue;
      }
      if (E.Kind == EventKind::EndOfLife && E.Decl)
        WrittenIn.insert({B.Loop, Unit.Terms.varAddr(E.Decl).Id});
      if (E.Kind == EventKind::Call) {
        const CallSite &Site = Events.call(E);
        Gives(Site.This);
        llvm::for_each(Site.Args, Gives);
        continue;
      }
      if (E.Kind == EventKind::Store || E.Kind == EventKind::Uninitialise) {
        if (Term Variable = VariableAt(E.A)) {
          WrittenIn.insert({B.Loop, Variable.Id});
          ByName.push_back(Variable);
        }
      } else if (E.Kind != EventKind::Load) {
        Gives(E.A);
      }
      Gives(E.B);
    }
  }
  llvm::sort(ByName);
  ByName.erase(std::unique(ByName.begin(), ByName.end()), ByName.end());
  llvm::erase_if(ByName, [&](Term T) { return Others.contains(T.Id); });
}

/// What a path knew before \p Loop, as \p Own says, it knows in each round, of
/// values and of variables that the loop does not write. Adds that to \p Wide, and
/// returns false if it cannot be.
bool Search::keepOwn(const PathState &Own, unsigned Loop,
                     PathState &Wide) const {
  bool Can = true;
  Own.forEachFact([&](Term T, const ValueSet &S) {
    Can = Can && (!isFixedIn(Loop, T) || Wide.assume(T, S));
  });
  for (Term Variable : ByName) {
    Term Value = Own.load(Variable);
    if (!Can || WrittenIn.contains({Loop, Variable.Id}) ||
        !isFixedIn(Loop, Value))
      continue;
    Can = Wide.assume(Wide.load(Variable), Own.valuesOf(Value));
    Wide.store(Variable, Value);
  }
  return Can;
}

/// Whether a round of a loop begins at \p Block.
bool Search::isLoopHead(unsigned Block) const {
  const EventBlock &B = Events.Blocks[Block];
  return B.InLoop && !B.Predecessors.empty() && B.Predecessors.back() >= Block;
}

/// Whether another path came to the same block with all the same, and so went on
/// as this one would. Branches that change nothing would multiply the paths.
bool Search::wasHere(const Frame &F) {
  static constexpr size_t MaxVisitsKept = 32;
  if (Events.Blocks[F.Block].Predecessors.size() < 2)
    return false;
  std::vector<Visit> &Here = Went[2 * F.Block + F.Tracked];
  for (const Visit &V : llvm::reverse(Here))
    if (V.State == F.State && V.AtOrigin == F.AtOrigin && V.Visits == F.Visits)
      return true;
  if (Here.size() == MaxVisitsKept)
    Here.erase(Here.begin());
  Here.push_back({F.State, F.Visits, F.AtOrigin});
  return false;
}

/// The states from which to go on: the path's own, or at its third visit what
/// the fixpoint knows of later rounds.
llvm::SmallVector<Disjunct, 2> Search::widen(Frame &F) {
  if (!isLoopHead(F.Block))
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
        (!F.Tracked || (D.Property.Depth == P.Depth &&
                        !areOthers(D.Property.Object, P.Object, Unit.Terms))) &&
        isAmong(F.State.Path, D.Path)) {
      PathState Path = D.Path;
      if (KeepsOwn &&
          !keepOwn(F.State.Path, Events.Blocks[F.Block].Loop, Path))
        continue;
      Wide.push_back(D);
      Wide.back().Path = std::move(Path);
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
  KeepsOwn =
      Events.Blocks.size() <= MaxBlocksKeepingOwn &&
      llvm::any_of(Events.Blocks, [](const EventBlock &B) { return B.InLoop; });
  if (KeepsOwn)
    findWrites();
  unsigned Steps = 0;
  while (!Stack.empty() && !Done) {
    Frame F = std::move(Stack.back());
    Stack.pop_back();
    if (wasHere(F))
      continue;
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
