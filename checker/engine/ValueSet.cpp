//===--- ValueSet.cpp - Small sets of integers ----------------------------===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ValueSet.h"
#include "llvm/ADT/STLExtras.h"

using namespace semtidy;

ValueSet ValueSet::interval(int64_t Lo, int64_t Hi) {
  ValueSet S;
  if (Lo <= Hi)
    S.Intervals.push_back({Lo, Hi});
  return S;
}

void ValueSet::normalize() {
  llvm::sort(Intervals);
  llvm::SmallVector<Interval, 2> Merged;
  for (const Interval &I : Intervals) {
    bool Touches = !Merged.empty() &&
                   (Merged.back().Hi == Max || I.Lo <= Merged.back().Hi + 1);
    if (Touches)
      Merged.back().Hi = std::max(Merged.back().Hi, I.Hi);
    else
      Merged.push_back(I);
  }
  // Close the last gap until the size fits: a superset, so still sound.
  while (Merged.size() > MaxIntervals) {
    Merged[Merged.size() - 2].Hi = Merged.back().Hi;
    Merged.pop_back();
  }
  Intervals = std::move(Merged);
}

bool ValueSet::contains(int64_t V) const {
  return llvm::any_of(
      Intervals, [V](const Interval &I) { return I.Lo <= V && V <= I.Hi; });
}

std::optional<int64_t> ValueSet::asSingle() const {
  if (Intervals.size() == 1 && Intervals[0].Lo == Intervals[0].Hi)
    return Intervals[0].Lo;
  return std::nullopt;
}

ValueSet ValueSet::unite(const ValueSet &O) const {
  ValueSet R = *this;
  R.Intervals.append(O.Intervals.begin(), O.Intervals.end());
  R.normalize();
  return R;
}

ValueSet ValueSet::intersect(const ValueSet &O) const {
  ValueSet R;
  for (const Interval &A : Intervals)
    for (const Interval &B : O.Intervals) {
      int64_t Lo = std::max(A.Lo, B.Lo), Hi = std::min(A.Hi, B.Hi);
      if (Lo <= Hi)
        R.Intervals.push_back({Lo, Hi});
    }
  R.normalize();
  return R;
}

ValueSet ValueSet::complement() const {
  ValueSet R;
  int64_t Next = Min;
  for (const Interval &I : Intervals) {
    if (I.Lo > Next)
      R.Intervals.push_back({Next, I.Lo - 1});
    if (I.Hi == Max)
      return R;
    Next = I.Hi + 1;
  }
  R.Intervals.push_back({Next, Max});
  return R;
}

ValueSet ValueSet::widen(const ValueSet &New) const {
  if (New.isSubsetOf(*this) || empty())
    return New.isSubsetOf(*this) ? *this : New;
  if (New.empty())
    return *this;
  // Programs compare with small numbers, most of all: that a bound is above 0 is
  // worth some more rounds.
  auto Lower = [](int64_t N) { return N >= -1 ? std::min<int64_t>(N, 2) : Min; };
  auto Upper = [](int64_t N) { return N <= 1 ? std::max<int64_t>(N, -1) : Max; };
  ValueSet Wide = interval(New.min() >= min() ? min() : Lower(New.min()),
                           New.max() <= max() ? max() : Upper(New.max()));
  if (!contains(0) && !New.contains(0))
    Wide = Wide.intersect(single(0).complement());
  return Wide;
}

bool ValueSet::isSubsetOf(const ValueSet &O) const {
  return llvm::all_of(Intervals, [&](const Interval &I) {
    return llvm::any_of(O.Intervals, [&](const Interval &Outer) {
      return Outer.Lo <= I.Lo && I.Hi <= Outer.Hi;
    });
  });
}

void ValueSet::print(llvm::raw_ostream &OS) const {
  OS << '{';
  llvm::interleaveComma(Intervals, OS, [&](const Interval &I) {
    if (I.Lo == I.Hi) {
      OS << I.Lo;
      return;
    }
    if (I.Lo == Min)
      OS << "min";
    else
      OS << I.Lo;
    OS << "..";
    if (I.Hi == Max)
      OS << "max";
    else
      OS << I.Hi;
  });
  OS << '}';
}
