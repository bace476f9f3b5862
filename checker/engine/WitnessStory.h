//===--- WitnessStory.h - What a path tells ---------------------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// From a path to the places that explain it: where the object was set, the
/// branches by which it got to the close while it was, and the calls that it
/// came through, with the branches that mattered there. For those, a path
/// through the callee is looked for that the caller's path fits.
///
/// Made for findings only, and without influence on what is found.
///
//===----------------------------------------------------------------------===//

#ifndef SEMTIDY_ENGINE_WITNESSSTORY_H
#define SEMTIDY_ENGINE_WITNESSSTORY_H

#include "WitnessSearch.h"

namespace semtidy {

/// In execution order.
struct WitnessStory {
  std::vector<WitnessStep> Choices; ///< which object it is, before it was set
  std::vector<WitnessStep> Steps;   ///< how it was set and got to the end
  std::vector<WitnessStep> Inner;   ///< how a callee closed it
  /// States at the end, as they are if the call failed that set the object.
  /// None if the path tests that.
  std::vector<Disjunct> Failed;
};

/// What \p Found tells, which is a path of \p Function to \p Goal.
WitnessStory tellStory(UnitContext &Unit, FunctionSummary &Function,
                       const SearchGoal &Goal, const SearchResult &Found);

} // namespace semtidy

#endif // SEMTIDY_ENGINE_WITNESSSTORY_H
