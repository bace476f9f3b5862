//===--- ModelRegistry.cpp - From a declaration to its model --------------===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ModelRegistry.h"
#include "ModelParser.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclCXX.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/SHA1.h"

using namespace semtidy;
using namespace clang;
using llvm::StringRef;

namespace {
/// A built-in model file, embedded at build time.
struct EmbeddedModel {
  const char *Name;
  const char *Text;
};
const EmbeddedModel EmbeddedModels[] = {
#include "EmbeddedModels.inc"
};
} // namespace

static StringRef unqualified(StringRef Name) {
  size_t Colon = Name.rfind("::");
  return Colon == StringRef::npos ? Name : Name.drop_front(Colon + 2);
}

void ModelRegistry::add(std::vector<Family> Parsed) {
  for (Family &F : Parsed) {
    auto Same = llvm::find_if(
        Families, [&](const Family &Old) { return Old.Name == F.Name; });
    if (Same != Families.end())
      *Same = std::move(F);
    else
      Families.push_back(std::move(F));
  }
}

void ModelRegistry::index() {
  for (const Family &F : Families)
    for (const Effect &E : F.Functions)
      for (const std::string &Name : E.Names) {
        // Several classes of one family have a member of this name.
        EffectList &List = ByName[unqualified(Name)];
        if (List.empty() || List.back().TheEffect != &E)
          List.push_back({&F, &E});
      }
}

std::shared_ptr<const ModelRegistry> ModelRegistry::builtin() {
  static const std::shared_ptr<const ModelRegistry> Shared =
      llvm::cantFail(withFiles({}));
  return Shared;
}

llvm::Expected<std::shared_ptr<const ModelRegistry>>
ModelRegistry::withFiles(llvm::ArrayRef<std::string> Files) {
  auto R = std::make_shared<ModelRegistry>();
  for (const EmbeddedModel &M : EmbeddedModels) {
    std::vector<Family> Parsed;
    if (llvm::Error E =
            parseFamilies(llvm::MemoryBufferRef(M.Text, M.Name), Parsed))
      return std::move(E);
    R->add(std::move(Parsed));
    R->Texts += M.Text;
  }
  for (const std::string &File : Files) {
    auto Buffer = llvm::MemoryBuffer::getFile(File, /*IsText=*/true);
    if (!Buffer)
      return llvm::createStringError(
          Buffer.getError(),
          File + ": error: cannot read model file: " +
              Buffer.getError().message());
    std::vector<Family> Parsed;
    if (llvm::Error E = parseFamilies((*Buffer)->getMemBufferRef(), Parsed))
      return std::move(E);
    R->add(std::move(Parsed));
    R->Texts += (*Buffer)->getBuffer();
  }
  R->index();
  return R;
}

llvm::ArrayRef<BoundEffect> ModelRegistry::effectsNamed(StringRef Name) const {
  auto It = ByName.find(Name);
  if (It == ByName.end())
    return {};
  return It->second;
}

std::string ModelRegistry::digest() const {
  std::array<uint8_t, 20> Hash = llvm::SHA1::hash(llvm::arrayRefFromStringRef(Texts));
  return llvm::toHex(Hash, /*LowerCase=*/true).substr(0, 16);
}

/// The name without scopes; a constructor's is that of its class, without
/// template arguments.
static std::string plainName(const NamedDecl *D) {
  if (const auto *Constructor = dyn_cast<CXXConstructorDecl>(D))
    return Constructor->getParent()->getNameAsString();
  return D->getNameAsString();
}

/// The name with its scopes, without inline and anonymous namespaces.
static std::string qualifiedName(const NamedDecl *D) {
  std::string Qualified = plainName(D);
  for (const DeclContext *Scope = D->getDeclContext();
       Scope && !Scope->isTranslationUnit(); Scope = Scope->getParent()) {
    const auto *Named = dyn_cast<NamedDecl>(Scope);
    const auto *Namespace = dyn_cast<NamespaceDecl>(Scope);
    if (Named && !(Namespace && (Namespace->isInline() ||
                                 Namespace->isAnonymousNamespace())))
      Qualified = Named->getNameAsString() + "::" + Qualified;
  }
  return Qualified;
}

bool semtidy::isNamedType(QualType T, llvm::ArrayRef<std::string> Names,
                          bool ThroughPointer) {
  T = T.getNonReferenceType();
  auto IsNamed = [&](const NamedDecl *D) {
    return llvm::any_of(Names, [&](const std::string &Name) {
      return unqualified(Name) == D->getName() &&
             (StringRef(Name).contains("::")
                  ? qualifiedName(D) == Name
                  : D->getDeclContext()->getRedeclContext()
                        ->isTranslationUnit());
    });
  };
  // Walk the sugar from the outside in: HMTX and SemaphoreHandle_t are
  // typedefs of types that mean other things, too.
  while (true) {
    if (const auto *Typedef = T->getAs<TypedefType>()) {
      if (IsNamed(Typedef->getDecl()))
        return true;
      T = Typedef->getDecl()->getUnderlyingType();
      continue;
    }
    if (const auto *Tag = T->getAsTagDecl()) {
      if (Tag->getIdentifier())
        return IsNamed(Tag);
      const TypedefNameDecl *Name = Tag->getTypedefNameForAnonDecl();
      return Name && IsNamed(Name);
    }
    if (const auto *Array = T->getAsArrayTypeUnsafe()) {
      T = Array->getElementType();
      continue;
    }
    QualType Pointee = T->getPointeeType();
    if (!ThroughPointer || Pointee.isNull())
      return false;
    ThroughPointer = false;
    T = Pointee;
  }
}

/// The name by which a function is modelled; empty for most operators.
static std::string modelName(const FunctionDecl *F) {
  OverloadedOperatorKind Op = F->getOverloadedOperator();
  if (F->getIdentifier() || isa<CXXConstructorDecl>(F) || Op == OO_Delete ||
      Op == OO_Array_Delete)
    return plainName(F);
  return {};
}

bool UnitModels::matchesShape(const FunctionDecl *F,
                              const BoundEffect &B) const {
  const Effect &E = *B.TheEffect;
  // Names without a qualifier are C functions: never members, never in a
  // namespace. Qualified names must match in full, but for inline namespaces.
  bool NameMatches = false;
  for (const std::string &Name : E.Names) {
    if (unqualified(Name) != modelName(F))
      continue;
    if (!StringRef(Name).contains("::")) {
      const DeclContext *Scope = F->getDeclContext()->getRedeclContext();
      NameMatches |= Scope->isTranslationUnit() || F->isExternC();
      continue;
    }
    NameMatches |= qualifiedName(F) == Name;
  }
  if (!NameMatches)
    return false;
  // K&R declarations say nothing about parameters.
  bool HasPrototype = F->hasPrototype();
  if (HasPrototype && E.Params && F->getNumParams() != *E.Params)
    return false;
  const std::vector<std::string> &Types =
      E.HandleTypes.empty() ? B.TheFamily->HandleTypes : E.HandleTypes;
  switch (E.Object.Kind) {
  case Place::Arg:
  case Place::Out: {
    if (!HasPrototype)
      return true;
    if (E.Object.Index >= F->getNumParams())
      return false;
    QualType T = F->getParamDecl(E.Object.Index)->getType();
    if (E.Object.Kind == Place::Out && !T->getPointeeType().isNull() &&
        isNamedType(T->getPointeeType(), Types, /*ThroughPointer=*/true))
      return true;
    return Types.empty() || isNamedType(T, Types, /*ThroughPointer=*/true);
  }
  case Place::Return:
    return Types.empty() ||
           isNamedType(F->getReturnType(), Types, /*ThroughPointer=*/true);
  case Place::This: {
    const auto *Method = dyn_cast<CXXMethodDecl>(F);
    return Method && Method->isInstance();
  }
  default:
    return true;
  }
}

const EffectList &UnitModels::effects(const FunctionDecl *F) {
  F = F->getCanonicalDecl();
  std::unique_ptr<EffectList> &Entry = Cache[F];
  if (Entry)
    return *Entry;
  Entry = std::make_unique<EffectList>();
  EffectList &List = *Entry;
  if (std::string Name = modelName(F); !Name.empty()) {
    const Family *Chosen = nullptr;
    for (const BoundEffect &B : Registry.effectsNamed(Name)) {
      // One declaration belongs to one family: the first that fits. Where two
      // families share a function, they are one family with several kinds.
      if ((Chosen && Chosen != B.TheFamily) || !matchesShape(F, B))
        continue;
      Chosen = B.TheFamily;
      List.push_back(B);
    }
  }
  if (const auto *Destructor = dyn_cast<CXXDestructorDecl>(F))
    addDestructorEffect(Destructor, List);
  addAttributeEffects(F, List);
  return *Cache[F];
}

const Family *UnitModels::familyOfObject(QualType T) {
  if (T.isNull())
    return nullptr;
  T = T.getNonReferenceType();
  while (const auto *Array = T->getAsArrayTypeUnsafe())
    T = Array->getElementType();
  auto [It, Inserted] = TypeCache.try_emplace(T.getTypePtr(), nullptr);
  if (!Inserted)
    return It->second;
  const Family *Found = nullptr;
  for (const Family &F : Registry.families())
    if (F.Id == Identity::Address && !F.HandleTypes.empty() &&
        isNamedType(T, F.HandleTypes, /*ThroughPointer=*/false)) {
      Found = &F;
      break;
    }
  TypeCache[T.getTypePtr()] = Found;
  return Found;
}

int64_t UnitModels::resolve(StringRef Symbol, int64_t Default) {
  if (Symbol.empty())
    return Default;
  auto [It, Inserted] = Constants.try_emplace(Symbol, Default);
  if (!Inserted)
    return It->second;
  for (const NamedDecl *D :
       Ctx.getTranslationUnitDecl()->lookup(&Ctx.Idents.get(Symbol)))
    if (const auto *Enumerator = dyn_cast<EnumConstantDecl>(D);
        Enumerator && Enumerator->getInitVal().isRepresentableByInt64())
      It->second = Enumerator->getInitVal().getExtValue();
  return It->second;
}

bool UnitModels::anyModelledNameUsed() {
  // A name that was never spelled is not in the table; asking must not add it.
  for (const auto &Entry : Registry.names())
    if (Ctx.Idents.find(Entry.getKey()) != Ctx.Idents.end())
      return true;
  return false;
}

void UnitModels::addDestructorEffect(const CXXDestructorDecl *D,
                                     EffectList &List) {
  // The destructor of a semaphore's own class closes it.
  const Family *F = familyOfObject(
      Ctx.getCanonicalTagType(D->getParent()));
  if (!F)
    return;
  Effect E;
  E.TheRole = Role::Close;
  E.Object.Kind = Place::This;
  AttributeEffects.push_back(std::move(E));
  List.push_back({F, &AttributeEffects.back()});
}

void UnitModels::addAttributeEffects(const FunctionDecl *F, EffectList &List) {
  // `__attribute__((annotate("semtidy:sets:0")))` on a user's own function.
  for (const auto *A : F->specific_attrs<AnnotateAttr>()) {
    StringRef Text = A->getAnnotation();
    if (!Text.consume_front("semtidy:"))
      continue;
    auto [Word, PlaceText] = Text.split(':');
    Effect E;
    if (Word == "creates")
      E.TheRole = Role::Create;
    else if (Word == "sets")
      E.TheRole = Role::Set;
    else if (Word == "trysets")
      E.TheRole = Role::TrySet;
    else if (Word == "clears")
      E.TheRole = Role::Clear;
    else if (Word == "closes")
      E.TheRole = Role::Close;
    else
      continue;
    unsigned Index;
    if (PlaceText == "return") {
      E.Object.Kind = Place::Return;
    } else if (!PlaceText.getAsInteger(10, Index) &&
               Index < F->getNumParams()) {
      E.Object.Kind = Place::Arg;
      E.Object.Index = Index;
    } else {
      continue;
    }
    if (AttributeFamilies.empty()) {
      Family &Annotated = AttributeFamilies.emplace_back();
      Annotated.Name = "annotated";
      Annotated.Title = "annotated semaphore";
      Annotated.Id = Identity::Value;
      Annotated.WhenSet = "the function is annotated as closing the semaphore, "
                          "which is still set";
    }
    AttributeEffects.push_back(std::move(E));
    List.push_back({&AttributeFamilies.front(), &AttributeEffects.back()});
  }
}
