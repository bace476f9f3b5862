//===--- FunctionBuilder.h - State of event building ------------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Private to event building: what EventBuilder.cpp (control flow),
/// ExpressionEvents.cpp (expressions) and CallEvents.cpp (calls) share.
///
//===----------------------------------------------------------------------===//

#ifndef SEMTIDY_ENGINE_FUNCTIONBUILDER_H
#define SEMTIDY_ENGINE_FUNCTIONBUILDER_H

#include "Declarations.h"
#include "EventBuilder.h"
#include "ThrowScopes.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Analysis/CFG.h"
#include "llvm/ADT/DenseSet.h"

namespace semtidy {

/// \p V as the 64 bits that terms compute with; none if it needs more.
std::optional<int64_t> asInteger(const llvm::APSInt &V);

class FunctionBuilder {
public:
  FunctionBuilder(FunctionEvents &Out, clang::ASTContext &Ctx,
                  UnitModels &Models, TermContext &Terms, ThrownTypes &Thrown)
      : Out(Out), Ctx(Ctx), Models(Models), Terms(Terms), Thrown(Thrown) {}

  /// Fills Out from \p Graph. Returns false if the code has errors.
  bool build(const clang::CFG &Graph);

private:
  // Control flow (EventBuilder.cpp).
  void collect(const clang::CFG &Graph);
  void buildElement(const clang::CFGElement &E);
  void buildTerminator(const clang::CFGBlock &B);
  void collectArms(const clang::BinaryOperator *Outermost);
  void buildDecl(const clang::DeclStmt *S);
  void buildInitializer(const clang::CXXCtorInitializer *I);
  void collectTemporaries();
  void endTemporaries(const void *Key, clang::SourceLocation Loc);
  void bindIfArm(const clang::Expr *E, Register R);
  Register memberOf(const clang::CXXCtorInitializer *I,
                    const clang::Stmt *Origin);
  void endOfMember(Register This, const clang::FieldDecl *Field);
  void endOfVariable(const clang::VarDecl *Var, const clang::Stmt *At);
  bool buildThrow(const clang::CXXThrowExpr *E);
  std::optional<unsigned>
  targetOf(const ThrowScopes::Exit &Left,
           llvm::ArrayRef<const clang::CFGBlock *> Blocks);
  void leadThrows(llvm::ArrayRef<const clang::CFGBlock *> Blocks);
  void renumber();
  void markLoops();
  void markUsedResults();

  // Expressions (ExpressionEvents.cpp).
  /// The register that holds \p E, made now if need be. For a glvalue and for a
  /// record it is an address, else a value.
  Register value(const clang::Expr *E);
  Register translate(const clang::Expr *E);
  Register translateCast(const clang::CastExpr *E);
  Register translateUnary(const clang::UnaryOperator *E);
  Register translateBinary(const clang::BinaryOperator *E);
  Register translateDeclRef(const clang::Expr *E, const clang::ValueDecl *D);
  const clang::FieldDecl *captureOf(const clang::VarDecl *Var) const;
  Register translateMember(const clang::MemberExpr *E);
  Register arithmetic(const clang::Expr *E, clang::BinaryOperatorKind Op,
                      Register L, Register R, clang::QualType LeftType,
                      clang::QualType ResultType);
  void translateAsm(const clang::AsmStmt *S);
  void initialise(Register Address, const clang::Expr *Init,
                  clang::QualType T);

  // Calls (CallEvents.cpp).
  Register translateCall(const clang::CallExpr *E);
  Register translateConstruct(const clang::CXXConstructExpr *E);
  Register translateInherited(const clang::CXXInheritedCtorInitExpr *E);
  Register translateNew(const clang::CXXNewExpr *E);
  Register placeOf(const clang::CXXNewExpr *E);
  void translateDelete(const clang::CXXDeleteExpr *E);
  void implicitCall(const clang::FunctionDecl *F, Register This,
                    clang::SourceLocation Loc, bool AsArgument = false,
                    bool IsDelete = false);
  void addArgument(CallSite &C, const clang::Expr *E, clang::QualType Param);
  Register emitCall(CallSite C, const void *Origin, clang::SourceLocation Loc);
  Passing passing(clang::QualType Param) const;

  // Calls of the C++ library (LibraryCalls.cpp).
  bool lockEach(const clang::CallExpr *E);
  Register accessElement(const clang::CallExpr *E, Register Container);
  Register elementOf(const clang::CXXRecordDecl *Class, Register Container,
                     const clang::Expr *Key);
  void endElement(const clang::CallExpr *E, Register Container);
  Register endOfDeque(const clang::CXXRecordDecl *Class, llvm::StringRef Name,
                      Register Container);
  void forgetEndsOfDeque(const clang::CXXMethodDecl *Method, Register Container,
                         const clang::CallExpr *E);
  void endElementsOfVector(const clang::CXXRecordDecl *Class,
                           Register Container, clang::SourceLocation Loc);
  void destroy(Register Address, clang::QualType T, clang::SourceLocation Loc);
  void forgetElements(const clang::CXXMethodDecl *Method, Register Container,
                      const clang::CallExpr *E);

  // Emission.
  Register fresh() { return Block->NumRegisters++; }
  Event &emit(EventKind K, const clang::Stmt *Origin) {
    Event &E = Block->Events.emplace_back();
    E.Kind = K;
    E.Origin = Origin;
    if (Origin)
      E.Loc = Origin->getBeginLoc();
    return E;
  }
  Register emitResult(EventKind K, const clang::Stmt *Origin,
                      Register A = NoRegister, Register B = NoRegister);
  Register constant(int64_t V, const clang::Stmt *Origin);
  Register compute(Operation Op, Register A, Register B,
                   const clang::Stmt *Origin, int64_t Aux = 0);
  Register isNonZero(Register A, const clang::Stmt *Origin);
  Register addressOf(const clang::Decl *D, const clang::Stmt *Origin);
  Register temporary(const void *Key, const clang::Stmt *Origin);
  Register load(Register A, const clang::Stmt *Origin) {
    return emitResult(EventKind::Load, Origin, A);
  }
  void store(Register A, Register B, const clang::Stmt *Origin) {
    Event &E = emit(EventKind::Store, Origin);
    E.A = A;
    E.B = B;
  }
  void copy(Register To, Register From, clang::QualType T,
            const clang::Stmt *Origin) {
    Event &E = emit(EventKind::Copy, Origin);
    E.A = To;
    E.B = From;
    E.Decl = T->getAsRecordDecl();
  }
  /// The life of the object at \p A, or of \p Var, ends.
  Event &endOfLife(CloseKind Kind, Register A, const clang::VarDecl *Var,
                   const clang::Stmt *Origin) {
    Event &E = emit(EventKind::EndOfLife, Origin);
    E.Value = static_cast<int64_t>(Kind);
    E.A = A;
    E.Decl = Var;
    return E;
  }
  int64_t strideOf(clang::QualType T) const;

  FunctionEvents &Out;
  clang::ASTContext &Ctx;
  UnitModels &Models;
  TermContext &Terms;

  EventBlock *Block = nullptr;
  unsigned BlockIndex = 0;
  /// Registers of the expressions seen in the current block.
  llvm::DenseMap<const clang::Expr *, Register> Values;
  /// Where an expression's value was made, over all blocks.
  struct Definition {
    unsigned Block;
    Register Value;
    bool Bound;
  };
  llvm::DenseMap<const clang::Expr *, Definition> Definitions;
  /// Conditional and logical operators whose value is used, by their arms.
  llvm::DenseMap<const clang::Expr *, const clang::Expr *> OperatorOfArm;
  llvm::DenseSet<const clang::Expr *> ValueUsed;
  /// Logical operators to the outermost one whose value they decide.
  llvm::DenseMap<const clang::Stmt *, const clang::Expr *> OutermostOperator;
  /// Where a constructor or a call that returns a record builds its object.
  struct Target {
    const clang::VarDecl *Var = nullptr;
    const clang::Expr *New = nullptr;
    const clang::CXXCtorInitializer *Member = nullptr;
    bool IsThis = false;
  };
  llvm::DenseMap<const clang::Expr *, Target> Targets;
  /// Temporaries without a destructor call, by the full expression, or the
  /// variable that it initialises, with which they end.
  llvm::DenseMap<const void *, llvm::SmallVector<const clang::Expr *, 1>>
      Temporaries;
  /// Members of the class whose destructor this is that have ended.
  llvm::DenseSet<const clang::FieldDecl *> EndedMembers;
  ThrownTypes &Thrown;
  /// The scopes that exceptions leave.
  const ThrowScopes *Throws = nullptr;
  /// Exceptions whose way is built after all other blocks.
  struct Unwinding {
    unsigned Block;
    std::optional<unsigned> Call; ///< none: a `throw` at the end of the block
    const clang::Expr *At;
    const ThrowScopes::Exit *Left;
  };
  std::vector<Unwinding> Unwindings;
  bool Broken = false;
};

} // namespace semtidy

#endif // SEMTIDY_ENGINE_FUNCTIONBUILDER_H
