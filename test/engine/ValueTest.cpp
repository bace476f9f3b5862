//===--- ValueTest.cpp - Evaluation and assumptions against arithmetic ----===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Random expressions over three variables are built twice: as terms, by
// evaluate(), and as functions of the variables' values. Whatever the path
// state then says must hold for all small values that satisfy what was assumed.
//
//===----------------------------------------------------------------------===//

#include "Testing.h"
#include "engine/PathState.h"
#include <functional>
#include <vector>

using namespace semtidy;
using namespace semtidy::test;

namespace {

using Value = std::optional<int64_t>; ///< none: undefined
struct Environment {
  int64_t V[3];
};
constexpr int64_t Least = -4, Most = 4;

/// 64-bit arithmetic, as the terms define it.
Value apply(Operation Op, Value X, Value Y, int64_t Aux) {
  if (!X || !Y)
    return std::nullopt;
  int64_t A = *X, B = *Y;
  uint64_t UA = A, UB = B;
  switch (Op) {
  case Operation::Add:
    return UA + UB;
  case Operation::Sub:
    return UA - UB;
  case Operation::Mul:
    return UA * UB;
  case Operation::Div:
    return B ? Value(A / B) : std::nullopt;
  case Operation::Rem:
    return B ? Value(A % B) : std::nullopt;
  case Operation::URem:
    return B ? Value(UA % UB) : std::nullopt;
  case Operation::Shl:
    return B < 0 || B > 62 ? std::nullopt : Value(UA << B);
  case Operation::Shr:
    return B < 0 || B > 62 ? std::nullopt : Value(A >> B);
  case Operation::And:
    return A & B;
  case Operation::Or:
    return A | B;
  case Operation::Xor:
    return A ^ B;
  case Operation::EQ:
    return A == B;
  case Operation::LT:
    return A < B;
  case Operation::ULT:
    return UA < UB;
  case Operation::Cast: {
    switch (Aux) {
    case 8:
      return uint8_t(A);
    case -8:
      return int8_t(A);
    case 16:
      return uint16_t(A);
    case 32:
      return uint32_t(A);
    case -32:
      return int32_t(A);
    case 1:
      return A & 1;
    default:
      return A;
    }
  }
  default:
    return std::nullopt;
  }
}

class Sample {
public:
  explicit Sample(uint64_t Seed)
      : States(Terms), State(States.initial()), R(Seed) {
    for (unsigned I = 0; I < 3; ++I)
      Variables.push_back(Terms.load(Terms.tempAddr(&Places[I])));
    for (int64_t A = Least; A <= Most; ++A)
      for (int64_t B = Least; B <= Most; ++B)
        for (int64_t C = Least; C <= Most; ++C)
          Possible.push_back({{A, B, C}});
  }

  struct Expression {
    Term T;
    std::function<Value(const Environment &)> Eval;
    std::string Text;
  };

  Expression expression(unsigned Depth) {
    unsigned Pick = R.between(0, 9);
    if (!Depth || Pick == 0) {
      if (R.chance(40)) {
        int64_t C = R.between(Least, Most);
        return {Terms.constant(C), [C](const Environment &) { return C; },
                std::to_string(C)};
      }
      unsigned I = R.between(0, 2);
      return {Variables[I], [I](const Environment &E) { return E.V[I]; },
              std::string(1, "abc"[I])};
    }
    static constexpr Operation Binary[] = {
        Operation::Add, Operation::Sub, Operation::Mul,  Operation::Div,
        Operation::Rem, Operation::And, Operation::Or,   Operation::Xor,
        Operation::EQ,  Operation::LT,  Operation::ULT,  Operation::EQ,
        Operation::LT,  Operation::Add, Operation::URem, Operation::Shl,
        Operation::Shr};
    static constexpr const char *Names[] = {"+", "-", "*",  "/",  "%",  "&",
                                            "|", "^", "==", "<",  "<u", "==",
                                            "<", "+", "%u", "<<", ">>"};
    Expression A = expression(Depth - 1);
    if (Pick == 1) {
      static constexpr int64_t Conversions[] = {8, -8, 16, 32, -32, 1};
      int64_t Aux = Conversions[R.between(0, 5)];
      auto Eval = A.Eval;
      return {State.evaluate(Operation::Cast, A.T, {}, Aux),
              [=](const Environment &E) {
                return apply(Operation::Cast, Eval(E), 0, Aux);
              },
              "cast" + std::to_string(Aux) + "(" + A.Text + ")"};
    }
    Expression B = expression(Depth - 1);
    unsigned Which = R.between(0, std::size(Binary) - 1);
    Operation Op = Binary[Which];
    auto EA = A.Eval, EB = B.Eval;
    return {State.evaluate(Op, A.T, B.T),
            [=](const Environment &E) { return apply(Op, EA(E), EB(E), 0); },
            "(" + A.Text + " " + Names[Which] + " " + B.Text + ")"};
  }

  /// The value of a term; what is not arithmetic has none.
  Value meaning(Term T, const Environment &E) {
    const TermNode N = Terms[T];
    if (N.Kind == TermKind::Constant)
      return N.Value;
    for (unsigned I = 0; I < 3; ++I)
      if (T == Variables[I])
        return E.V[I];
    if (N.Kind != TermKind::Op)
      return std::nullopt;
    return apply(N.Op, meaning(N.A, E),
                 N.Op == Operation::Cast ? Value(0) : meaning(N.B, E), N.Value);
  }

  ValueSet randomSet() {
    switch (R.between(0, 4)) {
    case 0:
      return ValueSet::single(R.between(Least, Most));
    case 1:
      return ValueSet::single(R.between(-1, 1)).complement();
    case 2:
      return ValueSet::single(0);
    case 3:
      return ValueSet::single(1);
    default: {
      int64_t From = R.between(Least, Most);
      return ValueSet::interval(From, R.between(From, Most));
    }
    }
  }

  /// Whether all that the state says holds for each possible environment.
  void compare(const Expression &X) {
    for (const Environment &E : Possible) {
      Value Wanted = X.Eval(E);
      if (!Wanted)
        continue;
      Value Got = meaning(X.T, E);
      if (!EXPECT_FOR(!Got || *Got == *Wanted, story(X, E)) ||
          !EXPECT_FOR(State.valuesOf(X.T).contains(*Wanted), story(X, E)))
        return;
    }
  }

  std::string story(const Expression &X, const Environment &E) {
    std::string Text = "  assumed:";
    llvm::raw_string_ostream OS(Text);
    OS << Assumed << "\n  expression: " << X.Text << " is ";
    Terms.print(X.T, OS);
    OS << " in ";
    State.valuesOf(X.T).print(OS);
    OS << "\n  for a, b, c = " << E.V[0] << ", " << E.V[1] << ", " << E.V[2]
       << " it is " << X.Eval(E).value_or(-999);
    return Text;
  }

  /// Assumes that an expression is in a set. \returns false if it cannot be.
  bool assumeOne() {
    Expression X = expression(R.between(0, 2));
    ValueSet S = randomSet();
    std::vector<Environment> Left;
    bool Defined = true;
    for (const Environment &E : Possible) {
      Value V = X.Eval(E);
      Defined &= V.has_value();
      if (V && S.contains(*V))
        Left.push_back(E);
    }
    // What a program does after a division by zero is no question here.
    if (!Defined)
      return true;
    {
      llvm::raw_string_ostream OS(Assumed);
      OS << ' ' << X.Text << " in ";
      S.print(OS);
      OS << ';';
    }
    bool CanBe = State.assume(X.T, S);
    EXPECT_FOR(CanBe || Left.empty(),
               "  said to be impossible:" + Assumed +
                   (Left.empty()
                        ? ""
                        : "\n  but a, b, c = " + std::to_string(Left[0].V[0]) +
                              ", " + std::to_string(Left[0].V[1]) + ", " +
                              std::to_string(Left[0].V[2])));
    Possible = Left;
    if (CanBe) {
      compare(X);
      for (unsigned I = 0; I < 3; ++I)
        compare({Variables[I], [I](const Environment &E) { return E.V[I]; },
                 std::string(1, "abc"[I])});
    }
    return CanBe;
  }

  TermContext Terms;
  PathStates States;
  PathState State;
  Random R;
  std::vector<Term> Variables;
  std::vector<Environment> Possible;
  std::string Assumed;

private:
  static char Places[3];
};

char Sample::Places[3];

} // namespace

TEST(evaluateTable, "values: evaluation, table") {
  Sample S(0);
  PathState &P = S.State;
  Term A = S.Variables[0], B = S.Variables[1];
  auto C = [&](int64_t V) { return P.constant(V); };
  EXPECT(P.evaluate(Operation::Add, C(2), C(3)) == C(5));
  EXPECT(P.evaluate(Operation::Add, A, C(0)) == A);
  EXPECT(P.evaluate(Operation::Sub, P.evaluate(Operation::Add, A, C(1)),
                    C(1)) == A);
  EXPECT(P.evaluate(Operation::EQ, A, A) == C(1));
  EXPECT(P.evaluate(Operation::EQ, A, B) == P.evaluate(Operation::EQ, B, A));
  EXPECT(P.negate(P.negate(P.evaluate(Operation::LT, A, B))) ==
         P.evaluate(Operation::LT, A, B));
  EXPECT(P.evaluate(Operation::LT, A, A) == C(0));
  EXPECT(P.evaluate(Operation::Mul, A, C(0)) == C(0));
  EXPECT(P.evaluate(Operation::Cast, C(300), {}, 8) == C(44));
  EXPECT(P.evaluate(Operation::Cast, C(200), {}, -8) == C(-56));
}

TEST(assumeTable, "values: assumptions, table") {
  Sample S(0);
  PathState P = S.State;
  Term A = S.Variables[0], B = S.Variables[1];
  EXPECT(P.assumeNonZero(A) && !P.valuesOf(A).contains(0));
  PathState Q = P;
  EXPECT(!Q.assumeZero(A));
  // Equal values have equal sets.
  EXPECT(P.assumeNonZero(P.evaluate(Operation::EQ, A, B)));
  EXPECT(!P.valuesOf(B).contains(0));
  // Both sides of a comparison learn.
  PathState L = S.State;
  EXPECT(L.assume(B, ValueSet::interval(0, 3)));
  EXPECT(L.assumeNonZero(L.evaluate(Operation::LT, A, B)));
  EXPECT(L.valuesOf(A).max() == 2);
  // The copy that was made before does not.
  EXPECT(S.State.valuesOf(A).isAll());
  // An address is never null.
  EXPECT(!S.State.assumeZero(S.Terms.tempAddr(&S)));
}

TEST(evaluateRandom, "values: evaluation against 64-bit arithmetic") {
  for (uint64_t Seed = 1; Seed <= 1500; ++Seed) {
    Sample S(Seed);
    S.compare(S.expression(3));
  }
}

TEST(assumeRandom, "values: assumptions cut no value that satisfies them") {
  unsigned Impossible = 0, Pinned = 0;
  for (uint64_t Seed = 1; Seed <= 3000; ++Seed) {
    Sample S(Seed);
    bool CanBe = true;
    for (int I = 0; I < 5 && CanBe; ++I)
      CanBe = S.assumeOne();
    if (!CanBe) {
      ++Impossible;
      continue;
    }
    Pinned += S.State.valuesOf(S.Variables[0]).asSingle().has_value();
    // What is evaluated under the facts is right where they hold.
    for (int I = 0; I < 3; ++I)
      S.compare(S.expression(2));
  }
  // The facts are used at all.
  EXPECT(Impossible > 300);
  EXPECT(Pinned > 100);
}
