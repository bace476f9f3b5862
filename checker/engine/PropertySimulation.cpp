//===--- PropertySimulation.cpp - Following objects through a function ----===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PropertySimulation.h"
#include "DebugOutput.h"
#include "Summary.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/PriorityQueue.h"

using namespace semtidy;
using namespace clang;

/// Up to this size, values are kept apart, too: helpers are small, and so are
/// the functions in which a variable holds null on one path.
static constexpr unsigned MaxBlocksApart = 48;
/// Up to so many steps in a function, rounds of its loops are kept apart.
static constexpr unsigned MaxStepsOfLoopParts = 500;

BlockPosition PropertySimulation::entry() {
  return BlockPosition{0, 0, Disjunct{States.initial(), {}}, {}};
}

bool PropertySimulation::keepsObject(const Disjunct &D, unsigned Block) const {
  Term Object = D.Property.Object;
  return !Object ||
         !Unit.Terms.mentions(Object, Events.blockUid(Block)) ||
         D.Path.keepsValue(Object, Events.blockUid(Block));
}

/// Whether \p T names something that was there when the function was entered, or
/// a variable of it: a loop can choose among these, and does not make more.
static bool isThereAlready(Term T, const TermContext &Terms) {
  for (unsigned Loads = 0; T;) {
    const TermNode &N = Terms[T];
    switch (N.Kind) {
    case TermKind::Constant:
    case TermKind::VarAddr:
    case TermKind::TempAddr:
    case TermKind::FuncAddr:
      return true;
    case TermKind::Load:
      // A list that is walked is no choice.
      if (N.B || ++Loads > 2)
        return false;
      break;
    case TermKind::FieldAddr:
      break;
    default:
      return false;
    }
    T = N.A;
  }
  return false;
}

/// Whether two states agree about which of several objects was chosen.
bool PropertySimulation::choosesSame(const Disjunct &A, const Disjunct &B,
                                     bool InLoop) const {
  return llvm::all_of(Events.NamingSlots, [&](Term Slot) {
    Term X = A.Path.load(Slot), Y = B.Path.load(Slot);
    return X == Y || (InLoop && !isThereAlready(X, Unit.Terms) &&
                      !isThereAlready(Y, Unit.Terms));
  });
}

PropertySimulation::Disjuncts
PropertySimulation::mergeAt(unsigned Block,
                            llvm::ArrayRef<Arrival> Incoming) {
  /// A disjunct as it came, and those that are joined with it.
  struct Group {
    const Disjunct *First;
    unsigned Part;
    llvm::SmallVector<const Disjunct *, 2> Others;
  };
  llvm::SmallVector<Group, 2> Groups;
  const EventBlock &B = Events.Blocks[Block];
  const bool IsJoin = B.Predecessors.size() > 1;
  for (const Arrival &Coming : Incoming) {
    const Disjunct *D = Coming.first;
    const std::optional<unsigned> From = Coming.second;
    // An object named after an earlier round's value is nobody's any more.
    if (IsJoin && !keepsObject(*D, Block))
      continue;
    // Outside of loops, paths with different facts stay apart up to a bound:
    // what a helper does often depends on two conditions. Not where so much is
    // held for so long that it would take too long.
    const bool Apart =
        (D->Property.Object || Events.Blocks.size() <= MaxBlocksApart) &&
        Steps <= Unit.Limits.MaxStepsApart;
    // So do the facts with which a loop is entered, and its first round: that
    // it has one, or none, decides about much. Inside, only those are kept
    // apart, so that a fixpoint is reached. Not in large functions, nor in those
    // that only call others that set or clear something: it would take too long.
    const bool Parts = Apart && B.InLoop && Events.CallsModelled &&
                       Events.Blocks.size() <= MaxBlocksApart &&
                       Steps <= MaxStepsOfLoopParts;
    const bool Enters = Parts && From && Events.Blocks[*From].Loop != B.Loop;
    unsigned Part = 0;
    if (Parts && !Enters)
      Part = From && *From >= Block ? D->Part | 1 : D->Part;
    // Facts of a choice may be gone, but not which of two objects was chosen.
    auto ChoosesSame = [&](const Group &G) {
      return choosesSame(*G.First, *D, B.InLoop && !Enters);
    };
    auto IsSame = [&](const Group &G) {
      return G.First->Path.sameFacts(D->Path) && ChoosesSame(G);
    };
    auto IsAlike = [&](const Group &G) {
      return G.First->Property.sameKey(D->Property) &&
             (Enters ? G.Part % 2 == 0 : G.Part == Part);
    };
    unsigned Alike = 0;
    auto Same = Groups.end();
    for (auto It = Groups.begin(); It != Groups.end(); ++It) {
      if (!IsAlike(*It))
        continue;
      ++Alike;
      if (Same == Groups.end() || IsSame(*It) ||
          (!ChoosesSame(*Same) && ChoosesSame(*It)))
        Same = It;
    }
    bool KeepsFacts = Apart && (Enters || !B.InLoop);
    unsigned MaxAlike = Unit.Limits.MaxFactSets / (Enters ? 2 : 1);
    auto Merges = [&] {
      return Alike >= MaxAlike ||
             (KeepsFacts ? IsSame(*Same)
                         : Steps > Unit.Limits.MaxStepsApart ||
                               ChoosesSame(*Same));
    };
    // Too many sets of facts must not cost a choice that no other one has: two
    // that agree about it are merged. Returns the part of one of them.
    auto MakeRoom = [&]() -> std::optional<unsigned> {
      for (Group &G : Groups)
        for (Group *O = &G + 1; O < Groups.end() && IsAlike(G); ++O)
          if (IsAlike(*O) &&
              choosesSame(*G.First, *O->First, B.InLoop && !Enters)) {
            G.Others.push_back(O->First);
            llvm::append_range(G.Others, O->Others);
            const unsigned Free = O->Part;
            Groups.erase(O);
            return Free;
          }
      return std::nullopt;
    };
    unsigned NewPart = Enters ? 2 + 2 * Alike : Part;
    if (Same != Groups.end() && Merges()) {
      const std::optional<unsigned> Free =
          ChoosesSame(*Same) ? std::nullopt : MakeRoom();
      if (!Free) {
        Same->Others.push_back(D);
        continue;
      }
      NewPart = *Free;
    }
    Groups.push_back({D, NewPart, {}});
  }

  Disjuncts Merged;
  auto Join = [&](const PathState &X, const PathState &Y) {
    return States.join(X, Y, Events.blockUid(Block), B.InLoop, /*Widen=*/false);
  };
  for (Group &G : Groups) {
    Merged.push_back(*G.First);
    Merged.back().Part = G.Part;
    if (G.Others.empty())
      continue;
    // The last first: it went furthest and knows nearly what the one before it
    // knows. From the front, each would be compared with what the first ones have
    // in common.
    PathState Path = G.Others.pop_back_val()->Path;
    for (const Disjunct *Other : llvm::reverse(G.Others))
      Path = Join(Other->Path, Path);
    Merged.back().Path = Join(Merged.back().Path, Path);
  }
  return Merged;
}

PropertySimulation::Fixpoint
PropertySimulation::run(llvm::ArrayRef<BlockPosition> Seeds) {
  Fixpoint F;
  const unsigned N = Events.Blocks.size();
  struct BlockInfo {
    std::vector<std::pair<unsigned, Disjunct>> Out; ///< by where the edge goes
    std::vector<CloseHit> Hits;
    bool Dropped = false, Counted = false, Cleared = false, Both = false;
    llvm::SmallVector<unsigned, 1> Handled;
    unsigned Visits = 0;
  };
  std::map<unsigned, BlockInfo> Info;
  std::map<unsigned, llvm::SmallVector<const BlockPosition *, 1>> SeedsAt;

  // Blocks are numbered in reverse post-order: the smallest first.
  llvm::BitVector Queued(N);
  llvm::PriorityQueue<unsigned, std::vector<unsigned>, std::greater<unsigned>>
      Worklist;
  auto Enqueue = [&](unsigned B) {
    if (Queued.test(B))
      return;
    Queued.set(B);
    Worklist.push(B);
  };
  for (const BlockPosition &S : Seeds) {
    SeedsAt[S.Block].push_back(&S);
    Enqueue(S.Block);
  }

  while (!Worklist.empty()) {
    unsigned B = Worklist.top();
    Worklist.pop();
    Queued.reset(B);
    BlockInfo &BI = Info[B];
    if (++BI.Visits > Unit.Limits.MaxVisits) {
      ++Unit.Counters.VisitsLimit;
      F.LimitReached = true;
      return F;
    }
    if (Unit.Terms.work() > Unit.Limits.MaxWork) {
      if (!Unit.Counters.WorkLimit++ &&
          debugEnabled("limits", Events.Function))
        llvm::errs() << "work in " << Events.Function->getNameAsString()
                     << ": limit reached, the rest of the file is silent\n";
      F.LimitReached = true;
      return F;
    }

    llvm::SmallVector<Arrival, 4> Incoming;
    llvm::ArrayRef<unsigned> Predecessors = Events.Blocks[B].Predecessors;
    for (auto P = Predecessors.begin(); P != Predecessors.end(); ++P) {
      // A predecessor with two edges to here stands in the list twice.
      if (P != Predecessors.begin() && *P == P[-1])
        continue;
      auto It = Info.find(*P);
      if (It == Info.end())
        continue;
      const auto &Out = It->second.Out;
      auto GoesBefore = [&, Block = *P](const auto &Each, unsigned To) {
        return Events.Blocks[Block].Successors[Each.first].To < To;
      };
      for (auto O = std::lower_bound(Out.begin(), Out.end(), B, GoesBefore);
           O != Out.end() && Events.Blocks[*P].Successors[O->first].To == B; ++O)
        Incoming.push_back({&O->second, *P});
    }
    llvm::SmallVector<const BlockPosition *, 1> MidBlock;
    auto Seed = SeedsAt.find(B);
    if (Seed != SeedsAt.end())
      for (const BlockPosition *S : Seed->second) {
        if (S->Index == 0 && S->Registers.empty())
          Incoming.push_back({&S->State, std::nullopt});
        else
          MidBlock.push_back(S);
      }
    // What is set in each round comes later, the deeper it is set.
    auto Widens = [&](const PropertyState &P) {
      return BI.Visits > 3u + (P.Rounds ? 2 * P.Depth : 0);
    };
    Disjuncts In = mergeAt(B, Incoming);
    if (Events.Blocks[B].InLoop)
      for (Disjunct &D : In)
        for (const Disjunct &Old : F.In[B])
          if (Widens(D.Property) && Old.Property.sameKey(D.Property) &&
              Old.Part == D.Part && choosesSame(Old, D, /*InLoop=*/true))
            D.Path = States.join(Old.Path, D.Path, Events.blockUid(B),
                                 Events.Blocks[B].InLoop, /*Widen=*/true);
    if (In.size() > Unit.Limits.MaxStates * Unit.Limits.MaxFactSets) {
      ++Unit.Counters.StatesLimit;
      F.LimitReached = true;
      return F;
    }
    // Where nothing arrives, nothing goes on; else each object would be followed
    // to the function's end after it was cleared.
    bool Changed = In.size() != F.In[B].size() ||
                   (BI.Visits == 1 && !(In.empty() && MidBlock.empty()));
    for (unsigned I = 0; !Changed && I < In.size(); ++I)
      Changed = !(In[I] == F.In[B][I]);
    if (!Changed)
      continue;
    F.In[B].assign(In.begin(), In.end());
    Steps += In.size() + MidBlock.size();

    BlockResult R;
    for (const Disjunct &D : F.In[B])
      runBlock(BlockPosition{B, 0, D, {}}, R);
    for (const BlockPosition *S : MidBlock)
      runBlock(*S, R);
    if (R.LimitReached) {
      ++Unit.Counters.StatesLimit;
      F.LimitReached = true;
      return F;
    }
    // In order for each edge's end, as mergeAt() takes them.
    llvm::SmallVector<std::pair<unsigned, unsigned>, 2> Order;
    for (unsigned I = 0; I < R.Out.size(); ++I)
      Order.push_back({Events.Blocks[B].Successors[R.Out[I].first].To, I});
    llvm::sort(Order);
    BI.Out.clear();
    for (auto [To, I] : Order)
      BI.Out.push_back(std::move(R.Out[I]));
    BI.Hits = std::move(R.Hits);
    BI.Dropped = R.Dropped;
    BI.Counted |= R.CountedInLoop;
    BI.Cleared |= R.ClearedInLoop;
    BI.Both |= R.BothInLoops;
    BI.Handled = std::move(R.HandledCloses);
    for (const Edge &E : Events.Blocks[B].Successors)
      Enqueue(E.To);
  }
  llvm::DenseSet<unsigned> Handled;
  for (auto &[B, BI] : Info) {
    Handled.insert(BI.Handled.begin(), BI.Handled.end());
    llvm::SmallVector<unsigned, 2> Taken;
    for (auto &[Edge, D] : BI.Out)
      Taken.push_back(Edge);
    llvm::sort(Taken);
    Taken.erase(std::unique(Taken.begin(), Taken.end()), Taken.end());
    if (!Taken.empty())
      F.Taken[B] = std::move(Taken);
    llvm::move(BI.Hits, std::back_inserter(F.Hits));
    F.Dropped |= BI.Dropped;
    if (BI.Counted)
      F.CountedIn.push_back(B);
    if (BI.Cleared)
      F.ClearedIn.push_back(B);
    if (BI.Both)
      F.BothIn.push_back(B);
  }
  for (CloseHit &H : F.Hits)
    H.Handled |= Handled.contains(H.CloseUid);
  return F;
}

bool PropertySimulation::isCountedByLoops(const FunctionEvents &Events,
                                          const Fixpoint &F, unsigned Counted,
                                          unsigned Cleared, bool InAnyOrder) {
  if (Counted == Cleared)
    return llvm::is_contained(F.BothIn, Counted);
  if (!InAnyOrder && !Events.reaches(Counted, Cleared))
    return false;
  // Outside of loops, it was a callee that had one.
  return !Events.Blocks[Counted].InLoop || !Events.Blocks[Cleared].InLoop ||
         Events.inSeparateLoops(Counted, Cleared);
}

CloseHit PropertySimulation::hitAt(const BlockPosition &At, const Disjunct &D,
                                   CloseKind Kind) const {
  CloseHit H(D);
  H.Kind = Kind;
  H.Block = At.Block;
  H.Index = At.Index;
  H.Loc = Events.Blocks[At.Block].Events[At.Index].Loc;
  H.CloseUid = Events.eventUid(At.Block, At.Index);
  return H;
}

/// Whether the variable that ends is the object's own storage. A pointer is a
/// handle to something that lives on, and a number can be a copy of one, unless
/// the object was created in it.
static bool isStorage(const Event &End, const Disjunct &D) {
  const auto *Var = dyn_cast_or_null<VarDecl>(End.Decl);
  if (!Var || !Var->getType()->isScalarType())
    return true;
  return !Var->getType()->isAnyPointerType() &&
         D.Path.creationOf(D.Property.Object);
}

/// The element of the array at \p Array that \p Object is in or behind.
static Term elementReaching(Term Object, Term Array, const TermContext &Terms) {
  if (!Array || !Terms.contains(Object, Array))
    return {};
  Term Element = Object;
  while (Element != Array) {
    const TermNode &N = Terms[Element];
    if (N.Kind == TermKind::ElemAddr && N.A == Array)
      return Element;
    if (N.Kind != TermKind::FieldAddr && N.Kind != TermKind::ElemAddr &&
        N.Kind != TermKind::Load)
      return {};
    Element = N.A;
  }
  return Array; // Its first element.
}

void PropertySimulation::runBlock(BlockPosition From, BlockResult &Result,
                                  bool CollectOrigins) {
  const EventBlock &B = Events.Blocks[From.Block];
  const PathState Start = From.State.Path;
  const EventUid First = Events.eventUid(From.Block, 0);
  // Values that were only computed with, in this block; that the path asked for
  // the state of an object is remembered.
  std::function<bool(Term)> IsDead = [&](Term T) {
    const TermNode &N = Unit.Terms[T];
    if (N.Kind == TermKind::Fresh) {
      uint64_t Index = static_cast<EventUid>(N.Value) - First;
      return static_cast<EventUid>(N.Value) >= First &&
             Index < B.Events.size() && !B.Events[Index].LivesOn && !N.A &&
             Unit.Terms.answersAbout(T).empty();
    }
    if (N.Kind != TermKind::Op && N.Kind != TermKind::FieldAddr &&
        N.Kind != TermKind::ElemAddr)
      return false;
    return (N.A && IsDead(N.A)) || (N.B && IsDead(N.B));
  };
  From.Registers.resize(B.NumRegisters);
  Result.Forks = 0;
  std::vector<BlockPosition> Work;
  Work.push_back(std::move(From));
  while (!Work.empty()) {
    BlockPosition At = std::move(Work.back());
    Work.pop_back();
    bool Alive = true;
    while (Alive && At.Index < B.Events.size()) {
      const Event &E = B.Events[At.Index];
      Term Object = At.State.Property.Object;
      // A value that is made anew takes its name from the old one.
      if (Object && B.InLoop &&
          Unit.Terms.mentions(Object, Events.eventUid(At.Block, At.Index))) {
        Alive = false;
        break;
      }
      if (E.Kind == EventKind::Reached && Object) {
        At.Registers[E.Result] =
            elementReaching(Object, At.Registers[E.A], Unit.Terms);
        ++At.Index;
        continue;
      }
      if (E.Kind == EventKind::EndOfLife && Object) {
        Term Var = E.Decl ? Unit.Terms.varAddr(E.Decl) : At.Registers[E.A];
        if (Var && Unit.Terms.isInside(Object, Var)) {
          // A close that was refused has been reported.
          if (At.State.Property.isSet() != At.State.Property.Audit &&
              !At.State.Property.FailedClose && isStorage(E, At.State)) {
            CloseHit H = hitAt(At, At.State, static_cast<CloseKind>(E.Value));
            if (E.Loc.isInvalid() && E.Decl)
              H.Loc = E.Decl->getLocation();
            H.Var = dyn_cast_or_null<VarDecl>(E.Decl);
            Result.Hits.push_back(std::move(H));
          }
          Alive = false;
          break;
        }
      }
      // The object is overwritten as a whole, or the container that it is in is
      // walked: then somebody may get at it by another name.
      if (E.Kind == EventKind::Copy && Object && At.Registers[E.A] &&
          (E.A == E.B ? Unit.Terms.contains(Object, At.Registers[E.A])
                      : Unit.Terms.isInside(Object, At.Registers[E.A]))) {
        Disjuncts After;
        unknown(At.State, Result, After);
        if (After.empty()) {
          Alive = false;
          break;
        }
        At.State = After.front();
      }
      if (E.Kind == EventKind::Store && Object)
        assumeOutermost(E, At);
      if (E.Kind != EventKind::Call) {
        Interp.execute(At.Block, At.Index, At.State.Path, At.Registers);
        ++At.Index;
        continue;
      }
      if (const CallSite &Site = Events.call(E);
          Site.IsDelete && !At.Registers[Site.This]) {
        ++At.Index;
        continue;
      }
      Continuations Next;
      const size_t OutBefore = Result.Out.size();
      call(At, Result, Next, CollectOrigins);
      for (auto &[Edge, Thrown] :
           llvm::MutableArrayRef(Result.Out).drop_front(OutBefore)) {
        endRound(At.Block, B.Successors[Edge].To, Thrown, Result);
        Thrown.Path.dropFactsSince(Start, IsDead);
      }
      ++At.Index;
      if (Next.empty()) {
        Alive = false;
        break;
      }
      Result.Forks += Next.size() - 1;
      if (Result.Forks > Unit.Limits.MaxForks) {
        Result.LimitReached = true;
        return;
      }
      for (unsigned I = 1; I < Next.size(); ++I) {
        BlockPosition Other{At.Block, At.Index, Next[I].first, At.Registers};
        Other.Registers[E.Result] = Next[I].second;
        Work.push_back(std::move(Other));
      }
      At.State = std::move(Next.front().first);
      At.Registers[E.Result] = Next.front().second;
    }
    if (!Alive || B.Stops)
      continue;
    for (unsigned I = 0; I < B.Successors.size(); ++I) {
      const Edge &Out = B.Successors[I];
      if (Out.Kind == Edge::Throw)
        continue; // Taken at the call.
      Disjunct D = At.State;
      if (B.Condition != NoRegister && At.Registers[B.Condition]) {
        Term C = At.Registers[B.Condition];
        Interp.noteTest(C);
        bool Feasible = true;
        switch (Out.Kind) {
        case Edge::Always:
        case Edge::Throw:
          break;
        case Edge::True:
          Feasible = D.Path.assumeNonZero(C);
          break;
        case Edge::False:
          Feasible = D.Path.assumeZero(C);
          break;
        case Edge::Case:
          if (std::optional<int64_t> Label = Out.Values.asSingle())
            Interp.noteComparison(C, Unit.Terms.constant(*Label));
          [[fallthrough]];
        case Edge::Default:
          Feasible = D.Path.assume(C, Out.Values);
          break;
        }
        if (!Feasible)
          continue;
      }
      if (!endRound(At.Block, Out.To, D, Result))
        continue;
      D.Path.dropFactsSince(Start, IsDead);
      Result.Out.push_back({I, std::move(D)});
    }
  }
}
