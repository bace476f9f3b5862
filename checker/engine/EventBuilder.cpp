//===--- EventBuilder.cpp - From the AST to events ------------------------===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "EventBuilder.h"
#include "Compat.h"
#include "FunctionBuilder.h"
#include "llvm/ADT/BitVector.h"

using namespace semtidy;
using namespace clang;

/// Strips what does not change the object that an initialiser builds.
static const Expr *strippedInit(const Expr *E) {
  while (E) {
    const Expr *Inner = E->IgnoreParens();
    if (const auto *Full = dyn_cast<FullExpr>(Inner))
      Inner = Full->getSubExpr();
    else if (const auto *Bind = dyn_cast<CXXBindTemporaryExpr>(Inner))
      Inner = Bind->getSubExpr();
    else if (const auto *Default = dyn_cast<CXXDefaultInitExpr>(Inner))
      Inner = Default->getExpr();
    else if (const auto *Cast = dyn_cast<CXXFunctionalCastExpr>(Inner))
      Inner = Cast->getSubExpr();
    else if (const auto *List = dyn_cast<InitListExpr>(Inner);
             List && List->isTransparent())
      Inner = List->getInit(0);
    else if (const auto *Implicit = dyn_cast<ImplicitCastExpr>(Inner);
             Implicit && (Implicit->getCastKind() == CK_NoOp ||
                          Implicit->getCastKind() == CK_ConstructorConversion ||
                          Implicit->getCastKind() == CK_UserDefinedConversion))
      Inner = Implicit->getSubExpr();
    if (Inner == E)
      return E;
    E = Inner;
  }
  return E;
}

std::optional<int64_t> semtidy::asInteger(const llvm::APSInt &V) {
  if (V.getActiveBits() <= 64 && V.isUnsigned())
    return static_cast<int64_t>(V.getZExtValue());
  if (V.isSigned() && V.getSignificantBits() <= 64)
    return V.getSExtValue();
  return std::nullopt;
}

/// The values that a case label stands for; none if they are not known.
static ValueSet valuesOfCase(const CaseStmt *Case, const ASTContext &Ctx) {
  auto Evaluate = [&](const Expr *E) -> std::optional<int64_t> {
    Expr::EvalResult R;
    if (!E || E->isValueDependent() || !E->EvaluateAsInt(R, Ctx))
      return std::nullopt;
    return asInteger(R.Val.getInt());
  };
  std::optional<int64_t> Low = Evaluate(Case->getLHS());
  std::optional<int64_t> High = Case->getRHS() ? Evaluate(Case->getRHS()) : Low;
  return Low && High ? ValueSet::interval(*Low, *High) : ValueSet();
}

/// The temporary that \p E makes, if it holds a semaphore and the graph does not
/// say where it ends, since its destructor does nothing.
static const Expr *silentTemporary(const Expr *E, UnitModels &Models) {
  if (!E->isPRValue() || !E->getType()->isRecordType() ||
      !Models.holdsSemaphore(E->getType()))
    return nullptr;
  const CXXRecordDecl *Class = E->getType()->getAsCXXRecordDecl();
  return Class && Class->hasDefinition() && Class->hasTrivialDestructor()
             ? strippedInit(E)
             : nullptr;
}

void FunctionBuilder::collect(const CFG &Graph) {
  bool MakesTemporary = false;
  for (const CFGBlock *B : Graph) {
    for (const CFGElement &Element : *B) {
      if (auto Init = Element.getAs<CFGInitializer>()) {
        const CXXCtorInitializer *I = Init->getInitializer();
        Target T;
        if (I->isAnyMemberInitializer())
          T.Member = I;
        else
          T.IsThis = true;
        if (const Expr *E = strippedInit(I->getInit()))
          Targets[E] = T;
        continue;
      }
      auto Statement = Element.getAs<CFGStmt>();
      if (!Statement)
        continue;
      const Stmt *S = Statement->getStmt();
      if (const auto *E = dyn_cast<Expr>(S)) {
        Broken |= E->containsErrors();
        MakesTemporary |= silentTemporary(E, Models) != nullptr;
        if (isa<AbstractConditionalOperator>(E))
          ValueUsed.insert(E);
        if (const auto *BO = dyn_cast<BinaryOperator>(E);
            BO && BO->isLogicalOp())
          ValueUsed.insert(E);
        if (const auto *New = dyn_cast<CXXNewExpr>(E))
          if (const Expr *Init = strippedInit(New->getInitializer())) {
            Target T;
            T.New = New;
            Targets[Init] = T;
          }
      } else if (const auto *D = dyn_cast<DeclStmt>(S)) {
        for (const Decl *Each : D->decls())
          if (const auto *Var = dyn_cast<VarDecl>(Each)) {
            Broken |= Var->isInvalidDecl();
            if (Var->getType()->isReferenceType() || !Var->getInit())
              continue;
            Target T;
            T.Var = Var;
            Targets[strippedInit(Var->getInit())] = T;
          }
      }
    }
  }
  if (MakesTemporary)
    collectTemporaries();
  for (const CFGBlock *B : Graph) {
    const Stmt *T = B->getTerminatorStmt();
    if (!T || !isa<Expr>(T) || !ValueUsed.count(cast<Expr>(T)))
      continue;
    const auto *E = cast<Expr>(T);
    if (const auto *BO = dyn_cast<BinaryOperator>(E)) {
      collectArms(BO);
    } else if (const auto *CO = dyn_cast<ConditionalOperator>(E)) {
      OperatorOfArm[CO->getTrueExpr()->IgnoreParens()] = E;
      OperatorOfArm[CO->getFalseExpr()->IgnoreParens()] = E;
    } else if (const auto *BC = dyn_cast<BinaryConditionalOperator>(E)) {
      OperatorOfArm[BC->getFalseExpr()->IgnoreParens()] = E;
    }
  }
}

static const Expr *withoutFullExpr(const Expr *E) {
  E = E->IgnoreParens();
  while (const auto *Full = dyn_cast<FullExpr>(E))
    E = Full->getSubExpr()->IgnoreParens();
  return E;
}

void FunctionBuilder::collectTemporaries() {
  // A statement, and the full expression that it is part of: as it stands in
  // the graph, an initialiser, or a return statement.
  using Part = std::pair<const Stmt *, const void *>;
  llvm::SmallVector<Part, 32> Work = {{Out.Function->getBody(), nullptr}};
  while (!Work.empty()) {
    auto [S, Full] = Work.pop_back_val();
    if (!S || isa<LambdaExpr, BlockExpr>(S))
      continue;
    if (const auto *D = dyn_cast<DeclStmt>(S)) {
      for (const Decl *Each : D->decls())
        if (const auto *Var = dyn_cast<VarDecl>(Each))
          Work.push_back({Var->getInit(), Var->getInit()});
      continue;
    }
    const auto *E = dyn_cast<Expr>(S);
    if (!E) {
      Full = isa<ReturnStmt>(S) ? S : nullptr;
    } else if (!Full) {
      Full = withoutFullExpr(E);
      // Its value is not used.
      if (const Expr *Made = silentTemporary(E, Models))
        Temporaries[Full].push_back(Made);
    }
    if (const auto *Temporary = dyn_cast<MaterializeTemporaryExpr>(S))
      if (const Expr *Made =
              silentTemporary(Temporary->getSubExpr(), Models)) {
        if (Temporary->getStorageDuration() == SD_FullExpression)
          Temporaries[Full].push_back(Made);
        else if (const ValueDecl *Keeper = Temporary->getExtendingDecl())
          Temporaries[Keeper].push_back(Made);
      }
    for (const Stmt *Child : S->children())
      Work.push_back({Child, Full});
  }
}

/// The temporaries end that live as long as \p Key.
void FunctionBuilder::endTemporaries(const void *Key, SourceLocation Loc) {
  auto It = Temporaries.find(Key);
  if (It == Temporaries.end())
    return;
  for (const Expr *Made : It->second)
    endOfLife(CloseKind::Scope, temporary(Made, nullptr), nullptr, nullptr)
        .Loc = Loc;
}

void FunctionBuilder::bindIfArm(const Expr *E, Register R) {
  auto It = OperatorOfArm.find(E);
  if (It == OperatorOfArm.end() || R == NoRegister)
    return;
  const Expr *Operator = It->second;
  if (isa<BinaryOperator>(Operator))
    R = isNonZero(R, E);
  store(temporary(Operator, E), R, E);
  // An arm can be an operator itself: (a && b) || c.
}

void FunctionBuilder::buildDecl(const DeclStmt *S) {
  for (const Decl *Each : S->decls()) {
    const auto *Var = dyn_cast<VarDecl>(Each);
    if (!Var || Var->isStaticLocal() || Var->hasExternalStorage())
      continue;
    Register Address = addressOf(Var, S);
    const Expr *Init = Var->getInit();
    if (Var->getType()->isReferenceType()) {
      if (Init)
        store(Address, value(Init), S);
      continue;
    }
    bool BuiltInPlace =
        Init && isa<CXXConstructExpr>(strippedInit(Init)) &&
        Definitions.count(strippedInit(Init));
    if (BuiltInPlace)
      continue;
    emit(EventKind::Uninitialise, S).A = Address;
    if (Init)
      initialise(Address, Init, Var->getType());
  }
}

/// The address of the member that \p I initialises, which may be in an anonymous
/// one.
Register FunctionBuilder::memberOf(const CXXCtorInitializer *I,
                                   const Stmt *Origin) {
  Register R = load(addressOf(Out.Function, Origin), Origin);
  auto Step = [&](const Decl *Field) {
    R = emitResult(EventKind::Field, Origin, R);
    Block->Events.back().Decl = Field;
  };
  if (I->isIndirectMemberInitializer())
    llvm::for_each(I->getIndirectMember()->chain(), Step);
  else
    Step(I->getMember());
  return R;
}

void FunctionBuilder::buildInitializer(const CXXCtorInitializer *I) {
  const Expr *Init = I->getInit();
  if (!Init || !I->isAnyMemberInitializer() ||
      isa<CXXConstructExpr>(strippedInit(Init)))
    return;
  Register Address = memberOf(I, Init);
  QualType T = I->getAnyMember()->getType();
  if (T->isReferenceType())
    store(Address, value(Init), Init);
  else
    initialise(Address, Init, T);
}

void FunctionBuilder::endOfMember(Register This, const FieldDecl *Field) {
  Register Address = emitResult(EventKind::Field, nullptr, This);
  Block->Events.back().Decl = Field;
  endOfLife(CloseKind::Scope, Address, nullptr, nullptr).Loc =
      Out.Function->getEndLoc();
}

/// An exception leaves the scope of \p Var.
void FunctionBuilder::endOfVariable(const VarDecl *Var, const Stmt *At) {
  if (Var->getType()->isReferenceType())
    return;
  if (const CXXRecordDecl *Record = Var->getType()->getAsCXXRecordDecl();
      Record && Record->hasDefinition())
    if (const CXXDestructorDecl *D = Record->getDestructor())
      implicitCall(D, addressOf(Var, At), At->getBeginLoc());
  endOfLife(CloseKind::Scope, NoRegister, Var, At);
}

/// The scopes that \p E leaves end. \returns whether control goes on somewhere.
bool FunctionBuilder::buildThrow(const CXXThrowExpr *E) {
  if (!Throws)
    Throws = Thrown.scopesOf(Out.Function);
  llvm::ArrayRef<ThrowScopes::Exit> Exits =
      Throws ? Throws->exitsOf(E) : llvm::ArrayRef<ThrowScopes::Exit>();
  // Where no exception may leave, the program ends.
  if (Exits.empty() ||
      (!Exits.front().Handler && !ThrownTypes::canThrow(Out.Function)))
    return false;
  for (const VarDecl *Var : llvm::reverse(Exits.front().Variables))
    endOfVariable(Var, E);
  Unwindings.push_back({BlockIndex, std::nullopt, E, &Exits.front()});
  return true;
}

/// The block to which an exception gets whose exit is \p Left: the handler, or
/// the one where exceptions of its type leave the function.
std::optional<unsigned>
FunctionBuilder::targetOf(const ThrowScopes::Exit &Left,
                          llvm::ArrayRef<const CFGBlock *> Blocks) {
  if (Left.Handler) {
    auto To = llvm::find_if(Blocks, [&](const CFGBlock *Other) {
      return Other->getLabel() == Left.Handler;
    });
    if (To == Blocks.end())
      return std::nullopt;
    return To - Blocks.begin();
  }
  if (!Left.Leaves || !ThrownTypes::canLeave(Out.Function))
    return std::nullopt;
  for (const FunctionEvents::Unwind &U : Out.Unwinds)
    if (U.Thrown == Left.Thrown)
      return U.Block;
  Out.Unwinds.push_back({Left.Thrown, unsigned(Out.Blocks.size())});
  Out.Blocks.emplace_back();
  return Out.Blocks.size() - 1;
}

/// Adds the edges of exceptions. The scopes that a call's exception leaves end in
/// a block of their own.
void FunctionBuilder::leadThrows(llvm::ArrayRef<const CFGBlock *> Blocks) {
  for (const Unwinding &U : Unwindings) {
    std::optional<unsigned> To = targetOf(*U.Left, Blocks);
    if (!U.Call) {
      Out.Blocks[U.Block].Stops = !To;
      if (To) {
        Edge E;
        E.To = *To;
        Out.Blocks[U.Block].Successors.push_back(E);
      }
      continue;
    }
    if (!To && U.Left->Variables.empty())
      continue;
    Edge E;
    if (U.Left->Variables.empty()) {
      E.To = *To;
    } else {
      BlockIndex = E.To = Out.Blocks.size();
      Block = &Out.Blocks.emplace_back();
      Values.clear();
      for (const VarDecl *Var : llvm::reverse(U.Left->Variables))
        endOfVariable(Var, U.At);
      Block->Stops = !To;
      if (To) {
        Edge On;
        On.To = *To;
        Block->Successors.push_back(On);
      }
    }
    E.Kind = Edge::Throw;
    E.Loc = U.At->getExprLoc();
    E.Callee = Out.Calls[*U.Call].Callee;
    Out.Calls[*U.Call].Throws.push_back(
        {U.Left->Thrown, unsigned(Out.Blocks[U.Block].Successors.size())});
    Out.Blocks[U.Block].Successors.push_back(E);
  }
}

/// Puts the blocks into reverse post-order again, the body of a loop before what
/// follows it: as blocksInOrder() does, the last successor is gone to first.
void FunctionBuilder::renumber() {
  const unsigned N = Out.Blocks.size();
  std::vector<unsigned> PostOrder, Position(N, 0);
  std::vector<bool> Seen(N);
  std::vector<unsigned> Path = {0};
  Seen[0] = true;
  while (!Path.empty()) {
    unsigned B = Path.back();
    const std::size_t Left = Out.Blocks[B].Successors.size() - Position[B]++;
    if (Left == 0) {
      PostOrder.push_back(B);
      Path.pop_back();
      continue;
    }
    unsigned To = Out.Blocks[B].Successors[Left - 1].To;
    if (!Seen[To]) {
      Seen[To] = true;
      Path.push_back(To);
    }
  }
  std::vector<unsigned> Order(PostOrder.rbegin(), PostOrder.rend());
  for (unsigned B = 0; B < N; ++B)
    if (!Seen[B])
      Order.push_back(B);
  std::vector<unsigned> New(N);
  std::vector<EventBlock> Blocks;
  for (unsigned B : Order) {
    New[B] = Blocks.size();
    Blocks.push_back(std::move(Out.Blocks[B]));
  }
  Out.Blocks = std::move(Blocks);
  for (EventBlock &B : Out.Blocks)
    for (Edge &E : B.Successors)
      E.To = New[E.To];
  for (FunctionEvents::Unwind &U : Out.Unwinds)
    U.Block = New[U.Block];
  if (Out.ExitBlock < N)
    Out.ExitBlock = New[Out.ExitBlock];
}

void FunctionBuilder::buildElement(const CFGElement &E) {
  if (auto Cleanup = cleanupCall(E))
    implicitCall(Cleanup->Function, addressOf(Cleanup->Var, nullptr),
                 Cleanup->Var->getLocation(), /*AsArgument=*/true);
  switch (E.getKind()) {
  case CFGElement::Statement:
  case CFGElement::Constructor:
  case CFGElement::CXXRecordTypedCall: {
    const Stmt *S = E.castAs<CFGStmt>().getStmt();
    if (const auto *Ex = dyn_cast<Expr>(S)) {
      Register R = value(Ex);
      bindIfArm(Ex, R);
      endTemporaries(Ex, Ex->getEndLoc());
    } else if (const auto *D = dyn_cast<DeclStmt>(S)) {
      buildDecl(D);
      for (const Decl *Each : D->decls())
        if (const auto *Var = dyn_cast<VarDecl>(Each))
          endTemporaries(Var->getInit(), D->getEndLoc());
    } else if (const auto *Return = dyn_cast<ReturnStmt>(S)) {
      if (const Expr *V = Return->getRetValue()) {
        Register R = value(V);
        Event &Ev = emit(EventKind::Return, S);
        Ev.A = R;
        Ev.Value = V->getType()->isRecordType() && !V->isGLValue();
        endTemporaries(S, S->getEndLoc());
      }
    } else if (const auto *Asm = dyn_cast<AsmStmt>(S)) {
      translateAsm(Asm);
    }
    return;
  }
  case CFGElement::Initializer:
    buildInitializer(E.castAs<CFGInitializer>().getInitializer());
    return;
  case CFGElement::LifetimeEnds: {
    auto Ends = E.castAs<CFGLifetimeEnds>();
    Event &Ev = endOfLife(CloseKind::Scope, NoRegister, Ends.getVarDecl(),
                          Ends.getTriggerStmt());
    if (Ends.getTriggerStmt())
      Ev.Loc = Ends.getTriggerStmt()->getEndLoc();
    const SourceLocation Loc = Ev.Loc;
    endTemporaries(Ends.getVarDecl(), Loc);
    return;
  }
  case CFGElement::AutomaticObjectDtor: {
    auto Dtor = E.castAs<CFGAutomaticObjDtor>();
    const VarDecl *Var = Dtor.getVarDecl();
    Register Address = addressOf(Var, Dtor.getTriggerStmt());
    if (Var->getType()->isReferenceType())
      Address = load(Address, Dtor.getTriggerStmt());
    if (const CXXDestructorDecl *D = Dtor.getDestructorDecl(Ctx))
      implicitCall(D, Address,
                   Dtor.getTriggerStmt() ? Dtor.getTriggerStmt()->getEndLoc()
                                         : Var->getLocation());
    return;
  }
  case CFGElement::MemberDtor: {
    const FieldDecl *Field = E.castAs<CFGMemberDtor>().getFieldDecl();
    Register This = load(addressOf(Out.Function, nullptr), nullptr);
    // Members end in reverse order; those without a destructor call are no
    // elements of the graph.
    for (const FieldDecl *Later : Field->getParent()->fields())
      if (Later->getFieldIndex() > Field->getFieldIndex() &&
          EndedMembers.insert(Later).second)
        endOfMember(This, Later);
    EndedMembers.insert(Field);
    Event &F = emit(EventKind::Field, nullptr);
    F.A = This;
    F.Decl = Field;
    Register Address = F.Result = fresh();
    if (const CXXDestructorDecl *D =
            E.castAs<CFGImplicitDtor>().getDestructorDecl(Ctx))
      implicitCall(D, Address, Out.Function->getEndLoc());
    return;
  }
  case CFGElement::BaseDtor:
    // Members end before bases, also those without a destructor call.
    for (const FieldDecl *Field :
         cast<CXXDestructorDecl>(Out.Function)->getParent()->fields())
      if (EndedMembers.insert(Field).second)
        endOfMember(load(addressOf(Out.Function, nullptr), nullptr), Field);
    // getDestructorDecl does not know the destructors of bases.
    if (const CXXRecordDecl *Base = E.castAs<CFGBaseDtor>()
                                        .getBaseSpecifier()
                                        ->getType()
                                        ->getAsCXXRecordDecl();
        Base && Base->hasDefinition())
      if (const CXXDestructorDecl *D = Base->getDestructor())
        implicitCall(D, load(addressOf(Out.Function, nullptr), nullptr),
                     Out.Function->getEndLoc());
    return;
  case CFGElement::TemporaryDtor: {
    auto Dtor = E.castAs<CFGTemporaryDtor>();
    const CXXBindTemporaryExpr *Bind = Dtor.getBindTemporaryExpr();
    if (const CXXDestructorDecl *D = Dtor.getDestructorDecl(Ctx))
      implicitCall(D, temporary(strippedInit(Bind->getSubExpr()), Bind),
                   Bind->getEndLoc());
    return;
  }
  case CFGElement::DeleteDtor: // Part of the CXXDeleteExpr's events.
  default:
    return;
  }
}

/// The CFG has no value of an operator that is an operand of another one: what
/// was evaluated last decides the value of the outermost.
void FunctionBuilder::collectArms(const BinaryOperator *Outermost) {
  llvm::SmallVector<const BinaryOperator *, 4> Work = {Outermost};
  const Expr *Last = Outermost;
  while (!Work.empty()) {
    const BinaryOperator *BO = Work.pop_back_val();
    OutermostOperator[BO] = Outermost;
    if (Last == BO)
      Last = BO->getRHS()->IgnoreParens();
    for (const Expr *Side : {BO->getLHS(), BO->getRHS()})
      if (const auto *Inner = dyn_cast<BinaryOperator>(Side->IgnoreParens());
          Inner && Inner->isLogicalOp())
        Work.push_back(Inner);
  }
  OperatorOfArm[Last] = Outermost;
}

void FunctionBuilder::buildTerminator(const CFGBlock &B) {
  const Stmt *T = B.getTerminatorStmt();
  Block->Stops = B.hasNoReturnElement();
  bool Branches = T && B.succ_size() == 2 &&
                  B.getTerminator().isStmtBranch() && !isa<SwitchStmt>(T) &&
                  !isa<GotoStmt, IndirectGotoStmt, CXXTryStmt, AsmStmt>(T);
  if (T && (Branches || isa<SwitchStmt>(T))) {
    const Expr *Condition = nullptr;
    if (const auto *Switch = dyn_cast<SwitchStmt>(T))
      Condition = Switch->getCond();
    else
      Condition = B.getLastCondition();
    if (Condition && Condition->containsErrors())
      Broken = true;
    else if (Condition)
      Block->Condition = value(Condition);
    Block->BranchLoc = T->getBeginLoc();
    if (Condition && isa<Expr>(T))
      Block->BranchLoc = Condition->getExprLoc();
    Block->IsLoopBranch = isa<WhileStmt, ForStmt, DoStmt, CXXForRangeStmt>(T);
  }
  if (!T || Block->Condition == NoRegister)
    return;
  // The value if the right side is not evaluated.
  if (const Expr *Logical = OutermostOperator.lookup(T))
    store(temporary(Logical, Logical), isNonZero(Block->Condition, Logical),
          Logical);
  else if (const auto *BC = dyn_cast<BinaryConditionalOperator>(T);
           BC && ValueUsed.count(BC))
    store(temporary(BC, BC), Block->Condition, BC);
}

/// The variable whose destructor or cleanup function \p E calls.
static const VarDecl *destroyedVariable(const CFGElement &E) {
  if (auto Dtor = E.getAs<CFGAutomaticObjDtor>())
    return Dtor->getVarDecl();
  if (auto Cleanup = cleanupCall(E))
    return Cleanup->Var;
  return nullptr;
}

/// \p Elements of a block, with the end of each variable after the call that
/// destroys it: in inner blocks the CFG has them the other way round.
static std::vector<CFGElement>
inLifetimeOrder(std::vector<CFGElement> Elements) {
  for (size_t I = 0; I < Elements.size(); ++I) {
    auto Ends = Elements[I].getAs<CFGLifetimeEnds>();
    if (!Ends)
      continue;
    for (size_t J = I + 1; J < Elements.size(); ++J) {
      if (destroyedVariable(Elements[J]) == Ends->getVarDecl()) {
        std::rotate(Elements.begin() + I, Elements.begin() + I + 1,
                    Elements.begin() + J + 1);
        --I;
        break;
      }
      if (Elements[J].getKind() == CFGElement::Statement)
        break;
    }
  }
  return Elements;
}

/// Adds \p Start, and what can be reached from it, to \p Blocks.
static void addReachable(const CFGBlock *Start,
                         llvm::DenseMap<const CFGBlock *, unsigned> &Index,
                         std::vector<const CFGBlock *> &Blocks) {
  llvm::SmallVector<const CFGBlock *, 16> Work = {Start};
  while (!Work.empty()) {
    const CFGBlock *B = Work.pop_back_val();
    if (!B || !Index.try_emplace(B, Blocks.size()).second)
      continue;
    Blocks.push_back(B);
    for (const CFGBlock::AdjacentBlock &Next : B->succs())
      Work.push_back(Next.getReachableBlock());
  }
}

bool FunctionBuilder::build(const CFG &Graph) {
  collect(Graph);
  if (Broken)
    return false;
  const EndsOfLife Ends(Out.Function);
  std::vector<const CFGBlock *> Blocks = blocksInOrder(Graph);
  llvm::DenseMap<const CFGBlock *, unsigned> Index;
  for (unsigned I = 0; I < Blocks.size(); ++I)
    Index[Blocks[I]] = I;
  if (!isInSystemHeader(Out.Function))
    Throws = Thrown.scopesOf(Out.Function);
  // Nothing in the graph leads to the handlers of what only calls throw.
  if (Throws && !Throws->handlersOfCalls().empty())
    for (const CFGBlock *B : Graph)
      if (const auto *Handler = dyn_cast_or_null<CXXCatchStmt>(B->getLabel());
          Handler && llvm::is_contained(Throws->handlersOfCalls(), Handler))
        addReachable(B, Index, Blocks);
  Out.Blocks.resize(Blocks.size());
  Out.ExitBlock = Index.count(&Graph.getExit()) ? Index[&Graph.getExit()] : ~0u;

  for (BlockIndex = 0; BlockIndex < Blocks.size(); ++BlockIndex) {
    const CFGBlock &B = *Blocks[BlockIndex];
    Block = &Out.Blocks[BlockIndex];
    Values.clear();
    const CXXThrowExpr *Throw = nullptr;
    for (const CFGElement &E : inLifetimeOrder(Ends.elementsOf(B))) {
      buildElement(E);
      if (auto S = E.getAs<CFGStmt>(); S && isa<CXXThrowExpr>(S->getStmt()))
        Throw = cast<CXXThrowExpr>(S->getStmt());
    }
    buildTerminator(B);
    if (Broken)
      return false;
    if (BlockIndex == Out.ExitBlock && isa<CXXDestructorDecl>(Out.Function)) {
      // Members end with their object, also those without a destructor call.
      Register This = load(addressOf(Out.Function, nullptr), nullptr);
      Event &End = endOfLife(CloseKind::Scope, This, nullptr, nullptr);
      End.Loc = Out.Function->getBodyRBrace().isValid()
                    ? Out.Function->getBodyRBrace()
                    : Out.Function->getEndLoc();
    }
    if (Throw) {
      Block->Stops |= !buildThrow(Throw);
      continue;
    }
    if (Block->Stops)
      continue;

    const auto *Switch = dyn_cast_or_null<SwitchStmt>(B.getTerminatorStmt());
    unsigned Position = 0;
    for (const CFGBlock::AdjacentBlock &Next : B.succs()) {
      unsigned At = Position++;
      const CFGBlock *To = Next.getReachableBlock();
      const Stmt *Label = nullptr;
      if (const CFGBlock *Any = To ? To : Next.getPossiblyUnreachableBlock())
        Label = Any->getLabel();
      Edge E;
      if (Switch && Position < B.succ_size()) {
        E.Kind = Edge::Case;
        if (const auto *Case = dyn_cast_or_null<CaseStmt>(Label))
          E.Values = valuesOfCase(Case, Ctx);
        if (E.Values.empty())
          E.Values = ValueSet::all();
      } else if (Switch) {
        E.Kind = Edge::Default;
      } else if (Block->Condition != NoRegister && B.succ_size() == 2) {
        E.Kind = At == 0 ? Edge::True : Edge::False;
      }
      if (Label && E.Kind != Edge::True && E.Kind != Edge::False)
        E.Loc = Label->getBeginLoc();
      if (!To || !Index.count(To))
        continue;
      E.To = Index[To];
      Block->Successors.push_back(E);
    }
    for (Edge &E : Block->Successors)
      if (E.Kind == Edge::Default) {
        E.Values = ValueSet::all();
        for (const CFGBlock::AdjacentBlock &Next : B.succs())
          if (const CFGBlock *To = Next.getPossiblyUnreachableBlock()
                                       ? Next.getPossiblyUnreachableBlock()
                                       : Next.getReachableBlock())
            if (const auto *Case = dyn_cast_or_null<CaseStmt>(To->getLabel()))
              E.Values =
                  E.Values.intersect(valuesOfCase(Case, Ctx).complement());
      }
  }
  if (!Unwindings.empty()) {
    leadThrows(Blocks);
    renumber();
  }
  for (unsigned I = 0; I < Out.Blocks.size(); ++I)
    for (const Edge &E : Out.Blocks[I].Successors)
      Out.Blocks[E.To].Predecessors.push_back(I);
  markLoops();
  markUsedResults();
  return true;
}

void FunctionBuilder::markUsedResults() {
  for (EventBlock &B : Out.Blocks) {
    llvm::BitVector Read(B.NumRegisters);
    auto Mark = [&](Register R) {
      if (R != NoRegister)
        Read.set(R);
    };
    Mark(B.Condition);
    for (const Event &E : B.Events) {
      Mark(E.A);
      Mark(E.B);
      if (E.Kind != EventKind::Call)
        continue;
      const CallSite &C = Out.call(E);
      Mark(C.This);
      Mark(C.CalleeValue);
      llvm::for_each(C.Args, Mark);
    }
    for (const Event &E : B.Events)
      if (E.Kind == EventKind::Call)
        Out.Calls[E.Value].ResultUsed = Read.test(E.Result);

    // What is stored, returned or passed on, and what that is computed from.
    llvm::BitVector Lives(B.NumRegisters);
    auto Keep = [&](Register R) {
      if (R != NoRegister)
        Lives.set(R);
    };
    for (Event &E : llvm::reverse(B.Events)) {
      bool Derives = E.Kind == EventKind::Compute ||
                     E.Kind == EventKind::Field ||
                     E.Kind == EventKind::Element;
      E.LivesOn = E.Result == NoRegister || Lives.test(E.Result);
      if (!Derives || E.LivesOn) {
        Keep(E.A);
        Keep(E.B);
      }
      if (E.Kind == EventKind::Call) {
        const CallSite &C = Out.call(E);
        Keep(C.This);
        llvm::for_each(C.Args, Keep);
      }
    }
  }
}

/// Finds FunctionEvents::NamingSlots: what the calls of APIs get their objects
/// from, and what that is copied from, by way of variables and temporaries. Marks
/// the blocks that write them.
static void findNamingSlots(FunctionEvents &F, TermContext &Terms) {
  // What reads a slot, or computes a place, in one block.
  using Definitions = llvm::DenseMap<Register, const Event *>;
  auto SlotAt = [&](Register R, const Definitions &Made) {
    auto It = R == NoRegister ? Made.end() : Made.find(R);
    if (It == Made.end())
      return Term();
    if (It->second->Kind == EventKind::VarAddress)
      return Terms.varAddr(It->second->Decl);
    if (It->second->Kind == EventKind::TempAddress)
      return Terms.tempAddr(It->second->Origin);
    return Term();
  };
  auto SlotBehind = [&](Register R, const Definitions &Made) {
    while (R != NoRegister) {
      auto It = Made.find(R);
      if (It == Made.end())
        return Term();
      const Event &E = *It->second;
      if (E.Kind == EventKind::Take)
        return Terms.tempAddr(E.Origin);
      if (E.Kind == EventKind::Load)
        if (Term Slot = SlotAt(E.A, Made))
          return Slot;
      if (E.Kind != EventKind::Field && E.Kind != EventKind::Element &&
          E.Kind != EventKind::Load)
        return Term();
      R = E.A;
    }
    return Term();
  };

  llvm::SmallVector<Term, 8> Work;
  llvm::DenseMap<unsigned, unsigned> Written;
  llvm::DenseMap<unsigned, llvm::SmallVector<EventBlock *, 2>> Writers;
  llvm::DenseMap<unsigned, llvm::SmallVector<Term, 2>> CopiedFrom;
  for (EventBlock &B : F.Blocks) {
    Definitions Made;
    for (const Event &E : B.Events) {
      if (E.Kind == EventKind::Store) {
        if (Term To = SlotAt(E.A, Made)) {
          ++Written[To.Id];
          Writers[To.Id].push_back(&B);
          if (Term From = SlotBehind(E.B, Made))
            CopiedFrom[To.Id].push_back(From);
        }
      } else if (E.Kind == EventKind::Call && F.call(E).Effects) {
        const CallSite &Site = F.call(E);
        for (const BoundEffect &Bound : *Site.Effects) {
          const Place &P = Bound.TheEffect->Object;
          Register Object = P.Kind == Place::This ? Site.This : NoRegister;
          if (P.Kind == Place::Arg && P.Index < Site.Args.size())
            Object = Site.Args[P.Index];
          if (Term Slot = SlotBehind(Object, Made))
            Work.push_back(Slot);
        }
      }
      if (E.Result != NoRegister)
        Made[E.Result] = &E;
    }
  }
  for (const ParmVarDecl *Param : F.Function->parameters())
    ++Written[Terms.varAddr(Param).Id];
  llvm::DenseSet<unsigned> Seen;
  while (!Work.empty()) {
    Term Slot = Work.pop_back_val();
    if (!Seen.insert(Slot.Id).second)
      continue;
    if (Written.lookup(Slot.Id) > 1) {
      F.NamingSlots.push_back(Slot);
      for (EventBlock *B : Writers[Slot.Id])
        B->WritesNamingSlot = true;
    }
    llvm::append_range(Work, CopiedFrom[Slot.Id]);
  }
}

/// The blocks that \p Start leads to, or is led to from, not by way of \p Closed.
static llvm::BitVector reachable(const FunctionEvents &F, unsigned Start,
                                 const llvm::BitVector &Closed,
                                 bool Backwards = false) {
  llvm::BitVector Seen(F.Blocks.size());
  llvm::SmallVector<unsigned, 32> Work = {Start};
  auto Add = [&](unsigned B) {
    if (Seen.test(B) || Closed.test(B))
      return;
    Seen.set(B);
    Work.push_back(B);
  };
  while (!Work.empty()) {
    const EventBlock &B = F.Blocks[Work.pop_back_val()];
    if (Backwards)
      llvm::for_each(B.Predecessors, Add);
    else
      for (const Edge &E : B.Successors)
        Add(E.To);
  }
  return Seen;
}

bool FunctionEvents::reaches(unsigned From, unsigned To) const {
  return From == To ||
         reachable(*this, From, llvm::BitVector(Blocks.size())).test(To);
}

bool FunctionEvents::inSeparateLoops(unsigned A, unsigned B) const {
  // From the outermost loop inwards: without its header, what is left of a loop
  // are the loops in it.
  llvm::BitVector Headers(Blocks.size());
  while (true) {
    llvm::BitVector Loop = reachable(*this, A, Headers);
    Loop &= reachable(*this, A, Headers, /*Backwards=*/true);
    if (!Loop.test(A))
      return false;
    if (!Loop.test(B))
      return reachable(*this, B, Headers).test(B);
    // Blocks are in reverse post-order.
    unsigned Header = Loop.find_first();
    if (Header == A || Header == B)
      return false;
    Headers.set(Header);
  }
}

void FunctionBuilder::markLoops() {
  // Tarjan's algorithm without recursion: functions can have many blocks.
  unsigned N = Out.Blocks.size(), Next = 1;
  std::vector<unsigned> Number(N, 0), Low(N, 0), Position(N, 0), Stack, Path;
  std::vector<bool> OnStack(N, false);
  for (unsigned Start = 0; Start < N; ++Start) {
    if (Number[Start])
      continue;
    Path.push_back(Start);
    while (!Path.empty()) {
      unsigned B = Path.back();
      if (!Number[B]) {
        Number[B] = Low[B] = Next++;
        Stack.push_back(B);
        OnStack[B] = true;
      }
      bool Descended = false;
      auto &Successors = Out.Blocks[B].Successors;
      while (Position[B] < Successors.size()) {
        unsigned S = Successors[Position[B]].To;
        if (!Number[S]) {
          Path.push_back(S);
          Descended = true;
          break;
        }
        if (OnStack[S])
          Low[B] = std::min(Low[B], Low[S]);
        ++Position[B];
      }
      if (Descended)
        continue;
      Path.pop_back();
      if (Low[B] != Number[B])
        continue;
      bool Cyclic = Stack.back() != B ||
                    llvm::any_of(Successors, [B](const Edge &E) {
                      return E.To == B;
                    });
      unsigned Member;
      do {
        Member = Stack.back();
        Stack.pop_back();
        OnStack[Member] = false;
        Out.Blocks[Member].InLoop = Cyclic;
        Out.Blocks[Member].Loop = Cyclic ? Number[B] : 0;
      } while (Member != B);
    }
  }
}

std::unique_ptr<FunctionEvents>
semtidy::buildEvents(const FunctionDecl *F, ASTContext &Ctx, UnitModels &Models,
                     TermContext &Terms, ThrownTypes &Thrown,
                     EventUid &NextUid, const EventLimits &Limits,
                     unsigned &BlocksLimitReached) {
  const FunctionDecl *Definition = nullptr;
  Stmt *Body = F->getBody(Definition);
  if (!Body || !Definition || Definition->isInvalidDecl() ||
      Definition->isDependentContext() || Definition->isTemplated())
    return nullptr;
  CFG::BuildOptions Options;
  Options.setAllAlwaysAdd();
  Options.AddInitializers = true;
  Options.AddTemporaryDtors = true;
  addEndsOfLife(Options, Ctx.getLangOpts());
  Options.AddCXXDefaultInitExprInCtors = true;
  std::unique_ptr<CFG> Graph = CFG::buildCFG(Definition, Body, &Ctx, Options);
  if (!Graph)
    return nullptr;
  if (Graph->getNumBlockIDs() > Limits.MaxBlocks) {
    ++BlocksLimitReached;
    return nullptr;
  }

  auto Out = std::make_unique<FunctionEvents>();
  Out->Function = Definition;
  Out->ReturnSlot = Terms.tempAddr(Definition->getCanonicalDecl());
  FunctionBuilder Builder(*Out, Ctx, Models, Terms, Thrown);
  if (!Builder.build(*Graph))
    return nullptr;
  Out->CallsModelled = llvm::any_of(
      Out->Calls, [](const CallSite &Site) { return Site.Effects; });
  if (Out->CallsModelled)
    findNamingSlots(*Out, Terms);
  Out->FirstUid = NextUid;
  EventUid Uid = NextUid + Out->Blocks.size();
  for (const EventBlock &B : Out->Blocks) {
    Out->FirstEventUid.push_back(Uid);
    Uid += B.Events.size() + 1; // One for what happens on leaving the block.
  }
  Out->NumUids = Uid - NextUid;
  NextUid = Uid;
  return Out;
}
