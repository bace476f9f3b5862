//===--- ValueSetTest.cpp - Sets of integers against sets -----------------===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/ValueSet.h"
#include "Testing.h"
#include <algorithm>
#include <set>

using namespace semtidy;
using namespace semtidy::test;

/// The universe of the naive model; what is beyond is looked at by its edges.
static constexpr int64_t Low = -8, High = 8;
using Naive = std::set<int64_t>;

static std::string printed(const ValueSet &S) {
  std::string Text;
  llvm::raw_string_ostream OS(Text);
  S.print(OS);
  return Text;
}

static ValueSet build(const Naive &Members) {
  ValueSet S;
  for (int64_t V : Members)
    S = S.unite(ValueSet::single(V));
  return S;
}

static Naive members(const ValueSet &S) {
  Naive Result;
  for (int64_t V = Low; V <= High; ++V)
    if (S.contains(V))
      Result.insert(V);
  return Result;
}

/// A set of at most \p Runs intervals, so that nothing is widened.
static Naive randomNaive(Random &R, unsigned Runs) {
  Naive Result;
  for (unsigned I = 0; I < Runs; ++I) {
    int64_t From = R.between(Low, High), To = R.between(Low, High);
    for (int64_t V = From; V <= To; ++V)
      Result.insert(V);
  }
  return Result;
}

static Naive unionOf(const Naive &A, const Naive &B) {
  Naive R = A;
  R.insert(B.begin(), B.end());
  return R;
}

TEST(valueSetTable, "value set: table") {
  EXPECT(ValueSet().empty());
  EXPECT(!ValueSet::all().empty() && ValueSet::all().isAll());
  EXPECT(ValueSet::interval(2, 1).empty());
  EXPECT(ValueSet::single(3).asSingle() == 3);
  EXPECT(!ValueSet::interval(3, 4).asSingle());
  EXPECT(!ValueSet().asSingle());
  EXPECT(ValueSet::all().complement().empty());
  EXPECT(ValueSet().complement().isAll());
  EXPECT(ValueSet::single(ValueSet::Min).complement().min() ==
         ValueSet::Min + 1);
  EXPECT(ValueSet::single(ValueSet::Max).complement().max() ==
         ValueSet::Max - 1);
  EXPECT(ValueSet::interval(1, 2).unite(ValueSet::interval(3, 4)) ==
         ValueSet::interval(1, 4)); // adjacent
  EXPECT(ValueSet::single(0).complement().unite(ValueSet::single(0)).isAll());
  EXPECT(printed(ValueSet::single(0).complement()) == "{min..-1, 1..max}");
  EXPECT(ValueSet::interval(1, 3).isSubsetOf(ValueSet::interval(0, 3)));
  EXPECT(!ValueSet::interval(1, 3).isSubsetOf(ValueSet::interval(2, 9)));
  EXPECT(ValueSet().isSubsetOf(ValueSet()));
}

TEST(valueSetExact, "value set: unite, intersect, complement, subset") {
  Random R(1);
  for (int I = 0; I < 4000; ++I) {
    // Two intervals each: their union has at most four.
    Naive A = randomNaive(R, 2), B = randomNaive(R, 2);
    ValueSet SA = build(A), SB = build(B);
    Naive Both, Rest;
    for (int64_t V = Low; V <= High; ++V) {
      if (A.count(V) && B.count(V))
        Both.insert(V);
      if (!A.count(V))
        Rest.insert(V);
    }
    std::string Detail = printed(SA) + " and " + printed(SB);
    EXPECT_FOR(members(SA) == A, Detail);
    EXPECT_FOR(members(SA.unite(SB)) == unionOf(A, B), Detail);
    EXPECT_FOR(SA.unite(SB) == SB.unite(SA), Detail);
    EXPECT_FOR(members(SA.intersect(SB)) == Both, Detail);
    EXPECT_FOR(SA.intersect(SB) == SB.intersect(SA), Detail);
    EXPECT_FOR(members(SA.complement()) == Rest, Detail);
    EXPECT_FOR(SA.complement().complement() == SA, Detail);
    EXPECT_FOR(SA.complement().contains(Low - 1) &&
                   SA.complement().contains(High + 1),
               Detail);
    EXPECT_FOR(SA.isSubsetOf(SB) == (Both == A), Detail);
    EXPECT_FOR((SA == SB) == (A == B), Detail);
    EXPECT_FOR(SA.empty() ||
                   (SA.min() == *A.begin() && SA.max() == *A.rbegin()),
               Detail);
  }
}

TEST(valueSetBounded, "value set: too many intervals give a superset") {
  Random R(2);
  for (int I = 0; I < 4000; ++I) {
    Naive A = randomNaive(R, 8), B = randomNaive(R, 8);
    ValueSet SA, SB;
    for (int64_t V : A)
      SA = SA.unite(ValueSet::single(V));
    for (int64_t V : B)
      SB = SB.unite(ValueSet::single(V));
    ValueSet Results[] = {SA, SA.unite(SB), SA.complement(), SA.intersect(SB),
                          SA.widen(SB)};
    for (const ValueSet &S : Results) {
      unsigned Count = 0;
      int64_t Previous = 0;
      S.forEachInterval([&](int64_t From, int64_t To) {
        EXPECT(From <= To);
        EXPECT(Count == 0 || Previous + 1 < From); // sorted, apart
        Previous = To;
        ++Count;
      });
      // A complement has an interval more than its set.
      EXPECT(Count <= ValueSet::MaxIntervals + 1);
    }
    Naive United = unionOf(A, B), Got = members(SA.unite(SB));
    EXPECT_FOR(
        std::includes(Got.begin(), Got.end(), United.begin(), United.end()),
        printed(SA) + " and " + printed(SB));
  }
}

TEST(valueSetWiden, "value set: widening is a superset and comes to an end") {
  Random R(3);
  for (int I = 0; I < 4000; ++I) {
    ValueSet S = build(randomNaive(R, 2));
    unsigned Changes = 0;
    for (int Round = 0; Round < 40; ++Round) {
      ValueSet New = build(randomNaive(R, 2));
      ValueSet Wide = S.widen(New);
      std::string Detail = printed(S) + " and " + printed(New);
      EXPECT_FOR(S.isSubsetOf(Wide), Detail);
      EXPECT_FOR(New.isSubsetOf(Wide), Detail);
      Changes += Wide != S;
      S = Wide;
    }
    EXPECT_FOR(Changes <= 5, printed(S));
  }
  ValueSet NotZero = ValueSet::interval(1, 2).widen(ValueSet::interval(1, 9));
  EXPECT(!NotZero.contains(0) && NotZero.contains(ValueSet::Max));
}
