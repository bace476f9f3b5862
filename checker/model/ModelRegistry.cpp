//===--- ModelRegistry.cpp - From a declaration to its model --------------===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ModelRegistry.h"
#include "Compat.h"
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
  static const std::shared_ptr<const ModelRegistry> Shared = [] {
    auto R = std::make_shared<ModelRegistry>();
    for (const EmbeddedModel &M : EmbeddedModels) {
      ParsedModels Parsed;
      llvm::cantFail(
          parseModels(llvm::MemoryBufferRef(M.Text, M.Name), Parsed));
      R->add(std::move(Parsed.Families));
      R->Texts += M.Text;
    }
    R->index();
    return R;
  }();
  return Shared;
}

llvm::Expected<std::shared_ptr<const ModelRegistry>>
ModelRegistry::withFiles(llvm::ArrayRef<std::string> Files) {
  auto R = std::make_shared<ModelRegistry>();
  R->Families = builtin()->Families;
  R->Texts = builtin()->Texts;
  std::vector<LikeEntry> Likes;
  for (const std::string &File : Files) {
    auto Buffer = llvm::MemoryBuffer::getFile(File, /*IsText=*/true);
    if (!Buffer)
      return llvm::createStringError(
          Buffer.getError(),
          File + ": error: cannot read model file: " +
              Buffer.getError().message());
    ParsedModels Parsed;
    if (llvm::Error E = parseModels((*Buffer)->getMemBufferRef(), Parsed))
      return std::move(E);
    R->add(std::move(Parsed.Families));
    llvm::move(Parsed.Likes, std::back_inserter(Likes));
    R->Texts += (*Buffer)->getBuffer();
  }
  std::string Mistakes;
  for (const LikeEntry &L : Likes)
    if (std::string Mistake = R->addLike(L); !Mistake.empty())
      Mistakes += (Mistakes.empty() ? "" : "\n") + L.Where + ": error: " + Mistake;
  if (!Mistakes.empty())
    return llvm::createStringError(llvm::inconvertibleErrorCode(), Mistakes);
  R->index();
  return R;
}

/// Gives the function that \p L names the effects of the one that it is like.
/// \returns what is wrong with the entry, or nothing.
std::string ModelRegistry::addLike(const LikeEntry &L) {
  llvm::SmallVector<Family *, 2> Candidates;
  for (Family &F : Families)
    if ((L.FamilyName.empty() || F.Name == L.FamilyName) &&
        llvm::any_of(F.Functions, [&](const Effect &E) {
          return llvm::is_contained(E.Names, L.As);
        }))
      Candidates.push_back(&F);
  if (Candidates.empty()) {
    std::string Text = "found '" + L.As + "', expected the name of a modelled "
                       "function";
    if (!L.FamilyName.empty())
      Text += " of family '" + L.FamilyName + "'";
    if (std::string Near = nearestName(L.As); !Near.empty())
      Text += "; did you mean '" + Near + "'?";
    return Text;
  }
  if (Candidates.size() > 1) {
    std::string Text = "found '" + L.As + "', which is in several families; "
                       "expected a key 'Family' with one of:";
    for (const Family *F : Candidates)
      Text += (F == Candidates.front() ? " " : ", ") + F->Name;
    return Text;
  }
  std::vector<Effect> Copies;
  for (const Effect &E : Candidates.front()->Functions) {
    if (!llvm::is_contained(E.Names, L.As))
      continue;
    Effect &Copy = Copies.emplace_back(E);
    Copy.Names = {L.Name};
    if (L.Object)
      Copy.Object = L.Object;
    Copy.Params = L.Params;
    Copy.HandleTypes = L.HandleTypes;
    Copy.AnyHandleType = L.HandleTypes.empty();
    Copy.Like = L.As;
    Copy.Origin = L.Where;
  }
  llvm::move(Copies, std::back_inserter(Candidates.front()->Functions));
  return {};
}

std::string ModelRegistry::nearestName(StringRef Name) const {
  std::string Best;
  unsigned Least = std::max<size_t>(Name.size() / 3, 1) + 1;
  auto Try = [&](StringRef Candidate) {
    unsigned D = Name.edit_distance(Candidate, /*AllowReplacements=*/true,
                                    /*MaxEditDistance=*/Least);
    if (D < Least) {
      Least = D;
      Best = Candidate.str();
    }
  };
  for (const Family &F : Families) {
    Try(F.Name);
    for (const Effect &E : F.Functions)
      for (const std::string &Function : E.Names)
        Try(Function);
  }
  return Best;
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
  if (F->getIdentifier() || isa<CXXConstructorDecl, CXXDestructorDecl>(F) ||
      Op == OO_Delete || Op == OO_Array_Delete)
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
  const std::vector<std::string> &Types = E.HandleTypes.empty() && !E.AnyHandleType
                                              ? B.TheFamily->HandleTypes
                                              : E.HandleTypes;
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

/// The member `try_lock()` of \p Record, or of a base.
static const CXXMethodDecl *tryLockOf(const CXXRecordDecl *Record) {
  if (!Record || !Record->hasDefinition())
    return nullptr;
  for (const Decl *D : Record->decls())
    if (const auto *M = dyn_cast<CXXMethodDecl>(D);
        M && M->getIdentifier() && M->getName() == "try_lock" &&
        M->getNumParams() == 0)
      return M;
  for (const CXXBaseSpecifier &Base : Record->bases())
    if (const CXXMethodDecl *M = tryLockOf(Base.getType()->getAsCXXRecordDecl()))
      return M;
  return nullptr;
}

/// `std::try_lock(a, b)` returns -1 if it took each of its arguments, and else
/// none. Its body does so step by step, with a result that says more than that.
void UnitModels::addTryLockEffects(const FunctionDecl *F, EffectList &List) {
  if (isa<CXXMethodDecl>(F) || !F->getIdentifier() ||
      F->getName() != "try_lock" || F->getNumParams() < 2)
    return;
  if (std::string Name = qualifiedName(F);
      Name != "std::try_lock" && Name != "boost::try_lock")
    return;
  EffectList Found;
  for (const ParmVarDecl *Param : F->parameters()) {
    const CXXMethodDecl *Each =
        tryLockOf(Param->getType().getNonReferenceType()->getAsCXXRecordDecl());
    auto Of = Each ? effects(Each) : EffectList();
    auto Try = llvm::find_if(Of, [](const BoundEffect &B) {
      return B.TheEffect->TheRole == Role::TrySet;
    });
    if (Try == Of.end())
      return;
    Effect &E = AttributeEffects.emplace_back();
    E.Names = {"std::try_lock"};
    E.TheRole = Role::TrySet;
    E.Object.Kind = Place::Arg;
    E.Object.Index = Param->getFunctionScopeIndex();
    E.When.Subject.Kind = Place::Return;
    E.When.AnyOf.emplace_back().Value = -1;
    Found.push_back({Try->TheFamily, &E});
  }
  List = Found;
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
  if (List.empty())
    addTryLockEffects(F, List);
  // A model says more than an attribute, and the two must not count twice.
  if (List.empty())
    addAnnotationEffects(F, List);
  if (List.empty())
    addCapabilityEffects(F, List);
  return List;
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
  if (!Found)
    Found = capabilityFamily(T);
  TypeCache[T.getTypePtr()] = Found;
  return Found;
}

bool UnitModels::holdsSemaphore(QualType T) {
  if (T.isNull() || T->isReferenceType())
    return false;
  if (familyOfObject(T))
    return true;
  const RecordDecl *Record =
      QualType(T->getBaseElementTypeUnsafe(), 0)->getAsRecordDecl();
  Record = Record ? Record->getDefinition() : nullptr;
  if (!Record || Record->isDependentContext())
    return false;
  auto [It, Inserted] = Holders.try_emplace(Record, false);
  if (!Inserted)
    return It->second;
  bool Holds = llvm::any_of(Record->fields(), [&](const FieldDecl *Field) {
    return holdsSemaphore(Field->getType());
  });
  if (const auto *Class = dyn_cast<CXXRecordDecl>(Record))
    Holds |= llvm::any_of(Class->bases(), [&](const CXXBaseSpecifier &Base) {
      return holdsSemaphore(Base.getType());
    });
  return Holders[Record] = Holds;
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
  auto IsSpelled = [&](StringRef Name) {
    return Ctx.Idents.find(Name) != Ctx.Idents.end();
  };
  // What attributes say has names of its own.
  static constexpr StringRef Attributes[] = {
      "annotate",
      "acquire_capability",
      "acquire_shared_capability",
      "try_acquire_capability",
      "try_acquire_shared_capability",
      "exclusive_lock_function",
      "shared_lock_function",
      "exclusive_trylock_function",
      "shared_trylock_function"};
  for (StringRef Name : Attributes)
    if (IsSpelled(Name) || IsSpelled(("__" + Name + "__").str()))
      return true;
  // Names that set nothing (`free`, which is always in the table) do not count.
  for (const auto &Entry : Registry.names())
    if (IsSpelled(Entry.getKey()) &&
        llvm::any_of(Entry.getValue(), [](const BoundEffect &B) {
          Role R = B.TheEffect->TheRole;
          return R == Role::Set || R == Role::TrySet || R == Role::Reacquire ||
                 R == Role::Create;
        }))
      return true;
  return false;
}

void UnitModels::addDestructorEffect(const CXXDestructorDecl *D,
                                     EffectList &List) {
  // The destructor of a semaphore's own class closes it.
  const Family *F = familyOfObject(
      canonicalTypeOf(Ctx, D->getParent()));
  // Where only attributes make it one, what its body does says more.
  if (!F || (llvm::is_contained(llvm::make_pointer_range(AttributeFamilies), F) &&
             D->hasBody()))
    return;
  Effect E;
  E.TheRole = Role::Close;
  E.Object.Kind = Place::This;
  AttributeEffects.push_back(std::move(E));
  List.push_back({F, &AttributeEffects.back()});
}
