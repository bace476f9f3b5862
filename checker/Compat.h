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
#include "clang/Analysis/CFG.h"
#include "clang/Basic/Version.h"
#include "llvm/Support/SMTAPI.h"
#include <optional>
#include <string>

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
/// 18 there is only one of the two: in C++ the calls, in C the lifetimes. A C++
/// variable without a destructor call then has no end, and ending while set is
/// not seen for it.
inline void addEndsOfLife(clang::CFG::BuildOptions &Options,
                          const clang::LangOptions &Language) {
#if CLANG_VERSION_MAJOR >= 18
  (void)Language;
  Options.AddImplicitDtors = true;
  Options.AddLifetime = true;
#else
  Options.AddImplicitDtors = Language.CPlusPlus;
  Options.AddLifetime = !Language.CPlusPlus;
#endif
}

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
