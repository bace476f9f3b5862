//===--- ModelRegistry.h - From a declaration to its model ------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Finds the effects of a function declaration: built-in families, the user's
/// own, and what attributes on the declaration say. A family applies only where
/// the declaration's shape matches, so that a project's own `lock()` is left
/// alone.
///
/// Invariant: a registry is immutable once built and may be shared by threads;
/// what depends on a translation unit is in UnitModels.
///
//===----------------------------------------------------------------------===//

#ifndef SEMTIDY_MODEL_MODELREGISTRY_H
#define SEMTIDY_MODEL_MODELREGISTRY_H

#include "Model.h"
#include "clang/AST/DeclCXX.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/Error.h"
#include <deque>
#include <memory>

namespace semtidy {

/// The way to an object from what the caller knows: `p->Lock`, `this->Lock`,
/// `Global`. Named after the expressions of attributes.
struct ObjectName {
  Place Base; ///< Arg or This: the address, or pointer, that Steps start from
  const clang::VarDecl *Global = nullptr; ///< without Base: its address
  /// To the address of a field; null: to the pointer that is read there.
  llvm::SmallVector<const clang::FieldDecl *, 4> Steps;

  /// The field or variable that is the object, or holds the pointer to it.
  const clang::ValueDecl *decl() const;
};

/// An effect together with the family that it belongs to.
struct BoundEffect {
  const Family *TheFamily;
  const Effect *TheEffect;
  /// The object, if its place is Named.
  const ObjectName *Name = nullptr;
};

/// The effects of one function, in the order in which they happen.
using EffectList = llvm::SmallVector<BoundEffect, 2>;

/// All families in force, by function name.
class ModelRegistry {
public:
  /// The families that ship with the plugin. Aborts if they do not parse,
  /// which a test rules out.
  static std::shared_ptr<const ModelRegistry> builtin();

  /// The built-in families and those of \p Files, whose names are reported as
  /// given. A family of a name that exists replaces the earlier one. `Like`
  /// entries may name functions of any of them.
  static llvm::Expected<std::shared_ptr<const ModelRegistry>>
  withFiles(llvm::ArrayRef<std::string> Files);

  const std::deque<Family> &families() const { return Families; }

  /// Effects of functions whose unqualified name is \p Name, unfiltered.
  llvm::ArrayRef<BoundEffect> effectsNamed(llvm::StringRef Name) const;

  /// The name of a family or function that is most like \p Name; empty if none
  /// is near.
  std::string nearestName(llvm::StringRef Name) const;

  /// All unqualified names, for a quick test against the identifier table.
  const llvm::StringMap<EffectList> &names() const { return ByName; }

  /// A digest of all families, for caches keyed by configuration.
  std::string digest() const;

private:
  void add(std::vector<Family> Parsed);
  std::string addLike(const LikeEntry &L);
  void index();

  std::deque<Family> Families;
  llvm::StringMap<EffectList> ByName;
  std::string Texts;
};

/// The registry seen from one translation unit.
class UnitModels {
public:
  /// \param EnabledFamily tells whether a family's findings are wanted.
  UnitModels(const ModelRegistry &Registry, clang::ASTContext &Ctx)
      : Registry(Registry), Ctx(Ctx) {}

  /// The effects of \p F; empty if it is no modelled function.
  const EffectList &effects(const clang::FunctionDecl *F);

  /// The family whose objects are of type \p T (address-identified families
  /// only), or null.
  const Family *familyOfObject(clang::QualType T);
  /// Whether an object of type \p T is one or has one inside.
  bool holdsSemaphore(clang::QualType T);

  /// The value of a comparison's constant in this translation unit.
  int64_t resolve(llvm::StringRef Symbol, int64_t Default);

  /// Whether any function of a modelled name is used at all.
  bool anyModelledNameUsed();

  const ModelRegistry &registry() const { return Registry; }

private:
  bool matchesShape(const clang::FunctionDecl *F, const BoundEffect &B) const;
  void addDestructorEffect(const clang::CXXDestructorDecl *D,
                           EffectList &List);
  void addTryLockEffects(const clang::FunctionDecl *F, EffectList &List);
  /// What `SEMTIDY_*` annotations on \p F say (AttributeModels.cpp).
  void addAnnotationEffects(const clang::FunctionDecl *F, EffectList &List);
  const Family &annotatedFamily(bool ByAddress);
  clang::QualType nameInText(llvm::StringRef Text, const clang::FunctionDecl *F,
                             ObjectName &Name);
  void addEffectsLike(llvm::StringRef Name, const clang::FunctionDecl *F,
                      EffectList &List);
  /// What clang's thread-safety attributes on \p F say (AttributeModels.cpp).
  void addCapabilityEffects(const clang::FunctionDecl *F, EffectList &List);
  bool addCapabilityEffect(const clang::FunctionDecl *F, Effect E,
                           llvm::ArrayRef<clang::Expr *> Args,
                           EffectList &List);
  const Family *lockNamedBy(const clang::Expr *Arg,
                            const clang::FunctionDecl *F, ObjectName &Name);
  /// Makes the object of \p E one with a name, the next of \p List.
  void bindName(const ObjectName &Name, Effect &E, BoundEffect &B,
                const EffectList &List);
  /// The family of a lock of type \p T: \p IsValue tells whether it is a handle.
  const Family *lockFamily(clang::QualType T, bool &IsValue);
  /// The family of a type with the `capability` attribute, or null.
  const Family *capabilityFamily(clang::QualType T);
  const Family &attributeFamily(llvm::StringRef Name, llvm::StringRef Title,
                                Identity Id, llvm::StringRef WhenSet);

  const ModelRegistry &Registry;
  clang::ASTContext &Ctx;
  llvm::DenseMap<const clang::FunctionDecl *, std::unique_ptr<EffectList>>
      Cache;
  llvm::DenseMap<const clang::Type *, const Family *> TypeCache;
  llvm::DenseMap<const clang::RecordDecl *, bool> Holders;
  llvm::StringMap<int64_t> Constants;
  std::deque<Family> AttributeFamilies;
  std::deque<Effect> AttributeEffects;
  std::deque<ObjectName> Names;
};

/// Whether \p T, without qualifiers and references, is spelled as one of
/// \p Names at some level of typedef sugar. Looks through one pointer if
/// \p ThroughPointer.
bool isNamedType(clang::QualType T, llvm::ArrayRef<std::string> Names,
                 bool ThroughPointer);

} // namespace semtidy

#endif // SEMTIDY_MODEL_MODELREGISTRY_H
