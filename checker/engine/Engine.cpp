//===--- Engine.cpp - The analysis of a translation unit ------------------===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Engine.h"
#include "CreatorIndex.h"
#include "Summary.h"
#include "UnitScan.h"
#include "WitnessStory.h"
#include "clang/Basic/SourceManager.h"

using namespace semtidy;
using namespace clang;

namespace semtidy {
/// All candidates for one close of one object.
struct CandidateGroup {
  CloseHit Hit;
  std::vector<const FunctionSummary::OriginRun *> Runs;
  std::vector<const CloseHit *> Hits; ///< one for each run
};
} // namespace semtidy

Engine::Engine(ASTContext &Ctx, const ModelRegistry &Registry,
               const EngineLimits &Limits)
    : Unit(std::make_unique<UnitContext>(Ctx, Registry, Limits)),
      Creators(std::make_unique<CreatorIndex>(*Unit)),
      Summaries(std::make_unique<SummaryStore>(*Unit)) {
  Unit->Creators = Creators.get();
  Unit->Summaries = Summaries.get();
}

Engine::~Engine() = default;

const EngineCounters &Engine::counters() const { return Unit->Counters; }

FunctionSummary *Engine::summary(const FunctionDecl *F) {
  return Summaries->get(F);
}

std::vector<Finding> Engine::run() {
  std::vector<Finding> Findings;
  if (!Unit->Models.anyModelledNameUsed())
    return Findings;
  // Callees first, so that summaries nest no deeper than calls that form a
  // cycle or lead to functions without semaphores.
  for (const ScannedFunction &F : scanUnit(*Unit, *Creators)) {
    FunctionSummary *S = Summaries->get(F.Function);
    if (!S)
      continue;
    if (F.Sets)
      S->setOutcomes();
    if (F.CanHoldFinding)
      analyse(*S, Findings);
  }
  const SourceManager &SM = Unit->Ctx.getSourceManager();
  llvm::sort(Findings, [&](const Finding &A, const Finding &B) {
    if (A.Loc != B.Loc)
      return SM.isBeforeInTranslationUnit(A.Loc, B.Loc);
    return A.ObjectName < B.ObjectName;
  });
  return Findings;
}

std::set<Engine::PointState> Engine::statesAt(llvm::StringRef Name) {
  std::set<PointState> Points;
  if (Unit->Ctx.Idents.find(Name) == Unit->Ctx.Idents.end())
    return Points;
  auto Observe = [&](const CallSite &Site, const Event &E,
                     const CallValues &Values, const Disjunct &D) {
    if (!Site.Callee || !Site.Callee->getIdentifier() ||
        Site.Callee->getName() != Name)
      return;
    std::string Text;
    llvm::raw_string_ostream OS(Text);
    const PropertyState &P = D.Property;
    if (P.Object) {
      OS << "object ";
      Unit->Terms.print(P.Object, OS);
      OS << " of family " << P.TheFamily->Name << ", depth " << P.Depth;
    } else {
      OS << "values";
    }
    for (Term Arg : Values.Args) {
      OS << "; argument ";
      Unit->Terms.print(Arg, OS);
      OS << " in ";
      D.Path.valuesOf(Arg).print(OS);
    }
    Points.insert({E.Loc, Text});
  };
  scanUnit(*Unit, *Creators);
  for (const Decl *D : Unit->Ctx.getTraversalScope()) {
    llvm::SmallVector<const Decl *, 8> Work = {D};
    while (!Work.empty()) {
      const Decl *Each = Work.pop_back_val();
      if (const auto *F = dyn_cast<FunctionDecl>(Each);
          F && F->isThisDeclarationADefinition()) {
        FunctionSummary *S = Summaries->get(F);
        if (!S)
          continue;
        // Fixpoints first, then once more over them with somebody watching.
        PropertySimulation &Simulation = S->simulation();
        std::vector<Origin> Origins;
        auto Replay = [&](const PropertySimulation::Fixpoint &Fix) {
          for (const auto &[Block, In] : Fix.In)
            for (const Disjunct &State : In) {
              BlockResult R;
              Simulation.runBlock(BlockPosition{Block, 0, State, {}}, R,
                                  /*CollectOrigins=*/!State.Property.Object);
              llvm::move(R.Origins, std::back_inserter(Origins));
            }
        };
        const PropertySimulation::Fixpoint &Values = S->valueFlow();
        Simulation.observeCalls(Observe);
        Replay(Values);
        for (const Origin &O : std::vector<Origin>(Origins)) {
          Simulation.observeCalls(nullptr);
          PropertySimulation::Fixpoint Objects = Simulation.run(O.After);
          Simulation.observeCalls(Observe);
          BlockResult R;
          Simulation.runBlock(O.After, R);
          Replay(Objects);
        }
        Simulation.observeCalls(nullptr);
      } else if (const auto *Scope = dyn_cast<DeclContext>(Each);
                 Scope && !isa<FunctionDecl>(Each)) {
        for (const Decl *Inner : Scope->decls())
          if (!Unit->Ctx.getSourceManager().isInSystemHeader(
                  Inner->getLocation()))
            Work.push_back(Inner);
      }
    }
  }
  return Points;
}

/// The object's name in the source: without `&`, casts and parentheses.
static std::string spell(const Expr *E, const ASTContext &Ctx) {
  E = E->IgnoreParenCasts();
  while (const auto *U = dyn_cast<UnaryOperator>(E)) {
    if (U->getOpcode() != UO_AddrOf && U->getOpcode() != UO_Extension)
      break;
    E = U->getSubExpr()->IgnoreParenCasts();
  }
  std::string Text;
  llvm::raw_string_ostream OS(Text);
  PrintingPolicy Policy(Ctx.getLangOpts());
  Policy.SuppressImplicitBase = true; // `Lock`, not `this->Lock`
  E->printPretty(OS, nullptr, Policy);
  return Text;
}

static bool inSystemHeader(SourceLocation Loc, const ASTContext &Ctx) {
  const SourceManager &SM = Ctx.getSourceManager();
  return Loc.isValid() && SM.isInSystemHeader(SM.getExpansionLoc(Loc));
}

/// The object's access path, where no expression names it. Members of the
/// library's classes are left out: users do not know them.
static void spell(Term T, const PathState &Path, const ASTContext &Ctx,
                  llvm::raw_ostream &OS) {
  const TermContext &Terms = Path.terms();
  auto IsLibrarys = [&](Term Part) {
    return Terms[Part].Kind == TermKind::FieldAddr &&
           inSystemHeader(
               static_cast<const Decl *>(Terms[Part].Ptr)->getLocation(), Ctx);
  };
  const TermNode &N = Terms[T];
  auto Name = [&]() -> std::string {
    const auto *D =
        dyn_cast<NamedDecl>(static_cast<const Decl *>(N.Ptr));
    if (!D || isa<FunctionDecl>(D))
      return "this";
    return D->getNameAsString();
  };
  switch (N.Kind) {
  case TermKind::VarAddr:
    OS << Name();
    return;
  case TermKind::Load:
    spell(N.A, Path, Ctx, OS);
    return;
  case TermKind::FieldAddr: {
    if (IsLibrarys(T)) {
      spell(N.A, Path, Ctx, OS);
      return;
    }
    // What a class of the library holds is reached by its `->`.
    bool ByPointer = IsLibrarys(N.A) ||
                     (Terms[N.A].Kind != TermKind::VarAddr &&
                      Terms[N.A].Kind != TermKind::FieldAddr &&
                      Terms[N.A].Kind != TermKind::ElemAddr);
    if (Terms[N.A].Kind == TermKind::Load) {
      const TermNode &From = Terms[Terms[N.A].A];
      const auto *D = From.Kind == TermKind::VarAddr
                          ? static_cast<const Decl *>(From.Ptr)
                          : nullptr;
      // Members of `this` stand alone; a reference needs no arrow.
      if (isa_and_nonnull<FunctionDecl>(D)) {
        OS << Name();
        return;
      }
      if (const auto *Var = dyn_cast_or_null<VarDecl>(D))
        ByPointer &= !Var->getType()->isReferenceType();
    }
    spell(N.A, Path, Ctx, OS);
    OS << (ByPointer ? "->" : ".") << Name();
    return;
  }
  case TermKind::ElemAddr:
    spell(N.A, Path, Ctx, OS);
    if (Terms.isConstant(N.B))
      OS << '[' << Terms[N.B].Value << ']';
    else
      OS << "[...]";
    return;
  default: {
    // A value made on the way: by the variable that holds it.
    Term Holder;
    Path.forEachStored([&](Term Address, Term Value) {
      bool IsVariable = Terms[Address].Kind == TermKind::VarAddr;
      if (Value == T && Terms.rootDecl(Address) && (!Holder || IsVariable))
        Holder = Address;
    });
    if (Holder)
      spell(Holder, Path, Ctx, OS);
    else
      OS << "(unnamed)";
    return;
  }
  }
}

/// The steps that a user can look at: what happens inside of the library happens
/// at the call of it.
static std::vector<WitnessStep> inUserCode(std::vector<WitnessStep> All,
                                           const ASTContext &Ctx) {
  std::vector<WitnessStep> Kept;
  for (WitnessStep &S : All) {
    if (!inSystemHeader(S.Loc, Ctx) || Kept.empty()) {
      Kept.push_back(S);
      continue;
    }
    if (S.Kind != StepKind::Set && S.Kind != StepKind::Closed)
      continue;
    S.Loc = Kept.back().Loc;
    if (Kept.back().Kind == StepKind::Called)
      Kept.pop_back();
    Kept.push_back(S);
  }
  return Kept;
}

/// Whether the destructor \p D of the object at \p This clears what \p Hit closes.
bool Engine::clearsLater(const CXXDestructorDecl *D, Term This,
                         const CloseHit &Hit) {
  const PropertyState &P = Hit.At.Property;
  FunctionSummary *S = Summaries->get(D);
  if (!S)
    return false;
  CallContext Call{&S->events(), nullptr, {}, This, Hit.CloseUid};
  return llvm::any_of(S->clears(), [&](const ClearedObject &C) {
    return C.TheFamily == P.TheFamily &&
           TermTranslator(Unit->Terms, Call, Hit.At.Path).translate(C.Object) ==
               P.Object;
  });
}

/// The name of a guard that holds the object while it is closed; empty if there
/// is none.
std::string Engine::guardOf(const CloseHit &Hit) {
  std::string Name;
  const TermContext &Terms = Unit->Terms;
  Hit.At.Path.forEachStored([&](Term Address, Term Value) {
    if (Value != Hit.At.Property.Object)
      return;
    // From the member that holds the lock to the variable that it is a part of.
    for (Term Part = Address; Name.empty(); Part = Terms[Part].A) {
      const TermNode &N = Terms[Part];
      if (N.Kind != TermKind::FieldAddr && N.Kind != TermKind::VarAddr)
        return;
      const auto *D =
          dyn_cast<ValueDecl>(static_cast<const Decl *>(N.Ptr));
      const CXXRecordDecl *Class =
          D && !isa<FunctionDecl>(D) ? D->getType()->getAsCXXRecordDecl()
                                     : nullptr;
      const CXXDestructorDecl *Destructor =
          Class && Class->hasDefinition() ? Class->getDestructor() : nullptr;
      if (Destructor && !Destructor->isTrivial() &&
          clearsLater(Destructor, Part, Hit)) {
        llvm::raw_string_ostream OS(Name);
        spell(Part, Hit.At.Path, Unit->Ctx, OS);
      }
      if (N.Kind == TermKind::VarAddr)
        return;
    }
  });
  return Name;
}

Finding Engine::describe(const FunctionDecl *F, const CloseHit &Hit,
                         WitnessStory Story) {
  const PropertyState &P = Hit.At.Property;
  Finding Result;
  Result.Kind = Hit.Kind;
  Result.Loc = Hit.Loc;
  Result.TheFamily = P.TheFamily;
  Result.ObjectsKind = P.Kind;
  Result.Function = F;
  if (P.Created)
    Result.Created = Unit->Creations[P.Created];

  if (Hit.ObjectExpr && Hit.Kind == CloseKind::Call) {
    Result.ObjectName = spell(Hit.ObjectExpr, Unit->Ctx);
  } else if (P.SetExpr) {
    Result.ObjectName = spell(P.SetExpr, Unit->Ctx);
  } else {
    llvm::raw_string_ostream OS(Result.ObjectName);
    spell(P.Object, Hit.At.Path, Unit->Ctx, OS);
  }

  Result.Guard = guardOf(Hit);
  // Closed by the name by which it was set, it does not matter which one it is.
  if (!Hit.ObjectExpr || !P.SetExpr ||
      spell(P.SetExpr, Unit->Ctx) != spell(Hit.ObjectExpr, Unit->Ctx))
    Result.Steps = std::move(Story.Choices);
  llvm::append_range(Result.Steps,
                     inUserCode(std::move(Story.Steps), Unit->Ctx));
  Result.InnerSteps = inUserCode(std::move(Story.Inner), Unit->Ctx);
  return Result;
}

bool Engine::isDefinite(FunctionSummary &S, const CandidateGroup &Group) {
  // Is there a path to the close on which the object is not set?
  const PropertyState &Set = Group.Hit.At.Property;
  // Others may have returned a permit in the meantime.
  if (Set.Kind == ObjectKind::Permit)
    return false;
  BlockPosition Start = S.simulation().entry();
  PropertyState &P = Start.State.Property;
  P.Object = Set.Object;
  P.TheFamily = Set.TheFamily;
  P.Kind = Set.Kind;
  P.Recursive = Set.Recursive;
  P.Audit = true;
  PropertySimulation::Fixpoint F = S.simulation().run(Start);
  return !F.LimitReached && llvm::none_of(F.Hits, [&](const CloseHit &H) {
    return H.Block == Group.Hit.Block && H.Index == Group.Hit.Index &&
           H.Kind == Group.Hit.Kind;
  });
}

/// Whether the state at \p Hit depends on how often two loops ran. Asked of the
/// function: a path that avoids the second loop often does so since a number of
/// rounds is 0, and what is known of such numbers does not always tell that it is
/// not (`cleared_by_count_if_there_is_one` in the tests).
static bool isCountedByLoops(const FunctionEvents &Events,
                             const FunctionSummary::OriginRun &Run,
                             const CloseHit &Hit) {
  const PropertySimulation::Fixpoint &F = Run.Result;
  return llvm::any_of(F.ClearedIn, [&](unsigned Cleared) {
    return (Run.From.Counted ||
            llvm::any_of(F.CountedIn,
                         [&](unsigned Counted) {
                           return PropertySimulation::isCountedByLoops(
                               Events, F, Counted, Cleared);
                         })) &&
           Events.reaches(Cleared, Hit.Block);
  });
}

void Engine::analyse(FunctionSummary &S, std::vector<Finding> &Findings) {
  const FunctionDecl *F = S.events().Function;
  ++Unit->Counters.Functions;

  // Candidates: closes that an object reaches while set, by close and object.
  std::vector<CandidateGroup> Groups;
  for (const FunctionSummary::OriginRun &Run : S.originRuns())
    for (const CloseHit &Hit : Run.Result.Hits) {
      const PropertyState &P = Hit.At.Property;
      if (Hit.Handled ||
          (Hit.By && Unit->reactsToBusy(Hit.CloseUid, *Hit.By->TheFamily)))
        continue;
      // Whether the handle is one that can be set is for a caller to say.
      if (P.Kind == ObjectKind::FromCreator)
        continue;
      // The end of main ends the program, and the storage with it.
      if (Hit.Kind == CloseKind::Scope && F->isMain())
        continue;
      // Somebody else may have returned the permit.
      if (P.Kind == ObjectKind::Permit && Hit.At.Path.isPublished(P.Object))
        continue;
      if (isCountedByLoops(S.events(), Run, Hit))
        continue;
      auto Same = llvm::find_if(Groups, [&](const CandidateGroup &G) {
        return G.Hit.Block == Hit.Block && G.Hit.Index == Hit.Index &&
               G.Hit.CloseUid == Hit.CloseUid &&
               G.Hit.At.Property.Object == P.Object;
      });
      if (Same == Groups.end()) {
        Groups.push_back(CandidateGroup{Hit, {}, {}});
        Same = std::prev(Groups.end());
      }
      Same->Runs.push_back(&Run);
      Same->Hits.push_back(&Hit);
    }

  for (const CandidateGroup &Group : Groups) {
    ++Unit->Counters.Candidates;
    // The first origin, in program order, with a path that holds.
    for (unsigned I = 0; I < Group.Runs.size(); ++I) {
      SearchGoal Goal{*Group.Runs[I]};
      Goal.Close = Group.Hits[I];
      Goal.MaxSteps = Unit->Limits.MaxSearchSteps;
      SearchResult Witness = searchWitness(*Unit, S, Goal);
      if (Witness.Verdict != SearchVerdict::Found)
        continue;
      Finding New =
          describe(F, *Witness.Hit, tellStory(*Unit, S, Goal, Witness));
      New.Definite = isDefinite(S, Group);
      bool Known = llvm::any_of(Findings, [&](const Finding &Old) {
        return Old.Loc == New.Loc && Old.ObjectName == New.ObjectName;
      });
      if (!Known)
        Findings.push_back(std::move(New));
      break;
    }
  }
}
