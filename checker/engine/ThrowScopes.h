//===--- ThrowScopes.h - What a throw leaves --------------------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// For each `throw` of a function: the handler of the same function that it
/// reaches, and the variables whose scopes it leaves on the way. The CFG leads
/// from a throw to all handlers of the innermost `try`, and ends no scopes.
///
//===----------------------------------------------------------------------===//

#ifndef SEMTIDY_ENGINE_THROWSCOPES_H
#define SEMTIDY_ENGINE_THROWSCOPES_H

#include "clang/AST/Decl.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/DenseMap.h"

namespace semtidy {

class ThrowScopes {
public:
  explicit ThrowScopes(const clang::Stmt *Body) { walk(Body); }

  struct Exit {
    /// In order of declaration.
    llvm::SmallVector<const clang::VarDecl *, 4> Variables;
    /// Null if the exception leaves the function, or may do so.
    const clang::CXXCatchStmt *Handler = nullptr;
  };

  /// Where \p E leads; null if it is not in the function.
  const Exit *exitOf(const clang::CXXThrowExpr *E) const {
    auto It = Exits.find(E);
    return It == Exits.end() ? nullptr : &It->second;
  }

private:
  void walk(const clang::Stmt *S);
  void record(const clang::CXXThrowExpr *E);

  struct Try {
    const clang::CXXTryStmt *Statement;
    size_t Variables; ///< in scope outside of it
  };
  llvm::SmallVector<Try, 4> Tries;
  /// The handlers around the current statement, innermost last.
  llvm::SmallVector<const clang::CXXCatchStmt *, 4> Handlers;
  llvm::SmallVector<const clang::VarDecl *, 16> InScope;
  llvm::DenseMap<const clang::CXXThrowExpr *, Exit> Exits;
};

} // namespace semtidy

#endif // SEMTIDY_ENGINE_THROWSCOPES_H
