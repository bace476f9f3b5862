//===--- WitnessSearch.h - A path for a candidate ---------------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Looks for one path from the function's entry through an origin to a close,
/// without merging, so that conditions correlate which the fixpoint had
/// merged. A candidate without a possible path is refuted.
///
/// Depth first, with a bound on block visits. Loops: the third visit of a block
/// on one path continues with what the fixpoint knows there, which covers all
/// later rounds.
///
//===----------------------------------------------------------------------===//

#ifndef SEMTIDY_ENGINE_WITNESSSEARCH_H
#define SEMTIDY_ENGINE_WITNESSSEARCH_H

#include "Summary.h"

namespace semtidy {

enum class SearchVerdict : uint8_t {
  Found,   ///< there is a path that nothing contradicts
  Refuted, ///< all paths contradict themselves
  Unknown, ///< the bound was reached
};

/// What to look for: a path from where an object is set to where it is closed,
/// or out of the function.
struct SearchGoal {
  const FunctionSummary::OriginRun &Run;
  /// The object is set by the caller: the path starts at the function's entry.
  bool IsEntry = false;
  /// The close; null if the object shall leave the function.
  const CloseHit *Close = nullptr;
  /// Where and in which state it does.
  unsigned ExitBlock = 0;
  const PropertyState *AtExit = nullptr;
  /// Whether an end of the path is one that the caller can go on from.
  std::function<bool(const Disjunct &)> Fits = nullptr;
  unsigned MaxSteps = 0;

  unsigned block() const { return Close ? Close->Block : ExitBlock; }
  bool isClose(const CloseHit &H) const {
    return Close && H.Block == Close->Block && H.Index == Close->Index &&
           !H.At.Property.Audit && H.CloseUid == Close->CloseUid;
  }
};

/// A block of a path, and the edge by which it was left.
struct PathNode {
  unsigned Block;
  unsigned Edge;
  bool Set;     ///< the object was set when the block was left
  bool Widened; ///< the state is that of all later rounds of a loop
  Trail Steps;  ///< of the object, when the block was left
};

struct SearchResult {
  SearchVerdict Verdict = SearchVerdict::Unknown;
  std::optional<CloseHit> Hit;
  /// The path, up to the block in which it ends: before the object was set, and
  /// after.
  std::vector<PathNode> Before, After;
  std::optional<Origin> AtOrigin;
  /// How the object came to be set.
  Trail AtEnd;
};

SearchResult searchWitness(UnitContext &Unit, FunctionSummary &Function,
                           const SearchGoal &Goal);

} // namespace semtidy

#endif // SEMTIDY_ENGINE_WITNESSSEARCH_H
