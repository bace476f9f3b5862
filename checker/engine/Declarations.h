//===--- Declarations.h - Questions about declarations ----------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What several parts of the engine ask of declarations.
///
//===----------------------------------------------------------------------===//

#ifndef SEMTIDY_ENGINE_DECLARATIONS_H
#define SEMTIDY_ENGINE_DECLARATIONS_H

#include "clang/AST/DeclCXX.h"
#include "clang/AST/Expr.h"

namespace semtidy {

/// Whether \p D is the system's, or stands nowhere in the source.
bool isInSystemHeader(const clang::Decl *D);

/// The function that runs when \p E is called; null if that is decided at run
/// time.
const clang::FunctionDecl *knownCallee(const clang::CallExpr *E);

/// Whether \p D is a member of one of the outermost namespaces \p Names.
bool isOfNamespace(const clang::Decl *D, llvm::ArrayRef<llvm::StringRef> Names);

/// The scalar members of \p Record, also in its bases and members, each by the
/// members that lead to it. None of unions and arrays, and no more than some.
using MemberPath = llvm::SmallVector<const clang::FieldDecl *, 4>;
llvm::SmallVector<MemberPath, 4>
scalarMembers(const clang::RecordDecl *Record);

/// Whether \p Record is a container of the standard library, which destroys the
/// elements that it erases.
bool isContainer(const clang::CXXRecordDecl *Record);

/// Whether \p Method ends elements of such a container.
bool endsElements(const clang::CXXMethodDecl *Method);

} // namespace semtidy

#endif // SEMTIDY_ENGINE_DECLARATIONS_H
