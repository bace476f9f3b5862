//===--- Refutation.cpp - Is a path possible at all -----------------------===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Refutation.h"
#include "Compat.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/SMTAPI.h"

using namespace semtidy;

#if LLVM_WITH_Z3

namespace {

/// Translates terms to 64-bit vectors; what is no arithmetic is a variable.
class Encoder {
public:
  Encoder(llvm::SMTSolver &Solver, const TermContext &Terms)
      : Solver(Solver), Terms(Terms),
        Sort(Solver.getBitvectorSort(64)) {}

  llvm::SMTExprRef number(int64_t V) {
    return Solver.mkBitvector(llvm::APSInt::get(V), 64);
  }

  llvm::SMTExprRef encode(Term T) {
    auto It = Done.find(T.Id);
    if (It != Done.end())
      return It->second;
    llvm::SMTExprRef E = encodeNew(T);
    Done[T.Id] = E;
    return E;
  }

private:
  llvm::SMTExprRef variable(Term T) {
    return Solver.mkSymbol(("t" + std::to_string(T.Id)).c_str(), Sort);
  }
  llvm::SMTExprRef bit(llvm::SMTExprRef Condition) {
    return Solver.mkIte(Condition, number(1), number(0));
  }
  llvm::SMTExprRef encodeNew(Term T) {
    const TermNode &N = Terms[T];
    if (N.Kind == TermKind::Constant)
      return number(N.Value);
    if (N.Kind != TermKind::Op || !N.A || !N.B)
      return variable(T);
    switch (N.Op) {
    case Operation::Add:
      return Solver.mkBVAdd(encode(N.A), encode(N.B));
    case Operation::Sub:
      return Solver.mkBVSub(encode(N.A), encode(N.B));
    case Operation::Mul:
      return Solver.mkBVMul(encode(N.A), encode(N.B));
    case Operation::And:
      return Solver.mkBVAnd(encode(N.A), encode(N.B));
    case Operation::Or:
      return Solver.mkBVOr(encode(N.A), encode(N.B));
    case Operation::Xor:
      return Solver.mkBVXor(encode(N.A), encode(N.B));
    case Operation::Shl:
      return Solver.mkBVShl(encode(N.A), encode(N.B));
    case Operation::EQ:
      return bit(Solver.mkEqual(encode(N.A), encode(N.B)));
    case Operation::LT:
      return bit(Solver.mkBVSlt(encode(N.A), encode(N.B)));
    case Operation::ULT:
      return bit(Solver.mkBVUlt(encode(N.A), encode(N.B)));
    default:
      return variable(T);
    }
  }

  llvm::SMTSolver &Solver;
  const TermContext &Terms;
  llvm::SMTSortRef Sort;
  llvm::DenseMap<unsigned, llvm::SMTExprRef> Done;
};

/// Whether \p T relates two values that are both not known, so that sets alone
/// do not tell.
bool isRelation(Term T, const TermContext &Terms) {
  const TermNode &N = Terms[T];
  if (N.Kind != TermKind::Op || !N.A || !N.B)
    return false;
  bool Open = !Terms.isConstant(N.A) && !Terms.isConstant(N.B);
  return Open || isRelation(N.A, Terms) || isRelation(N.B, Terms) ||
         (N.Op != Operation::EQ && N.Op != Operation::LT &&
          N.Op != Operation::ULT);
}

} // namespace

bool semtidy::isInfeasible(const PathState &Path, UnitContext &Unit) {
  const TermContext &Terms = Unit.Terms;
  unsigned Relations = 0, Literals = 0;
  Path.forEachFact([&](Term T, const ValueSet &) {
    ++Literals;
    Relations += isRelation(T, Terms);
  });
  if (Relations < 1 || Literals < 2 || Literals > 300)
    return false;
  ++Unit.Counters.SolverCalls;
  llvm::SMTSolverRef Solver = createLimitedSolver(400000);
  Encoder Encode(*Solver, Terms);
  Path.forEachFact([&](Term T, const ValueSet &S) {
    llvm::SMTExprRef E = Encode.encode(T);
    llvm::SMTExprRef Any = Solver->mkBoolean(false);
    S.forEachInterval([&](int64_t Lo, int64_t Hi) {
      llvm::SMTExprRef In =
          Lo == Hi ? Solver->mkEqual(E, Encode.number(Lo))
                   : Solver->mkAnd(Solver->mkBVSge(E, Encode.number(Lo)),
                                   Solver->mkBVSle(E, Encode.number(Hi)));
      Any = Solver->mkOr(Any, In);
    });
    Solver->addConstraint(Any);
  });
  std::optional<bool> Satisfiable = Solver->check();
  return Satisfiable && !*Satisfiable;
}

#else

bool semtidy::isInfeasible(const PathState &, UnitContext &) { return false; }

#endif // LLVM_WITH_Z3
