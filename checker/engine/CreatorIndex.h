//===--- CreatorIndex.h - Who creates and clears what -----------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What the whole translation unit says about handles kept in globals and
/// fields: which calls create them, and which functions clear them. This tells
/// the kind of a handle where the function at hand does not create it.
///
/// Flow-insensitive. Invariant: a declaration that is ever assigned something
/// else than a created handle or null has no creation.
///
//===----------------------------------------------------------------------===//

#ifndef SEMTIDY_ENGINE_CREATORINDEX_H
#define SEMTIDY_ENGINE_CREATORINDEX_H

#include "UnitContext.h"

namespace semtidy {

class CreatorIndex {
public:
  explicit CreatorIndex(UnitContext &Unit) : Unit(Unit) {}

  /// Looks at one statement of \p F.
  void scan(const clang::Stmt *S, const clang::FunctionDecl *F);

  /// The address of \p F is taken: code that is not seen may call it.
  void addressTaken(const clang::FunctionDecl *F) {
    AddressTaken.insert(F->getCanonicalDecl());
  }

  /// How \p Object was created, if all of the unit agrees.
  std::optional<Creation> creationOf(Term Object,
                                     const TermContext &Terms) const;

  /// Whether a function other than \p F clears what \p Object stands for.
  bool clearedElsewhere(Term Object, const TermContext &Terms,
                        const clang::FunctionDecl *F) const;

  /// Whether code outside the unit can call a function, other than \p F, that
  /// clears what \p Object stands for.
  bool clearedByReentry(Term Object, const TermContext &Terms,
                        const clang::FunctionDecl *F) const;

private:
  struct Entry {
    std::vector<Creation> By;
    bool Unknown = false;
  };
  void assigned(const clang::Expr *To, const clang::Expr *From);
  void assigned(const clang::ValueDecl *To, const clang::Expr *From);
  void created(const clang::ValueDecl *D, const BoundEffect &B,
               const clang::CallExpr *Call);
  const clang::ValueDecl *declOf(Term Object, const TermContext &Terms) const;

  UnitContext &Unit;
  llvm::SmallPtrSet<const clang::FunctionDecl *, 8> AddressTaken;
  llvm::DenseMap<const clang::ValueDecl *, Entry> Creators;
  llvm::DenseMap<const clang::ValueDecl *,
                 llvm::SmallPtrSet<const clang::FunctionDecl *, 2>>
      Clearers;
};

} // namespace semtidy

#endif // SEMTIDY_ENGINE_CREATORINDEX_H
