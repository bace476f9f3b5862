//===--- TermTest.cpp - Value numbers -------------------------------------===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/Term.h"
#include "Testing.h"
#include <functional>
#include <vector>

using namespace semtidy;
using namespace semtidy::test;

/// Addresses of these stand for variables.
static char Places[8];

TEST(termInterning, "terms: equal parts give one term") {
  TermContext T;
  Term A = T.tempAddr(&Places[0]), B = T.tempAddr(&Places[1]);
  EXPECT(A != B);
  EXPECT(A == T.tempAddr(&Places[0]));
  EXPECT(T.constant(7) == T.constant(7) && T.constant(7) != T.constant(8));
  EXPECT(T.constant(INT64_MIN) != T.constant(INT64_MAX));
  EXPECT(T.load(A) == T.load(A) && T.load(A) != T.load(B));
  EXPECT(T.load(A) != T.load(A, T.fresh(1, A)));
  EXPECT(T.op(Operation::Add, A, B) != T.op(Operation::Add, B, A));
  EXPECT(T.op(Operation::Cast, A, {}, 8) != T.op(Operation::Cast, A, {}, -8));
  EXPECT(T.phi(3, A) != T.stale(3, A) && T.phi(3, A) != T.fresh(3, A));
  EXPECT(T.phi(3, A) == T.phi(3, A) && T.phi(3, A) != T.phi(4, A));
  EXPECT(T.stringAddr("x") == T.stringAddr("x"));
  EXPECT(T.stringAddr("x") != T.stringAddr("y"));
  EXPECT(!Term() && A);
  unsigned Before = T.size();
  T.load(A), T.phi(3, A), T.constant(7);
  EXPECT(T.size() == Before);
}

TEST(termElements, "terms: elements of elements are added up") {
  TermContext T;
  Term A = T.tempAddr(&Places[0]);
  auto At = [&](Term Base, int64_t I) {
    return T.elemAddr(Base, T.constant(I), 4);
  };
  EXPECT(At(A, 0) == A);
  EXPECT(At(At(A, 1), 2) == At(A, 3));
  EXPECT(At(At(A, 1), -1) == A);
  EXPECT(T.elemAddr(At(A, 1), T.constant(1), 8) != At(A, 2)); // other stride
  EXPECT(T.base(At(A, 3)) == A);
  Term P = T.load(A);
  EXPECT(T.base(At(P, 3)) == P && T.root(At(P, 3)) == A);
  EXPECT(T.isAddress(At(A, 3)) && !T.isAddress(At(P, 3)));
}

TEST(termInside, "terms: inside is by fields and elements, not by loads") {
  TermContext T;
  Term A = T.tempAddr(&Places[0]), I = T.load(T.tempAddr(&Places[1]));
  Term E = T.elemAddr(A, I, 4), P = T.load(E);
  EXPECT(T.isInside(A, A) && T.isInside(E, A) && !T.isInside(A, E));
  EXPECT(!T.isInside(P, A) && T.contains(P, A));
  EXPECT(!T.isInside(E, I) && T.contains(E, I));
  EXPECT(T.hasParts(A) && T.hasParts(E) && !T.hasParts(P));
}

TEST(termRandom, "terms: mentions and contains against a plain walk") {
  Random R(4);
  TermContext T;
  std::vector<Term> All;
  for (char &Place : Places)
    All.push_back(T.tempAddr(&Place));
  for (int I = 0; I < 600; ++I) {
    Term A = All[R.next() % All.size()], B = All[R.next() % All.size()];
    EventUid E = R.between(1, 40);
    switch (R.between(0, 5)) {
    case 0:
      All.push_back(T.load(A));
      break;
    case 1:
      All.push_back(T.load(A, T.fresh(E, A)));
      break;
    case 2:
      All.push_back(T.fresh(E, A));
      break;
    case 3:
      All.push_back(T.phi(E, A));
      break;
    case 4:
      All.push_back(T.elemAddr(A, B, 4));
      break;
    case 5:
      All.push_back(T.op(Operation::Add, A, B));
      break;
    }
  }
  // A phi's address and a fresh value's tag are names, not parts.
  auto Opaque = [&](Term X) {
    TermKind K = T[X].Kind;
    return K == TermKind::Fresh || K == TermKind::Phi || K == TermKind::Stale;
  };
  std::function<bool(Term, Term)> Contains = [&](Term X, Term Part) {
    if (!X || X == Part || Opaque(X))
      return X && X == Part;
    return Contains(T[X].A, Part) || Contains(T[X].B, Part);
  };
  std::function<bool(Term, EventUid)> Mentions = [&](Term X, EventUid E) {
    if (!X)
      return false;
    if (Opaque(X))
      return T[X].Value == static_cast<int64_t>(E);
    return Mentions(T[X].A, E) || Mentions(T[X].B, E);
  };
  unsigned Positive = 0;
  for (int I = 0; I < 20000; ++I) {
    Term X = All[R.next() % All.size()], Y = All[R.next() % All.size()];
    // The walk is exponential in the height.
    if (T[X].Depth > 12)
      continue;
    EventUid E = R.between(1, 41);
    EXPECT(T.contains(X, Y) == Contains(X, Y));
    EXPECT(T.mentions(X, E) == Mentions(X, E));
    EXPECT(!T.mentions(X, E) || (T.firstMention(E) && !(X < T.firstMention(E))));
    Positive += Contains(X, Y) + Mentions(X, E);
  }
  EXPECT(!T.firstMention(41));
  EXPECT(Positive > 500); // the sample is not one-sided
}
