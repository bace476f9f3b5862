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
    Scopes.emplace_back();
    for (const clang::VarDecl *Parameter : F->parameters())
      add(Parameter);
    llvm::SmallVector<const clang::Stmt *, 32> Work = {F->getBody()};
    while (!Work.empty()) {
      const clang::Stmt *S = Work.pop_back_val();
      if (!S)
        continue;
      llvm::append_range(Work, S->children());
      if (!llvm::isa<clang::CompoundStmt>(S))
        continue;
      Scopes.emplace_back();
      for (const clang::Stmt *Child : S->children())
        if (const auto *Declares = llvm::dyn_cast_or_null<clang::DeclStmt>(Child))
          for (const clang::Decl *D : Declares->decls())
            if (const auto *Var = llvm::dyn_cast<clang::VarDecl>(D);
                Var && Var->hasLocalStorage())
              add(Var);
    }
  }

  std::vector<clang::CFGElement> elementsOf(const clang::CFGBlock &B) const {
    std::vector<clang::CFGElement> Elements;
    // How many variables of a scope that is left have not ended.
    llvm::SmallDenseMap<unsigned, unsigned> Left;
    auto EndDownTo = [&](const clang::VarDecl *Var, bool AllOfScope,
                         const clang::Stmt *Trigger) {
      auto It = Places.find(Var);
      if (It == Places.end())
        return;
      auto [Scope, Index] = It->second;
      unsigned &N = Left.try_emplace(Scope, Scopes[Scope].size()).first->second;
      for (unsigned Last = AllOfScope ? 0 : Index + 1; N > Last; --N)
        Elements.push_back(
            clang::CFGLifetimeEnds(Scopes[Scope][N - 1], Trigger));
    };
    for (const clang::CFGElement &E : B) {
      // What is declared after a variable ends before it is destroyed.
      if (auto Dtor = E.getAs<clang::CFGAutomaticObjDtor>())
        EndDownTo(Dtor->getVarDecl(), false, Dtor->getTriggerStmt());
      else if (auto End = E.getAs<clang::CFGScopeEnd>())
        EndDownTo(End->getVarDecl(), true, End->getTriggerStmt());
      Elements.push_back(E);
    }
    return Elements;
  }

private:
  void add(const clang::VarDecl *Var) {
    Places[Var] = {Scopes.size() - 1, Scopes.back().size()};
    Scopes.back().push_back(Var);
  }

  std::vector<std::vector<const clang::VarDecl *>> Scopes;
  /// A variable's scope and its place in it.
  llvm::DenseMap<const clang::VarDecl *, std::pair<unsigned, unsigned>> Places;
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
