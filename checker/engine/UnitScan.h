//===--- UnitScan.h - Which functions are worth analysing -------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Finds the functions from which both an event that sets a semaphore and an
/// event that closes one can be reached through calls. No other function can
/// hold a finding, so no other is simulated for its own sake.
///
//===----------------------------------------------------------------------===//

#ifndef SEMTIDY_ENGINE_UNITSCAN_H
#define SEMTIDY_ENGINE_UNITSCAN_H

#include "CreatorIndex.h"

namespace semtidy {

/// A function that sets or closes something, itself or through calls, and that
/// can hold a finding or is called by one that can.
struct ScannedFunction {
  const clang::FunctionDecl *Function;
  bool Sets;
  /// Both can be reached from it, and it is not a system header's.
  bool CanHoldFinding;
};

/// Scans the traversal scope of the unit's ASTContext; fills \p Creators.
/// \returns definitions, callees before callers where calls have no cycle.
std::vector<ScannedFunction> scanUnit(UnitContext &Unit,
                                      CreatorIndex &Creators);

} // namespace semtidy

#endif // SEMTIDY_ENGINE_UNITSCAN_H
