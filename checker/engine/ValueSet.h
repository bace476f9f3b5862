//===--- ValueSet.h - Small sets of integers --------------------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What is known about an integer: a union of a few closed intervals. Used for
/// path facts, where a set on a term is a literal ("rc is 0", "p is not null").
///
/// Invariant: the intervals are sorted, disjoint, not adjacent, and at most
/// MaxIntervals; a set that needs more is widened to a superset.
///
//===----------------------------------------------------------------------===//

#ifndef SEMTIDY_ENGINE_VALUESET_H
#define SEMTIDY_ENGINE_VALUESET_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/raw_ostream.h"
#include <cstdint>
#include <limits>
#include <optional>

namespace semtidy {

class ValueSet {
public:
  static constexpr unsigned MaxIntervals = 5;
  static constexpr int64_t Min = std::numeric_limits<int64_t>::min();
  static constexpr int64_t Max = std::numeric_limits<int64_t>::max();

  /// The empty set.
  ValueSet() = default;
  static ValueSet all() { return interval(Min, Max); }
  static ValueSet single(int64_t V) { return interval(V, V); }
  static ValueSet interval(int64_t Lo, int64_t Hi);

  bool empty() const { return Intervals.empty(); }
  bool isAll() const {
    return Intervals.size() == 1 && Intervals[0].Lo == Min &&
           Intervals[0].Hi == Max;
  }
  bool contains(int64_t V) const;
  std::optional<int64_t> asSingle() const;
  int64_t min() const { return Intervals.front().Lo; }
  int64_t max() const { return Intervals.back().Hi; }

  ValueSet unite(const ValueSet &O) const;
  ValueSet intersect(const ValueSet &O) const;
  ValueSet complement() const;
  /// A superset of this set and \p New that stops growing: bounds that New
  /// passes are given up. Keeps "not zero".
  ValueSet widen(const ValueSet &New) const;
  bool isSubsetOf(const ValueSet &O) const;

  bool operator==(const ValueSet &O) const { return Intervals == O.Intervals; }
  bool operator!=(const ValueSet &O) const { return !(*this == O); }
  bool operator<(const ValueSet &O) const { return Intervals < O.Intervals; }

  void forEachInterval(llvm::function_ref<void(int64_t, int64_t)> F) const {
    for (const Interval &I : Intervals)
      F(I.Lo, I.Hi);
  }

  void print(llvm::raw_ostream &OS) const;

private:
  struct Interval {
    int64_t Lo, Hi;
    bool operator==(const Interval &O) const {
      return Lo == O.Lo && Hi == O.Hi;
    }
    bool operator<(const Interval &O) const {
      return Lo != O.Lo ? Lo < O.Lo : Hi < O.Hi;
    }
  };
  void normalize();

  llvm::SmallVector<Interval, 2> Intervals;
};

} // namespace semtidy

#endif // SEMTIDY_ENGINE_VALUESET_H
