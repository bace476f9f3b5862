//===--- ExpressionEvents.cpp - Events of expressions ---------------------===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Compat.h"
#include "FunctionBuilder.h"
#include "clang/AST/ExprObjC.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/MathExtras.h"

using namespace semtidy;
using namespace clang;

Register FunctionBuilder::emitResult(EventKind K, const Stmt *Origin,
                                     Register A, Register B) {
  Register R = fresh();
  Event &E = emit(K, Origin);
  E.A = A;
  E.B = B;
  E.Result = R;
  return R;
}

Register FunctionBuilder::constant(int64_t V, const Stmt *Origin) {
  Register R = emitResult(EventKind::Constant, Origin);
  Block->Events.back().Value = V;
  return R;
}

Register FunctionBuilder::compute(Operation Op, Register A, Register B,
                                  const Stmt *Origin, int64_t Aux) {
  Register R = emitResult(EventKind::Compute, Origin, A, B);
  Block->Events.back().Op = Op;
  Block->Events.back().Value = Aux;
  return R;
}

Register FunctionBuilder::isNonZero(Register A, const Stmt *Origin) {
  Register IsZero =
      compute(Operation::EQ, A, constant(0, Origin), Origin);
  return compute(Operation::EQ, IsZero, constant(0, Origin), Origin);
}

Register FunctionBuilder::addressOf(const Decl *D, const Stmt *Origin) {
  Register R = emitResult(EventKind::VarAddress, Origin);
  Block->Events.back().Decl = D;
  return R;
}

Register FunctionBuilder::temporary(const void *Key, const Stmt *Origin) {
  Register R = emitResult(EventKind::TempAddress, Origin);
  Block->Events.back().Origin = Key;
  return R;
}

int64_t FunctionBuilder::strideOf(QualType T) const {
  if (T->isIncompleteType() || T->isDependentType() || T->isFunctionType() ||
      T->isSizelessType() || !T->isConstantSizeType())
    return 1;
  return std::max<int64_t>(1, Ctx.getTypeSizeInChars(T).getQuantity());
}

Register FunctionBuilder::value(const Expr *E) {
  E = E->IgnoreParens();
  auto Seen = Values.find(E);
  if (Seen != Values.end())
    return Seen->second;

  auto Defined = Definitions.find(E);
  if (Defined != Definitions.end() && Defined->second.Block != BlockIndex &&
      Defined->second.Value != NoRegister) {
    Definition &D = Defined->second;
    // The value was made in an earlier block: it comes through a temporary,
    // written at the end of that block.
    if (!D.Bound) {
      D.Bound = true;
      EventBlock &From = Out.Blocks[D.Block];
      Event Address;
      Address.Kind = EventKind::TempAddress;
      Address.Origin = E;
      Address.Result = From.NumRegisters++;
      From.Events.push_back(Address);
      Event Store;
      Store.Kind = EventKind::Store;
      Store.A = Address.Result;
      Store.B = D.Value;
      From.Events.push_back(Store);
    }
    Register R = emitResult(EventKind::Take, E);
    Block->Events.back().Origin = E;
    Values[E] = R;
    return R;
  }
  Register R = translate(E);
  Values[E] = R;
  Definitions[E] = {BlockIndex, R, false};
  return R;
}

Register FunctionBuilder::translateDeclRef(const Expr *E, const ValueDecl *D) {
  if (const auto *Enumerator = dyn_cast<EnumConstantDecl>(D))
    if (std::optional<int64_t> V = asInteger(Enumerator->getInitVal()))
      return constant(*V, E);
  if (const auto *Function = dyn_cast<FunctionDecl>(D)) {
    Register R = emitResult(EventKind::FuncAddress, E);
    Block->Events.back().Decl = Function;
    return R;
  }
  if (const auto *Binding = dyn_cast<BindingDecl>(D))
    if (const Expr *Bound = Binding->getBinding())
      return value(Bound);
  const auto *Var = dyn_cast<VarDecl>(D);
  if (!Var)
    return emitResult(EventKind::Unknown, E);
  // In a lambda's body, a captured variable is a member of the closure.
  if (const FieldDecl *Capture = captureOf(Var)) {
    Register R = emitResult(EventKind::Field, E,
                            load(addressOf(Out.Function, E), E));
    Block->Events.back().Decl = Capture;
    return Capture->getType()->isReferenceType() ? load(R, E) : R;
  }
  Register R = addressOf(Var, E);
  if (Var->getType()->isReferenceType())
    return load(R, E);
  return R;
}

/// The closure's member that holds \p Var (or, for null, `this`), if the function
/// is a lambda's call operator that captures it.
const FieldDecl *FunctionBuilder::captureOf(const VarDecl *Var) const {
  const auto *Method = dyn_cast<CXXMethodDecl>(Out.Function);
  if (!Method || !Method->getParent()->isLambda())
    return nullptr;
  llvm::DenseMap<const ValueDecl *, FieldDecl *> Captures;
  FieldDecl *This = nullptr;
  Method->getParent()->getCaptureFields(Captures, This);
  return Var ? Captures.lookup(Var) : This;
}

Register FunctionBuilder::translateMember(const MemberExpr *E) {
  const ValueDecl *Member = E->getMemberDecl();
  const auto *Field = dyn_cast<FieldDecl>(Member);
  if (!Field) {
    if (!isa<CXXMethodDecl>(Member))
      value(E->getBase());
    return translateDeclRef(E, Member);
  }
  Register Base = value(E->getBase());
  Register R = emitResult(EventKind::Field, E, Base);
  Block->Events.back().Decl = Field;
  if (Field->getType()->isReferenceType())
    return load(R, E);
  return R;
}

Register FunctionBuilder::translateCast(const CastExpr *E) {
  const Expr *Sub = E->getSubExpr();
  switch (E->getCastKind()) {
  case CK_LValueToRValue:
  case CK_LValueToRValueBitCast:
    if (E->getType()->isRecordType())
      return value(Sub);
    return load(value(Sub), E);
  case CK_NullToPointer:
  case CK_NullToMemberPointer:
    value(Sub);
    return constant(0, E);
  case CK_IntegralToBoolean:
  case CK_PointerToBoolean:
  case CK_MemberPointerToBoolean:
    return isNonZero(value(Sub), E);
  case CK_IntegralCast: {
    Register R = value(Sub);
    QualType From = Sub->getType(), To = E->getType();
    if (!From->isIntegralOrEnumerationType() ||
        !To->isIntegralOrEnumerationType() || To->isBooleanType())
      return R;
    unsigned FromBits = Ctx.getIntWidth(From), ToBits = Ctx.getIntWidth(To);
    bool FromSigned = From->isSignedIntegerOrEnumerationType();
    bool ToSigned = To->isSignedIntegerOrEnumerationType();
    bool Keeps = ToBits > FromBits ? (ToSigned || !FromSigned)
                                   : ToBits == FromBits &&
                                         FromSigned == ToSigned;
    if (Keeps || ToBits > 64)
      return R;
    return compute(Operation::Cast, R, NoRegister, E,
                   ToSigned ? -int64_t(ToBits) : int64_t(ToBits));
  }
  case CK_FloatingToIntegral:
  case CK_IntegralToFloating:
  case CK_FloatingCast:
  case CK_FloatingToBoolean:
    value(Sub);
    return emitResult(EventKind::Unknown, E);
  case CK_ToVoid:
    value(Sub);
    return NoRegister;
  case CK_PointerToIntegral: {
    // The lowest bits of an address are free: some programs keep flags there.
    Register R = value(Sub);
    QualType Pointee = Sub->getType()->getPointeeType();
    if (Pointee.isNull() || Pointee->isIncompleteType() ||
        Pointee->isFunctionType())
      return R;
    const unsigned Bits =
        llvm::Log2_64(Ctx.getTypeAlignInChars(Pointee).getQuantity());
    if (Bits == 0)
      return R;
    Register Result = emitResult(EventKind::Aligned, E, R);
    Block->Events.back().Value = Bits;
    return Result;
  }
  default:
    // Pointers, references, bases, function decay, user conversions: the same
    // value seen as another type.
    return value(Sub);
  }
}

Register FunctionBuilder::translateUnary(const UnaryOperator *E) {
  const Expr *Sub = E->getSubExpr();
  switch (E->getOpcode()) {
  case UO_Deref:
  case UO_AddrOf:
  case UO_Plus:
  case UO_Extension:
  case UO_Real:
    return value(Sub);
  case UO_Minus:
    return compute(Operation::Sub, constant(0, E), value(Sub), E);
  case UO_Not:
    return compute(Operation::Xor, value(Sub), constant(-1, E), E);
  case UO_LNot:
    return compute(Operation::EQ, value(Sub), constant(0, E), E);
  case UO_PreInc:
  case UO_PreDec:
  case UO_PostInc:
  case UO_PostDec: {
    Register Address = value(Sub);
    Register Old = load(Address, E);
    Register One = constant(E->isIncrementOp() ? 1 : -1, E);
    Register New;
    if (Sub->getType()->isPointerType()) {
      New = emitResult(EventKind::Element, E, Old, One);
      Block->Events.back().Value = strideOf(Sub->getType()->getPointeeType());
    } else if (Sub->getType()->isIntegralOrEnumerationType()) {
      New = compute(Operation::Add, Old, One, E);
    } else {
      New = emitResult(EventKind::Unknown, E);
    }
    store(Address, New, E);
    if (E->isPostfix())
      return Old;
    return E->isGLValue() ? Address : New;
  }
  default:
    value(Sub);
    return emitResult(EventKind::Unknown, E);
  }
}

Register FunctionBuilder::arithmetic(const Expr *E, BinaryOperatorKind Op,
                                     Register L, Register R, QualType LeftType,
                                     QualType ResultType) {
  if (LeftType->isPointerType() && (Op == BO_Add || Op == BO_Sub)) {
    if (ResultType->isPointerType()) {
      if (Op == BO_Sub)
        R = compute(Operation::Sub, constant(0, E), R, E);
      Register Result = emitResult(EventKind::Element, E, L, R);
      Block->Events.back().Value = strideOf(LeftType->getPointeeType());
      return Result;
    }
    return compute(Operation::Sub, L, R, E);
  }
  if (!LeftType->isIntegralOrEnumerationType() && !LeftType->isAnyPointerType())
    return emitResult(EventKind::Unknown, E);
  bool Unsigned = LeftType->isUnsignedIntegerOrEnumerationType() ||
                  LeftType->isAnyPointerType();
  Operation Less = Unsigned ? Operation::ULT : Operation::LT;
  auto Not = [&](Register X) {
    return compute(Operation::EQ, X, constant(0, E), E);
  };
  switch (Op) {
  case BO_EQ:
    return compute(Operation::EQ, L, R, E);
  case BO_NE:
    return Not(compute(Operation::EQ, L, R, E));
  case BO_LT:
    return compute(Less, L, R, E);
  case BO_GT:
    return compute(Less, R, L, E);
  case BO_LE:
    return Not(compute(Less, R, L, E));
  case BO_GE:
    return Not(compute(Less, L, R, E));
  case BO_Add:
    return compute(Operation::Add, L, R, E);
  case BO_Sub:
    return compute(Operation::Sub, L, R, E);
  case BO_Mul:
    return compute(Operation::Mul, L, R, E);
  case BO_Div:
    return compute(Unsigned ? Operation::UDiv : Operation::Div, L, R, E);
  case BO_Rem:
    return compute(Unsigned ? Operation::URem : Operation::Rem, L, R, E);
  case BO_Shl:
    return compute(Operation::Shl, L, R, E);
  case BO_Shr:
    return compute(Operation::Shr, L, R, E);
  case BO_And:
    return compute(Operation::And, L, R, E);
  case BO_Or:
    return compute(Operation::Or, L, R, E);
  case BO_Xor:
    return compute(Operation::Xor, L, R, E);
  default:
    return emitResult(EventKind::Unknown, E);
  }
}

Register FunctionBuilder::translateBinary(const BinaryOperator *E) {
  BinaryOperatorKind Op = E->getOpcode();
  if (Op == BO_Comma) {
    value(E->getLHS());
    return value(E->getRHS());
  }
  if (E->isLogicalOp()) {
    // Its arms were stored where they were evaluated.
    Register R = emitResult(EventKind::Take, E);
    Block->Events.back().Origin = E;
    return R;
  }
  if (Op == BO_PtrMemD || Op == BO_PtrMemI) {
    value(E->getLHS());
    value(E->getRHS());
    return emitResult(EventKind::Unknown, E);
  }
  QualType Left = E->getLHS()->getType();
  if (Op == BO_Assign) {
    Register R = value(E->getRHS()), L = value(E->getLHS());
    if (Left->isRecordType()) {
      copy(L, R, Left, E);
      return L;
    }
    store(L, R, E);
    return E->isGLValue() ? L : R;
  }
  if (E->isCompoundAssignmentOp()) {
    Register R = value(E->getRHS()), L = value(E->getLHS());
    Register Old = load(L, E);
    Register New =
        arithmetic(E, BinaryOperator::getOpForCompoundAssignment(Op), Old, R,
                   Left, Left);
    store(L, New, E);
    return E->isGLValue() ? L : New;
  }
  Register L = value(E->getLHS()), R = value(E->getRHS());
  // 3 + p is p + 3.
  if (Op == BO_Add && E->getRHS()->getType()->isPointerType() &&
      !Left->isPointerType())
    return arithmetic(E, Op, R, L, E->getRHS()->getType(), E->getType());
  return arithmetic(E, Op, L, R, Left, E->getType());
}

void FunctionBuilder::initialise(Register Address, const Expr *Init,
                                 QualType T) {
  const Expr *Stripped = Init->IgnoreParens();
  if (const auto *Full = dyn_cast<FullExpr>(Stripped))
    Stripped = Full->getSubExpr()->IgnoreParens();
  if (const auto *List = dyn_cast<InitListExpr>(Stripped);
      List && !List->isTransparent()) {
    if (const auto *Semantic = List->getSemanticForm())
      List = Semantic;
    if (const RecordDecl *Record = T->getAsRecordDecl();
        Record && !Record->isUnion()) {
      unsigned I = 0;
      for (const FieldDecl *Field : Record->fields()) {
        if (isUnnamedBitField(Field))
          continue;
        if (I >= List->getNumInits())
          break;
        const Expr *Each = List->getInit(I++);
        if (!Each || Field->getType()->isReferenceType())
          continue;
        Register At = emitResult(EventKind::Field, Init, Address);
        Block->Events.back().Decl = Field;
        initialise(At, Each, Field->getType());
      }
    } else if (const ArrayType *Array = T->getAsArrayTypeUnsafe()) {
      for (unsigned I = 0; I < std::min(List->getNumInits(), 16u); ++I) {
        Register Index = constant(I, Init);
        Register At = emitResult(EventKind::Element, Init, Address, Index);
        Block->Events.back().Value = strideOf(Array->getElementType());
        initialise(At, List->getInit(I), Array->getElementType());
      }
    } else if (List->getNumInits() == 1) {
      initialise(Address, List->getInit(0), T);
    }
    return;
  }
  if (isa<ImplicitValueInitExpr, NoInitExpr, DesignatedInitUpdateExpr,
          ArrayInitLoopExpr, StringLiteral>(Stripped)) {
    if (isa<ImplicitValueInitExpr>(Stripped) && !T->isRecordType() &&
        !T->isArrayType())
      store(Address, constant(0, Init), Init);
    return;
  }
  if (T->isArrayType())
    return;
  Register R = value(Init);
  if (R == NoRegister)
    return;
  if (T->isRecordType())
    copy(Address, R, T, Init);
  else
    store(Address, R, Init);
}

void FunctionBuilder::translateAsm(const AsmStmt *S) {
  // All that an operand points at may change.
  CallSite C;
  C.IsSystem = true;
  for (unsigned I = 0, N = S->getNumOutputs(); I < N; ++I)
    if (const auto *G = dyn_cast<GCCAsmStmt>(S)) {
      C.Args.push_back(value(G->getOutputExpr(I)));
      C.ArgExprs.push_back(nullptr);
      C.Passed.push_back(Passing::Mutable);
    }
  for (unsigned I = 0, N = S->getNumInputs(); I < N; ++I)
    if (const auto *G = dyn_cast<GCCAsmStmt>(S)) {
      C.Args.push_back(value(G->getInputExpr(I)));
      C.ArgExprs.push_back(nullptr);
      C.Passed.push_back(Passing::Mutable);
    }
  emitCall(std::move(C), S, S->getBeginLoc());
}

Register FunctionBuilder::translate(const Expr *E) {
  if (E->containsErrors() || E->isTypeDependent() || E->isValueDependent()) {
    Broken = true;
    return NoRegister;
  }
  // Constants of any form: literals, sizeof, offsetof, enumerators.
  if (!E->isGLValue() && E->getType()->isIntegralOrEnumerationType() &&
      isa<IntegerLiteral, CharacterLiteral, CXXBoolLiteralExpr,
          UnaryExprOrTypeTraitExpr, OffsetOfExpr, TypeTraitExpr, ConstantExpr,
          SizeOfPackExpr, CXXNoexceptExpr, SourceLocExpr, FixedPointLiteral,
          ConceptSpecializationExpr, ObjCBoolLiteralExpr>(E)) {
    Expr::EvalResult R;
    if (E->EvaluateAsInt(R, Ctx))
      if (std::optional<int64_t> V = asInteger(R.Val.getInt()))
        return constant(*V, E);
    return emitResult(EventKind::Unknown, E);
  }
  if (const auto *Full = dyn_cast<FullExpr>(E))
    return value(Full->getSubExpr());
  if (const auto *Cast = dyn_cast<CastExpr>(E))
    return translateCast(Cast);

  switch (E->getStmtClass()) {
  case Stmt::GNUNullExprClass:
  case Stmt::CXXNullPtrLiteralExprClass:
  case Stmt::ImplicitValueInitExprClass:
  case Stmt::CXXScalarValueInitExprClass:
    if (E->getType()->isRecordType())
      return temporary(E, E);
    return constant(0, E);
  case Stmt::StringLiteralClass:
    return temporary(Terms[Terms.stringAddr(cast<StringLiteral>(E)->getBytes())]
                         .Ptr,
                     E);
  case Stmt::PredefinedExprClass:
  case Stmt::CompoundLiteralExprClass: {
    Register R = temporary(E, E);
    if (const auto *Literal = dyn_cast<CompoundLiteralExpr>(E)) {
      emit(EventKind::Uninitialise, E).A = R;
      initialise(R, Literal->getInitializer(), E->getType());
      if (!E->isGLValue() && !E->getType()->isRecordType())
        return load(R, E);
    }
    return R;
  }
  case Stmt::DeclRefExprClass:
    return translateDeclRef(E, cast<DeclRefExpr>(E)->getDecl());
  case Stmt::MemberExprClass:
    return translateMember(cast<MemberExpr>(E));
  case Stmt::ArraySubscriptExprClass: {
    const auto *Subscript = cast<ArraySubscriptExpr>(E);
    Register Base = value(Subscript->getBase());
    Register Index = value(Subscript->getIdx());
    Register R = emitResult(EventKind::Element, E, Base, Index);
    Block->Events.back().Value = strideOf(E->getType());
    return R;
  }
  case Stmt::UnaryOperatorClass:
    return translateUnary(cast<UnaryOperator>(E));
  case Stmt::BinaryOperatorClass:
  case Stmt::CompoundAssignOperatorClass:
    return translateBinary(cast<BinaryOperator>(E));
  case Stmt::ConditionalOperatorClass:
  case Stmt::BinaryConditionalOperatorClass: {
    Register R = emitResult(EventKind::Take, E);
    Block->Events.back().Origin = E;
    return R;
  }
  case Stmt::OpaqueValueExprClass: {
    const Expr *Source = cast<OpaqueValueExpr>(E)->getSourceExpr();
    return Source ? value(Source) : emitResult(EventKind::Unknown, E);
  }
  case Stmt::StmtExprClass: {
    const auto *Last = dyn_cast_or_null<Expr>(
        cast<StmtExpr>(E)->getSubStmt()->body_empty()
            ? nullptr
            : cast<StmtExpr>(E)->getSubStmt()->body_back());
    if (Last && !Last->getType()->isVoidType())
      return value(Last);
    return NoRegister;
  }
  case Stmt::ChooseExprClass:
    return value(cast<ChooseExpr>(E)->getChosenSubExpr());
  case Stmt::GenericSelectionExprClass:
    return value(cast<GenericSelectionExpr>(E)->getResultExpr());
  case Stmt::CXXThisExprClass:
    if (const FieldDecl *Capture = captureOf(nullptr)) {
      Register R = emitResult(EventKind::Field, E,
                              load(addressOf(Out.Function, E), E));
      Block->Events.back().Decl = Capture;
      // `*this` may be captured as a copy.
      return Capture->getType()->isPointerType() ? load(R, E) : R;
    }
    return load(addressOf(Out.Function, E), E);
  case Stmt::CallExprClass:
  case Stmt::CXXMemberCallExprClass:
  case Stmt::CXXOperatorCallExprClass:
  case Stmt::UserDefinedLiteralClass:
    return translateCall(cast<CallExpr>(E));
  case Stmt::CXXConstructExprClass:
  case Stmt::CXXTemporaryObjectExprClass:
    return translateConstruct(cast<CXXConstructExpr>(E));
  case Stmt::CXXInheritedCtorInitExprClass:
    return translateInherited(cast<CXXInheritedCtorInitExpr>(E));
  case Stmt::CXXNewExprClass:
    return translateNew(cast<CXXNewExpr>(E));
  case Stmt::CXXDeleteExprClass:
    translateDelete(cast<CXXDeleteExpr>(E));
    return NoRegister;
  case Stmt::CXXBindTemporaryExprClass:
    return value(cast<CXXBindTemporaryExpr>(E)->getSubExpr());
  case Stmt::CXXDefaultArgExprClass:
    return value(cast<CXXDefaultArgExpr>(E)->getExpr());
  case Stmt::CXXDefaultInitExprClass:
    return value(cast<CXXDefaultInitExpr>(E)->getExpr());
  case Stmt::SubstNonTypeTemplateParmExprClass:
    return value(cast<SubstNonTypeTemplateParmExpr>(E)->getReplacement());
  case Stmt::MaterializeTemporaryExprClass: {
    const Expr *Sub = cast<MaterializeTemporaryExpr>(E)->getSubExpr();
    Register R = value(Sub);
    if (Sub->getType()->isRecordType() || R == NoRegister)
      return R;
    Register Address = temporary(E, E);
    store(Address, R, E);
    return Address;
  }
  case Stmt::InitListExprClass: {
    if (cast<InitListExpr>(E)->isTransparent())
      return value(cast<InitListExpr>(E)->getInit(0));
    if (E->getType()->isScalarType() &&
        cast<InitListExpr>(E)->getNumInits() == 1)
      return value(cast<InitListExpr>(E)->getInit(0));
    Register R = temporary(E, E);
    emit(EventKind::Uninitialise, E).A = R;
    initialise(R, E, E->getType());
    return R;
  }
  case Stmt::LambdaExprClass: {
    const auto *Lambda = cast<LambdaExpr>(E);
    Register R = temporary(E, E);
    auto Field = Lambda->getLambdaClass()->field_begin();
    for (const Expr *Init : Lambda->capture_inits()) {
      Register At = emitResult(EventKind::Field, E, R);
      Block->Events.back().Decl = *Field;
      if (Init && Field->getType()->isReferenceType())
        store(At, value(Init), E);
      else if (Init)
        initialise(At, Init, Field->getType());
      ++Field;
    }
    return R;
  }
  case Stmt::BlockExprClass: {
    // What a block captures can be reached from it.
    Register R = temporary(E, E);
    emit(EventKind::Uninitialise, E).A = R;
    unsigned I = 0;
    for (const BlockDecl::Capture &C :
         cast<BlockExpr>(E)->getBlockDecl()->captures()) {
      Register Index = constant(++I, E);
      Register At = emitResult(EventKind::Element, E, R, Index);
      Block->Events.back().Value = 1;
      Register Variable = addressOf(C.getVariable(), E);
      store(At, C.isByRef() ? Variable : load(Variable, E), E);
    }
    return R;
  }
  default:
    return emitResult(EventKind::Unknown, E);
  }
}
