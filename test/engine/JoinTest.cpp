//===--- JoinTest.cpp - The laws of joining path states -------------------===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The laws J1 to J5 are those of PathState.h; each is tested on states that
// were made by random operations from a common beginning.
//
//===----------------------------------------------------------------------===//

#include "Testing.h"
#include "engine/PathState.h"
#include <vector>

using namespace semtidy;
using namespace semtidy::test;

namespace {

constexpr EventUid Block = 1000;

/// Some addresses and values, and random walks over states.
struct World {
  explicit World(uint64_t Seed) : States(Terms), R(Seed) {
    for (char &Place : Places)
      Addresses.push_back(Terms.tempAddr(&Place));
    // Memory behind variables, and elements of it.
    for (unsigned I = 0; I < 3; ++I) {
      Term Pointer = Terms.load(Addresses[I]);
      Addresses.push_back(Pointer);
      Addresses.push_back(Terms.elemAddr(Pointer, Terms.constant(1), 8));
    }
  }

  Term address() { return Addresses[R.next() % Addresses.size()]; }

  Term value(PathState &S) {
    switch (R.between(0, 3)) {
    case 0:
      return Terms.constant(R.between(0, 2));
    case 1:
      return Terms.fresh(R.between(1, 6));
    default:
      return S.load(address());
    }
  }

  ValueSet set() {
    int64_t From = R.between(-2, 3);
    ValueSet S = ValueSet::interval(From, R.between(From, 3));
    return R.chance(30) ? S.complement() : S;
  }

  void step(PathState &S) {
    switch (R.between(0, 9)) {
    case 0:
    case 1:
    case 2:
      S.store(address(), value(S));
      break;
    case 3:
    case 4:
    case 5: {
      PathState Before = S;
      if (!S.assume(value(S), set()))
        S = Before;
      break;
    }
    case 6:
      S.clobber(value(S), R.between(20, 24));
      break;
    case 7:
      S.publish(value(S));
      break;
    case 8:
      S.recordCreation(value(S), R.between(1, 2));
      break;
    case 9:
      S.forgetObject(address());
      break;
    }
  }

  PathState walk(PathState S, unsigned Length) {
    for (unsigned I = 0; I < Length; ++I)
      step(S);
    return S;
  }

  std::string story(const PathState &A, const PathState &B,
                    const PathState &Joined, Term About) {
    std::string Text;
    llvm::raw_string_ostream OS(Text);
    OS << "about ";
    Terms.print(About, OS);
    OS << "\nA:\n";
    A.print(OS);
    OS << "B:\n";
    B.print(OS);
    OS << "joined:\n";
    Joined.print(OS);
    return Text;
  }

  TermContext Terms;
  PathStates States;
  Random R;
  std::vector<Term> Addresses;
  char Places[6];
};

/// Calls \p Law for many pairs of states and their join.
template <typename LawT>
void forRandomJoins(bool InLoop, bool Widen, LawT Law) {
  for (uint64_t Seed = 1; Seed <= 3000; ++Seed) {
    World W(Seed);
    PathState Start = W.walk(W.States.initial(), W.R.between(0, 6));
    PathState A = W.walk(Start, W.R.between(0, 5));
    PathState B = W.walk(Start, W.R.between(0, 5));
    PathState Joined = W.States.join(A, B, Block, InLoop, Widen);
    Law(W, A, B, Joined);
  }
}

} // namespace

TEST(joinSame, "J1: joining a state with itself changes nothing") {
  for (uint64_t Seed = 1; Seed <= 3000; ++Seed) {
    World W(Seed);
    PathState A = W.walk(W.States.initial(), W.R.between(0, 10));
    EXPECT(W.States.join(A, A, Block, false, false) == A);
    EXPECT(W.States.join(A, A, Block, false, true) == A);
    // No value of an earlier round is in it, so a loop makes no difference.
    EXPECT(W.States.join(A, A, Block, true, true) == A);
  }
}

TEST(joinKeepsValues, "J2: an address with one value on both sides keeps it") {
  unsigned Kept = 0;
  forRandomJoins(false, false,
                 [&](World &W, const PathState &A, const PathState &B,
                     const PathState &J) {
                   for (Term Address : W.Addresses)
                     if (A.load(Address) == B.load(Address)) {
                       ++Kept;
                       EXPECT_FOR(J.load(Address) == A.load(Address),
                                  W.story(A, B, J, Address));
                     }
                 });
  EXPECT(Kept > 1000);
}

TEST(joinKeepsEqualities,
     "J3: addresses that differ in the same way are equal") {
  unsigned Pairs = 0;
  auto Law = [&](World &W, const PathState &A, const PathState &B,
                 const PathState &J) {
    for (Term X : W.Addresses)
      for (Term Y : W.Addresses)
        if (X < Y && A.load(X) == A.load(Y) && B.load(X) == B.load(Y) &&
            A.load(X) != B.load(X)) {
          ++Pairs;
          EXPECT_FOR(J.load(X) == J.load(Y), W.story(A, B, J, X));
        }
  };
  forRandomJoins(false, false, Law);
  // Chance alone seldom gives such pairs: copies, made on each side.
  for (uint64_t Seed = 1; Seed <= 3000; ++Seed) {
    World W(Seed);
    PathState Start = W.walk(W.States.initial(), W.R.between(0, 6));
    PathState A = W.walk(Start, W.R.between(0, 5));
    PathState B = W.walk(Start, W.R.between(0, 5));
    for (PathState *Side : {&A, &B})
      for (unsigned I : {0, 1, 2})
        Side->store(W.Addresses[3 + I % 2], Side->load(W.Addresses[I]));
    Law(W, A, B, W.States.join(A, B, Block, false, false));
  }
  EXPECT(Pairs > 300);
}

static void valuesContainBoth(bool InLoop, bool Widen) {
  forRandomJoins(
      InLoop, Widen,
      [&](World &W, const PathState &A, const PathState &B,
          const PathState &J) {
        for (Term Address : W.Addresses) {
          ValueSet Both =
              A.valuesOf(A.load(Address)).unite(B.valuesOf(B.load(Address)));
          EXPECT_FOR(Both.isSubsetOf(J.valuesOf(J.load(Address))),
                     W.story(A, B, J, Address));
        }
        for (unsigned Id = 1; Id < W.Terms.size(); ++Id) {
          Term T{Id};
          // Values that are only known after the join are in the loop above.
          if (W.Terms.mentions(T, Block))
            continue;
          ValueSet Both = A.valuesOf(T).unite(B.valuesOf(T));
          EXPECT_FOR(Both.isSubsetOf(J.valuesOf(T)), W.story(A, B, J, T));
        }
      });
}

TEST(joinValues, "J4: a value's set contains both sides' sets") {
  valuesContainBoth(false, false);
}
TEST(joinValuesWiden, "J4: the same when bounds are given up") {
  valuesContainBoth(false, true);
}
TEST(joinValuesLoop, "J4: the same in a loop") {
  valuesContainBoth(true, true);
}

TEST(joinPublished, "J5: whoever may know an object still may") {
  unsigned Known = 0;
  forRandomJoins(false, false,
                 [&](World &W, const PathState &A, const PathState &B,
                     const PathState &J) {
                   for (unsigned Id = 1; Id < W.Terms.size(); ++Id) {
                     bool Either =
                         A.isPublished(Term{Id}) || B.isPublished(Term{Id});
                     Known += Either;
                     EXPECT_FOR(!Either || J.isPublished(Term{Id}),
                                W.story(A, B, J, Term{Id}));
                   }
                 });
  EXPECT(Known > 1000);
}

TEST(joinCreations, "a creation is known after a join only if it was before") {
  forRandomJoins(false, false,
                 [&](World &W, const PathState &A, const PathState &B,
                     const PathState &J) {
                   for (unsigned Id = 1; Id < W.Terms.size(); ++Id) {
                     CreationId C = J.creationOf(Term{Id});
                     EXPECT_FOR(!C || (A.creationOf(Term{Id}) == C &&
                                       B.creationOf(Term{Id}) == C),
                                W.story(A, B, J, Term{Id}));
                   }
                 });
}

TEST(joinLoop, "joins of a loop's rounds come to an end") {
  for (uint64_t Seed = 1; Seed <= 500; ++Seed) {
    World W(Seed);
    PathState S = W.walk(W.States.initial(), 4);
    // Each round counts up, may learn, and may store.
    bool Stable = false;
    for (unsigned Round = 0; Round < 40 && !Stable; ++Round) {
      PathState Next = S;
      Term Counter = W.Addresses[0];
      Next.store(Counter, Next.evaluate(Operation::Add, Next.load(Counter),
                                        Next.constant(1)));
      Random Same(Seed); // the same body in each round
      std::swap(W.R, Same);
      Next.beginEvent(3);
      Next = W.walk(Next, 4);
      std::swap(W.R, Same);
      PathState Joined = W.States.join(S, Next, Block, true, Round > 2);
      Stable = Joined == S;
      S = Joined;
    }
    EXPECT_FOR(Stable, W.story(S, S, S, W.Addresses[0]));
  }
}
