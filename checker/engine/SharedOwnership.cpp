//===--- SharedOwnership.cpp - The last shared_ptr ------------------------===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A reference count is not followed. What is known: an object that was made here
// and whose shared_ptr was never copied has one owner, and ends with it. A copy
// makes the object public, and who owns a public object is unknown.
//
//===----------------------------------------------------------------------===//

#include "PropertySimulation.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"

using namespace semtidy;
using namespace clang;

static bool isOneOf(const CXXRecordDecl *Record,
                    llvm::ArrayRef<llvm::StringRef> Names) {
  return Record && Record->getIdentifier() &&
         llvm::is_contained(Names, Record->getName()) &&
         Record->isInStdNamespace();
}

/// Whether an object of class \p Record can make owners of itself.
static bool sharesItself(const CXXRecordDecl *Record) {
  return Record && Record->hasDefinition() &&
         llvm::any_of(Record->bases(), [](const CXXBaseSpecifier &Base) {
           const CXXRecordDecl *Class = Base.getType()->getAsCXXRecordDecl();
           return isOneOf(Class, {"enable_shared_from_this"}) ||
                  sharesItself(Class);
         });
}

/// The member of an owner of class \p Record that points at what is owned.
static const FieldDecl *pointerOf(const CXXRecordDecl *Record) {
  if (!Record || !Record->hasDefinition())
    return nullptr;
  for (const FieldDecl *Field : Record->fields())
    if (Field->getType()->isPointerType())
      return Field;
  for (const CXXBaseSpecifier &Base : Record->bases())
    if (const FieldDecl *Field = pointerOf(Base.getType()->getAsCXXRecordDecl()))
      return Field;
  return nullptr;
}

void PropertySimulation::noteSharing(const CallSite &Site, const CallValues &V,
                                     PathState &Path) const {
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Site.Callee);
  const FunctionDecl *F = Site.Callee;
  // An unseen function may copy what it is given, also through a const
  // reference; a constructor or assignment of an owner does.
  const bool Copies =
      Method && isOneOf(Method->getParent(),
                        {"shared_ptr", "weak_ptr", "__shared_ptr", "__weak_ptr",
                         "__shared_count", "__weak_count"});
  if (!Copies && F && F->hasBody())
    return;
  auto Share = [&](QualType T, Term At) {
    if (!T->getPointeeType().isNull())
      T = T->getPointeeType();
    const CXXRecordDecl *Class = T->getAsCXXRecordDecl();
    if (!Class || !Class->hasDefinition() || Class->hasTrivialDestructor() ||
        !At || Terms().isConstant(At))
      return;
    // By place, for who calls this function; by value, for what moves on.
    Path.publish(sharedMark(At));
    if (const FieldDecl *Field = Copies ? pointerOf(Class) : nullptr)
      Path.publish(sharedMark(Path.load(Unit.Terms.fieldAddr(At, Field))));
    llvm::SmallVector<Term, 4> Held;
    Path.forEachStored([&](Term Address, Term Value) {
      if (!Terms().isConstant(Value) && Terms().isInside(Address, At))
        Held.push_back(Terms().base(Value));
    });
    for (Term Base : Held)
      Path.publish(sharedMark(Base));
  };
  for (unsigned I = 0; I < V.Args.size() && I < Site.ArgExprs.size(); ++I)
    if (Site.ArgExprs[I] && (!Copies || Site.Passed[I] == Passing::Const))
      Share(Site.ArgExprs[I]->getType(), V.Args[I]);
  if (Method && !Copies && Method->isInstance())
    Share(Method->getThisType(), V.This);
}

/// Published in the place of \p Base, a value or a place, where what it leads to
/// may have several owners.
Term PropertySimulation::sharedMark(Term Base) const {
  return Unit.Terms.op(Operation::List, Base, Base);
}

/// Whether \p Address is inside of something that may have several owners.
bool PropertySimulation::isShared(Term Address, const PathState &Path) const {
  while (!Path.isPublishedAs(sharedMark(Address))) {
    const TermNode &N = Terms()[Address];
    if (N.Kind != TermKind::FieldAddr && N.Kind != TermKind::ElemAddr)
      return false;
    Address = N.A;
  }
  return true;
}

/// Whether \p T names memory that was allocated in the function or in a callee.
bool PropertySimulation::isAllocated(Term T) const {
  const TermNode &N = Terms()[T];
  return N.Kind == TermKind::Fresh &&
         (N.A ? isAllocated(N.A) : Unit.Allocations.contains(N.Value));
}

bool PropertySimulation::endsLastOwner(const CallSite &Site,
                                       const CallValues &V,
                                       const Disjunct &D) const {
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Site.Callee);
  const auto *Owner = Method && V.This
                          ? dyn_cast<ClassTemplateSpecializationDecl>(
                                Method->getParent())
                          : nullptr;
  if (!Owner || !isOneOf(Owner, {"shared_ptr", "__shared_ptr"}) ||
      Owner->getTemplateArgs()[0].getKind() != TemplateArgument::Type ||
      sharesItself(
          Owner->getTemplateArgs()[0].getAsType()->getAsCXXRecordDecl()))
    return false;
  const bool Ends = isa<CXXDestructorDecl>(Method) ||
                    Method->getOverloadedOperator() == OO_Equal ||
                    (Method->getIdentifier() && Method->getName() == "reset");
  Term Base = Terms().base(D.Property.Object);
  if (!Ends || !isAllocated(Base) || isShared(V.This, D.Path) ||
      isShared(D.Property.Object, D.Path))
    return false;
  bool Owns = false;
  D.Path.forEachStored([&](Term Address, Term Value) {
    Owns |= !Terms().isConstant(Value) &&
            Terms().isInside(Address, V.This) &&
            Terms().isInside(D.Property.Object, Value);
  });
  return Owns;
}
