//===--- ThrowScopes.h - What an exception leaves ---------------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// For each `throw` of a function, and each call of a function that throws: the
/// handler of the same function that the exception reaches, and the variables
/// whose scopes it leaves on the way. The CFG leads from a throw to all handlers
/// of the innermost `try`, ends no scopes, and knows nothing of calls.
///
/// Only what is seen to throw throws: a function of the program whose body is in
/// this unit. Where more than variables would have to be ended (a temporary that
/// may be a guard, the members of an object under construction), the way of the
/// exception is not followed.
///
//===----------------------------------------------------------------------===//

#ifndef SEMTIDY_ENGINE_THROWSCOPES_H
#define SEMTIDY_ENGINE_THROWSCOPES_H

#include "CallGraph.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/DenseMap.h"

namespace semtidy {

class ThrownTypes;

class ThrowScopes {
public:
  /// Without \p Types, calls throw nothing.
  ThrowScopes(const clang::Stmt *Body, ThrownTypes *Types) : Types(Types) {
    walk(Body);
  }

  struct Exit {
    /// In order of declaration.
    llvm::SmallVector<const clang::VarDecl *, 4> Variables;
    /// Null if the exception leaves the function, or may do so.
    const clang::CXXCatchStmt *Handler = nullptr;
    clang::QualType Thrown; ///< null: not known
    bool Leaves = false;    ///< no handler of the function takes it
  };

  /// Where the exceptions of \p E, a throw or a call, lead.
  llvm::ArrayRef<Exit> exitsOf(const void *E) const {
    auto It = Exits.find(E);
    return It == Exits.end() ? llvm::ArrayRef<Exit>() : It->second;
  }
  /// The types of exceptions that no handler takes.
  llvm::ArrayRef<clang::QualType> leaving() const { return Leaving; }
  /// The handlers that exceptions of calls reach.
  llvm::ArrayRef<const clang::CXXCatchStmt *> handlersOfCalls() const {
    return HandlersOfCalls;
  }

private:
  void walk(const clang::Stmt *S);
  void recordThrow(const clang::CXXThrowExpr *E);
  void record(const clang::Expr *E, clang::QualType Thrown, bool IsCall);

  struct Try {
    const clang::CXXTryStmt *Statement;
    size_t Variables; ///< in scope outside of it
  };
  ThrownTypes *Types;
  llvm::SmallVector<Try, 4> Tries;
  /// The handlers around the current statement, innermost last.
  llvm::SmallVector<const clang::CXXCatchStmt *, 4> Handlers;
  llvm::SmallVector<const clang::VarDecl *, 16> InScope;
  /// In an expression with a temporary that may be a guard.
  bool MayHoldTemporary = false;
  llvm::DenseMap<const void *, llvm::SmallVector<Exit, 1>> Exits;
  llvm::SmallVector<clang::QualType, 2> Leaving;
  llvm::SmallVector<const clang::CXXCatchStmt *, 2> HandlersOfCalls;
};

/// The types of the exceptions that functions of the unit throw.
class ThrownTypes {
public:
  explicit ThrownTypes(const clang::ASTContext &Ctx);

  /// The exceptions that leave \p F when it is called.
  llvm::ArrayRef<clang::QualType> leaving(const clang::FunctionDecl *F);
  /// The exits of \p Definition; null if there can be no exceptions.
  const ThrowScopes *scopesOf(const clang::FunctionDecl *Definition);
  /// Whether an exception can leave \p Definition in a way that is followed.
  static bool canLeave(const clang::FunctionDecl *Definition);
  /// Whether the declaration of \p F lets exceptions out.
  static bool canThrow(const clang::FunctionDecl *F);

private:
  const clang::FunctionDecl *followed(const clang::FunctionDecl *F) const;
  llvm::SmallVector<const clang::FunctionDecl *, 8>
  calleesOf(const clang::FunctionDecl *Definition) const;
  std::unique_ptr<ThrowScopes> build(const clang::FunctionDecl *Definition);

  const clang::ASTContext &Ctx;
  CallGraph Calls;
  llvm::DenseMap<const clang::FunctionDecl *, std::unique_ptr<ThrowScopes>>
      Scopes;
};

} // namespace semtidy

#endif // SEMTIDY_ENGINE_THROWSCOPES_H
