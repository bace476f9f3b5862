//===--- Declarations.cpp - Questions about declarations ------------------===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Declarations.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Basic/SourceManager.h"

using namespace semtidy;
using namespace clang;

bool semtidy::isInSystemHeader(const Decl *D) {
  const SourceManager &SM = D->getASTContext().getSourceManager();
  SourceLocation Loc = D->getLocation();
  return Loc.isInvalid() || SM.isInSystemHeader(SM.getExpansionLoc(Loc));
}

const FunctionDecl *semtidy::knownCallee(const CallExpr *E) {
  const auto *Member = dyn_cast<CXXMemberCallExpr>(E);
  const CXXMethodDecl *Method = Member ? Member->getMethodDecl() : nullptr;
  if (!Method || !Method->isVirtual() || Method->hasAttr<FinalAttr>() ||
      Method->getParent()->isEffectivelyFinal())
    return E->getDirectCallee();
  const auto *Named = dyn_cast<MemberExpr>(E->getCallee()->IgnoreParens());
  if (Named && Named->hasQualifier())
    return Method;
  return Method->getDevirtualizedMethod(Member->getImplicitObjectArgument(),
                                        /*IsAppleKext=*/false);
}

bool semtidy::isOfNamespace(const Decl *D,
                            llvm::ArrayRef<llvm::StringRef> Names) {
  const DeclContext *Scope = D->getDeclContext()->getRedeclContext();
  while (Scope->isInlineNamespace())
    Scope = Scope->getParent();
  const auto *Namespace = dyn_cast<NamespaceDecl>(Scope);
  return Namespace && llvm::is_contained(Names, Namespace->getName()) &&
         Namespace->getParent()->getRedeclContext()->isTranslationUnit();
}

static void addScalarMembers(const RecordDecl *Record, MemberPath &Path,
                             llvm::SmallVectorImpl<MemberPath> &Found) {
  /// Copies of larger records are not followed in full.
  static constexpr unsigned MaxMembers = 16, MaxDepth = 8;
  Record = Record->getDefinition();
  if (!Record || Record->isUnion() || Record->isInvalidDecl() ||
      Path.size() > MaxDepth)
    return;
  if (const auto *Class = dyn_cast<CXXRecordDecl>(Record))
    for (const CXXBaseSpecifier &Base : Class->bases())
      if (const RecordDecl *Inherited = Base.getType()->getAsRecordDecl())
        addScalarMembers(Inherited, Path, Found);
  for (const FieldDecl *Field : Record->fields()) {
    if (Found.size() >= MaxMembers)
      return;
    Path.push_back(Field);
    QualType T = Field->getType();
    if (T->isScalarType() || T->isReferenceType())
      Found.push_back(Path);
    else if (const RecordDecl *Inner = T->getAsRecordDecl())
      addScalarMembers(Inner, Path, Found);
    Path.pop_back();
  }
}

llvm::SmallVector<MemberPath, 4>
semtidy::scalarMembers(const RecordDecl *Record) {
  llvm::SmallVector<MemberPath, 4> Found;
  MemberPath Path;
  addScalarMembers(Record, Path, Found);
  return Found;
}

bool semtidy::isContainer(const CXXRecordDecl *Record) {
  static constexpr llvm::StringRef Names[] = {
      "vector",        "deque",         "list",
      "forward_list",  "map",           "multimap",
      "set",           "multiset",      "unordered_map",
      "unordered_set", "unordered_multimap", "unordered_multiset"};
  return Record->getIdentifier() &&
         llvm::is_contained(Names, Record->getName()) &&
         isOfNamespace(Record, {"std"});
}

bool semtidy::endsElements(const CXXMethodDecl *Method) {
  static constexpr llvm::StringRef Names[] = {"clear", "erase", "pop_back",
                                              "pop_front"};
  return Method->getIdentifier() && isContainer(Method->getParent()) &&
         llvm::is_contained(Names, Method->getName());
}
