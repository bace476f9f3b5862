//===--- Compat.h - Differences between LLVM versions -----------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What is called differently in the versions of LLVM that we build with: 22, 19
// and 16. No other file of the check asks for the version. When a version is
// dropped, so is what it has here.
//
//===----------------------------------------------------------------------===//

#ifndef SEMTIDY_COMPAT_H
#define SEMTIDY_COMPAT_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclCXX.h"
#include "clang/Analysis/Analyses/PostOrderCFGView.h"
#include "clang/Analysis/CFG.h"
#include "clang/Basic/Version.h"
#include "llvm/Support/SMTAPI.h"
#include <optional>
#include <string>
#include <vector>

#if CLANG_VERSION_MAJOR < 22
#include "clang-tidy/ClangTidyModuleRegistry.h"
#else
#include "clang-tidy/ClangTidyModule.h"
#endif

#if CLANG_VERSION_MAJOR < 18
#include <dlfcn.h>
#endif

namespace semtidy {

/// The canonical type that \p D declares.
inline clang::CanQualType canonicalTypeOf(const clang::ASTContext &Ctx,
                                          const clang::TagDecl *D) {
#if CLANG_VERSION_MAJOR >= 22
  return Ctx.getCanonicalTagType(D);
#else
  return Ctx.getCanonicalType(Ctx.getTypeDeclType(D));
#endif
}

/// `int : 3;`, which initialisers skip.
inline bool isUnnamedBitField(const clang::FieldDecl *D) {
#if CLANG_VERSION_MAJOR >= 19
  return D->isUnnamedBitField();
#else
  return D->isUnnamedBitfield();
#endif
}

/// The type of the object that a member function is called on.
inline clang::QualType objectTypeOf(const clang::CXXMethodDecl *D) {
#if CLANG_VERSION_MAJOR >= 18
  return D->getFunctionObjectParameterType();
#else
  return D->getThisType()->getPointeeType();
#endif
}

/// What an attribute says that a call tries: the result that means success, and
/// the locks.
struct TryAcquire {
  const clang::Expr *Success;
  llvm::ArrayRef<clang::Expr *> Locks;
};

template <typename AttrT>
llvm::ArrayRef<clang::Expr *> argumentsOf(const AttrT *A) {
  return llvm::ArrayRef<clang::Expr *>(A->args_begin(), A->args_size());
}

inline std::optional<TryAcquire> tryAcquire(const clang::Attr *Any) {
  if (const auto *A = llvm::dyn_cast<clang::TryAcquireCapabilityAttr>(Any))
    return TryAcquire{A->getSuccessValue(), argumentsOf(A)};
#if CLANG_VERSION_MAJOR < 22
  if (const auto *A = llvm::dyn_cast<clang::ExclusiveTrylockFunctionAttr>(Any))
    return TryAcquire{A->getSuccessValue(), argumentsOf(A)};
  if (const auto *A = llvm::dyn_cast<clang::SharedTrylockFunctionAttr>(Any))
    return TryAcquire{A->getSuccessValue(), argumentsOf(A)};
#endif
  return std::nullopt;
}

/// The locks of which an attribute says that the call returns only if they are
/// held.
inline std::optional<llvm::ArrayRef<clang::Expr *>>
assertsHeld(const clang::Attr *Any) {
  if (const auto *A = llvm::dyn_cast<clang::AssertCapabilityAttr>(Any))
    return argumentsOf(A);
#if CLANG_VERSION_MAJOR < 22
  if (const auto *A = llvm::dyn_cast<clang::AssertExclusiveLockAttr>(Any))
    return argumentsOf(A);
  if (const auto *A = llvm::dyn_cast<clang::AssertSharedLockAttr>(Any))
    return argumentsOf(A);
#endif
  return std::nullopt;
}

#if CLANG_VERSION_MAJOR < 18
/// A graph of blocks whose loops are left before their bodies are entered, so
/// that in reverse post-order the bodies come first.
struct LoopBodyFirst {
  using NodeRef = const clang::CFGBlock *;
  using ChildIteratorType = clang::CFGBlock::const_succ_reverse_iterator;
  static NodeRef getEntryNode(const clang::CFG *Graph) {
    return &Graph->getEntry();
  }
  static ChildIteratorType child_begin(NodeRef B) { return B->succ_rbegin(); }
  static ChildIteratorType child_end(NodeRef B) { return B->succ_rend(); }
};
#endif

/// The blocks of \p Graph that can be reached, in reverse post-order, the body
/// of a loop before what follows it: a fixpoint is then reached in the loop
/// before anything behind it is looked at. Before LLVM 17 the view has it the
/// other way round.
inline std::vector<const clang::CFGBlock *>
blocksInOrder(const clang::CFG &Graph) {
#if CLANG_VERSION_MAJOR >= 18
  clang::PostOrderCFGView Order(&Graph);
  return {Order.begin(), Order.end()};
#else
  using Set = clang::PostOrderCFGView::CFGBlockSet;
  using Iterator =
      llvm::po_iterator<const clang::CFG *, Set, /*ExtStorage=*/true,
                        LoopBodyFirst>;
  Set Seen(&Graph);
  std::vector<const clang::CFGBlock *> Blocks;
  for (auto I = Iterator::begin(&Graph, Seen), E = Iterator::end(&Graph, Seen);
       I != E; ++I)
    Blocks.push_back(*I);
  return {Blocks.rbegin(), Blocks.rend()};
#endif
}

/// A call that `__attribute__((cleanup))` makes.
struct CleanupCall {
  const clang::VarDecl *Var;
  const clang::FunctionDecl *Function;
};

/// The cleanup call that \p E stands for. Before LLVM 18 the CFG has no element
/// for it: then it is the end of the variable's life, which \p E is as well.
inline std::optional<CleanupCall> cleanupCall(const clang::CFGElement &E) {
#if CLANG_VERSION_MAJOR >= 18
  if (auto Cleanup = E.getAs<clang::CFGCleanupFunction>())
    return CleanupCall{Cleanup->getVarDecl(), Cleanup->getFunctionDecl()};
#else
  if (auto Ends = E.getAs<clang::CFGLifetimeEnds>())
    if (const auto *A = Ends->getVarDecl()->getAttr<clang::CleanupAttr>())
      return CleanupCall{Ends->getVarDecl(), A->getFunctionDecl()};
#endif
  return std::nullopt;
}

/// Asks for destructor calls and for the ends of lifetimes in a CFG. Before LLVM
/// 18 there is only one of the two: in C the lifetimes, in C++ the calls and the
/// ends of scopes, of which EndsOfLife makes the rest.
inline void addEndsOfLife(clang::CFG::BuildOptions &Options,
                          const clang::LangOptions &Language) {
#if CLANG_VERSION_MAJOR >= 18
  (void)Language;
  Options.AddImplicitDtors = true;
  Options.AddLifetime = true;
#else
  Options.AddImplicitDtors = Language.CPlusPlus;
  Options.AddScopes = Language.CPlusPlus;
  Options.AddLifetime = !Language.CPlusPlus;
#endif
}

/// The elements of the blocks of one function, with the ends of lifetimes that
/// addEndsOfLife() could not ask for.
class EndsOfLife {
public:
#if CLANG_VERSION_MAJOR >= 18
  explicit EndsOfLife(const clang::FunctionDecl *) {}

  std::vector<clang::CFGElement> elementsOf(const clang::CFGBlock &B) const {
    return {B.begin(), B.end()};
  }
#else
  explicit EndsOfLife(const clang::FunctionDecl *F) {
    if (!F->getASTContext().getLangOpts().CPlusPlus)
      return;
    Scopes.push_back({{}, {0, 0}});
    for (const clang::VarDecl *Parameter : F->parameters())
      add(Parameter, 0);
    llvm::SmallVector<std::pair<const clang::Stmt *, Point>, 32> Work;
    Work.push_back({F->getBody(), {0, sizeOf(0)}});
    while (!Work.empty()) {
      auto [S, At] = Work.pop_back_val();
      if (!S)
        continue;
      if (llvm::isa<clang::GotoStmt, clang::LabelStmt>(S))
        Points[S] = At;
      if (!llvm::isa<clang::CompoundStmt>(S)) {
        for (const clang::Stmt *Child : S->children())
          Work.push_back({Child, At});
        continue;
      }
      unsigned Scope = Scopes.size();
      Scopes.push_back({{}, At});
      for (const clang::Stmt *Child : S->children()) {
        Work.push_back({Child, {Scope, sizeOf(Scope)}});
        // Before C++23 this is an extension.
        while (const auto *Label = llvm::dyn_cast<clang::LabelStmt>(Child))
          Child = Label->getSubStmt();
        if (const auto *Declares = llvm::dyn_cast<clang::DeclStmt>(Child))
          for (const clang::Decl *D : Declares->decls())
            if (const auto *Var = llvm::dyn_cast<clang::VarDecl>(D);
                Var && Var->hasLocalStorage())
              add(Var, Scope);
      }
    }
  }

  std::vector<clang::CFGElement> elementsOf(const clang::CFGBlock &B) const {
    std::vector<clang::CFGElement> Elements;
    // How many variables of a scope that is left have not ended.
    llvm::SmallDenseMap<unsigned, unsigned> Left;
    const auto *Goto =
        llvm::dyn_cast_or_null<clang::GotoStmt>(B.getTerminatorStmt());
    if (Goto)
      for (Point P : around(Goto))
        Left[P.Scope] = P.Alive;
    auto EndDownTo = [&](unsigned Scope, unsigned Last,
                         const clang::Stmt *Trigger) {
      unsigned &N = Left.try_emplace(Scope, sizeOf(Scope)).first->second;
      for (; N > Last; --N)
        Elements.push_back(
            clang::CFGLifetimeEnds(Scopes[Scope].Variables[N - 1], Trigger));
    };
    for (const clang::CFGElement &E : B) {
      if (auto Dtor = E.getAs<clang::CFGAutomaticObjDtor>()) {
        // What is declared after a variable ends before it is destroyed.
        if (auto It = Places.find(Dtor->getVarDecl()); It != Places.end())
          EndDownTo(It->second.Scope, It->second.Index + 1,
                    Dtor->getTriggerStmt());
      } else if (auto End = E.getAs<clang::CFGScopeEnd>()) {
        auto It = Places.find(End->getVarDecl());
        if (It != Places.end() && Goto && End->getTriggerStmt() == Goto)
          // At a jump backwards only the outermost scope has an element, even
          // if it is not left.
          for (Point P : around(Goto)) {
            EndDownTo(P.Scope, aliveAt(Goto->getLabel()->getStmt(), P.Scope),
                      Goto);
            if (P.Scope == It->second.Scope)
              break;
          }
        else if (It != Places.end())
          EndDownTo(It->second.Scope, 0, End->getTriggerStmt());
      }
      Elements.push_back(E);
    }
    return Elements;
  }

private:
  /// The first \c Alive variables of a scope, and what is around the scope.
  struct Point {
    unsigned Scope;
    unsigned Alive;
  };
  struct ScopeInfo {
    std::vector<const clang::VarDecl *> Variables;
    Point Around;
  };
  struct Place {
    unsigned Scope;
    unsigned Index;
  };

  unsigned sizeOf(unsigned Scope) const {
    return Scopes[Scope].Variables.size();
  }

  void add(const clang::VarDecl *Var, unsigned Scope) {
    Places[Var] = {Scope, sizeOf(Scope)};
    Scopes[Scope].Variables.push_back(Var);
  }

  /// The scopes around a jump or a label, from the inside to the parameters.
  llvm::SmallVector<Point, 8> around(const clang::Stmt *S) const {
    llvm::SmallVector<Point, 8> Result;
    auto It = Points.find(S);
    if (It == Points.end())
      return Result;
    Result.push_back(It->second);
    while (Result.back().Scope)
      Result.push_back(Scopes[Result.back().Scope].Around);
    return Result;
  }

  unsigned aliveAt(const clang::Stmt *Label, unsigned Scope) const {
    for (Point P : around(Label))
      if (P.Scope == Scope)
        return P.Alive;
    return 0;
  }

  /// The parameters are the first.
  std::vector<ScopeInfo> Scopes;
  llvm::DenseMap<const clang::VarDecl *, Place> Places;
  /// Where the jumps and labels are.
  llvm::DenseMap<const clang::Stmt *, Point> Points;
#endif
};

/// A solver that gives up after \p Limit of Z3's resource units, which do not
/// depend on the machine.
inline llvm::SMTSolverRef createLimitedSolver(unsigned Limit) {
#if CLANG_VERSION_MAJOR >= 18
  llvm::SMTSolverRef Solver = llvm::CreateZ3Solver();
  Solver->setUnsignedParam("rlimit", Limit);
  return Solver;
#else
  // LLVM has no way to say it. Z3, which LLVM is linked with, has one.
  using SetParam = void(const char *, const char *);
  if (void *Set = dlsym(RTLD_DEFAULT, "Z3_global_param_set"))
    reinterpret_cast<SetParam *>(Set)("rlimit", std::to_string(Limit).c_str());
  return llvm::CreateZ3Solver();
#endif
}

} // namespace semtidy

#endif // SEMTIDY_COMPAT_H
