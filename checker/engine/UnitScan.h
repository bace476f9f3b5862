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

/// Scans the traversal scope of the unit's ASTContext; fills \p Creators.
/// \returns definitions in source order, none from system headers.
std::vector<const clang::FunctionDecl *> scanUnit(UnitContext &Unit,
                                                  CreatorIndex &Creators);

} // namespace semtidy

#endif // SEMTIDY_ENGINE_UNITSCAN_H
