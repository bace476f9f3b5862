//===--- UnitScan.cpp - Which functions are worth analysing ---------------===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "UnitScan.h"
#include "Compat.h"
#include "Declarations.h"
#include "DepthVariables.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/SourceManager.h"

using namespace semtidy;
using namespace clang;

namespace {

class UnitScanner {
public:
  UnitScanner(UnitContext &Unit, CreatorIndex &Creators)
      : Unit(Unit), Creators(Creators) {}

  std::vector<ScannedFunction> run();

private:
  struct Node {
    const FunctionDecl *Function = nullptr;
    bool Sets = false, Closes = false, Listed = false;
    /// A function that can hold a finding, or is called by one.
    bool Needed = false;
    llvm::SmallVector<unsigned, 2> Callers, Callees;

    bool canHoldFinding() const { return Listed && Sets && Closes; }
  };
  void addDecl(const Decl *D);
  void addFunction(const FunctionDecl *F, bool Listed);
  void scanBody(unsigned Index);
  void addCall(unsigned Caller, const FunctionDecl *Callee);
  void addDestructor(unsigned Caller, QualType T);
  void propagate(bool Node::*Flag,
                 llvm::SmallVector<unsigned, 2> Node::*Neighbours);
  std::vector<ScannedFunction> bottomUp() const;

  UnitContext &Unit;
  CreatorIndex &Creators;
  DepthVariables Depths;
  /// References to functions that are the callee of a call.
  llvm::DenseSet<const DeclRefExpr *> CalledBy;
  std::vector<Node> Nodes;
  llvm::DenseMap<const FunctionDecl *, unsigned> Index;
};

} // namespace

void UnitScanner::addFunction(const FunctionDecl *F, bool Listed) {
  const FunctionDecl *Definition = nullptr;
  if (!F->hasBody(Definition) || Definition->isDependentContext())
    return;
  auto [It, Inserted] = Index.try_emplace(Definition, Nodes.size());
  if (Inserted) {
    Nodes.emplace_back();
    Nodes.back().Function = Definition;
  }
  Nodes[It->second].Listed |= Listed;
}

void UnitScanner::addDecl(const Decl *D) {
  if (D->isInvalidDecl())
    return;
  if (const auto *Template = dyn_cast<FunctionTemplateDecl>(D)) {
    for (const FunctionDecl *Spec : Template->specializations())
      addFunction(Spec, /*Listed=*/true);
    return;
  }
  if (const auto *Template = dyn_cast<ClassTemplateDecl>(D)) {
    for (const ClassTemplateSpecializationDecl *Spec :
         Template->specializations())
      for (const Decl *Member : Spec->decls())
        addDecl(Member);
    return;
  }
  if (const auto *Var = dyn_cast<VarDecl>(D)) {
    // Tables of functions.
    llvm::SmallVector<const Stmt *, 8> Work = {Var->getInit()};
    while (!Work.empty()) {
      const Stmt *S = Work.pop_back_val();
      if (!S)
        continue;
      Depths.scan(S);
      if (const auto *Ref = dyn_cast<DeclRefExpr>(S))
        if (const auto *F = dyn_cast<FunctionDecl>(Ref->getDecl()))
          Creators.addressTaken(F);
      Work.append(S->child_begin(), S->child_end());
    }
    return;
  }
  if (const auto *F = dyn_cast<FunctionDecl>(D)) {
    if (F->isThisDeclarationADefinition())
      addFunction(F, /*Listed=*/true);
    return;
  }
  if (isa<NamespaceDecl, LinkageSpecDecl, ExportDecl, CXXRecordDecl>(D))
    for (const Decl *Member : cast<DeclContext>(D)->decls())
      addDecl(Member);
}

void UnitScanner::addCall(unsigned Caller, const FunctionDecl *Callee) {
  for (const BoundEffect &B : Unit.Models.effects(Callee)) {
    const Effect &E = *B.TheEffect;
    switch (E.TheRole) {
    case Role::Set:
    case Role::TrySet:
    case Role::Reacquire:
      Nodes[Caller].Sets = true;
      break;
    case Role::Create:
      Nodes[Caller].Sets |= bool(E.Owned);
      // Initialising again is a close, too.
      Nodes[Caller].Closes |= B.TheFamily->Id == Identity::Address;
      break;
    case Role::Close:
    case Role::Free:
      Nodes[Caller].Closes = true;
      break;
    default:
      break;
    }
  }
  const FunctionDecl *Definition = nullptr;
  if (!Callee->hasBody(Definition) || Definition->isDependentContext())
    return;
  addFunction(Definition, /*Listed=*/false);
  unsigned Target = Index[Definition];
  Nodes[Target].Callers.push_back(Caller);
  Nodes[Caller].Callees.push_back(Target);
}

void UnitScanner::addDestructor(unsigned Caller, QualType T) {
  if (T.isNull() || T->isReferenceType())
    return;
  const CXXRecordDecl *Record = T->getBaseElementTypeUnsafe()
                                    ->getAsCXXRecordDecl();
  if (!Record || !Record->hasDefinition())
    return;
  if (const CXXDestructorDecl *D = Record->getDestructor();
      D && !D->isTrivial())
    addCall(Caller, D);
}

void UnitScanner::scanBody(unsigned At) {
  const FunctionDecl *F = Nodes[At].Function;
  llvm::SmallVector<const Stmt *, 32> Work;
  if (const Stmt *Body = F->getBody())
    Work.push_back(Body);
  if (const auto *Constructor = dyn_cast<CXXConstructorDecl>(F))
    for (const CXXCtorInitializer *I : Constructor->inits())
      if (I->getInit())
        Work.push_back(I->getInit());
  if (const auto *Destructor = dyn_cast<CXXDestructorDecl>(F)) {
    for (const FieldDecl *Field : Destructor->getParent()->fields()) {
      addDestructor(At, Field->getType());
      Nodes[At].Closes |= Unit.Models.holdsSemaphore(Field->getType());
    }
    for (const CXXBaseSpecifier &Base : Destructor->getParent()->bases())
      addDestructor(At, Base.getType());
  }
  while (!Work.empty()) {
    const Stmt *S = Work.pop_back_val();
    if (!S)
      continue;
    Creators.scan(S, F);
    Depths.scan(S);
    if (const auto *Call = dyn_cast<CallExpr>(S)) {
      if (const FunctionDecl *Callee = Call->getDirectCallee())
        addCall(At, Callee);
      // Elements of containers end without a call, if they have no destructor.
      if (const auto *Method =
              dyn_cast_or_null<CXXMethodDecl>(Call->getDirectCallee()))
        Nodes[At].Closes |= endsElements(Method);
      // A destructor that is called by name.
      if (const auto *D =
              dyn_cast_or_null<CXXDestructorDecl>(Call->getDirectCallee()))
        Nodes[At].Closes |= Unit.Models.holdsSemaphore(
            canonicalTypeOf(Unit.Ctx, D->getParent()));
      if (const auto *Ref = dyn_cast<DeclRefExpr>(
              Call->getCallee()->IgnoreParenImpCasts()))
        CalledBy.insert(Ref);
    } else if (const auto *Construct = dyn_cast<CXXConstructExpr>(S)) {
      addCall(At, Construct->getConstructor());
      addDestructor(At, Construct->getType());
      Nodes[At].Closes |= isa<CXXTemporaryObjectExpr>(Construct) &&
                          Unit.Models.holdsSemaphore(Construct->getType());
    } else if (const auto *Ref = dyn_cast<DeclRefExpr>(S)) {
      // Not only called: it can be called through a pointer, from here, too.
      if (const auto *F2 = dyn_cast<FunctionDecl>(Ref->getDecl());
          F2 && !CalledBy.contains(Ref)) {
        Creators.addressTaken(F2);
        addCall(At, F2);
      }
    } else if (const auto *Region = dyn_cast<CapturedStmt>(S)) {
      // The body of an OpenMP directive, which the CFG has in line.
      Work.push_back(Region->getCapturedStmt());
    } else if (const auto *Lambda = dyn_cast<LambdaExpr>(S)) {
      if (const CXXMethodDecl *Operator = Lambda->getCallOperator())
        addFunction(Operator, /*Listed=*/Nodes[At].Listed);
    } else if (const auto *Inherited = dyn_cast<CXXInheritedCtorInitExpr>(S)) {
      addCall(At, Inherited->getConstructor());
    } else if (const auto *Made = dyn_cast<MaterializeTemporaryExpr>(S)) {
      // A temporary ends without a call, if it has no destructor.
      Nodes[At].Closes |= Unit.Models.holdsSemaphore(Made->getType());
    } else if (const auto *New = dyn_cast<CXXNewExpr>(S)) {
      // In the place of another object.
      if (New->getNumPlacementArgs() == 1 &&
          Unit.Models.holdsSemaphore(New->getAllocatedType()))
        Nodes[At].Closes = true;
    } else if (const auto *Default = dyn_cast<CXXDefaultInitExpr>(S)) {
      Work.push_back(Default->getExpr());
    } else if (const auto *Default = dyn_cast<CXXDefaultArgExpr>(S)) {
      Work.push_back(Default->getExpr());
    } else if (const auto *Delete = dyn_cast<CXXDeleteExpr>(S)) {
      if (const FunctionDecl *D = Delete->getOperatorDelete())
        addCall(At, D);
      addDestructor(At, Delete->getDestroyedType());
      Nodes[At].Closes = true;
    } else if (const auto *D = dyn_cast<DeclStmt>(S)) {
      for (const Decl *Each : D->decls())
        if (const auto *Var = dyn_cast<VarDecl>(Each)) {
          if (Var->hasLocalStorage() &&
              Unit.Models.holdsSemaphore(Var->getType()))
            Nodes[At].Closes = true;
          addDestructor(At, Var->getType());
          if (const auto *Cleanup = Var->getAttr<CleanupAttr>())
            addCall(At, Cleanup->getFunctionDecl());
        }
    }
    for (const Stmt *Child : S->children())
      Work.push_back(Child);
  }
}

void UnitScanner::propagate(bool Node::*Flag,
                            llvm::SmallVector<unsigned, 2> Node::*Neighbours) {
  llvm::SmallVector<unsigned, 16> Work;
  for (unsigned I = 0; I < Nodes.size(); ++I)
    if (Nodes[I].*Flag)
      Work.push_back(I);
  while (!Work.empty()) {
    unsigned I = Work.pop_back_val();
    for (unsigned Other : Nodes[I].*Neighbours)
      if (!(Nodes[Other].*Flag)) {
        Nodes[Other].*Flag = true;
        Work.push_back(Other);
      }
  }
}

std::vector<ScannedFunction> UnitScanner::run() {
  for (const Decl *Root : Unit.Ctx.getTraversalScope()) {
    if (const auto *TU = dyn_cast<TranslationUnitDecl>(Root)) {
      for (const Decl *D : TU->decls())
        if (!isInSystemHeader(D))
          addDecl(D);
    } else if (!isInSystemHeader(Root)) {
      addDecl(Root);
    }
  }
  // Callees join the list while it is walked; what a system header defines is
  // looked at only where it is called.
  for (unsigned I = 0; I < Nodes.size(); ++I)
    scanBody(I);
  Depths.note(Unit.Terms);
  for (const Node &N : Nodes)
    for (unsigned Caller : N.Callers)
      Unit.Callers[N.Function].push_back(Nodes[Caller].Function);
  propagate(&Node::Sets, &Node::Callers);
  propagate(&Node::Closes, &Node::Callers);
  // Nobody asks for what the others do.
  for (Node &N : Nodes)
    N.Needed = N.canHoldFinding();
  propagate(&Node::Needed, &Node::Callees);
  return bottomUp();
}

std::vector<ScannedFunction> UnitScanner::bottomUp() const {
  // Post-order over the calls, without recursion.
  std::vector<ScannedFunction> Result;
  std::vector<bool> Seen(Nodes.size());
  std::vector<std::pair<unsigned, unsigned>> Path; // Node, next callee.
  for (unsigned Start = 0; Start < Nodes.size(); ++Start) {
    if (Seen[Start])
      continue;
    Seen[Start] = true;
    Path.push_back({Start, 0});
    while (!Path.empty()) {
      auto &[At, Next] = Path.back();
      const Node &N = Nodes[At];
      if (Next < N.Callees.size()) {
        unsigned Callee = N.Callees[Next++];
        if (!Seen[Callee]) {
          Seen[Callee] = true;
          Path.push_back({Callee, 0});
        }
        continue;
      }
      if (N.Needed && (N.Sets || N.Closes))
        Result.push_back({N.Function, N.Sets, N.canHoldFinding()});
      Path.pop_back();
    }
  }
  return Result;
}

std::vector<ScannedFunction> semtidy::scanUnit(UnitContext &Unit,
                                               CreatorIndex &Creators) {
  return UnitScanner(Unit, Creators).run();
}
