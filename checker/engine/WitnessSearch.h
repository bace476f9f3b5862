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

struct SearchResult {
  SearchVerdict Verdict = SearchVerdict::Unknown;
  std::optional<CloseHit> Hit;
  /// The branches that decide, in order.
  std::vector<WitnessStep> Choices;  ///< which object it is, before it was set
  std::vector<WitnessStep> Branches; ///< how it got to the close, after that
  /// The path takes one of the branches because the call that set the object
  /// had not failed.
  bool TestsSuccess = false;
};

SearchResult searchWitness(UnitContext &Unit, FunctionSummary &Function,
                           const FunctionSummary::OriginRun &Run,
                           const CloseHit &Target);

} // namespace semtidy

#endif // SEMTIDY_ENGINE_WITNESSSEARCH_H
